import type { EnvironmentDefinition } from '#core/environment';
import type { ShardJob } from '#core/plan';
import type { Executor } from '#core/words';
import type { BlobStore } from '#ports/blob-store';
import type { ProbeMachines } from '#engines/probe/machines';
import type { StartLine } from '#ports/load-transport';
import type { Clock, RandomSource } from '#ports/clock';
import type { HttpClient } from '#ports/http';
import type { TaskToken } from '#ports/orchestrator';
import type { RunStore } from '#ports/run-store';
import type { SecretSource } from '#ports/secrets';
import type { Log, MetricsSink } from '#ports/telemetry';
import type { AtPoint } from '#runner/crash-points';
import type { MessageBroker } from '#ports/message-broker';
import type { ResourceLedger } from '#ports/resource-ledger';
import type { ResponseHistory } from '#ports/response-history';
import type { StructureStore } from '#ports/structure-store';
import type { WebhookCatcher } from '#ports/webhook-catcher';
import type { ClientSecrets } from '#runner/http-for';

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

/** What the plane lends to one shard besides: where it writes down what it creates, and how it hears of webhooks and messages. */
export interface ShardPorts {
  readonly ledger?: ResourceLedger;
  readonly webhooks?: WebhookCatcher;
  readonly messages?: MessageBroker;
  readonly structures?: StructureStore;
  readonly history?: ResponseHistory;
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
  /** A client that reaches the environment's hosts and nothing else; with secrets also where connections are made with some. */
  readonly httpFor: (environment: EnvironmentDefinition, secrets?: ClientSecrets) => HttpClient;
  /** Without it suites with loads, experiments or tools cannot run. */
  readonly machinesFor?: (
    environment: EnvironmentDefinition,
    secrets: ClientSecrets,
    startLine?: StartLine,
  ) => ProbeMachines;
  /** Without it nothing outlives the shard, and suites with webhooks or messages cannot run. */
  readonly shardPorts?: (job: ShardJob) => ShardPorts;
  /** Only on Fargate: the state machine waits for it. */
  readonly token?: TaskToken;
  readonly atPoint: AtPoint;
}
