import type { Principal } from '#core/access';
import type { CaseSummary } from '#core/case-summary';
import { readsPayload } from '#core/grants';
import { problem } from '#core/problems';
import { ctrfDocument } from '#core/report/ctrf';
import { markdownSummary } from '#core/report/markdown';
import { reportOf } from '#core/report/report-files';
import type { RunReport } from '#core/report/run-report';
import { withoutPayload } from '#core/report/without-payload';
import { sarifLog } from '#core/sarif';
import type { VerdictDocument } from '#core/verdict-document';
import type { Run } from '#core/run';
import { requireVisible } from '#core/visible-run';
import { runRecords } from '#engines/results/run-records';
import type { RunRecords } from '#engines/results/run-records';
import type { AuditTrail } from '#ports/access-store';
import type { BlobStore, EvidenceStore } from '#ports/blob-store';
import type { Clock } from '#ports/clock';
import type { RunStore } from '#ports/run-store';
import { auditPayloadRead } from './audit-read.ts';

const LINK_SECONDS = 300;

export interface GetReportPorts {
  readonly runs: RunStore;
  readonly staging: BlobStore;
  readonly evidence: EvidenceStore;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  /** Of this plane, for reports that name what made them. */
  readonly version: string;
}

export interface GetReport {
  readonly principal: Principal;
  readonly requestId: string;
  readonly runId: string;
}

interface Judged {
  readonly run: Run;
  readonly records: RunRecords;
  readonly withPayload: boolean;
}

const judgedRun = async (
  { principal, runId }: GetReport,
  { runs, staging, evidence }: GetReportPorts,
  signal: AbortSignal,
): Promise<Judged> => {
  const run = requireVisible(principal, runId, await runs.get(principal.tenant, runId, signal));
  if (run.gate === undefined)
    throw problem('run-not-over', `expected a judged run, got one that is ${run.state}`, { runId });
  return { run, records: runRecords({ staging, evidence }, run), withPayload: readsPayload(principal, run.service) };
};

const audited = async (asked: GetReport, name: string, ports: GetReportPorts, signal: AbortSignal): Promise<void> => {
  const { principal, requestId, runId } = asked;
  await auditPayloadRead(ports, { principal, requestId, resource: `run/${runId}/${name}` }, signal);
};

/**
 * A link to the page of a judged run, good for five minutes: pages never come from the API's own origin. Readers without `payload:read`
 * get the page that holds nothing of what targets answered.
 *
 * @throws run-not-found, run-not-over; results-invalid when the page is gone
 */
export const getReportPage =
  (ports: GetReportPorts) =>
  async (asked: GetReport, signal: AbortSignal): Promise<string> => {
    const { records, withPayload } = await judgedRun(asked, ports, signal);
    const name = withPayload ? 'report.html' : 'report-open.html';
    const link = await records.verdictLink(name, LINK_SECONDS, `${asked.runId}.html`, signal);
    if (link === undefined)
      throw problem('results-invalid', 'the report of the run is not there', { runId: asked.runId });
    if (withPayload) await audited(asked, 'report', ports, signal);
    return link;
  };

/** Everything that the other forms are made of; a read of it with payload is on the audit trail. */
const readReport = async (
  asked: GetReport,
  name: string,
  ports: GetReportPorts,
  signal: AbortSignal,
): Promise<RunReport> => {
  const { run, records, withPayload } = await judgedRun(asked, ports, signal);
  const stored = await records.verdictFile('results.json', signal);
  if (stored === undefined) throw problem('results-invalid', 'the verdict of the run is gone', { runId: run.runId });
  const report = reportOf(JSON.parse(new TextDecoder().decode(stored)) as VerdictDocument);
  if (!withPayload) return withoutPayload(report);
  await audited(asked, name, ports, signal);
  return report;
};

/** A function's answer has 6 MB with everything around it. */
const INLINE_BYTES_MAX = 4 * 1024 * 1024;

const fits = (document: object): boolean => Buffer.byteLength(JSON.stringify(document)) <= INLINE_BYTES_MAX;

/** One sentence for each case that failed, its last try, and no figures: what a report is cut down to when it would not fit otherwise. */
const inShort = ({ probe: _probe, rows, ...summary }: CaseSummary): CaseSummary => ({
  ...summary,
  details: [],
  tries: summary.tries.slice(-1),
  ...(rows === undefined ? {} : { rows: rows.map(inShort) }),
});

/** @throws limit-exceeded when it does not fit even when cut down */
const fitting = <Document extends object>(report: RunReport, make: (report: RunReport) => Document): Document => {
  const whole = make(report);
  if (fits(whole)) return whole;
  const short = make({ ...report, cases: report.cases.map(inShort) });
  if (fits(short)) return short;
  throw problem(
    'limit-exceeded',
    `expected a report of at most ${String(INLINE_BYTES_MAX)} bytes, got more for ${String(report.cases.length)} cases: read /results page by page`,
    { runId: report.runId },
  );
};

/** Common Test Report Format. @throws run-not-found, run-not-over, results-invalid, limit-exceeded */
export const getCtrf = (ports: GetReportPorts) => async (asked: GetReport, signal: AbortSignal) =>
  fitting(await readReport(asked, 'ctrf', ports, signal), (report) =>
    ctrfDocument(report, { name: 'assay', version: ports.version }),
  );

/** Findings as SARIF 2.1.0. @throws run-not-found, run-not-over, results-invalid, limit-exceeded */
export const getSarif = (ports: GetReportPorts) => async (asked: GetReport, signal: AbortSignal) =>
  fitting(await readReport(asked, 'sarif', ports, signal), ({ cases }) => sarifLog(cases, ports.version));

/** The comment for a pull request. @throws run-not-found, run-not-over, results-invalid */
export const getSummary =
  (ports: GetReportPorts) =>
  async (asked: GetReport, signal: AbortSignal): Promise<string> =>
    markdownSummary(await readReport(asked, 'summary', ports, signal));
