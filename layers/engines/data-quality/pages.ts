import {
  PAGES_MAX_DEFAULT,
  type DataRequest,
  type ListTotal,
  type NextPage,
  type PagedList,
} from '#core/acts/data-request';
import { shortJson } from '#core/json-types';
import type { Json } from '#core/units';
import { addressOf, headerOf, nameOf, WrongAnswer, type AskedJson, type Asker } from '#engines/data-quality/ask';
import { applyPath } from '#engines/functional/json-path';

export interface Page {
  /** From 1. */
  readonly number: number;
  readonly request: DataRequest;
  readonly answer: AskedJson;
  readonly items: readonly Json[];
}

/** Why a walk stopped. Only `ended` is as it should be. */
export type WalkEnd =
  | { readonly kind: 'ended' }
  | { readonly kind: 'loop'; readonly message: string }
  | { readonly kind: 'endless'; readonly message: string }
  | { readonly kind: 'astray'; readonly message: string };

export interface WalkedList {
  readonly pages: readonly Page[];
  readonly end: WalkEnd;
}

/** Elements of all pages together; more are kept by nobody. */
const ITEMS_MAX = 1_000_000;

/** The elements of a page: those of the one list, or what the path gives. */
export const itemsOf = (path: string, answer: AskedJson, request: DataRequest): readonly Json[] => {
  const { singular, values } = applyPath(path, answer.json);
  if (!singular) return values;
  const [list] = values;
  if (Array.isArray(list)) return list as readonly Json[];
  const got = shortJson(list, 80);
  throw new WrongAnswer({
    check: `the answer has a list at ${path}`,
    passed: false,
    expected: 'a list',
    got,
    path,
    message: `expected a list from ${nameOf(request)}, got ${got}`,
  });
};

/** URL of a relation in Link headers (RFC 8288); parameters may be quoted, relations are a list. */
export const linkOf = (header: string | undefined, relation: string): string | undefined => {
  for (const match of (header ?? '').matchAll(/<([^>]*)>((?:\s*;\s*[^\s=;,]+(?:\s*=\s*(?:"[^"]*"|[^\s";,]+))?)*)/gu)) {
    const rel = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s";,]+))/iu.exec(match[2] ?? '');
    const relations = (rel?.[1] ?? rel?.[2] ?? '').toLowerCase().split(/\s+/u);
    if (relations.includes(relation.toLowerCase())) return match[1];
  }
  return undefined;
};

