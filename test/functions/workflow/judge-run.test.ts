import { expect, test } from '@jest/globals';
import { problem } from '#core/problems';
import { attemptPrefix, junitKey, planKey, verdictKey } from '#core/staging-keys';
import type { VerdictDocument } from '#core/verdict-document';
import { judgeRun } from '../../../functions/judge-run/judge-run.ts';
import { planRun } from '../../../functions/plan-run/plan-run.ts';
import { readXml } from '../../core/xml-reader.ts';
import {
  faulty,
  never,
  POINTER,
  readyWorld,
  recordShard,
  sha256,
  theRun,
  theShards,
  type Fault,
  type Recording,
  type World,
} from './world.ts';

const planned = async (extra: Parameters<typeof readyWorld>[0] = {}): Promise<World> => {
  const world = await readyWorld({ shardLimit: 2, ...extra });
  await planRun(world)(POINTER, never);
  return world;
};
const recorded = async (recording: Recording = {}, extra: Parameters<typeof readyWorld>[0] = {}): Promise<World> => {
  const world = await planned(extra);
  for (const shard of [0, 1]) await recordShard(world, shard, recording);
  return world;
};
const judge = (world: World) => judgeRun(world)(POINTER, never);
const verdict = async (world: World): Promise<VerdictDocument> =>
  JSON.parse(Buffer.from((await world.staging.get(verdictKey(POINTER)))!.body).toString()) as VerdictDocument;
const junit = async (world: World) =>
  readXml(Buffer.from((await world.staging.get(junitKey(POINTER)))!.body).toString());
const codes = async (world: World) => (await theRun(world)).gate!.reasons.map((reason) => reason.code);

test('a run whose cases passed is open; verdict and JUnit lie in staging, the event is out, the figures are counted', async () => {
  const world = await recorded();
  world.clock.advance(700);

  expect(await judge(world)).toEqual({ ...POINTER, answer: 'open' });
  const run = await theRun(world);
  expect(run).toMatchObject({ state: 'judged', gate: { answer: 'open', counts: { passed: 4 } } });
  expect(run.frozen?.attempts.map(({ shard, attempt, used }) => [shard, attempt, used])).toEqual([
    [0, 1, true],
    [1, 1, true],
  ]);
  expect(await verdict(world)).toMatchObject({
    runId: POINTER.runId,
    gate: { answer: 'open' },
    missing: [],
    lostShards: [],
    suites: [{ id: 'shop.checkout', counts: { passed: 4 } }],
  });
  expect((await junit(world)).attributes.get('tests')).toBe('4');
  expect(world.bus.events.slice(2)).toEqual([
    {
      detailType: 'test.run.status',
      detail: expect.objectContaining({ runId: POINTER.runId, state: 'judged', gate: 'open' }),
    },
  ]);
  expect(
    ['RunsJudged', 'RunsInconclusive', 'ShardsRecorded', 'ShardsLost'].map((name) => world.metrics.total(name)),
  ).toEqual([1, 0, 2, 0]);
  expect(world.metrics.total('DecisionLatencyMs')).toBe(700);
  expect(world.metrics.total('RunDurationMs')).toBe(1720);
});

test('a failed case shuts the gate with its reason', async () => {
  const world = await recorded({ cases: { b: { verdict: 'failed', risk: 'high' } } });

  expect(await judge(world)).toMatchObject({ answer: 'shut' });
  expect((await theRun(world)).gate?.reasons[1]).toMatchObject({
    code: 'case-failed',
    case: 'b',
    message: 'shop.checkout/b (high) failed: status equals 200: expected 200, got 500',
  });
});

