import { describe, expect, test } from '@jest/globals';
import type { FindingRecord } from '#core/finding-record';
import type { FindingStore } from '#ports/finding-store';
import { newTenant } from './samples.ts';

const record = (digit: string, over: Partial<FindingRecord> = {}): FindingRecord => ({
  fingerprint: digit.repeat(32),
  check: 'bola-read',
  title: 'Orders of other users can be read',
  severity: 'high',
  service: 'shop',
  message: 'expected 403, got 200',
  state: 'new',
  firstSeenEpochMs: 1_000,
  lastSeenEpochMs: 1_000,
  lastRunId: 'r1',
  dueAtEpochMs: 5_000,
  reopened: 0,
  ...over,
});

/** What every FindingStore must do. */
export const findingContract = (name: string, open: () => FindingStore): void => {
  describe(`findings: ${name}`, () => {
    test('what is put is read back, apart from other services and tenants', async () => {
      const [store, tenant] = [open(), newTenant()];
      await store.put(tenant, record('b'), 0);
      await store.put(tenant, record('a'), 0);
      await store.put(tenant, record('a', { service: 'other' }), 0);

      expect((await store.ofService(tenant, 'shop')).map((one) => one.record)).toEqual([record('a'), record('b')]);
      expect(await store.get(tenant, 'shop', 'a'.repeat(32))).toEqual({ record: record('a'), revision: 1 });
      expect(await store.get(newTenant(), 'shop', 'a'.repeat(32))).toBeUndefined();
    });

    test('of two who read the same revision one writes', async () => {
      const [store, tenant] = [open(), newTenant()];
      await store.put(tenant, record('a'), 0);

      const written = [
        await store.put(tenant, record('a', { state: 'triaged' }), 1),
        await store.put(tenant, record('a', { state: 'accepted' }), 1),
        await store.put(tenant, record('a'), 0),
      ];

      expect(written).toEqual([true, false, false]);
      expect((await store.get(tenant, 'shop', 'a'.repeat(32)))?.record.state).toBe('triaged');
    });

    test('open ones are listed by when they are due, page by page; one that is decided or fixed leaves the list', async () => {
      const [store, tenant] = [open(), newTenant()];
      await store.put(tenant, record('a', { dueAtEpochMs: 9_000 }), 0);
      await store.put(tenant, record('b', { dueAtEpochMs: 1_000, service: 'other' }), 0);
      const { dueAtEpochMs: _due, ...never } = record('c');
      await store.put(tenant, never, 0);
      await store.put(tenant, record('d', { state: 'fixed' }), 0);
      await store.put(tenant, record('e'), 0);
      await store.put(tenant, record('e', { state: 'accepted' }), 1);

      const first = await store.listOpen(tenant, { limit: 2 });
      const second = await store.listOpen(tenant, {
        limit: 2,
        ...(first.next === undefined ? {} : { cursor: first.next }),
      });

      expect(first.items.map(({ fingerprint }) => fingerprint[0])).toEqual(['b', 'a']);
      expect(second.items.map(({ fingerprint }) => fingerprint[0])).toEqual(['c']);
      expect(second.next).toBeUndefined();
    });
  });
};
