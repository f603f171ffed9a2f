/** C12: what becomes of a tool's run. Its process is scripted here; test/runner/tool-process.test.ts has real ones. */
import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '#core/units';
import type { ToolOutcome } from '#ports/tool-process';
import { captured } from './captured.ts';
import { bytes, tell } from './tool-world.ts';

describe('a tool that came to its end', () => {
  test('is one result, and each case of its report another', async () => {
    const { reports, runs } = await tell({});

    expect(runs[0]).toMatchObject({
      command: ['pytest', '--base', 'http://api.example:8080/v1'],
      env: { TARGET_URL: 'http://api.example:8080' },
      reportPath: 'report.xml',
      timeoutMs: 300_000,
      memoryMb: 512,
    });
    expect(reports.map(({ part, checks, failure }) => [part?.name, checks, failure])).toEqual([
      ['pytest', [{ check: 'the tool came to its end and left a report', passed: true }], undefined],
      ['s / a', [{ check: 'the case of the tool passes', passed: true }], undefined],
    ]);
    expect(reports[1]?.part?.values).toEqual({ durationMs: 500 });
    expect(reports[0]?.details?.tool).toMatchObject({
      end: { kind: 'exit', code: 0 },
      format: 'junit',
      cases: { passed: 1 },
      durationMs: 900,
      memoryPeakMb: 42,
      stdout: 'done\n',
      report: { bytes: 63, text: '<testsuite name="s"><testcase name="a" time="0.5"/></testsuite>' },
    });
  });

  test('failures, errors and skips keep their meaning', async () => {
    const { reports } = await tell({ end: { kind: 'exit', code: 1 }, report: bytes(captured('newman.json')) });

    const [own, read, broken, nobody, script, ...others] = reports;
    expect(read?.checks).toEqual([
      { check: 'status is 200', passed: true },
      { check: 'total is 12', passed: true },
    ]);
    expect(broken?.checks).toEqual([
      { check: 'status is 200', passed: false, message: 'expected response to have status code 200 but got 500' },
    ]);
    expect(nobody?.failure).toMatchObject({ type: 'setup', phase: 'tool' });
    expect(script?.failure?.message).toBe('the test script broke off: nothing is not defined');
    expect(others).toEqual([]);
    expect(own?.warnings).toEqual([
      {
        kind: 'tool-skipped',
        message: '1 cases were skipped by the tool: Orders / no tests at all (the collection has no tests for it)',
      },
    ]);
  });

  test('its output can be its report', async () => {
    const { reports, runs } = await tell(
      { end: { kind: 'exit', code: 0 }, stdout: bytes(captured('autocannon-good.json')) },
      { report: { path: 'stdout', format: 'autocannon' } },
    );

    expect(runs[0]).not.toHaveProperty('reportPath');
    expect(reports).toHaveLength(5);
  });

  test('secrets that a tool wrote down are in no evidence', async () => {
    const { reports } = await tell({
      report: bytes(captured('newman.json')),
      stdout: bytes('Authorization: Bearer 4f9c2d7e81ab4f9c2d7e81ab0011'),
    });

    expect(JSON.stringify(reports)).not.toContain('4f9c2d7e81ab');
    expect(captured('newman.json')).toContain('4f9c2d7e81ab');
  });

  test('long output keeps its beginning and its end, and no half of a secret at the cuts', async () => {
    const secret = 'k3y-0123456789abcdef';
    const text = `BEGIN ${'x'.repeat(32 * 1024 - 16)}${secret}${'y'.repeat(100_000)}${secret}${'z'.repeat(32 * 1024 - 10)} END`;

    const { own } = await tell({ stdout: bytes(text) }, {}, secret);

    const { stdout } = own.details?.tool as { readonly stdout: string };
    expect(stdout).toMatch(/^BEGIN x/u);
    expect(stdout).toMatch(/ END$/u);
    expect(stdout).toContain('characters …');
    expect(stdout.length).toBeLessThan(70_000);
    expect(stdout).not.toContain('k3y-0');
    expect(stdout).not.toContain('abcdef');
  });
});

