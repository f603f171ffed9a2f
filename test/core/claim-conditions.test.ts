/** Conditions on claims. Globs are held against an independent oracle, a recursive definition. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { ClaimCondition } from '#core/access';
import { matchesGlob, meetsCondition } from '#core/claim-conditions';

const globOracle = (glob: string, text: string): boolean => {
  if (glob === '') return text === '';
  if (glob.startsWith('*')) return globOracle(glob.slice(1), text) || (text !== '' && globOracle(glob, text.slice(1)));
  return text.startsWith(glob.charAt(0)) && text !== '' && globOracle(glob.slice(1), text.slice(1));
};

test('F1.1: a glob matches what its definition says', () => {
  const letters = (alphabet: string, maxLength: number): fc.Arbitrary<string> =>
    fc.array(fc.constantFrom(...alphabet), { maxLength }).map((found) => found.join(''));
  fc.assert(
    fc.property(letters('ab*.', 7), letters('ab.', 9), (glob, text) => {
      expect(matchesGlob(glob, text)).toBe(globOracle(glob, text));
    }),
    { numRuns: 3000 },
  );
});

test('a hostile claim does not make a glob slow', () => {
  expect(matchesGlob(`${'*a'.repeat(200)}b`, 'a'.repeat(100_000))).toBe(false);
});

test.each<[string, ClaimCondition, unknown, boolean]>([
  ['the same text', 'main', 'main', true],
  ['another case', 'main', 'Main', false],
  ['one of a list', ['main', 'dev'], 'dev', true],
  ['none of a list', ['main', 'dev'], 'prod', false],
  ['a glob', { like: 'refs/heads/*' }, 'refs/heads/x', true],
  ['a glob that would match within', { like: 'heads/*' }, 'refs/heads/x', false],
  ['a star in a plain text', 'refs/*', 'refs/x', false],
  ['a number', '42', 42, true],
  ['true', 'true', true, true],
  ['one element of an array', 'ops', ['dev', 'ops'], true],
  ['no element of an array', 'ops', ['dev'], false],
  ['an absent claim', { like: '*' }, undefined, false],
  ['null', { like: '*' }, null, false],
  ['an object', { like: '*' }, { toString: 'x' }, false],
])('a condition and %s', (_words, condition, value, expected) => {
  expect(meetsCondition(condition, value as never)).toBe(expected);
});
