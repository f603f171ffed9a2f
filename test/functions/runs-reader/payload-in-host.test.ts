/** F1.1: a value of an answer in a host name, `path: 'https://{{order}}.invalid/'`, shows in nothing without `payload:read`. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CaseResult, Try, TryFailure } from '#core/case-result';
import { summarise } from '#core/case-summary';
import { judge } from '#core/gate';
import { junitXml } from '#core/junit';
import { collectResults, sortedCases } from '#core/merge-results';
import { maskLogLine } from '../../../functions/runs-reader/mask-log-line.ts';
import { maskResult } from '../../../functions/runs-reader/mask-result.ts';
import { resultOf } from './payload-shapes.ts';

const FORM = {
  verdict: 'errored',
  phase: 'resolve',
  check: '$.a equals 1',
  path: '$.a',
  passed: true,
  message: false,
  tries: 1,
} as const;

const failedAt = (url: string, failure: TryFailure): CaseResult => {
  const base = resultOf(FORM, { text: 'x', name: 'x-own-1', value: 1, other: 1 });
  const only: Try = {
    try: 1,
    startedAtEpochMs: 0,
    durationMs: 1,
    verdict: 'errored',
    request: { method: 'GET', url, headers: [], bodyBytes: 0 },
    checks: [],
    failure,
  };
  return { ...base, tries: [only] };
};

const shownOf = (result: CaseResult): readonly unknown[] => {
  const masked = maskResult(result);
  const collector = collectResults(0);
  collector.add(JSON.stringify(result));
  const gate = judge({
    runId: 'r1',
    service: 'shop',
    rules: {},
    results: collector.results(),
    lostShards: [],
    planned: new Set(['shop.checkout/pay']),
  });
  const reasons = gate.reasons.map(({ detail: _detail, ...reason }) => reason);
  const cases = collectResults(0);
  cases.add(JSON.stringify(masked));
  const shown = { ...gate, reasons };
  const failure = result.tries[0]?.failure;
  return [
    masked,
    reasons,
    junitXml({ runId: 'r1', name: 'shop', gate: shown, cases: sortedCases(cases.results()), missing: [] }),
    summarise(result, 0).headline,
    maskLogLine({ error_class: failure?.type ?? '', phase: failure?.phase ?? '', reason: failure?.message ?? '' }),
  ];
};

test.each<[string, string, (host: string) => string]>([
  [
    'refused_target',
    'resolve',
    (host) => `expected a host that the environment allows (shop.example:443), got ${host}:443`,
  ],
  [
    'refused_target',
    'resolve',
    (host) => `expected a secret to go only to shop.example, got ${host}; nothing was sent there`,
  ],
  ['refused_target', 'substitute', (host) => `expected the secret "a" to go only to b, got ${host}; nothing was sent`],
  ['setup', 'send', (host) => `${host} is none`],
])('a %s in phase %s tells nothing of the host', (type, phase, messageFor) => {
  const resultFor = (host: string) =>
    failedAt(`https://${host}/x`, { type: type as TryFailure['type'], phase, message: messageFor(host) });

  fc.assert(
    fc.property(fc.domain(), fc.domain(), (one, two) => {
      expect(shownOf(resultFor(one))).toEqual(shownOf(resultFor(two)));
    }),
    { numRuns: 50 },
  );
  expect(maskResult(resultFor('a.example')).tries[0]).toMatchObject({
    request: { url: '***' },
    failure: { message: '***' },
  });
});

test.each<[TryFailure['type'], string, string]>([
  ['dns', 'resolve', 'expected shop.example to resolve, got no such name'],
  ['connection', 'connect', 'expected shop.example:443 to accept a connection, got a refused connection'],
  ['timeout', 'resolve', 'expected an answer within 500 ms, got none: the time was up in phase "resolve"'],
  ['timeout', 'wait', 'expected an answer within 500 ms, got none: the time was up in phase "wait"'],
])('a %s in phase %s at a host that the environment lists stays readable', (type, phase, message) => {
  const result = failedAt('https://shop.example/orders/4711', { type, phase, message });

  expect(maskResult(result).tries[0]).toMatchObject({
    request: { url: 'https://shop.example/***' },
    failure: { message },
  });
  expect(summarise(result, 0).headline).toContain(message);
  expect(maskLogLine({ error_class: type, phase, reason: message })['reason']).toBe(message);
});

test('where a refused redirect came from is shown, and where it led to is not', () => {
  const failure: TryFailure = {
    type: 'refused_target',
    phase: 'redirect',
    message:
      'after a redirect from https://shop.example/a: expected a host that the environment allows, got 4711.invalid:443',
  };
  const shown = JSON.stringify(shownOf(failedAt('https://shop.example/a', failure)));

  expect(shown).toContain('https://shop.example/***');
  expect(shown).not.toContain('4711');
});

test('a log line without the class of its failure tells no reason', () => {
  expect(maskLogLine({ phase: 'resolve', reason: 'got 4711.invalid' })['reason']).toBe('***');
});
