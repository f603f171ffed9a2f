import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { CaseResult, EvidenceView, ResultList, RunAccepted, RunView } from '#contracts/generated/types';
import type { Role } from '#core/words';
import { assay } from '../../local/assay-command.ts';
import type { AssayOutcome } from '../../local/assay-command.ts';
import { callPlane } from '../../local/plane-call.ts';
import type { PlaneAnswer } from '../../local/plane-call.ts';
import { reach } from '../../local/running-cloud.ts';
import type { CloudRecord, ReachableCloud } from '../../local/running-cloud.ts';
import { groupClaims } from '../../local/e2e/groups.ts';
import { admit } from '../../local/trust.ts';

interface E2eRecord extends CloudRecord {
  readonly names: { readonly [name: string]: string };
}

export interface TestCloud extends ReachableCloud {
  /** Physical names by parameter, such as `records/evidence-bucket`. */
  readonly names: { readonly [name: string]: string };
}

export type CloudName = 'plain' | 'roles';

/** A cloud that local/e2e/main.ts started. */
export const cloudOf = (name: CloudName): TestCloud => {
  const file = process.env['ASSAY_E2E'];
  if (file === undefined) throw new Error('the e2e tests run through `npm run test:e2e`, which starts their clouds');
  const record = (JSON.parse(readFileSync(file, 'utf8')) as { readonly [name: string]: E2eRecord | undefined })[name];
  if (record === undefined) throw new Error(`the cloud ${name} was not started`);
  return { ...reach(record), names: record.names };
};

/** A name nobody else uses. */
export const unique = (prefix: string): string => `${prefix}-${randomBytes(4).toString('hex')}`;

/** Looks again and again until `look` gives something. */
export const until = async <T>(
  what: string,
  look: () => Promise<T | undefined>,
  timeoutMs = 60_000,
  everyMs = 100,
): Promise<T> => {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`${what}: not within ${String(timeoutMs / 1000)} s`);
    await pause(everyMs);
  }
};

/** One identity at the API. */
export interface Caller {
  readonly cloud: TestCloud;
  readonly token: string;
  call(
    method: string,
    path: string,
    json?: unknown,
    headers?: { readonly [name: string]: string },
  ): Promise<PlaneAnswer>;
  /** The answer's body. @throws Error unless the status is the expected one */
  expect<T>(
    status: number,
    method: string,
    path: string,
    json?: unknown,
    headers?: { readonly [name: string]: string },
  ): Promise<T>;
  /** The `assay` command with this identity. */
  assay(args: readonly string[], cwd?: string): Promise<AssayOutcome>;
}

export const callerWith = (cloud: TestCloud, token: string): Caller => {
  const call: Caller['call'] = (method, path, json, headers) =>
    callPlane(cloud.url, {
      method,
      path,
      token,
      ...(json === undefined ? {} : { json }),
      ...(headers === undefined ? {} : { headers }),
    });
  return {
    cloud,
    token,
    call,
    expect: async <T>(
      status: number,
      method: string,
      path: string,
      json?: unknown,
      headers?: { readonly [name: string]: string },
    ) => {
      const answer = await call(method, path, json, headers);
      if (answer.status !== status)
        throw new Error(
          `${method} ${path}: expected ${String(status)}, got ${String(answer.status)} ${JSON.stringify(answer.body)}`,
        );
      return answer.body as T;
    },
    assay: (args, cwd) =>
      assay({ args, url: cloud.url, identity: { ASSAY_TOKEN: token }, ...(cwd === undefined ? {} : { cwd }) }),
  };
};

export interface Who {
  readonly role?: Role;
  readonly tenant?: string;
  /** Services it may touch: such a guest gets a rule of their own. */
  readonly projects?: readonly string[];
  readonly payloadRead?: boolean;
}

/** Somebody new with that role, let in by the rules that local/e2e/main.ts made. */
export const someone = async (
  cloud: TestCloud,
  { role = 'editor', tenant = 'local', projects, payloadRead = true }: Who = {},
): Promise<Caller> => {
  const claims =
    projects === undefined
      ? { sub: unique(`person@${tenant}`), ...groupClaims({ tenant, role, payloadRead }) }
      : await admit(cloud, { tenant, role, subject: unique(`guest@${tenant}`), payloadRead, projects });
  return callerWith(cloud, await cloud.tokenFor(claims, { lifetimeSeconds: 3600 }));
};

export const startRun = (who: Caller, body: object, key = unique('key')): Promise<RunAccepted> =>
  who.expect<RunAccepted>(202, 'POST', '/tests/run', body, { 'idempotency-key': key });

export const readRun = (who: Caller, runId: string): Promise<RunView> =>
  who.expect<RunView>(200, 'GET', `/tests/run/${runId}`);

/** Waits for the gate result by long polling, as a pipeline does. */
export const judged = (who: Caller, runId: string, timeoutMs = 120_000): Promise<RunView> =>
  until(
    `gate result of ${runId}`,
    async () => {
      const view = await who.expect<RunView>(200, 'GET', `/tests/run/${runId}?wait=10`);
      return view.gate === null ? undefined : view;
    },
    timeoutMs,
  );

export const sealed = (who: Caller, runId: string): Promise<RunView> =>
  until(`seal of ${runId}`, async () => {
    const view = await readRun(who, runId);
    if (view.sealError !== null) throw new Error(`sealing ${runId} failed: ${view.sealError.message}`);
    return view.seal === null ? undefined : view;
  });

export const runToGate = async (who: Caller, body: object): Promise<RunView> =>
  judged(who, (await startRun(who, body)).runId);

export const resultsOf = async (who: Caller, runId: string): Promise<readonly CaseResult[]> => {
  const found: CaseResult[] = [];
  let cursor = '';
  for (;;) {
    const page = await who.expect<ResultList>(200, 'GET', `/tests/run/${runId}/results?limit=100${cursor}`);
    found.push(...page.items);
    if (page.next === null) return found;
    cursor = `&cursor=${encodeURIComponent(page.next)}`;
  }
};

export const evidenceOf = (who: Caller, runId: string): Promise<EvidenceView> =>
  who.expect<EvidenceView>(200, 'GET', `/tests/run/${runId}/evidence`);

/** The code of a problem answer. */
export const codeOf = ({ body }: PlaneAnswer): unknown =>
  typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined;
