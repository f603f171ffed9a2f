/** C6: users that ask, wait and think, ramps of them, and the weighted mix. Expected counts are what such users do by arithmetic. */
import { describe, expect, test } from '@jest/globals';
import type { LoadDefinition } from '#core/acts/load';
import { divideLoad } from '#core/load-plan';
import { loadOf, quick, runShard, runVirtual } from './load-world.ts';

const users = (count: number, rest: Partial<LoadDefinition> = {}): Partial<LoadDefinition> => ({
  model: 'closed',
  stages: [{ durationMs: 10_000, users: count }],
  ...rest,
});

describe('users', () => {
  test('ask again when they have their answer and have thought', async () => {
    // Ten users, 100 ms for an answer and 400 ms of thought: two requests a second each.
    const { figures } = await runVirtual(users(10, { thinkMs: { min: 400, max: 400 } }), {
      target: () => ({ afterMs: 100 }),
    });

    expect(figures.operations[0]?.requests).toBe(200);
    expect(figures.generator.planned).toBeNull();
    expect(figures.windows[5]).toMatchObject({ users: 10, answered: 20 });
  });

  test('without thought ask as fast as the target answers', async () => {
    const { figures } = await runVirtual(users(4), { target: () => ({ afterMs: 50 }) });

    expect(figures.operations[0]?.requests).toBeGreaterThanOrEqual(796);
    expect(figures.operations[0]?.requests).toBeLessThanOrEqual(804);
  });

  test('think for times from the whole range (1 to 3 s)', async () => {
    const times: number[] = [];
    await runVirtual(users(1, { stages: [{ durationMs: 400_000, users: 1 }], thinkMs: { min: 1000, max: 3000 } }), {
      target: (_request, atMs) => {
        times.push(atMs);
        return { afterMs: 0 };
      },
    });
    const pauses = times.slice(1).map((at, index) => at - (times[index] ?? 0));

    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(1000);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(3000.001);
    expect(Math.min(...pauses)).toBeLessThan(1150);
    expect(Math.max(...pauses)).toBeGreaterThan(2850);
    expect(pauses.reduce((sum, pause) => sum + pause, 0) / pauses.length).toBeCloseTo(2000, -3);
  });

  test('come and go by the stages', async () => {
    const { figures } = await runVirtual(
      {
        model: 'closed',
        from: 0,
        stages: [
          { durationMs: 4000, users: 40 },
          { durationMs: 2000, users: 40 },
          { durationMs: 4000, users: 0 },
        ],
        thinkMs: { min: 90, max: 90 },
      },
      { target: () => ({ afterMs: 10 }) },
    );
    const rates = figures.windows.map(({ answered }) => answered);

    // Ten requests a second each: on average 5, 15, 25, 35 users in the first seconds, 40 in the middle, and back.
    for (const [index, expected] of [50, 150, 250, 350, 400, 400, 350, 250, 150, 50].entries())
      expect(Math.abs((rates[index] ?? 0) - expected)).toBeLessThanOrEqual(0.1 * expected + 8);
    expect(figures.windows.map(({ users: most }) => most).slice(3, 6)).toEqual([40, 40, 40]);
  });

  test('that get no answer pause before they ask again', async () => {
    const refused = { type: 'connection', phase: 'connect', message: 'refused' } as const;

    const { figures, judgement } = await runVirtual(users(1), { target: () => ({ afterMs: 0, failure: refused }) });

    expect(figures.operations[0]?.requests).toBeLessThanOrEqual(1000);
    expect(figures.operations[0]?.failures).toEqual({ connection: figures.operations[0]?.requests });
    expect(figures.operations[0]?.latency.count).toBe(0);
    expect(judgement.verdict).toBe('failed');
  });

  test('never ask more than the environment allows a second, and do not count that as latency', async () => {
    const [load] = divideLoad(loadOf(users(50)), 1, { rps: 30 });

    const { figures } = await runShard(load!, { target: quick });

    expect(figures.operations[0]?.requests).toBe(300);
    expect(figures.operations[0]?.latency.max).toBeLessThan(6);
  });

  test('stop at maxRequests, which is no failure', async () => {
    const { figures, judgement } = await runVirtual(users(10, { maxRequests: 123 }), { target: quick });

    expect(figures.operations[0]?.requests).toBe(123);
    expect(judgement.verdict).toBe('passed');
    expect(judgement.warnings[0]?.message).toContain('123 requests (maxRequests) were sent');
  });

  test('of three shards are those of one load', async () => {
    const parts = divideLoad(loadOf(users(10, { thinkMs: { min: 90, max: 90 } })), 3);

    const counts = [];
    for (const part of parts) {
      const { figures } = await runShard(part, { target: () => ({ afterMs: 10 }) });
      counts.push(figures.operations[0]?.requests);
    }

    expect(counts).toEqual([400, 300, 300]);
  });
});

describe('the mix', () => {
  const mix = [
    { name: 'list', weight: 3, request: { method: 'GET', path: '/' } },
    { name: 'pay', weight: 1, request: { method: 'POST', path: '/' } },
  ];

  test('of 3 to 1 is exact over whole blocks (within 1 %)', async () => {
    const { figures } = await runVirtual({ mix }, { target: quick });

    expect(figures.operations.map(({ name, requests }) => [name, requests])).toEqual([
      ['list', 750],
      ['pay', 250],
    ]);
  });

  test('has no rhythm, and is the same for the same seed', async () => {
    const order = async (seed: string): Promise<string> => {
      const { sent } = await runVirtual({ mix }, { target: quick, context: { seed } });
      return sent.map(({ method }) => method[0]).join('');
    };
    const first = await order('a');

    expect(await order('a')).toBe(first);
    expect(await order('b')).not.toBe(first);
    expect(new Set(Array.from({ length: 250 }, (_, block) => first.slice(block * 4, block * 4 + 4))).size).toBe(4);
  });

  test('of large weights is kept as well', async () => {
    const large = [
      { name: 'a', weight: 9998, request: { method: 'GET', path: '/' } },
      { name: 'b', weight: 5001, request: { method: 'GET', path: '/' } },
    ];

    const { figures } = await runVirtual(
      { mix: large, stages: [{ durationMs: 10_000, rps: 2000 }] },
      { target: quick },
    );

    const share = (figures.operations[0]?.requests ?? 0) / 20_000;
    expect(Math.abs(share - 9998 / 14_999)).toBeLessThan(0.01);
  });
});
