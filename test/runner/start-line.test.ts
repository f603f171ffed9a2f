/** Shards of one load begin together: each says that it is ready, and all wait until the last one has. Time is the test's. */
import { expect, test } from '@jest/globals';
import type { ShardJob } from '#core/plan';
import { startLine } from '#runner/start-line';
import { fixedClock, inMemoryBlobs } from '../doubles/index.ts';

const START = Date.UTC(2026, 10, 21, 12);

const jobOf = (shard: number, together?: readonly number[], runId = 'r1'): ShardJob =>
  ({ tenant: 'acme', runId, shard, ...(together === undefined ? {} : { together }) }) as ShardJob;

const world = () => {
  const ports = { staging: inMemoryBlobs(), clock: fixedClock(START) };
  const line = (shard: number, together: readonly number[] = [2, 5, 7], runId = 'r1') => {
    const made = startLine(jobOf(shard, together, runId), ports);
    if (made === undefined) throw new Error('expected a start line');
    return made;
  };
  return { ...ports, line };
};

test('a shard that shares no load has none', () => {
  expect(startLine(jobOf(0), world())).toBeUndefined();
});

test('nobody begins before the last one is ready', async () => {
  const { line } = world();
  const [first, second, third] = [line(2), line(5), line(7)];

  await first.ready(0);
  await second.ready(0);
  const early = [await first.startAt(), await second.startAt()];
  await third.ready(0);

  expect(early).toEqual([undefined, undefined]);
  expect(await first.startAt()).toBeDefined();
});

test('all are told the same time, a few looks after the last was ready', async () => {
  const { line, clock } = world();
  const lines = [line(2), line(5), line(7)];
  for (const one of lines) {
    await one.ready(0);
    clock.advance(1000);
  }

  const times = await Promise.all(lines.map((one) => one.startAt()));

  expect(times).toEqual([START + 2000 + 3000, START + 2000 + 3000, START + 2000 + 3000]);
});

test('a shard that is done again is told when the others began: it is late, and its figures are no part of theirs', async () => {
  const { line, clock } = world();
  for (const shard of [2, 5, 7]) await line(shard).ready(0);
  clock.advance(60_000);

  const again = line(5);
  await again.ready(0);

  expect(await again.startAt()).toBe(START + 3000);
});

test('loads of other runs are not waited for, nor seen', async () => {
  const { line } = world();
  await line(2, [2, 5], 'r1').ready(0);
  await line(5, [2, 5], 'r2').ready(0);

  expect([await line(2, [2, 5], 'r1').startAt(), await line(5, [2, 5], 'r2').startAt()]).toEqual([
    undefined,
    undefined,
  ]);
});

test('a second load of the same shards is waited for anew', async () => {
  const { line, clock } = world();
  const lines = [line(2), line(5), line(7)];
  for (const one of lines) await one.ready(0);
  clock.advance(60_000);

  await lines[0]?.ready(0);
  const early = await lines[0]?.startAt();
  for (const one of lines.slice(1)) await one.ready(0);

  expect([early, await lines[0]?.startAt()]).toEqual([undefined, START + 60_000 + 3000]);
});
