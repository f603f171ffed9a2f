/** A scan writes to what it made, and to nothing that was there before it; and what everybody shares is nobody's. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createMasker } from '#core/masking';
import type { ScanIdentity } from '#core/acts/scan';
import type { Json } from '#core/units';
import { scanAgainst, type Scanned } from './scan-context.ts';

const media = (schema: Json): Json => ({ 'application/json': { schema } });
const SENT = { title: { type: 'string' }, kind: { $ref: '#/components/schemas/Kind' } };
const NOTE = { type: 'object', required: ['title', 'kind'], properties: { id: { type: 'integer' }, ...SENT } };
const answers = (...statuses: readonly string[]): Json =>
  Object.fromEntries(statuses.map((status) => [status, { description: status, content: media(NOTE) }]));
const ID = { name: 'noteId', in: 'path', required: true, schema: { type: 'integer' } };
const body = { required: true, content: media({ ...NOTE, properties: SENT }) };

const document: Json = {
  openapi: '3.1.0',
  info: { title: 'Notes', version: '1' },
  security: [{ bearer: [] }],
  components: {
    securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
    schemas: { Kind: { type: 'string', enum: ['plain', 'list'] } },
  },
  paths: {
    '/notes': {
      get: { responses: { 200: { description: 'all', content: media({ type: 'array', items: NOTE }) } } },
      post: { requestBody: body, responses: answers('201') },
    },
    '/notes/{noteId}': {
      parameters: [ID],
      get: { responses: answers('200', '404') },
      put: { requestBody: body, responses: answers('200', '404') },
      patch: { requestBody: body, responses: answers('200', '404') },
      delete: { responses: { 204: { description: 'gone' }, 404: { description: 'none' } } },
    },
  },
};

const SEEDED = [
  [1, 'first'],
  [2, 'second'],
] as const;
const notes = new Map<number, string>();
const USERS: { readonly [token: string]: string } = { 'Bearer tok-ida-11': 'ida', 'Bearer tok-udo-22': 'udo' };

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const send = (status: number, value: Json): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    };
    const titleIn = (): string | undefined => {
      try {
        const { title, kind } = JSON.parse(Buffer.concat(chunks).toString()) as { title?: Json; kind?: Json };
        return typeof title === 'string' && (kind === 'plain' || kind === 'list') ? title : undefined;
      } catch {
        return undefined;
      }
    };
    const { method = '', url = '' } = request;
    const path = url.split('?')[0] ?? '';
    const id = Number(/^\/notes\/(\d+)$/u.exec(path)?.[1] ?? Number.NaN);
    if (USERS[request.headers.authorization ?? ''] === undefined) return send(401, {});
    if (path === '/notes' && method === 'GET')
      return send(
        200,
        [...notes].map(([key, title]) => ({ id: key, title })),
      );
    const isMaking = path === '/notes' && method === 'POST';
    if (!isMaking && !notes.has(id)) return send(404, {});
    if (method === 'DELETE') return send(notes.delete(id) ? 204 : 404, {});
    const title = method === 'GET' ? notes.get(id) : titleIn();
    if (title === undefined) return send(400, {});
    const key = isMaking ? Math.max(2, ...notes.keys()) + 1 : id;
    notes.set(key, title);
    return send(isMaking ? 201 : 200, { id: key, title, kind: 'plain' });
  });
});

beforeEach(async () => {
  notes.clear();
  for (const [id, title] of SEEDED) notes.set(id, title);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
});

const run = (owns: ScanIdentity = {}) => {
  const { port } = server.address() as AddressInfo;
  return scanAgainst(
    { baseUrl: `http://127.0.0.1:${String(port)}`, document },
    {
      requestsPerSecond: 2000,
      identities: {
        ida: { ...owns, headers: { authorization: 'Bearer tok-ida-11' } },
        udo: { headers: { authorization: 'Bearer tok-udo-22' } },
      },
    },
  );
};

test('row 23: what lists show is neither changed nor removed, and changes are tried on what the scan made', async () => {
  const { sent } = await run();
  const changed = sent.filter(({ request }) => ['PUT', 'PATCH', 'DELETE'].includes(request.method));
  const granted = changed.filter(({ response }) => response !== undefined && response.status < 300);
  expect(granted.filter(({ request }) => request.method === 'PUT').length).toBeGreaterThan(0);
  expect(granted.map(({ request }) => request.url).filter((url) => /\/notes\/[12]$/u.test(url))).toEqual([]);
  expect([...notes]).toEqual(SEEDED.map((one) => [...one]));
}, 60_000);

const bolaWrites = ({ findings }: Scanned): string[] =>
  findings.flatMap(({ check, operation = '' }) => (check === 'bola-write' ? [operation] : [])).sort();

test('row 24: things that lists show to everybody are not told as those of others, and that is said', async () => {
  const scan = await run();
  expect(bolaWrites(scan)).toEqual([]);
  expect(scan.skipped.filter((one) => one.startsWith('bola-write of PUT'))).toEqual([
    'bola-write of PUT /notes/{noteId}: what ida sees in lists, udo sees too: give identities.NAME.owns.noteId',
  ]);
}, 60_000);

test('row 24: where it is said who owns what, they are; words that a reference names are left as they are', async () => {
  const scan = await run({ owns: { noteId: [1] } });
  expect(bolaWrites(scan)).toEqual(['DELETE /notes/{noteId}', 'PATCH /notes/{noteId}', 'PUT /notes/{noteId}']);
  expect(notes.has(1)).toBe(true);
}, 60_000);

test('what is said of checks that were not made is not taken for a secret', async () => {
  const { skipped } = await run();
  const masker = createMasker();
  expect(skipped.some((one) => one.startsWith('cookie-flags of the API: '))).toBe(true);
  expect(skipped.map((one) => masker.maskText(one))).toEqual(skipped);
}, 60_000);
