import type { CaseResult } from '#core/case-result';
import { inParallel } from '#core/in-parallel';
import { METRICS } from '#core/metric-names';
import { problem } from '#core/problems';
import { runLogFields } from '#core/run-log-fields';
import { countedAttempts, type CountedAttempt } from '#engines/results/attempt-files';
import { findingsSeen, lookAt } from '#engines/results/findings-seen';
import type { FindingsSeen } from '#engines/results/findings-seen';
import { eachPackedLine } from '#engines/results/packed-lines';
import { runRecords, type RunRecords } from '#engines/results/run-records';
import type { BlobStore } from '#ports/blob-store';
import type { DurationHistory } from '#ports/catalog-store';
import type { RunPointer } from '#ports/orchestrator';
import type { RunStore } from '#ports/run-store';
import type { Log, MetricsSink } from '#ports/telemetry';
import { learnFindings } from './learn-findings.ts';
import type { LearnFindingsPorts } from './learn-findings.ts';

export interface LearnRunPorts extends LearnFindingsPorts {
  readonly runs: RunStore;
  readonly staging: BlobStore;
  readonly durations: DurationHistory;
  readonly metrics: MetricsSink;
  readonly log: Log;
}

const SHARDS_AT_ONCE = 4;

/** Milliseconds of the cases that passed at the first try, by suite and case: what a forecast may be made of. Findings go to `seen`. */
const passingDurations = async (
  records: RunRecords,
  attempt: CountedAttempt,
  seen: FindingsSeen,
  signal: AbortSignal,
) => {
  const durations: (readonly [suite: string, id: string, ms: number])[] = [];
  const packed = await records.attemptFile(attempt, 'results.jsonl.gz', signal);
  if (packed === undefined) return durations;
  await eachPackedLine(packed, `results of shard ${String(attempt.shard)}`, (line) => {
    const result = JSON.parse(line) as CaseResult;
    lookAt(result, seen);
    if (result.verdict === 'passed' && !result.flaky) durations.push([result.suite, result.case, result.durationMs]);
  });
  return durations;
};

/**
 * Records how long the passing cases of a judged run took, and what it found or found no more. Reads the frozen set only; the history keeps
 * a run once and findings merge to the same, so that a repeat adds nothing.
 *
 * @throws run-not-found, run-not-over before the attempts were frozen, results-invalid, digest-mismatch
 */
export const learnRun =
  ({ runs, staging, durations, metrics, log, ...ports }: LearnRunPorts) =>
  async (
    { tenant, runId }: RunPointer,
    signal: AbortSignal,
  ): Promise<RunPointer & { readonly suites: number; readonly cases: number; readonly findings: number }> => {
    const run = await runs.get(tenant, runId, signal);
    if (run === undefined) throw problem('run-not-found', `no run ${runId}`, { runId });
    log.about(runLogFields(run));
    if (run.frozen === undefined)
      throw problem('run-not-over', `${runId} must be judged before it is learned from, it is ${run.state}`, { runId });
    const records = runRecords({ staging }, run);
    const seen = findingsSeen();
    const parts = await inParallel(countedAttempts(run, []), SHARDS_AT_ONCE, (attempt) =>
      passingDurations(records, attempt, seen, signal),
    );
    const bySuite = new Map<string, Map<string, number>>();
    for (const [suite, id, ms] of parts.flat()) {
      const cases = bySuite.get(suite) ?? new Map<string, number>();
      // A token case that ran in several shards counts with its longest time.
      bySuite.set(suite, cases.set(id, Math.max(ms, cases.get(id) ?? 0)));
    }
    for (const [suite, cases] of bySuite) await durations.record(tenant, suite, runId, cases, signal);
    const learned = { tenant, runId, service: run.service, atEpochMs: run.frozen.frozenAtEpochMs };
    const { seen: findings, overdue } = await learnFindings(learned, seen, ports, signal);
    metrics.add(METRICS.overdueFindings, 'Count', overdue);
    return {
      tenant,
      runId,
      findings,
      suites: bySuite.size,
      cases: [...bySuite.values()].reduce((sum, cases) => sum + cases.size, 0),
    };
  };
