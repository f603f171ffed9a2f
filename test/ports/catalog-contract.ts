/** What every CatalogStore, SuiteBodies and DurationHistory must do. */
import { describe, expect, test } from '@jest/globals';

import type { CatalogStore, DurationHistory, SuiteBodies } from '#ports/catalog-store';
import type { BlobStore } from '#ports/blob-store';
import type { SuiteDefinition } from '#core/suite';
import { newTenant, sampleEnvironment, sampleService, sampleSuite } from './samples.ts';

const versions = (open: () => CatalogStore): void => {
  test('a service is read back as it was written, by its tenant only', async () => {
    const catalog = open();
    const tenant = newTenant();

    await catalog.putService(sampleService(tenant, 'shop'), 0);

    expect(await catalog.getService(tenant, 'shop')).toEqual(sampleService(tenant, 'shop'));
    expect(await catalog.getService(newTenant(), 'shop')).toBeUndefined();
    expect(await catalog.getEnvironment(tenant, 'shop')).toBeUndefined();
  });

  test('a writer that read an older revision is refused', async () => {
    const catalog = open();
    const tenant = newTenant();
    await catalog.putEnvironment(sampleEnvironment(tenant, 'staging', 1), 0);
    await catalog.putEnvironment(sampleEnvironment(tenant, 'staging', 2), 1);
    const other = { ...sampleEnvironment(tenant, 'staging', 2), updatedBy: 'else' };

    for (const expected of [0, 1, 3]) {
      await expect(catalog.putEnvironment(other, expected)).rejects.toMatchObject({
        name: 'revision-conflict',
        detail: expect.stringContaining('found 2'),
      });
    }
    await expect(catalog.putEnvironment(sampleEnvironment(tenant, 'new', 2), 1)).rejects.toMatchObject({
      name: 'revision-conflict',
    });
    expect(await catalog.getEnvironment(tenant, 'staging')).toEqual(sampleEnvironment(tenant, 'staging', 2));
  });

  test('the same write again, after a lost reply, is success', async () => {
    const catalog = open();
    const tenant = newTenant();
    const { stored, indexed } = sampleSuite(tenant, 'shop.checkout');
    await catalog.putService(sampleService(tenant, 'shop'), 0);
    await catalog.putSuite(stored, indexed, 0);

    await catalog.putService(sampleService(tenant, 'shop'), 0);
    await catalog.putSuite(stored, indexed, 0);

    expect((await catalog.getSelectionIndex(tenant, 'shop'))?.suites).toEqual([indexed]);
  });

  test('of many first writers one wins', async () => {
    const catalog = open();
    const tenant = newTenant();

    const writes = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) =>
        catalog.putService({ ...sampleService(tenant, 'shop'), updatedBy: `n${n}` }, 0),
      ),
    );

    expect(writes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
};

const suites = (open: () => CatalogStore): void => {
  test('a suite and its row of the selection index change together', async () => {
    const catalog = open();
    const tenant = newTenant();
    const [first, second, changed] = [
      sampleSuite(tenant, 'shop.cart'),
      sampleSuite(tenant, 'shop.browse'),
      sampleSuite(tenant, 'shop.cart', 2),
    ];
    await catalog.putSuite(first.stored, first.indexed, 0);
    await catalog.putSuite(second.stored, second.indexed, 0);
    await catalog.putSuite(changed.stored, changed.indexed, 1);

    await expect(catalog.putSuite({ ...first.stored, updatedBy: 'else' }, first.indexed, 0)).rejects.toMatchObject({
      name: 'revision-conflict',
    });

    expect(await catalog.getSuite(tenant, 'shop.cart')).toEqual(changed.stored);
    expect(await catalog.getSelectionIndex(tenant, 'shop')).toEqual({
      service: 'shop',
      revision: 3,
      suites: [second.indexed, changed.indexed],
    });
    expect(await catalog.getSelectionIndex(tenant, 'billing')).toBeUndefined();
    expect(await catalog.getSelectionIndex(newTenant(), 'shop')).toBeUndefined();
  });

  test('suites that are pushed at once all reach the index', async () => {
    const catalog = open();
    const tenant = newTenant();
    const all = Array.from({ length: 6 }, (_, n) => sampleSuite(tenant, `shop.s${n}`));

    await Promise.all(all.map(({ stored, indexed }) => catalog.putSuite(stored, indexed, 0)));

    expect((await catalog.getSelectionIndex(tenant, 'shop'))?.suites.map(({ id }) => id)).toEqual([
      'shop.s0',
      'shop.s1',
      'shop.s2',
      'shop.s3',
      'shop.s4',
      'shop.s5',
    ]);
  });

  test('an index of 10,000 cases fits', async () => {
    const catalog = open();
    const tenant = newTenant();
    const { stored, indexed } = sampleSuite(tenant, 'shop.large');
    const cases = Array.from({ length: 10_000 }, (_, n) => ({
      id: `places-an-order-of-${n}-items-${Math.random()}`,
      tags: ['critical', 'money', `team-${n % 7}`],
    }));

    await catalog.putSuite(stored, { ...indexed, cases }, 0);

    expect((await catalog.getSelectionIndex(tenant, 'shop'))?.suites[0]?.cases).toEqual(cases);
  });
};

