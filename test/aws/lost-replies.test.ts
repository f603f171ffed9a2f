/**
 * Faults between the adapters and AWS (F6, F9), played by a scripted server: a reply that is lost after success, throttling, 5xx and silence.
 * The emulator never does these.
 */
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, test } from '@jest/globals';

import { awsCall } from '#aws/aws-failure';
import { clientOptions } from '#aws/client-options';
import { dynamoRuns } from '#aws/dynamo-runs';
import { stepFunctionsOrchestrator } from '#aws/step-functions-orchestrator';
import { sampleRun } from '../ports/samples.ts';
import { scriptedServer, type SeenRequest, type Step } from './scripted-server.ts';

beforeAll(() => {
  process.env['AWS_ACCESS_KEY_ID'] = 'test';
  process.env['AWS_SECRET_ACCESS_KEY'] = 'test';
  process.env['AWS_REGION'] = 'eu-west-1';
});

type RawItem = { readonly [attribute: string]: unknown };
type PutBody = { readonly Item: RawItem; readonly ClientRequestToken?: string };
const json = (status: number, body: unknown): Step => ({ status, body: JSON.stringify(body) });
const failed = (name: string, more: object = {}): Step =>
  json(400, { __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: name, ...more });
const putOf = (request: SeenRequest): PutBody => JSON.parse(request.body) as PutBody;

describe('DynamoDB', () => {
  test('a claim whose reply was lost finds its own run and created it', async () => {
    await using server = await scriptedServer((request, count) =>
      count === 1 ? 'reset' : failed('ConditionalCheckFailedException', { Item: putOf(request).Item }),
    );

    const claimed = await dynamoRuns({ tableName: 't', endpointUrl: server.url }).claim(sampleRun('t1', 'r1'));

    expect(claimed.created).toBe(true);
    expect(server.seen).toHaveLength(2);
  });

  test('the run of somebody else under the same id was not created by us', async () => {
    await using server = await scriptedServer((request) =>
      failed('ConditionalCheckFailedException', {
        Item: { ...putOf(request).Item, putBy: { S: 'other' }, name: { S: 'theirs' } },
      }),
    );

    const claimed = await dynamoRuns({ tableName: 't', endpointUrl: server.url }).claim(sampleRun('t1', 'r1'));

    expect([claimed.created, claimed.run.name]).toEqual([false, 'theirs']);
  });

  test('a state change whose reply was lost is a change that was made', async () => {
    type UpdateBody = { readonly ExpressionAttributeValues: { readonly [name: string]: { readonly S?: string } } };
    await using server = await scriptedServer((request, count) => {
      const { ExpressionAttributeValues: values } = JSON.parse(request.body) as UpdateBody;
      const token = Object.values(values).find(({ S = '' }) => S.length === 36);
      return count === 1
        ? { status: 500 }
        : failed('ConditionalCheckFailedException', { Item: { updatedByWrite: token, state: { S: 'planning' } } });
    });

    expect(await dynamoRuns({ tableName: 't', endpointUrl: server.url }).advance('t1', 'r1', 'planning', {})).toBe(
      true,
    );
  });

  test('a claim that met another transaction tries again, and is then given the winner', async () => {
    const reasons = (...codes: string[]): Step =>
      failed('TransactionCanceledException', {
        CancellationReasons: codes.map((Code) =>
          Code === 'ConditionalCheckFailed'
            ? { Code, Item: { schemaVersion: { N: '1' }, name: { S: 'winner' } } }
            : { Code },
        ),
      });
    await using server = await scriptedServer((_request, count) =>
      count < 3 ? reasons('TransactionConflict', 'None') : reasons('ConditionalCheckFailed', 'None'),
    );

    const claimed = await dynamoRuns({ tableName: 't', endpointUrl: server.url }).claim(
      sampleRun('t1', 'r1', { labels: { a: 'b' } }),
    );

    expect([claimed.created, claimed.run.name, server.seen.length]).toEqual([false, 'winner', 3]);
  });

  test.each([
    ['ProvisionedThroughputExceededException', 400],
    ['ThrottlingException', 400],
    ['InternalServerError', 500],
  ])('%s is dependency-unavailable with its cause after a bounded number of tries', async (name, status) => {
    await using server = await scriptedServer(() => json(status, { __type: `x#${name}`, message: name }));

    await expect(
      dynamoRuns({ tableName: 't', endpointUrl: server.url, attemptsMax: 2 }).get('t1', 'r1'),
    ).rejects.toMatchObject({
      name: 'dependency-unavailable',
      kind: 'DependencyUnavailable',
      cause: { name },
    });
    expect(server.seen).toHaveLength(2);
  });

  test('an error of ours stays what it is', async () => {
    await using server = await scriptedServer(() => failed('ValidationException'));

    await expect(dynamoRuns({ tableName: 't', endpointUrl: server.url }).get('t1', 'r1')).rejects.toMatchObject({
      name: 'ValidationException',
    });
    expect(server.seen).toHaveLength(1);
  });

  test('keys that a batch leaves unprocessed are asked for again', async () => {
    type Batch = { readonly RequestItems: { readonly t: { readonly Keys: readonly RawItem[] } } };
    await using server = await scriptedServer((request, count) => {
      const { Keys } = (JSON.parse(request.body) as Batch).RequestItems.t;
      return json(200, count === 1 ? { UnprocessedKeys: { t: { Keys: Keys.slice(1) } } } : {});
    });

    await dynamoRuns({ tableName: 't', endpointUrl: server.url }).loadForSubmission({
      tenant: 't1',
      service: 's',
      runId: 'r1',
      environment: 'e',
    });

    expect(server.seen.map(({ body }) => (JSON.parse(body) as Batch).RequestItems.t.Keys.length)).toEqual([4, 3]);
  });

  test('a submission is one read, one write and one start; labels cost no call', async () => {
    await using server = await scriptedServer((request) =>
      request.operation === 'StartExecution' ? json(200, { executionArn: 'a', startDate: 1 }) : json(200, {}),
    );
    const runs = dynamoRuns({ tableName: 't', endpointUrl: server.url });
    const orchestrator = stepFunctionsOrchestrator({
      runMachineArn: 'arn:m:stateMachine:a',
      finishMachineArn: 'arn:m:stateMachine:b',
      endpointUrl: server.url,
    });

    await runs.loadForSubmission({ tenant: 't1', service: 's', runId: 'r1', environment: 'e' });
    await runs.claim(sampleRun('t1', 'r1', { labels: { branch: 'main', commit: 'abc' } }));
    await orchestrator.startRun({ tenant: 't1', runId: 'r1' });

    expect(server.seen.map(({ operation }) => operation)).toEqual([
      'BatchGetItem',
      'TransactWriteItems',
      'StartExecution',
    ]);
  });
});

