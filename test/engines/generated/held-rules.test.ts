/** What an exploration looked at is read back from its results, so that a fault that is gone can be told from one that was not looked for. */
import { expect, test } from '@jest/globals';
import type { CaseResult } from '#core/case-result';
import type { Finding } from '#core/finding';
import { exploredRules } from '#engines/generated/held-rules';

const resultOf = (checks: readonly string[], findings: readonly Partial<Finding>[] = []) =>
  ({
    tries: [{ checks: checks.map((check) => ({ check, passed: true })) }],
    findings,
  }) as unknown as CaseResult;

const named = (result: CaseResult): readonly string[] =>
  exploredRules(result)
    .map(({ check, operation = '' }) => `${check} ${operation}`)
    .sort();

test('rules that held and rules that were broken were looked at, and with them those of which only faults are told', () => {
  const result = resultOf(
    ['GET /a: no request makes the server fail', 'GET /a: every answer fits its schema'],
    [{ check: 'media-type', operation: 'GET /b' }],
  );

  expect(named(result)).toEqual([
    'media-type GET /b',
    'no-answer GET /a',
    'no-answer GET /b',
    'response-schema GET /a',
    'server-error GET /a',
    'unsupported-method GET /a',
    'unsupported-method GET /b',
  ]);
});

test.each([
  ['status is 200'],
  ['no request makes the server fail'],
  ['GET /a: something else'],
  ['bola-read: Objects of others can be read'],
])('"%s" is no rule of an exploration', (check) => {
  expect(named(resultOf([check]))).toEqual([]);
});

test('findings of scans tell nothing of an exploration', () => {
  expect(named(resultOf([], [{ check: 'bola-read', operation: 'GET /a' }]))).toEqual([]);
});
