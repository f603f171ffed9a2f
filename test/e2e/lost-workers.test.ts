/**
 * Workers that die: the target itself takes the run's Fargate tasks away (StopTask, as a host failure would) while it is being asked, so
 * that the moment is exact. Requests are counted at the target.
 */
import { expect, test } from '@jest/globals';
import { jobKey } from '#core/staging-keys';
import { portsOf, stopTasksOf } from './behind.ts';
import { get, patient, register } from './catalog.ts';
import type { TestCloud } from './plane.ts';
import { cloudOf, judged, resultsOf, sealed, someone, startRun } from './plane.ts';
import type { Answerer, Target } from './target.ts';
import { json, startTarget } from './target.ts';

const cloud: TestCloud = cloudOf('plain');

/** The shard in whose job the deadly case is. */
const poisonedShard = async (runId: string): Promise<number> => {
  const { staging } = portsOf(cloud);
  for (let shard = 0; ; shard += 1) {
    const job = await staging.get(jobKey({ tenant: 'local', runId }, shard));
    if (job === undefined) throw new Error(`no shard of ${runId} has the case poison`);
    if (Buffer.from(job.body).toString('utf8').includes('"/poison"')) return shard;
  }
};

/** Kills the asking task and no other instead of answering, the first `times` times. */
const deadly = (runId: () => string, times: number): Answerer => {
  let left = times;
  return async (hit, response) => {
    if (left > 0) {
      left -= 1;
      // No answer, not even a reset: that would be a result. The worker dies waiting.
      await stopTasksOf(cloud, runId(), await poisonedShard(runId()));
      return;
    }
    await json({ ok: true })(hit, response);
  };
};

const runOn = async (
  target: Target,
  service: string,
  who: Awaited<ReturnType<typeof someone>>,
  times: number,
  more: object = {},
) => {
  let runId = '';
  let known = (): void => undefined;
  const accepted = new Promise<void>((resolve) => (known = resolve));
  const answer = deadly(() => runId, times);
  target.routes.set('/poison', async (hit, response) => {
    await accepted;
    await answer(hit, response);
  });
  runId = (await startRun(who, { service, executor: 'fargate', ...more })).runId;
  known();
  return judged(who, runId, 300_000);
};

test('a task that dies once is replaced: its shard is done again, and every case counts once', async () => {
  await using target = await startTarget();
  for (const path of ['/one', '/two']) target.routes.set(path, json({ ok: true }));
  const who = await someone(cloud);
  const { service } = await register(who, { target, suites: { only: [get('one'), get('two'), patient('poison')] } });

  const view = await runOn(target, service, who, 1, { shards: 1 });

  expect(view.gate).toMatchObject({ answer: 'open', counts: { passed: 3, failed: 0, errored: 0 } });
  expect(await resultsOf(who, view.runId)).toHaveLength(3);
  const [shard] = view.progress.shards;
  // Two or three: the emulator keeps a task token over a retry, so the second report of the same death can cost one more attempt.
  expect(shard?.state).toBe('recorded');
  expect([2, 3]).toContain(shard?.attempt);
  expect(shard?.attempts.filter(({ state }) => state === 'recorded')).toHaveLength(1);
  expect((await sealed(who, view.runId)).seal).not.toBeNull();
});

test('a case that always kills its worker loses its shard only; the run is inconclusive, and sealed', async () => {
  await using target = await startTarget();
  for (const path of ['/one', '/two']) target.routes.set(path, json({ ok: true }));
  const who = await someone(cloud);
  const { service } = await register(who, {
    target,
    suites: { good: [get('one'), get('two')], bad: [patient('poison')] },
  });

  const view = await runOn(target, service, who, Number.MAX_SAFE_INTEGER, { shards: 2 });

  expect(view.gate?.answer).toBe('inconclusive');
  expect(view.gate?.reasons.map(({ code }) => code)).toContain('shard-lost');
  expect(view.progress.shards.map(({ state }) => state).sort()).toEqual(['lost', 'recorded']);
  expect(
    (await resultsOf(who, view.runId)).filter(({ verdict }) => verdict === 'passed').length,
  ).toBeGreaterThanOrEqual(1);
  expect((await sealed(who, view.runId)).state).toBe('sealed');
});

test('a rerun of what was lost repeats that and nothing else', async () => {
  await using target = await startTarget();
  for (const path of ['/one', '/two']) target.routes.set(path, json({ ok: true }));
  const who = await someone(cloud);
  const { service } = await register(who, {
    target,
    suites: { good: [get('one'), get('two')], bad: [patient('poison')] },
  });
  const lost = await runOn(target, service, who, Number.MAX_SAFE_INTEGER, { shards: 3 });
  const before = target.hits.length;
  target.routes.set('/poison', json({ ok: true }));

  const again = await who.expect<{ runId: string; rerunOf: string }>(202, 'POST', `/tests/run/${lost.runId}/rerun`, {
    only: 'lost',
  });

  const view = await judged(who, again.runId, 300_000);
  expect(view).toMatchObject({ rerunOf: lost.runId, lineage: [lost.runId], gate: { answer: 'open' } });
  expect(target.hits.slice(before).map(({ path }) => path)).toEqual(['/poison']);
});
