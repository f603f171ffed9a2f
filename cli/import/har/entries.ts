import { usageFailure } from '../../cli-failure.ts';
import { isNode, listOf, nodeOf, textOf, type Node } from '../../starter/document.ts';

/** One call of a recording. */
export interface HarEntry {
  /** Number in the recording, from 1. */
  readonly number: number;
  readonly method: string;
  readonly url: URL;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: { readonly mimeType: string; readonly text: string; readonly parameters: readonly Node[] };
  readonly status: number;
  readonly answerType: string;
  readonly answerHeaders: readonly (readonly [name: string, value: string])[];
  /** The answer's JSON; undefined when it is none or was not recorded. */
  readonly answer: unknown;
}

const ENTRIES_MAX = 20_000;
const ANSWER_LENGTH_MAX = 5_000_000;
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'QUERY']);
const STATIC_TYPE =
  /^(?:image|font|video|audio)\/|^text\/(?:css|html|javascript)|^application\/(?:javascript|x-javascript|font|wasm|manifest\+json|vnd\.ms-fontobject|pdf|zip)/i;
const STATIC_PATH =
  /\.(?:js|mjs|css|map|png|jpe?g|gif|svg|webp|avif|ico|woff2?|ttf|otf|eot|mp4|webm|mp3|html?|wasm|webmanifest)$/i;
const STATIC_RESOURCE = new Set([
  'image',
  'font',
  'stylesheet',
  'script',
  'media',
  'document',
  'manifest',
  'websocket',
  'ping',
  'preflight',
  'texttrack',
]);

const pairsOf = (raw: unknown): (readonly [string, string])[] =>
  listOf(raw)
    .map(nodeOf)
    .flatMap((one) => {
      const name = textOf(one['name']);
      return name === undefined || name.startsWith(':')
        ? []
        : [[name.toLowerCase(), textOf(one['value']) ?? ''] as const];
    });

const answerOf = (content: Node): unknown => {
  const text = textOf(content['text']);
  if (text === undefined || text.length > ANSWER_LENGTH_MAX || !/json/i.test(textOf(content['mimeType']) ?? ''))
    return undefined;
  try {
    return JSON.parse(content['encoding'] === 'base64' ? Buffer.from(text, 'base64').toString('utf8') : text);
  } catch {
    return undefined;
  }
};

const bodyOf = (raw: unknown): Pick<HarEntry, 'body'> => {
  if (!isNode(raw)) return {};
  const parameters = listOf(raw['params']).map(nodeOf);
  const text = textOf(raw['text']) ?? '';
  return text === '' && parameters.length === 0
    ? {}
    : { body: { mimeType: textOf(raw['mimeType']) ?? '', text, parameters } };
};

/** Why a call is none of an API; undefined when it is one. */
const reasonAgainst = (entry: HarEntry, resource: string): string | undefined => {
  if (entry.status === 0) return 'calls without an answer';
  if (!METHODS.has(entry.method)) return `calls with ${entry.method.slice(0, 20)}`;
  if (entry.method === 'OPTIONS') return 'preflight requests of the browser';
  const isJson = /json/i.test(entry.answerType) && !/manifest/i.test(entry.answerType);
  if (isJson) return STATIC_PATH.test(entry.url.pathname) ? 'static files' : undefined;
  const isStatic =
    STATIC_RESOURCE.has(resource) || STATIC_TYPE.test(entry.answerType) || STATIC_PATH.test(entry.url.pathname);
  return isStatic && entry.method === 'GET' ? 'static files' : undefined;
};

const entryOf = (raw: Node, number: number): HarEntry | undefined => {
  const request = nodeOf(raw['request']);
  const response = nodeOf(raw['response']);
  const address = textOf(request['url']) ?? '';
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  const content = nodeOf(response['content']);
  return {
    number,
    method: (textOf(request['method']) ?? 'GET').toUpperCase(),
    url,
    headers: pairsOf(request['headers']),
    ...bodyOf(request['postData']),
    status: typeof response['status'] === 'number' ? response['status'] : 0,
    answerType: (textOf(content['mimeType']) ?? '').split(';')[0]?.trim().toLowerCase() ?? '',
    answerHeaders: pairsOf(response['headers']),
    answer: answerOf(content),
  };
};

const site = (host: string): string => (/^[\d.:[\]]+$/.test(host) ? host : host.split('.').slice(-2).join('.'));

/** Calls of the site that most calls go to; what a page asks of others, such as counters of visitors, is left out and said. */
const ofMainSite = (entries: readonly HarEntry[], remarks: string[]): HarEntry[] => {
  const counts = new Map<string, number>();
  for (const { url } of entries) counts.set(site(url.hostname), (counts.get(site(url.hostname)) ?? 0) + 1);
  const [main] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [''];
  for (const [other, count] of counts)
    if (other !== main) remarks.push(`${String(count)} calls to ${other} were left out: most go to ${main}`);
  return entries.filter(({ url }) => site(url.hostname) === main);
};

const signature = (entry: HarEntry): string =>
  `${entry.method} ${entry.url.href} ${entry.body?.text ?? JSON.stringify(entry.body?.parameters ?? '')}`;

/** The calls of an API in a recording, in their order; the rest is counted in `remarks`. @throws CliFailure usage */
export const readEntries = (value: unknown, shown: string, remarks: string[]): HarEntry[] => {
  const log = nodeOf(nodeOf(value)['log']);
  if (!Array.isArray(log['entries'])) {
    const got = isNode(value)
      ? `an object with ${Object.keys(value).slice(0, 5).join(', ') || 'no fields'}`
      : Array.isArray(value)
        ? 'a list'
        : typeof value;
    throw usageFailure(`${shown} is no HTTP archive: expected log.entries, got ${got}`);
  }
  const all = listOf(log['entries']);
  if (all.length > ENTRIES_MAX)
    remarks.push(`${String(all.length - ENTRIES_MAX)} calls were left out: ${String(ENTRIES_MAX)} are read at most`);
  const left = new Map<string, number>();
  const leave = (why: string): void => void left.set(why, (left.get(why) ?? 0) + 1);
  const seen = new Set<string>();
  const entries = all.slice(0, ENTRIES_MAX).flatMap((raw, at): HarEntry[] => {
    const entry = isNode(raw) ? entryOf(raw, at + 1) : undefined;
    const why =
      entry === undefined
        ? 'calls without an http address'
        : reasonAgainst(entry, textOf(nodeOf(raw)['_resourceType']) ?? '');
    const isRepeated = entry?.method === 'GET' && seen.has(signature(entry));
    if (entry === undefined || why !== undefined || isRepeated) {
      leave(why ?? 'calls that repeat an earlier one');
      return [];
    }
    if (entry.method === 'GET') seen.add(signature(entry));
    else seen.clear();
    return [entry];
  });
  for (const [why, count] of left) remarks.push(`${why} left out: ${String(count)}`);
  return ofMainSite(entries, remarks);
};
