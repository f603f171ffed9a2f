/** Secrets that are learned one by one, in any order, are all replaced, whichever of them hold others. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { secretFinder } from '#core/secret-finder';

const finderOf = (values: readonly string[]) => {
  const finder = secretFinder();
  values.forEach((value, at) => {
    finder.add({ name: `s${String(at)}`, value });
  });
  return finder;
};

test('a secret that holds one that was known before is replaced whole', () => {
  const filler = Array.from({ length: 10 }, (_, at) => `filler-${String(at)}-zzzz`);
  const finder = finderOf(['middle-part', ...filler, 'head-middle-part-tail']);

  expect(finder.replaceAll('got head-middle-part-tail and middle-part', () => '***')).toBe('got *** and ***');
});

test('secrets that overlap leave nothing of either', () => {
  const finder = finderOf(['abcdefgh', ...Array.from({ length: 7 }, (_, at) => `other-${String(at)}`), 'efghijkl']);

  expect(finder.replaceAll('x abcdefghijkl y', () => '***')).toBe('x *** y');
});

test('of any secrets, learned in any order, none is left in a text that holds them all', () => {
  const secret = fc.stringMatching(/^[a-z0-9]{6,12}$/);
  fc.assert(
    fc.property(fc.uniqueArray(secret, { minLength: 1, maxLength: 12 }), fc.string(), (secrets, between) => {
      const masked = finderOf(secrets).replaceAll(secrets.join(between), () => '***');

      for (const value of secrets) expect(masked.includes(value) && !between.includes(value)).toBe(false);
    }),
    { numRuns: 150 },
  );
});

test('no spelling of plain characters is shorter than they are: short texts are passed over rightly', () => {
  const value = fc.stringMatching(/^[ -~]{1,16}$/).filter((text) => !/^\*+$/.test(text));
  const spelled = (text: string): string[] => {
    const bytes = Buffer.from(text);
    return [
      text,
      text.toLowerCase(),
      encodeURIComponent(text),
      JSON.stringify(text).slice(1, -1),
      bytes.toString('hex'),
      bytes.toString('base64url'),
      `http://${text}/`,
    ];
  };
  fc.assert(
    fc.property(value, (text) => {
      const alone = secretFinder();
      const padded = secretFinder();
      for (const finder of [alone, padded]) finder.add({ name: 's', value: text });

      for (const spelling of spelled(text)) {
        const inSpaces = padded.replaceAll(`${spelling}${' '.repeat(40)}`, () => '***');
        expect(`${alone.replaceAll(spelling, () => '***')}${' '.repeat(40)}`.trimEnd()).toBe(inSpaces.trimEnd());
      }
    }),
    { numRuns: 300 },
  );
});
