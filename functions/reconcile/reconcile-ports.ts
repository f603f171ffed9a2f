import type { Clock } from '#ports/clock';
import type { Orchestrator } from '#ports/orchestrator';
import type { RunStore } from '#ports/run-store';
import type { Log, MetricsSink } from '#ports/telemetry';

export interface ReconcilePorts {
  readonly runs: RunStore;
  readonly orchestrator: Orchestrator;
  readonly clock: Clock;
  readonly metrics: MetricsSink;
  readonly log: Log;
}
