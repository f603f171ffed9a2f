import { DescribeTasksCommand, ECSClient, ListTasksCommand } from '@aws-sdk/client-ecs';
import type { Task } from '@aws-sdk/client-ecs';
import type { Executor } from '#core/words';
import { clientOf } from '../../../local/published-names.ts';
import type { World } from './world.ts';

const stoppedTasks = async ({ cloud }: World, runId: string): Promise<readonly Task[]> => {
  const client = new ECSClient(clientOf(cloud.endpoint));
  const cluster = cloud.names['plane/cluster-name'] ?? '';
  const { taskArns = [] } = await client.send(new ListTasksCommand({ cluster, startedBy: runId, desiredStatus: 'STOPPED' }));
  const { tasks = [] } = taskArns.length === 0 ? {} : await client.send(new DescribeTasksCommand({ cluster, tasks: taskArns }));
  client.destroy();
  return tasks;
};

/**
 * How many programs of a run's shards ended otherwise than by finishing: failed Lambda tasks in the children's histories, or tasks whose
 * container ended with 128 + signal. A Fargate runner takes SIGTERM in hand, so it ends by itself (exit 0): there the tasks count that
 * were begun with the order to crash.
 */
export const deathsOf = async (world: World, runId: string, executor: Executor): Promise<number> => {
  if (executor === 'lambda') {
    const children = await world.machines.childrenOf(runId);
    return children.flatMap(({ events }) => events).filter(({ type }) => type === 'TaskFailed').length;
  }
  const tasks = await stoppedTasks(world, runId);
  return tasks.filter(({ containers }) => containers?.some(({ exitCode = 0 }) => exitCode > 0 || exitCode < 0)).length;
};
