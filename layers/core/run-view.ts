import type { VerdictCounts } from '#core/case-result';
import { NO_COUNTS } from '#core/merge-results';
import type { Principal } from '#core/access';
import { readsPayload } from '#core/grants';
import type { Attempt, GateResult, Run, Shard } from '#core/run';

const rfc3339 = (epochMs: number): string => new Date(epochMs).toISOString();

/** What has not happened yet is null on the wire, never absent. */
const rfc3339OrNull = (epochMs: number | undefined): string | null => (epochMs === undefined ? null : rfc3339(epochMs));

const addCounts = (a: VerdictCounts, b: VerdictCounts): VerdictCounts => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  errored: a.errored + b.errored,
  skipped: a.skipped + b.skipped,
  flaky: a.flaky + b.flaky,
  warnings: a.warnings + b.warnings,
  checks: a.checks + b.checks,
  requests: a.requests + b.requests,
  requestErrors: a.requestErrors + b.requestErrors,
});

/** Paths below the API's base URL. */
export const runLinks = (runId: string) => {
  const self = `/tests/run/${runId}`;
  return {
    self,
    results: `${self}/results`,
    junit: `${self}/junit`,
    report: `${self}/report`,
    evidence: `${self}/evidence`,
    logs: `${self}/logs`,
    cancel: `${self}/cancel`,
  };
};

const attemptView = (attempt: Attempt) => ({
  attempt: attempt.attempt,
  executor: attempt.executor,
  state: attempt.state,
  startedAt: rfc3339(attempt.startedAtEpochMs),
  endedAt: rfc3339OrNull(attempt.endedAtEpochMs),
  reason: attempt.reason ?? null,
  stopCode: attempt.stopCode ?? null,
});

/**
 * A shard that recorded after judging had read it counts as lost in the gate result, so it is shown as that, whatever its item says. The
 * frozen set is the one answer to what counted.
 */
const asJudged = (run: Run, shard: Shard): Pick<Shard, 'state' | 'lostReason'> => {
  const used = run.frozen?.attempts.some((entry) => entry.used && entry.shard === shard.shard) ?? true;
  return shard.state === 'recorded' && !used
    ? { state: 'lost', lostReason: 'it recorded after the run was judged' }
    : shard;
};

const shardView = (run: Run, shard: Shard) => ({
  shard: shard.shard,
  state: asJudged(run, shard).state,
  executor: shard.executor,
  attempt: shard.attempt,
  cases: shard.cases,
  casesDone: shard.casesDone,
  counts: shard.counts ?? null,
  predictedMs: shard.predictedMs,
  lostReason: asJudged(run, shard).lostReason ?? null,
  attempts: shard.attempts.map(attemptView),
});

const progressOf = (run: Run, shards: readonly Shard[]) => ({
  cases: shards.length === 0 ? (run.cases ?? null) : shards.reduce((sum, shard) => sum + shard.cases, 0),
  casesDone: shards.reduce((sum, shard) => sum + shard.casesDone, 0),
  counts: shards.reduce((sum, shard) => addCounts(sum, shard.counts ?? NO_COUNTS), NO_COUNTS),
  shards: [...shards].sort((a, b) => a.shard - b.shard).map((shard) => shardView(run, shard)),
});

const sealView = (run: Run) => {
  if (run.seal === undefined) return null;
  const { bucket, prefix, manifest, objects, bytes } = run.seal;
  const { key, versionId, sha256, bytes: manifestBytes } = manifest;
  return { bucket, prefix, manifest: { key, versionId, sha256, bytes: manifestBytes }, objects, bytes };
};

const stopView = (run: Run) =>
  run.stopRequestedAtEpochMs === undefined
    ? null
    : { reason: run.stopReason ?? 'cancelled', by: run.stopBy ?? 'unknown', at: rfc3339(run.stopRequestedAtEpochMs) };

/** The gate result for somebody without `payload:read`: reasons stay, what the target answered goes (F1.1). */
const withoutDetails = (gate: GateResult): GateResult => ({
  ...gate,
  reasons: gate.reasons.map(({ detail: _detail, ...reason }) => reason),
});

/** A run as the API shows it. Times are RFC 3339; what has not happened yet is null, never absent. */
export const runView = (run: Run, shards: readonly Shard[], reader: Principal) => ({
  runId: run.runId,
  name: run.name,
  description: run.description ?? null,
  labels: run.labels,
  state: run.state,
  service: run.service,
  version: run.version,
  environment: run.environment,
  resolved: run.resolved,
  selectors: run.selectors,
  suites: run.suites,
  executor: run.executor ?? null,
  failFast: run.failFast,
  gate: run.gate === undefined ? null : readsPayload(reader, run.service) ? run.gate : withoutDetails(run.gate),
  error: run.error ?? null,
  stop: stopView(run),
  progress: progressOf(run, shards),
  timings: {
    acceptedAt: rfc3339(run.acceptedAtEpochMs),
    startedAt: rfc3339OrNull(run.startedAtEpochMs),
    lastRecordedAt: rfc3339OrNull(run.lastRecordedAtEpochMs),
    judgedAt: rfc3339OrNull(run.judgedAtEpochMs),
    sealedAt: rfc3339OrNull(run.sealedAtEpochMs),
    deadlineAt: rfc3339(run.deadlineEpochMs),
  },
  seal: sealView(run),
  sealError: run.sealError ?? null,
  rerunOf: run.rerunOf ?? null,
  lineage: run.lineage ?? [],
  traceId: run.traceId,
  links: runLinks(run.runId),
});
export type RunView = ReturnType<typeof runView>;

/** A run as a list shows it. */
export const runSummary = (run: Run) => ({
  runId: run.runId,
  name: run.name,
  labels: run.labels,
  state: run.state,
  service: run.service,
  version: run.version,
  environment: run.environment,
  suites: run.suites,
  gate: run.gate?.answer ?? null,
  cases: run.cases ?? null,
  acceptedAt: rfc3339(run.acceptedAtEpochMs),
  judgedAt: rfc3339OrNull(run.judgedAtEpochMs),
  sealedAt: rfc3339OrNull(run.sealedAtEpochMs),
  rerunOf: run.rerunOf ?? null,
});
export type RunSummary = ReturnType<typeof runSummary>;
