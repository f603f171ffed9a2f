import type { CaseResult } from '#core/case-result';
import type { LostShard } from '#core/gate';
import { inParallel } from '#core/in-parallel';
import { settleLoads } from '#core/load-settle';
import {
  collectResults,
  mergeResults,
  NO_RESULTS,
  type MergedResults,
  type ResultsCollector,
} from '#core/merge-results';
import { isProblem, problem } from '#core/problems';
import type { CountedAttempt } from '#engines/results/attempt-files';
import { addSeen, findingsSeen, lookAt } from '#engines/results/findings-seen';
import type { FindingsSeen } from '#engines/results/findings-seen';
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
 * @param seen takes what they say of findings, where somebody asks for it
 * @throws whatever is not the data's fault, such as dependency-unavailable: judging is then repeated
 */
export const readResults = async (
  attempts: readonly CountedAttempt[],
  records: RunRecords,
  signal: AbortSignal,
  seen?: FindingsSeen,
): Promise<ReadResults> => {
  const parts = await inParallel(attempts, SHARDS_AT_ONCE, async (attempt) => {
    const own = seen === undefined ? undefined : findingsSeen();
    const read = await readShard(attempt, records, signal, own);
    if (read.loss === undefined && seen !== undefined && own !== undefined) addSeen(own, seen);
    return read;
  });
  return {
    results: settleLoads(parts.map(({ results }) => results).reduce(mergeResults, NO_RESULTS)),
    unreadable: parts.flatMap(({ loss }) => loss ?? []),
  };
};

const readShard = async (
  attempt: CountedAttempt,
  records: RunRecords,
  signal: AbortSignal,
  seen: FindingsSeen | undefined,
): Promise<{ results: MergedResults; loss?: LostShard }> => {
  const { shard } = attempt;
  const collector = collectResults(shard);
  try {
    const packed = await records.attemptFile(attempt, 'results.jsonl.gz', signal);
    const add = addOrRefuse(collector, seen);
    if (packed !== undefined) await eachPackedLine(packed, `results of shard ${String(shard)}`, add);
    return { results: collector.results() };
  } catch (error) {
    if (!isDataFault(error)) throw error;
    return { results: NO_RESULTS, loss: { shard, reason: `its results cannot be used: ${error.message}` } };
  }
};

const addOrRefuse =
  (collector: ResultsCollector, seen: FindingsSeen | undefined) =>
  (line: string): void => {
    try {
      collector.add(line);
      if (seen !== undefined) lookAt(JSON.parse(line) as CaseResult, seen);
    } catch (cause) {
      // What V8 says of broken JSON quotes it, and the reason of a lost shard is for everybody.
      const message =
        cause instanceof SyntaxError ? 'a line is no JSON' : cause instanceof Error ? cause.message : String(cause);
      throw problem('results-invalid', message, { cause });
    }
  };

/** A broken record, a changed file, or a line that is no result. */
const isDataFault = (error: unknown): error is Error =>
  isProblem(error) && (error.code === 'results-invalid' || error.code === 'digest-mismatch');
