/** A runner that died is told to whoever looks at the run, although the gate is open: the shard's attempts are in the frozen set. */
import { expect, test } from '@jest/globals';
import { judgeRun } from '../../../functions/judge-run/judge-run.ts';
import { retriedShards } from '../../../functions/judge-run/freeze-attempts.ts';
import type { FrozenAttempts } from '#core/run';
import { epochMs } from '#core/units';
import { planRun } from '../../../functions/plan-run/plan-run.ts';
import { never, POINTER, readyWorld, recordShard, theRun } from './world.ts';

const at = epochMs(1);
const attempt = (number: number, more: Partial<FrozenAttempts['attempts'][number]>) => ({
  ...{ shard: 0, attempt: number, nonce: 'n', executor: 'lambda' as const, startedAtEpochMs: at },
  ...{ state: 'lost' as const, used: false },
  ...more,
});

test('each attempt before the one that counts is told with its reason', () => {
  const attempts = [
    attempt(1, { reason: 'its task died', executor: 'fargate' }),
    attempt(2, { state: 'superseded' }),
    attempt(3, { state: 'recorded', used: true }),
    attempt(1, { shard: 1, state: 'recorded', used: true }),
    attempt(1, { shard: 2 }),
    attempt(2, { shard: 2 }),
  ];

  expect(retriedShards({ frozenAtEpochMs: at, attempts })).toEqual([
    {
      shard: 0,
      attempts: 3,
      reason:
        'attempt 1 on fargate was lost: its task died; attempt 2 on lambda was lost: it left nothing before the next one took over',
    },
  ]);
});

test('the gate result says so, and stays open', async () => {
  const world = await readyWorld({ shardLimit: 1 });
  await planRun(world)(POINTER, never);
  await world.runs.claimAttempt({
    ...POINTER,
    ...{ shard: 0, attempt: 1, nonce: 'dead', executor: 'fargate' as const, atEpochMs: world.clock.nowMs() },
  });
  await world.runs.failAttempt(
    { ...POINTER, shard: 0, attempt: 1 },
    'Spot interruption',
    'SpotInterruption',
    world.clock.nowMs(),
  );
  await recordShard(world, 0, { attempt: 2 });

  await judgeRun(world)(POINTER, never);

  const { gate } = await theRun(world);
  expect(gate?.answer).toBe('open');
  expect(gate?.reasons).toMatchObject([
    {
      code: 'shard-retried',
      effect: 'info',
      message: 'Shard 0 needed 2 attempts: attempt 1 on fargate was lost: Spot interruption.',
    },
  ]);
});
