import { readFileSync } from 'node:fs';
import type { EvidenceView, RunAccepted, RunView } from '#contracts/generated/types';
import type { Role } from '#core/words';
import { assay } from '../../local/assay-command.ts';
import type { AssayOutcome } from '../../local/assay-command.ts';
import { groupClaims } from '../../local/e2e/groups.ts';
import { judged, planeCaller, unique } from '../../local/plane-caller.ts';
import type { PlaneCaller } from '../../local/plane-caller.ts';
import { runProgram } from '../../local/program.ts';
import type { ProgramOutcome } from '../../local/program.ts';
import { reach } from '../../local/running-cloud.ts';
import type { CloudRecord, ReachableCloud } from '../../local/running-cloud.ts';
import { admit } from '../../local/trust.ts';

export { codeOf, judged, readRun, resultsOf, sealed, unique, until } from '../../local/plane-caller.ts';

interface E2eRecord extends CloudRecord {
  readonly names: { readonly [name: string]: string };
  readonly file: string;
  readonly folder: string;
}

export interface TestCloud extends ReachableCloud {
  /** Physical names by parameter, such as `records/evidence-bucket`. */
  readonly names: { readonly [name: string]: string };
  /** Where it says how it is reached, as the cloud of `npm start` does in `.assay/cloud.json`. */
  readonly file: string;
  /** Its logs: of the emulator, with all that functions and tasks print, and of the deploy. */
  readonly folder: string;
}

export type CloudName = 'plain' | 'roles';

/** A cloud that local/e2e/main.ts started. */
export const cloudOf = (name: CloudName): TestCloud => {
  const file = process.env['ASSAY_E2E'];
  if (file === undefined) throw new Error('the e2e tests run through `npm run test:e2e`, which starts their clouds');
  const record = (JSON.parse(readFileSync(file, 'utf8')) as { readonly [name: string]: E2eRecord | undefined })[name];
  if (record === undefined) throw new Error(`the cloud ${name} was not started`);
  const { names, file: recordFile, folder } = record;
  return { ...reach(record), names, file: recordFile, folder };
};

/** One identity at the API of one cloud. */
export interface Caller extends PlaneCaller {
  readonly cloud: TestCloud;
  readonly token: string;
  /** The `assay` command with this identity. */
  assay(args: readonly string[], cwd?: string): Promise<AssayOutcome>;
}

export const callerWith = (cloud: TestCloud, token: string): Caller => ({
  cloud,
  token,
  ...planeCaller(cloud.url, token),
  assay: (args, cwd) =>
    assay({ args, url: cloud.url, identity: { ASSAY_TOKEN: token }, ...(cwd === undefined ? {} : { cwd }) }),
});

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

/** `npm run secret` for this cloud. */
export const secretCommand = (cloud: TestCloud, args: readonly string[], input = ''): Promise<ProgramOutcome> =>
  runProgram({ program: ['local', 'secret', 'main.ts'], args, input, env: { ASSAY_CLOUD: cloud.file } });

export const startRun = (who: Caller, body: object, key = unique('key')): Promise<RunAccepted> =>
  who.expect<RunAccepted>(202, 'POST', '/tests/run', body, { 'idempotency-key': key });

export const runToGate = async (who: Caller, body: object): Promise<RunView> =>
  judged(who, (await startRun(who, body)).runId);

export const evidenceOf = (who: Caller, runId: string): Promise<EvidenceView> =>
  who.expect<EvidenceView>(200, 'GET', `/tests/run/${runId}/evidence`);
