/** Thousands of cases wait for a place: each gets one, in the order they came, never more at once than there are. */
import { expect, test } from '@jest/globals';
import { places } from '#engines/functional/schedule';

test('five thousand that wait get their place in order, three at a time', async () => {
  const limit = places(3);
  const order: number[] = [];
  let now = 0;
  let most = 0;
  const one = async (number: number): Promise<void> => {
    const release = await limit.acquire();
    now += 1;
    most = Math.max(most, now);
    order.push(number);
    await Promise.resolve();
    now -= 1;
    release();
    release();
  };
  await Promise.all(Array.from({ length: 5000 }, (_, at) => one(at)));

  expect(most).toBe(3);
  expect(order).toEqual(Array.from({ length: 5000 }, (_, at) => at));
});

test('a place that was given back is there again after all have gone', async () => {
  const limit = places(1);
  const release = await limit.acquire();
  const second = limit.acquire();
  release();
  (await second)();

  expect(typeof (await limit.acquire())).toBe('function');
});
