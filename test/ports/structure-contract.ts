import { expect, test } from '@jest/globals';
import { advance, type StructureVersion } from '#core/drift';
import { inferStructure } from '#core/structure';
import type { Json } from '#core/units';
import type { ResponseHistory } from '#ports/response-history';
import type { StructureStore } from '#ports/structure-store';

const facts = { service: 'shop', operation: 'GET /orders/{id}', runId: 'r1', nowMs: Date.UTC(2026, 0, 2) };
const step = (known: StructureVersion | undefined, sample: Json) =>
  advance(known, inferStructure([sample]), facts, { samplesMin: 1 });

/** What every StructureStore must do. */
export const structureContract = (make: () => Promise<StructureStore>): void => {
  test('an operation that was never seen has no version', async () => {
    const store = await make();

    expect(await store.latest(facts)).toBeUndefined();
  });

  test('what is put is read back, apart from other operations and services', async () => {
    const store = await make();
    const { next } = step(undefined, { a: 1 });

    expect(await store.put(next, [])).toBe(true);

    expect(await store.latest(facts)).toEqual(next);
    expect(await store.latest({ ...facts, operation: 'GET /orders' })).toBeUndefined();
    expect(await store.latest({ ...facts, service: 'other' })).toBeUndefined();
  });

  test('of two who read the same version one writes, and a version that was not read is not replaced', async () => {
    const store = await make();
    const first = step(undefined, { a: 1 }).next;
    await store.put(first, []);
    const one = step(first, { a: 1, b: 2 });
    const other = step(first, { a: 1, c: 2 });

    const written = [
      await store.put(one.next, one.records),
      await store.put(other.next, other.records),
      await store.put(first, []),
    ];

    expect(written).toEqual([true, false, false]);
    expect(await store.latest(facts)).toEqual(one.next);
  });
};

/** What every ResponseHistory must do. */
export const historyContract = (make: () => Promise<ResponseHistory>): void => {
  const place = { service: 'shop', operation: 'GET /orders/{id}', resource: '/orders/1' };

  test('the last answer of each resource is kept', async () => {
    const history = await make();
    await history.put({ ...place, body: { a: 1 }, at: '2026-01-01T00:00:00.000Z', runId: 'r1' });
    await history.put({ ...place, body: { a: 2 }, at: '2026-01-02T00:00:00.000Z', runId: 'r2' });

    expect(await history.latest(place)).toEqual({
      ...place,
      body: { a: 2 },
      at: '2026-01-02T00:00:00.000Z',
      runId: 'r2',
    });
    expect(await history.latest({ ...place, resource: '/orders/2' })).toBeUndefined();
  });
};
