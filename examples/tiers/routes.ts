import { setTimeout as pause } from 'node:timers/promises';
import type { FaultName } from './faults.ts';
import { RULES, takeOne, TIERS, type Bucket, type Tier } from './tiers.ts';

export interface Answer {
  readonly status: number;
  /** A text goes out as it is, anything else as JSON. */
  readonly body: unknown;
  readonly headers?: { readonly [name: string]: string };
}

/** What the API remembers. */
export interface World {
  readonly faults: Set<FaultName>;
  readonly keys: { readonly [tier in Tier]: string };
  readonly buckets: Map<Tier, Bucket>;
  readonly log: string[];
  readonly nowMs: () => number;
  answers: number;
}

export interface Call {
  readonly world: World;
  readonly method: string;
  readonly url: URL;
  readonly key: string | undefined;
  /** The body as JSON; undefined when it is none. */
  readonly json: () => Promise<unknown>;
}

type Handled = Call & { readonly tier: Tier };

const SYMBOLS = ['ALFA', 'BRAVO', 'CHARLIE', 'DELTA', 'ECHO', 'FOXTROT'] as const;
const HOUR_MS = 3_600_000;
const QUOTES = 400;
const LOG_LINES_MAX = 500;

const problem = (status: number, title: string, headers: { readonly [name: string]: string } = {}): Answer => ({
  status,
  body: { type: 'about:blank', title, status },
  headers: { 'content-type': 'application/problem+json', ...headers },
});

const forbidden = (tier: Tier): Answer => problem(403, `the ${tier} tier does not have this`);

const delayHours = ({ world, tier }: Handled): number => {
  if (world.faults.has('stale-for-all')) return 24;
  return world.faults.has('fresh-for-free') ? 0 : RULES[tier].delayHours;
};

/** A quote for every six minutes, newest first, as far as the tier may see. */
const quotesFor = (call: Handled, count: number): unknown[] => {
  const newest = call.world.nowMs() - delayHours(call) * HOUR_MS - 1000;
  return Array.from({ length: Math.min(count, QUOTES) }, (_, at) => ({
    symbol: SYMBOLS[at % SYMBOLS.length],
    price: 100 + (at % 17),
    at: new Date(newest - at * 360_000).toISOString(),
  }));
};

const quotes = async (call: Handled): Promise<Answer> => {
  if (call.world.faults.has('slow-quotes')) await pause(700);
  const asked = call.url.searchParams.get('size') ?? '10';
  const size = /^\d{1,5}$/.test(asked) ? Number(asked) : 0;
  if (size < 1) return problem(400, 'expected size as a whole number from 1');
  const most = call.world.faults.has('pages-open') ? size : RULES[call.tier].pageSizeMax;
  return { status: 200, body: { items: quotesFor(call, Math.min(size, most)) } };
};

const quote = async (call: Handled): Promise<Answer> => {
  if (call.world.faults.has('slow-quote')) await pause(450);
  const symbol = SYMBOLS.find((one) => call.url.pathname.endsWith(`/${one}`));
  if (symbol === undefined) return problem(404, 'there is no such symbol');
  const [newest] = quotesFor(call, 1) as [{ readonly at: string; readonly price: number }];
  return { status: 200, body: { symbol, price: newest.price, at: newest.at } };
};

const reports = async ({ world: { faults }, tier }: Handled): Promise<Answer> => {
  if (!RULES[tier].reports && !faults.has('reports-for-free')) return forbidden(tier);
  if (faults.has('slow-reports')) await pause(1000);
  const forecast = RULES[tier].forecast || (faults.has('forecast-for-pro') && tier === 'pro');
  return { status: 200, body: { month: '2026-10', average: 108, ...(forecast ? { forecast: 111 } : {}) } };
};

const exported = ({ world: { faults }, tier }: Handled): Answer =>
  RULES[tier].exports && !faults.has('no-exports')
    ? { status: 200, body: { url: '/v1/exports/2026-10.csv', rows: 1200 } }
    : forbidden(tier);

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const isCard = (value: unknown): boolean => /^\d{13,19}$/.test(text(value));

/** What of a payment is written down. Faults write more. */
const logPayment = (world: World, card: string, code: string, mail: string, key: string): void => {
  const { faults } = world;
  const line = {
    time: new Date(world.nowMs()).toISOString(),
    ...(faults.has('level-missing') ? {} : { level: 'info' }),
    message: 'payment taken',
    card: faults.has('card-in-logs') ? card : `**** ${card.slice(-4)}`,
    ...(faults.has('code-in-logs') ? { cvv: code } : {}),
    ...(faults.has('mail-in-logs') ? { customer: mail } : { customer: 'c-1' }),
    ...(faults.has('token-in-logs') ? { request: { 'x-api-key': key } } : {}),
  };
  world.log.push(faults.has('log-not-json') ? `INFO payment taken at ${line.time}` : JSON.stringify(line));
  if (world.log.length > LOG_LINES_MAX) world.log.shift();
};

