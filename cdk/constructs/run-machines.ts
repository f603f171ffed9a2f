import { join } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import { allow, allowLater } from './grants.ts';
import type { PlaneFunction } from './plane-function.ts';
import type { RecordsAccess } from './records-access.ts';
import type { RunnerTask } from './runner-task.ts';
import { AslMachine } from './state-machine.ts';

export interface TaskNetwork {
  readonly subnetOne: string;
  readonly subnetTwo: string;
  readonly securityGroup: string;
}

export type WorkflowName =
  'plan-run' | 'probe-target' | 'run-shard' | 'lose-shard' | 'judge-run' | 'seal-run' | 'learn-run';

export interface RunMachinesProps {
  readonly settings: Settings;
  /** Folder of the `.asl.json` files. */
  readonly stateMachines: string;
  readonly functions: Readonly<Record<WorkflowName, PlaneFunction>>;
  readonly runner: RunnerTask;
  readonly records: RecordsAccess;
  readonly network: TaskNetwork;
}

/** test-run and finish-run. CDK derives no right from a file, so each is granted by hand. */
export class RunMachines extends Construct {
  readonly testRun: AslMachine;
  readonly finishRun: AslMachine;

  constructor(scope: Construct, id: string, props: RunMachinesProps) {
    super(scope, id);
    const { functions: fn, runner, settings, network } = props;
    const arn = (name: WorkflowName) => fn[name].lambda.functionArn;
    this.finishRun = new AslMachine(this, 'FinishRun', {
      stage: settings.stage,
      file: join(props.stateMachines, 'finish-run.asl.json'),
      substitutions: { JudgeRunArn: arn('judge-run'), SealRunArn: arn('seal-run'), LearnRunArn: arn('learn-run') },
    });
    allow(this.finishRun.role, {
      actions: ['lambda:InvokeFunction'],
      resources: [arn('judge-run'), arn('seal-run'), arn('learn-run')],
    });
    this.testRun = new AslMachine(this, 'TestRun', {
      stage: settings.stage,
      file: join(props.stateMachines, 'test-run.asl.json'),
      substitutions: {
        PlanRunArn: arn('plan-run'),
        ProbeTargetArn: arn('probe-target'),
        RunShardArn: arn('run-shard'),
        LoseShardArn: arn('lose-shard'),
        ClusterArn: runner.cluster.attrArn,
        TaskDefinitionArn: runner.task.taskDefinitionArn,
        SubnetOne: network.subnetOne,
        SubnetTwo: network.subnetTwo,
        SecurityGroup: network.securityGroup,
        AssignPublicIp: settings.network === 'public-egress' ? 'ENABLED' : 'DISABLED',
        FinishMachineArn: this.finishRun.machine.stateMachineArn,
      },
    });
    this.allowTestRun(props);
    this.allowAnswers(runner);
  }

  private allowTestRun({ functions: fn, runner, records }: RunMachinesProps): void {
    const role = this.testRun.role;
    const called: readonly WorkflowName[] = ['plan-run', 'probe-target', 'run-shard', 'lose-shard'];
    allow(role, { actions: ['lambda:InvokeFunction'], resources: called.map((name) => fn[name].lambda.functionArn) });
    allow(role, {
      actions: ['ecs:RunTask'],
      resources: [runner.task.taskDefinitionArn],
      conditions: { ArnEquals: { 'ecs:cluster': runner.cluster.attrArn } },
    });
    allow(role, {
      actions: ['iam:PassRole'],
      resources: [runner.taskRole.roleArn, runner.executionRole.roleArn],
      conditions: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
    });
    records.allowBucket(role, 'staging', ['Get']);
    allow(role, { actions: ['states:StartExecution'], resources: [this.finishRun.machine.stateMachineArn] });
    const itself = this.testRun.machine;
    allowLater(this, role, [
      { actions: ['states:StartExecution'], resources: [itself.stateMachineArn] },
      {
        actions: ['states:DescribeExecution', 'states:RedriveExecution', 'states:StopExecution'],
        // AWS documents the first form for children; map runs and their children go by the second.
        resources: [
          executionsOf(itself.stateMachineName, this, ':*'),
          executionsOf(itself.stateMachineName, this, '/*'),
        ],
        wildcard: 'Step Functions names the children of a Distributed Map itself.',
      },
    ]);
  }

  /** The runner answers with the token of its own shard; a token cannot be guessed, and no other machine accepts it. */
  private allowAnswers(runner: RunnerTask): void {
    const arn = this.testRun.machine.stateMachineArn;
    allowLater(this, runner.taskRole, [
      {
        actions: ['states:SendTaskFailure', 'states:SendTaskHeartbeat', 'states:SendTaskSuccess'],
        resources: [arn, `${arn}/*`],
        wildcard: 'Children of a Distributed Map belong to the machine under a label.',
      },
    ]);
  }
}

/** ARN pattern of the executions of a machine; `suffix` is `:*` for its own, `/*` for the children of its Map. */
export const executionsOf = (machineName: string, scope: Construct, suffix: ':*' | '/*'): string => {
  const { region, account } = Stack.of(scope);
  return `arn:aws:states:${region}:${account}:execution:${machineName}${suffix}`;
};
