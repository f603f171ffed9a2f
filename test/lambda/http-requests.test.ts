/**
 * What an API function lets in, driven with REST proxy events as the gateway sends them and with the real contract: every way in which a
 * request can be wrong, and that no use case is called then.
 */
import { afterEach, beforeEach, expect, test } from '@jest/globals';

import type { GatewayEvent } from '#lambda/gateway-event';

import { recordOutput } from './recorded-output.ts';
import { api, bodyOf, codeOf, event, principal, reading, RUN } from './scripted-api.ts';

let output: ReturnType<typeof recordOutput>;
beforeEach(() => {
  output = recordOutput();
});
afterEach(() => {
  output.stop();
});

test('a base64 body is decoded', async () => {
  const { send, calls } = api('runsWriter');

  await send(
    event({ isBase64Encoded: true, body: Buffer.from('{"service":"shop","name":"größe"}').toString('base64') }),
  );

  expect(calls[0]?.body).toEqual({ service: 'shop', name: 'größe' });
});

test('query and path parameters are decoded, typed and filled with defaults', async () => {
  const { send, calls } = api('runsReader');

  await send(
    reading('/tests/run/{runId}/results', {
      pathParameters: { runId: `%72${RUN.slice(1)}` },
      queryStringParameters: { limit: '20', verdict: 'failed' },
    }),
  );
  await send(reading('/tests/run/{runId}'));

  expect(calls[0]).toMatchObject({ path: { runId: RUN }, query: { limit: 20, verdict: 'failed' } });
  expect(calls[1]).toMatchObject({ query: { wait: 0 } });
});

test.each<[string, Partial<GatewayEvent>, string]>([
  ['a body that is not JSON', { body: '{"service":"shop",}' }, '400 malformed-json'],
  [
    'bytes that are not UTF-8',
    { isBase64Encoded: true, body: Buffer.from([0x22, 0xff, 0x22]).toString('base64') },
    '400 malformed-json',
  ],
  ['no body', { body: null }, '400 validation-failed'],
  ['an unknown field', { body: '{"srvice":"shop"}' }, '400 validation-failed'],
  ['a body of more than 1 MB', { body: JSON.stringify({ description: 'x'.repeat(1_048_577) }) }, '413 body-too-large'],
  ['a base64 body of more than 1 MB', { isBase64Encoded: true, body: 'A'.repeat(1_500_000) }, '413 body-too-large'],
  ['a form', { headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }, '415 unsupported-media-type'],
  ['no content type', { headers: {} }, '415 unsupported-media-type'],
  [
    'another charset',
    { headers: { 'Content-Type': 'application/json; charset=utf-16' } },
    '415 unsupported-media-type',
  ],
  [
    'a body nested too deep',
    { body: `{"labels":${'['.repeat(200_000)}${']'.repeat(200_000)}}` },
    '400 validation-failed',
  ],
  ['an unknown query parameter', { queryStringParameters: { dryRun: 'true' } }, '400 validation-failed'],
  [
    'an Idempotency-Key with a line break',
    { headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'a\nb' } },
    '400 validation-failed',
  ],
  ['a route that is not there', { resource: '/nothing', path: '/nothing' }, '404 route-not-found'],
  ['a method that the route does not know', { httpMethod: 'DELETE' }, '405 method-not-allowed'],
])('%s is refused before the use case', async (_words, changes, expected) => {
  const { send, calls } = api('runsWriter');

  const result = await send(event(changes));

  expect(codeOf(result)).toBe(expected);
  expect(result.headers['Content-Type']).toBe('application/problem+json');
  expect(calls).toEqual([]);
});

test.each([false, true])(
  'a body of exactly 1 MB is read and one byte more is not (base64: %s)',
  async (isBase64Encoded) => {
    const { send } = api('runsWriter');
    const padded = (bytes: number): string => '{"service":"shop"}'.padEnd(bytes, ' ');
    const sent = (bytes: number): string =>
      isBase64Encoded ? Buffer.from(padded(bytes)).toString('base64') : padded(bytes);

    const fits = await send(event({ isBase64Encoded, body: sent(1_048_576) }));
    const tooLarge = await send(event({ isBase64Encoded, body: sent(1_048_577) }));

    expect([codeOf(fits), codeOf(tooLarge)]).toEqual(['200 undefined', '413 body-too-large']);
  },
);

test.each([
  ['{"service":"shop",\n"service":"bank"}', '/service', 2, 1],
  ['{"labels":{"a/b":"1","a\\/b":"2"}}', '/labels/a~1b', 1, 22],
  ['{"tags":[],"cases":[{"x":1},{"x":1,"x":1}]}', '/cases/1/x', 1, 36],
])('a name that stands twice in a body is refused with its place: %s', async (body, pointer, line, column) => {
  const { send, calls } = api('runsWriter');

  const result = await send(event({ body }));

  const reason = `line ${String(line)}, column ${String(column)}: expected this name once, got it again`;
  expect(codeOf(result)).toBe('400 validation-failed');
  expect(bodyOf(result)).toMatchObject({
    detail: `${pointer}: ${reason}`,
    errors: [{ in: 'body', pointer, reason }],
  });
  expect(calls).toEqual([]);
});

test('a megabyte of repeated names is refused with the first twenty', async () => {
  const body = `{${Array(150_000).fill('"a":1').join(',')}}`;

  const result = await api('runsWriter').send(event({ body }));

  expect(codeOf(result)).toBe('400 validation-failed');
  expect((bodyOf(result) as { errors: unknown[] }).errors).toHaveLength(20);
});

