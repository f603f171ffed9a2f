import { expect, test } from '@jest/globals';
import { problem } from '#core/problems';
import { itemsKey, planKey } from '#core/staging-keys';
import { planRun } from '../../../functions/plan-run/plan-run.ts';
import {
  ENVIRONMENT,
  faulty,
  jobOf,
  makeWorld,
  never,
  newRun,
  POINTER,
  pushSuite,
  putEnvironment,
  readyWorld,
  sha256,
  suiteOf,
  theRun,
  theShards,
  type Fault,
  type World,
} from './world.ts';

const plan = (world: World) => planRun(world)(POINTER, never);
const text = async (world: World, key: string): Promise<string> =>
  Buffer.from((await world.staging.get(key))!.body).toString();

test('a run is cut into shards; plan, jobs, items and shard items are written and the run is running', async () => {
  const world = await readyWorld({ shardLimit: 2 });
  const answer = await plan(world);

  expect(answer).toEqual({
    ...POINTER,
    bucket: 'staging',
    itemsKey: itemsKey(POINTER),
    probeOn: 'none',
    concurrency: 2,
    shards: 2,
  });
  expect(JSON.parse(await text(world, itemsKey(POINTER)))).toEqual(
    [0, 1].map((shard) => ({ ...POINTER, shard, executor: 'lambda' })),
  );
  expect(await theRun(world)).toMatchObject({
    state: 'running',
    shards: 2,
    cases: 4,
    planKey: planKey(POINTER),
    planSha256: sha256(await text(world, planKey(POINTER))),
  });
  expect((await theShards(world)).map(({ shard, state, cases }) => [shard, state, cases])).toEqual([
    [0, 'planned', 2],
    [1, 'planned', 2],
  ]);
  const jobs = await Promise.all([0, 1].map((shard) => jobOf(world, shard)));
  expect(
    jobs.flatMap((job) => job.suites.flatMap((suite) => suite.definition.cases.map((item) => item.id))).sort(),
  ).toEqual(['a', 'b', 'c', 'd']);
  expect(jobs[0]).toMatchObject({
    schema: 'assay/job/v1',
    shard: 0,
    failFast: false,
    deadlineEpochMs: 1_760_003_600_000,
    traceId: '0'.repeat(32),
  });
});

test('planning again gives the same bytes and answer, also after the suite was changed', async () => {
  const world = await readyWorld({ shardLimit: 2 });
  const first = await plan(world);
  const before = new Map([...world.staging.objects].map(([key, blob]) => [key, sha256(blob.body)]));
  await pushSuite(world, suiteOf('checkout', ['x', 'y']), 1);

  expect(await plan(world)).toEqual(first);
  expect(new Map([...world.staging.objects].map(([key, blob]) => [key, sha256(blob.body)]))).toEqual(before);
  expect(await theShards(world)).toHaveLength(2);
});

const CRASH = new Error('killed');
test.each(['before', 'after'] as const)(
  'a crash %s any write of staging or table is made good by planning again',
  async (when) => {
    for (let at = 1; ; at += 1) {
      const world = await readyWorld({ shardLimit: 2 });
      const fault: Fault = { calls: 0, at, when, error: CRASH };
      const broken = { ...world, runs: faulty(world.runs, fault), staging: faulty(world.staging, fault) };
      const crashed = await planRun(broken)(POINTER, never).then(
        () => false,
        (error: unknown) => error === CRASH,
      );
      if (!crashed) {
        expect(at).toBeGreaterThan(8);
        return;
      }
      expect(await plan(world)).toMatchObject({ shards: 2 });
      expect(await theRun(world)).toMatchObject({
        state: 'running',
        planSha256: sha256(await text(world, planKey(POINTER))),
      });
    }
  },
);

test('two planners at once agree', async () => {
  const world = await readyWorld({ shardLimit: 2 });
  const answers = await Promise.all([plan(world), plan(world)]);

  expect(answers[0]).toEqual(answers[1]);
  expect((await theRun(world)).planSha256).toBe(sha256(await text(world, planKey(POINTER))));
});

test('throttling is handed on for a retry and leaves no error on the run', async () => {
  const world = await readyWorld();
  const fault: Fault = { calls: 0, at: 3, when: 'before', error: problem('dependency-unavailable', 'slow down') };

  await expect(
    planRun({ ...world, staging: faulty(world.staging, fault), runs: faulty(world.runs, fault) })(POINTER, never),
  ).rejects.toMatchObject({ name: 'dependency-unavailable' });
  expect((await theRun(world)).error).toBeUndefined();
});

test('cases that need each other stay in one shard and a token case is in each shard that needs it', async () => {
  const step = (id: string, extra: object = {}) => ({
    id,
    request: { method: 'GET', path: `/${id}` },
    checks: [{ status: 200 }],
    ...extra,
  });
  const uses = (id: string, variable: string) => ({
    ...step(id),
    request: { method: 'GET', path: `/${id}`, headers: { authorization: `Bearer {{${variable}}}` } },
  });
  const suite = suiteOf('flow', [], {
    cases: [
      step('login', { token: true, captures: { token: { path: '$.token' } } }),
      uses('one', 'token'),
      uses('two', 'token'),
      step('create', { captures: { id: { path: '$.id' } } }),
      { ...step('read'), request: { method: 'GET', path: '/things/{{id}}' } },
    ],
  });
  const world = await readyWorld({ shardLimit: 10 }, [suite]);
  await plan(world);
  const shards = await Promise.all(
    (await theShards(world)).map(async ({ shard }) =>
      (await jobOf(world, shard)).suites[0]!.definition.cases.map((item) => item.id),
    ),
  );

  expect(shards.map((ids) => ids.join('+')).sort()).toEqual(['create+read', 'login+one', 'login+two']);
  expect((await theRun(world)).cases).toBe(5);
});

