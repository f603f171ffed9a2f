/** Sends the requests of a scan: within its budget, not faster than it may, and again after a limit or an outage. */
import type { ProbeContext, ProbeRequest } from '#engines/probe/probe';
import { answerOf, headerOf, type Answer } from '#engines/security/answer';
import { retryAfterMs } from '#engines/client/retry-after';

/** No request is left for a check; what it would have looked at is told as not looked at. */
export class BudgetSpent extends Error {
  constructor(most: number) {
    super(`the scan's ${String(most)} requests are used up (requestsMax)`);
    this.name = 'BudgetSpent';
  }
}

export interface SenderLimits {
  readonly requestsMax: number;
  readonly requestsPerSecond: number;
}

export interface Sender {
  /** Paced, and repeated after 429 and 503. @throws BudgetSpent */
  readonly send: (request: ProbeRequest) => Promise<Answer>;
  /** Neither paced nor repeated, for probes of limits. @throws BudgetSpent */
  readonly sendAtOnce: (request: ProbeRequest) => Promise<Answer>;
  /** Takes away what the scan made: beyond the budget, and after a stop as well. */
  readonly remove: (request: ProbeRequest) => Promise<Answer>;
  /** So many more requests are allowed. */
  readonly extend: (requests: number) => void;
  readonly counts: () => { readonly requests: number; readonly requestErrors: number };
}

const WAIT_MS_MAX = 30_000;
const WAIT_MS_DEFAULT = 1000;
const TRIES = 3;

export const sender = (context: ProbeContext, { requestsMax, requestsPerSecond }: SenderLimits): Sender => {
  const { clock, signal } = context;
  let requests = 0;
  let bound = requestsMax;
  let requestErrors = 0;
  let nextAtMs = 0;
  const sendAtOnce = async (request: ProbeRequest): Promise<Answer> => {
    signal.throwIfAborted();
    if (requests >= bound) throw new BudgetSpent(requestsMax);
    requests += 1;
    const answer = answerOf(await context.send(request));
    if (answer.status === 0) requestErrors += 1;
    return answer;
  };
  const paced = async (): Promise<void> => {
    const now = clock.nowMs();
    const waitMs = nextAtMs - now;
    nextAtMs = Math.max(now, nextAtMs) + 1000 / requestsPerSecond;
    // Timers are no finer than a millisecond: a shorter wait is made up for by the next ones.
    if (waitMs >= 1) await clock.sleep(waitMs, signal);
  };
  const send: Sender['send'] = async (request) => {
    for (let count = 1; ; count += 1) {
      await paced();
      const answer = await sendAtOnce(request);
      if ((answer.status !== 429 && answer.status !== 503) || count >= TRIES) return answer;
      const said = retryAfterMs(headerOf(answer.headers, 'retry-after') ?? '', clock.nowMs());
      await clock.sleep(Math.min(WAIT_MS_MAX, said ?? WAIT_MS_DEFAULT * count), signal);
    }
  };
  return {
    sendAtOnce,
    extend: (more) => {
      bound = Math.max(bound, requests + more);
    },
    counts: () => ({ requests, requestErrors }),
    send,
    remove: async (request) => {
      const removal = { ...request, removes: true } as const;
      // A pause ends at once with the run, and what was made has to go all the same.
      if (!signal.aborted) return send(removal);
      requests += 1;
      return answerOf(await context.send(removal));
    },
  };
};
