import type { IncomingMessage } from 'node:http';
import { login, logout, requireCaller, whoAmI } from './auth-routes.ts';
import { BUGS, isBugName } from './bugs.ts';
import { getItem, listItems } from './catalog-routes.ts';
import { addLine, getCart, getOrder, openCart, placeOrder } from './checkout-routes.ts';
import { readJsonBody, Refusal, type Answer } from './http-answer.ts';
import type { Shop } from './shop-state.ts';

interface Call {
  readonly shop: Shop;
  readonly request: IncomingMessage;
  readonly query: URLSearchParams;
  /** The variable part of the path; empty where the route has none. */
  readonly id: string;
}

interface Route {
  readonly method: string;
  readonly path: RegExp;
  readonly answer: (call: Call) => Answer | Promise<Answer>;
}

const caller = ({ shop, request }: Call): ReturnType<typeof requireCaller> =>
  requireCaller(shop, request.headers.authorization);

const header = (request: IncomingMessage, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
};

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const onlyFromLoopback = (request: IncomingMessage): void => {
  if (!LOOPBACK.has(request.socket.remoteAddress ?? '')) throw new Refusal(404, 'not-found', 'there is nothing here');
};

/** POST /__bugs {name}: exactly this bug from now on; name null: none. */
const setBug = async ({ shop, request }: Call): Promise<Answer> => {
  onlyFromLoopback(request);
  const { name } = await readJsonBody(request);
  if (name !== null && !isBugName(name)) {
    throw new Refusal(422, 'unknown-bug', `name must be null or one of ${Object.keys(BUGS).join(', ')}`);
  }
  shop.bugs.clear();
  if (name !== null) shop.bugs.add(name);
  return { status: 200, body: { active: [...shop.bugs] } };
};

const listBugs = ({ shop, request }: Call): Answer => {
  onlyFromLoopback(request);
  return { status: 200, body: { active: [...shop.bugs], known: BUGS } };
};

const ROUTES: readonly Route[] = [
  { method: 'GET', path: /^\/healthz$/, answer: () => ({ status: 200, body: { status: 'ok', version: '1.0.0' } }) },
  { method: 'POST', path: /^\/login$/, answer: async ({ shop, request }) => login(shop, await readJsonBody(request)) },
  { method: 'POST', path: /^\/logout$/, answer: (call) => logout(call.shop, caller(call)) },
  { method: 'GET', path: /^\/me$/, answer: (call) => whoAmI(call.shop, caller(call)) },
  { method: 'GET', path: /^\/items$/, answer: ({ shop, query }) => listItems(shop, query) },
  {
    method: 'GET',
    path: /^\/items\/([^/]*)$/,
    answer: ({ shop, id, request }) => getItem(shop, id, header(request, 'if-none-match')),
  },
  { method: 'POST', path: /^\/carts$/, answer: (call) => openCart(call.shop, caller(call).user) },
  { method: 'GET', path: /^\/carts\/([^/]+)$/, answer: (call) => getCart(call.shop, caller(call).user, call.id) },
  {
    method: 'POST',
    path: /^\/carts\/([^/]+)\/lines$/,
    answer: async (call) => addLine(call.shop, caller(call).user, call.id, await readJsonBody(call.request)),
  },
  {
    method: 'POST',
    path: /^\/orders$/,
    answer: async (call) =>
      placeOrder(
        call.shop,
        caller(call).user,
        header(call.request, 'idempotency-key'),
        await readJsonBody(call.request),
      ),
  },
  { method: 'GET', path: /^\/orders\/([^/]+)$/, answer: (call) => getOrder(call.shop, caller(call).user, call.id) },
  { method: 'GET', path: /^\/__bugs$/, answer: listBugs },
  { method: 'POST', path: /^\/__bugs$/, answer: setBug },
];

/** @throws Refusal 404, 405 and whatever the route refuses */
export const answerFor = async (shop: Shop, request: IncomingMessage): Promise<Answer> => {
  const url = new URL(request.url ?? '/', 'http://shop.invalid');
  const matching = ROUTES.filter((route) => route.path.test(url.pathname));
  if (matching.length === 0) throw new Refusal(404, 'not-found', 'there is nothing here');
  const route = matching.find((candidate) => candidate.method === request.method);
  if (route === undefined) {
    throw new Refusal(
      405,
      'method-not-allowed',
      `expected ${matching.map((candidate) => candidate.method).join(' or ')}`,
    );
  }
  const id = decodeURIComponent(route.path.exec(url.pathname)?.[1] ?? '');
  return route.answer({ shop, request, query: url.searchParams, id });
};
