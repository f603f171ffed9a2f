/** What the API of each example answers, and what else an example needs: enough for every one of its cases to pass. */
import type { HttpRequest } from '#ports/http';
import type { Delivery } from '#ports/webhook-catcher';
import type { EnginePorts } from '#engines/functional/ports';
import type { Reply } from '../engines/functional/scripted-http.ts';

type Answer =
  Reply | ((body: Readonly<Record<string, unknown>>, url: URL, before: number, request: HttpRequest) => Reply);

export interface Script {
  /** By `METHOD /path`; the longest beginning that fits counts. */
  readonly answers: { readonly [operation: string]: Answer };
  /** Files beside the suite. */
  readonly files?: { readonly [file: string]: string };
  readonly ports?: Partial<EnginePorts>;
  /** Milliseconds that the clock is moved by again and again while the suite runs. */
  readonly moves?: number;
}

const json = (value: unknown, status = 200): Reply => ({ status, json: value });
const created = (value: unknown = {}): Reply => json(value, 201);
const bearer = ({ headers }: HttpRequest): string => headers.find(([name]) => name === 'authorization')?.[1] ?? '';
const NOW = 1_800_000_000_000;
const PRICES: { readonly [sku: string]: number } = { 'A-1': 10, 'A-2': 20 };
const price: Answer = (_body, url) => json({ total: PRICES[url.pathname.slice('/prices/'.length)] });
const CSV = 'sku,total\nA-1,10\n\nA-2,20\n';
const TAG = '"v1"';
const HEADERS = [
  ['etag', TAG],
  ['cache-control', 'max-age=60'],
  ['vary', 'accept'],
  ['content-type', 'application/json'],
] as const;

const delivery = (number: number, answered: number): Delivery => ({
  number,
  method: 'POST',
  path: '/',
  query: {},
  headers: {},
  body: { payment: 'p-1' },
  atEpochMs: NOW + number,
  afterMs: number,
  sinceLastMs: number === 1 ? null : 1,
  answered,
  signature: 'valid',
});

const cached: Answer = (_body, _url, _before, request) => {
  const tag = request.headers.find(([name]) => name.toLowerCase() === 'if-none-match')?.[1];
  if (tag === TAG) return { status: 304, headers: HEADERS };
  return { headers: HEADERS, text: request.method === 'HEAD' ? '' : '{"eur":1}' };
};

const ORDER = {
  id: 7,
  total: 42.5,
  quantity: 2,
  lines: [{ sku: 'A-1' }],
  customer: { name: 'Ann', email: 'ann@example.com' },
};

