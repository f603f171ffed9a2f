import {
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { DescribeTaskDefinitionCommand, ECSClient, ListTaskDefinitionsCommand } from '@aws-sdk/client-ecs';
import { LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { clientOf } from '../../local/published-names.ts';
import { callQuery, elementOf } from '../../local/query-call.ts';
import { unique } from './plane.ts';
import type { TestCloud } from './plane.ts';

interface Session {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

/** Roles of the plane by the folder of their function, and `runner` for the Fargate task. */
export const rolesOf = async (cloud: TestCloud, folders: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const lambda = new LambdaClient(clientOf(cloud.endpoint));
  const roles = new Map<string, string>();
  let Marker: string | undefined;
  do {
    const page = await lambda.send(new ListFunctionsCommand({ Marker }));
    for (const { FunctionName = '', Role = '' } of page.Functions ?? []) {
      const folder = folders.find((one) => FunctionName.toLowerCase().includes(`-${one.replaceAll('-', '')}function`));
      if (folder !== undefined) roles.set(folder, Role);
    }
    Marker = page.NextMarker;
  } while (Marker !== undefined);
  lambda.destroy();
  const ecs = new ECSClient(clientOf(cloud.endpoint));
  const { taskDefinitionArns: [taskDefinition] = [] } = await ecs.send(new ListTaskDefinitionsCommand({}));
  const task = await ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition }));
  roles.set('runner', task.taskDefinition?.taskRoleArn ?? '');
  ecs.destroy();
  return roles;
};

/** Credentials of a role, by STS AssumeRole. */
export const assumeRole = async (cloud: TestCloud, roleArn: string): Promise<Session> => {
  const xml = await callQuery(cloud.endpoint, 'sts', {
    Action: 'AssumeRole',
    Version: '2011-06-15',
    RoleArn: roleArn,
    RoleSessionName: unique('e2e'),
  });
  return {
    accessKeyId: elementOf(xml, 'AccessKeyId'),
    secretAccessKey: elementOf(xml, 'SecretAccessKey'),
    sessionToken: elementOf(xml, 'SessionToken'),
  };
};

export type Call = (clients: {
  readonly dynamo: DynamoDBClient;
  readonly s3: S3Client;
  readonly cloud: TestCloud;
}) => Promise<unknown>;

const nothing = { pk: { S: 'nobody' }, sk: { S: 'nothing' } };
const tableOf = (cloud: TestCloud): string => cloud.names['records/table-name'] ?? '';
const onlyIfThere = { ConditionExpression: 'attribute_exists(pk)' };

/** Calls that change nothing when they are allowed: their conditions do not hold. */
export const TABLE = {
  get: (({ dynamo, cloud }) => dynamo.send(new GetItemCommand({ TableName: tableOf(cloud), Key: nothing }))) as Call,
  query: (({ dynamo, cloud }) =>
    dynamo.send(
      new QueryCommand({
        TableName: tableOf(cloud),
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: 'nobody' } },
      }),
    )) as Call,
  put: (({ dynamo, cloud }) =>
    dynamo.send(new PutItemCommand({ TableName: tableOf(cloud), Item: nothing, ...onlyIfThere }))) as Call,
  update: (({ dynamo, cloud }) =>
    dynamo.send(
      new UpdateItemCommand({
        TableName: tableOf(cloud),
        Key: nothing,
        UpdateExpression: 'SET a = :a',
        ExpressionAttributeValues: { ':a': { S: '' } },
        ...onlyIfThere,
      }),
    )) as Call,
  delete: (({ dynamo, cloud }) =>
    dynamo.send(new DeleteItemCommand({ TableName: tableOf(cloud), Key: nothing, ...onlyIfThere }))) as Call,
};

type Bucket = 'staging' | 'catalog' | 'evidence';
const bucketOf = (cloud: TestCloud, bucket: Bucket): string => cloud.names[`records/${bucket}-bucket`] ?? '';

export const put =
  (bucket: Bucket): Call =>
  ({ s3, cloud }) =>
    s3.send(
      new PutObjectCommand({
        Bucket: bucketOf(cloud, bucket),
        Key: `v1/e2e/${unique('object')}`,
        Body: 'x',
        IfNoneMatch: '*',
      }),
    );
export const read =
  (bucket: Bucket): Call =>
  ({ s3, cloud }) =>
    s3.send(new GetObjectCommand({ Bucket: bucketOf(cloud, bucket), Key: 'v1/e2e/nothing' }));

/** `denied`, or `let through` whatever came of it then. */
export const outcomeOf = async (
  cloud: TestCloud,
  credentials: Session,
  call: Call,
): Promise<'denied' | 'let through'> => {
  const options = { ...clientOf(cloud.endpoint), credentials };
  const dynamo = new DynamoDBClient(options);
  const s3 = new S3Client({ ...options, forcePathStyle: true });
  try {
    await call({ dynamo, s3, cloud });
    return 'let through';
  } catch (error) {
    return error instanceof Error &&
      /^AccessDenied|^UnrecognizedClient|^InvalidClientTokenId|^ExpiredToken/.test(error.name)
      ? 'denied'
      : 'let through';
  } finally {
    dynamo.destroy();
    s3.destroy();
  }
};
