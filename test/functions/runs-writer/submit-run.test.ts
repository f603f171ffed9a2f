/**
 * POST /tests/run through the real handler. Exactly-once is proven by what the orchestrator was told to start, not by answers.
 */
import { describe, expect, test } from '@jest/globals';
import { makePlane, makeStockedPlane, principal } from '../plane.ts';
import type { Plane, Sent } from '../plane.ts';

const submit = (plane: Plane, body: unknown, sent: Sent = {}) =>
  plane.request('POST', '/tests/run', { as: principal(), ...sent, body });
const withKey = (key: string): Sent => ({ headers: { 'Idempotency-Key': key } });

describe('A1.1: what the caller leaves open', () => {
  test('environment and version are resolved and their origin is told', async () => {
    const plane = await makeStockedPlane();

    const { status, body } = await submit(plane, { service: 'shop', tags: ['smoke', 'critical'] });

    expect(status).toBe(202);
    expect(body.resolved).toEqual({
      environment: 'staging',
      environmentFrom: 'service-default',
      version: '1.2.3',
      versionFrom: 'newest',
    });
    expect(body).toMatchObject({
      state: 'accepted',
      service: 'shop',
      cases: 1,
      suites: ['shop.checkout'],
      replayed: false,
    });
  });

  test('what the request names wins, and says so', async () => {
    const plane = await makeStockedPlane();

    const { body } = await submit(plane, { service: 'shop', environment: 'staging', version: '9.9' });

    expect(body.resolved).toEqual({
      environment: 'staging',
      environmentFrom: 'request',
      version: '9.9',
      versionFrom: 'request',
    });
  });

  test('a service without default environment is a 422 that names the service', async () => {
    const plane = makePlane();
    await plane.request('PUT', '/services/lonely', { as: principal(), body: { owner: 'nobody' } });

    const { status, body, code } = await submit(plane, { service: 'lonely' });

    expect([status, code]).toEqual([422, 'no-default-environment']);
    expect(body.detail).toContain('lonely');
  });

  test('the service follows from qualified suite ids', async () => {
    const plane = await makeStockedPlane();

    const { status, body } = await submit(plane, { suites: ['shop.checkout'] });

    expect([status, body.service]).toEqual([202, 'shop']);
  });

  test('default names are unique, and told apart from given ones', async () => {
    const plane = await makeStockedPlane();

    const names = await Promise.all(
      [1, 2, 3].map(async () => (await submit(plane, { service: 'shop' })).body.name as string),
    );
    const given = await submit(plane, { service: 'shop', name: 'nightly' });

    expect(new Set(names).size).toBe(3);
    expect(names[0]).toMatch(/^shop-20261121-120000-[0-9a-z]{8}$/);
    expect(given.body.name).toBe('nightly');
  });
});

describe('what cannot be run', () => {
  test.each([
    [{ service: 'nowhere' }, 'unknown-service'],
    [{ service: 'shop', environment: 'moon' }, 'unknown-environment'],
    [{ service: 'shop', suites: ['chekout'] }, 'unknown-suite'],
    [{ service: 'shop', cases: ['checkout/refund'] }, 'unknown-case'],
    [{ service: 'shop', tags: ['none-has-this'] }, 'empty-selection'],
    [{ tags: ['smoke'] }, 'service-required'],
    [{ suites: ['shop.checkout', 'billing.invoices'] }, 'service-required'],
    [{ service: 'shop', suites: ['billing.invoices'] }, 'service-required'],
  ])('%j is refused with %s', async (body, code) => {
    const plane = await makeStockedPlane();

    const answer = await submit(plane, body);

    expect([answer.status, answer.code]).toEqual([422, code]);
    expect(plane.orchestrator.executions).toEqual([]);
  });

  test('a misspelt suite is pointed at, with the name that was meant', async () => {
    const { body } = await submit(await makeStockedPlane(), { service: 'shop', suites: ['chekout'] });

    expect(body.errors).toEqual([{ pointer: '/suites/0', reason: expect.stringContaining('did you mean "checkout"') }]);
  });

  test('a capability that the environment does not allow', async () => {
    const plane = await makeStockedPlane();
    await plane.request('PUT', '/environments/calm', {
      as: principal(),
      body: { targets: { default: 'https://shop.example' }, allowedCapabilities: ['security'] },
    });

    const { status, code } = await submit(plane, { service: 'shop', environment: 'calm' });

    expect([status, code]).toEqual([422, 'capability-not-allowed']);
  });

  test('a service outside the projects of the principal is a 403', async () => {
    const { status, code } = await submit(
      await makeStockedPlane(),
      { service: 'shop' },
      { as: principal({ projects: ['billing'] }) },
    );

    expect([status, code]).toEqual([403, 'forbidden']);
  });

  test('a service of another tenant is not known', async () => {
    const { status, code } = await submit(
      await makeStockedPlane(),
      { service: 'shop' },
      { as: principal({ tenant: 'umbrella' }) },
    );

    expect([status, code]).toEqual([422, 'unknown-service']);
  });
});

describe('dry run', () => {
  test('lists the selection and records nothing, with or without a key', async () => {
    const plane = await makeStockedPlane();

    const { status, body } = await submit(plane, { service: 'shop', dryRun: true }, withKey('dry'));

    expect(status).toBe(200);
    expect(body).toMatchObject({ selection: [{ suite: 'shop.checkout', cases: ['login', 'pay'] }], cases: 2 });
    expect(plane.orchestrator.executions).toEqual([]);
    expect((await plane.runs.list('acme', {}, { limit: 10 })).items).toEqual([]);
  });
});