test('the problem body of a refused field, as it leaves us', async () => {
  const result = await api('runsWriter').send(event({ body: '{"service":"shop","shards":"3"}' }));

  expect(bodyOf(result)).toEqual({
    type: 'urn:assay:problem:validation-failed',
    title: 'The request does not match the contract',
    status: 400,
    detail: '/shards: expected integer, got "3"',
    instance: 'urn:assay:request:gateway-1',
    code: 'validation-failed',
    errors: [{ in: 'body', pointer: '/shards', reason: 'expected integer, got "3"' }],
  });
});

test('malformed JSON is told with line and column', async () => {
  const result = await api('runsWriter').send(event({ body: '{\n  "service": shop\n}' }));

  expect(bodyOf(result)['detail']).toBe('line 2, column 14: expected a value, got "s"');
});

test.each<[string, Partial<GatewayEvent>, object]>([
  [
    'given twice',
    { multiValueQueryStringParameters: { limit: ['1', '2'] } },
    { in: 'query', pointer: '/limit', reason: 'expected one value, got 2' },
  ],
  [
    'not a number',
    { queryStringParameters: { limit: 'ten' } },
    { in: 'query', pointer: '/limit', reason: 'expected integer, got "ten"' },
  ],
  [
    'out of range',
    { queryStringParameters: { limit: '0' } },
    { in: 'query', pointer: '/limit', reason: 'expected at least 1, got 0' },
  ],
  [
    'unknown',
    { queryStringParameters: { color: 'red' } },
    {
      in: 'query',
      pointer: '/color',
      reason: 'unknown query parameter: expected one of verdict, suite, limit, cursor',
    },
  ],
])('a query parameter that is %s is told by name', async (_words, changes, expected) => {
  const result = await api('runsReader').send(reading('/tests/run/{runId}/results', changes));

  expect(bodyOf(result)['errors']).toEqual([expected]);
});

test('a path that cannot name anything is not found where it is read, and refused where it is written', async () => {
  const read = await api('runsReader').send(reading('/tests/run/{runId}', { pathParameters: { runId: '../etc' } }));
  const written = await api('catalogWriter').send(
    event({
      httpMethod: 'PUT',
      resource: '/services/{service}',
      pathParameters: { service: 'Shop' },
      body: '{"owner":"x"}',
    }),
  );

  expect([codeOf(read), codeOf(written)]).toEqual(['404 run-not-found', '400 validation-failed']);
});

test('a route is found by its path where the gateway sends no resource', async () => {
  const { send, calls } = api('runsReader');

  await send(reading('', { resource: '/{proxy+}', path: `/tests/run/${RUN}/results`, pathParameters: { proxy: 'x' } }));

  expect(calls[0]?.path).toEqual({ runId: RUN });
});

test.each([
  ['viewer', '403 forbidden'],
  ['executor', '200 undefined'],
])('POST /tests/run by a %s is answered %s', async (role, expected) => {
  expect(codeOf(await api('runsWriter').send(event({}, principal({ role }))))).toBe(expected);
});

test('a body is not judged for callers who may not do it anyway', async () => {
  const result = await api('runsWriter').send(event({ body: 'not json' }, principal({ role: 'viewer' })));

  expect(codeOf(result)).toBe('403 forbidden');
});

test('a service or suite outside the projects is forbidden by its path', async () => {
  const { send, calls } = api('catalogWriter');
  const who = principal({ projects: ['shop'] });

  const service = await send(
    event(
      {
        httpMethod: 'PUT',
        resource: '/services/{service}',
        pathParameters: { service: 'billing' },
        body: '{"owner":"x"}',
      },
      who,
    ),
  );
  const suite = await send(
    event(
      { httpMethod: 'PUT', resource: '/suites/{suite}', pathParameters: { suite: 'billing.smoke' }, body: '{}' },
      who,
    ),
  );

  expect([codeOf(service), codeOf(suite), calls]).toEqual(['403 forbidden', '403 forbidden', []]);
});

test.each([
  ['no principal', undefined],
  ['a principal without tenant', principal({ tenant: '' })],
  ['a principal of an unknown role', principal({ role: 'root' })],
  ['something that is no JSON', 'acme'],
])('a protected route that is reached with %s from the authorizer is closed', async (_words, who) => {
  const { send, calls } = api('runsWriter');

  const result = await send(
    event({ requestContext: { requestId: 'gateway-1', authorizer: who === undefined ? null : { principal: who } } }),
  );

  expect([codeOf(result), calls]).toEqual(['500 invariant-broken', []]);
});

test('a token refused by the authorizer is answered with its code and a challenge, before anything else', async () => {
  const { send, calls } = api('runsWriter');
  const refused = { code: 'token-expired', detail: 'the token expired 12 s ago' };

  const result = await send(
    event({ body: 'not json', requestContext: { requestId: 'gateway-1', authorizer: refused } }),
  );

  expect([codeOf(result), bodyOf(result)['detail'], calls]).toEqual([
    '401 token-expired',
    'the token expired 12 s ago',
    [],
  ]);
  expect(result.headers['WWW-Authenticate']).toBe('Bearer realm="assay", error="invalid_token"');
});

test('a code beside a principal changes nothing, and an unknown code opens nothing', async () => {
  const both = await api('runsWriter').send(
    event({ requestContext: { authorizer: { principal: principal(), code: 'token-expired' } } }),
  );
  const unknown = await api('runsWriter').send(event({ requestContext: { authorizer: { code: 'welcome' } } }));

  expect([codeOf(both), codeOf(unknown)]).toEqual(['200 undefined', '500 invariant-broken']);
});

test('a public route needs no authorizer', async () => {
  const result = await api('systemReader').send(reading('/healthz', { requestContext: {}, pathParameters: null }));

  expect(result.statusCode).toBe(200);
});
