/** Which attempt counts, over generated histories: the store is compared with an oracle of one rule a line that shares no code with it. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { at, claimOf, counts, keyOf, outcome } from './samples.ts';
import { planned } from './shard-contract.ts';
import type { OpenRunStore } from './run-store-contract.ts';

type Step = { readonly kind: 'claim' | 'record' | 'fail' | 'beat' | 'lose'; readonly attempt: number };

/** What the shard is, told from the steps by rules of one line each: an oracle that shares no code with any store. */
const expectedWinner = (steps: readonly Step[]): number | undefined => {
  let holder = 0;
  const numbers = new Set<number>();
  for (const { kind, attempt } of steps) {
    if (kind === 'lose') return undefined;
    if (kind === 'claim' && attempt > holder && !numbers.has(attempt)) holder = attempt;
    if (kind === 'claim' || kind === 'fail') numbers.add(attempt);
    if (kind === 'record' && attempt === holder) return attempt;
  }
  return undefined;
};

/** @param propertyRuns generated cases; fewer where each step is a call over the network */
export const attemptProperties = (implementation: string, open: OpenRunStore, { propertyRuns = 100 } = {}): void => {
  test(`${implementation}: whatever order of claims, failures, losses and records: at most one attempt is recorded, and it held the shard (I2)`, async () => {
    const step = fc.record({
      kind: fc.constantFrom<Step['kind']>('claim', 'claim', 'record', 'fail', 'beat', 'lose'),
      attempt: fc.integer({ min: 1, max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const { runs, tenant } = await planned(open);
        const yes: number[] = [];
        for (const { kind, attempt } of steps) {
          const claim = claimOf(tenant, 'r1', 0, attempt);
          if (kind === 'claim') await runs.claimAttempt(claim);
          if (kind === 'record' && (await runs.recordAttempt(keyOf(claim), outcome(String(attempt).repeat(64)), at(1))))
            yes.push(attempt);
          if (kind === 'fail')
            await runs.failAttempt({ tenant, runId: 'r1', shard: 0, attempt }, 'died', undefined, at(2));
          if (kind === 'beat')
            await runs.heartbeat(keyOf(claim), { casesDone: attempt, counts: counts(attempt) }, at(3));
          if (kind === 'lose') await runs.markLost(tenant, 'r1', 0, 'given up', at(4));
        }
        const winner = expectedWinner(steps);
        const shard = await runs.getShard(tenant, 'r1', 0);
        expect([...new Set(yes)]).toEqual(winner === undefined ? [] : [winner]);
        expect(shard?.attempts.filter(({ state }) => state === 'recorded').map(({ attempt }) => attempt)).toEqual(
          winner === undefined ? [] : [winner],
        );
        expect(shard?.state === 'recorded').toBe(winner !== undefined);
      }),
      { numRuns: propertyRuns },
    );
  }, 120_000);
};