test('a shard that did not record is lost, its cases are errors in JUnit, and the gate is inconclusive', async () => {
  const world = await planned();
  await recordShard(world, 0);
  await world.runs.claimAttempt({
    ...POINTER,
    shard: 1,
    attempt: 1,
    nonce: 'n',
    executor: 'lambda',
    atEpochMs: world.clock.nowMs(),
  });

  expect(await judge(world)).toMatchObject({ answer: 'inconclusive' });
  expect(await codes(world)).toEqual(expect.arrayContaining(['shard-lost', 'cases-without-result']));
  expect((await theShards(world)).map((shard) => shard.state)).toEqual(['recorded', 'lost']);
  expect((await junit(world)).attributes.get('errors')).toBe('2');
  expect((await verdict(world)).missing[0]?.reason).toBe('shard 1 was lost: it had not recorded its results');
  expect([world.metrics.total('ShardsLost'), world.metrics.total('RunsInconclusive')]).toEqual([1, 1]);
});

test('an attempt that records after the freeze is not counted', async () => {
  const world = await planned();
  await recordShard(world, 0);
  await judge(world);
  const before = await theRun(world);

  expect(await recordShard(world, 1)).toBe(false);
  await judge(world);
  expect(await theRun(world)).toEqual(before);
});

test('a superseded attempt stands in the frozen set and its results are not used', async () => {
  const world = await planned();
  await recordShard(world, 0);
  await world.runs.claimAttempt({
    ...POINTER,
    shard: 1,
    attempt: 1,
    nonce: 'old',
    executor: 'lambda',
    atEpochMs: world.clock.nowMs(),
  });
  await recordShard(world, 1, { attempt: 2 });

  expect(await judge(world)).toMatchObject({ answer: 'open' });
  expect((await theRun(world)).frozen?.attempts.map(({ shard, attempt, used }) => [shard, attempt, used])).toEqual([
    [0, 1, true],
    [1, 1, false],
    [1, 2, true],
  ]);
});

test('judging again changes nothing and counts nothing again', async () => {
  const world = await recorded();
  await judge(world);
  const before = [await theRun(world), sha256((await world.staging.get(junitKey(POINTER)))!.body)];
  world.clock.advance(60_000);

  expect(await judge(world)).toMatchObject({ answer: 'open' });
  expect([await theRun(world), sha256((await world.staging.get(junitKey(POINTER)))!.body)]).toEqual(before);
  expect(world.metrics.total('RunsJudged')).toBe(1);
});

test('two judges at once give one gate result', async () => {
  const world = await recorded({ cases: { a: { verdict: 'failed' } } });
  const answers = await Promise.all([judge(world), judge(world)]);

  expect(answers).toEqual([
    { ...POINTER, answer: 'shut' },
    { ...POINTER, answer: 'shut' },
  ]);
});

const CRASH = new Error('killed');
test.each(['before', 'after'] as const)(
  'a crash %s any call is made good by judging again, with the same result',
  async (when) => {
    const whole = await recorded({ cases: { a: { verdict: 'failed' } } });
    await judge(whole);
    const expected = sha256((await whole.staging.get(verdictKey(POINTER)))!.body);
    for (let at = 1; ; at += 1) {
      const world = await recorded({ cases: { a: { verdict: 'failed' } } });
      const fault: Fault = { calls: 0, at, when, error: CRASH };
      const broken = { ...world, runs: faulty(world.runs, fault), staging: faulty(world.staging, fault) };
      const crashed = await judgeRun(broken)(POINTER, never).then(
        () => false,
        (error: unknown) => error === CRASH,
      );
      if (!crashed) {
        expect(at).toBeGreaterThan(12);
        return;
      }
      expect(await judge(world)).toMatchObject({ answer: 'shut' });
      expect(sha256((await world.staging.get(verdictKey(POINTER)))!.body)).toBe(expected);
    }
  },
);

test('a gate result is never readable before its files are', async () => {
  const world = await recorded();
  let filesThere = false;
  const runs = {
    ...world.runs,
    recordGate: async (...args: Parameters<typeof world.runs.recordGate>) => {
      filesThere = world.staging.objects.has(junitKey(POINTER)) && world.staging.objects.has(verdictKey(POINTER));
      return world.runs.recordGate(...args);
    },
  };
  await judgeRun({ ...world, runs })(POINTER, never);

  expect(filesThere).toBe(true);
});

