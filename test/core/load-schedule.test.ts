/** Row 31: intended starts from stages. Expected times are worked out by hand or by adding up small steps, never by the formula under test. */
import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import type { LoadDefinition, LoadStage } from '#core/acts/load';
import {
  arrivalsOf,
  arrivalsUntil,
  levelAt,
  measuredTime,
  peakOf,
  plannedIn,
  segmentsOf,
  usersAt,
  usersOfPart,
} from '#core/load-schedule';

const open = (stages: readonly LoadStage[], rest: Partial<LoadDefinition> = {}): LoadDefinition => ({
  model: 'open',
  stages,
  mix: [],
  ...rest,
});

const times = (load: LoadDefinition): number[] => [...arrivalsOf(load)].map(({ atMs }) => atMs);

describe('arrivals', () => {
  test('of a level rate are evenly spaced, the first at once', () => {
    expect(times(open([{ durationMs: 1000, rps: 4 }]))).toEqual([0, 250, 500, 750]);
  });

  test('of 5,000 a second for a minute are 300,000, and the last one is 0.2 ms before the end', () => {
    const all = times(open([{ durationMs: 60_000, rps: 5000 }]));

    expect(all).toHaveLength(300_000);
    expect(all.at(-1)).toBeCloseTo(59_999.8, 6);
  });

  test('of a ramp from nothing come as the area below it grows', () => {
    // 0 to 10 a second in 10 s: n arrivals are there after sqrt(2 n) seconds.
    const all = times(open([{ durationMs: 10_000, rps: 10 }], { from: 0 }));

    expect(all).toHaveLength(50);
    expect(all[0]).toBe(0);
    expect(all[2]).toBeCloseTo(2000, 6);
    expect(all[8]).toBeCloseTo(4000, 6);
    expect(all[32]).toBeCloseTo(8000, 6);
  });

  test('of a stage without duration jump', () => {
    const load = open([
      { durationMs: 1000, rps: 2 },
      { durationMs: 0, rps: 4 },
      { durationMs: 1000, rps: 4 },
    ]);

    expect(times(load)).toEqual([0, 500, 1000, 1250, 1500, 1750]);
  });

  test('of a rate of nothing are none', () => {
    expect(times(open([{ durationMs: 1000, rps: 0 }]))).toEqual([]);
  });

  const stages = fc.array(
    fc.record({ durationMs: fc.integer({ min: 0, max: 4000 }), rps: fc.integer({ min: 0, max: 200 }) }),
    { minLength: 1, maxLength: 5 },
  );

  test('are in order, inside the stages, and as many as the area below the rate', () => {
    fc.assert(
      fc.property(stages, fc.integer({ min: 0, max: 100 }), (list, from) => {
        const load = open(list, { from });
        const all = times(load);
        const duration = list.reduce((sum, { durationMs }) => sum + durationMs, 0);
        let area = 0;
        for (const [index, { durationMs, rps }] of list.entries())
          area += (durationMs / 1000) * (((index === 0 ? from : (list[index - 1]?.rps ?? 0)) + rps) / 2);

        expect(all.every((at, index) => at >= (all[index - 1] ?? 0) && at <= duration)).toBe(true);
        expect(Math.abs(all.length - area)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 200 },
    );
  });

  test('of the parts together are those of the whole, each once', () => {
    fc.assert(
      fc.property(stages, fc.integer({ min: 1, max: 7 }), (list, of) => {
        const load = open(list, { from: 0 });

        const parts = Array.from({ length: of }, (_, index) => [
          ...arrivalsOf({ ...load, part: { index, of } }),
        ]).flat();

        const byNumber = parts.sort((a, b) => a.number - b.number);
        expect(byNumber.map(({ number }) => number)).toEqual(byNumber.map((_, index) => index));
        expect(byNumber.map(({ atMs }) => atMs)).toEqual(times(load));
      }),
      { numRuns: 100 },
    );
  });

  test('planned in a time are those that come in it', () => {
    fc.assert(
      fc.property(stages, fc.integer({ min: 1, max: 4 }), (list, of) => {
        const load = { ...open(list, { from: 10 }), part: { index: of - 1, of } };
        const duration = list.reduce((sum, { durationMs }) => sum + durationMs, 0);
        const [from, to] = [duration * 0.25, duration * 0.8];

        const counted = times(load).filter((at) => at >= from && at < to).length;

        expect(Math.abs(plannedIn(load, from, to) - counted)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 200 },
    );
  });
});

describe('users', () => {
  const load: Pick<LoadDefinition, 'model' | 'stages' | 'from'> = {
    model: 'closed',
    from: 0,
    stages: [
      { durationMs: 10_000, users: 50 },
      { durationMs: 10_000, users: 50 },
      { durationMs: 0, users: 200 },
      { durationMs: 10_000, users: 200 },
    ],
  };

  test.each([
    [0, 0],
    [1000, 5],
    [5000, 25],
    [15_000, 50],
    [20_000, 200],
    [29_999, 200],
  ])('after %i ms are %i', (atMs, users) => {
    expect(usersAt(segmentsOf(load), atMs)).toBe(users);
  });

  test('of the parts are those of the whole at any moment', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 1, max: 100 }), (users, of) => {
        const parts = Array.from({ length: of }, (_, index) => usersOfPart(users, { index, of }));

        expect(parts.reduce((sum, count) => sum + count, 0)).toBe(users);
        expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

test('the level, its peak and the area below it are those of the lines', () => {
  const segments = segmentsOf(
    open(
      [
        { durationMs: 2000, rps: 100 },
        { durationMs: 2000, rps: 0 },
      ],
      { from: 50 },
    ),
  );

  expect(levelAt(segments, 1000)).toBe(75);
  expect(levelAt(segments, 3000)).toBe(50);
  expect(peakOf(segments)).toBe(100);
  expect(arrivalsUntil(segments, 1000)).toBeCloseTo(62.5, 9);
  expect(arrivalsUntil(segments, 4000)).toBeCloseTo(250, 9);
});

test('warm-up and cool-down are taken from the stages', () => {
  expect(measuredTime({ stages: [{ durationMs: 10_000 }], warmUpMs: 2000, coolDownMs: 1000 })).toEqual({
    fromMs: 2000,
    toMs: 9000,
  });
});
