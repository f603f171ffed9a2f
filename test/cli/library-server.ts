import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Ways in which the library can break its document. */
export const FLAWS = [
  'title-not-needed',
  'any-genre',
  'limit-not-held',
  'unknown-is-200',
  'open-to-all',
  'any-token',
  'answer-without-pages',
  'delete-does-nothing',
] as const;
export type Flaw = (typeof FLAWS)[number];

const problem = { description: 'no' };
const book = {
  type: 'object',
  required: ['title', 'pages', 'genre'],
  properties: {
    title: { type: 'string', minLength: 2, maxLength: 40 },
    pages: { type: 'integer', minimum: 1, maximum: 5000 },
    genre: { enum: ['novel', 'poetry', 'science'] },
    shelfId: { type: 'string' },
  },
};
const kept = {
  allOf: [
    { $ref: '#/components/schemas/Book' },
    { type: 'object', required: ['id'], properties: { id: { type: 'string', format: 'uuid' } } },
  ],
};
const json = (schema: object): object => ({ content: { 'application/json': { schema } } });
const one = {
  '200': { description: 'ok', ...json({ $ref: '#/components/schemas/Kept' }) },
  '401': problem,
  '404': problem,
};
const id = { name: 'bookId', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } };

export const LIBRARY_DOCUMENT = {
  openapi: '3.1.0',
  info: { title: 'Library', version: '1.0.0' },
  security: [{ reader: [] }],
  paths: {
    '/sessions': {
      post: {
        operationId: 'openSession',
        tags: ['sessions'],
        security: [],
        requestBody: {
          required: true,
          ...json({
            type: 'object',
            required: ['email', 'password'],
            properties: { email: { type: 'string' }, password: { type: 'string' } },
          }),
        },
        responses: {
          '201': {
            description: 'ok',
            ...json({ type: 'object', required: ['accessToken'], properties: { accessToken: { type: 'string' } } }),
          },
          '400': problem,
          '401': problem,
        },
      },
    },
    '/books': {
      get: {
        operationId: 'listBooks',
        tags: ['books'],
        parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 100 } }],
        responses: {
          '200': { description: 'ok', ...json({ type: 'array', items: { $ref: '#/components/schemas/Kept' } }) },
          '400': problem,
          '401': problem,
        },
      },
      post: {
        operationId: 'addBook',
        tags: ['books'],
        requestBody: { required: true, ...json({ $ref: '#/components/schemas/Book' }) },
        responses: {
          '201': { description: 'ok', ...json({ $ref: '#/components/schemas/Kept' }) },
          '400': problem,
          '401': problem,
        },
      },
    },
    '/books/{bookId}': {
      parameters: [id],
      get: { operationId: 'getBook', tags: ['books'], responses: { ...one, '400': problem } },
      put: {
        operationId: 'changeBook',
        tags: ['books'],
        requestBody: { required: true, ...json({ $ref: '#/components/schemas/Book' }) },
        responses: { ...one, '400': problem },
      },
      delete: {
        operationId: 'removeBook',
        tags: ['books'],
        responses: { '204': { description: 'gone' }, '400': problem, '401': problem, '404': problem },
      },
    },
  },
  components: {
    securitySchemes: { reader: { type: 'http', scheme: 'bearer' } },
    schemas: { Book: book, Kept: kept },
  },
};

interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

const NO = (status: number): Answer => ({ status, body: { error: status } });

const readBody = async (request: IncomingMessage): Promise<Record<string, unknown> | undefined> => {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  try {
    return JSON.parse(Buffer.concat(parts).toString()) as Record<string, unknown>;
  } catch {
    return undefined;
  }
};

const isBook = (
  value: Record<string, unknown> | undefined,
  flaws: ReadonlySet<Flaw>,
): value is Record<string, unknown> => {
  if (value === undefined) return false;
  const { title, pages, genre, shelfId } = value;
  const hasTitle = typeof title === 'string' && title.length >= 2 && title.length <= 40;
  if (!hasTitle && !(flaws.has('title-not-needed') && title === undefined)) return false;
  if (typeof pages !== 'number' || !Number.isInteger(pages) || pages < 1 || pages > 5000) return false;
  if (shelfId !== undefined && typeof shelfId !== 'string') return false;
  return flaws.has('any-genre') ? typeof genre === 'string' : ['novel', 'poetry', 'science'].includes(String(genre));
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A library that does what LIBRARY_DOCUMENT says, but for its flaws. */
export const startLibrary = async (
  given: readonly Flaw[],
): Promise<{ readonly url: string; readonly books: Map<string, unknown>; close(): Promise<void> }> => {
  const flaws = new Set(given);
  const books = new Map<string, unknown>();
  const shown = (value: unknown): unknown => {
    const { pages: _pages, ...rest } = value as Record<string, unknown>;
    return flaws.has('answer-without-pages') ? rest : value;
  };
  const ofBook = (method: string, key: string, body: Record<string, unknown> | undefined): Answer => {
    if (!UUID.test(key)) return NO(400);
    const known = books.get(key);
    if (known === undefined)
      return flaws.has('unknown-is-200') && method === 'GET' ? { status: 200, body: {} } : NO(404);
    if (method === 'GET') return { status: 200, body: shown(known) };
    if (method === 'DELETE') {
      if (!flaws.has('delete-does-nothing')) books.delete(key);
      return { status: 204 };
    }
    if (!isBook(body, flaws)) return NO(400);
    books.set(key, { ...body, id: key });
    return { status: 200, body: books.get(key) };
  };
  const answer = (
    method: string,
    url: URL,
    token: string | undefined,
    body: Record<string, unknown> | undefined,
  ): Answer => {
    if (url.pathname === '/sessions') {
      if (typeof body?.['email'] !== 'string' || typeof body['password'] !== 'string') return NO(400);
      return body['password'] === 'open-sesame' ? { status: 201, body: { accessToken: 'reader-token' } } : NO(401);
    }
    const isKnown = flaws.has('any-token') ? token !== undefined : token === 'Bearer reader-token';
    if (!isKnown && !(flaws.has('open-to-all') && method === 'GET')) return NO(401);
    const key = /^\/books\/([^/]+)$/.exec(url.pathname)?.[1];
    if (key !== undefined) return ofBook(method, key, body);
    if (url.pathname !== '/books') return NO(404);
    if (method === 'GET') {
      const limit = Number(url.searchParams.get('limit') ?? 10);
      const isFine = Number.isInteger(limit) && limit >= 1 && (limit <= 100 || flaws.has('limit-not-held'));
      return isFine ? { status: 200, body: [...books.values()].slice(0, limit) } : NO(400);
    }
    if (!isBook(body, flaws)) return NO(400);
    const made = { ...body, id: crypto.randomUUID() };
    books.set(made.id, made);
    return { status: 201, body: made };
  };
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const { status, body: sent } = answer(
        request.method ?? 'GET',
        new URL(request.url ?? '/', 'http://library'),
        request.headers.authorization,
        body,
      );
      response.writeHead(status, sent === undefined ? {} : { 'content-type': 'application/json' });
      response.end(sent === undefined ? undefined : JSON.stringify(sent));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    books,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
