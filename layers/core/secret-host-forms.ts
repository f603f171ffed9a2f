import type { Form } from '#core/secret-encodings';

/** In small letters a shorter secret may be a word of every day. */
export const FOLDED_LENGTH_MIN = 6;

/** These end or split a host name, or are no part of one: a secret that holds one stands in no host name. */
const NO_HOST = /[\s/\\?#@:[\]%<>^|]/u;

const hostOf = (name: string): string | undefined =>
  URL.canParse(`http://${name}/`) ? new URL(`http://${name}/`).hostname : undefined;

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');

/**
 * A label that holds the secret's part. Punycode (RFC 3492) puts the ASCII letters of a label first, in their order, and the rest behind
 * them in a form that depends on the whole label: of that part only its least length is known.
 */
const labelSource = (label: string): string => {
  if (!label.startsWith('xn--')) {
    const plain = literal(label);
    return `(?:xn--[a-z0-9-]*${plain}[a-z0-9-]*|${plain})`;
  }
  const end = label.lastIndexOf('-');
  const letters = label.slice(4, Math.max(4, end));
  return letters.length === 0 ? 'xn--[a-z0-9-]{6,}' : `xn--[a-z0-9-]*${literal(letters)}[a-z0-9-]+`;
};

/**
 * What a URL parser makes of a secret inside a host name, where that is more than small letters: punycode, other widths of letters, and
 * the address that a number is.
 */
export const hostForms = (value: string): readonly Form[] => {
  if (value.length < FOLDED_LENGTH_MIN || NO_HOST.test(value)) return [];
  const address = hostOf(value);
  const isAddress = address !== undefined && /^[\d.]+$/.test(address) && address !== value;
  const labels = hostOf(`${value}.x`)?.split('.').slice(0, -1) ?? [];
  const isPlain = labels.length < 2 && labels[0] === value.toLowerCase();
  return [
    ...(isAddress ? [{ source: `(?<![\\d.])${literal(address)}(?![\\d.])`, weight: value.length }] : []),
    ...(isPlain || labels.length === 0 ? [] : [{ source: labels.map(labelSource).join('\\.'), weight: value.length }]),
  ];
};
