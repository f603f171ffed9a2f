import type { AttemptKey } from '#ports/run-store';
import type { Run, Shard } from '#core/run';
import type { RunnerPorts } from '#runner/ports';

const LOOK_MS = 1000;

/** Nothing that a runner does to this shard can count any more: it was recorded or given up, or judging has begun. */
export const isOver = (run: Run, shard: Shard | undefined): boolean =>
  shard?.state === 'recorded' ||
  shard?.state === 'lost' ||
  run.frozen !== undefined ||
  ['judging', 'judged', 'sealed'].includes(run.state);

/**
 * Waits until a shard that somebody else works on is over. A second delivery of a Lambda event ends in the state machine's answer, so it
 * must not answer before the first one is done.
 *
 * @returns when the shard is recorded or lost, the run frozen, or its deadline past
 */
export const awaitShard = async (
  { tenant, runId, shard }: Pick<AttemptKey, 'tenant' | 'runId' | 'shard'>,
  { runs, clock }: Pick<RunnerPorts, 'runs' | 'clock'>,
  signal: AbortSignal,
): Promise<void> => {
  for (;;) {
    const found = await runs.getWithShards(tenant, runId, signal);
    const item = found?.shards.find((candidate) => candidate.shard === shard);
    if (
      found === undefined ||
      item === undefined ||
      isOver(found.run, item) ||
      clock.nowMs() >= found.run.deadlineEpochMs
    )
      return;
    await clock.sleep(LOOK_MS, signal);
  }
};
