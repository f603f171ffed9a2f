/** C12: what real tools wrote becomes cases. Expectations are read off the tools' own terminal output, not off these readers. */
import { describe, expect, test } from '@jest/globals';
import type { ToolCase } from '#core/acts/tool';
import { detectFormat, readReport } from '#engines/tool/read-report';
import { captured } from './captured.ts';

const brief = (cases: readonly ToolCase[]): readonly string[] =>
  cases.map(({ suite = [], name, verdict, message }) =>
    [[...suite, name].join(' / '), verdict, ...(message === undefined ? [] : [message.split('\n')[0]])].join(' | '),
  );
const read = (name: string, exitCode: number | null = 1): ReturnType<typeof readReport> =>
  readReport(captured(name), 'auto', exitCode);

describe('C12: pytest', () => {
  test('its JUnit report', () => {
    const { format, cases } = read('pytest-junit.xml');

    expect(format).toBe('junit');
    expect(brief(cases)).toEqual([
      'pytest / test_orders / test_order_is_read | passed',
      'pytest / test_orders / test_total_is_thirteen | failed | AssertionError: total is 12',
      'pytest / test_orders / test_each[1] | passed',
      'pytest / test_orders / test_each[2] | passed',
      'pytest / test_orders / test_with_broken_fixture | errored | failed on setup with "RuntimeError: no database"',
      'pytest / test_orders / test_skipped | skipped | not today',
      'pytest / test_orders / test_known_bug | skipped | known bug 12',
      'pytest / test_orders / test_fixed_bug | passed',
      'pytest / test_orders.TestGroup / test_in_class | passed',
    ]);
    expect(cases[0]?.durationMs).toBe(4);
    expect(cases[1]?.detail).toContain('>       assert 12 == 13, "total is 12"');
  });

  test('what it prints with -v and -rA', () => {
    const { format, cases } = read('pytest-verbose.txt');

    expect(format).toBe('pytest');
    expect(brief(cases)).toEqual([
      'test_orders.py / test_order_is_read | passed',
      'test_orders.py / test_total_is_thirteen | failed | AssertionError: total is 12',
      'test_orders.py / test_each[1] | passed',
      'test_orders.py / test_each[2] | passed',
      'test_orders.py / test_with_broken_fixture | errored | RuntimeError: no database',
      'test_orders.py / test_skipped | skipped | not today',
      'test_orders.py / test_known_bug | skipped | known bug 12',
      'test_orders.py / test_fixed_bug | passed | fixed meanwhile',
      'test_orders.py / TestGroup / test_in_class | passed',
    ]);
  });

  test('what it prints without names of tests that passed is not enough, and says what is', () => {
    expect(() => read('pytest-quiet.txt')).toThrow(
      'expected 5 passed tests by name, as pytest counts, got 0: run it with -v or -rA, or with --junitxml and the format junit',
    );
  });

  test('CTRF, where a broken fixture is a failure like any other', () => {
    const { format, cases } = read('pytest-ctrf.json');

    expect(format).toBe('ctrf');
    expect(cases.map(({ verdict }) => verdict)).toEqual([
      'passed',
      'failed',
      'passed',
      'passed',
      'failed',
      'skipped',
      'skipped',
      'passed',
      'passed',
    ]);
    expect(cases[1]).toMatchObject({
      name: 'test_orders.py::test_total_is_thirteen',
      suite: ['test_orders.py'],
      durationMs: 17,
      place: 'test_orders.py',
      message: 'AssertionError: total is 12\nassert 12 == 13',
    });
  });
});

describe('C12: Newman', () => {
  test('its JSON report: assertions are checks, what got no answer or broke off is errored', () => {
    const { format, cases } = read('newman.json');

    expect(format).toBe('newman');
    expect(brief(cases)).toEqual([
      'Orders / reads / an order is read | passed',
      'Orders / reads / a broken order is read | failed | status is 200: expected response to have status code 200 but got 500',
      'Orders / nobody answers | errored | the request got no answer: ECONNREFUSED connect 127.0.0.1 9',
      'Orders / a script that throws | errored | the test script broke off: nothing is not defined',
      'Orders / no tests at all | skipped | the collection has no tests for it',
    ]);
    expect(cases[0]).toMatchObject({
      durationMs: 25,
      checks: [
        { check: 'status is 200', passed: true },
        { check: 'total is 12', passed: true },
      ],
    });
    // `is not looked at` was skipped by the collection.
    expect(cases[1]?.checks).toHaveLength(1);
  });

  test('its JUnit report: trouble that no test case tells does not get lost', () => {
    const { cases } = read('newman-junit.xml');

    expect(brief(cases)).toEqual([
      'reads / an order is read / ReadsAnOrderIsRead / status is 200 | passed',
      'reads / an order is read / ReadsAnOrderIsRead / total is 12 | passed',
      'reads / a broken order is read / ReadsABrokenOrderIsRead / status is 200 | failed | expected response to have status code 200 but got 500',
      'reads / a broken order is read / ReadsABrokenOrderIsRead / is not looked at | passed',
      "nobody answers / NobodyAnswers / status is 200 | failed | expected PostmanResponse{ …(5) } to have property 'code'",
      'nobody answers / outside of its test cases | errored | expected a test case for each failure and error of the suite, got 1 more than test cases tell',
      'a script that throws / AScriptThatThrows / before | passed',
      'a script that throws / outside of its test cases | errored | expected a test case for each failure and error of the suite, got 1 more than test cases tell',
    ]);
    expect(cases[5]?.detail).toContain('connect ECONNREFUSED 127.0.0.1:9');
  });
});

