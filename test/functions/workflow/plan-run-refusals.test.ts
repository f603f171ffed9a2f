import { expect, test } from '@jest/globals';
import { parseRanges } from '#core/private-ranges';
import type { CaseDefinition } from '#core/suite';
import { loadJob } from '#runner/load-job';
import { planRun } from '../../../functions/plan-run/plan-run.ts';
import {
  ENVIRONMENT,
  makeWorld,
  never,
  newRun,
  POINTER,
  pushSuite,
  putEnvironment,
  readyWorld,
  suiteOf,
  theRun,
  type World,
} from './world.ts';

/** 90 requests a second for two minutes, from three machines. */
const LOAD: CaseDefinition = {
  id: 'peak',
  checks: [],
  load: {
    model: 'open',
    shards: 3,
    stages: [{ durationMs: 120_000, rps: 90 }],
    mix: [{ name: 'list', request: { method: 'GET', path: '/orders' } }],
    thresholds: [{ metric: 'p95', below: 500 }],
  },
};

const plan = (world: World) => planRun(world)(POINTER, never);

const inEnvironment = async (extra: object, suite: Parameters<typeof suiteOf>[2] = {}): Promise<World> => {
  const world = makeWorld();
  await putEnvironment(world, { ...ENVIRONMENT, ...extra });
  await pushSuite(world, suiteOf('checkout', ['a', 'b'], suite));
  await world.runs.claim(newRun());
  return world;
};

test.each<[string, () => Promise<World>, string, string]>([
  [
    'an environment that is gone',
    async () => {
      const world = makeWorld();
      await pushSuite(world, suiteOf('checkout', ['a']));
      await world.runs.claim(newRun());
      return world;
    },
    'unknown-environment',
    'dev is not registered any more',
  ],
  [
    'a suite that is gone',
    () => readyWorld({ selectors: { service: 'shop', suites: ['gone'] } }),
    'unknown-suite',
    'no suite gone',
  ],
  [
    'a case of a rerun that is gone',
    () => readyWorld({ onlyCases: { 'shop.checkout': ['zz'] } }),
    'unknown-case',
    'shop.checkout/zz',
  ],
  [
    'nothing selected',
    () => readyWorld({ selectors: { service: 'shop', tags: ['none'] } }),
    'empty-selection',
    'none of the cases',
  ],
  [
    'a load above the rate that the environment bears, over all its shards',
    () => inEnvironment({ limits: { rps: 89 } }, { capability: 'performance', cases: [LOAD] }),
    'limit-exceeded',
    'environment dev: shop.checkout/peak: expected at most 89 requests/s (limits.rps), got a plan with 90',
  ],
  [
    'a load of more minutes than the environment allows',
    () => inEnvironment({ limits: { minutes: 1 } }, { capability: 'performance', cases: [LOAD] }),
    'limit-exceeded',
    'expected at most 1 minutes (limits.minutes), got a plan of 2',
  ],
  [
    'a capability that is not allowed',
    () => inEnvironment({ allowedCapabilities: ['contract'] }),
    'capability-not-allowed',
    'allows contract, got shop.checkout (functional)',
  ],
  [
    'a private target',
    () => inEnvironment({ targets: { default: 'http://10.0.0.1/' } }),
    'target-refused',
    'is a private address',
  ],
  [
    'the metadata address in another spelling',
    () => inEnvironment({ targets: { default: 'http://2852039166/' } }),
    'target-refused',
    '169.254.169.254',
  ],
  [
    'a target of another scheme',
    () => inEnvironment({ targets: { default: 'file:///etc/passwd' } }),
    'target-refused',
    'expected an http or https URL',
  ],
  [
    'more users than the environment bears',
    () => inEnvironment({ limits: { users: 4 } }),
    'limit-exceeded',
    'allows 4 users, this run needs 5',
  ],
  [
    'more minutes than the environment bears',
    () => inEnvironment({ limits: { minutes: 0 } }),
    'limit-exceeded',
    'allows 0 minutes',
  ],
  [
    'loads of more shards than a run may have',
    () => inEnvironment({}, { cases: ['a', 'b'].map((id) => ({ ...LOAD, id, load: { ...LOAD.load, shards: 60 } })) }),
    'limit-exceeded',
    'expected loads of at most 100 shards together, got 120',
  ],
  [
    'a suite that needs a variable which the environment has not',
    () => inEnvironment({}, { uses: ['region', 'tier'] }),
    'missing-in-environment',
    'environment dev lacks "region" of suite shop.checkout, "tier" of suite shop.checkout',
  ],
  [
    'a suite that sends to a target which the environment has not',
    () => inEnvironment({}, { defaults: { target: 'payments' } }),
    'missing-in-environment',
    'environment dev lacks the target "payments" of suite shop.checkout',
  ],
])('%s ends the run with that problem and no shard', async (_, make, code, message) => {
  const world = await make();

  expect(await plan(world)).toMatchObject({ shards: 0 });
  expect((await theRun(world)).error).toMatchObject({ code, message: expect.stringContaining(message) });
});

test('private targets are allowed where the stage allows their range', async () => {
  const world = await inEnvironment({ targets: { default: 'http://127.0.0.1:4010/' } });

  expect(await planRun({ ...world, privateRanges: parseRanges('127.0.0.0/8') })(POINTER, never)).toMatchObject({
    shards: 1,
  });
});

test('the sum of users over shards stays within the limit', async () => {
  const world = await inEnvironment(
    { limits: { users: 7 } },
    { concurrency: 3, cases: suiteOf('x', ['a', 'b', 'c', 'd']).cases },
  );
  await world.runs.claim(newRun({ shardLimit: 4, runId: POINTER.runId }));

  expect((await plan(world)).concurrency).toBeLessThanOrEqual(2);
});

test('a load run above the number that the environment bears at once is refused', async () => {
  const world = await inEnvironment({ limits: { runs: 1 } }, { capability: 'performance' });
  await world.runs.claim(newRun({ runId: `r${'1'.repeat(26)}`, state: 'running' }));

  expect(await plan(world)).toMatchObject({ shards: 0 });
  expect((await theRun(world)).error).toMatchObject({
    code: 'limit-exceeded',
    message: expect.stringContaining('1 load or fault runs at once'),
  });
});

test('a suite body that was changed in the bucket is not run', async () => {
  const world = await readyWorld();
  for (const key of world.catalogBlobs.objects.keys())
    await world.catalogBlobs.put(key, Buffer.from('{}'), 'application/json');

  expect(await plan(world)).toMatchObject({ shards: 0 });
  expect((await theRun(world)).error).toMatchObject({
    code: 'digest-mismatch',
    message: 'A stored object is not what its digest says.',
  });
});

test('the parts of a load run at once, each from a job that a runner can read, together the plan', async () => {
  const world = await inEnvironment(
    { limits: { users: 2, rps: 90 } },
    { capability: 'performance', concurrency: 1, cases: [LOAD] },
  );

  const { shards, concurrency } = await plan(world);
  const jobs = await Promise.all([0, 1, 2].map((shard) => loadJob(world.staging, { ...POINTER, shard })));

  expect([shards, concurrency]).toEqual([3, 3]);
  expect(jobs.map(({ part, together }) => [part, together])).toEqual(
    [0, 1, 2].map((index) => [{ index, of: 3 }, [0, 1, 2]]),
  );
  const parts = jobs.map(
    ({ suites }) => suites[0]?.definition.cases[0]?.load as { readonly part?: unknown } | undefined,
  );
  expect(parts.map((load) => load?.part)).toEqual([0, 1, 2].map((index) => ({ index, of: 3 })));
});
