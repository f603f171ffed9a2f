/** The run in the Common Test Report Format, version 0.0.0 (ctrf.io). */
import type { CaseSummary, TrySummary } from '#core/case-summary';
import { eachLine, nameOf } from '#core/case-summary';
import { titleOf, windowOf } from '#core/report/run-report';
import type { RunReport } from '#core/report/run-report';
import type { Verdict } from '#core/words';

/** An errored case was not judged: `failed` is the format's only word that no reader takes for fine. */
const STATUS: { readonly [verdict in Verdict]: 'passed' | 'failed' | 'skipped' } = {
  passed: 'passed',
  failed: 'failed',
  errored: 'failed',
  skipped: 'skipped',
};

const whole = (ms: number): number => Math.max(0, Math.round(ms));

const attemptOf = (entry: TrySummary) => ({
  attempt: entry.try,
  status: STATUS[entry.verdict],
  duration: whole(entry.durationMs),
  ...(entry.message === undefined ? {} : { message: entry.message }),
});

const testOf = (summary: CaseSummary) => {
  const { verdict, durationMs, startedAtEpochMs, message, because, details, findings } = summary;
  const said = message ?? because?.reason;
  return {
    testId: nameOf(summary),
    name: titleOf(summary),
    status: STATUS[verdict],
    rawStatus: verdict,
    duration: whole(durationMs),
    start: whole(startedAtEpochMs),
    stop: whole(startedAtEpochMs + durationMs),
    suite: [summary.suite],
    type: summary.capability,
    flaky: summary.flaky,
    ...(said === undefined ? {} : { message: said }),
    ...(details.length === 0 ? {} : { trace: details.join('\n') }),
    ...(summary.tries.length < 2
      ? {}
      : { retries: summary.tries.length - 1, retryAttempts: summary.tries.map(attemptOf) }),
    extra: {
      risk: summary.risk,
      advisory: summary.advisory,
      ...(summary.warnings.length === 0 ? {} : { warnings: summary.warnings }),
      ...(findings === undefined ? {} : { findings: findings.map(({ fingerprint }) => fingerprint) }),
    },
  };
};

const missingTest = ({ suite, case: id, reason }: RunReport['missing'][number]) => ({
  testId: `${suite}/${id}`,
  name: id,
  status: 'other' as const,
  rawStatus: 'missing',
  duration: 0,
  suite: [suite],
  message: reason,
});

/** @param tool name and version of what made the report */
export const ctrfDocument = (report: RunReport, tool: { readonly name: string; readonly version: string }) => {
  const tests = [...eachLine(report.cases).map(testOf), ...report.missing.map(missingTest)];
  const { startEpochMs, endEpochMs } = windowOf(report);
  const count = (status: string): number => tests.filter((test) => test.status === status).length;
  return {
    reportFormat: 'CTRF' as const,
    specVersion: '0.0.0',
    runId: report.runId,
    generatedBy: tool.name,
    results: {
      tool,
      summary: {
        tests: tests.length,
        passed: count('passed'),
        failed: count('failed'),
        skipped: count('skipped'),
        pending: 0,
        other: count('other'),
        flaky: report.gate.counts.flaky,
        suites: new Set(report.cases.map(({ suite }) => suite)).size,
        start: whole(startEpochMs),
        stop: whole(endEpochMs),
        duration: whole(endEpochMs - startEpochMs),
        extra: { gate: report.gate.answer },
      },
      tests,
      environment: {
        reportName: report.name,
        appName: report.service,
        ...(report.version === null ? {} : { appVersion: report.version }),
        testEnvironment: report.environment,
        healthy: report.gate.answer === 'open',
      },
    },
  };
};
