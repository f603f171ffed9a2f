import { expect, test } from '@jest/globals';
import { problem } from '#core/problems';
import type { ExecutionStatus } from '#ports/orchestrator';
import { closeRun, readEndedExecution } from '../../../functions/close-run/close-run.ts';
import { judgeRun } from '../../../functions/judge-run/judge-run.ts';
import { learnRun } from '../../../functions/learn-run/learn-run.ts';
import { loseShard } from '../../../functions/lose-shard/lose-shard.ts';
import { planRun } from '../../../functions/plan-run/plan-run.ts';
import { reconcile } from '../../../functions/reconcile/reconcile.ts';
import { sealRun } from '../../../functions/seal-run/seal-run.ts';
import {
  never,
  newRun,
  POINTER,
  readyWorld,
  recordShard,
  RUN_ID,
  TENANT,
  theRun,
  theShards,
  type World,
} from './world.ts';

const planned = async (): Promise<World> => {
  const world = await readyWorld({ shardLimit: 2 });
  await planRun(world)(POINTER, never);
  return world;
};
const judged = async (): Promise<World> => {
  const world = await planned();
  for (const shard of [0, 1])
    await recordShard(world, shard, {
      cases: { a: { durationMs: 250 }, b: { verdict: 'failed' }, c: { flaky: true } },
    });
  await judgeRun(world)(POINTER, never);
  return world;
};

test('learning keeps the durations of cases that passed at the first try, once', async () => {
  const world = await judged();
  await learnRun(world)(POINTER, never);

  expect(await learnRun(world)(POINTER, never)).toEqual({ ...POINTER, findings: 0, suites: 1, cases: 2 });
  expect((await world.durations.load(TENANT, ['shop.checkout'])).get('shop.checkout')).toEqual(
    new Map([
      ['a', [250]],
      ['d', [100]],
    ]),
  );
});

test('a run that is not frozen is not learned from', async () => {
  await expect(learnRun(await planned())(POINTER, never)).rejects.toMatchObject({ name: 'run-not-over' });
});

test('a shard is lost once, with a reason that people understand and without what it quoted', async () => {
  const world = await planned();
  const error = { name: 'States.HeartbeatTimeout', cause: 'env TOKEN=abc password=hunter2  Bearer abcdef0123456789' };

  expect(await loseShard(world)({ ...POINTER, shard: 1, error }, never)).toEqual({ shard: 1, lost: true });
  expect(await loseShard(world)({ ...POINTER, shard: 1, error }, never)).toEqual({ shard: 1, lost: false });
  expect((await theShards(world))[1]).toMatchObject({
    state: 'lost',
    lostReason: expect.stringMatching(/^its task stopped giving signs of life/),
  });
  expect((await theShards(world))[1]?.lostReason).not.toMatch(/hunter2|abcdef0123/);
  expect(world.metrics.total('ShardsLost')).toBe(1);
});

test('a recorded shard stays recorded whatever its executor says', async () => {
  const world = await planned();
  await recordShard(world, 0);

  expect(await loseShard(world)({ ...POINTER, shard: 0 }, never)).toEqual({ shard: 0, lost: false });
  expect(world.metrics.total('ShardsLost')).toBe(0);
});

const detail = (status: string, name = RUN_ID) => ({ name, status, input: JSON.stringify(POINTER) });

test.each([
  ['an execution of somebody else', { name: 'nightly-etl', status: 'FAILED', input: '{}' }],
  ['one that still runs', detail('RUNNING')],
  ['no name at all', { status: 'FAILED' }],
])('%s is no business of ours', (_, event) => {
  expect(readEndedExecution(event)).toBeUndefined();
});

test('an ended execution is read with its machine; one without tenant is refused', () => {
  expect(readEndedExecution(detail('TIMED_OUT'))).toEqual({ ...POINTER, machine: 'test-run', status: 'TIMED_OUT' });
  expect(readEndedExecution(detail('FAILED', `${RUN_ID}-finish-r3`))).toMatchObject({
    machine: 'finish-run',
    status: 'FAILED',
  });
  expect(() => readEndedExecution({ name: RUN_ID, status: 'FAILED', input: 'x' })).toThrow('must name a tenant');
});

test('a run whose execution died is finished, its tasks stopped and the end told as its error', async () => {
  const world = await planned();
  await closeRun(world)(readEndedExecution(detail('TIMED_OUT')), never);
  await closeRun(world)(readEndedExecution(detail('TIMED_OUT')), never);

  expect(world.orchestrator.executions).toEqual([`${RUN_ID}-finish`]);
  expect(world.orchestrator.taskStops).toHaveLength(2);
  expect((await theRun(world)).error).toEqual({
    code: 'execution-timed-out',
    message: 'The state machine of the run ran out of time before every shard had ended.',
  });
});

