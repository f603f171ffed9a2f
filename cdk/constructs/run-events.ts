import { Duration } from 'aws-cdk-lib';
import type { aws_sqs as sqs } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { PlaneFunction } from './plane-function.ts';
import type { RunMachines } from './run-machines.ts';
import type { RunnerTask } from './runner-task.ts';

export interface RunEventsProps {
  readonly machines: RunMachines;
  readonly runner: RunnerTask;
  readonly closeRun: PlaneFunction;
  readonly closeTask: PlaneFunction;
  readonly reconcile: PlaneFunction;
  readonly sweepResources: PlaneFunction;
  readonly dlq: sqs.IQueue;
}

/**
 * Status events of executions and tasks, and the beats of reconciler and janitor. AWS sends status events at best effort, so the
 * reconciler is what a run can rely on; the rules only make it faster.
 */
export class RunEvents extends Construct {
  constructor(scope: Construct, id: string, props: RunEventsProps) {
    super(scope, id);
    const { machines, runner, dlq } = props;
    const target = (fn: PlaneFunction) =>
      new targets.LambdaFunction(fn.lambda, { deadLetterQueue: dlq, retryAttempts: 8, maxEventAge: Duration.hours(1) });
    new events.Rule(this, 'ExecutionStatus', {
      description: 'Executions of test-run and finish-run that did not end well',
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: {
          stateMachineArn: [machines.testRun.machine.stateMachineArn, machines.finishRun.machine.stateMachineArn],
          status: ['FAILED', 'TIMED_OUT', 'ABORTED'],
        },
      },
      targets: [target(props.closeRun)],
    });
    new events.Rule(this, 'TaskState', {
      description: 'Fargate tasks of the plane that stopped',
      eventPattern: {
        source: ['aws.ecs'],
        detailType: ['ECS Task State Change'],
        detail: { clusterArn: [runner.cluster.attrArn], lastStatus: ['STOPPED'] },
      },
      targets: [target(props.closeTask)],
    });
    new events.Rule(this, 'EveryMinute', {
      description: 'The reconciler ends every stuck run',
      schedule: events.Schedule.rate(Duration.minutes(1)),
      targets: [target(props.reconcile)],
    });
    new events.Rule(this, 'EveryFiveMinutes', {
      description: 'The janitor removes what runs left behind',
      schedule: events.Schedule.rate(Duration.minutes(5)),
      targets: [target(props.sweepResources)],
    });
  }
}
