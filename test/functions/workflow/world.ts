/** A plane in memory with one service, one environment and some suites, and a runner that records what it is told to. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { suiteBodies } from '#aws/suite-bodies';
import type { CaseResult } from '#core/case-result';
import type { EnvironmentDefinition } from '#core/environment';
import type { AttemptManifest, ShardJob } from '#core/plan';
import type { Run, Shard } from '#core/run';
import { attemptPrefix, jobKey } from '#core/staging-keys';
import type { SuiteDefinition } from '#core/suite';
import type { BlobStore, EvidenceStore } from '#ports/blob-store';
import type { RunStore } from '#ports/run-store';
import { countCases, collectResults } from '#core/merge-results';
import {
  fixedClock,
  inMemoryBlobs,
  inMemoryCatalog,
  inMemoryDurations,
  inMemoryEvidence,
  inMemoryFindings,
  inMemoryOrchestrator,
  inMemoryRuns,
  recordingBus,
  recordingLog,
  recordingMetrics,
} from '../../doubles/index.ts';
import { resultOf, type CaseSketch } from '../../core/case-builder.ts';

export const TENANT = 'acme';
export const RUN_ID = `r${'0'.repeat(26)}`;
export const POINTER = { tenant: TENANT, runId: RUN_ID };
export const never = new AbortController().signal;
export const sha256 = (body: Uint8Array | string): string => createHash('sha256').update(body).digest('hex');

export const ENVIRONMENT: EnvironmentDefinition = { name: 'dev', targets: { default: 'https://api.example' } };

export const suiteOf = (
  suite: string,
  cases: readonly string[],
  extra: Partial<SuiteDefinition> = {},
): SuiteDefinition => ({
  suite,
  service: 'shop',
  capability: 'functional',
  cases: cases.map((id) => ({ id, request: { method: 'GET', path: `/${id}` }, checks: [{ status: 200 }] })),
  ...extra,
});

export const newRun = (extra: Partial<Run> = {}): Run => ({
  schemaVersion: 1,
  tenant: TENANT,
  runId: RUN_ID,
  state: 'accepted',
  name: 'nightly',
  labels: {},
  selectors: { service: 'shop' },
  service: 'shop',
  version: '1.0.0',
  environment: 'dev',
  resolved: { environment: 'dev', environmentFrom: 'request', version: '1.0.0', versionFrom: 'newest' },
  suites: ['shop.checkout'],
  suiteTypes: ['contract', 'functional'],
  gateRules: {},
  failFast: false,
  payloadHash: 'p',
  traceId: '0'.repeat(32),
  principal: 'ann',
  acceptedAtEpochMs: 1_760_000_000_000,
  deadlineEpochMs: 1_760_003_600_000,
  ...extra,
});

export const makeWorld = () => {
  const catalog = inMemoryCatalog();
  const catalogBlobs = inMemoryBlobs();
  const clock = fixedClock(1_760_000_001_000);
  const runs = inMemoryRuns({ catalog });
  const staging = inMemoryBlobs();
  return {
    catalog,
    catalogBlobs,
    clock,
    runs,
    staging,
    suiteBodies: suiteBodies(catalogBlobs),
    evidence: inMemoryEvidence(),
    durations: inMemoryDurations(),
    findings: inMemoryFindings(),
    orchestrator: inMemoryOrchestrator(),
    bus: recordingBus(),
    metrics: recordingMetrics(),
    log: recordingLog(),
    bucket: 'staging',
    privateRanges: [],
  };
};
export type World = ReturnType<typeof makeWorld>;

export const pushSuite = async (world: World, definition: SuiteDefinition, revision = 0): Promise<void> => {
  const { digest, key, bytes } = await world.suiteBodies.put(TENANT, definition);
  const id = `${definition.service}.${definition.suite}`;
  const advisory = definition.advisory ?? false;
  await world.catalog.putSuite(
    {
      schemaVersion: 1,
      tenant: TENANT,
      id,
      service: definition.service,
      suite: definition.suite,
      name: definition.suite,
      capability: definition.capability,
      tags: [],
      risk: 'medium',
      advisory,
      cases: definition.cases.length,
      digest,
      key,
      bytes,
      revision: revision + 1,
      updatedAtEpochMs: 1,
      updatedBy: 'ann',
    },
    {
      id,
      capability: definition.capability,
      digest,
      key,
      advisory,
      cases: definition.cases.map((item) => ({ id: item.id, tags: item.tags ?? [] })),
    },
    revision,
  );
};

export const putEnvironment = (world: World, definition: EnvironmentDefinition = ENVIRONMENT): Promise<void> =>
  world.catalog.putEnvironment(
    { schemaVersion: 1, tenant: TENANT, definition, revision: 1, updatedAtEpochMs: 1, updatedBy: 'ann' },
    0,
  );

/** A world with a run of one suite, accepted. */
export const readyWorld = async (
  extra: Partial<Run> = {},
  suites: readonly SuiteDefinition[] = [suiteOf('checkout', ['a', 'b', 'c', 'd'])],
): Promise<World> => {
  const world = makeWorld();
  await putEnvironment(world);
  for (const suite of suites) await pushSuite(world, suite);
  await world.runs.claim(newRun({ suites: suites.map((suite) => `shop.${suite.suite}`), ...extra }));
  return world;
};