const lists = (open: () => CatalogStore): void => {
  test('lists are sorted by name and paged, suites also by service', async () => {
    const catalog = open();
    const tenant = newTenant();
    for (const name of ['shop', 'billing', 'shop-admin', 'a']) await catalog.putService(sampleService(tenant, name), 0);
    for (const name of ['staging', 'production']) await catalog.putEnvironment(sampleEnvironment(tenant, name), 0);
    for (const id of ['shop.b', 'shop.a', 'shop-admin.a', 'billing.z']) {
      const { stored, indexed } = sampleSuite(tenant, id);
      await catalog.putSuite(stored, indexed, 0);
    }
    const idsOf = async (service: string | undefined, limit: number): Promise<string[]> => {
      const ids: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await catalog.listSuites(tenant, service, cursor === undefined ? { limit } : { limit, cursor });
        expect(page.items.length).toBeLessThanOrEqual(limit);
        ids.push(...page.items.map(({ id }) => id));
        cursor = page.next;
      } while (cursor !== undefined);
      return ids;
    };

    const services = await catalog.listServices(tenant, { limit: 3 });
    const rest = await catalog.listServices(tenant, { limit: 3, cursor: services.next ?? '' });

    expect([...services.items, ...rest.items].map(({ definition }) => definition.service)).toEqual([
      'a',
      'billing',
      'shop',
      'shop-admin',
    ]);
    expect(rest.next).toBeUndefined();
    expect(
      (await catalog.listEnvironments(tenant, { limit: 2 })).items.map(({ definition }) => definition.name),
    ).toEqual(['production', 'staging']);
    for (const limit of [1, 2, 4, 9]) {
      expect(await idsOf(undefined, limit)).toEqual(['billing.z', 'shop-admin.a', 'shop.a', 'shop.b']);
      expect(await idsOf('shop', limit)).toEqual(['shop.a', 'shop.b']);
    }
    expect((await catalog.listServices(newTenant(), { limit: 9 })).items).toEqual([]);
    await expect(catalog.listServices(tenant, { limit: 3, cursor: 'SERVICE#x' })).rejects.toMatchObject({
      name: 'cursor-invalid',
    });
  });
};

export const catalogContract = (implementation: string, open: () => CatalogStore): void => {
  describe(`${implementation}: revisions`, () => {
    versions(open);
  });
  describe(`${implementation}: suites`, () => {
    suites(open);
  });
  describe(`${implementation}: catalog lists`, () => {
    lists(open);
  });
};

export const suiteBodiesContract = (
  implementation: string,
  open: () => { readonly bodies: SuiteBodies; readonly blobs: BlobStore },
): void => {
  describe(`${implementation}: suite bodies`, () => {
    const body = (name: string): SuiteDefinition => ({
      suite: 'checkout',
      service: 'shop',
      name,
      capability: 'functional',
      cases: [],
    });

    test('a body is found under its digest, the same for the same suite', async () => {
      const { bodies } = open();
      const tenant = newTenant();

      const first = await bodies.put(tenant, body('Checkout ü'));
      const reordered = await bodies.put(tenant, {
        cases: [],
        name: 'Checkout ü',
        capability: 'functional',
        service: 'shop',
        suite: 'checkout',
      });

      expect(reordered).toEqual(first);
      expect(first.key).toBe(`v1/${tenant}/suites/${first.digest}.json`);
      expect(await bodies.get(first.key, first.digest)).toEqual(body('Checkout ü'));
    });

    test('a body that was changed or is gone is not believed', async () => {
      const { bodies, blobs } = open();
      const stored = await bodies.put(newTenant(), body('one'));
      await blobs.put(stored.key, Buffer.from('{"suite":"forged"}'), 'application/json');

      await expect(bodies.get(stored.key, stored.digest)).rejects.toMatchObject({ name: 'digest-mismatch' });
      await expect(bodies.get(`${stored.key}x`, stored.digest)).rejects.toMatchObject({ name: 'digest-mismatch' });
    });
  });
};

export const durationsContract = (implementation: string, open: () => DurationHistory): void => {
  describe(`${implementation}: durations`, () => {
    test('the last five of each case are kept, newest last, each run once', async () => {
      const history = open();
      const tenant = newTenant();
      for (let n = 1; n <= 7; n += 1)
        await history.record(
          tenant,
          'shop.a',
          `r${n}`,
          new Map([['pay', n * 100 + 0.4], ...(n === 2 ? [['rare', 9] as const] : [])]),
        );
      await history.record(tenant, 'shop.a', 'r7', new Map([['pay', 999]]));

      const loaded = await history.load(tenant, ['shop.a', 'shop.none', 'shop.a']);

      expect([...loaded.keys()]).toEqual(['shop.a']);
      expect(loaded.get('shop.a')?.get('pay')).toEqual([300, 400, 500, 600, 700]);
      expect(loaded.get('shop.a')?.get('rare')).toEqual([9]);
      expect(await history.load(newTenant(), ['shop.a'])).toEqual(new Map());
      expect(await history.load(tenant, [])).toEqual(new Map());
    });

    test('runs that end at once are all learnt', async () => {
      const history = open();
      const tenant = newTenant();

      await Promise.all([1, 2, 3, 4].map((n) => history.record(tenant, 'shop.a', `r${n}`, new Map([['pay', n]]))));

      const kept = (await history.load(tenant, ['shop.a'])).get('shop.a')?.get('pay');
      expect([...(kept ?? [])].sort()).toEqual([1, 2, 3, 4]);
    });
  });
};
