import { base32Cores, base64Cores, hexOf, reversedOf, twiceCores } from '#core/secret-encodings';
import { hostForms } from '#core/secret-host-forms';

/** A text that stands letter for letter, but for what its kind leaves open, wherever a secret stands in one of its spellings. */
export interface Needle {
  readonly kind: 'value' | 'reversed' | 'hex' | 'base32' | 'base64' | 'host';
  readonly text: string;
}

/**
 * Shorter secrets can be changed beyond their last part by what stands before them, such as a `%` before two digits; `25` may be repeated
 * after one without end.
 */
const LENGTH_MIN = 13;
const SURE = /^(?!25|525)[!-$&-[\]-~]+$/u;

/** What its host name must hold: its last label that is long enough. undefined where nothing is certain. */
const labelOf = (value: string, lengthMin: number): string | undefined => {
  if (!/^[A-Za-z0-9._-]+$/u.test(value)) return undefined;
  const labels = value.toLowerCase().split('.');
  return labels.some((label) => label.startsWith('xn--'))
    ? undefined
    : labels.findLast((label) => label.length >= lengthMin);
};

/**
 * Texts of which at least one stands in every text that holds the secret in any spelling, as it is or after escapes are undone; undefined
 * for secrets of which that is not certain: short ones, those of other than plain characters, and such as hold a `%` or a backslash.
 *
 * @param lengthMin of each needle
 */
export const needlesOf = (value: string, lengthMin: number): readonly Needle[] | undefined => {
  if (value.length < LENGTH_MIN || !SURE.test(value) || /^\*+$/u.test(value)) return undefined;
  const needles: Needle[] = [];
  const hosts = hostForms(value).length;
  if (hosts > 0) {
    const label = hosts === 1 ? labelOf(value, lengthMin) : undefined;
    if (label === undefined) return undefined;
    needles.push({ kind: 'host', text: label });
  }
  const bytes = new TextEncoder().encode(value);
  const add = (kind: Needle['kind'], texts: readonly string[]): void => {
    for (const text of new Set(texts)) needles.push({ kind, text });
  };
  add('value', [value]);
  add('reversed', [reversedOf(value)]);
  add('hex', [hexOf(bytes)]);
  add('base32', base32Cores(bytes));
  add('base64', [...base64Cores(bytes), ...twiceCores(bytes)]);
  return needles;
};

const LETTERS: { readonly [kind in Needle['kind']]: RegExp | undefined } = {
  value: undefined,
  reversed: undefined,
  hex: undefined,
  host: undefined,
  base32: /[A-Za-z2-7]/u,
  base64: /[A-Za-z0-9+/_-]/u,
};

const isCaseless = (kind: Needle['kind']): boolean => kind !== 'reversed' && kind !== 'base64';

/** base64url has `-` and `_` where base64 has `+` and `/`. */
const plainBase64 = (text: string): string => text.replaceAll('-', '+').replaceAll('_', '/');

const sameAs = ({ kind, text }: Needle, found: string): boolean => {
  if (kind === 'base64') return plainBase64(found) === plainBase64(text);
  return isCaseless(kind) ? found.toLowerCase() === text.toLowerCase() : found === text;
};

/** Backslashes before a character that JSON may escape with them go with it: what is left must be JSON still. */
const beforeEscape = (text: string, at: number): number => {
  let from = at;
  if (text[at] === '/' || text[at] === '"') while (text[from - 1] === '\\') from -= 1;
  return from;
};

/**
 * The part of a text that a needle covers when it begins at an offset: with the characters on either side that hold some of the secret's
 * bits, and padding. undefined where it does not stand there.
 */
export const spanAt = (needle: Needle, text: string, at: number): readonly [from: number, to: number] | undefined => {
  const end = at + needle.text.length;
  if (at < 0 || end > text.length || !sameAs(needle, text.slice(at, end))) return undefined;
  const letters = LETTERS[needle.kind];
  const begin = beforeEscape(text, at);
  if (letters === undefined) return [begin, end];
  const from = letters.test(text[begin - 1] ?? '') ? begin - 1 : begin;
  let to = letters.test(text[end] ?? '') ? end + 1 : end;
  while (text[to] === '=') to += 1;
  return [from, to];
};
