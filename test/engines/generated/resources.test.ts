/** What exists is learned from answers and used: ids in paths and fields, owners above, links. */
import { describe, expect, test } from '@jest/globals';
import type { Json } from '#core/units';
import { openContract } from '#engines/contract/open-contract';
import { exploreOn } from './explore-on.ts';
import { ResourcePool } from '#engines/generated/resource-pool';
import { nounOf, parameterNouns, resourcesOf } from '#engines/generated/resource-names';
import type { ShopAnswer, ShopRequest } from './small-shop.ts';

const created = (schema: Json): Json => ({
  responses: {
    '201': { description: 'made', content: { 'application/json': { schema } } },
    '404': { description: 'none' },
  },
});
const id = (name: string): Json => ({ name, in: 'path', required: true, schema: { type: 'string' } });
const named = {
  type: 'object',
  required: ['name'],
  properties: { name: { type: 'string', minLength: 1, maxLength: 10 }, authorId: { type: 'string' } },
};
const body: Json = { required: true, content: { 'application/json': { schema: named } } };
const thing: Json = { type: 'object', required: ['id'], properties: { id: { type: 'string' } } };

const document: Json = {
  openapi: '3.0.3',
  info: { title: 't', version: '1' },
  paths: {
    '/authors': { post: { ...(created(thing) as object), requestBody: body } },
    '/book-shelves': { post: { ...(created(thing) as object), requestBody: body } },
    '/book-shelves/{shelfId}/books': {
      parameters: [id('shelfId')],
      post: { ...(created(thing) as object), requestBody: body },
    },
    '/book-shelves/{shelfId}/books/{bookId}': {
      parameters: [id('shelfId'), id('bookId')],
      get: { responses: { '200': { description: 'one' }, '404': { description: 'none' } } },
    },
  },
};

const operations = openContract(document).operations;
const first = (): number => 0;

describe('names', () => {
  test.each([
    ['todo-lists', 'todolist'],
    ['TodoList', 'todolist'],
    ['categories', 'category'],
    ['boxes', 'box'],
    ['status', 'status'],
    ['addresses', 'address'],
  ])('%s is %s', (text, noun) => {
    expect(nounOf(text)).toBe(noun);
  });

  test('each parameter names what stands before it', () => {
    expect(parameterNouns('/book-shelves/{shelfId}/books/{bookId}')).toEqual([
      ['shelfId', 'bookshelve'],
      ['bookId', 'book'],
    ]);
  });

  test('what belongs together is found by paths', () => {
    expect(resourcesOf(operations).map(({ create, parameter }) => [create.path, parameter])).toEqual([
      ['/book-shelves/{shelfId}/books', 'bookId'],
    ]);
  });
});

describe('the pool', () => {
  test('gives ids that belong together, and forgets what is gone', () => {
    const pool = new ResourcePool();
    const [, shelves, books, book] = operations;
    pool.learn(shelves!, {}, { id: 's1' }, true);
    pool.learn(books!, { 'path:shelfId': 's1' }, { id: 'b1' }, true);
    pool.learn(shelves!, {}, { id: 's2' }, true);

    expect(pool.pathValues(book!, (count) => count - 1)).toEqual({ shelfId: 's1', bookId: 'b1' });
    expect(pool.idFor('bookId', first)).toBe('b1');
    expect(pool.idFor('book_id', first)).toBe('b1');
    expect(pool.idFor('carId', first)).toBeUndefined();

    pool.forget(book!, { 'path:shelfId': 's1', 'path:bookId': 'b1' });

    expect(pool.idFor('bookId', first)).toBeUndefined();
  });

  test('learns from lists, and from lists that are wrapped', () => {
    const pool = new ResourcePool();
    pool.learn(operations[0]!, {}, { data: [{ id: 'a1' }, { id: 'a2' }], total: 2 }, false);

    expect(pool.idFor('authorId', (count) => count - 1)).toBe('a2');
  });
});

