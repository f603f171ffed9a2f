/** The walk over a text finds what the expression of each secret finds, and nothing else: the expressions are the oracle. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { secretFinder } from '#core/secret-finder';
import { expressionOf } from '#core/secret-forms';
import { secretIndex } from '#core/secret-index';

type Spell = (character: string) => string;

const hexOf = (character: string): string => character.charCodeAt(0).toString(16).padStart(2, '0');

/** Ways to write one character. */
const SPELLINGS: readonly Spell[] = [
  (character) => character,
  (character) => character.toUpperCase(),
  (character) => `%${hexOf(character)}`,
  (character) => `%25${hexOf(character).toUpperCase()}`,
  (character) => `\\u00${hexOf(character)}`,
  (character) => `\\\\u00${hexOf(character)}`,
  (character) => (/["/]/u.test(character) ? `\\${character}` : character),
];

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** Ways to write a whole secret. */
const ENCODINGS: readonly ((value: string) => string)[] = [
  (value) => value,
  (value) => value.toLowerCase(),
  (value) => JSON.stringify(JSON.stringify({ value })),
  (value) => encodeURIComponent(`x=${value}&`),
  (value) => base64(`a${value}bc`),
  (value) => Buffer.from(`ab${value}`).toString('base64url'),
  (value) => base64(base64(`abc${value}d`)),
  (value) => encodeURIComponent(base64(`?>${value}`)),
  (value) => JSON.stringify(base64(`??>${value}`)).replaceAll('/', '\\/'),
  (value) => Buffer.from(`z${value}`).toString('hex').toUpperCase(),
  (value) => Array.from(value).reverse().join(''),
];

const secret = fc.oneof(
  fc.stringMatching(/^[a-zA-Z0-9._-]{13,40}$/u),
  fc.stringMatching(/^[!-~]{13,24}$/u),
  fc.stringMatching(/^[0-9a-f]{13,20}$/u),
  fc.stringMatching(/^eyJh[A-Za-z0-9_-]{8,12}\.[A-Za-z0-9_-]{8,12}\.[A-Za-z0-9_-]{8,12}$/u),
  fc.stringMatching(/^[a-z+/=]{13,20}$/u),
);

const written = (value: string): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(...ENCODINGS).map((encode) => encode(value)),
    fc
      .array(fc.constantFrom(...SPELLINGS), { minLength: value.length, maxLength: value.length })
      .map((spells) => Array.from(value, (character, at) => spells[at]?.(character) ?? character).join('')),
  );

/** What could be taken together with the beginning of a secret. */
const beside = fc.oneof(
  fc.stringMatching(/^[ -~]{0,6}$/u),
  fc.constantFrom('', '%', '%2', '%25', '%252', '\\', '\\\\', '\\u', '=', 'https://', '"'),
);

const marked = (spans: Iterable<readonly [number, number]>): Set<number> => {
  const places = new Set<number>();
  for (const [from, to] of spans) for (let at = from; at < to; at += 1) places.add(at);
  return places;
};

test('every place that an expression finds is found, and a text without one is clean', () => {
  const cases = secret.chain((value) => fc.tuple(fc.constant(value), beside, written(value), beside));
  let indexed = 0;
  fc.assert(
    fc.property(cases, fc.array(secret, { maxLength: 5 }), ([value, before, middle, after], more) => {
      const index = secretIndex();
      const known = { name: 's', value };
      if (!index.add(known)) return;
      indexed += 1;
      for (const [at, other] of more.entries()) if (other !== value) index.add({ name: String(at), value: other });
      const text = `${before}${middle}${after}`;

      const found = index.find(text).filter(({ secret: one }) => one === known);

      const expected = [...text.matchAll(expressionOf(known) ?? /(?!)/gu)];
      const spans = expected.map((match) => [match.index, match.index + match[0].length] as const);
      const places = marked(found.map(({ span }) => span));
      expect([...marked(spans)].filter((at) => !places.has(at))).toEqual([]);
      expect(found.length > 0).toBe(expected.length > 0);
    }),
    { numRuns: 700 },
  );
  expect(indexed).toBeGreaterThan(300);
});

test('secrets with the same beginning or end are told apart', () => {
  const values = Array.from({ length: 3000 }, (_, at) => `tenant-token-${String(at).padStart(6, '0')}-of-production`);
  const finder = secretFinder();
  for (const value of values.slice(0, 2900)) finder.add({ name: 's', value });

  const texts = values.map((value) => finder.replaceAll(`got ${value} and ${base64(value)}`, () => '***'));

  expect(new Set(texts.slice(0, 2900))).toEqual(new Set(['got *** and ***']));
  expect(texts.slice(2900).filter((text) => text.includes('***'))).toEqual([]);
});

test('what cannot be told by its letters is left to expressions', () => {
  const index = secretIndex();

  for (const value of [
    'short',
    'pass%20word-of-length',
    'back\\slash-of-length',
    'ünïcode-passphrase',
    '2541-only-figures-here',
  ])
    expect(index.add({ name: 's', value })).toBe(false);
});
