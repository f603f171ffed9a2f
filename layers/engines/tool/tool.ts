/** The probe of act `tool`. */
import { createHash } from 'node:crypto';
import type { ReportFormat, ToolCase, ToolDefinition, ToolReport } from '#core/acts/tool';
import type { CaseWarning, TryFailure } from '#core/case-result';
import type { Json, JsonObject } from '#core/units';
import type { Probe, ProbeContext, ProbeReport } from '#engines/probe/probe';
import { keptOutput, keptReport, lastLine } from '#engines/tool/kept-output';
import { readReport } from '#engines/tool/read-report';
import { REPORT_BYTES_MAX, UnreadableReport } from '#engines/tool/report';
import { filesOf, filledInSecrets, toolProblems } from '#engines/tool/tool-problems';
import type { ToolEnd, ToolOutcome, ToolProcesses, ToolRun } from '#ports/tool-process';

export const TOOL_TIMEOUT_MS_DEFAULT = 300_000;
export const TOOL_MEMORY_MB_DEFAULT = 512;
export const TOOL_OUTPUT_BYTES_DEFAULT = 10 * 1024 * 1024;

/** Whose standard output is its report. */
const STDOUT = 'stdout';

export interface ToolPorts {
  readonly processes: ToolProcesses;
  /** Hosts that images may come from; none when absent. */
  readonly registries?: readonly string[];
}

const NO_REQUESTS = { requests: 0, requestErrors: 0 } as const;

const failure = (message: string): TryFailure => ({ type: 'setup', phase: 'tool', message });

/** Arguments may name the target as `$TARGET_URL`, since no shell fills it in. */
const runOf = (definition: ToolDefinition, { targetUrl }: ProbeContext): ToolRun => {
  const { command = [], env = {}, report, timeoutMs, memoryMb, outputBytesMax } = definition;
  const target = targetUrl().href.replace(/\/$/u, '');
  return {
    command: command.map((part) => part.replaceAll('$TARGET_URL', () => target)),
    files: filesOf(definition),
    env: { TARGET_URL: target, ...env },
    ...(report.path === STDOUT ? {} : { reportPath: report.path }),
    reportBytesMax: REPORT_BYTES_MAX,
    timeoutMs: timeoutMs ?? TOOL_TIMEOUT_MS_DEFAULT,
    memoryMb: memoryMb ?? TOOL_MEMORY_MB_DEFAULT,
    outputBytesMax: outputBytesMax ?? TOOL_OUTPUT_BYTES_DEFAULT,
  };
};

/** Why a tool that did not come to its own end shows nothing. */
const brokenOff = (end: Exclude<ToolEnd, { kind: 'exit' }>, run: ToolRun): string => {
  if (end.kind === 'not-started') return end.reason;
  if (end.kind === 'signal') return `expected the tool to end by itself, got a crash with ${end.signal}`;
  if (end.kind === 'timeout')
    return `expected the tool to end within ${String(run.timeoutMs)} ms, got none; it was stopped`;
  if (end.kind === 'output')
    return `expected at most ${String(run.outputBytesMax)} bytes of output, got more; the tool was stopped`;
  return `expected at most ${String(run.memoryMb)} MB of memory, got ${String(end.usedMb)} MB; the tool was stopped`;
};

const reportBytes = ({ report, stdout }: ToolOutcome): Uint8Array => {
  if (report === undefined) return stdout;
  if (report instanceof Uint8Array) return report;
  throw new UnreadableReport(report.problem);
};

const isBad = ({ verdict }: ToolCase): boolean => verdict === 'failed' || verdict === 'errored';

/** Whether the exit code says something else than the report. */
const disagreement = (code: number, { cases }: ToolReport, { expectExit }: ToolDefinition): string | undefined => {
  if (expectExit !== undefined)
    return expectExit.includes(code) ? undefined : `expected exit code ${expectExit.join(' or ')}, got ${String(code)}`;
  const bad = cases.filter(isBad).length;
  return code === 0 || bad > 0
    ? undefined
    : `expected exit code 0 of a tool whose report has no failure, got ${String(code)}`;
};

const exitWarning = (code: number, { cases }: ToolReport): readonly CaseWarning[] => {
  const bad = cases.filter(isBad).length;
  if (code !== 0 || bad === 0) return [];
  const message = `the tool ended with exit code 0 although its report has ${String(bad)} failures`;
  return [{ kind: 'tool-exit', message }];
};

/** Cases that a warning names. */
const NAMED_MAX = 20;

const nameOf = ({ suite = [], name }: ToolCase): string => [...suite, name].join(' / ');

/** What the tool chose not to run is no result of its own: nobody asked for it to be looked at. */
const skippedWarning = ({ cases }: ToolReport): readonly CaseWarning[] => {
  const skipped = cases.filter(({ verdict }) => verdict === 'skipped');
  if (skipped.length === 0) return [];
  const named = skipped.slice(0, NAMED_MAX).map((item) => `${nameOf(item)} (${item.message ?? 'no reason'})`);
  const more = skipped.length > NAMED_MAX ? ', …' : '';
  return [
    {
      kind: 'tool-skipped',
      message: `${String(skipped.length)} cases were skipped by the tool: ${named.join(', ')}${more}`,
    },
  ];
};

