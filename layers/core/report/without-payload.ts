/** A report for readers without `payload:read`: what targets were sent and answered is left out, figures and structure stay (F1.1). */
import type { CaseSummary, TrySummary } from '#core/case-summary';
import type { Finding } from '#core/finding';
import { readLoadDetails } from '#core/load-details';
import type { RunReport } from '#core/report/run-report';
import type { Json } from '#core/units';

const openTry = ({ shard, try: number, verdict, durationMs }: TrySummary): TrySummary => ({
  shard,
  try: number,
  verdict,
  durationMs,
});

const HIDDEN = 'the message is for readers with payload:read';

/** Titles and classes are the registry's; place, message and command may quote an answer. */
const openFinding = ({ fingerprint, check, title, severity, operation, suppressed, ...classes }: Finding): Finding => {
  const { owasp, cwe, asvs, wfc } = classes;
  return {
    fingerprint,
    check,
    title,
    severity,
    message: HIDDEN,
    ...(operation === undefined ? {} : { operation }),
    ...(owasp === undefined ? {} : { owasp }),
    ...(cwe === undefined ? {} : { cwe }),
    ...(asvs === undefined ? {} : { asvs }),
    ...(wfc === undefined ? {} : { wfc }),
    // Why it was accepted, and by whom, the suite says.
    ...(suppressed === undefined ? {} : { suppressed }),
  };
};

/** Figures, without what the first answer that broke a check said. */
const openLoad = (load: Json): Json => {
  const details = readLoadDetails(load);
  if (details === undefined) return null;
  const { figures, rules } = details;
  const operations = figures.operations.map((one) => ({
    ...one,
    broken: one.broken.map((check) => ({ ...check, message: HIDDEN })),
  }));
  return { figures: { ...figures, operations }, rules } as unknown as Json;
};

const openCase = (summary: CaseSummary): CaseSummary => {
  const { message: _message, details: _details, part: _part, findings, probe, rows, headline, ...rest } = summary;
  const load = probe?.load;
  const coverage = probe?.coverage;
  return {
    ...rest,
    details: headline === undefined ? [] : [headline],
    tries: rest.tries.map(openTry),
    ...(headline === undefined ? {} : { headline, message: headline }),
    ...(findings === undefined ? {} : { findings: findings.map(openFinding) }),
    ...(load === undefined && coverage === undefined
      ? {}
      : {
          probe: {
            ...(load === undefined ? {} : { load: openLoad(load) }),
            ...(coverage === undefined ? {} : { coverage }),
          },
        }),
    ...(rows === undefined ? {} : { rows: rows.map(openCase) }),
  };
};

/** Reasons of a gate name cases and figures in `message`; `detail` is what the target answered. */
export const withoutPayload = (report: RunReport): RunReport => ({
  ...report,
  gate: { ...report.gate, reasons: report.gate.reasons.map(({ detail: _detail, ...reason }) => reason) },
  cases: report.cases.map(openCase),
});
