import { METRICS } from '#core/metric-names';
import { outsideText } from '#core/outside-text';
import type { Clock } from '#ports/clock';
import type { RunPointer } from '#ports/orchestrator';
import type { RunStore } from '#ports/run-store';
import type { Log, MetricsSink } from '#ports/telemetry';

export interface LoseShardPorts {
  readonly runs: RunStore;
  readonly clock: Clock;
  readonly metrics: MetricsSink;
  readonly log: Log;
}

export interface LoseShard extends RunPointer {
  readonly shard: number;
  readonly error?: { readonly name: string; readonly cause: string };
}

const CAUSE_CHARS_MAX = 300;

/** A sentence for people. */
const reasonOf = (error: LoseShard['error']): string => {
  if (error === undefined) return 'its executor gave up without a stated reason';
  const said = KNOWN.get(error.name) ?? `its executor failed with ${error.name}`;
  const cause = outsideText(error.cause, CAUSE_CHARS_MAX);
  return cause === '' ? said : `${said} (${cause})`;
};

const KNOWN = new Map([
  ['TaskDied', 'its Fargate task died each time it was tried'],
  ['States.Timeout', 'it did not end within its time'],
  ['States.HeartbeatTimeout', 'its task stopped giving signs of life'],
  ['Sandbox.Timedout', 'its function did not end within its time'],
  ['AmazonECS.Unknown', 'no Fargate task could be started'],
]);

/**
 * Gives a shard up after its retries; the gate of the run is then at best inconclusive. A shard whose results were recorded in spite of
 * the error stays recorded. Repeatable: a shard is lost, and counted, once.
 */
export const loseShard =
  ({ runs, clock, metrics, log }: LoseShardPorts) =>
  async (
    { tenant, runId, shard, error }: LoseShard,
    signal: AbortSignal,
  ): Promise<{ readonly shard: number; readonly lost: boolean }> => {
    const reason = reasonOf(error);
    const lost = await runs.markLost(tenant, runId, shard, reason, clock.nowMs(), signal);
    if (lost) metrics.add(METRICS.shardsLost, 'Count', 1);
    log.warn(lost ? 'shard lost' : 'shard not lost: it was recorded or given up before', {
      test_run_id: runId,
      shard,
      reason,
    });
    return { shard, lost };
  };
