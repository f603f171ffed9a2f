/** C7: a suppression needs a reason, an end and an approver; one that has expired is told and suppresses nothing. */
import { expect, test } from '@jest/globals';
import { fingerprintOf, isFailing, type Finding } from '#core/finding';
import { endOfSuppression, suppressFindings, suppressionProblem, type Suppression } from '#core/suppressions';

const NOW = Date.UTC(2026, 10, 21, 12);
const good: Suppression = {
  check: 'bola-read',
  reason: 'behind the gateway until May',
  expires: '2027-03-31',
  approver: 'ada@example.org',
};

const finding = (check: string, operation: string): Finding => ({
  fingerprint: fingerprintOf({ check, operation }),
  check,
  operation,
  severity: 'critical',
  title: 't',
  message: 'm',
});
const read = finding('bola-read', 'GET /orders/{id}');
const other = finding('bola-read', 'GET /users/{id}');
const csrf = finding('csrf', 'POST /orders');

const suppressedIn = (suppression: Suppression): string[] =>
  suppressFindings([read, other, csrf], [suppression], NOW)
    .findings.filter(({ suppressed }) => suppressed !== undefined)
    .map(({ check, operation }) => `${check} ${operation ?? ''}`);

test('by check it holds for all operations, by check and operation for one, by fingerprint for one finding', () => {
  const { check: _check, ...rest } = good;

  expect(suppressedIn(good)).toEqual(['bola-read GET /orders/{id}', 'bola-read GET /users/{id}']);
  expect(suppressedIn({ ...good, operation: 'GET /users/{id}' })).toEqual(['bola-read GET /users/{id}']);
  expect(suppressedIn({ ...rest, fingerprint: csrf.fingerprint })).toEqual(['csrf POST /orders']);
});

test('a suppressed finding is still told, with who approved it until when, and fails nothing', () => {
  const [first] = suppressFindings([read], [good], NOW).findings;

  expect(first?.suppressed).toEqual({ reason: good.reason, until: '2027-03-31', approver: 'ada@example.org' });
  expect(isFailing(first!)).toBe(false);
  expect(isFailing(read)).toBe(true);
});

test.each([
  ['no reason', { reason: undefined }, 'expected a reason of at least 10 characters, got nothing'],
  ['a reason of a word', { reason: ' ok ' }, 'expected a reason of at least 10 characters, got " ok "'],
  ['no end', { expires: undefined }, 'expected expires to be a day (2027-03-31) or a moment, got nothing'],
  [
    'an end that is no day',
    { expires: '2027-02-30' },
    'expected expires to be a day (2027-03-31) or a moment, got "2027-02-30"',
  ],
  [
    'an end in words',
    { expires: 'next week' },
    'expected expires to be a day (2027-03-31) or a moment, got "next week"',
  ],
  ['no end in sight', { expires: '2099-01-01' }, 'expected expires within 366 days, got "2099-01-01"'],
  ['no approver', { approver: '' }, 'expected an approver, got ""'],
  ['no subject', { check: undefined }, 'expected a suppression to name either a fingerprint or a check, got neither'],
  [
    'two subjects',
    { fingerprint: 'a'.repeat(32) },
    'expected a suppression to name either a fingerprint or a check, got both',
  ],
  [
    'an odd fingerprint',
    { check: undefined, fingerprint: 'xyz' },
    'expected a fingerprint of 32 hex digits, got "xyz"',
  ],
])('refused with %s', (_what, change, problem) => {
  const wrong = { ...good, ...change } as Suppression;

  expect(suppressionProblem(wrong, NOW)).toBe(problem);
  const { findings, warnings } = suppressFindings([read], [wrong], NOW);
  expect(findings[0]?.suppressed).toBeUndefined();
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toContain(problem);
});

test('expired yesterday it suppresses nothing and is told; on its last day it holds to the end in UTC', () => {
  const last = { ...good, expires: '2026-11-21' };

  expect(suppressFindings([read], [{ ...good, expires: '2026-11-20' }], NOW)).toEqual({
    findings: [read],
    warnings: ['suppression of bola-read expired 2026-11-20: it holds no longer'],
  });
  expect(suppressFindings([read], [last], Date.UTC(2026, 10, 21, 23, 59, 59)).findings[0]?.suppressed).toBeDefined();
  expect(suppressFindings([read], [last], Date.UTC(2026, 10, 22)).findings[0]?.suppressed).toBeUndefined();
});

test('a moment ends at the moment, in any time zone', () => {
  expect(endOfSuppression('2027-03-31T12:00:00+02:00')).toBe(Date.UTC(2027, 2, 31, 10));
  expect(endOfSuppression('2028-02-29')).toBe(Date.UTC(2028, 2, 1));
});

test('one that matched nothing is told', () => {
  expect(suppressFindings([csrf], [good], NOW).warnings).toEqual([
    'suppression of bola-read matched no finding of this run',
  ]);
});