describe('in an exploration', () => {
  test('what a path needs is made first, and fields are filled with what exists', async () => {
    const known = { authors: new Set<string>(), shelves: new Set<string>(), books: new Set<string>() };
    const make = (set: Set<string>, prefix: string): ShopAnswer => {
      const made = `${prefix}-${String(set.size + 1)}-${Math.sqrt(set.size + 2).toString(36)}`;
      set.add(made);
      return { status: 201, body: { id: made } };
    };
    let found = 0;
    const answer = ({ method, url, body: text }: ShopRequest): ShopAnswer => {
      const [, kind, shelf, , book] = url.pathname.split('/');
      let name: unknown;
      let author: unknown;
      try {
        ({ name, authorId: author } = JSON.parse(text) as { readonly name: unknown; readonly authorId: unknown });
      } catch {
        // The checks below refuse it.
      }
      if (method === 'GET') {
        if (!known.books.has(book ?? '') || !known.shelves.has(shelf ?? '')) return { status: 404 };
        found += 1;
        return { status: 200 };
      }
      if (
        typeof name !== 'string' ||
        name.length < 1 ||
        name.length > 10 ||
        (author !== undefined && typeof author !== 'string')
      )
        return { status: 400 };
      if (kind === 'authors') return make(known.authors, 'a');
      if (shelf === undefined) return make(known.shelves, 's');
      return known.shelves.has(shelf) && (author === undefined || known.authors.has(author))
        ? make(known.books, 'b')
        : { status: 404 };
    };

    const { findings } = await exploreOn(answer, document, { requestsMax: 400 });

    expect(found).toBeGreaterThan(10);
    expect(known.books.size).toBeGreaterThan(10);
    expect(new Set(findings.map(({ check }) => check))).toEqual(new Set(['status-undocumented', 'unsupported-method']));
  });

  test('links say where a value goes', async () => {
    const linked: Json = {
      openapi: '3.0.3',
      info: { title: 't', version: '1' },
      paths: {
        '/start': {
          post: {
            responses: {
              '200': {
                description: 'ok',
                links: { next: { operationId: 'next', parameters: { token: '$response.body#/then/token' } } },
              },
            },
          },
        },
        '/goal/{token}': {
          get: {
            operationId: 'next',
            parameters: [id('token')],
            responses: { '200': { description: 'ok' }, '404': { description: 'none' } },
          },
        },
      },
    };
    let reached = 0;
    await exploreOn(
      ({ method, url }) => {
        if (url.pathname === '/start')
          return method === 'POST' ? { status: 200, body: { then: { token: 'open-sesame' } } } : { status: 405 };
        if (url.pathname === '/goal/open-sesame' && method === 'GET') reached += 1;
        return { status: url.pathname === '/goal/open-sesame' ? 200 : 404 };
      },
      linked,
      { requestsMax: 60 },
    );

    expect(reached).toBeGreaterThan(3);
  });
});

describe('what was there before', () => {
  const notes: Json = {
    openapi: '3.0.3',
    info: { title: 'notes', version: '1' },
    paths: {
      '/notes': {
        get: {
          responses: {
            '200': { description: 'all', content: { 'application/json': { schema: { type: 'array', items: thing } } } },
          },
        },
        post: { ...(created(thing) as object), requestBody: body },
      },
      '/notes/{noteId}': {
        parameters: [id('noteId')],
        put: { requestBody: body, responses: { '200': { description: 'set' }, '404': { description: 'none' } } },
        delete: { responses: { '204': { description: 'gone' }, '404': { description: 'none' } } },
      },
    },
  };

  test.each(['1', '2', '3'])('is neither changed nor removed where we can make our own (seed %s)', async (seed) => {
    const found = ['old-1', 'old-2'];
    const made: string[] = [];
    let count = 0;
    const touched: string[] = [];
    const answer = ({ method, url }: ShopRequest): ShopAnswer => {
      const one = /^\/notes\/([^/]+)$/u.exec(url.pathname)?.[1];
      if (one === undefined) {
        if (method === 'GET') return { status: 200, body: [...found, ...made].map((name) => ({ id: name })) };
        if (method !== 'POST') return { status: 405 };
        count += 1;
        made.push(`new-${String(count)}`);
        return { status: 201, body: { id: `new-${String(count)}` } };
      }
      touched.push(`${method} ${one}`);
      if (![...found, ...made].includes(one)) return { status: 404 };
      if (method !== 'DELETE') return { status: method === 'PUT' ? 200 : 405 };
      if (made.includes(one)) made.splice(made.indexOf(one), 1);
      return { status: 204 };
    };
    await exploreOn(answer, notes, { requestsMax: 600, seed });

    expect(touched.filter((one) => /^(?:PUT|DELETE) old-/u.test(one))).toEqual([]);
    expect(touched.filter((one) => /^(?:PUT|DELETE) new-/u.test(one)).length).toBeGreaterThan(20);
  });
});
