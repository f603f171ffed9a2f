import type { RetriedShard } from '#core/gate-run';
import type { Attempt, FrozenAttempts, Run, Shard } from '#core/run';
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

const WORDS: { readonly [state in Attempt['state']]?: string } = {
  superseded: 'it left nothing before the next one took over',
  late: 'it recorded too late',
};

/** An attempt that did not count, in a sentence for people. */
const endOf = ({ attempt, executor, state, reason }: Attempt): string =>
  `attempt ${String(attempt)} on ${executor} was lost: ${reason ?? WORDS[state] ?? 'no reason was recorded'}`;

/** Shards that have a used attempt and had others before it. */
export const retriedShards = ({ attempts }: FrozenAttempts): readonly RetriedShard[] =>
  [...Map.groupBy(attempts, ({ shard }) => shard)].flatMap(([shard, all]) => {
    const used = all.find((one) => one.used);
    const earlier = all.filter((one) => used !== undefined && one.attempt < used.attempt);
    if (earlier.length === 0) return [];
    return [{ shard, attempts: earlier.length + 1, reason: earlier.map(endOf).join('; ') }];
  });
