import { CreateTableCommand, DynamoDBClient, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
import { CreateClusterCommand, ECSClient } from '@aws-sdk/client-ecs';
import { CreateEventBusCommand, EventBridgeClient } from '@aws-sdk/client-eventbridge';
import {
  CreateBucketCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  PutObjectLockConfigurationCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { CreateStateMachineCommand, DescribeExecutionCommand, SFNClient } from '@aws-sdk/client-sfn';

import type { AwsConfig } from '#aws/config';

/** Names and handles of what `makeStack` made on the emulator. */
export interface EmulatedStack {
  readonly config: AwsConfig;
  /** A newer version past If-None-Match, as somebody with other rights could write. */
  forge(key: string, body: Uint8Array): Promise<string>;
  /** Resolves when an execution of finish-run is over. */
  finished(executionName: string): Promise<void>;
  readonly secretName: string;
}

const INDEXES = ['gsi1', 'gsi2', 'gsi3', 'gsi4'];

/** The table as cdk's Records stack has it: what this test needs of it. */
const makeTable = async (client: DynamoDBClient, TableName: string): Promise<void> => {
  const attributes = ['pk', 'sk', ...INDEXES.flatMap((index) => [`${index}pk`, `${index}sk`])];
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: attributes.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: INDEXES.map((IndexName) => ({
        IndexName,
        KeySchema: [
          { AttributeName: `${IndexName}pk`, KeyType: 'HASH' },
          { AttributeName: `${IndexName}sk`, KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'ALL' },
      })),
    }),
  );
  await waitUntilTableExists({ client, maxWaitTime: 20, minDelay: 0.1, maxDelay: 0.5 }, { TableName });
};

const makeBuckets = async (s3: S3Client, staging: string, evidence: string): Promise<void> => {
  await s3.send(new CreateBucketCommand({ Bucket: staging }));
  await s3.send(new CreateBucketCommand({ Bucket: evidence, ObjectLockEnabledForBucket: true }));
  await s3.send(new PutBucketVersioningCommand({ Bucket: evidence, VersioningConfiguration: { Status: 'Enabled' } }));
  const Rule = { DefaultRetention: { Mode: 'GOVERNANCE', Days: 1 } } as const;
  await s3.send(
    new PutObjectLockConfigurationCommand({
      Bucket: evidence,
      ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled', Rule },
    }),
  );
};

const makeMachine = async (sfn: SFNClient, name: string, state: object): Promise<string> => {
  const definition = JSON.stringify({ StartAt: 'Only', States: { Only: state } });
  const roleArn = 'arn:aws:iam::000000000000:role/machine';
  const { stateMachineArn } = await sfn.send(
    new CreateStateMachineCommand({ name, definition, roleArn, type: 'STANDARD' }),
  );
  return String(stateMachineArn);
};

/** A table, buckets and machines of its own on the emulator at `endpointUrl`. */
export const makeStack = async (endpointUrl: string): Promise<EmulatedStack> => {
  const id = `ports-${Date.now().toString(36)}-${process.pid}`;
  const options = { endpoint: endpointUrl };
  const s3 = new S3Client({ ...options, forcePathStyle: true });
  const sfn = new SFNClient(options);
  const evidenceBucket = `${id}-evidence`;
  await makeTable(new DynamoDBClient(options), id);
  await makeBuckets(s3, `${id}-staging`, evidenceBucket);
  const runMachineArn = await makeMachine(sfn, `${id}-run`, { Type: 'Wait', Seconds: 600, End: true });
  const finishMachineArn = await makeMachine(sfn, `${id}-finish`, { Type: 'Pass', End: true });
  const { cluster } = await new ECSClient(options).send(new CreateClusterCommand({ clusterName: id }));
  await new EventBridgeClient(options).send(new CreateEventBusCommand({ Name: id }));
  const secret = { Name: `${id}-secret`, SecretString: '{"password":"s3cr3t","number":5}' };
  await new SecretsManagerClient(options).send(new CreateSecretCommand(secret));
  return {
    secretName: secret.Name,
    config: {
      endpointUrl,
      tableName: id,
      stagingBucket: `${id}-staging`,
      catalogBucket: `${id}-staging`,
      evidenceBucket,
      busName: id,
      runMachineArn,
      finishMachineArn,
      clusterArn: String(cluster?.clusterArn),
    },
    forge: async (Key, Body) =>
      String(
        (await s3.send(new PutObjectCommand({ Bucket: evidenceBucket, Key, Body, ChecksumAlgorithm: 'SHA256' })))
          .VersionId,
      ),
    finished: async (name) => {
      const executionArn = `${finishMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
      const deadline = Date.now() + 10_000;
      while ((await sfn.send(new DescribeExecutionCommand({ executionArn }))).status === 'RUNNING') {
        if (Date.now() > deadline) throw new Error(`${name} was still running after 10 s`);
      }
    },
  };
};
