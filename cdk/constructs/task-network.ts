import { Validations } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import { published } from './names.ts';
import type { Placement } from './plane-function.ts';
import type { TaskNetwork } from './run-machines.ts';

/** Ids that the local cloud accepts without a VPC behind them. */
const LOCAL: TaskNetwork = { subnetOne: 'subnet-local1', subnetTwo: 'subnet-local2', securityGroup: 'sg-local' };

/** Where Fargate tasks run: what Network published, or placeholders on one machine. */
export const taskNetwork = (scope: Construct, { stage }: Settings): TaskNetwork =>
  stage === 'local'
    ? LOCAL
    : {
        subnetOne: published(scope, stage, 'subnetOne'),
        subnetTwo: published(scope, stage, 'subnetTwo'),
        securityGroup: published(scope, stage, 'securityGroup'),
      };

/**
 * Where functions that call targets run: beside the tasks in the private profiles, so that both executors reach the same
 * targets. undefined with public egress: a function in a public subnet would have no internet at all.
 */
export const callerPlacement = (scope: Construct, settings: Settings, network: TaskNetwork): Placement | undefined => {
  if (settings.stage === 'local' || settings.network === 'public-egress') return undefined;
  const vpc = ec2.Vpc.fromVpcAttributes(scope, 'Vpc', {
    vpcId: published(scope, settings.stage, 'vpcId'),
    availabilityZones: ['one', 'two'],
    privateSubnetIds: [network.subnetOne, network.subnetTwo],
  });
  for (const subnet of vpc.privateSubnets) {
    Validations.of(subnet).acknowledge({
      id: '@aws-cdk/aws-ec2:noSubnetRouteTableId',
      reason: 'Functions are only put into these subnets; nobody asks for their route tables.',
    });
  }
  const securityGroup = ec2.SecurityGroup.fromSecurityGroupId(scope, 'CallerGroup', network.securityGroup, {
    mutable: false,
  });
  return { vpc, securityGroup };
};
