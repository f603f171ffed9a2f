/** Articles, coupons, labels, manuals, greetings, feedback: places where input could become something else. */
import type { IncomingMessage } from 'node:http';
import { callerOf, letIn } from './callers.ts';
import type { Article, Garage } from './garage-state.ts';
import { fieldsOf, headerOf, notFound, Refusal, textField, type Answer } from './http-answer.ts';

const PAGE_MAX = 50;
const PAGE_DEFAULT = 20;

/** What the search would find if it were put into `name LIKE '%…%'`: quotes and conditions work, nothing else does. */
const searchedCarelessly = (articles: readonly Article[], search: string): readonly Article[] => {
  const condition = /^(.*)' AND '(\w+)'='(\w+)$/u.exec(search);
  const text = (condition?.[1] ?? search).replaceAll("''", "'");
  if (condition === null && (search.split("'").length - 1) % 2 === 1)
    throw new Refusal(500, `SQLITE_ERROR: unrecognized token: "'%${search}%'"`);
  return condition !== null && condition[2] !== condition[3] ? [] : articles.filter(({ name }) => name.includes(text));
};

const searched = ({ articles, flaws }: Garage, search: string): readonly Article[] => {
  const all = [...articles.values()];
  if (flaws.has('search-sql-error')) return searchedCarelessly(all, search);
  if (!flaws.has('search-sql-blind')) return all.filter(({ name }) => name.includes(search));
  try {
    return searchedCarelessly(all, search);
  } catch {
    throw new Refusal(400, 'the search is not valid');
  }
};

export const listArticles = (garage: Garage, query: URLSearchParams): Answer => {
  const limit = Number(query.get('limit') ?? PAGE_DEFAULT);
  if (!Number.isInteger(limit) || limit < 1) throw new Refusal(400, 'limit must be a whole number from 1');
  const found = searched(garage, query.get('search') ?? '');
  const size = garage.flaws.has('pages-unbounded') ? limit : Math.min(limit, PAGE_MAX);
  return { status: 200, body: { articles: found.slice(0, size), total: found.length } };
};

export const readArticle = ({ articles }: Garage, sku: string): Answer => {
  const article = articles.get(sku);
  if (article === undefined) throw notFound();
  return { status: 200, body: article };
};

/** With `hidden-method`. */
export const changeArticle = ({ articles }: Garage, request: IncomingMessage, sku: string, text: string): Answer => {
  const name = textField(fieldsOf(request, text), 'name');
  const article = articles.get(sku);
  if (article === undefined) throw notFound();
  article.name = name;
  return { status: 200, body: article };
};

/** With `coupons-operators` a code may be `code[$ne]=…`, as a careless query of a document store has it. */
const couponsFor = ({ coupons, flaws }: Garage, query: URLSearchParams): Garage['coupons'] => {
  const other = flaws.has('coupons-operators') ? query.get('code[$ne]') : null;
  if (other !== null) return coupons.filter(({ code }) => code !== other);
  const code = query.get('code');
  return code === null ? [] : coupons.filter((coupon) => coupon.code === code);
};

export const findCoupons = async (
  garage: Garage,
  request: IncomingMessage,
  query: URLSearchParams,
): Promise<Answer> => {
  await letIn(garage, request, garage.flaws.has('coupons-open'), garage.flaws.has('any-token'));
  return { status: 200, body: { coupons: couponsFor(garage, query) } };
};

const EXPRESSION = /\{\{\s*(\d{1,6})\s*\*\s*(\d{1,6})\s*\}\}/gu;

export const printLabel = async (garage: Garage, request: IncomingMessage, text: string): Promise<Answer> => {
  await letIn(garage, request, garage.flaws.has('labels-open'), false);
  const label = textField(fieldsOf(request, text), 'text');
  const printed = garage.flaws.has('label-template')
    ? label.replaceAll(EXPRESSION, (_whole, left: string, right: string) => String(Number(left) * Number(right)))
    : label;
  return { status: 200, body: { label: `** ${printed} **` } };
};

const SHELL = /[;|&]\s*echo (\w+)\$\(\((\d{1,6})\+(\d{1,6})\)\)/u;

