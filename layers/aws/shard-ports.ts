import { dynamoHooks } from '#aws/dynamo-hooks';
import { dynamoLedger } from '#aws/dynamo-ledger';
import { dynamoResponses } from '#aws/dynamo-responses';
import { dynamoStructures } from '#aws/dynamo-structures';
import { messageBroker } from '#aws/message-broker';
import type { TableConfig } from '#aws/table';
import { tableCatcher } from '#aws/table-catcher';
import { grantedTargets, parseMessageGrants } from '#core/message-targets';
import type { ShardJob } from '#core/plan';
import type { Clock, RandomSource } from '#ports/clock';
import type { MessageBroker } from '#ports/message-broker';
import type { LedgerRun, ResourceLedger } from '#ports/resource-ledger';
import type { ResponseHistory } from '#ports/response-history';
import type { StructureStore } from '#ports/structure-store';
import type { WebhookCatcher } from '#ports/webhook-catcher';

export interface ShardPortsOptions {
  readonly clock: Clock;
  readonly random: RandomSource;
  /** Where the plane takes webhooks: absolute, or a path below the one-machine cloud's endpoint. Without it suites with webhooks cannot run. */
  readonly hooksUrl?: string | undefined;
  /** What the deploy grants each tenant: JSON of ARNs by tenant. */
  readonly messageTargets?: string | undefined;
}

export interface PlaneShardPorts {
  readonly ledger: ResourceLedger;
  readonly webhooks?: WebhookCatcher;
  /** Only where the environment lists something that the deploy grants. */
  readonly messages?: MessageBroker;
  readonly structures: StructureStore;
  readonly history: ResponseHistory;
}

const runOf = ({ tenant, runId, suites, environment }: ShardJob): LedgerRun => ({
  tenant,
  runId,
  digests: new Map(suites.map(({ id, digest }) => [id, digest])),
  targets: environment.targets,
});

/** What the plane lends to a shard besides what every runner has. @throws config-missing for grants that cannot be read */
export const shardPorts = (
  config: TableConfig,
  { clock, random, hooksUrl = '', messageTargets }: ShardPortsOptions,
): ((job: ShardJob) => PlaneShardPorts) => {
  const left = dynamoLedger(config, clock);
  const hooks = dynamoHooks(config);
  const baseUrl = hooksUrl === '' ? undefined : new URL(hooksUrl, config.endpointUrl).href;
  const grants = parseMessageGrants(messageTargets);
  return (job) => {
    const { tenant, runId, environment, deadlineEpochMs: expiresAtEpochMs } = job;
    const targets = grantedTargets(environment.messages, grants[tenant]);
    return {
      ledger: left.ofRun(runOf(job)),
      structures: dynamoStructures(config, tenant),
      history: dynamoResponses(config, tenant),
      ...(baseUrl === undefined
        ? {}
        : { webhooks: tableCatcher({ hooks, clock, random, baseUrl, tenant, runId, expiresAtEpochMs }) }),
      ...(targets === undefined ? {} : { messages: messageBroker(config, targets) }),
    };
  };
};