test('a run that was asked to stop is finished without another error', async () => {
  const world = await planned();
  await world.runs.requestStop(TENANT, RUN_ID, 'cancelled', 'ann', world.clock.nowMs());
  await closeRun(world)(readEndedExecution(detail('ABORTED')), never);

  expect([world.orchestrator.executions, (await theRun(world)).error]).toEqual([[`${RUN_ID}-finish`], undefined]);
});

test('an execution that succeeded, and a finish-run, start nothing here', async () => {
  const world = await planned();
  await closeRun(world)(readEndedExecution(detail('SUCCEEDED')), never);
  await closeRun(world)(readEndedExecution(detail('FAILED', `${RUN_ID}-finish`)), never);
  await closeRun(world)(undefined, never);

  expect(world.orchestrator.executions).toEqual([]);
});

const MINUTE = 60_000;
const mend = (world: World) => reconcile(world)({}, never);
const actions = async (world: World): Promise<readonly string[]> =>
  (await mend(world)).actions.map(({ action }) => action);

test('a run that was recorded and never started is started, once', async () => {
  const world = await readyWorld();
  expect(await actions(world)).toEqual([]);
  world.clock.advance(MINUTE);

  expect(await actions(world)).toEqual(['started']);
  expect(await actions(world)).toEqual([]);
  expect(world.orchestrator.executions).toEqual([RUN_ID]);
});

test('a run past its deadline is stopped, and after the grace its tasks, its execution, and it is finished', async () => {
  const world = await planned();
  world.orchestrator.setStatus(RUN_ID, 'RUNNING');
  world.clock.advance(59 * MINUTE);
  expect(await actions(world)).toEqual([]);
  world.clock.advance(2 * MINUTE);
  await claimOnFargate(world, 0);
  expect(await actions(world)).toEqual(['stop requested: deadline']);
  expect((await theRun(world)).stopReason).toBe('deadline');
  world.clock.advance(MINUTE);

  expect(await actions(world)).toEqual(['stopped after grace']);
  expect(world.orchestrator.stops).toHaveLength(1);
  expect(world.orchestrator.taskStops.filter(({ keep }) => keep === undefined)[0]?.reason).toContain('not followed');
  expect(world.orchestrator.executions).toEqual([`${RUN_ID}-finish`]);
});

const TASK_ARN = 'arn:aws:ecs:eu-west-1:1:task/c/worker';
const claimOnFargate = (world: World, shard: number) =>
  world.runs.claimAttempt({
    ...POINTER,
    shard,
    attempt: 1,
    nonce: 'n',
    executor: 'fargate',
    taskArn: TASK_ARN,
    atEpochMs: world.clock.nowMs(),
  });
test.each<ExecutionStatus>(['FAILED', 'TIMED_OUT', 'ABORTED'])(
  'a run whose execution ended with %s, and whose event never came, is finished',
  async (status) => {
    const world = await planned();
    world.orchestrator.setStatus(RUN_ID, status);
    world.clock.advance(MINUTE);

    expect(await actions(world)).toEqual(['finish started']);
    expect((await theRun(world)).error?.code).toBe('execution-lost');
  },
);

test('a run that was never started and is past its deadline is finished, not started', async () => {
  const world = await readyWorld();
  world.clock.advance(61 * MINUTE);

  expect(await actions(world)).toEqual(['finish started']);
  expect((await theRun(world)).error?.message).toBe('The run was never started, or its execution is gone.');
});

test('a finish-run that died is started again under another name, each time later', async () => {
  const world = await judged();
  world.orchestrator.setStatus(`${RUN_ID}-finish`, 'FAILED');
  const started: string[] = [];
  for (let minute = 0; minute < 20; minute += 1) {
    world.clock.advance(MINUTE);
    started.push(...(await actions(world)).map((action) => `${minute + 1}: ${action}`));
    for (const name of world.orchestrator.executions) world.orchestrator.setStatus(name, 'FAILED');
  }

  expect(started).toEqual([1, 2, 4, 8, 16].map((minute, index) => `${minute}: finish started again (${index + 1})`));
});

