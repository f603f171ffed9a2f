/** What callers read of the catalog, and what of it they may not see. */
import { expect, test } from '@jest/globals';
import { makePlane, makeStockedPlane, principal, SUITE } from '../plane.ts';
import type { Plane, Sent } from '../plane.ts';

const as = principal();
const get = (plane: Plane, url: string, sent: Sent = {}) => plane.request('GET', url, { as, ...sent });
const idsOf = (body: { readonly [field: string]: unknown }, field: string) =>
  (body.items as readonly { readonly [name: string]: string }[]).map((item) => item[field]);

test('items come back as they were put, with revision and tag', async () => {
  const plane = await makeStockedPlane();

  const [service, environment, suite] = await Promise.all(
    ['/services/shop', '/environments/staging', '/suites/shop.checkout'].map((url) => get(plane, url)),
  );

  expect(service?.body).toEqual({
    service: 'shop',
    owner: 'team-shop',
    defaultEnvironment: 'staging',
    version: '1.2.3',
    revision: 1,
    updatedAt: '2026-11-21T12:00:00.000Z',
    updatedBy: 'someone',
  });
  expect(environment?.body).toMatchObject({
    name: 'staging',
    targets: { default: 'https://shop.example' },
    revision: 1,
  });
  expect(suite?.body).toMatchObject({
    id: 'shop.checkout',
    cases: 2,
    tags: ['smoke'],
    risk: 'medium',
    advisory: false,
  });
  expect([service, environment, suite].map((answer) => answer?.headers['ETag'])).toEqual(['"1"', '"1"', '"1"']);
});

test('a suite comes with its definition when asked for', async () => {
  const plane = await makeStockedPlane();

  const bare = await get(plane, '/suites/shop.checkout');
  const whole = await get(plane, '/suites/shop.checkout?include=definition');

  expect(bare.body).not.toHaveProperty('definition');
  expect(whole.body.definition).toEqual(SUITE);
});

test('a suite too large for an answer is a link of five minutes', async () => {
  const plane = await makeStockedPlane();
  const suite = await plane.catalog.getSuite('acme', 'shop.checkout');
  if (suite === undefined) throw new Error('expected the suite');
  const index = await plane.catalog.getSelectionIndex('acme', 'shop');
  const row = index?.suites[0];
  if (row === undefined) throw new Error('expected the row');
  await plane.catalog.putSuite({ ...suite, bytes: 5_000_000, revision: 2 }, row, 1);

  const { status, headers } = await get(plane, '/suites/shop.checkout?include=definition');

  expect(status).toBe(303);
  expect(headers['Location']).toContain('expires=300');
});

test.each([
  ['/services/none', 'service-not-found'],
  ['/environments/none', 'environment-not-found'],
  ['/suites/shop.none', 'suite-not-found'],
  ['/suites/none', 'suite-not-found'],
  ['/services/NO%20SUCH', 'service-not-found'],
])('%s is a 404', async (url, code) => {
  const answer = await get(await makeStockedPlane(), url);

  expect([answer.status, answer.code]).toEqual([404, code]);
});

test.each(['/services/shop', '/environments/staging', '/suites/shop.checkout'])(
  'another tenant does not see %s',
  async (url) => {
    expect((await get(await makeStockedPlane(), url, { as: principal({ tenant: 'umbrella' }) })).status).toBe(404);
  },
);

test('lists show the principal’s projects only, and page through all', async () => {
  const plane = makePlane();
  for (const service of ['a', 'b', 'c', 'd', 'e'])
    await plane.request('PUT', `/services/${service}`, { as, body: { owner: 'x' } });
  const seen: unknown[] = [];
  let next: unknown = '';
  while (typeof next === 'string') {
    const { body } = await get(plane, `/services?limit=2${next === '' ? '' : `&cursor=${next}`}`);
    seen.push(...idsOf(body, 'service'));
    next = body.next;
  }

  const some = await get(plane, '/services', { as: principal({ projects: ['b', 'd'] }) });
  const theirs = await get(plane, '/services', { as: principal({ tenant: 'umbrella' }) });

  expect(seen).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect([idsOf(some.body, 'service'), idsOf(theirs.body, 'service')]).toEqual([['b', 'd'], []]);
});

test('suites are listed by service', async () => {
  const plane = await makeStockedPlane();

  const [all, shop, other, hidden] = await Promise.all([
    get(plane, '/suites'),
    get(plane, '/suites?service=shop'),
    get(plane, '/suites?service=billing'),
    get(plane, '/suites?service=shop', { as: principal({ projects: ['billing'] }) }),
  ]);

  expect([all, shop, other, hidden].map(({ body }) => idsOf(body, 'id'))).toEqual([
    ['shop.checkout'],
    ['shop.checkout'],
    [],
    [],
  ]);
});

test('a cursor that no list made is refused', async () => {
  const answer = await get(await makeStockedPlane(), '/services?cursor=bm9wZSE');

  expect([answer.status, answer.code]).toEqual([400, 'cursor-invalid']);
});
