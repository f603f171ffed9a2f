/** What Node 20 lacks is put in its place for the packed command, and does what the real one does. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { completeBuiltins } from '../../cli/older-node.ts';

class OldMap {
  declare static groupBy: typeof Map.groupBy;
}
class OldPromise {
  declare static withResolvers: typeof Promise.withResolvers;
}
completeBuiltins(OldMap, OldPromise);

test('grouping gives the groups of the real one, in its order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 5 }), (items, by) => {
      const keyOf = (item: number, at: number): number => (item + at) % by;

      expect([...OldMap.groupBy(items, keyOf)]).toEqual([...Map.groupBy(items, keyOf)]);
    }),
  );
});

test('a promise is settled from outside', async () => {
  const good = OldPromise.withResolvers<number>();
  const bad = OldPromise.withResolvers<number>();
  good.resolve(7);
  bad.reject(new Error('no'));

  await expect(good.promise).resolves.toBe(7);
  await expect(bad.promise).rejects.toThrow('no');
});

test('what is there stays', () => {
  const own = { groupBy: 'its own' };
  completeBuiltins(own, {});

  expect(own).toEqual({ groupBy: 'its own' });
});
