import { sha256Hex } from '#core/digest';

const DEPTH_MAX = 500;

/**
 * The one serialisation of a JSON value (RFC 8785): keys sorted by UTF-16 code units, no white space, numbers and strings as
 * ECMAScript writes them. Properties that are `undefined` are left out, as in JSON.stringify.
 *
 * @param value what JSON can hold; interfaces of the domain fit
 * @throws TypeError naming the place (JSON Pointer) of what JSON cannot hold: NaN, infinities, bigint, functions, symbols, `undefined` in
 *         an array, a lone surrogate (it has no UTF-8 form), or more than 500 levels
 */
export const canonicalJson = (value: unknown): string => write(value, '', 0);

/** `canonicalJson` as UTF-8. */
export const canonicalBytes = (value: unknown): Uint8Array => new TextEncoder().encode(canonicalJson(value));

/** SHA-256 (hex) of the canonical bytes: equal for equal values, whatever the order of their keys. */
export const canonicalDigest = (value: unknown): string => sha256Hex(canonicalBytes(value));

const refuse = (what: string, pointer: string): never => {
  throw new TypeError(`canonical JSON cannot hold ${what} at "${pointer}"`);
};

const writeString = (text: string, pointer: string): string =>
  text.isWellFormed() ? JSON.stringify(text) : refuse('a string with a lone surrogate', pointer);

const writeNumber = (value: number, pointer: string): string =>
  Number.isFinite(value) ? JSON.stringify(value) : refuse(String(value), pointer);

const escapePointer = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

const writeObject = (value: object, pointer: string, depth: number): string => {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return refuse('an object of a class', pointer);
  const members: string[] = [];
  // The default sort compares UTF-16 code units, which is what RFC 8785 section 3.2.3 asks for.
  for (const key of Object.keys(value).sort()) {
    const member = (value as Record<string, unknown>)[key];
    if (member === undefined) continue;
    const place = `${pointer}/${escapePointer(key)}`;
    members.push(`${writeString(key, place)}:${write(member, place, depth + 1)}`);
  }
  return `{${members.join(',')}}`;
};

const write = (value: unknown, pointer: string, depth: number): string => {
  if (depth > DEPTH_MAX) return refuse(`more than ${String(DEPTH_MAX)} levels`, pointer);
  if (value === null) return 'null';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'string') return writeString(value, pointer);
  if (typeof value === 'number') return writeNumber(value, pointer);
  if (Array.isArray(value)) {
    return `[${value.map((item: unknown, index) => write(item, `${pointer}/${String(index)}`, depth + 1)).join(',')}]`;
  }
  if (typeof value === 'object') return writeObject(value, pointer, depth);
  return refuse(typeof value, pointer);
};
