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
  /** Numbers that attempts on another executor may have taken. @default 0 */
  readonly attemptBase?: number;
  readonly executor: Executor;
  readonly taskArn?: string;
  readonly version: string;
  readonly image?: string;
}

export interface RunnerPorts {
  readonly runs: RunStore;
  readonly staging: BlobStore;
  /** A source for one attempt: what it has read is forgotten with it. */
  readonly openSecrets: () => SecretSource;
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
