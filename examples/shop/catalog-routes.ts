import { createHash } from 'node:crypto';
import { Refusal, wholeNumber, type Answer } from './http-answer.ts';
import type { Item, Shop } from './shop-state.ts';

const SORTS: { readonly [sort: string]: (a: Item, b: Item) => number } = {
  id: (a, b) => a.id - b.id,
  name: (a, b) => a.name.localeCompare(b.name, 'en'),
  price: (a, b) => a.priceCents - b.priceCents,
  '-price': (a, b) => b.priceCents - a.priceCents,
};
const PARAMETERS = new Set(['limit', 'cursor', 'category', 'maxPriceCents', 'sort']);

const view = (shop: Shop, item: Item): object => {
  const { currency, ...rest } = item;
  return shop.bugs.has('missing-field') ? rest : { ...rest, currency };
};

const selected = (shop: Shop, query: URLSearchParams): Item[] => {
  const unknown = [...query.keys()].find((key) => !PARAMETERS.has(key));
  if (unknown !== undefined) throw new Refusal(400, 'unknown-parameter', `unknown parameter ${unknown.slice(0, 40)}`);
  const category = query.get('category');
  if (category !== null && !['books', 'tools', 'garden'].includes(category)) {
    throw new Refusal(400, 'bad-parameter', 'category must be books, tools or garden');
  }
  const maxText = query.get('maxPriceCents');
  const maxPriceCents =
    maxText === null ? Number.POSITIVE_INFINITY : wholeNumber('maxPriceCents', maxText, 0, 1_000_000);
  const order = SORTS[query.get('sort') ?? 'id'];
  if (order === undefined)
    throw new Refusal(400, 'bad-parameter', `sort must be one of ${Object.keys(SORTS).join(', ')}`);
  return [...shop.items.values()]
    .filter((item) => (category === null || item.category === category) && item.priceCents <= maxPriceCents)
    .sort(order);
};

/** GET /items: `cursor` is the position to go on from, as the answer's `next` gave it. */
export const listItems = (shop: Shop, query: URLSearchParams): Answer => {
  const items = selected(shop, query);
  const limit = wholeNumber('limit', query.get('limit') ?? '10', 1, 100);
  const from = wholeNumber('cursor', query.get('cursor') ?? '0', 0, 10_000);
  const page = items.slice(from, from + limit);
  const after = from + limit + (shop.bugs.has('page-gap') ? 1 : 0);
  return {
    status: 200,
    body: {
      items: page.map((item) => view(shop, item)),
      total: items.length,
      next: after < items.length ? String(after) : null,
    },
  };
};

/** GET /items/{itemId}, with an ETag; If-None-Match answers 304. */
export const getItem = (shop: Shop, idText: string, ifNoneMatch: string | undefined): Answer => {
  const id = wholeNumber('itemId', idText, 1, 999_999_999);
  const item = shop.items.get(id);
  if (item === undefined) throw new Refusal(404, 'item-not-found', `there is no item ${String(id)}`);
  const body = view(shop, item);
  const etag = `"${createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 16)}"`;
  const headers = { etag, 'cache-control': 'no-cache' };
  return ifNoneMatch === etag ? { status: 304, headers } : { status: 200, body, headers };
};
