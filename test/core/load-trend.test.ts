/** C6: a soak fails on a significant upward slope. Reference values of the test are of published worked examples and of counting by hand. */
import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { judgeLoad } from '#core/load-judge';
import type { LoadFigures } from '#core/load-figures';
import { trendOf } from '#core/load-trend';
import { seededRandomAt } from '#engines/data/seeded-random';
import { form, operation, repeated, shard } from './load-shard.ts';

const series = (values: readonly number[]): [number, number][] => values.map((value, index) => [index * 1000, value]);

describe('a trend', () => {
  test('of ten growing values has Kendall’s sum 45 and z = 44 / sqrt(125)', () => {
    const trend = trendOf(series([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]));

    // z is 3.9355; the upper tail of the normal distribution there is 4.15e-5.
    expect(trend?.pValue).toBeCloseTo(0.0000415, 6);
    expect(trend?.growth).toBe(9);
    expect(trend?.share).toBeCloseTo(9 / 5.5, 9);
  });

  test('of falling values is none', () => {
    expect(trendOf(series([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]))?.pValue).toBeGreaterThan(0.999);
  });

  test('of equal values is none, and of too few is unknown', () => {
    expect(trendOf(series(repeated(20, 5)))?.growth).toBe(0);
    expect(trendOf(series(repeated(20, 5)))?.pValue).toBeCloseTo(0.5, 6);
    expect(trendOf(series([1, 2, 3, 4, 5, 6, 7, 8, 9]))).toBeUndefined();
  });

  test('is not made by one spike', () => {
    const values = repeated(30, 5);
    values[29] = 5000;

    expect(trendOf(series(values))?.growth).toBe(0);
  });

  test('of noise is found about as seldom as its significance says', () => {
    let found = 0;
    for (let seed = 0; seed < 400; seed += 1) {
      const random = seededRandomAt(String(seed), 'noise');
      const noise = Array.from({ length: 40 }, () => 100 + random.next() * 20);
      if ((trendOf(series(noise))?.pValue ?? 1) < 0.01) found += 1;
    }

    expect(found).toBeLessThanOrEqual(12);
  });

  test('does not depend on units', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 10, maxLength: 40 }), (values) => {
        expect(trendOf(series(values.map((value) => value * 1024)))?.pValue).toBe(trendOf(series(values))?.pValue);
      }),
    );
  });
});

describe('a soak', () => {
  const soaking = (latencies: readonly number[], memory: readonly number[] = []): LoadFigures => ({
    ...shard([operation('list', repeated(1000, 100))], { measuredMs: 20_000, durationMs: 20_000 }),
    windows: latencies.map((latency, index) => ({
      atMs: index * 1000,
      users: 1,
      answered: 50,
      failed: 0,
      latency: form(repeated(50, latency)),
    })),
    watched: [{ name: 'memory', points: series(memory), failures: 0 }],
  });
  const level = Array.from({ length: 20 }, (_, index) => 100 + (index % 3));

  test('passes while latency is level', () => {
    expect(judgeLoad([soaking(level)], { soak: {} }).verdict).toBe('passed');
  });

  test('fails on latency that grows', () => {
    const judged = judgeLoad([soaking(level.map((value, index) => value + index * 3))], { soak: {} });

    expect(judged.verdict).toBe('failed');
    expect(judged.checks.find(({ path }) => path === 'p95')?.message).toMatch(
      /^expected p95 not to grow, got \d+(\.\d+)? % growth over 20 points, p = \S+$/u,
    );
  });

  test('does not mind growth that does not matter', () => {
    expect(judgeLoad([soaking(level.map((value, index) => value + index * 0.2))], { soak: {} }).verdict).toBe('passed');
  });

  test('fails on memory that grows', () => {
    const memory = Array.from({ length: 20 }, (_, index) => 200e6 + index * 5e6);

    expect(judgeLoad([soaking(level, memory)], { soak: { metrics: ['memory'] } }).verdict).toBe('failed');
    expect(judgeLoad([soaking(level, repeated(20, 200e6))], { soak: { metrics: ['memory'] } }).verdict).toBe('passed');
  });

  test('that measured too little to see a trend does not pass', () => {
    expect(judgeLoad([soaking(level.slice(0, 5))], { soak: {} }).verdict).toBe('failed');
  });
});
