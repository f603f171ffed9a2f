import { RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { publish } from '../constructs/names.ts';
import type { NetworkProfile, Settings } from '../settings.ts';

export interface NetworkProps extends StackProps {
  readonly settings: Settings;
}

/** Zones that tasks spread over: two survive the loss of one. Written as two placeholders in test-run.asl.json. */
const ZONES = 2;

/** What tasks and callers in a private subnet without a NAT need of AWS itself. S3 and DynamoDB have free gateway endpoints. */
const PRIVATE_SERVICES = {
  EcrApi: ec2.InterfaceVpcEndpointAwsService.ECR,
  EcrDocker: ec2.InterfaceVpcEndpointAwsService.ECR_DOCKER,
  Events: ec2.InterfaceVpcEndpointAwsService.EVENTBRIDGE,
  Kms: ec2.InterfaceVpcEndpointAwsService.KMS,
  Logs: ec2.InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS,
  Secrets: ec2.InterfaceVpcEndpointAwsService.SECRETS_MANAGER,
  States: ec2.InterfaceVpcEndpointAwsService.STEP_FUNCTIONS,
} as const;

const SUBNETS: Readonly<Record<NetworkProfile, readonly ec2.SubnetConfiguration[]>> = {
  'public-egress': [{ name: 'public', subnetType: ec2.SubnetType.PUBLIC, cidrMask: 20, mapPublicIpOnLaunch: false }],
  'private-nat': [
    { name: 'nat', subnetType: ec2.SubnetType.PUBLIC, cidrMask: 24, mapPublicIpOnLaunch: false },
    { name: 'private', subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 20 },
  ],
  'private-only': [{ name: 'private', subnetType: ec2.SubnetType.PRIVATE_ISOLATED, cidrMask: 20 }],
};

/**
 * Where Fargate tasks run. `public-egress`: public subnets, no NAT, near $0 when idle. `private-nat`: private subnets behind one NAT.
 * `private-only`: no way out but AWS itself and what is peered with the VPC.
 */
export class Network extends Stack {
  readonly vpc: ec2.Vpc;

  constructor(scope: Construct, id: string, props: NetworkProps) {
    super(scope, id, { description: 'Assay: where runners run', ...props });
    const { stage, network } = props.settings;
    this.vpc = new ec2.Vpc(this, 'Vpc', {
      maxAzs: ZONES,
      natGateways: network === 'private-nat' ? 1 : 0,
      subnetConfiguration: [...SUBNETS[network]],
      restrictDefaultSecurityGroup: false,
    });
    this.logFlows(stage === 'prod');
    this.addEndpoints(network);
    const group = new ec2.SecurityGroup(this, 'Runners', {
      vpc: this.vpc as ec2.IVpc,
      description: 'Assay runners: they call out, nobody calls them',
      allowAllOutbound: true,
    });
    const subnets =
      network === 'public-egress' ? this.vpc.publicSubnets : [...this.vpc.privateSubnets, ...this.vpc.isolatedSubnets];
    const [one, two] = subnets;
    if (one === undefined || two === undefined)
      throw new Error(`profile ${network} needs ${ZONES} subnets, got ${subnets.length}`);
    publish(this, stage, 'vpcId', this.vpc.vpcId);
    publish(this, stage, 'subnetOne', one.subnetId);
    publish(this, stage, 'subnetTwo', two.subnetId);
    publish(this, stage, 'securityGroup', group.securityGroupId);
  }

  private logFlows(isProd: boolean): void {
    const logGroup = new logs.LogGroup(this, 'FlowLogs', {
      retention: isProd ? logs.RetentionDays.THREE_MONTHS : logs.RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.vpc.addFlowLog('Flows', {
      destination: ec2.FlowLogDestination.toCloudWatchLogs(logGroup),
      trafficType: ec2.FlowLogTrafficType.ALL,
    });
  }

  private addEndpoints(network: NetworkProfile): void {
    this.vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 });
    this.vpc.addGatewayEndpoint('DynamoDb', { service: ec2.GatewayVpcEndpointAwsService.DYNAMODB });
    if (network !== 'private-only') return;
    const group = new ec2.SecurityGroup(this, 'Endpoints', {
      vpc: this.vpc as ec2.IVpc,
      description: 'Assay: AWS interface endpoints',
      allowAllOutbound: false,
    });
    group.addIngressRule(ec2.Peer.ipv4(this.vpc.vpcCidrBlock), ec2.Port.tcp(443), 'HTTPS from the VPC');
    const reason = 'The rule names the CIDR of this VPC, an intrinsic function that the check cannot read.';
    Validations.of(group).acknowledge({ id: 'AwsSolutions-EC23', reason });
    for (const [id, service] of Object.entries(PRIVATE_SERVICES)) {
      this.vpc.addInterfaceEndpoint(id, { service, securityGroups: [group], open: false });
    }
  }
}