const pay = async ({ world, json, key = '' }: Handled): Promise<Answer> => {
  const body = (await json()) as
    { readonly card?: unknown; readonly cvv?: unknown; readonly email?: unknown } | undefined;
  const card = text(body?.card);
  if (!isCard(card) || !/^\d{3,4}$/.test(text(body?.cvv))) return problem(422, 'expected card and cvv');
  logPayment(world, card, text(body?.cvv), text(body?.email), key);
  return {
    status: 201,
    body: {
      id: `p-${String(world.log.length)}`,
      card: world.faults.has('card-echoed') ? card : `**** ${card.slice(-4)}`,
    },
  };
};

/** The log of this API, for the owner of the enterprise key. */
const logs = ({ world, tier }: Handled): Answer =>
  tier === 'enterprise'
    ? {
        status: 200,
        body: world.log.map((line) => `${line}\n`).join(''),
        headers: { 'content-type': 'application/x-ndjson' },
      }
    : forbidden(tier);

interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: RegExp;
  readonly answer: (call: Handled) => Answer | Promise<Answer>;
}

const ROUTES: readonly Route[] = [
  { method: 'GET', path: /^\/v1\/quotes$/, answer: quotes },
  { method: 'GET', path: /^\/v1\/quotes\/[A-Z]{1,10}$/, answer: quote },
  { method: 'GET', path: /^\/v1\/reports$/, answer: reports },
  { method: 'GET', path: /^\/v1\/exports$/, answer: exported },
  { method: 'POST', path: /^\/v1\/payments$/, answer: pay },
  { method: 'GET', path: /^\/v1\/logs$/, answer: logs },
];

const limitOf = (tier: Tier, faults: World['faults']): number => {
  const { requestsPerSecond } = RULES[tier];
  return faults.has('limit-too-low') && tier === 'pro' ? Math.floor(requestsPerSecond / 2) : requestsPerSecond;
};

const limited = async (call: Handled, route: Route): Promise<Answer> => {
  const { world, tier } = call;
  const limit = limitOf(tier, world.faults);
  const bucket = world.buckets.get(tier) ?? { second: 0, used: 0 };
  world.buckets.set(tier, bucket);
  const { left, isOver } = takeOne(bucket, limit, world.nowMs());
  const told = world.faults.has('limit-untold')
    ? {}
    : {
        'ratelimit-limit': String(RULES[tier].requestsPerSecond),
        'ratelimit-remaining': String(left),
        'ratelimit-reset': '1',
      };
  if (isOver && !world.faults.has('no-limit'))
    return problem(429, 'too many requests', world.faults.has('wait-untold') ? told : { ...told, 'retry-after': '1' });
  const answer = await route.answer(call);
  return { ...answer, headers: { ...told, ...answer.headers } };
};

/** Headers that keep browsers from harm; each fault leaves one out, or says too much. */
export const safetyHeaders = (faults: World['faults']): { readonly [name: string]: string } => ({
  ...(faults.has('hsts-missing') ? {} : { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
  ...(faults.has('sniffing-allowed') ? {} : { 'x-content-type-options': 'nosniff' }),
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'cache-control': faults.has('cacheable') ? 'public, max-age=3600' : 'no-store',
  ...(faults.has('banner') ? { server: 'quotes/1.4.2 (node 24)' } : {}),
});

export const answerFor = async (call: Call): Promise<Answer> => {
  const { world, url, method, key } = call;
  if (url.pathname === '/healthz') return { status: 200, body: { status: 'ok' } };
  const matching = ROUTES.filter(({ path }) => path.test(url.pathname));
  if (matching.length === 0) return problem(404, 'there is nothing here');
  const route = matching.find((one) => one.method === (method === 'HEAD' ? 'GET' : method));
  if (route === undefined)
    return problem(405, 'another method is expected', { allow: matching.map((one) => one.method).join(', ') });
  const tier = TIERS.find((one) => world.keys[one] === key);
  if (tier === undefined) return problem(401, 'expected a key in x-api-key', { 'www-authenticate': 'ApiKey' });
  world.answers += 1;
  if (world.faults.has('errors-under-load') && world.answers % 10 === 0)
    return problem(500, 'something went wrong here');
  return limited({ ...call, tier }, route);
};
