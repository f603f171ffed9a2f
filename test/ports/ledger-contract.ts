/** What every LeftResources must do. Each test has a tenant of its own, which the catalog knows by a service. */
import { describe, expect, test } from '@jest/globals';
import type { CatalogStore } from '#ports/catalog-store';
import type { LedgerEntry, LeftResource, LeftResources } from '#ports/resource-ledger';
import { T0, newTenant, sampleService } from './samples.ts';

const MINUTE = 60_000;
const LIMIT = 1000;
const DIGEST = 'd'.repeat(64);

const entry = (number: number, createdAtEpochMs = T0): LedgerEntry => ({
  id: number.toString(16).padStart(32, '0'),
  suite: 'shop.checkout',
  case: 'order',
  row: number,
  name: `order ${String(number)}`,
  environment: 'staging',
  remove: { method: 'DELETE', path: `/orders/${String(number)}`, headers: { authorization: 'Bearer {{token}}' } },
  gone: ['2xx', 404],
  createdAtEpochMs,
});

interface Opened {
  readonly left: LeftResources;
  readonly catalog: CatalogStore;
}

export const ledgerContract = (implementation: string, open: () => Opened): void => {
  const start = async () => {
    const { left, catalog } = open();
    const tenant = newTenant();
    await catalog.putService(sampleService(tenant, 'shop'), 0);
    const run = {
      tenant,
      runId: 'r1',
      digests: new Map([['shop.checkout', DIGEST]]),
      targets: { default: 'https://a.test' },
    };
    const dueAt = async (ms: number): Promise<readonly LeftResource[]> =>
      (await left.due(T0 + ms, LIMIT)).filter((resource) => resource.tenant === tenant);
    const first = async (): Promise<LeftResource> => {
      const [found] = await dueAt(15 * MINUTE);
      if (found === undefined) throw new Error('expected a due resource, got none');
      return found;
    };
    return { left, tenant, ledger: left.ofRun(run), dueAt, first };
  };

  describe(`${implementation}: what runs left behind`, () => {
    test('is due a quarter of an hour after it was made, the oldest first, with all that its removal needs', async () => {
      const { ledger, tenant, dueAt } = await start();
      await ledger.created(entry(2, T0 + 1));
      await ledger.created(entry(1));

      expect(await dueAt(15 * MINUTE - 1)).toEqual([]);
      expect(await dueAt(15 * MINUTE)).toEqual([
        {
          tenant,
          runId: 'r1',
          suiteDigest: DIGEST,
          targets: { default: 'https://a.test' },
          entry: entry(1),
          state: 'left',
          tries: 0,
          nextTryAtEpochMs: T0 + 15 * MINUTE,
        },
      ]);
      expect((await dueAt(20 * MINUTE)).map((resource) => resource.entry.row)).toEqual([1, 2]);
    });

    test('is struck off once, and again without harm, and never comes back', async () => {
      const { ledger, first, left, dueAt } = await start();
      await ledger.created(entry(1));
      const seen = await first();

      await ledger.removed(seen.entry.id);
      await ledger.removed(seen.entry.id);
      await ledger.removed(entry(7).id);

      expect(await dueAt(30 * MINUTE)).toEqual([]);
      expect(await left.lease(seen, { nowEpochMs: T0, untilEpochMs: T0 + 1 })).toBeUndefined();
      expect(await left.postpone(seen, T0)).toBe(false);
    });

    test('of a suite that the run has not is refused', async () => {
      const { ledger } = await start();

      await expect(ledger.created({ ...entry(1), suite: 'shop.other' })).rejects.toMatchObject({
        name: 'invariant-broken',
      });
    });

    test('is leased by one of two who want it, until the lease is over', async () => {
      const { ledger, left, first, dueAt } = await start();
      await ledger.created(entry(1));
      const seen = await first();
      const lease = { nowEpochMs: T0 + 20 * MINUTE, untilEpochMs: T0 + 30 * MINUTE };

      const leases = await Promise.all([left.lease(seen, lease), left.lease(seen, lease)]);

      const held = leases.filter((one) => one !== undefined);
      expect(held).toEqual([
        { ...seen, tries: 1, firstTryAtEpochMs: T0 + 20 * MINUTE, nextTryAtEpochMs: T0 + 30 * MINUTE },
      ]);
      expect(await dueAt(30 * MINUTE - 1)).toEqual([]);
      expect(await dueAt(30 * MINUTE)).toEqual(held);
    });

    test('is postponed by who holds it; after five tries it counts as stuck and is tried on', async () => {
      const { ledger, left, tenant, first, dueAt } = await start();
      await ledger.created(entry(1));
      let seen = await first();
      const stuck = async () => (await left.stuck(LIMIT)).filter((one) => one.tenant === tenant);

      for (let tries = 1; tries <= 5; tries += 1) {
        expect(await stuck()).toEqual([]);
        const held = await left.lease(seen, { nowEpochMs: T0, untilEpochMs: T0 + tries * 1000 });
        if (held === undefined) throw new Error('expected the lease, somebody else has it');
        expect(await left.postpone(seen, T0, 'late')).toBe(false);
        expect(await left.postpone(held, T0 + 20 * MINUTE, 'status 500')).toBe(true);
        [seen] = (await dueAt(20 * MINUTE)) as [LeftResource];
      }

      expect(seen).toMatchObject({ state: 'stuck', tries: 5, firstTryAtEpochMs: T0, reason: 'status 500' });
      expect(await stuck()).toEqual([seen]);
    });

    test('that was given up is neither due nor stuck', async () => {
      const { ledger, left, tenant, first, dueAt } = await start();
      await ledger.created(entry(1));
      const seen = await first();

      expect(await left.giveUp(seen, 'status 403')).toBe(true);
      expect(await left.giveUp(seen, 'status 403')).toBe(false);

      expect(await dueAt(100 * MINUTE)).toEqual([]);
      expect((await left.stuck(LIMIT)).filter((one) => one.tenant === tenant)).toEqual([]);
    });

    test('of many is given out up to the limit, so that no tenant hides another', async () => {
      const many = await start();
      const few = await start();
      for (let number = 0; number < 4; number += 1) await many.ledger.created(entry(number, T0 - 1_000_000_000));
      await few.ledger.created(entry(9, T0 - 900_000_000));

      const found = await many.left.due(T0 - 800_000_000, 2);

      expect(found.map(({ tenant }) => tenant).sort()).toEqual([many.tenant, few.tenant].sort());
    });
  });
};
