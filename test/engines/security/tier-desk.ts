/** A small API with two tiers to hold a matrix against; every row of it can be broken by name. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Json } from '#core/units';

export const BREAKS = [
  'free-exports',
  'pro-no-export',
  'free-sees-depth',
  'pro-misses-depth',
  'free-too-early',
  'pro-too-late',
  'free-large-pages',
  'free-small-pages',
  'free-unlimited',
  'free-half-limit',
  'limit-silent',
] as const;
export type Break = (typeof BREAKS)[number];

const HOUR_MS = 3_600_000;
const LIMITS: { readonly [tier: string]: number } = { free: 10, pro: 40 };

export interface TierDesk {
  readonly url: string;
  readonly close: () => Promise<void>;
}

export const startTierDesk = async (broken: readonly Break[], windowMs = 1000): Promise<TierDesk> => {
  const is = (name: Break): boolean => broken.includes(name);
  const counts = new Map<string, number>();
  const quotes = (tier: string): Json[] => {
    const delayHours = tier === 'free' && !is('free-too-early') ? 24 : tier === 'pro' && is('pro-too-late') ? 30 : 0;
    return Array.from({ length: 60 }, (_, at) => ({
      at: new Date(Date.now() - (delayHours + 0.1 + at) * HOUR_MS).toISOString(),
      price: 100 + at,
      ...((tier === 'pro' && !is('pro-misses-depth')) || (tier === 'free' && is('free-sees-depth'))
        ? { depth: [at] }
        : {}),
    }));
  };
  const pageMax = (tier: string): number =>
    tier === 'pro' ? 50 : is('free-large-pages') ? 50 : is('free-small-pages') ? 4 : 5;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://desk.invalid');
    const tier = { 'key-free-1': 'free', 'key-pro-1': 'pro' }[String(request.headers['x-api-key'])] ?? '';
    const reply = (status: number, body: Json, headers: { readonly [name: string]: string } = {}): void => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
    };
    if (tier === '') {
      reply(401, { error: 'no key' });
      return;
    }
    const window = Math.floor(Date.now() / windowMs);
    if (url.pathname === '/ping') {
      const key = `${tier} ${String(window)}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      const limit = (LIMITS[tier] ?? 0) / (tier === 'free' && is('free-half-limit') ? 2 : 1);
      const isOver = (counts.get(key) ?? 0) > limit && !(tier === 'free' && is('free-unlimited'));
      const told: { readonly [name: string]: string } = is('limit-silent')
        ? {}
        : { 'ratelimit-limit': String(limit), ...(isOver ? { 'retry-after': '1' } : {}) };
      reply(isOver ? 429 : 200, { ok: !isOver }, told);
    } else if (url.pathname === '/quotes') {
      const asked = Number(url.searchParams.get('limit') ?? '3');
      if (tier === 'free' && is('free-small-pages') && asked > 4) reply(400, { error: 'too many' });
      else reply(200, { items: quotes(tier).slice(0, Math.min(asked, pageMax(tier))) });
    } else if (url.pathname === '/export') {
      const isAllowed = (tier === 'pro' && !is('pro-no-export')) || (tier === 'free' && is('free-exports'));
      reply(isAllowed ? 200 : 403, isAllowed ? { rows: [1, 2, 3] } : { error: 'not in your plan' });
    } else reply(404, { error: 'nothing here' });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
};

const get = (parameters: Json = []): Json => ({
  get: { parameters, responses: { 200: { description: 'ok', content: { 'application/json': {} } } } },
});

export const deskDocument: Json = {
  openapi: '3.0.3',
  info: { title: 'Desk', version: '1' },
  security: [{ key: [] }],
  components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'x-api-key' } } },
  paths: {
    '/ping': get(),
    '/quotes': get([{ name: 'limit', in: 'query', schema: { type: 'integer' } }]),
    '/export': get(),
  },
};
