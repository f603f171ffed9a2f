import { DescribeExecutionCommand, SFNClient, StartExecutionCommand, StopExecutionCommand } from '@aws-sdk/client-sfn';

import { awsCall, errorName } from '#aws/aws-failure';
import { boundedText } from '#core/bounded-reasons';
import { clientOptions, lazily, until, type Endpoint } from '#aws/client-options';
import { problem } from '#core/problems';
import type { ExecutionStatus, Orchestrator, RunPointer } from '#ports/orchestrator';

const REQUEST_TIMEOUT_MS = 5_000;
/** Of StopExecution's 32,768 characters (AWS Step Functions API reference, read 2026-11) nobody reads more. */
const CAUSE_CHARS_MAX = 1_024;

export interface OrchestratorConfig extends Endpoint {
  readonly runMachineArn: string;
  readonly finishMachineArn: string;
}

/** Name of finish-run's execution; further tries are numbered because a name stays taken for 90 days. */
export const finishExecutionName = (runId: string, repeat?: number): string =>
  repeat === undefined ? `${runId}-finish` : `${runId}-finish-r${repeat}`;

/** `arn:…:stateMachine:NAME` and an execution's name give `arn:…:execution:NAME:{name}`. */
export const executionArn = (machineArn: string, name: string): string =>
  `${machineArn.replace(':stateMachine:', ':execution:')}:${name}`;

/** The API says `ExecutionAlreadyExists`, the integration of a state machine `StepFunctions.ExecutionAlreadyExistsException`: both mean done. */
const isTaken = (error: unknown): boolean => /(^|\.)ExecutionAlreadyExists(Exception)?$/.test(errorName(error));
const isGone = (error: unknown): boolean => /^ExecutionDoesNotExist(Exception)?$/.test(errorName(error));

const start = async (
  sfn: SFNClient,
  { machine, name }: { readonly machine: string; readonly name: string },
  { tenant, runId }: RunPointer,
  signal?: AbortSignal,
): Promise<void> => {
  const command = new StartExecutionCommand({
    stateMachineArn: machine,
    name,
    input: JSON.stringify({ tenant, runId }),
  });
  try {
    await awsCall('StepFunctions StartExecution', () => sfn.send(command, until(signal)));
  } catch (error) {
    if (!isTaken(error)) throw error;
  }
};

const statusOf = async (sfn: SFNClient, arn: string, signal?: AbortSignal): Promise<ExecutionStatus> => {
  try {
    const command = new DescribeExecutionCommand({ executionArn: arn });
    const { status } = await awsCall('StepFunctions DescribeExecution', () => sfn.send(command, until(signal)));
    return status ?? 'missing';
  } catch (error) {
    if (isGone(error)) return 'missing';
    throw error;
  }
};

const stopExecution = async (sfn: SFNClient, arn: string, cause: string, signal?: AbortSignal): Promise<void> => {
  const command = new StopExecutionCommand({
    executionArn: arn,
    error: 'Stopped',
    cause: boundedText(cause, CAUSE_CHARS_MAX),
  });
  try {
    await awsCall('StepFunctions StopExecution', () => sfn.send(command, until(signal)));
  } catch (error) {
    if (!isGone(error)) throw error;
  }
};

/** The part of the orchestrator that needs ECS, whose client is a fifth of a small bundle: `#aws/ecs-tasks` has it. */
export type TaskControl = Pick<Orchestrator, 'stopTasks'>;

const NO_TASK_CONTROL: TaskControl = {
  stopTasks: () =>
    Promise.reject(problem('config-missing', 'stopTasks was called where the orchestrator was built without ecsTasks')),
};

/**
 * Both state machines and the tasks of the cluster.
 *
 * @param tasks `ecsTasks(config)` in functions that stop tasks; without it `stopTasks` fails with `config-missing`
 */
export const stepFunctionsOrchestrator = (config: OrchestratorConfig, tasks = NO_TASK_CONTROL): Orchestrator => {
  const { runMachineArn, finishMachineArn } = config;
  const sfn = lazily(() => new SFNClient(clientOptions(config, { requestTimeoutMs: REQUEST_TIMEOUT_MS })));
  const runArn = (runId: string): string => executionArn(runMachineArn, runId);
  return {
    startRun: (pointer, signal) => start(sfn(), { machine: runMachineArn, name: pointer.runId }, pointer, signal),
    startFinish: (pointer, signal, repeat) => {
      const name = finishExecutionName(pointer.runId, repeat);
      return start(sfn(), { machine: finishMachineArn, name }, pointer, signal);
    },
    runStatus: ({ runId }, signal) => statusOf(sfn(), runArn(runId), signal),
    finishStatus: ({ runId }, signal, repeat) =>
      statusOf(sfn(), executionArn(finishMachineArn, finishExecutionName(runId, repeat)), signal),
    stopRun: ({ runId }, cause, signal) => stopExecution(sfn(), runArn(runId), cause, signal),
    stopTasks: (pointer, reason, signal, keep) => tasks.stopTasks(pointer, reason, signal, keep),
  };
};
