/** An expression for one spelling of a secret; heavier ones are tried first. */
export interface Form {
  readonly source: string;
  readonly weight: number;
}

/** Shorter secrets give texts that stand in other data by chance. */
const ENCODED_LENGTH_MIN = 8;

const eitherCase = (text: string): string =>
  text.replace(/[A-Za-z]/g, (letter) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`);

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');

interface Alphabet {
  readonly letters: string;
  /** Of one letter. */
  readonly bits: number;
}

const BASE64: Alphabet = { letters: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/', bits: 6 };
const BASE32: Alphabet = { letters: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', bits: 5 };

/** Letters that the bytes alone decide when they stand at an offset in a group; those on either side hold some of their bits too. */
const coreOf = (bytes: Uint8Array, offset: number, { letters, bits }: Alphabet): string => {
  const skipped = offset * 8;
  const first = Math.ceil(skipped / bits);
  const end = Math.floor((skipped + bytes.length * 8) / bits);
  let core = '';
  for (let at = first; at < end; at += 1) {
    const bit = at * bits - skipped;
    const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
    core += letters[(pair >> (16 - bits - (bit & 7))) & (letters.length - 1)] ?? '';
  }
  return core;
};

/** For each place that the first byte can take in a group of three. */
export const base64Cores = (bytes: Uint8Array): readonly string[] =>
  [0, 1, 2].map((offset) => coreOf(bytes, offset, BASE64));

export const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** For each place that the first byte can take in a group of five. */
export const base32Cores = (bytes: Uint8Array): readonly string[] =>
  [0, 1, 2, 3, 4].map((offset) => coreOf(bytes, offset, BASE32));

/** Base64 of base64, and of base64url, at every alignment of both. */
export const twiceCores = (bytes: Uint8Array): readonly string[] => {
  const once = base64Cores(bytes).flatMap((core) => [core, core.replaceAll('+', '-').replaceAll('/', '_')]);
  return [...new Set(once)].flatMap((core) => base64Cores(new TextEncoder().encode(core)));
};

const base32Form = (core: string): string => `[A-Za-z2-7]?${eitherCase(core)}[A-Za-z2-7]?=*`;

const twiceForm = (core: string): string =>
  `[A-Za-z0-9+/_-]?${core.replaceAll('+', '[+\\-]').replaceAll('/', '[\\/_]')}[A-Za-z0-9+/_-]?=*`;

export const reversedOf = (value: string): string => Array.from(value).reverse().join('');

export type Encoding = 'hex' | 'base32' | 'base64' | 'reversed';

/** Encodings that people and programs reach for besides URL, JSON and base64: hex, base32, base64 twice, and back to front. */
export const encodedForms = (value: string): readonly (Form & { readonly encoding: Encoding })[] => {
  if (value.length < ENCODED_LENGTH_MIN) return [];
  const bytes = new TextEncoder().encode(value);
  const form = (encoding: Encoding) => (source: string) => ({ encoding, source, weight: value.length });
  const reversed = reversedOf(value);
  return [
    form('hex')(eitherCase(hexOf(bytes))),
    ...base32Cores(bytes).map(base32Form).map(form('base32')),
    ...twiceCores(bytes).map(twiceForm).map(form('base64')),
    ...(reversed === value ? [] : [form('reversed')(literal(reversed))]),
  ];
};
