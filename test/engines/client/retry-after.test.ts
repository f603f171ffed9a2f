/**
 * Requirement C4, row 8: Retry-After as seconds and as date. JavaScript's own Date writes and counts the dates that the reader under test
 * must understand without it.
 */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseHttpDate, retryAfterMs } from '#engines/client/retry-after';

const NOW = Date.UTC(2026, 10, 20, 12, 0, 0);
const LONG_DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const inForms = (ms: number): { fixed: string; rfc850: string; asctime: string } => {
  const date = new Date(ms);
  const fixed = date.toUTCString();
  const [, day = '', month = '', year = '', time = ''] = fixed.split(' ');
  return {
    fixed,
    rfc850: `${LONG_DAYS[date.getUTCDay()] ?? ''}, ${day}-${month}-${year.slice(2)} ${time} GMT`,
    asctime: `${fixed.slice(0, 3)} ${month} ${String(Number(day)).padStart(2, ' ')} ${time} ${year}`,
  };
};

describe('an HTTP-date (RFC 9110, section 5.6.7; C4, row 8)', () => {
  test.each(['Sun, 06 Nov 1994 08:49:37 GMT', 'Sunday, 06-Nov-94 08:49:37 GMT', 'Sun Nov  6 08:49:37 1994'])(
    'the standard’s own example %s is read',
    (text) => {
      expect(parseHttpDate(text, NOW)).toBe(784_111_777_000);
    },
  );

  test('10,000 dates are read in all three forms', () => {
    const seconds = fc.integer({ min: Date.UTC(1977, 0, 1) / 1000, max: Date.UTC(2076, 10, 20) / 1000 - 1 });
    fc.assert(
      fc.property(seconds, (second) => {
        const { fixed, rfc850, asctime } = inForms(second * 1000);
        return [fixed, rfc850, asctime].every((text) => parseHttpDate(text, NOW) === second * 1000);
      }),
      { numRuns: 10_000 },
    );
  });

  test('a fixed date of any year is read', () => {
    const years = fc.integer({ min: Date.UTC(1000, 0, 1) / 1000, max: Date.UTC(9999, 11, 31) / 1000 });
    fc.assert(
      fc.property(years, (second) => {
        expect(parseHttpDate(new Date(second * 1000).toUTCString(), NOW)).toBe(second * 1000);
      }),
    );
  });

  test('years that 400 divides have a leap day, other centuries have none', () => {
    expect(parseHttpDate('Tue, 29 Feb 2000 00:00:00 GMT', NOW)).toBe(951_782_400_000);
    expect(parseHttpDate('Mon, 29 Feb 2100 00:00:00 GMT', NOW)).toBeUndefined();
  });

  test('a year of two digits more than 50 years ahead lies in the past', () => {
    expect(parseHttpDate('Friday, 20-Nov-76 12:00:00 GMT', NOW)).toBe(Date.UTC(2076, 10, 20, 12));
    expect(parseHttpDate('Friday, 20-Nov-76 12:00:01 GMT', NOW)).toBe(Date.UTC(1976, 10, 20, 12, 0, 1));
  });

  test.each([
    'Sun, 6 Nov 1994 08:49:37 GMT',
    'sun, 06 nov 1994 08:49:37 gmt',
    'Sun, 06 Nov 1994 08:49:37 +0100',
    'Sun, 06 Nov 1994 24:00:00 GMT',
    'Sun, 06 Nov 1994 08:60:37 GMT',
    'Sun, 31 Apr 1994 08:49:37 GMT',
    'Sun, 00 Nov 1994 08:49:37 GMT',
    'Sun, 06 Foo 1994 08:49:37 GMT',
    '1994-11-06T08:49:37Z',
  ])('%s is none', (text) => {
    expect(parseHttpDate(text, NOW)).toBeUndefined();
  });
});

describe('Retry-After (RFC 9110, section 10.2.3; C4, row 8)', () => {
  test.each([
    ['0', 0],
    ['120', 120_000],
    [' 7 ', 7000],
    ['007', 7000],
    ['Fri, 20 Nov 2026 12:01:30 GMT', 90_000],
    ['Friday, 20-Nov-26 12:01:30 GMT', 90_000],
    ['Fri Nov 20 12:01:30 2026', 90_000],
    ['Fri, 20 Nov 2026 11:59:59 GMT', 0],
  ])('%j asks for %d ms', (text, ms) => {
    expect(retryAfterMs(text, NOW)).toBe(ms);
  });

  test.each(['', '-5', '+5', '1.5', '1e3', '5s', 'soon', '５', 'NaN', '1, 2'])('%j asks for nothing', (text) => {
    expect(retryAfterMs(text, NOW)).toBeUndefined();
  });

  test('a number of any size is a time, so that a limit can cut it', () => {
    expect(Math.min(30_000, retryAfterMs('9'.repeat(25), NOW) ?? 0)).toBe(30_000);
    expect(Math.min(30_000, retryAfterMs('9'.repeat(5000), NOW) ?? 0)).toBe(30_000);
  });

  test('no text of 10,000 breaks it or asks for less than nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const ms = retryAfterMs(text, NOW);
        return ms === undefined || ms >= 0;
      }),
      { numRuns: 10_000 },
    );
  });
});
