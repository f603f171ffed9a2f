/**
 * Answers held against a document, beside a bare ajv loop over the same bodies (which parses, validates, and knows no status, media type,
 * header or undeclared field). The bodies are 50 of about 1 KB, and one of 50 KB.
 */
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Json } from '#core/units';
import type { Operation } from '#engines/contract/model';
import { openContract } from '#engines/contract/open-contract';
import { validateResponse } from '#engines/contract/validate-response';
import { figure, median, type Bench } from './figure.ts';

const ROUNDS = 5;
const ROUND_MS = 1000;

const LINE = {
  type: 'object',
  required: ['sku', 'quantity', 'price'],
  properties: {
    sku: { type: 'string', pattern: '^[A-Z]{3}-[0-9]{4}$' },
    quantity: { type: 'integer', minimum: 1, maximum: 1000 },
    price: { type: 'number', minimum: 0 },
    tags: { type: 'array', items: { type: 'string', maxLength: 20 }, maxItems: 10 },
  },
};
const ORDER = {
  type: 'object',
  required: ['id', 'state', 'createdAt', 'lines'],
  properties: {
    id: { type: 'string', format: 'uuid' },
    state: { enum: ['new', 'paid', 'sent', 'done'] },
    createdAt: { type: 'string', format: 'date-time' },
    customer: {
      type: 'object',
      required: ['name'],
      properties: { name: { type: 'string', minLength: 1 }, email: { type: ['string', 'null'], format: 'email' } },
    },
    lines: { type: 'array', items: { $ref: '#/components/schemas/Line' } },
  },
};

const DOCUMENT: Json = {
  openapi: '3.1.0',
  info: { title: 'Bench', version: '1' },
  paths: {
    '/orders': {
      get: {
        responses: {
          '200': {
            description: 'Orders',
            headers: { 'X-Total': { required: true, schema: { type: 'integer' } } },
            content: {
              'application/json': { schema: { type: 'array', items: { $ref: '#/components/schemas/Order' } } },
            },
          },
        },
      },
    },
  },
  components: { schemas: { Order: ORDER, Line: LINE } },
};

const order = (at: number): Json => ({
  id: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
  state: ['new', 'paid', 'sent', 'done'][at % 4] ?? 'new',
  createdAt: '2026-11-21T10:00:00Z',
  customer: { name: `Customer ${String(at)}`, email: at % 3 === 0 ? null : `c${String(at)}@example.com` },
  lines: [0, 1, 2].map((line) => ({
    sku: `ABC-${String(1000 + line)}`,
    quantity: line + 1,
    price: 9.99 * line,
    tags: ['one', 'two', 'three'],
  })),
});

const bodyOf = (bytes: number): Uint8Array => {
  const orders: Json[] = [];
  while (JSON.stringify(orders).length < bytes) orders.push(order(orders.length));
  return new TextEncoder().encode(JSON.stringify(orders));
};

const HEADERS = [
  ['content-type', 'application/json; charset=utf-8'],
  ['x-total', '50'],
  ['date', 'Sat, 21 Nov 2026 10:00:00 GMT'],
] as const;

/** Validations a second over a set of bodies. */
const rateOf = (bodies: readonly Uint8Array[], validate: (body: Uint8Array) => boolean): number => {
  const end = performance.now() + ROUND_MS;
  const start = performance.now();
  let count = 0;
  while (performance.now() < end)
    for (const body of bodies) {
      if (!validate(body)) throw new Error('expected every body to be valid');
      count += 1;
    }
  return (count / (performance.now() - start)) * 1000;
};

const bare = (): ((body: Uint8Array) => boolean) => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const text = JSON.stringify({ $defs: { Order: ORDER, Line: LINE }, type: 'array', items: { $ref: '#/$defs/Order' } });
  const validate = ajv.compile(JSON.parse(text.replaceAll('#/components/schemas/', '#/$defs/')) as object);
  const decoder = new TextDecoder();
  return (body) => validate(JSON.parse(decoder.decode(body)));
};

const ours = (operation: Operation): ((body: Uint8Array) => boolean) => {
  return (body) => validateResponse(operation, { status: 200, headers: HEADERS, body }).length === 0;
};

export const bench: Bench = async function* () {
  const [operation] = openContract(DOCUMENT).operations;
  if (operation === undefined) throw new Error('expected an operation');
  const small = Array.from({ length: 50 }, () => bodyOf(1000));
  const sets = [
    ['a set of 50 bodies of 1 KB', small, '>= 5000'],
    ['one body of 50 KB', [bodyOf(50_000)], null],
  ] as const;
  for (const [name, bodies, goal] of sets) {
    const pairs: (readonly [number, number])[] = [];
    const [bareOne, oursOne] = [bare(), ours(operation)];
    // Both warm up, then take turns: a noisy machine meets them alike.
    rateOf(bodies, bareOne);
    rateOf(bodies, oursOne);
    for (let round = 0; round < ROUNDS; round += 1) pairs.push([rateOf(bodies, bareOne), rateOf(bodies, oursOne)]);
    yield figure(
      'contract',
      `response validations a second, ${name}`,
      median(pairs.map(([, rate]) => rate)),
      '1/s',
      goal,
    );
    const megabytes = bodies.map(({ length }) => length).reduce((sum, length) => sum + length, 0) / bodies.length / 1e6;
    yield figure('contract', `megabytes a second, ${name}`, median(pairs.map(([, rate]) => rate * megabytes)), 'MB/s');
    yield figure(
      'contract',
      `share of a bare ajv loop, ${name}`,
      median(pairs.map(([plain, rate]) => rate / plain)),
      '',
    );
  }
};
