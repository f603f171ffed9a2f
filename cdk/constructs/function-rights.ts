import { Stack } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { FunctionName } from './function-sizes.ts';
import { allow } from './grants.ts';
import type { BucketAction, BucketName, RecordsAccess, TableAction } from './records-access.ts';

/** What one function may do with Records and with secrets; rights on machines and tasks are in run-control.ts. */
export interface FunctionRights {
  readonly table: readonly TableAction[];
  readonly buckets?: Readonly<Partial<Record<BucketName, readonly BucketAction[]>>>;
  /** Puts events on the plane's bus. */
  readonly events?: true;
  /** Fetches secrets below `assay/` by reference. */
  readonly secrets?: true;
}

/** One row for each function; test/cdk/roles.test.ts repeats every one of them by hand. */
export const RIGHTS: Readonly<Record<FunctionName, FunctionRights>> = {
  authorizer: { table: ['Query'] },
  'runs-writer': {
    table: ['BatchGetItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'],
    buckets: { staging: ['Get', 'List'] },
    events: true,
  },
  'runs-reader': {
    table: ['BatchGetItem', 'GetItem', 'PutItem', 'Query'],
    buckets: { staging: ['Get', 'List'], catalog: ['Get', 'List'], evidence: ['GetVersion'] },
  },
  'catalog-writer': { table: ['GetItem', 'PutItem'], buckets: { catalog: ['Get', 'List', 'Put'] } },
  'catalog-reader': { table: ['GetItem', 'Query'], buckets: { catalog: ['Get', 'List'] } },
  'access-writer': { table: ['DeleteItem', 'PutItem', 'Query'] },
  'access-reader': { table: ['Query'] },
  'quality-reader': { table: ['Query'] },
  'quality-writer': { table: ['GetItem', 'PutItem'] },
  'system-reader': { table: ['GetItem'], buckets: { staging: ['List'] } },
  'catch-webhook': { table: ['GetItem', 'PutItem', 'Query'] },
  'plan-run': {
    table: ['BatchGetItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'],
    buckets: { staging: ['Get', 'List', 'Put'], catalog: ['Get', 'List'] },
    events: true,
  },
  'probe-target': { table: ['BatchGetItem', 'GetItem', 'UpdateItem'], buckets: { staging: ['Get', 'List'] } },
  'run-shard': {
    table: ['BatchGetItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'],
    buckets: { staging: ['Get', 'List', 'Put'] },
    secrets: true,
  },
  'lose-shard': { table: ['GetItem', 'UpdateItem'] },
  'judge-run': {
    table: ['BatchGetItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'],
    buckets: { staging: ['Get', 'List', 'Put'] },
    events: true,
  },
  'seal-run': {
    table: ['BatchGetItem', 'GetItem', 'Query', 'UpdateItem'],
    buckets: {
      staging: ['Get', 'List', 'Tag'],
      catalog: ['Get', 'List'],
      evidence: ['Get', 'GetLock', 'GetVersion', 'Put'],
    },
    events: true,
  },
  'learn-run': { table: ['BatchGetItem', 'GetItem', 'PutItem', 'Query'], buckets: { staging: ['Get', 'List'] } },
  'close-run': { table: ['BatchGetItem', 'GetItem', 'UpdateItem'] },
  'close-task': { table: ['GetItem', 'UpdateItem'] },
  reconcile: { table: ['BatchGetItem', 'GetItem', 'Query', 'UpdateItem'] },
  'sweep-resources': {
    table: ['BatchGetItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'],
    buckets: { catalog: ['Get', 'List'] },
    secrets: true,
  },
};

/** The runner on Fargate, which probes as well: as run-shard, whose rights hold those of probe-target. */
export const RUNNER_RIGHTS: FunctionRights = {
  table: ['BatchGetItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'],
  buckets: { staging: ['Get', 'List', 'Put'] },
  secrets: true,
};

/** Secrets that environments may name lie below this prefix; others stay out of reach of the runner. */
export const SECRET_PREFIX = 'assay/';

/** Gives a role its row. */
export const giveRights = (role: iam.Role, rights: FunctionRights, records: RecordsAccess, busArn: string): void => {
  records.allowTable(role, rights.table);
  for (const bucket of ['staging', 'catalog', 'evidence'] as const) {
    const actions = rights.buckets?.[bucket];
    if (actions !== undefined) records.allowBucket(role, bucket, actions);
  }
  if (rights.events === true) allow(role, { actions: ['events:PutEvents'], resources: [busArn] });
  if (rights.secrets !== true) return;
  const { region, account } = Stack.of(role);
  allow(role, {
    actions: ['secretsmanager:GetSecretValue'],
    resources: [`arn:aws:secretsmanager:${region}:${account}:secret:${SECRET_PREFIX}*`],
    wildcard: 'Which secrets exist is decided by environments at run time; all of them lie below this prefix.',
  });
};

const MESSAGE_ACTIONS: Readonly<Record<string, readonly string[]>> = {
  sqs: ['sqs:DeleteMessage', 'sqs:GetQueueUrl', 'sqs:ReceiveMessage', 'sqs:SendMessage'],
  sns: ['sns:Publish'],
  events: ['events:PutEvents'],
};

/** What runs may do with the queues, topics and buses that the deploy names; which tenant may use which is checked by the runner. */
export const giveMessageRights = (role: iam.Role, arns: readonly string[]): void => {
  for (const [service, actions] of Object.entries(MESSAGE_ACTIONS)) {
    const resources = [...new Set(arns.filter((arn) => arn.split(':')[2] === service))].sort();
    if (resources.length === 0) continue;
    allow(role, {
      actions,
      resources,
      wildcard: 'Whoever deploys named these queues, topics and buses, some by prefix.',
    });
  }
};
