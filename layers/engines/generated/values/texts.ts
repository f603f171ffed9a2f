import type { SeededRandom } from '#engines/data/seeded-random';
import { matchesPattern } from '../pattern/watched-pattern.ts';
import { isReadablePattern, textOfPattern } from '../pattern/text-of-pattern.ts';
import type { Branch } from './branches.ts';
import { freeText } from './free-json.ts';
import { lengths, textsOf } from './facets.ts';

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

const dateOf = (random: SeededRandom): string =>
  `${String(random.int(1990, 2035))}-${pad(random.int(1, 12), 2)}-${pad(random.int(1, 28), 2)}`;
const timeOf = (random: SeededRandom): string =>
  `${pad(random.int(0, 23), 2)}:${pad(random.int(0, 59), 2)}:${pad(random.int(0, 59), 2)}Z`;
const hexOf = (random: SeededRandom, length: number): string =>
  Array.from({ length }, () => random.int(0, 15).toString(16)).join('');
const wordOf = (random: SeededRandom, length = random.int(3, 8)): string =>
  Array.from({ length }, () => String.fromCharCode(random.int(97, 122))).join('');

type Maker = (random: SeededRandom) => string;

const uuid: Maker = (random) =>
  `${hexOf(random, 8)}-${hexOf(random, 4)}-4${hexOf(random, 3)}-${random.pick(['8', '9', 'a', 'b'])}${hexOf(random, 3)}-${hexOf(random, 12)}`;
const host: Maker = (random) => `${wordOf(random)}.example.com`;
const email: Maker = (random) => `${wordOf(random)}@example.com`;
const uri: Maker = (random) => `https://example.com/${wordOf(random)}`;

/** Texts of each format; reserved names and addresses only (RFC 2606, RFC 5737, RFC 3849). */
const FORMATS: { readonly [format: string]: Maker } = {
  'date-time': (random) => `${dateOf(random)}T${timeOf(random)}`,
  date: dateOf,
  time: timeOf,
  'iso-time': timeOf,
  'iso-date-time': (random) => `${dateOf(random)}T${timeOf(random)}`,
  duration: (random) => `PT${String(random.int(1, 48))}H`,
  email,
  'idn-email': email,
  hostname: host,
  'idn-hostname': host,
  ipv4: (random) => `192.0.2.${String(random.int(1, 254))}`,
  ipv6: (random) => `2001:db8::${random.int(1, 0xffff).toString(16)}`,
  uri,
  url: uri,
  iri: uri,
  'uri-reference': (random) => `/${wordOf(random)}`,
  'iri-reference': (random) => `/${wordOf(random)}`,
  'uri-template': (random) => `https://example.com/{${wordOf(random)}}`,
  uuid,
  'json-pointer': (random) => `/${wordOf(random)}/0`,
  'relative-json-pointer': (random) => `1/${wordOf(random)}`,
  regex: (random) => `^${wordOf(random)}$`,
  byte: (random) => Buffer.from(wordOf(random, random.int(1, 4) * 3)).toString('base64'),
  base64url: (random) => Buffer.from(wordOf(random, random.int(1, 4) * 3)).toString('base64url'),
};

const SAMPLE_LETTERS = 'example';

const textOfLength = (random: SeededRandom, length: number, isPlain: boolean): string =>
  isPlain
    ? SAMPLE_LETTERS.repeat(Math.ceil(length / SAMPLE_LETTERS.length)).slice(0, length)
    : wordOf(random, Math.min(length, 20_000));

/** Longest text that is made where a schema allows more. */
export const TEXT_MAX = 20_000;
const PATTERN_TRIES = 12;

const withPatterns = (
  patterns: readonly string[],
  random: SeededRandom,
  limits: { readonly min: number; readonly max: number },
  aim: number,
): string | undefined => {
  const readable = patterns.filter(isReadablePattern);
  const isRight = (text: string): boolean => {
    const { length } = [...text];
    return (
      length >= limits.min && length <= limits.max && readable.every((source) => matchesPattern(source, text) === true)
    );
  };
  for (let attempt = 0; attempt < PATTERN_TRIES; attempt += 1) {
    const texts = readable.flatMap((source) => textOfPattern(source, random, limits, aim) ?? []);
    // Several expressions that look at the ends of a text are often met by one after the other.
    const [first = '', second] = texts;
    const joined = second === undefined ? [] : [first + second, second + first];
    const found = [...texts, ...joined].find(isRight);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** How long the text is to be: as the random source says, or as short or as long as it may be. */
export type TextAim = 'any' | 'plain' | number;

/**
 * A text that a branch allows, or undefined when none was found. What is beyond the branch (`not`, unknown formats) is for the judge of the
 * whole value to say.
 */
export const textFor = (branch: Branch, random: SeededRandom, aim: TextAim): string | undefined => {
  const { min, max } = lengths(branch);
  if (min > max || min > TEXT_MAX) return undefined;
  const limits = { min, max: Math.min(max, Math.max(min, TEXT_MAX)) };
  const patterns = textsOf(branch, 'pattern');
  const length =
    typeof aim === 'number'
      ? Math.max(limits.min, Math.min(limits.max, aim))
      : aim === 'plain'
        ? Math.max(limits.min, Math.min(limits.max, 7))
        : random.int(Math.max(limits.min, Math.min(1, limits.max)), Math.min(limits.max, limits.min + 24));
  const exact = typeof aim === 'number' ? { min: length, max: length } : limits;
  const formats = textsOf(branch, 'format').flatMap((format) => FORMATS[format] ?? []);
  if (patterns.length > 0) {
    const made = withPatterns(patterns, random, exact, typeof aim === 'number' ? length : limits.min);
    if (made !== undefined || formats.length === 0) return made;
  }
  const [make] = formats;
  if (make === undefined)
    return aim === 'any' && length > 2 && random.next() < 0.3
      ? freeText(random, length)
      : textOfLength(random, length, aim !== 'any');
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const text = make(random);
    if (text.length >= exact.min && text.length <= exact.max) return text;
  }
  return stretched(branch, exact);
};

/** Formats that can be of a given length. */
const stretched = (
  branch: Branch,
  { min, max }: { readonly min: number; readonly max: number },
): string | undefined => {
  const formats = textsOf(branch, 'format');
  const length = Math.max(min, Math.min(max, 12));
  if (formats.some((format) => ['email', 'idn-email'].includes(format)))
    return length < 3
      ? undefined
      : length <= 12
        ? `${'a'.repeat(Math.max(1, length - 4))}@a.a`.slice(-length)
        : emailOfLength(length);
  if (formats.some((format) => ['uri', 'url', 'iri'].includes(format)))
    return length < 4
      ? undefined
      : length < 12
        ? `a:${'b'.repeat(length - 2)}`
        : `https://a.b/${'a'.repeat(length - 12)}`;
  if (formats.some((format) => ['uri-reference', 'iri-reference'].includes(format))) return 'a'.repeat(length);
  return undefined;
};

const emailOfLength = (length: number): string | undefined => {
  // RFC 5321, 4.5.3.1: 64 characters before the at, labels of at most 63 behind it.
  const [local, tail] = [Math.min(64, length - 4), length - 1 - Math.min(64, length - 4)];
  let domain = '';
  for (let left = tail; left > 0;) {
    const label = Math.min(63, left > 64 ? 61 : left);
    domain += `${domain === '' ? '' : '.'}${'a'.repeat(label)}`;
    left -= label + 1;
  }
  const text = `${'a'.repeat(local)}@${domain}`;
  return text.length === length ? text : undefined;
};
