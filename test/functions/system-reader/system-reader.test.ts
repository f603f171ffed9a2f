/** Health, readiness and the served document. A dependency that fails and one that never answers are both told apart from a healthy one. */
import { expect, test } from '@jest/globals';
import { checkReadiness } from '../../../functions/system-reader/check-readiness.ts';
import { fixedClock, recordingLog } from '../../doubles/index.ts';
import { makePlane, principal } from '../plane.ts';

const signal = new AbortController().signal;

test('health needs no token and tells the release, not the version of the API', async () => {
  const { status, body } = await makePlane().request('GET', '/healthz');

  expect([status, body]).toEqual([200, { status: 'ok', version: '9.8.7' }]);
});

test('readiness names each dependency', async () => {
  const { status, body } = await makePlane().request('GET', '/readyz', { as: principal({ role: 'viewer' }) });

  expect([status, body.status]).toEqual([200, 'ok']);
  expect(body.dependencies).toEqual(
    ['table', 'staging', 'orchestrator'].map((name) => ({ name, state: 'ok', latencyMs: 0 })),
  );
});

test('one that is down makes it 503, and the caller is not told why', async () => {
  const plane = makePlane();
  plane.orchestrator.failNext('runStatus', new Error('arn:aws:states:secret-internals'));

  const { status, body, headers, text } = await plane.request('GET', '/readyz', { as: principal() });

  expect([status, body.status, headers['Retry-After']]).toEqual([503, 'degraded', '10']);
  expect(body.dependencies).toContainEqual({ name: 'orchestrator', state: 'failing', latencyMs: 0 });
  expect(text).not.toContain('secret-internals');
});

test('one that never answers is failing, and the others are not held up by it', async () => {
  const log = recordingLog();
  const dependencies = [
    { name: 'silent', probe: () => new Promise<never>(() => undefined) },
    { name: 'quick', probe: () => Promise.resolve() },
  ];

  const { status, dependencies: found } = await checkReadiness({
    dependencies,
    clock: fixedClock(),
    log,
    timeoutMs: 20,
  })(signal);

  expect([status, found.map(({ name, state }) => `${name} ${state}`)]).toEqual([
    'degraded',
    ['silent failing', 'quick ok'],
  ]);
  expect(log.lines).toEqual([
    expect.objectContaining({ level: 'warn', fields: expect.objectContaining({ dependency: 'silent' }) }),
  ]);
});

test('the document is served with the place it was served from', async () => {
  const { status, body } = await makePlane().request('GET', '/openapi.json');

  expect([status, body.openapi]).toEqual([200, '3.1.0']);
  const [server] = body.servers as readonly { url: string }[];
  // RFC 3986: what a client makes of the relative URL behind a stage of the gateway.
  expect(new URL(server?.url ?? '', 'https://x.example/v1/openapi.json').href).toBe('https://x.example/v1/');
});
