import { aws_ssm as ssm } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Stage } from '../settings.ts';

/**
 * What one stack tells the others, by SSM parameter: an export could not be changed while somebody imports it.
 * The value is where the parameter lies below `/assay/<stage>/`.
 */
export const NAMES = {
  tableName: 'records/table-name',
  stagingBucket: 'records/staging-bucket',
  catalogBucket: 'records/catalog-bucket',
  evidenceBucket: 'records/evidence-bucket',
  recordsKeyArn: 'records/key-arn',
  evidenceKeyArn: 'records/evidence-key-arn',
  vpcId: 'network/vpc-id',
  subnetOne: 'network/subnet-one',
  subnetTwo: 'network/subnet-two',
  securityGroup: 'network/security-group',
  apiId: 'plane/api-id',
  apiName: 'plane/api-name',
  runMachineArn: 'plane/run-machine-arn',
  finishMachineArn: 'plane/finish-machine-arn',
  clusterName: 'plane/cluster-name',
  eventsDlqName: 'plane/events-dlq-name',
} as const;

export type SharedName = keyof typeof NAMES;

const parameterName = (stage: Stage, name: SharedName): string => `/assay/${stage}/${NAMES[name]}`;

/** Publishes a name for the other stacks, operators and the CLI. */
export const publish = (scope: Construct, stage: Stage, name: SharedName, value: string): void => {
  new ssm.StringParameter(scope, `Name-${name}`, { parameterName: parameterName(stage, name), stringValue: value });
};

/** Reads what another stack published; CloudFormation resolves it at deploy, so synthesis asks nobody. */
export const published = (scope: Construct, stage: Stage, name: SharedName): string =>
  ssm.StringParameter.valueForStringParameter(scope, parameterName(stage, name));