describe('a tool and its exit code', () => {
  const failing = bytes('<testsuite><testcase name="a"><failure message="m"/></testcase></testsuite>');

  test('a code other than 0 although nothing failed is told, and is no pass', async () => {
    const { own, reports } = await tell({
      end: { kind: 'exit', code: 1 },
      stderr: bytes('coverage is 40 %, 80 % is needed\n'),
    });

    expect(own.failure).toEqual({
      type: 'setup',
      phase: 'tool',
      message:
        'expected exit code 0 of a tool whose report has no failure, got 1; its last words: coverage is 40 %, 80 % is needed',
    });
    expect(reports).toHaveLength(2);
  });

  test('a code of 0 although something failed is a warning; the cases failed by themselves', async () => {
    const { own, reports } = await tell({ report: failing });

    expect(own.failure).toBeUndefined();
    expect(own.warnings).toEqual([
      { kind: 'tool-exit', message: 'the tool ended with exit code 0 although its report has 1 failures' },
    ]);
    expect(reports[1]?.checks).toEqual([{ check: 'the case of the tool passes', passed: false, message: 'm' }]);
  });

  test('a code that fits needs no word', async () => {
    const { own } = await tell({ end: { kind: 'exit', code: 1 }, report: failing });

    expect(own.failure).toBeUndefined();
    expect(own.warnings).toEqual([]);
  });

  test('codes that are expected are the only ones that are fine', async () => {
    const fine = await tell({ end: { kind: 'exit', code: 5 } }, { expectExit: [0, 5] });
    const odd = await tell({ end: { kind: 'exit', code: 4 }, report: failing }, { expectExit: [0, 5] });

    expect(fine.own.failure).toBeUndefined();
    expect(odd.own.failure?.message).toContain('expected exit code 0 or 5, got 4');
  });
});

describe('a tool that shows nothing is errored, never failed', () => {
  test.each<[string, Partial<ToolOutcome>, string]>([
    [
      'crash',
      { end: { kind: 'signal', signal: 'SIGSEGV' } },
      'expected the tool to end by itself, got a crash with SIGSEGV',
    ],
    ['time', { end: { kind: 'timeout' } }, 'expected the tool to end within 300000 ms, got none; it was stopped'],
    [
      'memory',
      { end: { kind: 'memory', usedMb: 700 } },
      'expected at most 512 MB of memory, got 700 MB; the tool was stopped',
    ],
    [
      'output',
      { end: { kind: 'output' } },
      'expected at most 10485760 bytes of output, got more; the tool was stopped',
    ],
    ['start', { end: { kind: 'not-started', reason: 'expected a program' } }, 'expected a program'],
    [
      'no report',
      { end: { kind: 'exit', code: 2 }, report: { problem: 'expected the report report.xml, got no such file' } },
      'expected the report report.xml, got no such file (exit code 2)',
    ],
    [
      'half a report',
      { report: bytes('<testsuite><testcase name="a"/>') },
      'line 1: expected the end of <testsuite>, got the end of the text (exit code 0)',
    ],
    [
      'an empty report',
      { report: bytes('') },
      'expected a report of junit, ctrf, k6-summary, newman, autocannon, pytest, got an empty one (exit code 0)',
    ],
    [
      'nothing that ran',
      { report: bytes('<testsuite><testcase name="a"><skipped/></testcase></testsuite>') },
      'expected a case that ran, got 1 that the tool skipped',
    ],
    ['no cases', { report: bytes('<testsuites/>') }, 'expected cases in the report, got none (exit code 0)'],
  ])('%s', async (_, outcome, message) => {
    const { reports, own } = await tell({ ...outcome, stdout: bytes(''), stderr: bytes('last words\n') });

    expect(reports).toHaveLength(1);
    expect(own.failure).toEqual({ type: 'setup', phase: 'tool', message: `${message}; its last words: last words` });
    expect(own.checks).toEqual([]);
    expect((own.details?.tool as JsonObject)['stderr']).toBe('last words\n');
  });
});
