/** A request to an operation as data: what is filled in where, so that a check can change one place and leave the rest. */
import { fromPointer, isJsonObject, setField, toPointer } from '#core/json-types';
import type { ScanIdentity } from '#core/acts/scan';
import type { Json } from '#core/units';
import type { Operation, Parameter } from '#engines/contract/model';
import { plainText } from '#engines/security/answer';
import type { ProbeRequest } from '#engines/probe/probe';

export interface Call {
  readonly operation: Operation;
  readonly path: { readonly [name: string]: string };
  readonly query: { readonly [name: string]: Json };
  readonly headers: { readonly [name: string]: string };
  readonly body?: Json;
  /** Bytes as they are sent instead of `body`. */
  readonly raw?: string;
  readonly mediaType?: string;
}

export interface Actor {
  readonly name: string;
  readonly identity: ScanIdentity;
}

export const ANONYMOUS: Actor = { name: 'anonymous', identity: {} };

const parameterOf = (operation: Operation, name: string): Parameter | undefined =>
  operation.parameters.find((one) => one.in === 'query' && one.name === name);

const queryPairs = (operation: Operation, name: string, value: Json): (readonly [string, string])[] => {
  if (Array.isArray(value)) {
    const items = (value as Json[]).map(plainText);
    return parameterOf(operation, name)?.explode === false
      ? [[name, items.join(',')]]
      : items.map((item) => [name, item]);
  }
  if (isJsonObject(value))
    return parameterOf(operation, name)?.style === 'deepObject'
      ? Object.entries(value).map(([key, item]) => [`${name}[${key}]`, plainText(item)])
      : Object.entries(value).map(([key, item]) => [key, plainText(item)]);
  return [[name, plainText(value)]];
};

const encoded = (text: string): string => encodeURIComponent(text).replaceAll('%2C', ',').replaceAll('%3A', ':');

export const formText = (pairs: readonly (readonly [string, string])[]): string =>
  pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');

const bodyText = ({ body, raw, mediaType }: Call): string | undefined => {
  if (raw !== undefined) return raw;
  if (body === undefined) return undefined;
  if (mediaType?.includes('x-www-form-urlencoded') === true && isJsonObject(body))
    return formText(Object.entries(body).map(([name, value]) => [name, plainText(value)]));
  return typeof body === 'string' && mediaType?.includes('json') !== true ? body : JSON.stringify(body);
};

const mergedHeaders = (call: Call, { identity }: Actor): [string, string][] => {
  const merged = new Map<string, [string, string]>();
  const put = (name: string, value: string): void => {
    const known = merged.get(name.toLowerCase());
    merged.set(name.toLowerCase(), [
      name,
      name.toLowerCase() === 'cookie' && known !== undefined ? `${known[1]}; ${value}` : value,
    ]);
  };
  put('accept', 'application/json, */*;q=0.5');
  if ((call.body !== undefined || call.raw !== undefined) && call.mediaType !== undefined)
    put('content-type', call.mediaType);
  for (const [name, value] of Object.entries(identity.headers ?? {})) put(name, value);
  for (const [name, value] of Object.entries(call.headers)) put(name, value);
  return [...merged.values()];
};

export const requestOf = (call: Call, actor: Actor, pathPrefix = '', target?: string): ProbeRequest => {
  const { operation } = call;
  const path = operation.path.replaceAll(/\{([^}]+)\}/gu, (whole, name: string) => encoded(call.path[name] ?? whole));
  const pairs = Object.entries(call.query)
    .flatMap(([name, value]) => queryPairs(operation, name, value))
    .concat(Object.entries(actor.identity.query ?? {}));
  const body = bodyText(call);
  return {
    method: operation.method,
    path: `${pathPrefix}${path}${pairs.length === 0 ? '' : `?${formText(pairs)}`}`,
    headers: mergedHeaders(call, actor),
    ...(body === undefined ? {} : { body }),
    ...(target === undefined ? {} : { target }),
  };
};

/** A place of a call that holds a text, number or flag. */
export interface CallPlace {
  readonly in: 'path' | 'query' | 'body';
  /** Name of the parameter, JSON Pointer into the body. */
  readonly at: string;
  /** Last name of the place. */
  readonly name: string;
  readonly value: Json;
}

const bodyPlaces = (value: Json, path: readonly (string | number)[], depth: number): CallPlace[] => {
  if (depth > 4) return [];
  if (Array.isArray(value))
    return (value as Json[]).slice(0, 1).flatMap((item, at) => bodyPlaces(item, [...path, at], depth + 1));
  if (isJsonObject(value))
    return Object.entries(value).flatMap(([name, item]) => bodyPlaces(item, [...path, name], depth + 1));
  const name = path.findLast((one) => typeof one === 'string') ?? '';
  return [{ in: 'body', at: toPointer(path), name: String(name), value }];
};

const PLACES_MAX = 40;

/** Places of a call that a caller fills in; query parameters of the document that the call leaves out are there with an empty text. */
export const placesOf = (call: Call): readonly CallPlace[] =>
  [
    ...Object.entries(call.path).map(([name, value]): CallPlace => ({ in: 'path', at: name, name, value })),
    ...call.operation.parameters
      .filter((one) => one.in === 'query')
      .map(({ name }): CallPlace => ({ in: 'query', at: name, name, value: call.query[name] ?? '' })),
    ...(call.body === undefined || call.raw !== undefined ? [] : bodyPlaces(call.body, [], 0)),
  ].slice(0, PLACES_MAX);

/** A JSON value with one place set; objects on the way are made. */
export const withPointer = (value: Json | undefined, pointer: string, put: Json): Json => {
  const set = (current: Json | undefined, [segment, ...rest]: readonly string[]): Json => {
    if (segment === undefined) return put;
    if (Array.isArray(current))
      return (current as Json[]).map((item, at) => (String(at) === segment ? set(item, rest) : item));
    const fields = isJsonObject(current) ? current : {};
    const copy: { [name: string]: Json } = { ...fields };
    setField(copy, segment, set(Object.hasOwn(fields, segment) ? fields[segment] : undefined, rest));
    return copy;
  };
  return set(value, fromPointer(pointer));
};

export const withPlace = (call: Call, place: Pick<CallPlace, 'in' | 'at'>, value: Json): Call => {
  if (place.in === 'path') return { ...call, path: { ...call.path, [place.at]: plainText(value) } };
  if (place.in === 'query') return { ...call, query: { ...call.query, [place.at]: value } };
  return { ...call, body: withPointer(call.body, place.at, value) };
};

/** As findings name it: `query limit`, `body /role`. */
export const placeText = ({ in: where, at }: Pick<CallPlace, 'in' | 'at'>): string => `${where} ${at}`;
