/** `GET /drift`: changes of structures, newest first; names of fields are structure, values are data. */
import { expect, test } from '@jest/globals';
import { makePlane, principal } from '../plane.ts';
import type { Plane } from '../plane.ts';
import { change, itemsOf } from './records.ts';

const reader = principal();

const stocked = (): Plane => {
  const plane = makePlane();
  plane.drift.add('acme', change('2026-11-01T00:00:00.000Z'));
  plane.drift.add('acme', change('2026-11-03T00:00:00.000Z', { version: 3 }));
  plane.drift.add('acme', change('2026-11-02T00:00:00.000Z', { operation: 'GET /orders' }));
  plane.drift.add('acme', change('2026-11-04T00:00:00.000Z', { service: 'billing' }));
  return plane;
};

const list = (plane: Plane, query: string, as = reader) => plane.request('GET', `/drift?${query}`, { as });

const daysOf = async (plane: Plane, query: string): Promise<readonly string[]> =>
  itemsOf((await list(plane, query)).body).map(({ at }) => String(at).slice(8, 10));

test('newest first, of one service', async () => {
  expect(await daysOf(stocked(), 'service=shop')).toEqual(['03', '02', '01']);
});

test.each([
  ['service=shop&operation=GET%20/orders', ['02']],
  ['service=shop&from=2026-11-02T00:00:00Z', ['03', '02']],
  ['service=shop&to=2026-11-02T00:00:00Z', ['02', '01']],
  ['service=shop&from=2026-11-02T00:00:00Z&to=2026-11-02T00:00:00Z', ['02']],
  ['service=quiet', []],
])('%s: %j', async (query, days) => {
  expect(await daysOf(stocked(), query)).toEqual(days);
});

test('page by page, each once', async () => {
  const plane = stocked();
  const { body } = await list(plane, 'service=shop&limit=2');

  const rest = await daysOf(plane, `service=shop&limit=2&cursor=${encodeURIComponent(String(body['next']))}`);

  expect(itemsOf(body)).toHaveLength(2);
  expect(rest).toEqual(['01']);
});

test('without payload:read values are left out, and what changed where is not', async () => {
  const plane = stocked();
  const blind = principal({ role: 'viewer', payloadRead: false });

  const [whole, open] = [await list(plane, 'service=shop&limit=1'), await list(plane, 'service=shop&limit=1', blind)];

  expect(itemsOf(whole.body)[0]?.['changes']).toEqual([
    { changeType: 'enum-value-added', fieldPath: '$.state', oldValue: ['open'], newValue: ['open', 'customer-data'] },
  ]);
  expect(itemsOf(open.body)[0]?.['changes']).toEqual([{ changeType: 'enum-value-added', fieldPath: '$.state' }]);
  expect(open.text).not.toContain('customer-data');
});

test('a service of other projects is none, and another tenant sees no changes', async () => {
  const plane = stocked();

  const outside = await list(plane, 'service=shop', principal({ role: 'viewer', projects: ['billing'] }));
  const stranger = await list(plane, 'service=shop', principal({ tenant: 'other' }));

  expect([outside.status, outside.code]).toEqual([404, 'service-not-found']);
  expect(itemsOf(stranger.body)).toEqual([]);
});

test.each(['', 'service=shop&from=yesterday', 'service=shop&limit=1000000'])('"%s" is refused', async (query) => {
  const { status, code } = await list(stocked(), query);

  expect([status, code]).toEqual([400, 'validation-failed']);
});