export const jobOf = async (world: World, shard: number): Promise<ShardJob> => {
  const found = await world.staging.get(jobKey(POINTER, shard));
  return JSON.parse(Buffer.from(found!.body).toString()) as ShardJob;
};

export interface Recording {
  readonly attempt?: number;
  /** How a case ends, by case id; passed when not named. */
  readonly cases?: { readonly [id: string]: Omit<CaseSketch, 'case'> };
  /** Text that stands in the log. */
  readonly logLine?: string;
  /** Cases that left no result. */
  readonly without?: readonly string[];
}

const gzip = (lines: readonly object[]): Buffer => gzipSync(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));

/** Runs one shard: claims, writes results, log and the list of files, and records. */
export const recordShard = async (
  world: World,
  shard: number,
  { attempt = 1, cases = {}, logLine = 'started', without = [] }: Recording = {},
): Promise<boolean> => {
  const job = await jobOf(world, shard);
  const claim = { ...POINTER, shard, attempt, nonce: `n${shard}-${attempt}` };
  await world.runs.claimAttempt({ ...claim, executor: 'lambda', atEpochMs: world.clock.nowMs() });
  const results: CaseResult[] = job.suites.flatMap(({ id: suite, definition }) =>
    definition.cases
      .filter((item) => !without.includes(item.id))
      .map((item) => resultOf({ ...cases[item.id], suite, case: item.id })),
  );
  const prefix = attemptPrefix(POINTER, shard, attempt);
  const put = async (path: string, body: Buffer) => {
    await world.staging.put(`${prefix}${path}`, body, 'application/gzip');
    return {
      path,
      key: `${prefix}${path}`,
      sha256: sha256(body),
      bytes: body.length,
      mediaType: 'application/gzip',
      redactions: 2,
    };
  };
  const files = [
    await put('results.jsonl.gz', gzip(results)),
    await put('log.jsonl.gz', gzip([{ at: 1, level: 'info', message: logLine }])),
  ];
  const manifest: AttemptManifest = {
    schema: 'assay/attempt/v1',
    ...POINTER,
    shard,
    attempt,
    nonce: claim.nonce,
    startedAtEpochMs: 1,
    endedAtEpochMs: 2,
    stopped: false,
    files,
    runner: { version: '0.1.0', node: '24.0.0' },
    secretScan: { secrets: 1, hits: 0 },
  };
  const bytes = Buffer.from(JSON.stringify(manifest));
  await world.staging.put(`${prefix}attempt.json`, bytes, 'application/json');
  const collector = collectResults(shard);
  for (const result of results) collector.add(JSON.stringify(result));
  world.clock.advance(10);
  return world.runs.recordAttempt(
    claim,
    {
      counts: countCases(collector.results().cases.values()),
      casesDone: results.length,
      attemptKey: `${prefix}attempt.json`,
      attemptSha256: sha256(bytes),
      stopped: false,
    },
    world.clock.nowMs(),
  );
};

export const theRun = async (world: World): Promise<Run> => (await world.runs.get(TENANT, RUN_ID))!;
export const theShards = async (world: World): Promise<readonly Shard[]> =>
  (await world.runs.getWithShards(TENANT, RUN_ID))!.shards;

/** Wraps a port so that its `at`th call (of all wrapped ports that share the counter) rejects, before or after it took effect. */
export interface Fault {
  calls: number;
  readonly at: number;
  readonly when: 'before' | 'after';
  readonly error: Error;
}

export const faulty = <T extends RunStore | BlobStore | EvidenceStore>(port: T, fault: Fault): T =>
  new Proxy(port, {
    get: (target, name) => {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return async (...args: readonly unknown[]): Promise<unknown> => {
        fault.calls += 1;
        const strikes = fault.calls === fault.at;
        if (strikes && fault.when === 'before') throw fault.error;
        const answer: unknown = await (Reflect.apply(method, target, args) as Promise<unknown>);
        if (strikes) throw fault.error;
        return answer;
      };
    },
  });
