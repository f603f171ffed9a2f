import { ECSClient, ListTasksCommand, StopTaskCommand, type ListTasksCommandOutput } from '@aws-sdk/client-ecs';

import { awsCall, errorName } from '#aws/aws-failure';
import { boundedText } from '#core/bounded-reasons';
import { clientOptions, lazily, until, type Endpoint } from '#aws/client-options';
import type { TaskControl } from '#aws/step-functions-orchestrator';
import { inParallel } from '#core/in-parallel';

const REQUEST_TIMEOUT_MS = 5_000;
const STOPS_AT_ONCE = 10;
/** Quota of StopTask's reason (Amazon ECS API reference, read 2026-11). */
const REASON_CHARS_MAX = 1_024;

const tasksStartedBy = async (
  ecs: ECSClient,
  cluster: string,
  startedBy: string,
  signal?: AbortSignal,
): Promise<string[]> => {
  const arns: string[] = [];
  let token: string | undefined;
  do {
    // `startedBy` must be the only filter (ECS API reference); it finds tasks that are running or about to.
    const command = new ListTasksCommand({ cluster, startedBy, ...(token === undefined ? {} : { nextToken: token }) });
    const answer: ListTasksCommandOutput = await awsCall('ECS ListTasks', () => ecs.send(command, until(signal)));
    arns.push(...(answer.taskArns ?? []));
    token = answer.nextToken;
  } while (token !== undefined);
  return arns;
};

const stopTask = async (
  ecs: ECSClient,
  cluster: string,
  task: string,
  reason: string,
  signal?: AbortSignal,
): Promise<void> => {
  try {
    await awsCall('ECS StopTask', () =>
      ecs.send(new StopTaskCommand({ cluster, task, reason: boundedText(reason, REASON_CHARS_MAX) }), until(signal)),
    );
  } catch (error) {
    // A task that ended in between is what was wanted.
    if (errorName(error) !== 'InvalidParameterException') throw error;
  }
};

/** The Fargate tasks of runs: RunTask is given the run id as `startedBy`. */
export const ecsTasks = (config: Endpoint & { readonly clusterArn: string }): TaskControl => {
  const { clusterArn } = config;
  const ecs = lazily(() => new ECSClient(clientOptions(config, { requestTimeoutMs: REQUEST_TIMEOUT_MS })));
  return {
    stopTasks: async ({ runId }, reason, signal, keep = []) => {
      const started = await tasksStartedBy(ecs(), clusterArn, runId, signal);
      const tasks = started.filter((task) => !keep.includes(task));
      await inParallel(tasks, STOPS_AT_ONCE, (task) => stopTask(ecs(), clusterArn, task, reason, signal));
      return tasks.length;
    },
  };
};
