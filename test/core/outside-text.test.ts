/**
 * Texts from outside are cut, and what is cut may be sensitive. Secrets of every kind are planted around the place of the cut, in the
 * middle of white space and letters: whatever comes out holds no beginning of one.
 */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { boundedText, withBoundedReasons } from '#core/bounded-reasons';
import type { CaseResult } from '#core/case-result';
import { summarise } from '#core/case-summary';
import { findSensitive } from '#core/masking';
import { outsideText } from '#core/outside-text';
import { resultOf } from './case-builder.ts';

const PREFIX = 8;
const random = (size: number, alphabet: string): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...alphabet), { minLength: size, maxLength: size }).map((characters) => characters.join(''));
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789';

/** What must not be seen, and how it stands in a text. */
interface Planted {
  readonly secret: string;
  readonly text: string;
}
const planted: fc.Arbitrary<Planted> = fc.oneof(
  random(60, ALPHABET).map((body) => ({ secret: `eyJhbGci${body}`, text: `eyJhbGci${body}.${body}.${body}` })),
  random(40, ALPHABET).map((body) => ({ secret: body, text: `Authorization: Bearer ${body}9` })),
  random(24, ALPHABET).map((body) => ({ secret: body, text: `"password":"${body}"` })),
  random(24, ALPHABET).map((body) => ({ secret: body, text: `{\\"db_secret\\":\\"${body}\\"}` })),
  random(24, ALPHABET).map((body) => ({ secret: body, text: `sk_live_${body}` })),
  random(16, 'ABCDEFGHJKLMNPQRSTUVWXYZ234567').map((body) => ({ secret: body, text: `AKIA${body}` })),
  random(24, ALPHABET).map((body) => ({ secret: body, text: `postgres://app:${body}@db.example/x` })),
  fc.constant({ secret: '4111111111111111', text: '4111111111111111' }),
);

const around = (cut: number): fc.Arbitrary<Planted> =>
  fc
    .tuple(planted, fc.integer({ min: -90, max: 10 }), fc.constantFrom(' ', '. ', '\n', ' \t '))
    .map(([{ secret, text }, shift, gap]) => {
      const before = 'word '.repeat(400).slice(0, Math.max(0, cut + shift));
      return { secret, text: `${before}${gap}${text}${gap}${'and more '.repeat(60)}` };
    });

const expectNone = (out: string, secret: string): void => {
  expect(out).not.toContain(secret.slice(0, PREFIX));
  expect(findSensitive(out)).toEqual([]);
};

describe('no beginning of a secret survives a cut', () => {
  test('of a cause that AWS gave', () => {
    fc.assert(
      fc.property(around(300), ({ secret, text }) => {
        const out = outsideText(text, 300);
        expectNone(out, secret);
        expect(out.length).toBeLessThanOrEqual(300);
      }),
      { numRuns: 500 },
    );
  });

  test('of a reason that is bounded before it is stored', () => {
    fc.assert(
      fc.property(around(1000), ({ secret, text }) => {
        const spaced = text.replaceAll(/\s+/g, ' ').replaceAll(/"password":"[^"]*"|\{\\.*\\"\}|Authorization: /g, '');
        expectNone(boundedText(spaced), secret);
        expect(boundedText(boundedText(spaced))).toBe(boundedText(spaced));
      }),
      { numRuns: 500 },
    );
  });

  test('of what a case is said to have done', () => {
    fc.assert(
      fc.property(around(500), ({ secret, text }) => {
        const spaced = text.replaceAll(/\s+/g, ' ').replaceAll(/"password":"[^"]*"|\{\\.*\\"\}|Authorization: /g, '');
        const base = resultOf({ case: 'pay', verdict: 'failed' });
        const result: CaseResult = {
          ...base,
          tries: base.tries.map((one) => ({
            ...one,
            checks: [{ check: '$.a equals 1', passed: false, message: spaced }],
          })),
        };
        expectNone(summarise(result, 0).message ?? '', secret);
      }),
      { numRuns: 500 },
    );
  });

  test('of the reasons of a gate', () => {
    const counts = resultOf({ case: 'a' });
    expect(counts.verdict).toBe('passed');
    fc.assert(
      fc.property(around(2000), ({ secret, text }) => {
        const spaced = text.replaceAll(/\s+/g, ' ').replaceAll(/"password":"[^"]*"|\{\\.*\\"\}|Authorization: /g, '');
        const { reasons } = withBoundedReasons({
          answer: 'shut',
          reasons: [{ code: 'case-failed', message: spaced, detail: spaced, effect: 'shut' }],
          counts: {
            passed: 0,
            failed: 1,
            errored: 0,
            skipped: 0,
            flaky: 0,
            warnings: 0,
            checks: 1,
            requests: 1,
            requestErrors: 0,
          },
          errorRate: 0,
          p95Ms: 1,
          degraded: false,
        });
        expectNone(`${reasons[0]?.message ?? ''} ${reasons[0]?.detail ?? ''}`, secret);
      }),
      { numRuns: 200 },
    );
  });
});

test.each(['got password=\n\n hunter2-hunter2', 'got\npassword: hunter2-hunter2\nand more'])(
  'a name and its value are masked whatever lines they stand on: %j',
  (text) => {
    expect(outsideText(text, 300)).not.toContain('hunter2');
  },
);

test('a cut leaves no half of a character pair', () => {
  expect(boundedText(`${'a'.repeat(998)}😀${'b'.repeat(20)}`).isWellFormed()).toBe(true);
});
