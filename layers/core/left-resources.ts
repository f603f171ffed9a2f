/** When what a run left behind is removed, and when that is given up (C1.1). Pure: times come in. */
import type { Run } from '#core/run';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Of an environment that does not say. */
export const RESOURCE_TTL_HOURS_DEFAULT = 24;

/** After this nobody of the run is left who could remove anything: a function lives 15 minutes, a stopped task two. */
export const OVER_FOR_MS = 15 * MINUTE_MS;

/** A resource is first looked at this long after it was made, and as often while its run goes on. */
export const LOOK_EVERY_MS = 15 * MINUTE_MS;

/** From here on people should look: with the pauses between tries that is after about an hour. */
export const TRIES_UNTIL_STUCK = 5;

/** From the first try to the last. */
export const GIVE_UP_AFTER_MS = 7 * DAY_MS;

const FIRST_PAUSE_MS = 5 * MINUTE_MS;
const PAUSE_MS_MAX = HOUR_MS;

/** Milliseconds to the next try, after `tries` that did not remove it: twice as long each time, an hour at most. */
export const pauseAfter = (tries: number): number =>
  Math.min(PAUSE_MS_MAX, FIRST_PAUSE_MS * 2 ** Math.min(Math.max(0, tries - 1), 10));

export interface Keeping {
  readonly createdAtEpochMs: number;
  readonly resourceTtlHours: number | undefined;
  /** Undefined when the run is not known any more. */
  readonly run: Pick<Run, 'judgedAtEpochMs' | 'deadlineEpochMs'> | undefined;
}

/**
 * When a resource may be removed by others than its run: once the environment's time for it is up, or sooner, once the run has been over
 * for OVER_FOR_MS (judged, or past its deadline by so much that it must be).
 */
export const removableAt = ({
  createdAtEpochMs,
  resourceTtlHours = RESOURCE_TTL_HOURS_DEFAULT,
  run,
}: Keeping): number => {
  const expires = createdAtEpochMs + resourceTtlHours * HOUR_MS;
  const over = run === undefined ? createdAtEpochMs : (run.judgedAtEpochMs ?? run.deadlineEpochMs);
  return Math.min(expires, over + OVER_FOR_MS);
};
