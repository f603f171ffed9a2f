import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import type { aws_ec2 as ec2, aws_lambda_destinations as destinations } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Stage } from '../settings.ts';
import { FUNCTIONS } from './function-sizes.ts';
import type { FunctionName } from './function-sizes.ts';
import { allow } from './grants.ts';

export interface Placement {
  readonly vpc: ec2.IVpc;
  readonly securityGroup: ec2.ISecurityGroup;
}

export interface PlaneFunctionProps {
  readonly name: FunctionName;
  readonly stage: Stage;
  /** Folder that `cdk/bundle.ts` wrote to. */
  readonly build: string;
  readonly environment: Readonly<Record<string, string>>;
  /** @default runs outside a VPC, with internet access and without private targets */
  readonly placement?: Placement;
  /** Where events go that failed on every try. @default the function is only called synchronously: its caller sees the error */
  readonly onFailure?: destinations.SqsDestination;
}

/** One Lambda with its log group and a role of its own that can do nothing but log and trace until it is granted more. */
export class PlaneFunction extends Construct {
  readonly name: FunctionName;
  readonly role: iam.Role;
  readonly lambda: lambda.Function;

  constructor(scope: Construct, id: string, props: PlaneFunctionProps) {
    super(scope, id);
    this.name = props.name;
    const size = FUNCTIONS[props.name];
    const logGroup = new logs.LogGroup(this, 'Logs', {
      retention: props.stage === 'prod' ? logs.RetentionDays.THREE_MONTHS : logs.RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
      description: `Assay ${props.name}: ${size.description}`,
    });
    allow(this.role, {
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [logGroup.logGroupArn],
    });
    allow(this.role, {
      actions: ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'],
      resources: ['*'],
      wildcard: 'X-Ray has no resource to name in these two calls.',
    });
    if (props.placement !== undefined) this.mayUseInterfaces();
    this.lambda = this.makeLambda(props, logGroup);
    this.acknowledge(props.onFailure !== undefined);
  }

  private makeLambda(props: PlaneFunctionProps, logGroup: logs.LogGroup): lambda.Function {
    const size = FUNCTIONS[props.name];
    const bundle = join(props.build, 'functions', props.name);
    if (!existsSync(join(bundle, 'index.mjs'))) {
      throw new Error(`${join(bundle, 'index.mjs')} is missing: run \`node cdk/bundle.ts\` before synthesis`);
    }
    return new lambda.Function(this, 'Function', {
      description: size.description,
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      code: lambda.Code.fromAsset(bundle, { exclude: ['*.meta.json'] }),
      handler: 'index.handler',
      memorySize: size.memoryMb,
      timeout: Duration.seconds(size.timeoutSeconds),
      role: this.role,
      logGroup,
      loggingFormat: lambda.LoggingFormat.JSON,
      tracing: lambda.Tracing.ACTIVE,
      environment: { ...props.environment },
      ...(props.placement === undefined
        ? {}
        : { vpc: props.placement.vpc, securityGroups: [props.placement.securityGroup] }),
      ...(props.onFailure === undefined
        ? {}
        : { onFailure: props.onFailure, retryAttempts: 2, maxEventAge: Duration.hours(1) }),
    });
  }

  private mayUseInterfaces(): void {
    allow(this.role, {
      actions: [
        'ec2:AssignPrivateIpAddresses',
        'ec2:CreateNetworkInterface',
        'ec2:DeleteNetworkInterface',
        'ec2:DescribeNetworkInterfaces',
        'ec2:DescribeSubnets',
        'ec2:UnassignPrivateIpAddresses',
      ],
      resources: ['*'],
      wildcard: 'Lambda makes its network interfaces under names that it chooses itself.',
    });
  }

  private acknowledge(asynchronous: boolean): void {
    if (asynchronous) {
      Validations.of(this.lambda).acknowledge({
        id: 'Serverless-LambdaDLQ',
        reason:
          'Failed events go to the events queue through an on-failure destination, which keeps the error beside the event.',
      });
      return;
    }
    Validations.of(this.lambda).acknowledge({
      id: 'Serverless-LambdaDLQ',
      reason: 'Called synchronously: API Gateway or Step Functions sees the error itself.',
    });
  }
}