describe('waiting', () => {
  test('calls are tried four times unless told otherwise', () => {
    expect(clientOptions({}, { requestTimeoutMs: 9 })).toEqual({
      maxAttempts: 4,
      retryMode: 'standard',
      requestHandler: { connectionTimeout: 2000, requestTimeout: 9, throwOnRequestTimeout: true },
    });
  });

  test('a service that says nothing is dependency-unavailable', async () => {
    await using server = await scriptedServer(() => 'hang');
    const client = new DynamoDBClient(
      clientOptions({ endpointUrl: server.url, attemptsMax: 2 }, { requestTimeoutMs: 60 }),
    );

    const call = awsCall('DynamoDB GetItem', () =>
      client.send(new GetItemCommand({ TableName: 't', Key: { pk: { S: 'a' } } })),
    );

    await expect(call).rejects.toMatchObject({ name: 'dependency-unavailable', cause: { name: 'TimeoutError' } });
    expect(server.seen).toHaveLength(2);
  });

  test('an abort ends the call at once and stays an abort', async () => {
    const controller = new AbortController();
    await using server = await scriptedServer(() => {
      controller.abort();
      return 'hang';
    });

    await expect(
      dynamoRuns({ tableName: 't', endpointUrl: server.url }).get('t1', 'r1', controller.signal),
    ).rejects.toMatchObject({ name: 'AbortError' });
    expect(server.seen).toHaveLength(1);
  });
});
