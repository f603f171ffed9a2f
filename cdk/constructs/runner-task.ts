import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { join } from 'node:path';
import { Platform } from 'aws-cdk-lib/aws-ecr-assets';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import { allow } from './grants.ts';

/** What the machine's overrides name. */
export const RUNNER_CONTAINER = 'runner';
/** The image that the local cloud starts without Docker. */
export const RUNNER_IMAGE_LOCAL = 'assay-runner:local';
/** Fargate's limit for the time between SIGTERM and SIGKILL, in seconds (AWS quota, read 2026-08). */
const STOP_TIMEOUT_SECONDS = 120;
/** uid:gid of the user `node` of the official image: the runner needs no other. */
const RUNNER_USER = '1000:1000';

export interface RunnerTaskProps {
  readonly settings: Settings;
  readonly build: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Cluster and task of shards that take long: read-only root, no root user, `/tmp` of its own. */
export class RunnerTask extends Construct {
  readonly cluster: ecs.CfnCluster;
  readonly task: ecs.FargateTaskDefinition;
  readonly taskRole: iam.Role;
  readonly executionRole: iam.Role;

  constructor(scope: Construct, id: string, props: RunnerTaskProps) {
    super(scope, id);
    // The L1: an L2 cluster makes a VPC, and its capacity providers are a resource that the local cloud does not know.
    this.cluster = new ecs.CfnCluster(this, 'Cluster', {
      capacityProviders: ['FARGATE', 'FARGATE_SPOT'],
      clusterSettings: [{ name: 'containerInsights', value: 'enabled' }],
    });
    const assumedBy = new iam.ServicePrincipal('ecs-tasks.amazonaws.com');
    this.taskRole = new iam.Role(this, 'TaskRole', { assumedBy, description: 'Assay runner: what one shard may do' });
    this.executionRole = new iam.Role(this, 'ExecutionRole', {
      assumedBy,
      description: 'Assay runner: image and log stream',
    });
    const logGroup = new logs.LogGroup(this, 'Logs', {
      retention: props.settings.stage === 'prod' ? logs.RetentionDays.THREE_MONTHS : logs.RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.task = new ecs.FargateTaskDefinition(this, 'Task', {
      cpu: 512,
      memoryLimitMiB: 1024,
      taskRole: this.taskRole,
      executionRole: this.executionRole,
      runtimePlatform: {
        cpuArchitecture: ecs.CpuArchitecture.ARM64,
        operatingSystemFamily: ecs.OperatingSystemFamily.LINUX,
      },
      volumes: [{ name: 'tmp' }],
    });
    this.addRunner(props, logGroup);
    this.mayPullAndLog(logGroup, props.settings.stage === 'local');
  }

  private addRunner(props: RunnerTaskProps, logGroup: logs.LogGroup): void {
    const runner = this.task.addContainer('Runner', {
      containerName: RUNNER_CONTAINER,
      image: imageOf(props),
      essential: true,
      user: RUNNER_USER,
      readonlyRootFilesystem: true,
      stopTimeout: Duration.seconds(STOP_TIMEOUT_SECONDS),
      logging: ecs.LogDrivers.awsLogs({ logGroup, streamPrefix: 'run' }),
      environment: { ...props.environment },
      linuxParameters: new ecs.LinuxParameters(this, 'Linux', { initProcessEnabled: true }),
    });
    runner.addMountPoints({ containerPath: '/tmp', sourceVolume: 'tmp', readOnly: false });
    Validations.of(this.task).acknowledge({
      id: 'AwsSolutions-ECS2',
      reason: 'The variables are names of resources and hold no secret; secrets are fetched by reference at run time.',
    });
  }

  private mayPullAndLog(logGroup: logs.LogGroup, local: boolean): void {
    allow(this.executionRole, {
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [logGroup.logGroupArn],
    });
    if (local) return;
    Validations.of(this.executionRole).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'ecr:GetAuthorizationToken has no resource to name; the layers are granted on the one repository.',
    });
  }
}

const imageOf = ({ settings, build }: RunnerTaskProps): ecs.ContainerImage =>
  settings.stage === 'local'
    ? ecs.ContainerImage.fromRegistry(RUNNER_IMAGE_LOCAL)
    : ecs.ContainerImage.fromAsset(join(build, 'runner'), {
        buildArgs: { BASE_IMAGE: settings.runnerBaseImage },
        platform: Platform.LINUX_ARM64,
        exclude: ['*.meta.json'],
      });
