/** The view from behind the API: what an operator with rights in the account can see and do. */
import { ECSClient, DescribeTasksCommand, ListTasksCommand, StopTaskCommand } from '@aws-sdk/client-ecs';
import type { Task } from '@aws-sdk/client-ecs';
import { InvokeCommand, LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import { awsPorts } from '#aws/aws-ports';
import { clientOf } from '../../local/published-names.ts';
import type { TestCloud } from './plane.ts';

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
export const invoke = async (
  cloud: TestCloud,
  folder: string,
  event: object,
): Promise<{ readonly failed: boolean; readonly answer: unknown }> => {
  const client = new LambdaClient(clientOf(cloud.endpoint));
  const found: string[] = [];
  let Marker: string | undefined;
  do {
    const page = await client.send(new ListFunctionsCommand({ Marker }));
    found.push(...(page.Functions ?? []).map(({ FunctionName = '' }) => FunctionName));
    Marker = page.NextMarker;
  } while (Marker !== undefined);
  const wanted = folder.replaceAll('-', '');
  const name = found.find((one) => one.toLowerCase().includes(`-${wanted}function`));
  if (name === undefined) throw new Error(`no function ${folder} among ${found.join(', ')}`);
  const { FunctionError, Payload } = await client.send(
    new InvokeCommand({ FunctionName: name, Payload: Buffer.from(JSON.stringify(event)) }),
  );
  client.destroy();
  return {
    failed: FunctionError !== undefined,
    answer: JSON.parse(Buffer.from(Payload ?? Buffer.from('null')).toString('utf8')) as unknown,
  };
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

/** Takes every task of a run away, as a host failure would. */
export const stopTasksOf = async (cloud: TestCloud, runId: string): Promise<number> => {
  const client = ecsOf(cloud);
  const cluster = nameIn(cloud, 'plane/cluster-name');
  const tasks = await tasksOf(cloud, runId);
  for (const { taskArn } of tasks)
    await client.send(new StopTaskCommand({ cluster, task: taskArn, reason: 'host failure' }));
  client.destroy();
  return tasks.length;
};
