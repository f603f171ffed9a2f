/** Requirement C4: retries of one run to one host stay under 10 % of its requests plus 10, whatever the shards do. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { RetryBudget, freeRetries } from '#engines/client/retry-budget';

test('C4: 10,000 schedules of requests and retries over shards stay under 10 % plus 10 at every moment', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 25 }),
      fc.array(fc.tuple(fc.nat(24), fc.constantFrom('request', 'retry', 'retry', 'give-back')), { maxLength: 80 }),
      (shards, steps) => {
        const budgets = Array.from(
          { length: shards },
          (_none, shard) => new RetryBudget(freeRetries({ shard, shards })),
        );
        const taken = Array<number>(shards).fill(0);
        let requests = 0;
        let refused = 0;
        for (const [drawn, step] of steps) {
          const shard = drawn % shards;
          const budget = budgets[shard];
          if (step === 'request') {
            requests += 1;
            budget?.countRequest();
          } else if (step === 'retry') {
            if (budget?.take() === true) taken[shard] = (taken[shard] ?? 0) + 1;
            else refused += 1;
          } else if ((taken[shard] ?? 0) > 0) {
            taken[shard] = (taken[shard] ?? 0) - 1;
            budget?.giveBack();
          }
          const all = taken.reduce((sum, count) => sum + count, 0);
          if (all > 0 && all * 10 >= requests + 100) return false;
        }
        return budgets.reduce((sum, { stopped }) => sum + stopped, 0) === refused;
      },
    ),
    { numRuns: 10_000 },
  );
});

test('C4: one shard alone uses the budget to the full', () => {
  const budget = new RetryBudget(freeRetries({ shard: 0, shards: 1 }));
  for (let request = 0; request < 100; request += 1) budget.countRequest();

  const taken = Array.from({ length: 30 }, () => budget.take()).filter(Boolean).length;

  expect(taken).toBe(19);
  expect(budget.stopped).toBe(11);
});

test.each([
  [1, [10]],
  [3, [4, 3, 3]],
  [12, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0]],
])('C4: the ten free retries are shared by %d shards', (shards, parts) => {
  expect(Array.from({ length: shards }, (_none, shard) => freeRetries({ shard, shards }))).toEqual(parts);
});
