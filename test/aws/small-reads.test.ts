/** What adapters ask for and how often, played by a scripted server: projections, sources that forget, conditional puts, transient answers. */
import { beforeAll, expect, test } from '@jest/globals';

import { awsCall } from '#aws/aws-failure';
import { dynamoRuns } from '#aws/dynamo-runs';
import { ecsTasks } from '#aws/ecs-tasks';
import { s3Blobs } from '#aws/s3-blobs';
import { secretsManager } from '#aws/secrets-manager';
import { scriptedServer, type Step } from './scripted-server.ts';

beforeAll(() => {
  process.env['AWS_ACCESS_KEY_ID'] = 'test';
  process.env['AWS_SECRET_ACCESS_KEY'] = 'test';
  process.env['AWS_REGION'] = 'eu-west-1';
});

const json = (body: unknown): Step => ({ status: 200, body: JSON.stringify(body) });

test('who looks for a stop reads one field of the run', async () => {
  await using server = await scriptedServer(() => json({ Item: { stopReason: { S: 'fail-fast' } } }));

  expect(await dynamoRuns({ tableName: 't', endpointUrl: server.url }).getStop('acme', 'r1')).toBe('fail-fast');
  expect(JSON.parse(server.seen[0]?.body ?? '{}')).toMatchObject({
    ProjectionExpression: '#n0',
    ExpressionAttributeNames: { '#n0': 'stopReason' },
    ConsistentRead: true,
  });
});

test('a source reads a secret once, the next source reads it again: a rotated value is not held by a warm program', async () => {
  await using server = await scriptedServer((_request, count) => json({ SecretString: `value-${count}` }));
  const open = secretsManager({ endpointUrl: server.url });
  const first = open();

  expect([await first.resolve('assay/acme/a'), await first.resolve('assay/acme/a')]).toEqual(['value-1', 'value-1']);
  expect(await open().resolve('assay/acme/a')).toBe('value-2');
});

test('tasks that are to be kept are not stopped', async () => {
  await using server = await scriptedServer((request) =>
    json(request.operation === 'ListTasks' ? { taskArns: ['task-1', 'task-2', 'task-3'] } : { task: {} }),
  );
  const pointer = { tenant: 'acme', runId: 'r1' };

  expect(
    await ecsTasks({ clusterArn: 'c', endpointUrl: server.url }).stopTasks(pointer, 'x', undefined, ['task-2']),
  ).toBe(2);
  expect(
    server.seen
      .filter(({ operation }) => operation === 'StopTask')
      .map(({ body }) => (JSON.parse(body) as { task: string }).task)
      .sort(),
  ).toEqual(['task-1', 'task-3']);
});

test('a put that must be new says so, and a taken key is an answer, not an error', async () => {
  const taken: Step = {
    status: 412,
    headers: { 'content-type': 'application/xml' },
    body: '<Error><Code>PreconditionFailed</Code><Message>m</Message></Error>',
  };
  await using server = await scriptedServer((_request, count) => (count === 1 ? { status: 200 } : taken));
  const blobs = s3Blobs({ bucket: 'b', endpointUrl: server.url });

  expect(await blobs.putNew('k', Buffer.from('x'), 'text/plain')).toBe(true);
  expect(await blobs.putNew('k', Buffer.from('y'), 'text/plain')).toBe(false);
  expect(server.seen.map(({ headers }) => headers['if-none-match'])).toEqual(['*', '*']);
});

test('a body that S3 did not get in time is something to wait for', async () => {
  const error = Object.assign(new Error('Your socket connection to the server was not read from'), {
    name: 'RequestTimeout',
    $fault: 'client',
    $metadata: { httpStatusCode: 400 },
  });

  await expect(awsCall('S3 PutObject', () => Promise.reject(error))).rejects.toMatchObject({
    name: 'dependency-unavailable',
    cause: error,
  });
});
