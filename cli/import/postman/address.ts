import type { Json } from '#core/units';
import { isNode, listOf, nodeOf, textOf } from '../../starter/document.ts';
import { mapTexts } from './map-texts.ts';
import type { PostmanVariables } from './variables.ts';

export interface Address {
  /** Base URL that the path is below: an origin, or what a variable holds. */
  readonly base: string;
  readonly path: string;
  readonly query: { [name: string]: Json };
}

/** A base that nothing says: people give it with --target. */
export const UNKNOWN_BASE = 'unknown';

const rawOf = (url: unknown): string => {
  if (typeof url === 'string') return url;
  const node = nodeOf(url);
  const raw = textOf(node['raw']);
  if (raw !== undefined && raw !== '') return raw;
  const host = Array.isArray(node['host']) ? listOf(node['host']).join('.') : (textOf(node['host']) ?? '');
  const path = Array.isArray(node['path'])
    ? listOf(node['path'])
        .map((part) => (typeof part === 'string' ? part : (textOf(nodeOf(part)['value']) ?? '')))
        .join('/')
    : (textOf(node['path']) ?? '');
  const protocol = textOf(node['protocol']);
  const port = textOf(node['port']);
  const query = listOf(node['query'])
    .map(nodeOf)
    .filter((one) => one['disabled'] !== true);
  const search = query.map((one) => `${textOf(one['key']) ?? ''}=${textOf(one['value']) ?? ''}`).join('&');
  return `${protocol === undefined || host.startsWith('{{') ? '' : `${protocol}://`}${host}${port === undefined ? '' : `:${port}`}/${path.replace(/^\//, '')}${search === '' ? '' : `?${search}`}`;
};

/** Adds a parameter; a name that comes again becomes a list. */
export const addParameter = (query: { [name: string]: Json }, name: string, value: string): void => {
  const known = Object.hasOwn(query, name) ? query[name] : undefined;
  if (known === undefined) query[name] = value;
  else query[name] = Array.isArray(known) ? [...(known as readonly Json[]), value] : [known, value];
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
};

/** Parameters of a query string; variables in braces stay as they are. */
export const readQuery = (search: string): { [name: string]: Json } => {
  const query: { [name: string]: Json } = {};
  for (const pair of search.split('&')) {
    if (pair === '') continue;
    const at = pair.indexOf('=');
    addParameter(query, decoded(at < 0 ? pair : pair.slice(0, at)), at < 0 ? '' : decoded(pair.slice(at + 1)));
  }
  return query;
};

/** The part of an address up to its path, and the rest. A variable may hold the first part, or some of it. */
const split = (raw: string): [head: string, rest: string] => {
  const found = /^(?:(?:[a-z][a-z0-9+.-]*:\/\/)?(?:\{\{[^{}]*\}\}|[^/?#{}])+)/i.exec(raw)?.[0] ?? '';
  return [found, raw.slice(found.length)];
};

const baseOf = (head: string, variables: PostmanVariables): { readonly base: string; readonly prefix: string } => {
  const resolved = variables.resolve(head);
  if (/\{\{/.test(resolved) || resolved === '') return { base: UNKNOWN_BASE, prefix: '' };
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(resolved) ? resolved : `http://${resolved}`;
  if (!URL.canParse(whole)) return { base: UNKNOWN_BASE, prefix: '' };
  const url = new URL(whole);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { base: UNKNOWN_BASE, prefix: '' };
  return { base: `${url.protocol}//${url.host}${url.pathname.replace(/\/+$/, '')}`, prefix: '' };
};

/** Puts the values of `:id` into a path. */
const filledPath = (path: string, url: unknown, variables: PostmanVariables): string => {
  const values = new Map(
    listOf(isNode(url) ? url['variable'] : undefined).flatMap((raw): [string, string][] => {
      const one = nodeOf(raw);
      const key = textOf(one['key']) ?? textOf(one['id']);
      return key === undefined
        ? []
        : [[key, textOf(one['value']) ?? (typeof one['value'] === 'number' ? String(one['value']) : '')]];
    }),
  );
  return path
    .split('/')
    .map((part) => {
      const key = /^:([A-Za-z0-9_.-]+)$/.exec(part)?.[1];
      if (key === undefined) return part;
      const value = values.get(key) ?? '';
      return value === '' ? `{{${key}}}` : value;
    })
    .map((part) => variables.text(part))
    .join('/');
};

const escaped = (path: string): string =>
  path
    .split(/(\{\{[^{}]*\}\})/)
    .map((part) =>
      part.startsWith('{{') ? part : part.replaceAll(/[\s"<>\\^`{|}]/g, (mark) => encodeURIComponent(mark)),
    )
    .join('');

/** Where a request of a collection goes. */
export const readAddress = (url: unknown, variables: PostmanVariables): Address => {
  const raw = rawOf(url).trim();
  const withoutHash = raw.replace(/#(?![^{]*\}\}).*$/, '');
  const at = withoutHash.indexOf('?');
  const [head, rest] = split(at < 0 ? withoutHash : withoutHash.slice(0, at));
  const { base } = baseOf(head, variables);
  const listed = isNode(url) && Array.isArray(url['query']) ? listOf(url['query']).map(nodeOf) : undefined;
  const query: { [name: string]: Json } = {};
  if (listed === undefined)
    for (const [name, value] of Object.entries(readQuery(at < 0 ? '' : withoutHash.slice(at + 1))))
      query[variables.text(name)] = mapTexts(value, (text) => variables.text(text));
  else
    for (const one of listed)
      if (one['disabled'] !== true && typeof one['key'] === 'string')
        addParameter(query, decoded(one['key']), variables.text(decoded(textOf(one['value']) ?? '')));
  const path = escaped(filledPath(rest === '' ? '/' : rest, url, variables));
  return { base, path: path.startsWith('/') ? path : `/${path}`, query };
};