const textAt = (path: string, json: Json): string | undefined => {
  const [value] = applyPath(path, json).values;
  if (value === undefined || value === null || value === '' || value === false) return undefined;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

const withParameter = (request: DataRequest, name: string, value: string | number): DataRequest => {
  const url = new URL(addressOf(request), 'http://list.invalid');
  url.searchParams.set(name, String(value));
  const { query: _, ...rest } = request;
  const absolute = /^https?:/iu.test(request.path);
  return { ...rest, path: absolute ? url.href : `${url.pathname}${url.search}` };
};

const atUrl = (request: DataRequest, url: string | undefined, answer: AskedJson): DataRequest | undefined => {
  if (url === undefined) return undefined;
  const { query: _, ...rest } = request;
  return { ...rest, path: URL.parse(url, answer.url)?.href ?? url };
};

/** What the walk knows when it looks for the next page. */
interface Progress {
  readonly list: PagedList;
  readonly next: NextPage;
  readonly pages: readonly Page[];
  readonly seen: number;
  readonly total: number | undefined;
}

/** An empty page is the last; so is one that reaches the total. A short one may be a mistake, so the next is asked for. */
const isLast = ({ pages, seen, total }: Progress): boolean =>
  pages.at(-1)?.items.length === 0 || (total !== undefined && seen >= total);

const nextRequest = (progress: Progress): DataRequest | undefined => {
  const { next, list, pages, seen } = progress;
  const last = pages.at(-1);
  if (last === undefined) return list.request;
  const { answer, request } = last;
  if ('link' in next) return atUrl(request, linkOf(headerOf(answer.headers, 'link'), next.link), answer);
  if ('url' in next) return atUrl(request, textAt(next.url, answer.json), answer);
  if ('cursor' in next) {
    const cursor = textAt(next.cursor, answer.json);
    return cursor === undefined ? undefined : withParameter(list.request, next.parameter, cursor);
  }
  if (isLast(progress)) return undefined;
  if ('offset' in next) return withParameter(list.request, next.offset, startOf(list.request, next.offset) + seen);
  return withParameter(list.request, next.page, startOf(list.request, next.page, next.first ?? 1) + pages.length);
};

const startOf = (request: DataRequest, parameter: string, otherwise = 0): number => {
  const given = new URL(addressOf(request), 'http://list.invalid').searchParams.get(parameter);
  return given === null || !Number.isFinite(Number(given)) ? otherwise : Number(given);
};

/** The total that a page tells; undefined when it tells none, or none that is a number. */
export const totalOf = (total: ListTotal | undefined, answer: AskedJson): number | undefined => {
  if (total === undefined) return undefined;
  const told = 'path' in total ? textAt(total.path, answer.json) : headerOf(answer.headers, total.header);
  const number = Number(told ?? Number.NaN);
  return Number.isFinite(number) ? number : undefined;
};

const astray = (request: DataRequest, answer: AskedJson): string | undefined => {
  if (!/^https?:/iu.test(request.path)) return undefined;
  const [from, to] = [new URL(answer.url), URL.parse(request.path)];
  return to?.origin === from.origin
    ? undefined
    : `expected the next page at ${from.origin}, got ${to?.origin ?? request.path}`;
};

/** What is asked for after a short page may be refused: the list ended there. */
const mayBeRefused = ({ next }: PagedList, pages: readonly Page[]): boolean =>
  next !== undefined &&
  ('offset' in next || 'page' in next) &&
  pages.length > 0 &&
  (pages.at(-1)?.items.length ?? 0) < (pages[0]?.items.length ?? 0);

const askPage = async (request: DataRequest, asking: Asker, refusable: boolean): Promise<AskedJson | undefined> => {
  try {
    return await asking.askJson(request);
  } catch (error) {
    const status = error instanceof WrongAnswer ? error.check.got : undefined;
    if (refusable && typeof status === 'number' && [400, 404, 416, 422].includes(status)) return undefined;
    throw error;
  }
};

/**
 * Goes through the pages of a list, one after the other, until there is no next one, a page comes again, or there are too many.
 *
 * @throws NoAnswer, WrongAnswer
 */
export const walkPages = async (list: PagedList, asking: Asker, total?: ListTotal): Promise<WalkedList> => {
  const pages: Page[] = [];
  const asked = new Set<string>();
  const pagesMax = list.pagesMax ?? PAGES_MAX_DEFAULT;
  let seen = 0;
  let told: number | undefined;
  let request: DataRequest | undefined = list.request;
  while (request !== undefined) {
    const address = addressOf(request);
    if (asked.has(address))
      return { pages, end: { kind: 'loop', message: `expected each page once, got ${address} twice` } };
    if (pages.length >= pagesMax || seen > ITEMS_MAX)
      return {
        pages,
        end: { kind: 'endless', message: `expected at most ${String(pagesMax)} pages, got one more: ${address}` },
      };
    asked.add(address);
    const answer: AskedJson | undefined = await askPage(request, asking, mayBeRefused(list, pages));
    if (answer === undefined) break;
    const items = itemsOf(list.items, answer, request);
    pages.push({ number: pages.length + 1, request, answer, items });
    seen += items.length;
    told ??= totalOf(total, answer);
    request = list.next === undefined ? undefined : nextRequest({ list, next: list.next, pages, seen, total: told });
    const elsewhere = request === undefined ? undefined : astray(request, answer);
    if (elsewhere !== undefined) return { pages, end: { kind: 'astray', message: elsewhere } };
  }
  return { pages, end: { kind: 'ended' } };
};
