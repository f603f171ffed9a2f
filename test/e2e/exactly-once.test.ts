/**
 * One request, one run, one execution: counted at Step Functions and at the target, not in our own records.
 */
import { expect, test } from '@jest/globals';
import type { RunAccepted } from '#contracts/generated/types';
import type { Run } from '#core/run';
import { callPlane } from '../../local/plane-call.ts';
import type { PlaneAnswer } from '../../local/plane-call.ts';
import { executionsNamed, invoke, portsOf } from './behind.ts';
import { get, register } from './catalog.ts';
import { cloudOf, codeOf, judged, readRun, runToGate, someone, startRun, unique, until } from './plane.ts';
import { json, startTarget } from './target.ts';

const cloud = cloudOf('plain');

test('a hundred identical submissions at once are one run, one execution and one request to the target', async () => {
  await using target = await startTarget();
  target.routes.set('/one', json({ ok: true }));
  const who = await someone(cloud);
  const { service } = await register(who, { target, suites: { only: [get('one')] } });
  const key = unique('key');

  // Each call at once is a process of its own for authorizer and function here: under two hundred cold starts on two cores some answer 503,
  // and a client does what that status asks for, with the key it had.
  const submission = {
    method: 'POST',
    path: '/tests/run',
    token: who.token,
    json: { service },
    headers: { 'idempotency-key': key },
    timeoutMs: 200_000,
  };
  const submit = async (tries = 10): Promise<PlaneAnswer> => {
    const answer = await callPlane(cloud.url, submission);
    return answer.status === 503 && tries > 1 ? submit(tries - 1) : answer;
  };
  const answers = await Promise.all(Array.from({ length: 100 }, () => submit()));

  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
  const bodies = answers.map(({ body }) => body as RunAccepted);
  expect(new Set(bodies.map(({ runId }) => runId)).size).toBe(1);
  // None, when the one that recorded it lost its answer to a 503.
  expect(bodies.filter(({ replayed }) => !replayed).length).toBeLessThanOrEqual(1);
  const view = await judged(who, bodies[0]?.runId ?? '');
  expect(view.gate?.answer).toBe('open');
  expect(await executionsNamed(cloud, 'run', view.runId)).toBe(1);
  expect(target.hits).toHaveLength(1);
}, 300_000);

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
}, 120_000);

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
}, 60_000);

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
}, 60_000);

/** A run as the table holds it between the record and the start: what a crash in between leaves. */
const recordedOnly = async (tenant: string, runId: string): Promise<Run> => {
  const { runs } = portsOf(cloud);
  const like = await runs.get(tenant, runId);
  if (like === undefined) throw new Error(`there is no run ${runId}`);
  const {
    planKey,
    planSha256,
    shards,
    cases,
    predictedMs,
    startedAtEpochMs,
    lastRecordedAtEpochMs,
    frozen,
    gate,
    judgedAtEpochMs,
    sealedAtEpochMs,
    seal,
    ...fresh
  } = like;
  expect([
    planKey,
    planSha256,
    shards,
    cases,
    predictedMs,
    startedAtEpochMs,
    lastRecordedAtEpochMs,
    frozen,
    gate,
    judgedAtEpochMs,
    sealedAtEpochMs,
    seal,
  ]).not.toContain(null);
  const { run } = await runs.claim({
    ...fresh,
    runId: `${runId.slice(0, -4)}0000`,
    state: 'accepted',
    acceptedAtEpochMs: Date.now() - 120_000,
  });
  return run;
};

test('a run that was recorded and never started is started by the reconciler', async () => {
  await using target = await startTarget();
  target.routes.set('/one', json({ ok: true }));
  const who = await someone(cloud);
  const { service } = await register(who, { target, suites: { only: [get('one')] } });
  const { runId } = await recordedOnly('local', (await runToGate(who, { service })).runId);
  expect(await readRun(who, runId)).toMatchObject({ gate: null });

  const view = await until(
    'the reconciler starts it',
    async () => {
      await invoke(cloud, 'reconcile', {});
      const now = await readRun(who, runId);
      return now.gate === null ? undefined : now;
    },
    120_000,
    1_000,
  );

  expect(view.gate?.answer).toBe('open');
  expect(await executionsNamed(cloud, 'run', runId)).toBe(1);
  expect(target.hits).toHaveLength(2);
}, 180_000);
