/**
 * Stopping and repeating. Targets hold their answers, so that each state of a run can be reached and left on purpose.
 */
import { describe, expect, test } from '@jest/globals';
import { tasksOf } from './behind.ts';
import { get, patient, register } from './catalog.ts';
import type { Caller } from './plane.ts';
import { cloudOf, codeOf, judged, readRun, resultsOf, runToGate, sealed, someone, startRun, until } from './plane.ts';
import { held, json, startTarget } from './target.ts';

const cloud = cloudOf('plain');

const cancel = (who: Caller, runId: string) => who.call('POST', `/tests/run/${runId}/cancel`);

describe('cancel', () => {
  test('right after it was accepted: nothing counts as passed and the gate stays shut or open to nobody', async () => {
    await using target = await startTarget();
    const hold = held();
    target.routes.set('/slow', hold.answer);
    const who = await someone(cloud);
    const { service } = await register(who, { target, suites: { only: [patient('slow')] } });
    const { runId } = await startRun(who, { service });

    const answer = await cancel(who, runId);
    hold.release();

    expect(answer.status).toBe(202);
    const view = await judged(who, runId);
    expect(view.stop).toMatchObject({ reason: 'cancelled' });
    expect(view.gate?.answer).toBe('inconclusive');
    expect((await sealed(who, runId)).state).toBe('sealed');
  });

  test.each(['lambda', 'fargate'] as const)(
    'while %s waits for the target: the worker stops, and what ran is kept',
    async (executor) => {
      await using target = await startTarget();
      const hold = held();
      target.routes.set('/quick', json({ ok: true }));
      target.routes.set('/slow', hold.answer);
      const who = await someone(cloud);
      const { service } = await register(who, {
        target,
        suites: { only: [get('quick'), patient('slow', { dependsOn: ['quick'] })] },
      });
      const { runId } = await startRun(who, { service, executor });
      await hold.arrived;

      expect((await cancel(who, runId)).status).toBe(202);

      // The target still holds its answer, so only the stop can have ended it.
      const view = await judged(who, runId);
      hold.release();
      expect(view).toMatchObject({ stop: { reason: 'cancelled' }, gate: { answer: 'inconclusive' } });
      expect((await resultsOf(who, runId)).find((result) => result.case === 'quick')).toMatchObject({
        verdict: 'passed',
      });
      await until('its tasks are gone', async () => ((await tasksOf(cloud, runId)).length === 0 ? true : undefined));
    },
  );

  test('while its target is probed', async () => {
    await using target = await startTarget();
    const hold = held();
    target.routes.set('/healthz', hold.answer);
    target.routes.set('/one', json({ ok: true }));
    const who = await someone(cloud);
    const environment = { health: { path: '/healthz', timeoutMs: 30_000, tries: 1 } };
    const { service } = await register(who, { target, suites: { only: [get('one')] }, environment });
    const { runId } = await startRun(who, { service });
    await hold.arrived;

    expect((await cancel(who, runId)).status).toBe(202);
    hold.release();

    expect(await judged(who, runId)).toMatchObject({ stop: { reason: 'cancelled' }, gate: { answer: 'inconclusive' } });
    expect(target.hits).toHaveLength(0);
  });

  test('twice is once', async () => {
    await using target = await startTarget();
    const hold = held();
    target.routes.set('/slow', hold.answer);
    const who = await someone(cloud);
    const { service } = await register(who, { target, suites: { only: [patient('slow')] } });
    const { runId } = await startRun(who, { service });

    const answers = await Promise.all([cancel(who, runId), cancel(who, runId)]);
    hold.release();

    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
    expect(await judged(who, runId)).toMatchObject({ stop: { reason: 'cancelled' } });
  });

  test('after its gate result is refused, and the result stands', async () => {
    await using target = await startTarget();
    target.routes.set('/one', json({ ok: true }));
    const who = await someone(cloud);
    const { service } = await register(who, { target, suites: { only: [get('one')] } });
    const { runId } = await runToGate(who, { service });

    const answer = await cancel(who, runId);

    expect(answer.status).toBe(409);
    expect(codeOf(answer)).toBe('run-already-over');
    expect(await readRun(who, runId)).toMatchObject({ stop: null, gate: { answer: 'open' } });
  });

  test('is refused to viewers', async () => {
    await using target = await startTarget();
    target.routes.set('/one', json({ ok: true }));
    const who = await someone(cloud);
    const { service } = await register(who, { target, suites: { only: [get('one')] } });
    const { runId } = await startRun(who, { service });

    const answer = await cancel(await someone(cloud, { role: 'viewer' }), runId);

    expect(answer.status).toBe(403);
    expect(codeOf(answer)).toBe('forbidden');
  });
});

test('fail-fast stops the rest soon after the first failure, long before its target answers', async () => {
  await using target = await startTarget();
  const hold = held();
  let failedAtMs = 0;
  target.routes.set('/broken', async (hit, response) => {
    failedAtMs ||= Date.now();
    await json({ ok: false }, 500)(hit, response);
  });
  target.routes.set('/slow', hold.answer);
  const who = await someone(cloud);
  const { service } = await register(who, { target, suites: { bad: [get('broken')], waiting: [patient('slow')] } });

  const view = await runToGate(who, { service, failFast: true, shards: 2 });
  hold.release();

  // From the failure on, as the target saw it: before that a busy machine may take its time. 30 s are promised and measured by the
  // conformance runs; what is told apart here is stopping from waiting for minutes.
  expect(Date.parse(view.timings.judgedAt ?? '') - failedAtMs).toBeLessThan(90_000);
  expect(view).toMatchObject({ stop: { reason: 'fail-fast' }, gate: { answer: 'shut' } });
});

test('a rerun of what failed repeats the failures with what they depend on, and keeps the lineage', async () => {
  await using target = await startTarget();
  for (const path of ['/login', '/fine']) target.routes.set(path, json({ token: 'x1' }));
  target.routes.set('/broken', json({ ok: false }, 500));
  const who = await someone(cloud);
  const cases = [
    get('login', { captures: { token: { path: '$.token' } } }),
    get('fine'),
    get('broken', { dependsOn: ['login'] }),
  ];
  const { service } = await register(who, { target, suites: { only: cases } });
  const first = await runToGate(who, { service });
  expect(first.gate?.answer).toBe('shut');
  const before = target.hits.length;
  target.routes.set('/broken', json({ ok: true }));

  const accepted = await who.expect<{ runId: string }>(202, 'POST', `/tests/run/${first.runId}/rerun`, {
    only: 'failed',
  });

  const view = await judged(who, accepted.runId);
  expect(view).toMatchObject({ rerunOf: first.runId, lineage: [first.runId], gate: { answer: 'open' } });
  expect(target.hits.slice(before).map(({ path }) => path)).toEqual(['/login', '/broken']);
});

test('a rerun of a run in which nothing failed is refused', async () => {
  await using target = await startTarget();
  target.routes.set('/one', json({ ok: true }));
  const who = await someone(cloud);
  const { service } = await register(who, { target, suites: { only: [get('one')] } });
  const { runId } = await runToGate(who, { service });

  const answer = await who.call('POST', `/tests/run/${runId}/rerun`, { only: 'failed' });

  expect(answer.status).toBe(409);
  expect(codeOf(answer)).toBe('nothing-to-rerun');
});
