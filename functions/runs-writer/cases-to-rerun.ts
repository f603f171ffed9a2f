import type { CaseSummary } from '#core/case-summary';
import { inParallel } from '#core/in-parallel';
import { mergeResults, NO_RESULTS } from '#core/merge-results';
import type { MergedResults } from '#core/merge-results';
import { problem } from '#core/problems';
import type { Run } from '#core/run';
import { rootCause } from '#core/root-cause';
import { countedAttempts } from '#engines/results/attempt-files';
import { runRecords } from '#engines/results/run-records';
import { shardResults } from '#engines/results/shard-results';
import type { BlobStore } from '#ports/blob-store';

export type RerunOnly = 'failed' | 'lost' | 'failed-or-lost';

/** Shards read at once: enough to hide the latency, few enough for a function's memory. */
const READS_AT_ONCE = 8;

const isFailure = (summary: CaseSummary | undefined): boolean =>
  summary?.verdict === 'failed' || summary?.verdict === 'errored';

/** Skipped cases were not judged: they are as good as lost, and those that a failure kept from running belong to it as well. */
const isWanted = (summary: CaseSummary | undefined, results: MergedResults, only: RerunOnly): boolean => {
  const isLost = summary === undefined || summary.verdict === 'skipped';
  if (only === 'lost') return isLost;
  const isFailed = isFailure(summary) || (summary !== undefined && isFailure(rootCause(summary, results)));
  return isFailed || (only === 'failed-or-lost' && isLost);
};

/**
 * The cases of a judged run that need another run. Failed: failed or errored ones and those that were skipped because of one. Lost: those
 * without any result, because their shard was lost, and all that were skipped, as after a stop. What they depend on is added by planning.
 * A case that several shards ran counts with its worst outcome, as it did for the gate.
 *
 * @returns case ids by suite id; undefined when the run ended before it was planned, so that all of it is to be run
 * @throws nothing-to-rerun when the records of the run have left staging; results-invalid, digest-mismatch
 */
export const casesToRerun = async (
  run: Run,
  only: RerunOnly,
  staging: BlobStore,
  signal: AbortSignal,
): Promise<{ readonly [suite: string]: readonly string[] } | undefined> => {
  if (run.planKey === undefined) return only === 'failed' ? {} : undefined;
  const records = runRecords({ staging }, run);
  const plan = await records.plan(signal);
  if (plan === undefined)
    throw problem('nothing-to-rerun', 'the plan of the run has left staging: start a new run instead', {
      runId: run.runId,
    });
  const parts = await inParallel(countedAttempts(run, []), READS_AT_ONCE, (attempt) =>
    shardResults(attempt, records, signal),
  );
  const results = parts.reduce(mergeResults, NO_RESULTS);
  const chosen = new Map<string, Set<string>>();
  for (const shard of plan.shards) {
    for (const [suite, ids] of Object.entries(shard.cases)) {
      for (const id of ids)
        if (isWanted(results.cases.get(`${suite}/${id}`), results, only))
          chosen.set(suite, (chosen.get(suite) ?? new Set()).add(id));
    }
  }
  return Object.fromEntries([...chosen].sort(([a], [b]) => (a < b ? -1 : 1)).map(([suite, ids]) => [suite, [...ids]]));
};
