import { expect, test } from '@jest/globals';
import { closeTask, readStoppedTask } from '../../../functions/close-task/close-task.ts';
import { planRun } from '../../../functions/plan-run/plan-run.ts';
import { recordingTaskToken } from '../../doubles/index.ts';
import { never, POINTER, readyWorld, recordShard, theShards, type World } from './world.ts';

const environment = (values: { readonly [name: string]: string | undefined }) =>
  Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
const stopped = (values: { readonly [name: string]: string | undefined } = {}, extra: object = {}) => ({
  taskArn: 'arn:aws:ecs:eu-west-1:1:task/c/t1',
  lastStatus: 'STOPPED',
  stopCode: 'EssentialContainerExited',
  stoppedReason: 'Essential container in task exited',
  startedAt: '2026-01-01T00:00:00Z',
  containers: [{ name: 'runner', exitCode: 137 }],
  overrides: {
    containerOverrides: [
      {
        name: 'runner',
        environment: environment({
          ASSAY_COMMAND: 'shard',
          ASSAY_TENANT: POINTER.tenant,
          ASSAY_RUN_ID: POINTER.runId,
          ASSAY_SHARD: '1',
          ASSAY_RETRY: '0',
          ASSAY_REDRIVE: 'None',
          ASSAY_TASK_TOKEN: 'tok',
          ...values,
        }),
      },
    ],
  },
  ...extra,
});

const close = async (world: World, event: Parameters<typeof readStoppedTask>[0]) => {
  const token = recordingTaskToken();
  const tokens: string[] = [];
  const ports = {
    ...world,
    taskToken: (name: string) => {
      tokens.push(name);
      return token;
    },
  };
  await closeTask(ports)(readStoppedTask(event), never);
  return { answers: token.answers, tokens };
};
const planned = async (): Promise<World> => {
  const world = await readyWorld({ shardLimit: 2 });
  await planRun(world)(POINTER, never);
  return world;
};

test('a task that died with its shard unrecorded fails its token and ends its attempt with code and reason', async () => {
  const world = await planned();
  await world.runs.claimAttempt({
    ...POINTER,
    shard: 1,
    attempt: 1,
    nonce: 'n',
    executor: 'fargate',
    atEpochMs: world.clock.nowMs(),
  });
  const { answers, tokens } = await close(world, stopped());

  expect(tokens).toEqual(['tok']);
  expect(answers).toEqual([
    {
      error: 'TaskDied',
      cause: expect.stringContaining(
        'EssentialContainerExited: Essential container in task exited; exit code 137 (killed',
      ),
    },
  ]);
  expect((await theShards(world))[1]).toMatchObject({
    state: 'running',
    attempts: [{ attempt: 1, state: 'lost', stopCode: 'EssentialContainerExited' }],
  });
  expect(world.metrics.total('TasksNotStarted')).toBe(0);
});

test('a task whose runner gave the shard back itself fails no token again, because its successor may share it', async () => {
  const world = await planned();
  const atEpochMs = world.clock.nowMs();
  await world.runs.claimAttempt({ ...POINTER, shard: 1, attempt: 1, nonce: 'n', executor: 'fargate', atEpochMs });
  await world.runs.failAttempt({ ...POINTER, shard: 1, attempt: 1 }, 'interrupted by SIGTERM', undefined, atEpochMs);

  const { answers } = await close(world, stopped());

  expect(answers).toEqual([]);
});

test('a task whose shard was recorded has succeeded, whatever it exited with', async () => {
  const world = await planned();
  await recordShard(world, 1);

  expect((await close(world, stopped())).answers).toEqual([{ output: {} }]);
});

test('the death of a task that a later attempt replaced fails nothing', async () => {
  const world = await planned();
  await world.runs.claimAttempt({
    ...POINTER,
    shard: 1,
    attempt: 2,
    nonce: 'n',
    executor: 'fargate',
    atEpochMs: world.clock.nowMs(),
  });

  expect((await close(world, stopped())).answers).toEqual([]);
});

test('a task that never started is counted, and its attempt stands on the shard', async () => {
  const world = await planned();
  await close(
    world,
    stopped(
      { ASSAY_RETRY: '2', ASSAY_REDRIVE: '1', ASSAY_ATTEMPT_BASE: '10' },
      {
        startedAt: undefined,
        stopCode: 'TaskFailedToStart',
        stoppedReason: 'CannotPullContainerError',
        containers: [],
      },
    ),
  );

  expect(world.metrics.total('TasksNotStarted')).toBe(1);
  expect((await theShards(world))[1]?.attempts).toEqual([
    expect.objectContaining({
      attempt: 33,
      state: 'lost',
      reason: 'CannotPullContainerError',
      stopCode: 'TaskFailedToStart',
    }),
  ]);
});

test('a probe that died fails its token and touches no shard', async () => {
  const world = await planned();
  const { answers } = await close(world, stopped({ ASSAY_COMMAND: 'probe', ASSAY_SHARD: undefined }));

  expect(answers).toHaveLength(1);
  expect((await theShards(world)).flatMap((shard) => shard.attempts)).toEqual([]);
});

test.each([
  ['still runs', stopped({}, { lastStatus: 'RUNNING' })],
  ['has no token', stopped({ ASSAY_TASK_TOKEN: undefined })],
  ["is somebody else's", stopped({ ASSAY_COMMAND: 'migrate' })],
  ['has no overrides', { lastStatus: 'STOPPED' }],
])('a task that %s is left alone', (_, event) => {
  expect(readStoppedTask(event)).toBeUndefined();
});

test('an event that comes twice is answered twice with the same words, and changes the shard once', async () => {
  const world = await planned();
  await world.runs.claimAttempt({
    ...POINTER,
    shard: 1,
    attempt: 1,
    nonce: 'n',
    executor: 'fargate',
    atEpochMs: world.clock.nowMs(),
  });
  const first = await close(world, stopped());
  const shards = await theShards(world);

  expect(await close(world, stopped())).toEqual(first);
  expect(await theShards(world)).toEqual(shards);
});

test('the loser of two tasks of one attempt neither ends the attempt nor fails the token that both share', async () => {
  const world = await planned();
  const claim = { ...POINTER, shard: 1, attempt: 1, nonce: 'n', executor: 'fargate' } as const;
  await world.runs.claimAttempt({
    ...claim,
    taskArn: 'arn:aws:ecs:eu-west-1:1:task/c/t2',
    atEpochMs: world.clock.nowMs(),
  });

  expect((await close(world, stopped())).answers).toEqual([]);
  expect((await theShards(world))[1]).toMatchObject({ state: 'running', attempts: [{ attempt: 1, state: 'running' }] });

  expect((await close(world, stopped({}, { taskArn: 'arn:aws:ecs:eu-west-1:1:task/c/t2' }))).answers).toEqual([
    { error: 'TaskDied', cause: expect.any(String) },
  ]);
});

test('A4: a task that died after its run was stopped is not started again: its shard is given up and its state goes on', async () => {
  const world = await planned();
  await world.runs.requestStop(POINTER.tenant, POINTER.runId, 'fail-fast', 'shard 0', world.clock.nowMs());

  expect((await close(world, stopped())).answers).toEqual([{ output: {} }]);
  expect((await theShards(world))[1]).toMatchObject({
    state: 'lost',
    lostReason: 'its task ended after the run was stopped (fail-fast)',
  });
});
