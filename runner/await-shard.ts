import type { AttemptKey } from '#ports/run-store';
import type { RunnerPorts } from '#runner/ports';

const LOOK_MS = 1000;

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
    const state = found?.shards.find((candidate) => candidate.shard === shard)?.state;
    const over = found === undefined || state === undefined || state === 'recorded' || state === 'lost';
    if (over || found.run.frozen !== undefined || clock.nowMs() >= found.run.deadlineEpochMs) return;
    await clock.sleep(LOOK_MS, signal);
  }
};
