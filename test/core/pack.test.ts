/** The oracle is an exhaustive search, written here and sharing nothing with the code under test. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { makespan, makespanLowerBound, pack } from '#core/pack';

const optimum = (weights: readonly number[], count: number): number => {
  const loads = new Array<number>(count).fill(0);
  let best = Number.POSITIVE_INFINITY;
  const place = (index: number): void => {
    if (Math.max(...loads) >= best) return;
    if (index === weights.length) {
      best = Math.max(...loads);
      return;
    }
    for (let bin = 0; bin < count; bin += 1) {
      loads[bin]! += weights[index]!;
      place(index + 1);
      loads[bin]! -= weights[index]!;
    }
  };
  place(0);
  return best;
};

test('every weight lies in exactly one bin and loads are their sums', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 200 }),
      fc.integer({ min: 1, max: 20 }),
      (weights, count) => {
        const { bins, loads } = pack(weights, count);

        expect(bins).toHaveLength(count);
        expect(bins.flat().sort((a, b) => a - b)).toEqual(weights.map((_, index) => index));
        expect(loads).toEqual(bins.map((bin) => bin.reduce((sum, index) => sum + weights[index]!, 0)));
      },
    ),
    { numRuns: 200 },
  );
});

test('the fullest bin is within 13/11 of the optimum, and the lower bound never above it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 1, max: 3 }),
      (weights, count) => {
        const best = optimum(weights, count);
        const found = makespan(pack(weights, count));

        expect(found).toBeLessThanOrEqual((best * 13) / 11 + 1e-9);
        expect(makespanLowerBound(weights, count)).toBeLessThanOrEqual(best);
      },
    ),
    { numRuns: 300 },
  );
});

test.each([2, 3, 4, 8, 16])(
  "Graham's family for %i bins, the worst case of longest-first, is packed optimally",
  (count) => {
    const weights = [
      ...Array.from({ length: count }, (_, k) => [2 * count - 1 - k, 2 * count - 1 - k])
        .flat()
        .filter((w) => w >= count),
    ];
    const family = [...weights.slice(0, 2 * count), count].slice(0, 2 * count + 1);

    expect(makespan(pack(family, count))).toBe(3 * count);
  },
);

test('the same weights give the same bins', () => {
  const weights = Array.from({ length: 500 }, (_, index) => ((index * 7919) % 101) + 1);

  expect(pack(weights, 7)).toEqual(pack([...weights], 7));
});

test('ten thousand weights with a heavy tail are packed within 1.005 of the bound', () => {
  const weights = Array.from({ length: 10_000 }, (_, index) => 1000 / (((index * 48271) % 9973) + 1) + 10);
  const packing = pack(weights, 100);

  expect(makespan(packing) / makespanLowerBound(weights, 100)).toBeLessThan(1.005);
});
