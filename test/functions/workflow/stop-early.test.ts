/** A4: what a stopped run no longer needs is stopped within 30 s, by the reconciler's looks between two minutes. */
import { expect, test } from '@jest/globals';
import { planRun } from '../../../functions/plan-run/plan-run.ts';
import { reconcile } from '../../../functions/reconcile/reconcile.ts';
import { never, POINTER, readyWorld, RUN_ID, TENANT, type World } from './world.ts';

const MINUTE = 60_000;
const planned = async (): Promise<World> => {
  const world = await readyWorld({ shardLimit: 2 });
  await planRun(world)(POINTER, never);
  return world;
};
const actions = async (world: World): Promise<readonly string[]> =>
  (await reconcile(world)({}, never)).actions.map(({ action }) => action);

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
const stoppingWorld = async (): Promise<World> => {
  const world = await planned();
  world.orchestrator.setStatus(RUN_ID, 'RUNNING');
  world.clock.advance(MINUTE);
  await world.runs.requestStop(TENANT, RUN_ID, 'fail-fast', 'shard 0', world.clock.nowMs());
  return world;
};

test('A4: a stopped run on which nobody works any more is ended within 30 s, not after the grace', async () => {
  const world = await stoppingWorld();
  const before = world.clock.nowMs();

  expect(await actions(world)).toEqual(['stopped']);
  expect(world.clock.nowMs() - before).toBeLessThanOrEqual(30_000);
  expect(world.orchestrator.stops).toHaveLength(1);
  expect(world.orchestrator.executions).toEqual([`${RUN_ID}-finish`]);
});

test('A4: a stop that comes between two minutes is found without waiting for the next one', async () => {
  const world = await planned();
  world.orchestrator.setStatus(RUN_ID, 'RUNNING');
  world.clock.advance(MINUTE);
  let asked = 0;
  const runs = {
    ...world.runs,
    get: async (tenant: string, runId: string) => {
      if (asked === 0) await world.runs.requestStop(tenant, runId, 'cancelled', 'ann', world.clock.nowMs());
      if (asked === 0) asked = world.clock.nowMs();
      return world.runs.get(tenant, runId);
    },
  };
  const { actions: done } = await reconcile({ ...world, runs })({}, never);

  expect(done.map(({ action }) => action)).toEqual(['stopped']);
  expect(world.clock.nowMs() - asked).toBeLessThanOrEqual(30_000);
});

test('A4: of a stopped run the tasks that nobody uses are stopped early, and whoever works is left to record', async () => {
  const world = await stoppingWorld();
  await claimOnFargate(world, 0);
  world.orchestrator.setTasks(RUN_ID, 3);

  expect(await actions(world)).toEqual(['stopped 3 idle tasks']);
  expect(world.orchestrator.taskStops[0]).toMatchObject({ keep: [TASK_ARN] });
  expect(world.orchestrator.stops).toEqual([]);
});