const countsOf = (cases: readonly ToolCase[]): JsonObject =>
  Object.fromEntries([...Map.groupBy(cases, ({ verdict }) => verdict)].map(([verdict, all]) => [verdict, all.length]));

const evidenceOf = (outcome: ToolOutcome, run: ToolRun, mask: ProbeContext['mask'], report?: ToolReport): Json => ({
  command: run.command.map(mask),
  end: { ...outcome.end },
  durationMs: outcome.durationMs,
  memoryPeakMb: outcome.memoryPeakMb,
  ...(report === undefined ? {} : { format: report.format, cases: countsOf(report.cases) }),
  stdout: keptOutput(outcome.stdout, mask),
  stderr: keptOutput(outcome.stderr, mask),
  ...(outcome.report instanceof Uint8Array
    ? {
        report: {
          bytes: outcome.report.byteLength,
          sha256: createHash('sha256').update(outcome.report).digest('hex'),
          text: keptReport(outcome.report, mask),
        },
      }
    : {}),
});

const caseReport = (item: ToolCase): ProbeReport => {
  const { verdict, message, detail, checks, flaky, durationMs, place, attachments } = item;
  const values = {
    ...(durationMs === undefined ? {} : { durationMs: Math.round(durationMs * 1000) / 1000 }),
    ...(place === undefined ? {} : { place }),
    ...(attachments === undefined ? {} : { attachments: attachments.map((one) => ({ ...one })) }),
  };
  const base = {
    part: { name: nameOf(item), ...(Object.keys(values).length === 0 ? {} : { values }) },
    ...NO_REQUESTS,
    ...(flaky === true
      ? { warnings: [{ kind: 'flaky', message: `it passed after a failure: ${message ?? ''}` }] }
      : {}),
    ...(detail === undefined || !isBad(item) ? {} : { details: { tool: { detail } } }),
  };
  if (verdict === 'errored')
    return { ...base, checks: [], failure: failure(message ?? detail ?? 'the tool names no reason') };
  const passed = verdict === 'passed';
  const isTold = checks?.some((check) => !check.passed) === !passed;
  const own = {
    check: 'the case of the tool passes',
    passed,
    ...(passed ? {} : { message: message ?? 'the tool names no reason' }),
  };
  return { ...base, checks: isTold && checks !== undefined ? checks : [own] };
};

/** The report of the run of the tool itself, with everything that it left. */
const ownReport = (definition: ToolDefinition, rest: Partial<ProbeReport>): ProbeReport => ({
  part: { name: (definition.command?.[0] ?? definition.image ?? 'tool').split('/').at(-1) ?? 'tool' },
  checks: [],
  ...NO_REQUESTS,
  ...rest,
});

const judge = (
  definition: ToolDefinition,
  run: ToolRun,
  outcome: ToolOutcome,
  { mask }: ProbeContext,
): readonly ProbeReport[] => {
  const { end } = outcome;
  const errored = (message: string, report?: ToolReport): ProbeReport => {
    const said = lastLine(outcome.stderr.byteLength > 0 ? outcome.stderr : outcome.stdout, mask);
    const last = said === '' ? '' : `; its last words: ${said}`;
    return ownReport(definition, {
      failure: failure(`${message}${last}`),
      details: { tool: evidenceOf(outcome, run, mask, report) },
    });
  };
  if (end.kind !== 'exit') return [errored(brokenOff(end, run))];
  const format: ReportFormat | 'auto' = definition.report.format ?? 'auto';
  let report: ToolReport;
  try {
    report = readReport(new TextDecoder().decode(reportBytes(outcome)), format, end.code);
  } catch (error) {
    if (!(error instanceof UnreadableReport)) throw error;
    return [errored(`${error.message} (exit code ${String(end.code)})`)];
  }
  const odd = disagreement(end.code, report, definition);
  const ran = report.cases.filter(({ verdict }) => verdict !== 'skipped');
  if (ran.length === 0)
    return [errored(`expected a case that ran, got ${String(report.cases.length)} that the tool skipped`, report)];
  const cases = ran.map(caseReport);
  if (odd !== undefined) return [errored(odd, report), ...cases];
  const own = ownReport(definition, {
    checks: [{ check: 'the tool came to its end and left a report', passed: true }],
    details: { tool: evidenceOf(outcome, run, mask, report) },
    warnings: [...exitWarning(end.code, report), ...skippedWarning(report)],
  });
  return [own, ...cases];
};

/**
 * Runs a tool and tells a report for it and one for each of its cases. What the tool could not do itself (crash, limit, no readable report)
 * is errored, never failed: nothing was judged.
 */
export const toolProbe =
  ({ processes, registries = [] }: ToolPorts): Probe<ToolDefinition> =>
  async (definition, context, tell) => {
    const [problem] = [...toolProblems(definition, registries), ...filledInSecrets(definition, context.mask)];
    if (problem !== undefined) {
      tell(ownReport(definition, { failure: failure(`${problem.pointer}: ${problem.message}`) }));
      return;
    }
    if (definition.command === undefined) {
      tell(
        ownReport(definition, {
          failure: failure('expected a runner that starts containers for an image, got one that starts commands'),
        }),
      );
      return;
    }
    const run = runOf(definition, context);
    context.log('info', `tool ${definition.command[0] ?? ''} begins`);
    const outcome = await processes.run(run, context.signal);
    for (const report of judge(definition, run, outcome, context)) tell(report);
  };
