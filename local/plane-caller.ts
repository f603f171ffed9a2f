/** One identity at the API, and what everybody asks of it: tests and benches of the one-machine cloud alike. */
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { CaseResult, ResultList, RunView } from '#contracts/generated/types';
import { callPlane } from './plane-call.ts';
import type { PlaneAnswer } from './plane-call.ts';

const LOOK_TIMEOUT_MS = 60_000;
const LOOK_EVERY_MS = 100;
/** Two busy cores start a function in seconds. */
const RUN_TIMEOUT_MS = 120_000;

/** A name nobody else uses. */
export const unique = (prefix: string): string => `${prefix}-${randomBytes(4).toString('hex')}`;

/** Looks again and again until `look` gives something. */
export const until = async <T>(
  what: string,
  look: () => Promise<T | undefined>,
  timeoutMs = LOOK_TIMEOUT_MS,
  everyMs = LOOK_EVERY_MS,
): Promise<T> => {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`${what}: not within ${String(timeoutMs / 1000)} s`);
    await pause(everyMs);
  }
};

/** First pause of whoever is told to come back later, the longest, and when that is given up. */
const BUSY_MS = 1_000;
const BUSY_PAUSE_MS_MAX = 16_000;
const BUSY_MS_MAX = 300_000;

/**
 * Asks again while the plane is busy (503), after pauses that double: a crowd that comes back at once keeps a busy machine busy.
 *
 * @returns the first other answer, or the 503 that still came after five minutes
 */
export const untilNotBusy = async (ask: () => Promise<PlaneAnswer>): Promise<PlaneAnswer> => {
  const deadline = Date.now() + BUSY_MS_MAX;
  for (let pauseMs = BUSY_MS; ; pauseMs = Math.min(pauseMs * 2, BUSY_PAUSE_MS_MAX)) {
    const answer = await ask();
    if (answer.status !== 503 || Date.now() > deadline) return answer;
    await pause(pauseMs);
  }
};

type Headers = Readonly<Record<string, string>>;

export interface PlaneCaller {
  call(method: string, path: string, json?: unknown, headers?: Headers): Promise<PlaneAnswer>;
  /** The answer's body; 503 is asked again, as it says. @throws Error unless the status is the expected one */
  expect<T>(status: number, method: string, path: string, json?: unknown, headers?: Headers): Promise<T>;
}

/** Whoever holds this token. */
export const planeCaller = (url: string, token: string): PlaneCaller => {
  const call: PlaneCaller['call'] = (method, path, json, headers) =>
    callPlane(url, {
      method,
      path,
      token,
      ...(json === undefined ? {} : { json }),
      ...(headers === undefined ? {} : { headers }),
    });
  return {
    call,
    expect: async <T>(status: number, method: string, path: string, json?: unknown, headers?: Headers) => {
      const ask = () => call(method, path, json, headers);
      const { status: got, body } = await (status === 503 ? ask() : untilNotBusy(ask));
      if (got === status) return body as T;
      throw new Error(`${method} ${path}: expected ${String(status)}, got ${String(got)} ${JSON.stringify(body)}`);
    },
  };
};

/** The code of a problem answer. */
export const codeOf = ({ body }: PlaneAnswer): unknown =>
  typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined;

export const readRun = (who: PlaneCaller, runId: string): Promise<RunView> =>
  who.expect<RunView>(200, 'GET', `/tests/run/${runId}`);

/** Waits for the gate result by long polling, as a pipeline does. */
export const judged = (who: PlaneCaller, runId: string, timeoutMs = RUN_TIMEOUT_MS): Promise<RunView> =>
  until(
    `gate result of ${runId}`,
    async () => {
      const view = await who.expect<RunView>(200, 'GET', `/tests/run/${runId}?wait=10`);
      return view.gate === null ? undefined : view;
    },
    timeoutMs,
  );

/** Waits for the seal. @throws Error when sealing ended with an error */
export const sealed = (who: PlaneCaller, runId: string, timeoutMs = RUN_TIMEOUT_MS): Promise<RunView> =>
  until(
    `seal of ${runId}`,
    async () => {
      const view = await readRun(who, runId);
      if (view.sealError !== null) throw new Error(`sealing ${runId} failed: ${view.sealError.message}`);
      return view.seal === null ? undefined : view;
    },
    timeoutMs,
  );

/** All results of a run, page by page. */
export const resultsOf = async (who: PlaneCaller, runId: string): Promise<readonly CaseResult[]> => {
  const found: CaseResult[] = [];
  for (let cursor = ''; ;) {
    const page = await who.expect<ResultList>(200, 'GET', `/tests/run/${runId}/results?limit=100${cursor}`);
    found.push(...page.items);
    if (page.next === null) return found;
    cursor = `&cursor=${encodeURIComponent(page.next)}`;
  }
};
