import type { Json, JsonObject } from '#core/units';

export type JsonTypeName = 'null' | 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object';

/** The narrowest JSON type: 3 is `integer`, 3.5 is `number`, 3.0 is `integer` (JSON does not tell them apart). */
export const jsonTypeOf = (value: Json): JsonTypeName => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value as 'boolean' | 'string' | 'object';
};

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Own fields only, so that `constructor` or `__proto__` in an answer never reaches a prototype. */
export const fieldOf = (value: JsonObject, name: string): Json | undefined =>
  Object.hasOwn(value, name) ? value[name] : undefined;

/** Sets a field of an object that is being made; `__proto__` becomes a field like any other. */
export const setField = (object: { [name: string]: Json }, name: string, value: Json): void => {
  if (name === '__proto__')
    Object.defineProperty(object, name, { value, enumerable: true, writable: true, configurable: true });
  else object[name] = value;
};

/** The same JSON value: types count (1 is not "1"), the order of fields does not. */
export const sameJson = (left: Json, right: Json): boolean => {
  if (left === right) return true;
  if (Array.isArray(left)) {
    return (
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((item, at) => sameJson(item as Json, right[at] as Json))
    );
  }
  if (!isJsonObject(left) || !isJsonObject(right)) return false;
  const names = Object.keys(left);
  if (names.length !== Object.keys(right).length) return false;
  return names.every((name) => Object.hasOwn(right, name) && sameJson(left[name] as Json, right[name] as Json));
};

/** JSON text cut to `max` characters, for messages. */
export const shortJson = (value: Json | undefined, max = 120): string => {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length <= max ? text : `${text.slice(0, max)}… (${String(text.length)} characters)`;
};

/** Escapes one segment of a JSON Pointer (RFC 6901, section 3). */
export const pointerSegment = (segment: string | number): string =>
  String(segment).replaceAll('~', '~0').replaceAll('/', '~1');

/** JSON Pointer of a path of names and indexes; the empty path is the whole document. */
export const toPointer = (path: readonly (string | number)[]): string =>
  path.map((segment) => `/${pointerSegment(segment)}`).join('');

/** Segments of a JSON Pointer, unescaped. */
export const fromPointer = (pointer: string): string[] =>
  pointer === ''
    ? []
    : pointer
        .slice(1)
        .split('/')
        .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
