/**
 * What an API function answers, logs and measures. The use cases are scripted; what they were called with and what came of their answers
 * and failures is compared with values written here.
 */
import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { systemReader } from '#contracts/generated/routes';
import { problem } from '#core/problems';
import { httpHandler } from '#lambda/http-handler';

import { recordOutput } from './recorded-output.ts';
import { api, bodyOf, codeOf, event, reading, RUN, TRACE } from './scripted-api.ts';
import type { Script } from './scripted-api.ts';

let output: ReturnType<typeof recordOutput>;
beforeEach(() => {
  output = recordOutput();
});
afterEach(() => {
  output.stop();
});

test('a use case gets principal, validated body, ids and trace, and its answer goes out as JSON', async () => {
  const { send, calls } = api('runsWriter', () => ({
    status: 202,
    body: { runId: RUN },
    headers: { Location: `/tests/run/${RUN}` },
  }));

  const result = await send(
    event({
      headers: {
        'content-TYPE': 'application/json; charset=UTF-8',
        TraceParent: `00-${TRACE}-00f067aa0ba902b7-01`,
        'idempotency-KEY': 'k1',
      },
    }),
  );

  expect(calls).toEqual([
    {
      principal: {
        tenant: 'acme',
        role: 'owner',
        subject: 'ci',
        issuer: 'i',
        ruleId: 'r',
        projects: ['*'],
        payloadRead: false,
      },
      path: {},
      query: {},
      headers: { 'idempotency-key': 'k1' },
      body: { service: 'shop' },
      traceId: TRACE,
      requestId: 'gateway-1',
    },
  ]);
  expect([result.statusCode, bodyOf(result)]).toEqual([202, { runId: RUN }]);
  expect(result.headers).toMatchObject({
    Location: `/tests/run/${RUN}`,
    'Content-Type': 'application/json; charset=utf-8',
    'X-Correlation-Id': TRACE,
    'Cache-Control': 'no-store',
  });
});

test('an unknown error is a 500 that shows nothing, and an error line with the stack', async () => {
  const result = await api('runsWriter', () => {
    throw new Error('table assay-prod-records is gone');
  }).send(event());

  expect(codeOf(result)).toBe('500 invariant-broken');
  expect(result.body).not.toContain('assay-prod');
  expect(output.logs()).toEqual([
    expect.objectContaining({
      level: 'ERROR',
      error_class: 'invariant-broken',
      result: 'failed',
      stack: expect.stringContaining('table assay-prod-records is gone') as unknown,
    }),
  ]);
});

test.each([
  ['run-not-found', 404, 'INFO', undefined],
  ['dependency-unavailable', 503, 'WARN', '2'],
  ['evidence-conflict', 500, 'ERROR', undefined],
] as const)('%s is answered %i and logged as %s', async (code, status, level, retryAfter) => {
  const result = await api('runsWriter', () => {
    throw problem(code, 'in words');
  }).send(event());

  expect([result.statusCode, result.headers['Retry-After']]).toEqual([status, retryAfter]);
  expect(output.logs().map((line) => line['level'])).toEqual([level]);
});

test('Retry-After says what the problem says', async () => {
  const result = await api('runsWriter', () => {
    throw problem('too-many-requests', 'slowly', { retryAfterSeconds: 6.2 });
  }).send(event());

  expect(result.headers['Retry-After']).toBe('7');
});

test('a use case that is not done in time is aborted and answered 504', async () => {
  let aborted = false;
  const forever: Script = (_call, signal) =>
    new Promise(() => {
      signal.addEventListener('abort', () => {
        aborted = true;
      });
    });

  const result = await api('runsWriter', forever).send(event(), 520);

  expect([codeOf(result), aborted]).toEqual(['504 timeout', true]);
});

test('an aborted call of a dependency is a timeout, not our fault', async () => {
  const result = await api('runsWriter', () => {
    throw new DOMException('aborted', 'AbortError');
  }).send(event());

  expect(codeOf(result)).toBe('504 timeout');
});

