/** Finds out how many requests an API takes in a window, with a bounded number of them. */
import type { ProbeRequest } from '#engines/probe/probe';
import { retryAfterMs } from '#engines/client/retry-after';
import { headerOf, type Answer } from '#engines/security/answer';
import type { Sender } from '#engines/security/sender';
import type { Clock } from '#ports/clock';

export interface LimitSought {
  /** Requests that the documentation allows in a window. */
  readonly limit: number;
  readonly windowMs: number;
  readonly waitMsMax: number;
}

export interface LimitSeen {
  /** Requests that passed in one window; undefined where none were refused. */
  readonly passed?: number;
  /** Sent without a refusal, where there was none. */
  readonly unrefused?: number;
  /** The first refusal, and an ordinary answer. */
  readonly refusal?: Answer;
  readonly ordinary?: Answer;
  /** After Retry-After had passed, a request was still refused. */
  readonly refusedAfterWait?: boolean;
  readonly requests: number;
  /** Why nothing can be said. */
  readonly unknown?: string;
}

/** How far the limit that was found may be from the documented one (row 27). */
export const TOLERANCE = 0.1;
const SIDE_BY_SIDE_MAX = 10;
const ROUNDS = 3;

export const isWithin = (passed: number, limit: number): boolean =>
  Math.abs(passed - limit) <= Math.max(1, limit * TOLERANCE);

interface Burst {
  readonly passed: number;
  readonly refusal?: Answer;
  readonly ordinary?: Answer;
  readonly failed?: Answer;
  readonly elapsedMs: number;
}

export interface LimitPorts {
  readonly sender: Sender;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** Requests as fast as they go until one is refused, the window is nearly over, or twice the limit has passed. */
const burst = async (
  { sender, clock }: LimitPorts,
  request: ProbeRequest,
  { limit, windowMs }: LimitSought,
): Promise<Burst> => {
  const startedMs = clock.nowMs();
  // Two windows can meet in a burst: only more than twice the limit proves that there is none.
  const most = limit * 2 + 2;
  let passed = 0;
  let ordinary: Answer | undefined;
  for (;;) {
    const elapsedMs = clock.nowMs() - startedMs;
    const base = { passed, elapsedMs, ...(ordinary === undefined ? {} : { ordinary }) };
    if (passed >= most || elapsedMs > windowMs * 0.9) return base;
    const count = Math.min(SIDE_BY_SIDE_MAX, Math.max(1, Math.floor(limit / 20)), most - passed);
    const answers = await Promise.all(Array.from({ length: count }, () => sender.sendAtOnce(request)));
    const refusal = answers.find(({ status }) => status === 429);
    const failed = answers.find(({ status }) => status === 0 || status >= 500);
    passed += answers.filter(({ status }) => status !== 429 && status !== 0 && status < 500).length;
    ordinary ??= answers.find(({ status }) => status >= 200 && status <= 299);
    if (refusal !== undefined || failed !== undefined)
      return {
        passed,
        elapsedMs,
        ...(ordinary === undefined ? {} : { ordinary }),
        ...(refusal === undefined ? {} : { refusal }),
        ...(failed === undefined ? {} : { failed }),
      };
  }
};

const unknownOf = (
  { passed, elapsedMs, failed, ordinary }: Burst,
  { limit, windowMs }: LimitSought,
): string | undefined => {
  if (failed !== undefined)
    return `a request got ${failed.status === 0 ? 'no answer' : `status ${String(failed.status)}`} under way`;
  if (ordinary === undefined) return 'no request was granted';
  return elapsedMs > windowMs * 0.9
    ? `${String(passed)} requests in ${String(Math.round(elapsedMs))} ms are too slow to reach ${String(limit)} in ${String(windowMs)} ms for sure`
    : undefined;
};

/**
 * Sends until a refusal, waits for a new window, and does so again where the figure is not the documented one: a window that was begun
 * before, and two that meet, give a wrong one once.
 *
 * @returns after at most three rounds of at most twice the limit
 */
export const seekLimit = async (ports: LimitPorts, request: ProbeRequest, sought: LimitSought): Promise<LimitSeen> => {
  const { clock, signal } = ports;
  let requests = 0;
  let seen: LimitSeen = { requests };
  for (let round = 1; round <= ROUNDS; round += 1) {
    const one = await burst(ports, request, sought);
    requests += one.passed + 1;
    if (one.refusal === undefined) {
      const unknown = unknownOf(one, sought);
      const ordinary = one.ordinary === undefined ? {} : { ordinary: one.ordinary };
      return unknown === undefined
        ? { ...ordinary, requests, unrefused: one.passed }
        : { ...ordinary, requests, unknown };
    }
    const saidMs = retryAfterMs(headerOf(one.refusal.headers, 'retry-after') ?? '', clock.nowMs());
    const wholeMs = sought.windowMs + 50;
    // The first wait believes the API; where that leads to nothing, the whole window passes.
    const waitMs = round === 1 ? Math.max(saidMs ?? wholeMs, 1) : wholeMs;
    seen = {
      ...seen,
      passed: one.passed,
      refusal: seen.refusal ?? one.refusal,
      requests,
      ...(one.ordinary === undefined ? {} : { ordinary: seen.ordinary ?? one.ordinary }),
    };
    if (isWithin(one.passed, sought.limit) && (round > 1 || saidMs === undefined)) return seen;
    if (waitMs > sought.waitMsMax)
      return isWithin(one.passed, sought.limit)
        ? seen
        : {
            ...seen,
            unknown: `a new window begins in ${String(Math.ceil(waitMs / 1000))} s, longer than waitSecondsMax`,
          };
    await clock.sleep(waitMs, signal);
    if (round === 1 && saidMs !== undefined) {
      const after = await ports.sender.sendAtOnce(request);
      requests += 1;
      seen = { ...seen, refusedAfterWait: after.status === 429, requests };
      if (isWithin(one.passed, sought.limit)) return seen;
      if (!after.isUnjudged) await clock.sleep(wholeMs, signal);
    }
  }
  return seen;
};
