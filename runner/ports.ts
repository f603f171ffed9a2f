import type { EnvironmentDefinition } from '#core/environment';
import type { Executor } from '#core/words';
import type { BlobStore } from '#ports/blob-store';
import type { Clock, RandomSource } from '#ports/clock';
import type { HttpClient } from '#ports/http';
import type { TaskToken } from '#ports/orchestrator';
import type { RunStore } from '#ports/run-store';
import type { SecretSource } from '#ports/secrets';
import type { Log, MetricsSink } from '#ports/telemetry';
import type { AtPoint } from '#runner/crash-points';

/** The shard that one program is given, and who it is. */
export interface ShardTask {
  readonly tenant: string;
  readonly runId: string;
  readonly shard: number;
  readonly retry: number;
  readonly redrive: number;
  readonly executor: Executor;
  readonly taskArn?: string;
  readonly version: string;
  readonly image?: string;
}

export interface RunnerPorts {
  readonly runs: RunStore;
  readonly staging: BlobStore;
  readonly secrets: SecretSource;
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly log: Log;
  readonly metrics: MetricsSink;
  /** A client that reaches the environment's hosts and nothing else. */
  readonly httpFor: (environment: EnvironmentDefinition) => HttpClient;
  /** Only on Fargate: the state machine waits for it. */
  readonly token?: TaskToken;
  readonly atPoint: AtPoint;
}

/** Counted by the state machine: retries of one execution stay below ten, so redrives never meet them. */
export const attemptNumber = ({ retry, redrive }: Pick<ShardTask, 'retry' | 'redrive'>): number =>
  redrive * 10 + retry + 1;
