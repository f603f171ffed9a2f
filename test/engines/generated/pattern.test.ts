/** Texts for regular expressions: those that are made match, those against them do not. The judge is the language's own RegExp. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { seededRandomAt } from '#engines/data/seeded-random';
import { textAgainstPattern, textOfPattern } from '#engines/generated/pattern/text-of-pattern';

const ANY = { min: 0, max: 200 };

const PATTERNS = [
  '^[A-Z]{2}[0-9]{3,5}$',
  '^(?:a|bc|def)+$',
  '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}Z$',
  '^[\\w.+-]+@[\\w-]+\\.[a-z]{2,}$',
  '^(?<year>\\d{4})/\\k<year>$',
  '^\\p{Lu}\\p{Ll}+$',
  '^[^\\s/]+/[^\\s/]+$',
  '^#[0-9a-fA-F]{6}$',
  '^\\+[1-9]\\d{1,14}$',
  '^([a-z]{2})(-[A-Z]{2})?$',
  '^(?=.*\\d)[a-z0-9]{8,}$',
  '^\\u0041\\x42$',
  'abc',
  '^$|^x$',
  '^.{3,7}$',
  '^[\\d\\-_]+$',
  '^[^a-z]$',
  '^(([a-z])\\2){3}$',
  '^a{3}b{0,2}c?$',
  '\\bword\\b',
  '^\\S+\\s\\S+$',
];

describe('texts that match', () => {
  test.each(PATTERNS)('%s', (pattern) => {
    for (let seed = 0; seed < 20; seed += 1) {
      const text = textOfPattern(pattern, seededRandomAt(String(seed), 'p'), ANY);

      expect(text).toMatch(new RegExp(pattern, 'u'));
    }
  });

  test('are of the length that is asked for', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('^[a-z]+$', '^[a-z]{2,}\\d*$', '^(?:ab)*c+$', 'x', '^.*$'),
        fc.integer({ min: 3, max: 120 }),
        fc.nat(),
        (pattern, length, seed) => {
          const text = textOfPattern(pattern, seededRandomAt(String(seed), 'p'), { min: length, max: length });

          expect([text?.length, new RegExp(pattern, 'u').test(text ?? '')]).toEqual([length, true]);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('there are none for lengths that no match has, and for what is no expression here', () => {
    const random = seededRandomAt('1', 'p');

    expect(textOfPattern('^a{5}$', random, { min: 0, max: 4 })).toBeUndefined();
    expect(textOfPattern('^a{5}$', random, { min: 6, max: 9 })).toBeUndefined();
    expect(textOfPattern('(unclosed', random, ANY)).toBeUndefined();
    expect(textOfPattern('^\\Apython\\Z$', random, ANY)).toBeUndefined();
  });

  test('huge counts end', () => {
    expect(textOfPattern('^(a{1,1000}){1,1000}$', seededRandomAt('1', 'p'), { min: 1, max: 50 })).toMatch(/^a{1,50}$/u);
    expect(textOfPattern('^a{1000000000}$', seededRandomAt('1', 'p'), { min: 1, max: 50 })).toBeUndefined();
  });
});

describe('texts that do not match', () => {
  test.each(PATTERNS)('%s', (pattern) => {
    const text = textAgainstPattern(pattern, seededRandomAt('1', 'p'), ANY);

    expect(typeof text).toBe('string');
    expect(text).not.toMatch(new RegExp(pattern, 'u'));
  });

  test('an expression that may take for ever is asked for a moment only', () => {
    const text = textAgainstPattern('^(a+)+$', seededRandomAt('1', 'p'), { min: 40, max: 60 });

    expect(text ?? '!').toContain('!');
  });

  test('there is none where everything matches', () => {
    expect(textAgainstPattern('', seededRandomAt('1', 'p'), ANY)).toBeUndefined();
    expect(textAgainstPattern('^[^]*$', seededRandomAt('1', 'p'), ANY)).toBeUndefined();
  });
});
