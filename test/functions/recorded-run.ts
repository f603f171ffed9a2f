/** Runs as runner, judge and sealer leave them, made through the same stores that they write to. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { canonicalBytes } from '#core/canonical-json';
import type { VerdictCounts } from '#core/case-result';
import { evidenceManifest, evidencePrefix, filePath, MANIFEST_PATH } from '#core/manifest';
import { summarise } from '#core/case-summary';
import type { AttemptManifest, Plan } from '#core/plan';
import { reportFiles } from '#core/report/report-files';
import type { FrozenAttempts, GateResult, Run } from '#core/run';
import { epochMs } from '#core/units';
import { verdictDocument } from '#core/verdict-document';
import type { Plane } from './plane.ts';
import { caseResult } from './recorded-case.ts';
import type { Outcome } from './recorded-case.ts';

const sha256 = (body: Uint8Array): string => createHash('sha256').update(body).digest('hex');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

export const COUNTS: VerdictCounts = {
  passed: 1,
  failed: 1,
  errored: 0,
  skipped: 0,
  flaky: 0,
  warnings: 0,
  checks: 2,
  requests: 2,
  requestErrors: 0,
};

export interface ShardPlan {
  /** Verdicts by case id; the shard is lost when absent. */
  readonly verdicts?: { readonly [caseId: string]: Outcome };
  readonly planned: readonly string[];
}

const GATE: GateResult = { answer: 'shut', reasons: [], counts: COUNTS, errorRate: 0, p95Ms: 12, degraded: false };
const SUITE_ID = 'shop.checkout';

/** Cuts the plan, and tells the run item of it. */
export const planRun = async (plane: Plane, run: Run, shards: readonly ShardPlan[]): Promise<void> => {
  const { tenant, runId } = run;
  const planned = shards.map(({ planned: ids }, shard) => ({
    shard,
    executor: 'lambda' as const,
    predictedMs: 100,
    cases: { [SUITE_ID]: ids },
    caseCount: ids.length,
  }));
  const stored = await plane.catalog.getSuite(tenant, SUITE_ID);
  const header = stored === undefined ? [] : [{ ...stored, id: SUITE_ID, cases: 2 }];
  const plan: Plan = {
    schema: 'assay/plan/v1',
    tenant,
    runId,
    service: run.service,
    version: run.version,
    environment: {
      name: run.environment,
      targets: { default: 'https://shop.example' },
      variables: { userName: 'ada' },
    },
    suites: header.map(({ id, capability, digest, key, advisory, cases }) => ({
      id,
      capability,
      digest,
      key,
      advisory,
      cases,
    })),
    shards: planned,
    cases: planned.reduce((sum, { caseCount }) => sum + caseCount, 0),
    probeOn: 'none',
  };
  const body = canonicalBytes(plan);
  const planKey = `v1/${tenant}/${runId}/plan.json`;
  await plane.staging.put(planKey, body, 'application/json');
  await plane.runs.putShards(tenant, runId, planned);
  await plane.runs.advance(tenant, runId, 'running', {
    planKey,
    planSha256: sha256(body),
    shards: planned.length,
    cases: plan.cases,
  });
};

const LOG = [
  '{"at":"2026-11-21T12:00:01.000Z","level":"info","message":"case begins","case":"login"}',
  JSON.stringify({
    at: '2026-11-21T12:00:02.000Z',
    level: 'error',
    message: 'case failed',
    case: 'pay',
    operation: 'POST /pay',
    url: 'https://shop.example/pay?card=customer-data',
    reason: 'expected 12, got "customer-data"',
    phase: 'check',
  }),
  JSON.stringify({
    at: '2026-11-21T12:00:03.000Z',
    level: 'debug',
    message: 'POST https://shop.example/pay?card=customer-data 200 failed',
    case: 'pay',
  }),
  JSON.stringify({
    at: '2026-11-21T12:00:04.000Z',
    level: 'error',
    message: 'POST /pay errored',
    case: 'pay',
    error_class: 'connection',
    reason: 'connection refused',
    phase: 'connect',
  }),
];

/** One attempt that ran and recorded. */
export const recordShard = async (
  plane: Plane,
  { tenant, runId }: Run,
  shard: number,
  verdicts: { readonly [caseId: string]: Outcome },
): Promise<void> => {
  const nonce = `nonce-${String(shard)}`;
  const at = epochMs(plane.clock.nowMs());
  await plane.runs.claimAttempt({ tenant, runId, shard, attempt: 1, nonce, executor: 'lambda', atEpochMs: at });
  const prefix = `v1/${tenant}/${runId}/attempts/${String(shard).padStart(4, '0')}-01`;
  const lines = Object.entries(verdicts).map(([id, verdict]) => JSON.stringify(caseResult(SUITE_ID, id, verdict)));
  const contents = {
    'results.jsonl.gz': gzipSync(bytes(`${lines.join('\n')}\n`)),
    'log.jsonl.gz': gzipSync(bytes(`${LOG.join('\n')}\n`)),
  };
  const files: AttemptManifest['files'][number][] = [];
  for (const [path, content] of Object.entries(contents)) {
    await plane.staging.put(`${prefix}/${path}`, content, 'application/gzip');
    files.push({
      path,
      key: `${prefix}/${path}`,
      sha256: sha256(content),
      bytes: content.byteLength,
      mediaType: 'application/gzip',
      redactions: 0,
    });
  }
  const manifest: AttemptManifest = {
    schema: 'assay/attempt/v1',
    tenant,
    runId,
    shard,
    attempt: 1,
    nonce,
    startedAtEpochMs: at,
    endedAtEpochMs: at,
    stopped: false,
    files,
    runner: { version: '0', node: '24' },
    secretScan: { secrets: 0, hits: 0 },
  };
  const body = canonicalBytes(manifest);
  await plane.staging.put(`${prefix}/attempt.json`, body, 'application/json');
  const outcome = {
    counts: COUNTS,
    casesDone: lines.length,
    attemptKey: `${prefix}/attempt.json`,
    attemptSha256: sha256(body),
    stopped: false,
  };
  await plane.runs.recordAttempt({ tenant, runId, shard, attempt: 1, nonce }, outcome, at);
};

