import type { Attempt, Run, Shard } from '#core/run';
import type { JsonObject } from '#core/units';

const WORDS: { readonly [state in Attempt['state']]?: string } = {
  lost: 'was lost',
  superseded: 'was lost: the next one took over before it had recorded',
  late: 'recorded too late to count',
};

const lineOf = (run: Run, { shard }: Shard, atEpochMs: number, level: string, message: string): JsonObject => ({
  at: new Date(atEpochMs).toISOString(),
  level,
  message,
  test_run_id: run.runId,
  shard,
});

/**
 * A line for each attempt of a shard that came to nothing, and for the shard when all did: a runner that dies cannot log its own end. Why is
 * what the executor said of it, never what a target answered, so it stands in the message.
 */
export const lostAttemptLines = (run: Run, shard: Shard): readonly JsonObject[] => {
  const attempts = shard.attempts.flatMap((entry) => {
    const { attempt, executor, state, reason, endedAtEpochMs, startedAtEpochMs } = entry;
    const words = WORDS[state];
    if (words === undefined) return [];
    const why = reason === undefined ? '' : `: ${reason}`;
    const message = `attempt ${String(attempt)} on ${executor} ${words}${why}`;
    return [{ ...lineOf(run, shard, endedAtEpochMs ?? startedAtEpochMs, 'warn', message), attempt }];
  });
  if (shard.state !== 'lost' || shard.lostReason === undefined) return attempts;
  const atEpochMs = shard.attempts.reduce(
    (last, { endedAtEpochMs, startedAtEpochMs }) => Math.max(last, endedAtEpochMs ?? startedAtEpochMs),
    run.judgedAtEpochMs ?? run.acceptedAtEpochMs,
  );
  return [
    ...attempts,
    lineOf(run, shard, atEpochMs, 'error', `shard ${String(shard.shard)} was lost: ${shard.lostReason}`),
  ];
};
