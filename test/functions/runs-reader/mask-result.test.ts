/**
 * F1.1, proved as non-interference: two results that differ in nothing but what a target was sent and answered are the same for somebody
 * without `payload:read`. So nothing of any JSON type can show through, in results, JUnit files and log lines.
 */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CaseResult } from '#core/case-result';
import { summarise } from '#core/case-summary';
import { judge } from '#core/gate';
import { junitXml } from '#core/junit';
import { collectResults, sortedCases } from '#core/merge-results';
import type { Json, JsonObject } from '#core/units';
import { maskLogLine } from '../../../functions/runs-reader/mask-log-line.ts';
import { maskResult } from '../../../functions/runs-reader/mask-result.ts';
import { payload, resultOf, shape } from './payload-shapes.ts';
import type { Payload, Shape } from './payload-shapes.ts';

const gateOf = (result: CaseResult) => {
  const collector = collectResults(0);
  collector.add(JSON.stringify(result));
  const results = collector.results();
  const facts = {
    runId: 'r1',
    service: 'shop',
    rules: {},
    results,
    lostShards: [],
    planned: new Set(['shop.checkout/pay']),
  };
  const gate = judge(facts);
  return { results, gate: { ...gate, reasons: gate.reasons.map(({ detail: _detail, ...reason }) => reason) } };
};

const junitOf = (result: CaseResult): string => {
  const { results, gate } = gateOf(result);
  return junitXml({ runId: 'r1', name: 'shop', gate, cases: sortedCases(results), missing: [] });
};

describe('F1.1: for somebody without payload:read', () => {
  test('results that differ in payload only are the same', () => {
    fc.assert(
      fc.property(shape, payload, payload, (form, one, two) => {
        expect(maskResult(resultOf(form, one))).toEqual(maskResult(resultOf(form, two)));
      }),
      { numRuns: 500 },
    );
  });

  test('so are JUnit files that are made of them, and reasons of the gate', () => {
    fc.assert(
      fc.property(shape, payload, payload, (form, one, two) => {
        expect(junitOf(maskResult(resultOf(form, one)))).toBe(junitOf(maskResult(resultOf(form, two))));
        expect(gateOf(resultOf(form, one)).gate).toEqual(gateOf(resultOf(form, two)).gate);
      }),
      { numRuns: 300 },
    );
  });

  test('so are log lines; an open field that holds more than one value is not open', () => {
    const line = (hidden: Payload): JsonObject => ({
      at: '2026-11-21T12:00:00.000Z',
      level: 'error',
      message: `PUT https://shop.example/orders/${encodeURIComponent(hidden.text)}?q=1 200 failed`,
      case: 'pay',
      status: { planted: hidden.value },
      url: `https://shop.example/${hidden.text}`,
      reason: `expected x, got ${hidden.text}`,
      phase: 'check',
      captured: hidden.other,
    });
    fc.assert(
      fc.property(payload, payload, (one, two) => {
        expect(maskLogLine(line(one))).toEqual(maskLogLine(line(two)));
      }),
      { numRuns: 300 },
    );
  });

  test('a field that nobody thought of is masked, wherever it stands', () => {
    const form: Shape = {
      verdict: 'failed',
      phase: 'check',
      check: '$.a equals 1',
      path: '$.a',
      passed: false,
      message: true,
      tries: 1,
    };
    const result = resultOf(form, { text: 'x', name: 'x-own-1', value: 1, other: 1 });
    const withNew = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(withNew)
        : typeof value === 'object' && value !== null
          ? {
              ...Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withNew(item)])),
              added: 'customer-data',
            }
          : value;

    const masked = JSON.stringify(maskResult(withNew(result) as CaseResult));

    expect(masked).not.toContain('customer-data');
    expect(masked.match(/"added":"\*\*\*"/g)?.length).toBeGreaterThan(5);
  });

  test('what failed and where stays readable', () => {
    const hidden = { text: 'customer-data', name: 'x-own-1', value: 7, other: 1 };
    const form: Shape = {
      verdict: 'failed',
      phase: 'check',
      check: '$ matches the schema "Order"',
      path: '$ /orders/',
      passed: false,
      message: true,
      tries: 1,
    };

    const { tries } = maskResult(resultOf(form, hidden));

    expect(tries[0]).toEqual({
      try: 1,
      startedAtEpochMs: 1_795_262_400_000,
      durationMs: 12,
      verdict: 'failed',
      request: {
        method: 'PUT',
        url: 'https://shop.example/***',
        headers: [['x-order', '***']],
        body: '***',
        bodyBytes: 8,
      },
      response: {
        status: 200,
        headers: [
          ['content-type', '***'],
          ['***', '***'],
        ],
        body: '***',
        bodyBytes: 9,
        timingsMs: { dns: null, connect: 1, tls: null, wait: 10, receive: 2 },
      },
      checks: [
        { check: 'status is 200', passed: true, expected: 200, got: 200, path: 'status' },
        {
          check: '$ matches the schema "Order"',
          passed: false,
          expected: '***',
          got: '***',
          path: '$ /***',
          message: '***',
        },
      ],
      failure: { type: 'assertion', phase: 'check', message: '***' },
      curl: '***',
    });
  });

  test.each([
    ['connect', 'expected shop.example:443 to accept a connection, got a reset', true],
    ['connect', 'after a redirect from https://shop.example/orders/4711: expected b.example to accept it', false],
    ['receive', 'expected the rest of the answer', false],
  ])('a failure in phase %s: "%s" is shown: %s', (phase, message, shown) => {
    const form: Shape = {
      verdict: 'errored',
      phase,
      check: '$.a equals 1',
      path: '$.a',
      passed: true,
      message: false,
      tries: 1,
    };
    const base = resultOf(form, { text: 'x', name: 'x-own-1', value: 1, other: 1 });
    const [first] = base.tries;
    const result: CaseResult = {
      ...base,
      tries: first === undefined ? [] : [{ ...first, checks: [], failure: { type: 'connection', phase, message } }],
    };

    expect(maskResult(result).tries[0]?.failure?.message).toBe(shown ? message : '***');
    expect(summarise(result, 0).headline?.includes(message)).toBe(shown);
    expect(maskLogLine({ at: '', level: 'error', error_class: 'connection', phase, reason: message })['reason']).toBe(
      shown ? message : '***',
    );
  });

  test('a status that came from a variable is not told in a reason of the gate', () => {
    const failing = (check: string, expected: Json): string | undefined =>
      summarise(
        {
          ...resultOf(
            { verdict: 'failed', phase: 'check', check, path: 'status', passed: false, message: false, tries: 1 },
            { text: '', name: 'x-own-1', value: 404, other: expected },
          ),
          tries: [
            {
              try: 1,
              startedAtEpochMs: 0,
              durationMs: 1,
              verdict: 'failed',
              checks: [{ check, passed: false, expected, got: 404, path: 'status' }],
            },
          ],
        },
        0,
      ).headline;

    expect(failing('status is 200 or 201', [200, 201])).toBe('status is 200 or 201: expected [200,201], got 404');
    expect(failing('status is {{code}}', 4711)).toBe('status is {{code}}: got 404');
    expect(failing('header status equals "x"', 'y')).toBe('header status equals "x" did not hold');
  });
});
