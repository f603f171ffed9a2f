/** From what a probe reports to results of its case. */
import type { CaseResult, CheckOutcome, Try } from '#core/case-result';
import { isFailing } from '#core/finding';
import type { Finding } from '#core/finding';
import type { CaseDefinition } from '#core/suite';
import type { Json } from '#core/units';
import { sentenceOf } from '#core/case-summary';
import { factsOf, skippedCase } from '#engines/functional/case-outcome';
import { recordCheck, recordMessage } from '#engines/functional/record';
import type { CaseContext } from '#engines/functional/suite-context';
import type { ProbeContext, ProbeReport } from '#engines/probe/probe';

/** Reports of one probe: more are a mistake of its engine or of the document it works through. */
export const REPORTS_MAX = 10_000;

/** Each row of a flow has parts of its own; no two results of a case may have the same number. */
export const partNumber = (number: number, { scope }: Pick<CaseContext, 'scope'>): number =>
  (scope.row?.number ?? 0) * REPORTS_MAX + number;

/** Where in its probe a report stands, and when its part began. */
export interface ReportPlace {
  readonly number: number;
  readonly startedAtEpochMs: number;
}

/** Whether what answers said may be kept in words; which field a sentence quotes, no list of allowed fields can say. */
const keepsWords = ({ environment: { capture } }: CaseContext): boolean =>
  capture === undefined || capture === 'masked';

const UNKEPT = 'not kept: the environment keeps nothing, or only some fields, of what is sent and answered';

/** What the environment wants nothing of is gone before anything else looks at the report. */
const withoutWords = (report: ProbeReport, context: CaseContext): ProbeReport => {
  if (keepsWords(context)) return report;
  const { findings, details: { load, coverage } = {}, ...rest } = report;
  const figures = { ...(load === undefined ? {} : { load }), ...(coverage === undefined ? {} : { coverage }) };
  return {
    ...rest,
    ...(findings === undefined
      ? {}
      : { findings: findings.map(({ place: _place, ...finding }) => ({ ...finding, message: UNKEPT })) }),
    ...(Object.keys(figures).length === 0 ? {} : { details: figures }),
  };
};

/** A failing finding fails like a check, so that every report shows it as one. */
const asCheck = ({ severity, title, operation, place, message }: Finding): CheckOutcome => ({
  check: `no ${severity} finding: ${title}${operation === undefined ? '' : ` in ${operation}`}`,
  passed: false,
  ...(place === undefined ? {} : { path: place }),
  message,
});

const checksOf = ({ checks, findings = [] }: ProbeReport): readonly CheckOutcome[] => [
  ...checks,
  ...findings.filter(isFailing).map(asCheck),
];

const failedOf = (checks: readonly CheckOutcome[]): readonly CheckOutcome[] =>
  checks.filter((check) => !check.passed && check.warn !== true);

const verdictOf = (report: ProbeReport): Try['verdict'] => {
  if (report.failure !== undefined) return 'errored';
  return failedOf(checksOf(report)).length > 0 ? 'failed' : 'passed';
};

/** Nothing checked is never a pass. */
const withSubstance = (report: ProbeReport): ProbeReport =>
  report.failure !== undefined || report.checks.length > 0 || (report.findings ?? []).length > 0
    ? report
    : { ...report, failure: { type: 'setup', phase: 'check', message: 'expected something to check, got nothing' } };

/** Made of the checks as they are kept: what the environment keeps nothing of is not quoted either. */
const failureOf = (
  { failure }: ProbeReport,
  recorded: readonly CheckOutcome[],
  { ports }: CaseContext,
): Try['failure'] => {
  if (failure !== undefined) return { ...failure, message: recordMessage(failure.message, ports.masker) };
  const [first, ...others] = failedOf(recorded).map(sentenceOf);
  if (first === undefined) return undefined;
  const more = others.length === 0 ? '' : ` (and ${String(others.length)} more)`;
  return { type: 'assertion', phase: 'check', message: recordMessage(`${first}${more}`, ports.masker) };
};

const tryOf = (report: ProbeReport, place: ReportPlace, context: CaseContext, probe: ProbeContext): Try => {
  const { masker, clock } = context.ports;
  const { capture } = context.environment;
  const checks = checksOf(report).map((check) => recordCheck(check, masker, capture));
  const failure = failureOf(report, checks, context);
  return {
    try: 1,
    startedAtEpochMs: place.startedAtEpochMs,
    durationMs: Math.max(0, clock.nowMs() - place.startedAtEpochMs),
    verdict: verdictOf(report),
    ...(report.exchange === undefined ? {} : probe.record(report.exchange)),
    checks,
    sent: { requests: report.requests, requestErrors: report.requestErrors },
    ...(failure === undefined ? {} : { failure }),
  };
};

/** What identifies a finding stays as it is, or the next run would not know it again; everything else of it is masked. */
const masked = ({ fingerprint, check, severity, ...rest }: Finding, { ports: { masker } }: CaseContext): Finding => {
  const { request, response, suppressed, ...texts } = rest;
  const clean = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, recordMessage(text, masker)]));
  const kept = { request, response, suppressed };
  const others = Object.fromEntries(
    Object.entries(kept).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, masker.maskJson(value as unknown as Json)]],
    ),
  );
  return { ...clean, ...others, fingerprint, check, severity } as Finding;
};

/** Findings that do not fail the case are its warnings. */
const warningsOf = (report: ProbeReport, { ports }: CaseContext): CaseResult['warnings'] =>
  [
    ...(report.warnings ?? []),
    ...(report.findings ?? [])
      .filter((finding) => !isFailing(finding))
      .map(({ severity, title, message }) => ({ kind: 'finding', message: `${severity}: ${title}: ${message}` })),
  ].map(({ kind, message }) => ({ kind, message: recordMessage(message, ports.masker) }));

const rowOf = ({ part }: ProbeReport, item: CaseDefinition, number: number, context: CaseContext) => {
  if (part === undefined) return {};
  const { masker } = context.ports;
  return {
    row: {
      flow: item.id,
      number: partNumber(number, context),
      name: recordMessage(part.name, masker),
      ...(part.values === undefined ? {} : { values: masker.maskJson(part.values) }),
    },
  };
};

/** One result; everything in it is masked, whatever the engine left. */
export const probeResult = (
  given: ProbeReport,
  place: ReportPlace,
  item: CaseDefinition,
  context: CaseContext,
  probe: ProbeContext,
): CaseResult => {
  const row = rowOf(given, item, place.number, context);
  if (given.skipped !== undefined)
    return {
      ...skippedCase(item, context, { kind: 'requires', reason: given.skipped }, place.startedAtEpochMs),
      ...row,
    };
  const report = withoutWords(withSubstance(given), context);
  const entry = tryOf(report, place, context, probe);
  const findings = (report.findings ?? []).map((finding) => masked(finding, context));
  const details = report.details === undefined ? undefined : context.ports.masker.maskJson(report.details as Json);
  return {
    ...factsOf(item, context),
    ...row,
    verdict: entry.verdict,
    flaky: false,
    warnings: warningsOf(report, context),
    tries: [entry],
    ...(findings.length === 0 ? {} : { findings }),
    ...(details === undefined ? {} : { details: details as NonNullable<CaseResult['details']> }),
    startedAtEpochMs: place.startedAtEpochMs,
    durationMs: entry.durationMs,
  };
};
