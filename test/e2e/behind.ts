/** The view from behind the API: what an operator with rights in the account can see and do. */
import { ECSClient, DescribeTasksCommand, ListTasksCommand, StopTaskCommand } from '@aws-sdk/client-ecs';
import type { Task } from '@aws-sdk/client-ecs';
import { ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import { awsPorts } from '#aws/aws-ports';
import type { Run } from '#core/run';
import { epochMs } from '#core/units';
import { openFunctions } from '../../bench/conformance/faults/functions.ts';
import type { Answered } from '../../bench/conformance/faults/functions.ts';
import { clientOf } from '../../local/published-names.ts';
import type { TestCloud } from './plane.ts';

/** How long a run may take that tests record themselves. */
const RUN_MS = 30 * 60_000;

/** What a run has only once its machine is at work. */
const NOT_YET: { readonly [field in keyof Run]?: true } = {
  planKey: true,
  planSha256: true,
  shards: true,
  cases: true,
  predictedMs: true,
  startedAtEpochMs: true,
  lastRecordedAtEpochMs: true,
  frozen: true,
  gate: true,
  judgedAtEpochMs: true,
  sealedAtEpochMs: true,
  seal: true,
};

const nameIn = (cloud: TestCloud, name: string): string => {
  const value = cloud.names[name];
  if (value === undefined) throw new Error(`no stack published ${name}`);
  return value;
};

/** The real adapters, on this cloud. */
export const portsOf = (cloud: TestCloud) =>
  awsPorts({
    endpointUrl: cloud.endpoint,
    tableName: nameIn(cloud, 'records/table-name'),
    stagingBucket: nameIn(cloud, 'records/staging-bucket'),
    catalogBucket: nameIn(cloud, 'records/catalog-bucket'),
    evidenceBucket: nameIn(cloud, 'records/evidence-bucket'),
    runMachineArn: nameIn(cloud, 'plane/run-machine-arn'),
    finishMachineArn: nameIn(cloud, 'plane/finish-machine-arn'),
    clusterArn: nameIn(cloud, 'plane/cluster-name'),
    busName: 'unused',
  });

/** How often a machine was started under a name. */
export const executionsNamed = async (cloud: TestCloud, machine: 'run' | 'finish', name: string): Promise<number> => {
  const client = new SFNClient(clientOf(cloud.endpoint));
  let count = 0;
  let nextToken: string | undefined;
  do {
    const page = await client.send(
      new ListExecutionsCommand({
        stateMachineArn: nameIn(cloud, `plane/${machine}-machine-arn`),
        maxResults: 1000,
        nextToken,
      }),
    );
    count += (page.executions ?? []).filter((execution) => execution.name === name).length;
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  client.destroy();
  return count;
};

/** Calls a function of the plane by the name of its folder. */
export const invoke = async (cloud: TestCloud, folder: string, event: object): Promise<Answered> => {
  const functions = await openFunctions(cloud.endpoint);
  return functions.invoke(functions.arnOf(folder), event);
};

/**
 * The item of a run that was accepted at that time and never started, as a crash between record and start leaves it: like `runId`, but for
 * its own id. Nobody starts it before it is 30 s old, so one of the future is left alone by the reconciler.
 */
export const recordedOnly = async (cloud: TestCloud, runId: string, acceptedAtEpochMs: number): Promise<Run> => {
  const { runs } = portsOf(cloud);
  const like = await runs.get('local', runId);
  if (like === undefined) throw new Error(`there is no run ${runId}`);
  const done = Object.keys(NOT_YET);
  const fresh = Object.fromEntries(Object.entries(like).filter(([field]) => !done.includes(field))) as unknown as Run;
  const { run } = await runs.claim({
    ...fresh,
    runId: `${runId.slice(0, -4)}0000`,
    state: 'accepted',
    acceptedAtEpochMs: epochMs(acceptedAtEpochMs),
    deadlineEpochMs: epochMs(acceptedAtEpochMs + RUN_MS),
  });
  return run;
};

const ecsOf = (cloud: TestCloud): ECSClient => new ECSClient(clientOf(cloud.endpoint));

/** Tasks of a run that have not stopped. */
export const tasksOf = async (cloud: TestCloud, runId: string): Promise<readonly Task[]> => {
  const client = ecsOf(cloud);
  const cluster = nameIn(cloud, 'plane/cluster-name');
  const { taskArns = [] } = await client.send(
    new ListTasksCommand({ cluster, startedBy: runId, desiredStatus: 'RUNNING' }),
  );
  const { tasks = [] } =
    taskArns.length === 0 ? {} : await client.send(new DescribeTasksCommand({ cluster, tasks: taskArns }));
  client.destroy();
  return tasks;
};

const shardOf = ({ overrides }: Task): string | undefined =>
  overrides?.containerOverrides
    ?.flatMap(({ environment = [] }) => environment)
    .find(({ name }) => name === 'ASSAY_SHARD')?.value;

/** Takes every task of a shard away, as a host failure would. */
export const stopTasksOf = async (cloud: TestCloud, runId: string, shard: number): Promise<number> => {
  const client = ecsOf(cloud);
  const cluster = nameIn(cloud, 'plane/cluster-name');
  const tasks = (await tasksOf(cloud, runId)).filter((task) => shardOf(task) === String(shard));
  for (const { taskArn } of tasks)
    await client.send(new StopTaskCommand({ cluster, task: taskArn, reason: 'host failure' }));
  client.destroy();
  return tasks.length;
};
