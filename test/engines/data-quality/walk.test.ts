/** Row 37: a list of numbers is served in five styles of paging, and with a fault each walk must name. */
import { expect, test } from '@jest/globals';
import type { NextPage } from '#core/acts/data-request';
import type { WalkDefinition } from '#core/acts/walk';
import { linkOf } from '#engines/data-quality/pages';
import { walk } from '#engines/data-quality/walk';
import { runProbe, type ScriptedAnswer } from './probe-of-test.ts';

interface Listing {
  readonly count: number;
  readonly size: number;
  /** The elements of a page. */
  readonly page?: (from: number, to: number) => number[];
  readonly total?: (from: number) => number;
  readonly next?: (from: number, to: number) => string | null;
}

const numbers = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);

/** Answers `offset`, `page` and `cursor` alike, and tells the next page in each style. */
const serve =
  ({ count, size, page = numbers, total = () => count, next }: Listing) =>
  (url: URL): ScriptedAnswer => {
    const { searchParams: query } = url;
    const limit = Number(query.get('limit') ?? size);
    const number = query.get('page');
    const from =
      number === null ? Number(query.get('offset') ?? query.get('cursor') ?? 0) : (Number(number) - 1) * limit;
    const to = Math.min(count, from + limit);
    const items = page(from, to).map((id) => ({ id, name: `n${String(id)}` }));
    const more = to < count;
    const at =
      next === undefined ? (more ? `/items?offset=${String(to)}&limit=${String(limit)}` : null) : next(from, to);
    return {
      headers: {
        'x-total': String(total(from)),
        ...(at === null ? {} : { link: `</other>; rel="prev", <${at}>; rel="next"` }),
      },
      json: { items, next: at, cursor: more ? String(to) : null, count: total(from) },
    };
  };

const STYLES: readonly (readonly [string, NextPage])[] = [
  ['a link header', { link: 'next' }],
  ['a URL in the body', { url: '$.next' }],
  ['a cursor', { cursor: '$.cursor', parameter: 'cursor' }],
  ['offset and limit', { offset: 'offset' }],
  ['page numbers', { page: 'page' }],
];

const definition = (next: NextPage): WalkDefinition => ({
  request: { path: '/items' },
  items: '$.items',
  key: '$.id',
  next,
  total: { path: '$.count' },
  pageSize: 10,
});

test.each(STYLES)('a whole list by %s passes', async (_, next) => {
  for (const count of [1, 9, 10, 11, 35]) {
    const { failed, report } = await runProbe(walk, definition(next), serve({ count, size: 10 }));

    expect([count, failed, report.checks.every(({ passed }) => passed)]).toEqual([count, [], true]);
  }
});

test.each(STYLES)('without a total the end is found by %s', async (_, next) => {
  const { total: __, ...rest } = definition(next);
  for (const count of [1, 10, 35]) {
    const { failed, sent } = await runProbe(walk, rest, serve({ count, size: 10 }));

    expect([failed, sent.length <= Math.floor(count / 10) + 2]).toEqual([[], true]);
  }
});

const GAP = (from: number, to: number): number[] => numbers(from, to).filter((id) => id !== 14);
const TWICE = (from: number, to: number): number[] => (from === 10 ? [9, ...numbers(11, to)] : numbers(from, to));
const BOTH = (from: number, to: number): number[] => (from === 10 ? [9, ...numbers(10, to - 1)] : numbers(from, to));

test.each(STYLES)('what is missing and what comes twice is named by %s', async (_, next) => {
  const run = async (page: Listing['page']) =>
    (
      await runProbe(walk, definition(next), serve({ count: 35, size: 10, ...(page === undefined ? {} : { page }) }))
    ).failed.join('\n');

  expect(await run(GAP)).toContain('expected 35 different elements, got 34');
  expect(await run(GAP)).toContain('expected 10, got 9 on page 2');
  expect(await run(TWICE)).toContain('got more than once: 9');
  expect(await run(BOTH)).toContain('expected 35 different elements, got 34');
});

test('a total that changes on the way is named with its page', async () => {
  const { failed } = await runProbe(
    walk,
    definition({ url: '$.next' }),
    serve({ count: 35, size: 10, total: (from) => (from === 20 ? 36 : 35) }),
  );

  expect(failed).toEqual(['the total stays the same on all pages: expected 35 on each page, got 36 on page 3']);
});

test('a total in a header, and none at all', async () => {
  const inHeader = { ...definition({ link: 'next' }), total: { header: 'X-Total' } };
  const nowhere = { ...definition({ link: 'next' }), total: { path: '$.all' } };

  expect((await runProbe(walk, inHeader, serve({ count: 35, size: 10 }))).failed).toEqual([]);
  expect((await runProbe(walk, nowhere, serve({ count: 35, size: 10 }))).failed).toEqual([
    'the total is told: expected a number at $.all, got none',
  ]);
});

