/** An expression for one spelling of a secret; heavier ones are tried first. */
export interface Form {
  readonly source: string;
  readonly weight: number;
}

/** Shorter secrets give texts that stand in other data by chance. */
const ENCODED_LENGTH_MIN = 8;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

const eitherCase = (text: string): string =>
  text.replace(/[A-Za-z]/g, (letter) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`);

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');

/** Characters that the bytes alone decide when they stand at an offset in a group; those on either side hold some of their bits too. */
const decided = (encoded: string, offset: number, bytes: number, bits: number): string =>
  encoded.slice(Math.ceil((offset * 8) / bits), Math.floor(((offset + bytes) * 8) / bits));

const atOffset = (bytes: Uint8Array, offset: number): Uint8Array => {
  const padded = new Uint8Array(offset + bytes.length);
  padded.set(bytes, offset);
  return padded;
};

const base32 = (bytes: Uint8Array): string => {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)] ?? '').join('');
};

const base64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

/** For each place that the first byte can take in a group of three. */
export const base64Cores = (bytes: Uint8Array): readonly string[] =>
  [0, 1, 2].map((offset) => decided(base64(atOffset(bytes, offset)), offset, bytes.length, 6));

const hexForm = (bytes: Uint8Array): string =>
  eitherCase(Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''));

const base32Forms = (bytes: Uint8Array): readonly string[] =>
  [0, 1, 2, 3, 4].map((offset) => {
    const core = decided(base32(atOffset(bytes, offset)), offset, bytes.length, 5);
    return `[A-Za-z2-7]?${eitherCase(core)}[A-Za-z2-7]?=*`;
  });

/** Base64 of base64, and of base64url, at every alignment of both. */
const twiceForms = (bytes: Uint8Array): readonly string[] => {
  const once = base64Cores(bytes).flatMap((core) => [core, core.replaceAll('+', '-').replaceAll('/', '_')]);
  return [...new Set(once)]
    .flatMap((core) => base64Cores(new TextEncoder().encode(core)))
    .map((core) => `[A-Za-z0-9+/_-]?${core.replaceAll('+', '[+\\-]').replaceAll('/', '[\\/_]')}[A-Za-z0-9+/_-]?=*`);
};

export type Encoding = 'hex' | 'base32' | 'base64' | 'reversed';

/** Encodings that people and programs reach for besides URL, JSON and base64: hex, base32, base64 twice, and back to front. */
export const encodedForms = (value: string): readonly (Form & { readonly encoding: Encoding })[] => {
  if (value.length < ENCODED_LENGTH_MIN) return [];
  const bytes = new TextEncoder().encode(value);
  const form = (encoding: Encoding) => (source: string) => ({ encoding, source, weight: value.length });
  const reversed = Array.from(value).reverse().join('');
  return [
    form('hex')(hexForm(bytes)),
    ...base32Forms(bytes).map(form('base32')),
    ...twiceForms(bytes).map(form('base64')),
    ...(reversed === value ? [] : [form('reversed')(literal(reversed))]),
  ];
};
