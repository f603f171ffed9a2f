/** Races and refusals that S3, Step Functions and ECS answer with errors that mean success (F9, F13, F19), played by a scripted server. */
import { createHash } from 'node:crypto';

import { beforeAll, describe, expect, test } from '@jest/globals';

import { ecsTasks } from '#aws/ecs-tasks';
import { s3Evidence } from '#aws/s3-evidence';
import { stepFunctionsOrchestrator } from '#aws/step-functions-orchestrator';
import { scriptedServer, type Step } from './scripted-server.ts';

beforeAll(() => {
  process.env['AWS_ACCESS_KEY_ID'] = 'test';
  process.env['AWS_SECRET_ACCESS_KEY'] = 'test';
  process.env['AWS_REGION'] = 'eu-west-1';
});

const json = (status: number, body: unknown): Step => ({ status, body: JSON.stringify(body) });

describe('S3', () => {
  const error = (status: number, code: string): Step => ({
    status,
    headers: { 'content-type': 'application/xml' },
    body: `<Error><Code>${code}</Code><Message>m</Message></Error>`,
  });
  const body = Buffer.from('{}');
  const base64 = (text: string): string => createHash('sha256').update(text).digest('base64');
  const evidence = (url: string) => s3Evidence({ bucket: 'ev', endpointUrl: url, attemptsMax: 2 });

  const lock = (rule: string, enabled = 'Enabled'): Step => ({
    status: 200,
    headers: { 'content-type': 'application/xml' },
    body: `<ObjectLockConfiguration><ObjectLockEnabled>${enabled}</ObjectLockEnabled>${rule}</ObjectLockConfiguration>`,
  });
  const keeping = (what: string): string => `<Rule><DefaultRetention>${what}</DefaultRetention></Rule>`;

  test.each<[string, Step, object | undefined]>([
    ['a lock with a default retention', lock(keeping('<Mode>COMPLIANCE</Mode><Days>365</Days>')), undefined],
    ['no lock', error(404, 'ObjectLockConfigurationNotFoundError'), { name: 'evidence-unlocked' }],
    ['a lock without a default', lock(''), { name: 'evidence-unlocked' }],
    ['a default that lasts no day', lock(keeping('<Mode>GOVERNANCE</Mode>')), { name: 'evidence-unlocked' }],
    ['a lock that is off', lock(keeping('<Mode>COMPLIANCE</Mode><Days>1</Days>'), ''), { name: 'evidence-unlocked' }],
    ['no right to look', error(403, 'AccessDenied'), { name: 'AccessDenied' }],
    ['throttling', error(503, 'SlowDown'), { name: 'dependency-unavailable' }],
  ])('the bucket answers the question for its lock with %s', async (_, step, refusal) => {
    await using server = await scriptedServer(() => step);

    const found = await evidence(server.url)
      .requireLock()
      .catch((cause: unknown) => cause);

    if (refusal === undefined) expect(found).toBeUndefined();
    else expect(found).toMatchObject(refusal);
    expect(server.seen[0]).toMatchObject({ method: 'GET', path: expect.stringMatching(/^\/ev\/?\?object-lock/) });
  });

  test('a put names its SHA-256 and that the key must be new', async () => {
    await using server = await scriptedServer(() => ({ status: 200, headers: { 'x-amz-version-id': 'v7' } }));

    const version = await evidence(server.url).putOnce('a/b', body, 'application/json');

    expect(version.versionId).toBe('v7');
    expect(server.seen[0]?.headers).toMatchObject({ 'if-none-match': '*', 'x-amz-checksum-sha256': base64('{}') });
    expect(Object.keys(server.seen[0]?.headers ?? {}).filter((name) => name.startsWith('x-amz-object-lock'))).toEqual(
      [],
    );
  });

  test('409 of racing writers is tried again; 412 then gives the version that is there', async () => {
    const script: Step[] = [
      error(409, 'ConditionalRequestConflict'),
      error(409, 'ConditionalRequestConflict'),
      error(412, 'PreconditionFailed'),
      {
        status: 200,
        headers: { 'x-amz-version-id': 'v1', 'x-amz-checksum-sha256': base64('{}'), 'content-length': '2' },
      },
    ];
    await using server = await scriptedServer((_request, count) => script[count - 1] ?? 'reset');

    const version = await evidence(server.url).putOnce('a/b', body, 'application/json');

    expect(version).toEqual({
      versionId: 'v1',
      sha256: '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
      bytes: 2,
    });
    expect(server.seen.map(({ method }) => method)).toEqual(['PUT', 'PUT', 'PUT', 'HEAD']);
  });

  test('where S3 kept no SHA-256 the bytes of the version are read', async () => {
    const script: Step[] = [
      error(412, 'PreconditionFailed'),
      { status: 200, headers: { 'x-amz-version-id': 'v1' } },
      { status: 200, body: '[]' },
    ];
    await using server = await scriptedServer((_request, count) => script[count - 1] ?? 'reset');

    await expect(evidence(server.url).putOnce('a/b', body, 'application/json')).rejects.toMatchObject({
      name: 'evidence-conflict',
    });
    expect(server.seen[2]?.path).toContain('versionId=v1');
  });

  test('a put whose reply was lost is found', async () => {
    const there: Step = {
      status: 200,
      headers: { 'x-amz-version-id': 'v1', 'x-amz-checksum-sha256': base64('{}'), 'content-length': '2' },
    };
    await using server = await scriptedServer((request, count) =>
      count === 1 ? 'reset' : request.method === 'HEAD' ? there : error(412, 'PreconditionFailed'),
    );

    expect((await evidence(server.url).putOnce('a/b', body, 'application/json')).versionId).toBe('v1');
  });

  test('SlowDown without end is dependency-unavailable', async () => {
    await using server = await scriptedServer(() => error(503, 'SlowDown'));

    await expect(evidence(server.url).putOnce('a/b', body, 'application/json')).rejects.toMatchObject({
      name: 'dependency-unavailable',
      cause: { name: 'SlowDown' },
    });
  });
});

