import type { VerdictCounts } from '#core/case-result';
import type { IndexedSuite, StoredEnvironment, StoredService, StoredSuite } from '#core/catalog';
import type { PlannedShard } from '#core/plan';
import type { Attempt, FrozenAttempts, GateReason, GateResult, Run, SealRecord } from '#core/run';
import { epochMs } from '#core/units';
import type { AttemptClaim, AttemptKey } from '#ports/run-store';

/** Values for the contracts. Every test works in a tenant of its own, so that one table serves them all. */
let made = 0;
const started = Date.now().toString(36);
export const newTenant = (): string => {
  made += 1;
  return `t${started}-${process.pid.toString(36)}-${made}`;
};

export const T0 = 1_760_000_000_000;
export const at = (ms: number) => epochMs(T0 + ms);

export const sampleRun = (tenant: string, runId: string, changes: Partial<Run> = {}): Run => ({
  schemaVersion: 1,
  tenant,
  runId,
  state: 'accepted',
  name: `run ${runId}`,
  labels: {},
  selectors: { service: 'shop', tags: { all: ['critical'], none: [] } },
  service: 'shop',
  version: null,
  environment: 'staging',
  resolved: { environment: 'staging', environmentFrom: 'default', version: null, versionFrom: 'none' },
  suites: ['shop.checkout'],
  gateRules: {},
  failFast: false,
  payloadHash: 'p'.repeat(64),
  traceId: '0'.repeat(32),
  principal: 'somebody',
  acceptedAtEpochMs: T0,
  deadlineEpochMs: T0 + 3_600_000,
  ...changes,
});

export const plannedShards = (count: number): PlannedShard[] =>
  Array.from({ length: count }, (_, shard) => ({
    shard,
    executor: 'lambda',
    predictedMs: 1500,
    cases: { 'shop.checkout': [`case-${shard}`] },
    caseCount: 1,
  }));

export const counts = (passed: number): VerdictCounts => ({
  passed,
  failed: 0,
  errored: 0,
  skipped: 0,
  flaky: 0,
  warnings: 0,
  checks: passed,
  requests: passed,
  requestErrors: 0,
});

export const claimOf = (
  tenant: string,
  runId: string,
  shard: number,
  attempt: number,
  nonce = `nonce-${shard}-${attempt}`,
): AttemptClaim => ({
  tenant,
  runId,
  shard,
  attempt,
  nonce,
  executor: 'fargate',
  taskArn: `arn:aws:ecs:eu-west-1:111122223333:task/assay/${shard}-${attempt}`,
  atEpochMs: at(1000 * attempt),
});

export const keyOf = ({ tenant, runId, shard, attempt, nonce }: AttemptClaim): AttemptKey => ({
  tenant,
  runId,
  shard,
  attempt,
  nonce,
});

export const outcome = (sha = 'a'.repeat(64)) => ({
  counts: counts(1),
  casesDone: 1,
  attemptKey: 'v1/t/r/attempts/0000-01/attempt.json',
  attemptSha256: sha,
  stopped: false,
});

export const usedAttempt = (
  claim: AttemptClaim,
  endedAt: number,
  sha = 'a'.repeat(64),
): FrozenAttempts['attempts'][number] => {
  const attempt: Attempt = {
    attempt: claim.attempt,
    nonce: claim.nonce,
    executor: claim.executor,
    state: 'recorded',
    startedAtEpochMs: claim.atEpochMs,
    endedAtEpochMs: endedAt,
    attemptKey: 'v1/t/r/attempts/0000-01/attempt.json',
    attemptSha256: sha,
  };
  return { ...attempt, shard: claim.shard, used: true };
};

export const gateWith = (reasons: readonly GateReason[], answer: GateResult['answer'] = 'shut'): GateResult => ({
  answer,
  reasons,
  counts: counts(3),
  errorRate: 0.25,
  p95Ms: 120.5,
  degraded: false,
});

export const sealWith = (sha256: string): SealRecord => ({
  bucket: 'evidence',
  prefix: 'v1/t/2026/11/21/r',
  manifest: { key: 'v1/t/2026/11/21/r/manifest.json', versionId: 'v1', sha256, bytes: 10 },
  objects: 3,
  bytes: 300,
});

export const sampleService = (tenant: string, service: string, revision = 1): StoredService => ({
  schemaVersion: 1,
  tenant,
  definition: { service, owner: 'team-a', tier: 1, defaultEnvironment: 'staging' },
  revision,
  updatedAtEpochMs: T0,
  updatedBy: 'somebody',
});

export const sampleEnvironment = (tenant: string, name: string, revision = 1): StoredEnvironment => ({
  schemaVersion: 1,
  tenant,
  definition: {
    name,
    targets: { default: 'https://api.example.com' },
    variables: { empty: '', nothing: null, list: [1, 'two'] },
  },
  revision,
  updatedAtEpochMs: T0,
  updatedBy: 'somebody',
});

export const sampleSuite = (
  tenant: string,
  id: string,
  revision = 1,
): { stored: StoredSuite; indexed: IndexedSuite } => {
  const [service = '', suite = ''] = id.split('.');
  const shared = {
    id,
    capability: 'functional',
    digest: `${revision}`.padStart(64, 'd'),
    key: `v1/${tenant}/suites/x.json`,
    advisory: false,
  } as const;
  const header = { service, suite, name: suite, tags: ['critical'], risk: 'high', cases: 2, bytes: 100 } as const;
  return {
    stored: { schemaVersion: 1, tenant, ...shared, ...header, revision, updatedAtEpochMs: T0, updatedBy: 'somebody' },
    indexed: {
      ...shared,
      cases: [
        { id: 'pay', tags: ['critical', 'money'] },
        { id: 'refund', tags: ['critical'] },
      ],
    },
  };
};
