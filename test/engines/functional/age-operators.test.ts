/** olderThan and newerThan: ages are counted from the time that is passed in. Expected answers are computed from days and hours written out. */
import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import type { Operators } from '#core/check';
import type { Json } from '#core/units';
import { evaluateCheck } from '#engines/functional/checks';
import { NOW_MS, answerOfJson, optionsWith } from './answer-of-json.ts';

const outcome = (value: Json, operators: Operators) =>
  evaluateCheck({ path: '$.at', ...operators }, answerOfJson({ at: value }), optionsWith())[0];
const passes = (value: Json, operators: Operators): boolean => outcome(value, operators)?.passed === true;

describe('ages', () => {
  test('row 7: a time is older, newer or exactly as old as a duration, in every way to write it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -500_000, max: 500_000 }),
        fc.integer({ min: 0, max: 300_000 }),
        (ageSeconds, limit) => {
          const ms = NOW_MS - ageSeconds * 1000;
          const forms: Json[] = [new Date(ms).toISOString(), ms, ms / 1000, new Date(ms).toUTCString()];

          for (const form of forms) {
            expect(passes(form, { olderThan: `${String(limit)}s` })).toBe(ageSeconds > limit);
            expect(passes(form, { newerThan: `PT${String(limit)}S` })).toBe(ageSeconds < limit);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  test('what is exactly as old is neither older nor newer', () => {
    expect(passes('2026-01-14T12:00:00Z', { olderThan: '24h' })).toBe(false);
    expect(passes('2026-01-14T12:00:00Z', { newerThan: '24h' })).toBe(false);
  });

  test('zones count', () => {
    expect(passes('2026-01-15T13:30:00+02:00', { olderThan: '29m' })).toBe(true);
    expect(passes('2026-01-15T13:30:00+02:00', { olderThan: '31m' })).toBe(false);
    expect(passes('2026-01-15', { olderThan: '11h', newerThan: '13h' })).toBe(true);
  });

  test('the message says how old it is; what is no time or no duration is told', () => {
    expect(outcome('2026-01-15T11:59:00Z', { olderThan: '24h' })).toEqual({
      check: '$.at is older than 24h',
      path: '$.at',
      passed: false,
      expected: '24h',
      got: '2026-01-15T11:59:00Z',
      message: 'expected an age over 24h, got a time 60 s ago',
    });
    expect(outcome(NOW_MS + 5000, { olderThan: '0s' })?.message).toBe(
      'expected an age over 0s, got a time 5 s from now',
    );
    expect(outcome('yesterday', { newerThan: '1d' })?.message).toContain('got "yesterday"');
    expect(outcome('2026-02-30T00:00:00Z', { newerThan: '1d' })?.message).toContain('expected a time');
    expect(outcome('2026-01-15T12:00:00', { newerThan: '1d' })?.message).toContain('RFC 3339 with its zone');
    expect(outcome('2026-01-15T12:00:00Z', { newerThan: 'soon' })?.message).toContain('expected a duration such as');
  });
});
