import type { CaseResult } from '#core/case-result';
import { collectResults, NO_RESULTS } from '#core/merge-results';
import type { MergedResults } from '#core/merge-results';
import { problem } from '#core/problems';
import type { CountedAttempt } from '#engines/results/attempt-files';
import { eachPackedJson } from '#engines/results/packed-json';
import type { RunRecords } from '#engines/results/run-records';

/**
 * Summaries of what an attempt recorded, read line by line; nothing when it left no results.
 *
 * @param change made to each result before it is summed up, such as masking
 * @throws results-invalid, digest-mismatch
 */
export const shardResults = async (
  attempt: CountedAttempt,
  records: RunRecords,
  signal: AbortSignal,
  change: (result: CaseResult) => CaseResult = (result) => result,
): Promise<MergedResults> => {
  const packed = await records.attemptFile(attempt, 'results.jsonl.gz', signal);
  if (packed === undefined) return NO_RESULTS;
  const name = `results of shard ${String(attempt.shard)}`;
  const collector = collectResults(attempt.shard);
  await eachPackedJson<CaseResult>(packed, name, (result) => {
    try {
      collector.add(JSON.stringify(change(result)));
    } catch (cause) {
      throw problem('results-invalid', `${name}: a line is no result`, { cause });
    }
  });
  return collector.results();
};
