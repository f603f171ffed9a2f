/** Durations and moments. Expected milliseconds are written out or computed from days, hours and so on by the test's own arithmetic. */
import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { durationMs, durationProblem } from '#engines/data/duration';
import { momentMs } from '#engines/data/moment';

describe('durations', () => {
  test.each([
    ['500ms', 500],
    ['90s', 90_000],
    ['15m', 900_000],
    ['24h', 86_400_000],
    ['7d', 604_800_000],
    ['2w', 1_209_600_000],
    ['1h30m', 5_400_000],
    ['1.5h', 5_400_000],
    ['0s', 0],
    ['PT1H', 3_600_000],
    ['PT0.5S', 500],
    ['P1DT12H', 129_600_000],
    ['P2W', 1_209_600_000],
    ['P1D', 86_400_000],
    ['36525d', 3_155_760_000_000],
  ])('%s is %i milliseconds', (text, ms) => {
    expect(durationMs(text)).toBe(ms);
    expect(durationProblem(text)).toBeUndefined();
  });

  test.each([
    '',
    '24',
    'h',
    '-1h',
    '+1h',
    '1 h',
    '1y',
    '1H',
    'P',
    'PT',
    'P1Y',
    'P1M',
    'P1DT',
    'PT1',
    'P1H',
    '1h1h',
    'PT1.5H',
    '36526d',
    '1e3s',
    `${'9'.repeat(200)}d`,
  ])('%j is none, and a problem says what was expected', (text) => {
    expect(durationMs(text)).toBeUndefined();
    expect(durationProblem(text)).toMatch(/^expected a duration .+, got "/u);
  });

  test('years and months are refused with the reason', () => {
    expect(durationProblem('P1Y')).toBe(
      'expected a duration such as 500ms, 90s, 15m, 24h, 7d or PT1H, got "P1Y"; years and months have no fixed length',
    );
    expect(durationProblem('P1DT')).not.toContain('months');
  });

  test('row 11: units add up in every mixture', () => {
    const amount = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(amount, amount, amount, amount, (d, h, m, s) => {
        const seconds = ((d * 24 + h) * 60 + m) * 60 + s;

        expect(durationMs(`${String(d)}d${String(h)}h${String(m)}m${String(s)}s`)).toBe(seconds * 1000);
        expect(durationMs(`P${String(d)}DT${String(h)}H${String(m)}M${String(s)}S`)).toBe(seconds * 1000);
      }),
    );
  });

  test('a long text is refused at once', () => {
    expect(durationMs(`${'1h'.repeat(500_000)}x`)).toBeUndefined();
  });
});

describe('moments', () => {
  test('every time of the years 1 to 9999 is read as Date writes it, in any zone', () => {
    const zone = fc.integer({ min: -23 * 60, max: 23 * 60 });
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-03T00:00:00Z'), max: new Date('9999-12-30T00:00:00Z'), noInvalidDate: true }),
        zone,
        (date, minutes) => {
          const sign = minutes < 0 ? '-' : '+';
          const [hour, minute] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
          const local = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, -1);
          const text = `${local}${sign}${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;

          expect(momentMs(date.toISOString())).toBe(date.getTime());
          expect(momentMs(text)).toBe(date.getTime());
          expect(momentMs(date.toUTCString())).toBe(Math.floor(date.getTime() / 1000) * 1000);
        },
      ),
    );
  });

  test.each([
    [1_700_000_000, 1_700_000_000_000],
    [1_700_000_000_123, 1_700_000_000_123],
    [0, 0],
    ['1970-01-01', 0],
    ['1970-01-01t00:00:01z', 1000],
    ['1972-06-30T23:59:60Z', 78_796_800_000],
    ['1970-01-01T00:00:00.123456Z', 123],
  ])('%j is %i', (value, ms) => {
    expect(momentMs(value)).toBe(ms);
  });

  test.each([
    '',
    'now',
    '2026-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T00:00:00',
    '1700000000',
    'Sun, 31 Feb 2026 00:00:00 GMT',
    '2026-01-01T00:00:00+24:00',
    null,
    true,
    Number.NaN,
    {},
  ])('%j is none', (value) => {
    expect(momentMs(value)).toBeUndefined();
  });
});
