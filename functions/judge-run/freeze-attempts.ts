import type { FrozenAttempts, Run, Shard } from '#core/run';
import type { EpochMs } from '#core/units';

/** Every attempt of every shard; used is the recorded one that holds its shard. Sorted, so that equal shards give equal sets. */
export const attemptsToFreeze = (shards: readonly Shard[], frozenAtEpochMs: EpochMs): FrozenAttempts => ({
  frozenAtEpochMs,
  attempts: [...shards]
    .sort((a, b) => a.shard - b.shard)
    .flatMap(({ shard, state, attempt: current, attempts }) =>
      [...attempts]
        .sort((a, b) => a.attempt - b.attempt)
        .map((attempt) => ({
          ...attempt,
          shard,
          used: state === 'recorded' && attempt.state === 'recorded' && attempt.attempt === current,
        })),
    ),
});

/** Why a shard without a used attempt has no results. */
export const lossOf = (run: Run, shard: Shard): string => {
  if (shard.lostReason !== undefined) return shard.lostReason;
  const stopped = run.stopReason === undefined ? '' : ` before the run was stopped (${run.stopReason})`;
  return shard.attempts.length === 0 ? `it was not started${stopped}` : `it had not recorded its results${stopped}`;
};
