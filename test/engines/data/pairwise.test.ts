/** Every pair is looked for by a plain search over the rows: the oracle knows nothing of how they were made. */
import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { countPairs, pairwiseRows } from '#engines/data/pairwise';

const missingPairs = (sizes: readonly number[], rows: readonly (readonly number[])[]): string[] => {
  const seen = new Set(
    rows.flatMap((row) =>
      row.flatMap((a, i) =>
        row.slice(i + 1).map((b, more) => `${String(i)}=${String(a)} ${String(i + 1 + more)}=${String(b)}`),
      ),
    ),
  );
  const missing: string[] = [];
  sizes.forEach((own, i) => {
    sizes.forEach((other, j) => {
      for (let a = 0; a < own; a += 1)
        for (let b = 0; b < other && j > i; b += 1) {
          const pair = `${String(i)}=${String(a)} ${String(j)}=${String(b)}`;
          if (!seen.has(pair)) missing.push(pair);
        }
    });
  });
  return missing;
};

const rowsOf = (sizes: readonly number[]): number[][] => (pairwiseRows(sizes, 100_000) ?? []).map((row) => [...row]);
const largestTwo = (sizes: readonly number[]): number => {
  const [first = 1, second = 1] = [...sizes].sort((a, b) => b - a);
  return first * second;
};

describe('pairwise rows', () => {
  test('row 11: every pair of values occurs, no value is unknown, and the rows are at most twice the fewest possible', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 10 }), (sizes) => {
        const rows = rowsOf(sizes);

        expect(missingPairs(sizes, rows)).toEqual([]);
        expect(
          rows.every((row) => row.length === sizes.length && row.every((value, at) => value < (sizes[at] ?? 0))),
        ).toBe(true);
        expect(rows.length).toBeLessThanOrEqual(2 * largestTwo(sizes));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test('ten fields of ten values take at most two hundred rows and the same ones each time', () => {
    const sizes = Array.from({ length: 10 }, () => 10);
    const rows = rowsOf(sizes);

    expect(missingPairs(sizes, rows)).toEqual([]);
    expect(rows.length).toBeLessThanOrEqual(200);
    expect(rowsOf(sizes)).toEqual(rows);
  });

  test('fields of two values take as few rows as can be', () => {
    expect(
      [2, 3, 4, 10, 11, 15, 16, 35].map((fields) => rowsOf(Array.from({ length: fields }, () => 2)).length),
    ).toEqual([4, 4, 5, 6, 7, 7, 8, 8]);
    for (const fields of [2, 3, 9, 35]) {
      const sizes = Array.from({ length: fields }, () => 2);
      expect(missingPairs(sizes, rowsOf(sizes))).toEqual([]);
    }
  });

  test('more rows than allowed are not made', () => {
    expect(pairwiseRows([10, 10], 99)).toBeUndefined();
    expect(pairwiseRows([10], 9)).toBeUndefined();
    expect(pairwiseRows([10, 10], 100)).toHaveLength(100);
    expect(countPairs([2, 3, 4])).toBe(26);
  });
});