test('recorded durations balance the shards', async () => {
  const world = await readyWorld({ shardLimit: 2 });
  await world.durations.record(
    'acme',
    'shop.checkout',
    'r0',
    new Map([
      ['a', 9000],
      ['b', 3000],
      ['c', 3000],
      ['d', 3000],
    ]),
  );
  await plan(world);
  const first = (await jobOf(world, 0)).suites[0]!.definition.cases.map((item) => item.id);

  expect(
    [first.join(), (await jobOf(world, 1)).suites[0]!.definition.cases.map((item) => item.id).join()].sort(),
  ).toEqual(['a', 'b,c,d']);
});

test('a history that cannot be read does not keep a run from being planned', async () => {
  const world = await readyWorld({ shardLimit: 2 });
  const durations = { ...world.durations, load: () => Promise.reject(problem('dependency-unavailable', 'x')) };

  expect(await planRun({ ...world, durations })(POINTER, never)).toMatchObject({ shards: 2 });
  expect(world.log.lines.map((line) => line.message)).toContain('planned without history');
});

test('the health request goes out where most shards run, and only where the environment has one', async () => {
  const health = { ...ENVIRONMENT, health: { path: '/healthz' } };
  const planned = async (suite: Parameters<typeof suiteOf>[2]) => {
    const world = makeWorld();
    await putEnvironment(world, health);
    await pushSuite(world, suiteOf('checkout', ['a'], suite));
    await world.runs.claim(newRun());
    return plan(world);
  };

  expect((await planned({})).probeOn).toBe('lambda');
  expect((await planned({ executor: 'fargate' })).probeOn).toBe('fargate');
});

test('a stop that was asked for before or during planning starts no shard', async () => {
  const before = await readyWorld();
  await before.runs.requestStop('acme', POINTER.runId, 'cancelled', 'ann', before.clock.nowMs());
  expect(await plan(before)).toMatchObject({ shards: 0 });
  expect(await theShards(before)).toEqual([]);

  const during = await readyWorld();
  const suiteBodies = {
    ...during.suiteBodies,
    get: async (key: string, digest: string) => {
      await during.runs.requestStop('acme', POINTER.runId, 'cancelled', 'ann', during.clock.nowMs());
      return during.suiteBodies.get(key, digest);
    },
  };
  expect(await planRun({ ...during, suiteBodies })(POINTER, never)).toMatchObject({ shards: 0 });
});

test('a run that is being judged is not planned again', async () => {
  const world = await readyWorld();
  await world.runs.advance('acme', POINTER.runId, 'judging', {});

  expect(await plan(world)).toMatchObject({ shards: 0 });
});

test('a run that does not exist is a problem', async () => {
  await expect(plan(makeWorld())).rejects.toMatchObject({ name: 'run-not-found' });
});

test('ten thousand cases are planned', async () => {
  const world = await readyWorld({ shardLimit: 100 }, [
    suiteOf(
      'checkout',
      Array.from({ length: 10_000 }, (_, index) => `c${index}`),
    ),
  ]);

  expect(await plan(world)).toMatchObject({ shards: 100 });
});

test('two planners at once, between whom the catalog changed, end with one plan', async () => {
  const world = await readyWorld();
  let meanwhile = async (): Promise<void> => {
    meanwhile = () => Promise.resolve();
    await planRun(world)(POINTER, never);
    await pushSuite(world, suiteOf('checkout', ['a', 'b', 'c', 'd', 'e', 'f']), 1);
  };
  // The slower planner has looked for a plan, found none, and meets the other's when it writes.
  const staging = {
    ...world.staging,
    get: async (key: string) => {
      const found = await world.staging.get(key);
      await meanwhile();
      return found;
    },
  };
  const answer = await planRun({ ...world, staging })(POINTER, never);

  const run = await theRun(world);
  expect(run.error).toBeUndefined();
  expect(run.planSha256).toBe(sha256((await world.staging.get(planKey(POINTER)))!.body));
  expect([run.cases, answer.shards]).toEqual([4, 1]);
});

test('the bus hears that a run was accepted and that it runs, once, and a bus that fails keeps no run from its plan', async () => {
  const world = await readyWorld();
  await planRun(world)(POINTER, never);
  await planRun(world)(POINTER, never);

  expect(world.bus.events.map(({ detailType, detail }) => [detailType, detail['state'], detail['runId']])).toEqual([
    ['test.run.status', 'accepted', POINTER.runId],
    ['test.run.status', 'running', POINTER.runId],
  ]);
  const deaf = await readyWorld();
  deaf.bus.failNext(new Error('no bus'));
  expect(await planRun(deaf)(POINTER, never)).toMatchObject({ shards: 1 });
});

test('G7: log lines of planning carry the trace of the run', async () => {
  const world = await readyWorld({ selectors: { service: 'shop', tags: ['none'] } });
  await planRun(world)(POINTER, never);

  expect(world.log.lines.at(-1)?.fields).toMatchObject({ trace_id: '0'.repeat(32), test_run_id: POINTER.runId });
});
