/** Two answers to the same request, and what a client of the first one would make of the second. */
import type { CompareClass, CompareDefinition } from '#core/acts/compare';
import { isJsonObject, jsonTypeOf, shortJson } from '#core/json-types';
import type { Json } from '#core/units';
import { valueDifferences, type ValueDifference } from '#core/value-differences';
import { valueAt } from '#engines/contract/document-reader';
import { bodyKind, parseMediaType } from '#engines/contract/media-types';
import { differenceRules } from '#engines/data-quality/difference-rules';
import { headerOf } from '#engines/data-quality/ask';
import type { ProbeResponse } from '#engines/probe/probe';

export interface ClassedDifference {
  readonly class: CompareClass;
  /** `status`, a header's name, or a JSON Pointer into the body. */
  readonly path: string;
  readonly old: string;
  readonly new: string;
  readonly message: string;
}

/** Headers that every answer has of its own, or that tell of the way and not of the API. */
const OWN_HEADERS = new Set(
  (
    'age alt-svc cf-cache-status cf-ray connection content-encoding content-length date etag expires keep-alive last-modified nel report-to ' +
    'server server-timing set-cookie traceparent transfer-encoding vary via x-amz-cf-id x-amz-cf-pop x-amzn-requestid x-amzn-trace-id x-cache ' +
    'x-correlation-id x-request-id x-runtime x-trace-id'
  ).split(' '),
);

const LISTED_MAX = 200;

const told = (kind: CompareClass, path: string, old: string, now: string, what = path): ClassedDifference => ({
  class: kind,
  path,
  old,
  new: now,
  message: `${what}: ${old} became ${now}`,
});

const statusDifference = (old: ProbeResponse, now: ProbeResponse): readonly ClassedDifference[] =>
  old.status === now.status ? [] : [told('breaking', 'status', String(old.status), String(now.status))];

const essence = (response: ProbeResponse): string => {
  const type = parseMediaType(headerOf(response.headers, 'content-type') ?? '');
  return type === undefined ? 'no media type' : `${type.type}/${type.subtype}`;
};

const headerDifferences = (
  old: ProbeResponse,
  now: ProbeResponse,
  { compareHeaders = [], ignoreHeaders = [] }: CompareDefinition,
): readonly ClassedDifference[] => {
  const ignored = new Set(ignoreHeaders.map((name) => name.toLowerCase()));
  const valued = new Set(compareHeaders.map((name) => name.toLowerCase()));
  const names = new Set([...old.headers, ...now.headers].map(([name]) => name.toLowerCase()));
  const looked = [...names].filter((name) => valued.has(name) || !(OWN_HEADERS.has(name) || ignored.has(name)));
  return looked.sort().flatMap((name) => {
    if (name === 'content-type')
      return essence(old) === essence(now) ? [] : [told('breaking', name, essence(old), essence(now))];
    const [before, after] = [headerOf(old.headers, name), headerOf(now.headers, name)];
    if (before === undefined) return [told('compatible', name, 'no header', 'a header', `header ${name}`)];
    if (after === undefined) return [told('breaking', name, 'a header', 'no header', `header ${name}`)];
    return valued.has(name) && before !== after ? [told('value', name, before, after, `header ${name}`)] : [];
  });
};

/** Places with list positions left out, and the kinds of value there. */
const shapeOf = (document: Json): ReadonlyMap<string, ReadonlySet<string>> => {
  const shape = new Map<string, Set<string>>();
  const open: (readonly [Json, string])[] = [[document, '']];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [value, path] = next;
    const type = jsonTypeOf(value);
    const kinds = shape.get(path) ?? new Set<string>();
    shape.set(path, kinds.add(type === 'integer' ? 'number' : type));
    if (Array.isArray(value)) for (const item of value as readonly Json[]) open.push([item, `${path}/*`]);
    else if (isJsonObject(value))
      for (const [name, item] of Object.entries(value))
        open.push([item, `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`]);
  }
  return shape;
};

const wild = (pointer: string): string => pointer.replaceAll(/\/\d+(?=\/|$)/gu, '/*');

interface Compared {
  readonly documents: { readonly old: Json; readonly now: Json };
  readonly shapes: {
    readonly old: ReadonlyMap<string, ReadonlySet<string>>;
    readonly now: ReadonlyMap<string, ReadonlySet<string>>;
  };
}

/** The list element that a place lies in; undefined outside of lists. */
const elementAt = (document: Json, path: string): Json | undefined => {
  const match = /^.*\/\d+(?=\/|$)/u.exec(path);
  return match === null ? undefined : valueAt(document, match[0]);
};

