/**
 * One request, one run, one execution: counted at Step Functions and at the target, not in our own records.
 */
import { expect, test } from '@jest/globals';
import type { RunAccepted } from '#contracts/generated/types';
import { inParallel } from '#core/in-parallel';
import { callPlane } from '../../local/plane-call.ts';
import { untilNotBusy } from '../../local/plane-caller.ts';
import { executionsNamed, invoke, recordedOnly } from './behind.ts';
import { get, register } from './catalog.ts';
import { cloudOf, codeOf, judged, readRun, runToGate, someone, startRun, unique } from './plane.ts';
import { json, startTarget } from './target.ts';

const cloud = cloudOf('plain');

test('a hundred identical submissions, twenty at a time, are one run, one execution and one request to the target', async () => {
  await using target = await startTarget();
  target.routes.set('/one', json({ ok: true }));
  const who = await someone(cloud);
  const { service } = await register(who, { target, suites: { only: [get('one')] } });
  const key = unique('key');

  // Each call at once is a process of its own for authorizer and function here, and the authorizer has 10 s: two hundred cold starts at once
  // are more than two busy cores can do in that time, ever. The conformance runs have all hundred at once, on a machine of their own.
  const submission = {
    method: 'POST',
    path: '/tests/run',
    token: who.token,
    json: { service },
    headers: { 'idempotency-key': key },
    timeoutMs: 200_000,
  };
  const answers = await inParallel(Array.from({ length: 100 }), 20, () =>
    untilNotBusy(() => callPlane(cloud.url, submission)),
  );

  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
  const bodies = answers.map(({ body }) => body as RunAccepted);
  expect(new Set(bodies.map(({ runId }) => runId)).size).toBe(1);
  // None, when the one that recorded it lost its answer to a 503.
  expect(bodies.filter(({ replayed }) => !replayed).length).toBeLessThanOrEqual(1);
  const view = await judged(who, bodies[0]?.runId ?? '');
  expect(view.gate?.answer).toBe('open');
  expect(await executionsNamed(cloud, 'run', view.runId)).toBe(1);
  expect(target.hits).toHaveLength(1);
});

test('a replay after the end gives the first run back and runs nothing', async () => {
  await using target = await startTarget();
  target.routes.set('/one', json({ ok: true }));
  const who = await someone(cloud);
  const { service } = await register(who, { target, suites: { only: [get('one')] } });
  const key = unique('key');
  const first = await startRun(who, { service }, key);
  await judged(who, first.runId);

  const again = await startRun(who, { service }, key);

  expect(again).toMatchObject({ runId: first.runId, replayed: true });
  expect(target.hits).toHaveLength(1);
});

test('the same key with another body is refused', async () => {
  await using target = await startTarget();
  target.routes.set('/one', json({ ok: true }));
  const who = await someone(cloud);
  const { service } = await register(who, { target, suites: { only: [get('one')] } });
  const key = unique('key');
  await startRun(who, { service }, key);

  const other = await who.call('POST', '/tests/run', { service, name: 'another' }, { 'idempotency-key': key });

  expect(other.status).toBe(422);
  expect(codeOf(other)).toBe('idempotency-key-reused');
});

test('two tenants may use the same key', async () => {
  await using target = await startTarget();
  target.routes.set('/one', json({ ok: true }));
  const [one, other] = [await someone(cloud), await someone(cloud, { tenant: 'other' })];
  const key = unique('key');

  const first = await startRun(
    one,
    { service: (await register(one, { target, suites: { only: [get('one')] } })).service },
    key,
  );
  const second = await startRun(
    other,
    { service: (await register(other, { target, suites: { only: [get('one')] } })).service },
    key,
  );

  expect(second.runId).not.toBe(first.runId);
  expect(second.replayed).toBe(false);
});

/** As EventBridge sends it; the reconciler refuses anything else. */
const EVERY_MINUTE = { source: 'aws.events', 'detail-type': 'Scheduled Event', detail: {} };

test('a run that was recorded and never started is started by the reconciler', async () => {
  await using target = await startTarget();
  target.routes.set('/one', json({ ok: true }));
  const who = await someone(cloud);
  const { service } = await register(who, { target, suites: { only: [get('one')] } });
  const { runId } = await recordedOnly(cloud, (await runToGate(who, { service })).runId, Date.now() - 120_000);
  expect(await readRun(who, runId)).toMatchObject({ gate: null });

  // The rule of every minute may be first: then this one finds nothing left to do. Either way it must not fail.
  const [reconciled, view] = await Promise.all([invoke(cloud, 'reconcile', EVERY_MINUTE), judged(who, runId)]);

  expect(reconciled).toMatchObject({ failed: false });
  expect(view.gate?.answer).toBe('open');
  expect(await executionsNamed(cloud, 'run', runId)).toBe(1);
  expect(target.hits).toHaveLength(2);
});
