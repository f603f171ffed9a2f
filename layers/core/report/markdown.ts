/** The run as a comment on a pull request: the answer first, what to repair next, everything else folded. */
import { eachLine, nameOf } from '#core/case-summary';
import type { CaseSummary } from '#core/case-summary';
import { SEVERITIES } from '#core/finding';
import type { Finding } from '#core/finding';
import { titleOf } from '#core/report/run-report';
import type { RunReport } from '#core/report/run-report';

/** A comment on GitHub has 65,536 characters at most; GitLab takes more. */
const CHARACTERS_MAX = 60_000;
const LINES_MAX = 50;
const CELL_CHARACTERS_MAX = 300;

const ANSWERS = {
  open: 'Gate open',
  shut: 'Gate shut',
  inconclusive: 'Gate inconclusive: this is not a pass',
} as const;

/** Text from elsewhere stays text: no markup, no mention of a person, no line of its own. */
export const markdownText = (text: string): string =>
  text
    .replaceAll(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replaceAll(/[\\`*_{}[\]()#+!|~]/gu, (sign) => `\\${sign}`)
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '@\u200b')
    .trim();

const cell = (text: string): string => {
  const short = text.length <= CELL_CHARACTERS_MAX ? text : `${text.slice(0, CELL_CHARACTERS_MAX - 1).toWellFormed()}…`;
  return markdownText(short);
};

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const more = rows.length > LINES_MAX ? [`…and ${String(rows.length - LINES_MAX)} more.`, ''] : [];
  return [line(head), line(head.map(() => '---')), ...rows.slice(0, LINES_MAX).map(line), '', ...more];
};

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

const isWrong = ({ verdict }: CaseSummary): boolean => verdict === 'failed' || verdict === 'errored';

const folded = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['<details>', `<summary>${title}</summary>`, '', ...lines, '</details>', ''];

const bySeverity = (a: Finding, b: Finding): number => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity);

const findingRows = (cases: readonly CaseSummary[]): string[][] =>
  cases
    .flatMap(({ findings = [] }) => findings)
    .sort(bySeverity)
    .map((finding) => [
      finding.suppressed === undefined ? finding.severity : `${finding.severity} (suppressed)`,
      cell(finding.title),
      cell(finding.operation ?? ''),
      cell([finding.owasp, finding.cwe].filter((one) => one !== undefined).join(', ')),
    ]);

const figures = ({ gate }: RunReport): string => {
  const { counts, errorRate, p95Ms } = gate;
  return [
    `${String(counts.passed)} passed`,
    `${String(counts.failed)} failed`,
    `${String(counts.errored)} errored`,
    `${String(counts.skipped)} skipped`,
    ...(counts.flaky > 0 ? [`${String(counts.flaky)} flaky`] : []),
    ...(counts.warnings > 0 ? [`${String(counts.warnings)} warnings`] : []),
    ...(p95Ms === null ? [] : [`p95 ${String(Math.round(p95Ms))} ms`]),
    ...(errorRate === null ? [] : [`error rate ${(errorRate * 100).toFixed(2)} %`]),
  ].join(' · ');
};

/**
 * @param links where the reader finds more; left out where there is nothing
 * @returns at most CHARACTERS_MAX characters, ends with a line break
 */
export const markdownSummary = (report: RunReport, links: { readonly [name: string]: string } = {}): string => {
  const lines = eachLine(report.cases);
  const wrong = lines.filter(isWrong);
  const { gate } = report;
  const of = report.version === null ? report.service : `${report.service} ${report.version}`;
  const text = [
    `### ${ANSWERS[gate.answer]}: ${markdownText(of)} on ${markdownText(report.environment)}`,
    '',
    figures(report),
    '',
    ...gate.reasons.filter(({ effect }) => effect !== 'info').map(({ message }) => `- ${cell(message)}`),
    '',
    ...table(
      ['case', 'risk', 'verdict', 'why'],
      wrong.map((one) => [
        cell(`${one.suite}: ${titleOf(one)}`),
        one.risk,
        one.advisory ? `${one.verdict} (advisory)` : one.verdict,
        cell(one.headline ?? ''),
      ]),
    ),
    ...folded('Findings', table(['severity', 'finding', 'operation', 'class'], findingRows(lines))),
    ...folded(
      'Skipped and missing',
      table(
        ['case', 'why'],
        [
          ...lines
            .filter(({ verdict }) => verdict === 'skipped')
            .map((one) => [cell(nameOf(one)), cell(one.because?.reason ?? '')]),
          ...report.missing.map((one) => [cell(`${one.suite}/${one.case}`), cell(one.reason)]),
        ],
      ),
    ),
    ...folded(
      'All cases',
      table(
        ['case', 'verdict', 'time'],
        lines.map((one) => [cell(`${one.suite}: ${titleOf(one)}`), one.verdict, seconds(one.durationMs)]),
      ),
    ),
    ...Object.entries(links).map(([name, url]) => `[${markdownText(name)}](${encodeURI(url)})`),
    `Run ${markdownText(report.runId)}`,
  ].join('\n');
  return `${text.length <= CHARACTERS_MAX ? text : `${text.slice(0, CHARACTERS_MAX).toWellFormed()}\n\n…cut.`}\n`;
};
