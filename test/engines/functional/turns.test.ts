import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { turns } from '#engines/functional/turns';

test('who is alone has nobody beside, and everybody has a turn, whatever the order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.boolean(), { maxLength: 40 }),
      fc.array(fc.nat(3), { maxLength: 40 }),
      async (kinds, waits) => {
        const line = turns();
        let beside = 0;
        let alone = 0;
        let done = 0;
        const one = async (isAlone: boolean, steps: number): Promise<void> => {
          await line.enter(isAlone);
          beside += isAlone ? 0 : 1;
          alone += isAlone ? 1 : 0;
          expect(alone).toBeLessThanOrEqual(1);
          expect(alone === 0 || beside === 0).toBe(true);
          for (let step = 0; step < steps; step += 1) await Promise.resolve();
          beside -= isAlone ? 0 : 1;
          alone -= isAlone ? 1 : 0;
          done += 1;
          line.leave(isAlone);
        };

        await Promise.all(kinds.map((kind, at) => one(kind, waits[at] ?? 0)));

        expect(done).toBe(kinds.length);
      },
    ),
    { numRuns: 200 },
  );
});

test('who waits to be alone is not overtaken', async () => {
  const line = turns();
  const order: string[] = [];
  await line.enter(false);
  const load = Promise.resolve(line.enter(true)).then(() => order.push('alone'));
  const other = Promise.resolve(line.enter(false)).then(() => order.push('beside'));

  line.leave(false);
  await load;
  line.leave(true);
  await other;

  expect(order).toEqual(['alone', 'beside']);
});