export const SCRIPTS: { readonly [example: string]: Script } = {
  first: {
    answers: {
      'POST /login': json({ token: 't-1' }),
      'POST /orders': { ...created(ORDER), headers: [['location', '/orders/7']] },
      'GET /orders/7': json(ORDER),
    },
  },
  facts: {
    answers: {
      'GET /prices/A-1': (_body, url) => json({ currency: url.search.includes('tag=new&tag=sale') ? 'EUR' : '?' }),
    },
  },
  requests: {
    answers: {
      'POST /form': json({}),
      'POST /files': created(),
      'PUT /notes/1': json({}),
      'GET /old': json({}),
    },
    files: { 'data/contract.txt': 'We agree.' },
  },
  dependencies: {
    answers: {
      'POST /migrations': json({}),
      'POST /token': json({ access: 'a-1' }),
      'POST /things': created({ id: 't1' }),
      'GET /things/t1': json({ id: 't1' }),
    },
  },
  subjects: {
    answers: {
      'GET /orders/1': {
        headers: [['content-type', 'application/json']],
        text: JSON.stringify({ ...ORDER, total: 7, legacy: undefined }),
      },
    },
    files: { 'line.schema.json': '{"type":"object","required":["sku"]}' },
  },
  operators: {
    answers: {
      'GET /operators': json({
        name: 'Ann',
        total: 12.5,
        tags: ['new', 'old'],
        flags: { beta: true },
        orders: [
          { id: 1, total: 9, status: 'paid', lines: ['A-1'] },
          { id: 2, total: 3, status: 'open', lines: ['A-2', 'A-1'] },
        ],
        createdAt: '2020-01-01T00:00:00Z',
        updatedAt: NOW - 1000,
      }),
    },
  },
  captures: {
    answers: {
      'POST /orders': {
        status: 201,
        headers: [
          ['location', '/orders/5'],
          ['server', 'nginx/1'],
          ['content-type', 'application/json'],
        ],
        text: '{"id":5,"lines":[{"sku":"A-1"}],"self":"https://api.test/orders/5","text":"no. 12"}',
      },
      'GET /orders/5': (_body, url) =>
        json({ id: url.search === '?sku=A-1&after=12&was=201&by=nginx' ? 5 : url.search }),
    },
  },
  variables: {
    answers: {
      'POST /search/acme': (body) =>
        json({ size: body['note'] === 'run r1, {{not a variable}}' ? body['size'] : null }),
    },
  },
  generators: {
    answers: {
      'POST /people': ({ age, until, reference }) =>
        Number.isInteger(age) && /^\d{4}-\d\d-\d\d$/u.test(String(until)) && /^ref-\w{8}$/u.test(String(reference))
          ? created()
          : json({}, 400),
    },
  },
  personas: { answers: { 'POST /people': ({ may }) => json({ city: Array.isArray(may) ? 'Nowhere' : null }) } },
  rows: {
    answers: { 'GET /prices': price, 'GET /offers': json({}) },
    files: { 'data/prices.csv': CSV },
  },
  flows: {
    answers: {
      'POST /orders': ({ sku }) => created({ id: `o-${String(sku)}` }),
      'GET /orders': (_body, url) => json({ sku: url.pathname.slice('/orders/o-'.length) }),
      'POST /invoices': ({ orders }) => created({ open: (orders as string[]).map((id) => ({ id })) }),
      'DELETE /orders': { status: 204 },
    },
  },
  fragments: {
    answers: {
      'POST /login': ({ name, password }) =>
        json({ token: `t-${String(name)}-${String(password).length > 0 ? 'in' : ''}` }),
      'POST /shares': (_body, _url, _before, request) =>
        bearer(request) === 'Bearer t-alice-in' ? created() : json({}, 403),
      'GET /shares': (_body, _url, _before, request) =>
        json(bearer(request) === 'Bearer t-bob-in' ? [{ by: 'alice' }] : []),
    },
  },
  shared: {
    answers: { 'GET /status': json({}) },
    files: {
      'shared.yaml':
        "fragments:\n  ping:\n    parameters: { path: {} }\n    cases: [{ id: ping, request: { method: GET, path: '{{path}}' }, checks: [{ status: 200 }] }]\n",
    },
  },
  ready: {
    answers: {
      'GET /orders': json({}, 404),
      'GET /health': json({ status: 'ok' }),
      'GET /rates': cached,
      'HEAD /rates': cached,
    },
  },
  setup: {
    answers: {
      'POST /tenants': created({ id: 't1' }),
      'POST /tenants/t1/carts': created({ id: 'c1' }),
      'POST /tenants/t1/orders': ({ cart }) => json({}, cart === 'c1' ? 201 : 400),
      'DELETE /carts/c1': { status: 204 },
      'DELETE /tenants/t1': { status: 204 },
    },
  },
  creates: { answers: { 'POST /documents': created({ id: 'd1' }), 'DELETE /documents/d1': { status: 204 } } },
  requires: { answers: { 'POST /payments': created() } },
  poll: {
    answers: { 'GET /documents/7': (_body, _url, before) => json({ state: before < 2 ? 'open' : 'signed' }) },
    moves: 10,
  },
  times: { answers: { 'GET /report': (_body, _url, before) => json({}, before === 0 ? 404 : 200) } },
  client: { answers: { 'POST /orders': created(), 'GET /limited': json({}, 429) } },
  token: {
    answers: {
      'POST /token': (_body, _url, before) => json({ access_token: `t-${String(before)}`, expires_in: 3600 }),
      'GET /me': (_body, _url, _before, request) => json({}, bearer(request) === 'Bearer t-0' ? 401 : 200),
    },
  },
  webhooks: {
    answers: {
      'POST /payments': ({ callback }) => json({ id: 'p-1' }, callback === 'https://hooks.test/1' ? 202 : 400),
    },
    ports: {
      webhooks: {
        open: () =>
          Promise.resolve({
            url: 'https://hooks.test/1',
            deliveries: () => Promise.resolve([delivery(1, 500), delivery(2, 200)]),
            close: () => Promise.resolve(),
          }),
      },
    },
  },
  messages: {
    answers: {},
    ports: {
      messages: {
        publish: () => Promise.resolve({ messageId: 'm-1' }),
        take: () =>
          Promise.resolve([
            {
              number: 1,
              id: 'm-2',
              body: { order: 'o-r1', total: 5 },
              attributes: {},
              receiveCount: 1,
              sentAtEpochMs: NOW,
            },
          ]),
      },
    },
  },
  documents: {
    answers: { 'GET /healthz': json({ status: 'ok' }) },
    files: {
      'openapi.yaml': `openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /healthz:
    get:
      responses:
        '200':
          description: It works.
          content:
            application/json:
              schema: { type: object, required: [status], properties: { status: { type: string } } }
`,
    },
  },
};

const bodyOf = ({ body }: HttpRequest): Readonly<Record<string, unknown>> => {
  try {
    return JSON.parse(new TextDecoder().decode(body)) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
};

/** Answers as the script says; 501 where it says nothing. */
export const replyFrom = ({ answers }: Script) => {
  const operations = Object.keys(answers).sort((a, b) => b.length - a.length);
  return (request: HttpRequest, url: URL, before: number): Reply => {
    const found = operations.find((operation) => `${request.method} ${url.pathname}`.startsWith(operation));
    const answer = found === undefined ? json({ unknown: url.pathname }, 501) : answers[found];
    return typeof answer === 'function' ? answer(bodyOf(request), url, before, request) : (answer ?? json({}, 501));
  };
};
