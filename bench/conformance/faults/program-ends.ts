/** How the programs of a run's shards ended, read from ECS and Step Functions. */
import { DescribeTasksCommand, ECSClient, ListTasksCommand } from '@aws-sdk/client-ecs';
import type { Task } from '@aws-sdk/client-ecs';
import { clientOf, nameOf } from '../../../local/published-names.ts';
import { until } from './caller.ts';
import type { World } from './world.ts';

const STOPPED_TIMEOUT_MS = 30_000;
/** Exit code of a container that a signal ended. */
const SIGNALLED = 128;

export interface ProgramEnds {
  /** Programs that had the order to end themselves. */
  readonly ordered: number;
  /** Programs that a signal ended. */
  readonly killed: number;
  readonly text: string;
}

/** A function that dies fails its state: the children's histories say so. Every process of the copied function has the order. */
export const lambdaEnds = async ({ machines }: World, runId: string): Promise<ProgramEnds> => {
  const events = (await machines.childrenOf(runId)).flatMap((child) => child.events);
  const causes = events.flatMap(({ taskFailedEventDetails: failed }) =>
    failed === undefined ? [] : [failed.cause ?? ''],
  );
  const died = causes.filter((cause) => /process died|exited|signal/i.test(cause)).length;
  return { ordered: died, killed: died, text: `functions that died ${String(died)}` };
};

const stoppedTasks = async ({ cloud }: World, runId: string): Promise<readonly Task[] | undefined> => {
  const client = new ECSClient(clientOf(cloud.endpoint));
  const cluster = nameOf(cloud.names, 'plane/cluster-name');
  const arns: string[] = [];
  for (const desiredStatus of ['RUNNING', 'STOPPED'] as const) {
    const { taskArns = [] } = await client.send(new ListTasksCommand({ cluster, startedBy: runId, desiredStatus }));
    arns.push(...taskArns);
  }
  const { tasks = [] } =
    arns.length === 0 ? {} : await client.send(new DescribeTasksCommand({ cluster, tasks: [...new Set(arns)] }));
  client.destroy();
  return tasks.every(({ lastStatus }) => lastStatus === 'STOPPED') ? tasks : undefined;
};

/**
 * Waits until the run's tasks have stopped.
 *
 * A Fargate runner takes SIGTERM in hand and ends by itself: there the order, which the task's definition carries, is what can be read.
 */
export const taskEnds = async (world: World, runId: string, definition: string): Promise<ProgramEnds> => {
  const tasks = await until('its tasks stop', () => stoppedTasks(world, runId), STOPPED_TIMEOUT_MS);
  const codes = tasks.map(({ containers }) => containers?.[0]?.exitCode ?? -1);
  return {
    ordered: tasks.filter(({ taskDefinitionArn }) => taskDefinitionArn === definition).length,
    killed: codes.filter((code) => code > SIGNALLED).length,
    text: `exit codes of tasks ${codes.join(', ')}`,
  };
};
