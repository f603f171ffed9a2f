import type { LostShard } from '#core/gate';
import { inParallel } from '#core/in-parallel';
import {
  collectResults,
  mergeResults,
  NO_RESULTS,
  type MergedResults,
  type ResultsCollector,
} from '#core/merge-results';
import { isProblem, problem } from '#core/problems';
import type { CountedAttempt } from '#engines/results/attempt-files';
import { eachPackedLine } from '#engines/results/packed-lines';
import type { RunRecords } from '#engines/results/run-records';

/** Enough to hide the latency of S3; the files of so many shards are in memory at once, packed. */
const SHARDS_AT_ONCE = 8;

export interface ReadResults {
  readonly results: MergedResults;
  /** Shards whose files are gone, changed or unreadable: as good as lost, and told apart by their reason. */
  readonly unreadable: readonly LostShard[];
}

/**
 * Results of the used attempts, merged. What a shard left counts as a whole or not at all.
 *
 * @throws whatever is not the data's fault, such as dependency-unavailable: judging is then repeated
 */
export const readResults = async (
  attempts: readonly CountedAttempt[],
  records: RunRecords,
  signal: AbortSignal,
): Promise<ReadResults> => {
  const parts = await inParallel(attempts, SHARDS_AT_ONCE, async (attempt) => readShard(attempt, records, signal));
  return {
    results: parts.map(({ results }) => results).reduce(mergeResults, NO_RESULTS),
    unreadable: parts.flatMap(({ loss }) => loss ?? []),
  };
};

const readShard = async (
  attempt: CountedAttempt,
  records: RunRecords,
  signal: AbortSignal,
): Promise<{ results: MergedResults; loss?: LostShard }> => {
  const { shard } = attempt;
  const collector = collectResults(shard);
  try {
    const packed = await records.attemptFile(attempt, 'results.jsonl.gz', signal);
    if (packed !== undefined) await eachPackedLine(packed, `results of shard ${String(shard)}`, addOrRefuse(collector));
    return { results: collector.results() };
  } catch (error) {
    if (!isDataFault(error)) throw error;
    return { results: NO_RESULTS, loss: { shard, reason: `its results cannot be used: ${error.message}` } };
  }
};

const addOrRefuse =
  (collector: ResultsCollector) =>
  (line: string): void => {
    try {
      collector.add(line);
    } catch (cause) {
      throw problem('results-invalid', cause instanceof Error ? cause.message : String(cause), { cause });
    }
  };

/** A broken record, a changed file, or a line that is no result. */
const isDataFault = (error: unknown): error is Error =>
  isProblem(error) && (error.code === 'results-invalid' || error.code === 'digest-mismatch');
