import type { CaseResult } from '#core/case-result';
import { problem } from '#core/problems';
import type { Run } from '#core/run';
import { countedAttempts } from '#engines/results/attempt-files';
import type { CountedAttempt } from '#engines/results/attempt-files';
import { readJsonLines } from '#engines/results/json-lines';
import { runRecords } from '#engines/results/run-records';
import type { RunRecords } from '#engines/results/run-records';
import type { BlobStore } from '#ports/blob-store';

export type RerunOnly = 'failed' | 'lost' | 'failed-or-lost';

/** Shards read at once: enough to hide the latency, few enough for a function's memory. */
const READS_AT_ONCE = 8;
const RESULTS_FILE = 'results.jsonl.gz';

type CaseKey = `${string}/${string}`;
const keyOf = (suite: string, id: string): CaseKey => `${suite}/${id}`;

/** The verdict of every case that has one. */
const verdictsOf = async (
  run: Run,
  records: RunRecords,
  signal: AbortSignal,
): Promise<ReadonlyMap<CaseKey, CaseResult['verdict']>> => {
  const verdicts = new Map<CaseKey, CaseResult['verdict']>();
  const waiting: CountedAttempt[] = [...countedAttempts(run, [])];
  const work = async (): Promise<void> => {
    for (let attempt = waiting.shift(); attempt !== undefined; attempt = waiting.shift()) {
      const packed = await records.attemptFile(attempt, RESULTS_FILE, signal);
      if (packed === undefined) continue;
      for (const result of readJsonLines<CaseResult>(packed, `results of shard ${String(attempt.shard)}`))
        verdicts.set(keyOf(result.suite, result.case), result.verdict);
    }
  };
  await Promise.all(Array.from({ length: READS_AT_ONCE }, work));
  return verdicts;
};

const wanted = (verdict: CaseResult['verdict'] | undefined, only: RerunOnly): boolean => {
  if (verdict === undefined) return only !== 'failed';
  return only !== 'lost' && (verdict === 'failed' || verdict === 'errored');
};

/**
 * The cases of a judged run that need another run: failed or errored ones, and those without any result, because their shard was lost or
 * stopped. What they depend on is added by planning.
 *
 * @returns case ids by suite id; undefined when the run ended before it was planned, so that all of it is to be run
 * @throws nothing-to-rerun when the records of the run have left staging
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
  const verdicts = await verdictsOf(run, records, signal);
  const chosen = new Map<string, Set<string>>();
  for (const shard of plan.shards) {
    for (const [suite, ids] of Object.entries(shard.cases)) {
      for (const id of ids)
        if (wanted(verdicts.get(keyOf(suite, id)), only)) chosen.set(suite, (chosen.get(suite) ?? new Set()).add(id));
    }
  }
  return Object.fromEntries([...chosen].sort(([a], [b]) => (a < b ? -1 : 1)).map(([suite, ids]) => [suite, [...ids]]));
};