describe('idempotency (I1)', () => {
  test('the same key and body give the same run, started once', async () => {
    const plane = await makeStockedPlane();

    const first = await submit(plane, { service: 'shop' }, withKey('k1'));
    const again = await submit(plane, { service: 'shop' }, withKey('k1'));

    expect(again.status).toBe(202);
    expect(again.body).toEqual({ ...first.body, replayed: true });
    expect(plane.orchestrator.executions).toEqual([first.runId]);
  });

  test('the same key with another body is a 422 that names the first run', async () => {
    const plane = await makeStockedPlane();
    const first = await submit(plane, { service: 'shop' }, withKey('k1'));

    const other = await submit(plane, { service: 'shop', failFast: true }, withKey('k1'));

    expect([other.status, other.code, other.runId]).toEqual([422, 'idempotency-key-reused', first.runId]);
  });

  test('the order of keys in the body makes no other body', async () => {
    const plane = await makeStockedPlane();
    const first = await submit(plane, '{"service":"shop","failFast":true}', withKey('k1'));

    const again = await submit(plane, '{ "failFast": true, "service": "shop" }', withKey('k1'));

    expect([again.status, again.runId]).toEqual([202, first.runId]);
  });

  test('a hundred at once are one run and one execution', async () => {
    const plane = await makeStockedPlane();

    const answers = await Promise.all(
      Array.from({ length: 100 }, () => submit(plane, { service: 'shop' }, withKey('burst'))),
    );

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    expect(new Set(answers.map(({ runId }) => runId)).size).toBe(1);
    expect(answers.filter(({ body }) => body.replayed === false)).toHaveLength(1);
    expect(plane.orchestrator.executions).toHaveLength(1);
  });

  test('tenants do not share keys', async () => {
    const plane = await makeStockedPlane();
    const umbrella = principal({ tenant: 'umbrella' });
    await plane.request('PUT', '/environments/staging', {
      as: umbrella,
      body: { targets: { default: 'https://shop.example' } },
    });
    await plane.request('PUT', '/services/shop', { as: umbrella, body: { owner: 'x', defaultEnvironment: 'staging' } });
    await plane.request('PUT', '/suites/shop.checkout', {
      as: umbrella,
      body: {
        suite: 'checkout',
        service: 'shop',
        cases: [{ id: 'a', request: { method: 'GET', path: '/' }, checks: [{ status: 200 }] }],
      },
    });

    const ours = await submit(plane, { service: 'shop' }, withKey('k1'));
    const theirs = await submit(plane, { service: 'shop' }, { ...withKey('k1'), as: umbrella });

    expect(theirs.status).toBe(202);
    expect(theirs.runId).not.toBe(ours.runId);
  });

  test('without a key every request is a run of its own', async () => {
    const plane = await makeStockedPlane();

    await submit(plane, { service: 'shop' });
    await submit(plane, { service: 'shop' });

    expect(new Set(plane.orchestrator.executions).size).toBe(2);
  });

  test('a start that was lost after the record is made good by the repeat', async () => {
    const plane = await makeStockedPlane();
    plane.orchestrator.failNext('startRun', new Error('connection reset'));
    const lost = await submit(plane, { service: 'shop' }, withKey('k1'));

    const again = await submit(plane, { service: 'shop' }, withKey('k1'));

    expect(lost.status).toBe(500);
    expect([again.status, again.body.replayed]).toEqual([202, true]);
    expect(plane.orchestrator.executions).toEqual([again.runId]);
  });

  test('a run whose start was lost is there for the reconciler', async () => {
    const plane = await makeStockedPlane();
    plane.orchestrator.failNext('startRun', new Error('connection reset'));

    await submit(plane, { service: 'shop' });

    expect((await plane.runs.list('acme', { state: 'accepted' }, { limit: 10 })).items).toHaveLength(1);
  });
});

test('a text that is no Unicode is refused, not a failure of ours', async () => {
  const plane = await makeStockedPlane();

  const { status } = await submit(plane, '{"service":"shop","description":"\\ud800"}');

  expect(status).toBe(400);
});

test('the recorded run holds what was asked for', async () => {
  const plane = await makeStockedPlane();
  const asked = {
    service: 'shop',
    description: 'why',
    labels: { branch: 'main' },
    gate: { minCasesRan: 2 },
    executor: 'fargate',
    shards: 3,
    failFast: true,
    deadlineMinutes: 5,
  };

  const { runId, headers } = await submit(plane, asked, {
    headers: { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' },
  });

  expect(headers['Location']).toBe(`/tests/run/${runId}`);
  expect(await plane.runs.get('acme', runId)).toMatchObject({
    description: 'why',
    labels: { branch: 'main' },
    gateRules: { minCasesRan: 2 },
    executor: 'fargate',
    shardLimit: 3,
    failFast: true,
    traceId: '0af7651916cd43dd8448eb211c80319c',
    principal: 'someone',
    acceptedAtEpochMs: Date.UTC(2026, 10, 21, 12),
    deadlineEpochMs: Date.UTC(2026, 10, 21, 12, 5),
  });
});
