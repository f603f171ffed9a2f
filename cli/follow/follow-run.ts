import type { PlaneClient } from '../plane/plane-client.ts';
import { retryAfterMs } from '../plane/retry-delay.ts';
import { readAnswer, type RunView } from '../plane/wire.ts';
import type { World } from '../world.ts';

/** How a follow ended: with a gate result, because time was up, or because somebody stopped watching. */
export interface Followed {
  readonly end: 'judged' | 'out-of-time' | 'detached';
  /** The last view that came; undefined when none did. */
  readonly view: RunView | undefined;
}

export interface FollowOptions {
  readonly client: PlaneClient;
  readonly world: World;
  readonly runId: string;
  /** Stops watching; the run goes on. */
  readonly detach: AbortSignal;
  readonly untilEpochMs?: number;
  readonly onView: (view: RunView) => void;
}

const WAIT_S = 20;
/** The plane holds an answer for up to 20 s; the network gets the rest. */
const CALL_TIMEOUT_MS = (WAIT_S + 25) * 1000;
/** A plane that answers without holding must not be asked in a tight circle. */
const PAUSE_MS = 1000;

/** Over: judged runs never move back, and an answer never contradicts an earlier one. */
export const isJudged = (view: RunView): boolean => view.gate !== null;

const secondsLeft = (options: FollowOptions): number =>
  options.untilEpochMs === undefined
    ? WAIT_S
    : Math.max(0, Math.ceil((options.untilEpochMs - options.world.nowMs()) / 1000));

/** Watches a run with long polls until its gate result is there. */
export const followRun = async (options: FollowOptions): Promise<Followed> => {
  const { client, world, runId, detach, onView } = options;
  const path = `/tests/run/${encodeURIComponent(runId)}`;
  let view: RunView | undefined;
  let etag: string | undefined;
  try {
    for (;;) {
      const left = secondsLeft(options);
      const wait = view === undefined ? 0 : Math.min(WAIT_S, left);
      const askedAtMs = world.nowMs();
      const answer = await client.send({
        method: 'GET',
        path,
        query: { wait },
        accept: [200, 304],
        timeoutMs: CALL_TIMEOUT_MS,
        signal: detach,
        ...(etag === undefined ? {} : { headers: { 'if-none-match': etag } }),
      });
      const changed = answer.status === 200;
      if (changed) {
        view = readAnswer<RunView>(answer, 'RunView', `GET ${path}`);
        etag = answer.headers['etag'];
        onView(view);
        if (isJudged(view)) return { end: 'judged', view };
      }
      if (secondsLeft(options) === 0) return { end: 'out-of-time', view };
      const askedToPauseMs = retryAfterMs(answer.headers['retry-after'], world.nowMs());
      const tookMs = world.nowMs() - askedAtMs;
      if (askedToPauseMs !== undefined) await world.sleep(Math.min(askedToPauseMs, WAIT_S * 1000), detach);
      else if (!changed && tookMs < PAUSE_MS) await world.sleep(PAUSE_MS - tookMs, detach);
    }
  } catch (error) {
    if (detach.aborted) return { end: 'detached', view };
    throw error;
  }
};
