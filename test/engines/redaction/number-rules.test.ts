import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ibanAt, isCardNumber, isInternationalNumber, isSsn } from '#engines/redaction/number-rules';
import '../../property-seed.ts';

test.each([
  '4111111111111111',
  '4012888888881881',
  '5555555555554444',
  '2223003122003222',
  '378282246310005',
  '6011111111111117',
  '30569309025904',
  '3530111333300000',
  '6200000000000005',
  '4222222222222',
])('a card of an issuer: %s', (digits) => {
  expect(isCardNumber(digits)).toBe(true);
});

test('one digit that differs is no card', () => {
  fc.assert(
    fc.property(fc.nat({ max: 15 }), fc.integer({ min: 1, max: 9 }), (place, by) => {
      const digits = Array.from('4012888888881881', Number);
      const wrong = digits.map((digit, at) => (at === place ? (digit + by) % 10 : digit)).join('');

      expect(isCardNumber(wrong)).toBe(false);
    }),
  );
});

test.each([
  ['DE89370400440532013000', 22],
  ['GB82 WEST 1234 5698 7654 32 and more', 27],
  ['NO9386011117947', 15],
  ['MT84MALT011000012345MTLCAST001S', 31],
  ['SA03 8000 0000 6080 1016 7519.', 29],
])('an IBAN begins %s', (text, length) => {
  expect(ibanAt(text)).toBe(length);
});

test.each([
  'DE8937040044053201300',
  'DE893704004405320130001',
  'DE90370400440532013000',
  'XX89370400440532013000',
  'DE8 9370400440532013000',
])('no IBAN begins %s', (text) => {
  expect(ibanAt(text)).toBeUndefined();
});

test('numbers of people and telephones keep to their plans', () => {
  expect(['219-09-9999', '078051120'].map(isSsn)).toEqual([true, true]);
  expect(['000-12-3456', '666123456', '912-12-1234', '123-45-0000'].map(isSsn)).toEqual([false, false, false, false]);
  expect(['14155552671', '4930123456', '35812345678'].map(isInternationalNumber)).toEqual([true, true, true]);
  expect(['0123456789', '999999999', '83112345678', '12345'].map(isInternationalNumber)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
