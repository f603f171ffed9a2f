/** `GET /findings`: what is known of findings, as far as the reader may see it. */
import { describe, expect, test } from '@jest/globals';
import { makePlane, principal } from '../plane.ts';
import type { Plane } from '../plane.ts';
import { DAY_MS, finding, fingerprint, itemsOf, put } from './records.ts';

const reader = principal();
const blind = principal({ role: 'viewer', payloadRead: false });

const list = async (plane: Plane, query = '', as = reader) => {
  const answer = await plane.request('GET', `/findings${query}`, { as });
  return {
    ...answer,
    digits: answer.status === 200 ? itemsOf(answer.body).map((item) => String(item['fingerprint'])[0]) : [],
  };
};

const stocked = async (): Promise<Plane> => {
  const plane = makePlane();
  const now = plane.clock.nowMs();
  await put(
    plane,
    finding(plane, 'a'),
    finding(plane, 'b', { severity: 'critical', dueAtEpochMs: now + 7 * DAY_MS }),
    finding(plane, 'c', { state: 'fixed', fixedAtEpochMs: now }),
    finding(plane, 'd', { state: 'accepted', triagedAtEpochMs: now }),
    finding(plane, 'e', { service: 'billing', dueAtEpochMs: now + 29 * DAY_MS }),
    finding(plane, 'f', { state: 'triaged', triagedAtEpochMs: now, dueAtEpochMs: now - 1 }),
  );
  return plane;
};

test('without a service: the open ones of all services, those that are due first', async () => {
  expect((await list(await stocked())).digits).toEqual(['f', 'b', 'e', 'a']);
});

test('of a service: all of it', async () => {
  expect((await list(await stocked(), '?service=shop')).digits).toEqual(['a', 'b', 'c', 'd', 'f']);
});

test.each([
  ['?service=shop&state=open', ['a', 'b', 'f']],
  ['?service=shop&state=fixed', ['c']],
  ['?service=shop&state=accepted', ['d']],
  ['?severity=critical', ['b']],
  ['?overdue=true', ['f']],
  ['?service=shop&overdue=false', ['a', 'b', 'c', 'd']],
  ['?service=billing', ['e']],
  ['?service=nothing-found-there', []],
])('%s: %j', async (query, digits) => {
  expect((await list(await stocked(), query)).digits).toEqual(digits);
});

test('becomes overdue with time: not looked at within a day when critical, not fixed within its days', async () => {
  const plane = await stocked();
  const overdue = async () =>
    itemsOf((await list(plane, '?service=shop')).body).map((item) => [String(item['fingerprint'])[0], item['overdue']]);

  plane.clock.advance(DAY_MS + 1);

  expect(await overdue()).toEqual([
    ['a', null],
    ['b', 'not-triaged'],
    ['c', null],
    ['d', null],
    ['f', 'not-fixed'],
  ]);
});

test('page by page, each once', async () => {
  const plane = await stocked();
  for (const query of ['', '&service=shop']) {
    const seen: unknown[] = [];
    let cursor = '';
    do {
      const { body, digits } = await list(plane, `?limit=2${query}${cursor}`);
      seen.push(...digits);
      cursor = typeof body['next'] === 'string' ? `&cursor=${encodeURIComponent(body['next'])}` : '';
    } while (cursor !== '');

    expect(seen).toEqual((await list(plane, `?${query.slice(1)}`)).digits);
  }
});

test('without payload:read what an answer said, and where, is left out; the rest is there', async () => {
  const plane = await stocked();

  const [whole] = itemsOf((await list(plane, '?service=billing')).body);
  const [open] = itemsOf((await list(plane, '?service=billing', blind)).body);

  expect(whole).toMatchObject({ message: 'expected 403, got 200 with customer-data', place: '/customer-data/id' });
  expect(open).toEqual({ ...whole, message: null, place: null });
});

describe('somebody of other projects', () => {
  const outsider = principal({ role: 'viewer', projects: ['billing'] });

  test('sees the findings of their own services alone', async () => {
    expect((await list(await stocked(), '', outsider)).digits).toEqual(['e']);
  });

  test('is told that there is no other service', async () => {
    const { status, code } = await list(await stocked(), '?service=shop', outsider);

    expect([status, code]).toEqual([404, 'service-not-found']);
  });
});

test('another tenant sees nothing', async () => {
  expect((await list(await stocked(), '', principal({ tenant: 'other' }))).digits).toEqual([]);
});

test.each(['?service=shop&cursor=abc', `?service=shop&cursor=${fingerprint('g')}`])(
  '%s: that is no cursor of this list',
  async (query) => {
    const { status, code } = await list(await stocked(), query);

    expect([status, code]).toEqual([400, 'cursor-invalid']);
  },
);

test.each(['?severity=huge', '?state=gone', '?overdue=maybe', '?limit=0'])(
  '%s is refused before anything is read',
  async (query) => {
    const { status, code } = await list(await stocked(), query);

    expect([status, code]).toEqual([400, 'validation-failed']);
  },
);
