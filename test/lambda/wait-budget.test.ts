/** The invariant of the budget is checked over any sequence of waits on a clock that the test moves. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { waitBudget } from '#lambda/wait-budget';

test('a full budget gives what is asked for, up to its capacity', () => {
  const budget = waitBudget({ capacityMs: 30_000, share: 0.5, nowMs: () => 0 });

  expect([budget.take(20_000), budget.take(20_000), budget.take(20_000)]).toEqual([20_000, 10_000, 0]);
});

test('time refills the budget by its share, and never above its capacity', () => {
  let nowMs = 0;
  const budget = waitBudget({ capacityMs: 30_000, share: 0.5, nowMs: () => nowMs });
  budget.take(30_000);

  nowMs = 10_000;
  expect(budget.take(20_000)).toBe(5000);

  nowMs = 10_000_000;
  expect(budget.take(60_000)).toBe(30_000);
});

test('what was not waited is given back', () => {
  const budget = waitBudget({ capacityMs: 20_000, share: 1, nowMs: () => 0 });
  budget.take(20_000);

  budget.giveBack(15_000);

  expect(budget.take(20_000)).toBe(15_000);
});

test('Retry-After is the time until such a wait is possible, at least a second', () => {
  const budget = waitBudget({ capacityMs: 20_000, share: 0.5, nowMs: () => 0 });
  expect(budget.retryAfterSeconds(20_000)).toBe(1);

  budget.take(20_000);

  expect(budget.retryAfterSeconds(20_000)).toBe(40);
  expect(budget.retryAfterSeconds(60_000)).toBe(40);
});

test('over any sequence no more is waited than the capacity and the share of the time that passed', () => {
  const step = fc.record({ passMs: fc.nat({ max: 60_000 }), wantMs: fc.nat({ max: 40_000 }) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), fc.double({ min: 0.01, max: 1, noNaN: true }), (steps, share) => {
      let nowMs = 1_800_000_000_000;
      const startedAtMs = nowMs;
      const budget = waitBudget({ capacityMs: 30_000, share, nowMs: () => nowMs });
      let waitedMs = 0;
      for (const { passMs, wantMs } of steps) {
        nowMs += passMs;
        const takenMs = budget.take(wantMs);
        expect(takenMs).toBeGreaterThanOrEqual(0);
        expect(takenMs).toBeLessThanOrEqual(wantMs);
        waitedMs += takenMs;
      }

      expect(waitedMs).toBeLessThanOrEqual(30_000 + (nowMs - startedAtMs) * share + 1);
    }),
    { numRuns: 300 },
  );
});

test.each([
  [0, 0.5],
  [Number.NaN, 0.5],
  [1000, 0],
  [1000, 1.1],
])('a capacity of %d ms with a share of %d is refused', (capacityMs, share) => {
  expect(() => waitBudget({ capacityMs, share, nowMs: () => 0 })).toThrow(RangeError);
});