/** Nothing is pinged: what a shell would print is made up where it is reached. */
export const ping = async (garage: Garage, request: IncomingMessage, query: URLSearchParams): Promise<Answer> => {
  await callerOf(garage, request);
  const host = query.get('host') ?? '';
  const [, word = '', left = '', right = ''] = (garage.flaws.has('ping-shell') ? SHELL.exec(host) : undefined) ?? [];
  if (word !== '')
    return { status: 200, body: { output: `1 packet sent\n${word}${String(Number(left) + Number(right))}\n` } };
  if (!/^[\w.-]{1,80}$/u.test(host)) throw new Refusal(400, 'host must be a name');
  return { status: 200, body: { output: `1 packet sent to ${host}` } };
};

const MANUALS: { readonly [name: string]: string } = {
  'tyres.txt': 'Check the pressure monthly.',
  'lamps.txt': 'Replace lamps in pairs.',
};
/** What lies outside in the world of this example. */
const HOST_FILES: { readonly [path: string]: string } = {
  'etc/passwd': 'root:x:0:0:root:/root:/bin/sh\ngarage:x:1000:1000::/nonexistent:/bin/false\n',
};

export const readManual = async (garage: Garage, request: IncomingMessage, query: URLSearchParams): Promise<Answer> => {
  await callerOf(garage, request);
  const name = query.get('file') ?? '';
  const outside = garage.flaws.has('manuals-anywhere') ? HOST_FILES[name.replace(/^(?:\.\.\/)+/u, '')] : undefined;
  const text = outside ?? (Object.hasOwn(MANUALS, name) ? MANUALS[name] : undefined);
  if (text === undefined) throw notFound();
  return { status: 200, body: text, headers: { 'content-type': 'text/plain; charset=utf-8' } };
};

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

export const greet = ({ flaws }: Garage, query: URLSearchParams): Answer => {
  const name = query.get('name') ?? 'you';
  return {
    status: 200,
    body: `<!doctype html><title>Garage</title><p>Welcome, ${flaws.has('greeting-markup') ? name : escaped(name)}.`,
    headers: { 'content-type': 'text/html; charset=utf-8' },
  };
};

const entitiesOf = (text: string): ReadonlyMap<string, string> =>
  new Map([...text.matchAll(/<!ENTITY\s+(\w+)\s+"([^"]*)"\s*>/gu)].map(([, name = '', value = '']) => [name, value]));

const expanded = (text: string, entities: ReadonlyMap<string, string>, depth = 0): string =>
  depth > 4
    ? text
    : text.replaceAll(/&(\w+);/gu, (whole, name: string) =>
        entities.has(name) ? expanded(entities.get(name) ?? '', entities, depth + 1) : whole,
      );

/** JSON or XML; a document type is refused unless entities are expanded. */
export const takeFeedback = ({ flaws }: Garage, request: IncomingMessage, text: string): Answer => {
  if (headerOf(request, 'content-type')?.startsWith('application/xml') !== true)
    return { status: 200, body: { thanks: textField(fieldsOf(request, text), 'message') } };
  if (text.includes('<!') && !flaws.has('feedback-entities')) throw new Refusal(400, 'document types are not taken');
  const message = /<message>([^<]*)<\/message>/u.exec(text)?.[1];
  if (message === undefined) throw new Refusal(422, 'expected a message');
  return { status: 200, body: { thanks: expanded(message, entitiesOf(text)) } };
};

/** The status page may be asked 20 times a second by each caller. */
export const LIMIT_PER_SECOND = 20;

export const status = async (garage: Garage, request: IncomingMessage): Promise<Answer> => {
  const { name } = await callerOf(garage, request);
  const second = Math.floor(garage.nowMs() / 1000);
  const known = garage.counted.get(name);
  const count = known?.second === second ? known.count + 1 : 1;
  garage.counted.set(name, { second, count });
  const isTold = !garage.flaws.has('no-limit-headers');
  const headers: { [name: string]: string } = isTold
    ? {
        'x-ratelimit-limit': String(LIMIT_PER_SECOND),
        'x-ratelimit-remaining': String(Math.max(0, LIMIT_PER_SECOND - count)),
      }
    : {};
  if (count > LIMIT_PER_SECOND && !garage.flaws.has('no-rate-limit'))
    throw new Refusal(429, 'slower, please', isTold ? { ...headers, 'retry-after': '1' } : {});
  return { status: 200, body: { state: 'open' }, headers };
};
