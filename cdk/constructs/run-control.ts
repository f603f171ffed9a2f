import { Stack } from 'aws-cdk-lib';
import { allow } from './grants.ts';
import type { PlaneFunction } from './plane-function.ts';
import type { RunMachines } from './run-machines.ts';
import { executionsOf } from './run-machines.ts';
import type { RunnerTask } from './runner-task.ts';

const OWN_EXECUTIONS = 'Executions are named by run; this reaches those of the plane’s own two machines only.';

/** Functions that start, look at and stop runs: they know the machines, so no machine may call them. */
const CONTROLLERS = ['runs-writer', 'system-reader', 'close-run', 'close-task', 'reconcile'] as const;
type ControllerName = (typeof CONTROLLERS)[number];

export interface RunControlProps {
  readonly functions: Readonly<Record<ControllerName, PlaneFunction>>;
  readonly machines: RunMachines;
  readonly runner: RunnerTask;
}

/** Tells controllers where machines and cluster are, and grants each what it does with them. */
export const giveRunControl = ({ functions, machines, runner }: RunControlProps): void => {
  const run = machines.testRun.machine;
  const finish = machines.finishRun.machine;
  for (const name of CONTROLLERS) {
    const controller = functions[name];
    controller.lambda.addEnvironment('RUN_MACHINE_ARN', run.stateMachineArn);
    controller.lambda.addEnvironment('FINISH_MACHINE_ARN', finish.stateMachineArn);
    controller.lambda.addEnvironment('CLUSTER_ARN', runner.cluster.attrArn);
  }
  const both = [run.stateMachineArn, finish.stateMachineArn];
  allow(functions['runs-writer'].role, { actions: ['states:StartExecution'], resources: both });
  allow(functions['system-reader'].role, {
    actions: ['states:DescribeExecution'],
    resources: [executionsOf(run.stateMachineName, functions['system-reader'], ':*')],
    wildcard: OWN_EXECUTIONS,
  });
  allow(functions['close-run'].role, { actions: ['states:StartExecution'], resources: [finish.stateMachineArn] });
  allow(functions.reconcile.role, { actions: ['states:StartExecution'], resources: both });
  for (const closer of [functions['close-run'], functions.reconcile]) mayStop(closer, machines, runner);
  allow(functions['close-task'].role, {
    actions: ['states:SendTaskFailure', 'states:SendTaskSuccess'],
    resources: [run.stateMachineArn, `${run.stateMachineArn}/*`],
    wildcard: 'Children of a Distributed Map belong to the machine under a label.',
  });
};

const mayStop = (closer: PlaneFunction, machines: RunMachines, runner: RunnerTask): void => {
  const stack = Stack.of(closer);
  const runExecutions = executionsOf(machines.testRun.machine.stateMachineName, closer, ':*');
  const finishExecutions = executionsOf(machines.finishRun.machine.stateMachineName, closer, ':*');
  allow(closer.role, {
    actions: ['states:DescribeExecution'],
    resources: [runExecutions, finishExecutions],
    wildcard: OWN_EXECUTIONS,
  });
  allow(closer.role, { actions: ['states:StopExecution'], resources: [runExecutions], wildcard: OWN_EXECUTIONS });
  const inCluster = { ArnEquals: { 'ecs:cluster': runner.cluster.attrArn } };
  allow(closer.role, {
    actions: ['ecs:ListTasks'],
    resources: ['*'],
    conditions: inCluster,
    wildcard: 'ecs:ListTasks on Fargate has no resource to name; the condition binds it to the plane’s cluster.',
  });
  allow(closer.role, {
    actions: ['ecs:StopTask'],
    resources: [`arn:aws:ecs:${stack.region}:${stack.account}:task/${runner.cluster.ref}/*`],
    conditions: inCluster,
    wildcard: 'ECS names tasks itself; the path holds only those of the plane’s cluster.',
  });
};