/** There are only more or fewer elements; a field that goes from an element that is still there is another thing. */
const isElement = (other: Json, path: string): boolean => {
  const place = wild(path);
  return place.endsWith('/*') || (place !== path && elementAt(other, path) === undefined);
};

const classOf = ({ kind, path, old, new: now }: ValueDifference, { documents, shapes }: Compared): CompareClass => {
  if (kind === 'added') return isElement(documents.old, path) ? 'value' : 'compatible';
  if (kind === 'removed') return isElement(documents.now, path) ? 'value' : 'breaking';
  const types = [old, now].map((value) => (value === undefined ? 'nothing' : jsonTypeOf(value)));
  const [before, after] = types.map((type) => (type === 'integer' ? 'number' : type));
  // Of a place that was null nobody knows what else it may be.
  if (before === after || before === 'null') return 'value';
  return shapes.old.get(wild(path))?.has(after ?? '') === true ? 'value' : 'breaking';
};

/** What holds a value of another kind now counts as one change, not as its leaves going and coming. */
const kindChanges = ({ shapes }: Compared): readonly ClassedDifference[] =>
  [...shapes.old].flatMap(([place, kinds]) => {
    const after = shapes.now.get(place);
    if (after === undefined) return [];
    const news = [...after].filter((kind) => !kinds.has(kind));
    const isContainer = [...kinds, ...news].some((kind) => kind === 'object' || kind === 'array');
    if (news.length === 0 || !isContainer) return [];
    const path = place === '' ? '/' : place;
    const kind = kinds.size === 1 && kinds.has('null') ? 'value' : 'breaking';
    return [told(kind, path, [...kinds].sort().join(' or '), news.sort().join(' or '), `${path} (kind)`)];
  });

/** A list or object that came to hold nothing, or something, is told by what is in it. */
const isEmptied = ({ kind, path, old, new: now }: ValueDifference, documents: Compared['documents']): boolean => {
  const [value, other] = kind === 'added' ? [now, documents.old] : [old, documents.now];
  return kind !== 'changed' && typeof value === 'object' && value !== null && valueAt(other, path) !== undefined;
};

const bodyDifferences = (old: Json, now: Json, definition: CompareDefinition): readonly ClassedDifference[] => {
  const rules = { ...differenceRules(definition, old, now), listedMax: LISTED_MAX };
  const compared: Compared = { documents: { old, now }, shapes: { old: shapeOf(old), now: shapeOf(now) } };
  const { differences, counts } = valueDifferences(old, now, rules);
  const kinds = counts.added + counts.removed + counts.changed === 0 ? [] : kindChanges(compared);
  const below = (path: string): boolean => kinds.some((one) => wild(path).startsWith(one.path === '/' ? '' : one.path));
  const leaves = differences
    .filter((one) => !below(one.path) && !isEmptied(one, compared.documents))
    .map((one) => {
      const [before, after] = [shortJson(one.old, 60), shortJson(one.new, 60)];
      const path = one.path === '' ? '/' : one.path;
      return told(classOf(one, compared), path, before, after);
    });
  return [...kinds, ...leaves];
};

const parsed = ({ body }: ProbeResponse): { readonly value: Json } | undefined => {
  try {
    return { value: JSON.parse(Buffer.from(body).toString('utf8')) as Json };
  } catch {
    return undefined;
  }
};

const sameBytes = (old: ProbeResponse, now: ProbeResponse): boolean =>
  Buffer.from(old.body).equals(Buffer.from(now.body));

/** Every difference of two answers, by what it means to a client. */
export const classedDifferences = (
  old: ProbeResponse,
  now: ProbeResponse,
  definition: CompareDefinition,
): readonly ClassedDifference[] => {
  const status = statusDifference(old, now);
  const heads = [...status, ...headerDifferences(old, now, definition)];
  // Another status has another body: what is in it says nothing more.
  if (status.length > 0) return heads;
  const isJson = bodyKind(headerOf(old.headers, 'content-type') ?? '') === 'json';
  const [before, after] = isJson ? [parsed(old), parsed(now)] : [];
  if (before !== undefined && after !== undefined)
    return [...heads, ...bodyDifferences(before.value, after.value, definition)];
  if (before !== undefined) return [...heads, told('breaking', '/', 'JSON', 'something else', 'body')];
  if (sameBytes(old, now)) return heads;
  const size = (one: ProbeResponse): string => `${String(one.bodyBytes)} bytes`;
  return [...heads, told('value', '/', size(old), `${size(now)} that differ`, 'body')];
};
