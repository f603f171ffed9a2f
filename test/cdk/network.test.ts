/** The three network profiles: who can get out, what it costs when idle, and that every flow is logged. */
import { describe, expect, test } from '@jest/globals';
import { resourcesOf, stackOf } from './synthesized.ts';
import type { Variant } from './synthesized.ts';

const PROFILES = [
  { variant: 'dev', nats: 0, publicSubnets: 2, privateSubnets: 0, interfaces: 0 },
  { variant: 'private-nat', nats: 1, publicSubnets: 2, privateSubnets: 2, interfaces: 0 },
  { variant: 'private-only', nats: 0, publicSubnets: 0, privateSubnets: 2, interfaces: 7 },
] as const satisfies readonly {
  variant: Variant;
  nats: number;
  publicSubnets: number;
  privateSubnets: number;
  interfaces: number;
}[];

describe.each(PROFILES)('$variant', ({ variant, nats, publicSubnets, privateSubnets, interfaces }) => {
  const network = stackOf(variant, 'Network');
  const endpoints = resourcesOf(network, 'AWS::EC2::VPCEndpoint').map(
    ([, { Properties }]) => Properties['VpcEndpointType'],
  );

  test(`has ${nats} NAT gateways and ${interfaces} paid endpoints`, () => {
    expect(resourcesOf(network, 'AWS::EC2::NatGateway')).toHaveLength(nats);
    expect(endpoints.filter((type) => type === 'Interface')).toHaveLength(interfaces);
  });

  test('reaches S3 and DynamoDB by free endpoints', () => {
    expect(endpoints.filter((type) => type === 'Gateway')).toHaveLength(2);
  });

  test(`has ${publicSubnets} public and ${privateSubnets} private subnets, and gives no address by itself`, () => {
    const subnets = resourcesOf(network, 'AWS::EC2::Subnet').map(([, { Properties }]) => Properties);
    const kinds = subnets.map(
      ({ Tags }) =>
        (Tags as readonly { Key: string; Value: string }[]).find(({ Key }) => Key === 'aws-cdk:subnet-type')?.Value,
    );

    expect(kinds.filter((kind) => kind === 'Public')).toHaveLength(publicSubnets);
    expect(kinds.filter((kind) => kind !== 'Public')).toHaveLength(privateSubnets);
    expect(subnets.every(({ MapPublicIpOnLaunch }) => MapPublicIpOnLaunch === false)).toBe(true);
  });

  test('logs every flow', () => {
    expect(resourcesOf(network, 'AWS::EC2::FlowLog').map(([, { Properties }]) => Properties['TrafficType'])).toEqual([
      'ALL',
    ]);
  });

  test('lets nobody in to a runner', () => {
    const runners = resourcesOf(network, 'AWS::EC2::SecurityGroup').filter(([id]) => id.startsWith('Runners'));

    expect(runners).toHaveLength(1);
    expect(runners[0]?.[1].Properties['SecurityGroupIngress']).toBeUndefined();
    expect(resourcesOf(network, 'AWS::EC2::SecurityGroupIngress')).toEqual([]);
  });

  test('tells the Plane two subnets, the VPC and the group', () => {
    const names = resourcesOf(network, 'AWS::SSM::Parameter').map(([, { Properties }]) =>
      String(Properties['Name']).replace(/^\/assay\/\w+\//, ''),
    );

    expect(names.sort()).toEqual([
      'network/security-group',
      'network/subnet-one',
      'network/subnet-two',
      'network/vpc-id',
    ]);
  });
});