describe('Step Functions', () => {
  const machines = {
    runMachineArn: 'arn:aws:states:eu-west-1:1:stateMachine:run',
    finishMachineArn: 'arn:aws:states:eu-west-1:1:stateMachine:finish',
  };

  test.each([
    'ExecutionAlreadyExists',
    'ExecutionAlreadyExistsException',
    'StepFunctions.ExecutionAlreadyExistsException',
  ])('%s means that it was started', async (name) => {
    await using server = await scriptedServer(() => json(400, { __type: name, message: 'taken' }));
    const orchestrator = stepFunctionsOrchestrator({ ...machines, endpointUrl: server.url });

    await orchestrator.startFinish({ tenant: 't1', runId: 'r1' }, undefined, 2);

    expect(JSON.parse(server.seen[0]?.body ?? '')).toEqual({
      stateMachineArn: machines.finishMachineArn,
      name: 'r1-finish-r2',
      input: '{"tenant":"t1","runId":"r1"}',
    });
  });

  test('tasks are found by startedBy alone, over all pages, and stopped', async () => {
    await using server = await scriptedServer((request, count) => {
      if (request.operation === 'ListTasks')
        return json(200, count === 1 ? { taskArns: ['t/1', 't/2'], nextToken: 'n' } : { taskArns: ['t/3'] });
      return request.body.includes('t/2')
        ? json(400, { __type: 'InvalidParameterException', message: 'stopped already' })
        : json(200, {});
    });
    const orchestrator = stepFunctionsOrchestrator(
      { ...machines, endpointUrl: server.url },
      ecsTasks({ clusterArn: 'c', endpointUrl: server.url }),
    );

    expect(await orchestrator.stopTasks({ tenant: 't1', runId: 'r1' }, 'cancelled')).toBe(3);

    expect(JSON.parse(server.seen[0]?.body ?? '')).toEqual({ cluster: 'c', startedBy: 'r1' });
    expect(server.seen.filter(({ operation }) => operation === 'StopTask')).toHaveLength(3);
  });

  test('an orchestrator that was built without tasks says so', async () => {
    const orchestrator = stepFunctionsOrchestrator(machines);

    await expect(orchestrator.stopTasks({ tenant: 't1', runId: 'r1' }, 'cancelled')).rejects.toMatchObject({
      name: 'config-missing',
    });
  });
});
