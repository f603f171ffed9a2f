import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { CaseResult, ResultList, RunView } from '#contracts/generated/types';
import type { Cloud } from '../../../local/cloud.ts';
import { callPlane } from '../../../local/plane-call.ts';
import type { PlaneAnswer } from '../../../local/plane-call.ts';

const TOKEN_SECONDS = 3_600;
const LOOK_MS = 250;

/** A name nobody else uses. */
export const unique = (prefix: string): string => `${prefix}-${randomBytes(4).toString('hex')}`;

/** Looks again and again until `look` gives something. */
export const until = async <T>(what: string, look: () => Promise<T | undefined>, timeoutMs: number): Promise<T> => {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`${what}: not within ${String(timeoutMs / 1000)} s`);
    await pause(LOOK_MS);
  }
};

type Headers = Readonly<Record<string, string>>;

/** One identity at the API. */
export interface Caller {
  call(method: string, path: string, json?: unknown, headers?: Headers): Promise<PlaneAnswer>;
  /** The answer's body. @throws Error unless the status is the expected one */
  expect<T>(status: number, method: string, path: string, json?: unknown, headers?: Headers): Promise<T>;
}

/** A caller with these claims. */
export const callerOf = async (cloud: Cloud, claims: { readonly sub: string }): Promise<Caller> => {
  const token = await cloud.tokenFor(claims, { lifetimeSeconds: TOKEN_SECONDS });
  const call: Caller['call'] = (method, path, json, headers) =>
    callPlane(cloud.url, {
      method,
      path,
      token,
      ...(json === undefined ? {} : { json }),
      ...(headers === undefined ? {} : { headers }),
    });
  return {
    call,
    expect: async <T>(status: number, method: string, path: string, json?: unknown, headers?: Headers) => {
      const { status: got, body } = await call(method, path, json, headers);
      if (got === status) return body as T;
      throw new Error(`${method} ${path}: expected ${String(status)}, got ${String(got)} ${JSON.stringify(body)}`);
    },
  };
};

/** `422 unknown-suite`: status and problem code of an answer. */
export const said = ({ status, body }: PlaneAnswer): string => {
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined;
  return typeof code === 'string' ? `${String(status)} ${code}` : String(status);
};

export const readRun = (who: Caller, runId: string): Promise<RunView> =>
  who.expect<RunView>(200, 'GET', `/tests/run/${runId}`);

/** Waits for the gate result. */
export const judged = (who: Caller, runId: string, timeoutMs = 120_000): Promise<RunView> =>
  until(
    `gate result of ${runId}`,
    async () => {
      const view = await who.expect<RunView>(200, 'GET', `/tests/run/${runId}?wait=10`);
      return view.gate === null ? undefined : view;
    },
    timeoutMs,
  );

/** Waits for the seal. @throws Error when sealing ended with an error */
export const sealed = (who: Caller, runId: string, timeoutMs = 120_000): Promise<RunView> =>
  until(
    `seal of ${runId}`,
    async () => {
      const view = await readRun(who, runId);
      if (view.sealError !== null) throw new Error(`sealing ${runId} failed: ${view.sealError.message}`);
      return view.seal === null ? undefined : view;
    },
    timeoutMs,
  );

export const resultsOf = async (who: Caller, runId: string): Promise<readonly CaseResult[]> => {
  const found: CaseResult[] = [];
  for (let cursor = ''; ;) {
    const page = await who.expect<ResultList>(200, 'GET', `/tests/run/${runId}/results?limit=100${cursor}`);
    found.push(...page.items);
    if (page.next === null) return found;
    cursor = `&cursor=${encodeURIComponent(page.next)}`;
  }
};