test('304 and 303 have no body, XML keeps its content type', async () => {
  const answers = [
    { status: 304, headers: { ETag: '"7"' } },
    { status: 303, headers: { Location: 'https://s3.example/x' } },
    { status: 200, body: '<testsuites/>', headers: { 'content-type': 'application/xml' } },
  ];
  const { send } = api('runsReader', () => answers.shift());

  const [notModified, elsewhere, xml] = [
    await send(reading('/tests/run/{runId}')),
    await send(reading('/tests/run/{runId}/junit')),
    await send(reading('/tests/run/{runId}/junit')),
  ];

  expect(notModified).toMatchObject({ statusCode: 304, body: '', headers: { ETag: '"7"' } });
  expect(notModified.headers).not.toHaveProperty('Content-Type');
  expect(elsewhere).toMatchObject({ statusCode: 303, body: '', headers: { Location: 'https://s3.example/x' } });
  expect(xml).toMatchObject({ body: '<testsuites/>', headers: { 'content-type': 'application/xml' } });
  expect(xml.headers).not.toHaveProperty('Content-Type');
});

test('an answer that Lambda could not carry is refused, not cut off', async () => {
  const result = await api('runsReader', () => ({ status: 200, body: { text: 'x'.repeat(5_600_000) } })).send(
    reading('/tests/run/{runId}'),
  );

  expect(codeOf(result)).toBe('500 invariant-broken');
});

test('G7: a log line tells correlation, run, tenant, operation and result, and forgets them before the next request', async () => {
  const { send } = api('runsReader');

  await send(reading('/tests/run/{runId}', { headers: { traceparent: `00-${TRACE}-00f067aa0ba902b7-01` } }));
  await send(reading('/tests/runs', { pathParameters: null }));

  const [first, second] = output.logs();
  expect(first).toMatchObject({
    message: 'request answered',
    service: 'assay-test',
    correlation_id: TRACE,
    test_run_id: RUN,
    tenant: 'acme',
    operation: 'getRun',
    method: 'GET',
    status: 200,
    result: 'answered',
  });
  expect(typeof first?.['duration_ms']).toBe('number');
  expect(second).toMatchObject({ operation: 'listRuns' });
  expect(second).not.toHaveProperty('test_run_id');
  expect(second?.['correlation_id']).toMatch(/^(?!4bf92f)[0-9a-f]{32}$/);
});

test('latency is measured for the service alone and per operation, the asked-for wait excluded', async () => {
  await api('runsReader', () => ({ status: 200, body: {}, waitedMs: 60_000 })).send(reading('/tests/run/{runId}'));

  expect(output.metric('LatencyMs').map(({ dimensions }) => dimensions)).toEqual([
    [['service', 'operation']],
    [['service']],
  ]);
  expect(output.metric('LatencyMs').map(({ value }) => value)).toEqual([0, 0]);
});

test('4xx and 5xx are counted apart', async () => {
  const failures = [problem('run-not-found', 'x'), problem('timeout', 'x')];
  const { send } = api('runsReader', () => Promise.reject(failures.shift() ?? new Error('no more failures')));

  await send(reading('/tests/run/{runId}'));
  await send(reading('/tests/run/{runId}'));

  const byService = (name: string): readonly unknown[] =>
    output
      .metric(name)
      .filter(({ dimensions }) => JSON.stringify(dimensions) === '[["service"]]')
      .map(({ value }) => value);
  expect([byService('ClientErrors'), byService('ServerErrors')]).toEqual([[1], [1]]);
});

test('a handler whose use cases are not those of its routes does not start', () => {
  const start = (): unknown =>
    httpHandler(systemReader, { getHealth: () => Promise.resolve({ status: 200 }) } as never);

  expect(start).toThrow(/getReadiness, getOpenApi/);
});
