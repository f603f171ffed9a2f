/** Files that are made of a verdict: the page for people, with and without payload. A pure function of the verdict document. */
import { findSensitive, maskSensitive } from '#core/masking';
import { htmlReport } from '#core/report/html/html-report';
import type { RunReport } from '#core/report/run-report';
import { withoutPayload } from '#core/report/without-payload';
import type { VerdictDocument } from '#core/verdict-document';

export const REPORT_NAMES = ['report.html', 'report-open.html'] as const;
export type ReportName = (typeof REPORT_NAMES)[number];

export interface ReportFile {
  readonly name: ReportName;
  readonly mediaType: 'text/html; charset=utf-8';
  readonly text: string;
}

/** What reports are made of. */
export const reportOf = (document: VerdictDocument): RunReport => {
  const { runId, name, service, version, environment, gate, cases, missing, lostShards } = document;
  return { runId, name, service, version, environment, gate, cases, missing, lostShards };
};

/** Texts that were clean alone can look sensitive beside each other. A page that cannot be made clean is left out. */
const cleanFile = (name: ReportName, page: string): readonly ReportFile[] => {
  const { text } = maskSensitive(page);
  return findSensitive(text).length > 0 ? [] : [{ name, mediaType: 'text/html; charset=utf-8', text }];
};

/** `report.html` for readers of payloads, `report-open.html` for everybody who may see the run. */
export const reportFiles = (document: VerdictDocument): readonly ReportFile[] => {
  const report = reportOf(document);
  return [
    ...cleanFile('report.html', htmlReport(report)),
    ...cleanFile('report-open.html', htmlReport(withoutPayload(report))),
  ];
};