test('a finish-run at work is left alone; a seal that only people can repair is set aside, and counted on', async () => {
  const world = await judged();
  world.orchestrator.setStatus(`${RUN_ID}-finish`, 'RUNNING');
  world.clock.advance(10 * MINUTE);
  expect(await actions(world)).toEqual([]);
  world.orchestrator.setStatus(`${RUN_ID}-finish`, 'SUCCEEDED');
  await world.runs.recordSealError(TENANT, RUN_ID, { code: 'sensitive-evidence', message: 'm' });

  expect(await actions(world)).toEqual(['set aside: sensitive-evidence']);
  world.clock.advance(25 * 60 * MINUTE);
  expect(await mend(world)).toMatchObject({ looked: 0, actions: [] });
  expect(world.metrics.total('UnsealedStaging')).toBe(1);
  expect(world.orchestrator.executions).toEqual([]);
});

test('a run that fourteen further finish-runs did not seal is set aside', async () => {
  const world = await judged();
  world.orchestrator.setStatus(`${RUN_ID}-finish`, 'SUCCEEDED');
  for (let repeat = 1; repeat <= 14; repeat += 1) world.orchestrator.setStatus(`${RUN_ID}-finish-r${repeat}`, 'FAILED');
  world.clock.advance(5 * 24 * 60 * MINUTE);
  expect(await actions(world)).toEqual([]);
  world.clock.advance(24 * 60 * MINUTE);

  expect(await actions(world)).toEqual(['set aside: 14 repeats of finish-run did not seal it']);
  expect((await mend(world)).looked).toBe(0);
});

test('a judged run whose sealing failed for a while is sealed by a further finish-run', async () => {
  const world = await judged();
  world.orchestrator.setStatus(`${RUN_ID}-finish`, 'SUCCEEDED');
  world.clock.advance(2 * MINUTE);

  expect(await actions(world)).toEqual(['finish started again (1)']);
  await sealRun(world)(POINTER, never);
  expect(await actions(world)).toEqual([]);
});

test('a run whose bucket has no lock is tried once an hour for as long as it takes, and stays visible', async () => {
  const world = await judged();
  world.orchestrator.setStatus(`${RUN_ID}-finish`, 'SUCCEEDED');
  world.evidence.unlock();
  await expect(sealRun(world)(POINTER, never)).rejects.toMatchObject({ name: 'evidence-unlocked' });
  const started: string[] = [];
  for (let minute = 1; minute <= 30 * 24 * 60; minute += 15) {
    world.clock.advance(15 * MINUTE);
    for (const action of await actions(world)) {
      started.push(action);
      world.orchestrator.setStatus(`${RUN_ID}-finish-r${String(started.length)}`, 'SUCCEEDED');
      await expect(sealRun(world)(POINTER, never)).rejects.toMatchObject({ name: 'evidence-unlocked' });
    }
  }

  expect(started).toEqual(Array.from({ length: 720 }, (_, at) => `finish started again (${String(at + 1)})`));
  expect((await world.runs.get(TENANT, RUN_ID))?.sealError?.code).toBe('evidence-unlocked');
  expect(world.metrics.total('SealFailures')).toBe(1);
  expect(world.metrics.entries.filter(({ name }) => name === 'UnsealedStaging').at(-1)?.value).toBe(1);
});

test('gauges are sent every minute, also when nothing is wrong', async () => {
  const calm = await readyWorld();
  await mend(calm);
  expect(
    ['StuckRuns', 'UnsealedStaging', 'UnsealedOldestMs'].map((name) =>
      calm.metrics.entries.filter((entry) => entry.name === name).map(({ value }) => value),
    ),
  ).toEqual([[0], [0], [0]]);

  const stuck = await planned();
  stuck.orchestrator.setStatus(RUN_ID, 'RUNNING');
  stuck.clock.advance(66 * MINUTE);
  await mend(stuck);
  expect(stuck.metrics.total('StuckRuns')).toBe(1);

  const unsealed = await judged();
  unsealed.clock.advance(25 * 60 * MINUTE);
  await mend(unsealed);
  expect([unsealed.metrics.total('UnsealedStaging'), unsealed.metrics.total('UnsealedOldestMs')]).toEqual([
    1,
    25 * 60 * MINUTE,
  ]);
});

test('what fails for one run does not keep the others from being mended', async () => {
  const world = await readyWorld();
  await world.runs.claim(newRun({ runId: `r${'1'.repeat(26)}` }));
  world.clock.advance(MINUTE);
  world.orchestrator.failNext('startRun', problem('dependency-unavailable', 'x'));
  const first = await mend(world);

  expect([first.looked, first.failed, first.actions.length]).toEqual([2, 1, 1]);
  expect(await actions(world)).toEqual(['started']);
});