describe('C12: k6', () => {
  // The script has the same thresholds and checks each time; a threshold on checks judges them, so that a failing one does not fail by itself.
  const held = [
    ['thresholds / checks{kind:ok}: rate>0.9', 'passed'],
    ['thresholds / http_req_duration: p(95)<500', 'passed'],
    ['thresholds / http_req_duration: p(99)<0.001', 'failed'],
    ['thresholds / http_req_failed: rate<0.01', 'failed'],
    ['checks / status is 200', 'passed'],
    ['checks / broken orders / broken is 200', 'passed'],
  ];

  test.each(['k6-summary-export.json', 'k6-handle-summary.json'])('%s', (name) => {
    const { format, cases } = read(name, 99);

    expect(format).toBe('k6-summary');
    const got = cases.map(({ suite = [], name: own, verdict }) => [[...suite, own].join(' / '), verdict]);
    expect(got.toSorted()).toEqual(held.toSorted());
    expect(cases.find(({ name: own }) => own === 'http_req_failed: rate<0.01')?.message).toMatch(
      /^expected http_req_failed rate<0.01, got .*(?:value|rate)=0.5/u,
    );
  });

  test('the machine-readable summary names no thresholds: the exit code says that some were crossed', () => {
    const { cases } = read('k6-machine-readable.json', 99);

    expect(brief(cases)).toEqual([
      'thresholds / all thresholds | failed | expected every threshold to hold, got exit code 99: k6 prints which were crossed',
      'checks / status is 200 | passed',
      'checks / broken is 200 | failed | expected it to hold each time, got 20 of 20 failed',
    ]);
  });

  test('without a threshold on checks a failing check fails', () => {
    const report = JSON.parse(captured('k6-summary-export.json')) as { metrics: { [name: string]: unknown } };
    const { 'checks{kind:ok}': _, ...metrics } = report.metrics;

    const { cases } = readReport(JSON.stringify({ ...report, metrics }), 'auto', 99);

    expect(brief(cases)).toContain(
      'checks / broken orders / broken is 200 | failed | expected it to hold each time, got 20 of 20 failed',
    );
  });
});

describe('C12: autocannon', () => {
  test('a good run passes', () => {
    const { format, cases } = read('autocannon-good.json', 0);

    expect(format).toBe('autocannon');
    expect(cases.map(({ verdict }) => verdict)).toEqual(['passed', 'passed', 'passed', 'passed']);
  });

  test('answers that are not 2xx fail', () => {
    const failed = read('autocannon-bad.json', 0).cases.filter(({ verdict }) => verdict === 'failed');

    expect(brief(failed)).toEqual([
      expect.stringMatching(
        /no status other than 2xx \| failed \| expected no status other than 2xx, got 40 in 40 requests, 40 a second, p50 0 ms, p99 11 ms$/u,
      ),
    ]);
  });
});

describe('reports that cannot be read', () => {
  test.each([
    ['', 'expected a report of junit, ctrf, k6-summary, newman, autocannon, pytest, got an empty one'],
    ['{"a":1}', 'expected a report of junit, ctrf, k6-summary, newman, autocannon, pytest, got something else'],
    ['{"results":', 'expected a JSON report, got text that does not parse: Unexpected end of JSON input'],
    ['<html></html>', 'expected <testsuites> or <testsuite> as the outermost element, got <html>'],
    ['<testsuites/>', 'expected cases in the report, got none'],
    ['{"results":{"tests":[]}}', 'expected cases in the report, got none'],
    ['{"results":{"tests":[{"name":"a"}]}}', 'expected a text at /results/tests/0/status of the report, got nothing'],
    [
      '{"results":{"tests":[{"name":"a","status":"green"}]}}',
      'expected one of passed, failed, skipped, pending, other at /results/tests/0/status of the report, got green',
    ],
    [
      '{"results":{"summary":{"failed":2},"tests":[{"name":"a","status":"failed"}]}}',
      'expected 2 failed tests, as the summary counts, got 1',
    ],
    ['{"run":{"executions":[7]}}', 'expected an object at /run/executions/0 of the report, got integer'],
    [
      '{"run":{"executions":[],"error":{"message":"collection could not be loaded"}}}',
      'expected a run that came to its end, got one that broke off: collection could not be loaded',
    ],
    [
      '{"root_group":{},"metrics":{"m":{"thresholds":{"p(95)<1":"no"}}}}',
      'expected true, false or {"ok": …} at /metrics/m/thresholds/p(95)<1 of the report, got something else',
    ],
    ['{"latency":{},"throughput":{},"requests":{}}', 'expected a number at /requests/total of the report, got nothing'],
  ])('%#: %s', (text, message) => {
    expect(() => readReport(text, 'auto', 0)).toThrow(message);
  });

  test('a format that is stated is not guessed', () => {
    expect(() => readReport(captured('pytest-junit.xml'), 'ctrf', 0)).toThrow('expected a JSON report');
    expect(detectFormat(captured('newman.json'))).toBe('newman');
  });

  test('more cases than results can be told', () => {
    const tests = Array.from({ length: 10_000 }, (_, at) => ({ name: String(at), status: 'passed' }));

    expect(() => readReport(JSON.stringify({ results: { tests } }), 'auto', 0)).toThrow(
      'expected at most 9999 cases in the report, got 10000',
    );
  });
});
