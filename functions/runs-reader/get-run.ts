import { canonicalDigest } from '#core/canonical-json';
import type { Principal } from '#core/access';
import { runView } from '#core/run-view';
import type { RunView } from '#core/run-view';
import { requireVisible, runNotFound } from '#core/visible-run';
import type { Clock } from '#ports/clock';
import type { RunStore } from '#ports/run-store';

/** How often a waiting request looks again. */
export const LOOK_EVERY_MS = 1_000;
export const WAIT_SECONDS_MAX = 20;

/** Waiting callers occupy instances of the function: this says how long one may wait. */
export interface WaitTime {
  /** Takes up to `wantedMs`; 0 when there is none left. */
  take(wantedMs: number): number;
  /** Gives back what was not waited. */
  giveBack(ms: number): void;
  /** Whole seconds until `wantedMs` can be had. */
  retryAfterSeconds(wantedMs: number): number;
}

export interface GetRunPorts {
  readonly runs: RunStore;
  readonly clock: Clock;
  readonly waitTime: WaitTime;
}

export interface GetRun {
  readonly principal: Principal;
  readonly runId: string;
  readonly waitSeconds: number;
  readonly ifNoneMatch?: string;
}

export interface RunAnswer {
  readonly etag: string;
  /** Absent when the caller has this answer already: 304. */
  readonly view?: RunView;
  /** Part of the answer time that was waiting on purpose; latency figures leave it out. */
  readonly waitedMs: number;
  /** Set when less waiting was granted than asked for: when a caller may ask again. */
  readonly retryAfterSeconds?: number;
}

interface Look {
  readonly view: RunView;
  readonly etag: string;
}

/** RFC 9110, section 13.1.2: a list of tags or `*`, compared weakly. */
const isKnown = (ifNoneMatch: string | undefined, etag: string): boolean =>
  ifNoneMatch !== undefined &&
  ifNoneMatch.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);

/**
 * The run with its progress. With `waitSeconds` the answer is held back until something changed against `ifNoneMatch`, or without
 * one until the run is judged, and for WAIT_SECONDS_MAX at most.
 *
 * @throws run-not-found, also for a run of another tenant or project
 */
export const getRun =
  ({ runs, clock, waitTime }: GetRunPorts) =>
  async ({ principal, runId, waitSeconds, ifNoneMatch }: GetRun, signal: AbortSignal): Promise<RunAnswer> => {
    const look = async (): Promise<Look> => {
      const found = await runs.getWithShards(principal.tenant, runId, signal);
      requireVisible(principal, runId, found?.run);
      if (found === undefined) throw runNotFound(runId);
      const view = runView(found.run, found.shards, principal);
      return { view, etag: `"${canonicalDigest(view).slice(0, 32)}"` };
    };
    const isAwaited = ({ view, etag }: Look): boolean =>
      view.timings.sealedAt === null &&
      (ifNoneMatch === undefined ? view.timings.judgedAt === null : isKnown(ifNoneMatch, etag));
    const answer = (seen: Look, waitedMs: number): RunAnswer =>
      isKnown(ifNoneMatch, seen.etag) ? { etag: seen.etag, waitedMs } : { etag: seen.etag, view: seen.view, waitedMs };

    const wantedMs = Math.min(waitSeconds, WAIT_SECONDS_MAX) * 1_000;
    let seen = await look();
    if (wantedMs <= 0 || !isAwaited(seen)) return answer(seen, 0);

    const grantedMs = waitTime.take(wantedMs);
    let waitedMs = 0;
    try {
      while (isAwaited(seen) && waitedMs < grantedMs) {
        const pauseMs = Math.min(LOOK_EVERY_MS, grantedMs - waitedMs);
        await clock.sleep(pauseMs, signal);
        waitedMs += pauseMs;
        seen = await look();
      }
    } finally {
      waitTime.giveBack(grantedMs - waitedMs);
    }
    const cutShort = isAwaited(seen) && grantedMs < wantedMs;
    return cutShort
      ? { ...answer(seen, waitedMs), retryAfterSeconds: waitTime.retryAfterSeconds(wantedMs) }
      : answer(seen, waitedMs);
  };