test('throttling is handed on, for the machine to retry', async () => {
  const world = await recorded();
  const staging = { ...world.staging, get: () => Promise.reject(problem('dependency-unavailable', 'slow down')) };

  await expect(judgeRun({ ...world, staging })(POINTER, never)).rejects.toMatchObject({
    name: 'dependency-unavailable',
  });
  expect((await theRun(world)).gate).toBeUndefined();
});

const RESULTS = `${attemptPrefix(POINTER, 1, 1)}results.jsonl.gz`;
test.each<[string, (world: World) => Promise<void> | void, string]>([
  ['changed', (world) => world.staging.put(RESULTS, Buffer.from('x'), 'application/gzip'), 'expected SHA-256'],
  [
    'gone',
    (world) => {
      world.staging.remove(RESULTS);
    },
    'is gone',
  ],
  [
    'without its list of files',
    (world) => {
      world.staging.remove(`${attemptPrefix(POINTER, 1, 1)}attempt.json`);
    },
    'is gone',
  ],
])('results that are %s make the shard lost, and the others still count', async (_, harm, reason) => {
  const world = await recorded();
  await harm(world);

  expect(await judge(world)).toMatchObject({ answer: 'inconclusive' });
  expect((await theRun(world)).gate).toMatchObject({ counts: { passed: 2 } });
  expect((await verdict(world)).lostShards).toEqual([{ shard: 1, reason: expect.stringContaining(reason) }]);
});

test('a recorded shard with cases missing is inconclusive', async () => {
  const world = await recorded({ without: ['c'] });

  expect(await judge(world)).toMatchObject({ answer: 'inconclusive' });
  expect(await codes(world)).toEqual(['cases-without-result']);
});

test.each([
  ['cancelled', 'ann'],
  ['deadline', 'assay'],
] as const)('a run that was stopped (%s) is inconclusive even when every case passed', async (reason, by) => {
  const world = await recorded();
  await world.runs.requestStop('acme', POINTER.runId, reason, by, world.clock.nowMs());

  expect(await judge(world)).toMatchObject({ answer: 'inconclusive' });
  expect(await codes(world)).toEqual([reason]);
});

test('shards that a stop prevented are no loss to be alarmed about', async () => {
  const world = await planned();
  await world.runs.requestStop('acme', POINTER.runId, 'cancelled', 'ann', world.clock.nowMs());
  await judge(world);

  expect(world.metrics.total('ShardsLost')).toBe(0);
  expect((await verdict(world)).lostShards[0]?.reason).toBe(
    'it was not started before the run was stopped (cancelled)',
  );
});

test('a run that could not be planned is inconclusive with the reason, and has files all the same', async () => {
  const world = await readyWorld({ selectors: { service: 'shop', tags: ['none'] } });
  await planRun(world)(POINTER, never);

  expect(await judge(world)).toMatchObject({ answer: 'inconclusive' });
  expect(await codes(world)).toEqual(['empty-selection']);
  expect((await junit(world)).attributes.get('errors')).toBe('1');
});

test('a plan that was changed or lost is told, never trusted', async () => {
  const changed = await recorded();
  await changed.staging.put(planKey(POINTER), Buffer.from('{}'), 'application/json');
  const lost = await recorded();
  lost.staging.remove(planKey(POINTER));

  expect([await judge(changed), await judge(lost)].map(({ answer }) => answer)).toEqual([
    'inconclusive',
    'inconclusive',
  ]);
  expect([(await codes(changed))[0], (await codes(lost))[0]]).toEqual(['digest-mismatch', 'plan-missing']);
});

test('an event that cannot be sent does not change the verdict (A3.2)', async () => {
  const world = await recorded();
  world.bus.failNext(new Error('no bus'));

  expect(await judge(world)).toMatchObject({ answer: 'open' });
  expect(world.log.lines.at(-1)).toMatchObject({ level: 'warn', message: 'the status event was not sent' });
});

test('a run that does not exist is a problem', async () => {
  const world = await readyWorld();

  await expect(judgeRun(world)({ tenant: 'other', runId: POINTER.runId }, never)).rejects.toMatchObject({
    name: 'run-not-found',
  });
});
