import type { IncomingMessage } from 'node:http';
import * as accounts from './account-routes.ts';
import type { FlawName } from './flaws.ts';
import type { Garage } from './garage-state.ts';
import { fieldsOf, notFound, readText, Refusal, type Answer } from './http-answer.ts';
import * as orders from './order-routes.ts';
import * as outward from './outward-routes.ts';
import * as shop from './shop-routes.ts';

interface Call {
  readonly garage: Garage;
  readonly request: IncomingMessage;
  readonly query: URLSearchParams;
  /** The variable part of the path; empty where the route has none. */
  readonly id: string;
  /** The body; empty where the method has none. */
  readonly text: string;
}

interface Route {
  readonly method: string;
  readonly path: RegExp;
  readonly answer: (call: Call) => Answer | Promise<Answer>;
  /** It is there with this flaw only. */
  readonly flaw?: FlawName;
}

const ORDER = /^\/orders\/([^/]+)$/u;
const ARTICLE = /^\/articles\/([^/]+)$/u;

const ROUTES: readonly Route[] = [
  {
    method: 'POST',
    path: /^\/sessions$/u,
    answer: ({ garage, request, text }) => accounts.login(garage, fieldsOf(request, text)),
  },
  {
    method: 'POST',
    path: /^\/visits$/u,
    answer: ({ garage, request, text }) => accounts.openVisit(garage, fieldsOf(request, text)),
  },
  {
    method: 'PUT',
    path: /^\/preferences$/u,
    answer: ({ garage, request, text }) => accounts.savePreferences(garage, request, text),
  },
  { method: 'GET', path: /^\/me$/u, answer: ({ garage, request }) => accounts.profile(garage, request) },
  {
    method: 'PATCH',
    path: /^\/me$/u,
    answer: ({ garage, request, text }) => accounts.changeProfile(garage, request, text),
  },
  { method: 'GET', path: /^\/admin\/users$/u, answer: ({ garage, request }) => accounts.listUsers(garage, request) },
  {
    method: 'POST',
    path: /^\/admin\/articles$/u,
    answer: ({ garage, request, text }) => accounts.addArticle(garage, request, text),
  },
  {
    method: 'DELETE',
    path: /^\/admin\/articles\/([^/]+)$/u,
    answer: ({ garage, request, id }) => accounts.removeArticle(garage, request, id),
  },
  { method: 'GET', path: /^\/orders$/u, answer: ({ garage, request }) => orders.listOrders(garage, request) },
  {
    method: 'POST',
    path: /^\/orders$/u,
    answer: ({ garage, request, text }) => orders.addOrder(garage, request, text),
  },
  { method: 'GET', path: ORDER, answer: ({ garage, request, id }) => orders.readOrder(garage, request, id) },
  {
    method: 'PUT',
    path: ORDER,
    answer: ({ garage, request, id, text }) => orders.changeOrder(garage, request, id, text),
  },
  { method: 'DELETE', path: ORDER, answer: ({ garage, request, id }) => orders.removeOrder(garage, request, id) },
  { method: 'GET', path: /^\/articles$/u, answer: ({ garage, query }) => shop.listArticles(garage, query) },
  { method: 'GET', path: ARTICLE, answer: ({ garage, id }) => shop.readArticle(garage, id) },
  {
    method: 'PUT',
    path: ARTICLE,
    flaw: 'hidden-method',
    answer: ({ garage, request, id, text }) => shop.changeArticle(garage, request, id, text),
  },
  {
    method: 'GET',
    path: /^\/coupons$/u,
    answer: ({ garage, request, query }) => shop.findCoupons(garage, request, query),
  },
  {
    method: 'POST',
    path: /^\/labels$/u,
    answer: ({ garage, request, text }) => shop.printLabel(garage, request, text),
  },
  {
    method: 'GET',
    path: /^\/diagnostics\/ping$/u,
    answer: ({ garage, request, query }) => shop.ping(garage, request, query),
  },
  {
    method: 'GET',
    path: /^\/manuals$/u,
    answer: ({ garage, request, query }) => shop.readManual(garage, request, query),
  },
  { method: 'GET', path: /^\/greeting$/u, answer: ({ garage, query }) => shop.greet(garage, query) },
  {
    method: 'POST',
    path: /^\/feedback$/u,
    answer: ({ garage, request, text }) => shop.takeFeedback(garage, request, text),
  },
  { method: 'GET', path: /^\/status$/u, answer: ({ garage, request }) => shop.status(garage, request) },
  {
    method: 'POST',
    path: /^\/imports$/u,
    answer: ({ garage, request, text }) => outward.startImport(garage, request, text),
  },
  { method: 'GET', path: /^\/goto$/u, answer: ({ garage, query }) => outward.goTo(garage, query) },
  { method: 'GET', path: /^\/home$/u, answer: ({ garage }) => outward.home(garage) },
  {
    method: 'GET',
    path: /^\/\.well-known\/jwks\.json$/u,
    answer: ({ garage }) => ({
      status: 200,
      body: { keys: [{ ...garage.publicKey.export({ format: 'jwk' }), kid: 'garage-1', alg: 'RS256', use: 'sig' }] },
    }),
  },
  {
    method: 'GET',
    path: /^\/debug$/u,
    flaw: 'debug-page',
    answer: ({ garage }) => ({
      status: 200,
      body: { users: [...garage.users.keys()], flaws: [...garage.flaws], orders: garage.orders.size },
    }),
  },
];

const withoutVersion = ({ flaws }: Garage, path: string): string => {
  const [, version, rest] = /^\/v(\d+)(\/.*)$/u.exec(path) ?? [];
  if (rest === undefined || !(version === '2' || (version === '1' && flaws.has('old-version')))) throw notFound();
  return rest;
};

const echoed = (request: IncomingMessage): Answer => ({
  status: 200,
  body: `TRACE ${request.url ?? ''} HTTP/1.1\n${Object.entries(request.headers)
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join('\n')}`,
  headers: { 'content-type': 'message/http' },
});

/** @throws Refusal 404, 405 and whatever the route refuses */
export const answerFor = async (garage: Garage, request: IncomingMessage): Promise<Answer> => {
  if (request.method === 'TRACE' && garage.flaws.has('trace-on')) return echoed(request);
  const url = new URL(request.url ?? '/', 'http://garage.invalid');
  const path = withoutVersion(garage, url.pathname);
  const there = ROUTES.filter(
    ({ flaw, path: form }) => form.test(path) && (flaw === undefined || garage.flaws.has(flaw)),
  );
  if (there.length === 0) throw notFound();
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const route = there.find((candidate) => candidate.method === method);
  if (route === undefined)
    throw new Refusal(405, 'this method is not for this path', { allow: there.map((one) => one.method).join(', ') });
  const id = decodeURIComponent(route.path.exec(path)?.[1] ?? '');
  const text =
    method === 'GET' || method === 'DELETE' ? '' : await readText(request, garage.flaws.has('bodies-unbounded'));
  return route.answer({ garage, request, query: url.searchParams, id, text });
};