/** Freezes what was recorded and gives the gate result. */
export const judgeRun = async (plane: Plane, { tenant, runId }: Run): Promise<void> => {
  const found = await plane.runs.getWithShards(tenant, runId);
  const attempts: FrozenAttempts['attempts'] = (found?.shards ?? []).flatMap(({ shard, attempts: all }) =>
    all.map((attempt) => ({ ...attempt, shard, used: attempt.state === 'recorded' })),
  );
  await plane.runs.freeze(tenant, runId, { frozenAtEpochMs: plane.clock.nowMs(), attempts });
  await plane.staging.put(
    `v1/${tenant}/${runId}/verdict/junit.xml`,
    bytes('<testsuites name="customer-data"/>'),
    'application/xml',
  );
  await putVerdict(plane, tenant, runId);
  await plane.runs.recordGate(tenant, runId, GATE, epochMs(plane.clock.nowMs()));
};

/** The verdict with one case, whose message quotes what the target answered, and the pages made of it. */
const putVerdict = async (plane: Plane, tenant: string, runId: string): Promise<void> => {
  const run = await plane.runs.get(tenant, runId);
  if (run === undefined) throw new Error('expected a run');
  const cases = [summarise(caseResult(SUITE_ID, 'pay', 'failed'), 0)];
  const document = verdictDocument({ run, gate: GATE, cases, lostShards: [], missing: [] });
  const put = (name: string, text: string): Promise<void> =>
    plane.staging.put(`v1/${tenant}/${runId}/verdict/${name}`, bytes(text), 'text/plain');
  await put('results.json', JSON.stringify(document));
  for (const { name, text } of reportFiles(document)) await put(name, text);
};

/** Copies what lies in staging into the locked store, as the sealer does. */
export const sealRun = async (plane: Plane, { tenant, runId }: Run): Promise<void> => {
  const run = await plane.runs.get(tenant, runId);
  if (run?.frozen === undefined) throw new Error('expected a judged run');
  const prefix = evidencePrefix(run);
  const root = `v1/${tenant}/${runId}/`;
  const sealedName = (key: string): string =>
    key
      .slice(root.length)
      .replace(/^attempts\/(\d{4})-(\d\d)\//, 'shards/$1/attempt-$2/')
      .replace(/^plan\.json$/, 'inputs/plan.json');
  const entries = [];
  for (const { key } of await plane.staging.list(root)) {
    const body = (await plane.staging.get(key))?.body ?? new Uint8Array();
    const version = await plane.evidence.putOnce(
      `${prefix}${filePath(sha256(body))}`,
      body,
      'application/octet-stream',
    );
    entries.push({
      path: sealedName(key),
      sha256: version.sha256,
      bytes: version.bytes,
      mediaType: 'application/octet-stream',
      class: 'evidence' as const,
      redactions: 0,
      versionId: version.versionId,
    });
  }
  const facts = {
    run,
    frozen: run.frozen,
    planDigest: null,
    suites: [],
    expectedTests: 2,
    gate: 'shut' as const,
    capture: 'masked',
    runners: [],
    entries,
  };
  const manifest = await plane.evidence.putOnce(
    `${prefix}${MANIFEST_PATH}`,
    canonicalBytes(evidenceManifest(facts)),
    'application/json',
  );
  const seal = {
    bucket: plane.evidence.bucket,
    prefix,
    manifest: { key: `${prefix}${MANIFEST_PATH}`, ...manifest },
    objects: entries.length + 1,
    bytes: 1,
  };
  await plane.runs.recordSeal(tenant, runId, seal, epochMs(plane.clock.nowMs()));
};

/** Staging after its lifecycle removed everything. */
export const expireStaging = async (plane: Plane): Promise<void> => {
  for (const { key } of await plane.staging.list('v1/')) plane.staging.remove(key);
};

/** A judged run of these shards, started through the API. */
export const makeJudgedRun = async (
  plane: Plane,
  shards: readonly ShardPlan[],
  start: () => Promise<string>,
): Promise<Run> => {
  const runId = await start();
  const run = await plane.runs.get('acme', runId);
  if (run === undefined) throw new Error(`there is no run ${runId}`);
  await planRun(plane, run, shards);
  for (const [shard, { verdicts }] of shards.entries()) {
    if (verdicts === undefined) await plane.runs.markLost('acme', runId, shard, 'killed', epochMs(plane.clock.nowMs()));
    else await recordShard(plane, run, shard, verdicts);
  }
  await judgeRun(plane, run);
  return run;
};