test('a next page that leads back is a loop, also after some pages', async () => {
  const loop = serve({
    count: 35,
    size: 10,
    next: (from) => (from === 20 ? '/items?offset=10&limit=10' : `/items?offset=${String(from + 10)}&limit=10`),
  });
  const { failed, sent } = await runProbe(walk, definition({ url: '$.next' }), loop);

  expect(sent).toHaveLength(3);
  expect(failed[0]).toContain(
    'expected each page once, got https://api.example/items?offset=10&limit=10 twice (after 3 pages)',
  );
});

test('pages without end are left after so many', async () => {
  const endless = serve({ count: 1_000_000, size: 10 });
  const { failed, sent } = await runProbe(walk, { ...definition({ url: '$.next' }), pagesMax: 7 }, endless);

  expect(sent).toHaveLength(7);
  expect(failed).toEqual([expect.stringContaining('expected at most 7 pages, got one more')]);
});

test('a next page on another host is not asked for', async () => {
  const { failed, sent } = await runProbe(
    walk,
    definition({ url: '$.next' }),
    serve({ count: 35, size: 10, next: () => 'https://evil.example/items' }),
  );

  expect([sent, failed[0]]).toEqual([
    ['GET /items'],
    expect.stringContaining('expected the next page at https://api.example, got https://evil.example'),
  ]);
});

test('a page size that is not honoured is named with its page', async () => {
  const { failed } = await runProbe(
    walk,
    { ...definition({ url: '$.next' }), pageSize: 8 },
    serve({ count: 35, size: 10 }),
  );

  expect(failed).toEqual(['pages have 8 elements, the last at most so many: expected 8, got 10 on page 1 of 4']);
});

test('the same list in pages of another size must have the same elements', async () => {
  const sameAs = { request: { path: '/items?limit=7' }, items: '$.items', next: { offset: 'offset' } };
  const lost = (url: URL): ScriptedAnswer =>
    serve({ count: 35, size: 10, ...(url.searchParams.get('limit') === '7' ? {} : { page: GAP, total: () => 34 }) })(
      url,
    );
  const { failed } = await runProbe(walk, { ...definition({ offset: 'offset' }), sameAs }, lost);

  expect(failed).toContain('the other list has the same elements: expected the same elements, got missing here: 14');
});

test('a page after a short one may be refused, a refusal before is told', async () => {
  const refusing =
    (from: number) =>
    (url: URL): ScriptedAnswer =>
      Number(url.searchParams.get('page') ?? 1) >= from
        ? { status: 404, json: {} }
        : serve({ count: 15, size: 10 })(url);
  const { total: _, ...rest } = definition({ page: 'page' });

  expect((await runProbe(walk, rest, refusing(3))).failed).toEqual([]);
  expect((await runProbe(walk, rest, refusing(2))).failed).toEqual([
    'the request is answered: expected status 2XX from GET /items?page=2, got 404',
  ]);
});

test('an empty list, no list, no JSON and no answer are told apart', async () => {
  const run = (answer: ScriptedAnswer) => runProbe(walk, definition({ url: '$.next' }), () => answer);

  expect((await run({ json: { items: [], count: 0 } })).failed).toEqual([
    'the list has at least 1 element: expected at least 1, got 0',
  ]);
  expect((await run({ json: { items: 'none' } })).failed).toEqual([
    'the answer has a list at $.items: expected a list from GET /items, got "none"',
  ]);
  expect((await run({ text: '<html>' })).failed).toEqual([
    'the answer is JSON: expected JSON from GET /items, got "<html>"',
  ]);
  expect((await run({ lost: true })).report.failure).toMatchObject({ type: 'timeout' });
});

test('headers of the first request go with each page', async () => {
  const seen: unknown[] = [];
  await runProbe(
    walk,
    { ...definition({ url: '$.next' }), request: { path: '/items', headers: { 'x-tier': 'free' } } },
    (url, request) => {
      seen.push(request.headers);
      return serve({ count: 15, size: 10 })(url);
    },
  );

  expect(seen).toEqual([[['x-tier', 'free']], [['x-tier', 'free']]]);
});

test.each([
  ['<https://a/2>; rel="next"', 'https://a/2'],
  ['</1>; rel=prev, </3>; title="a, b"; rel="last next"', '/3'],
  ['</1>; rel="nextish"', undefined],
  [undefined, undefined],
])('the link of %s', (header, url) => {
  expect(linkOf(header, 'next')).toBe(url);
});
