/**
 * The run as one HTML file: no script, no request to anywhere, the same bytes for the same facts. Its content security policy says so to
 * the browser, too, should a text ever get out of its place.
 */
import { eachLine } from '#core/case-summary';
import { casesSection } from '#core/report/html/cases-section';
import { changesSection, coverageSection, experimentSection } from '#core/report/html/details-section';
import { findingsSection } from '#core/report/html/findings-section';
import { loadSection } from '#core/report/html/load-section';
import { escaped, html, section } from '#core/report/html/markup';
import type { Markup } from '#core/report/html/markup';
import { PAGE_STYLE } from '#core/report/html/page-style';
import { timeline } from '#core/report/html/timeline';
import { windowOf } from '#core/report/run-report';
import type { RunReport } from '#core/report/run-report';

const ANSWERS = {
  open: 'Gate open',
  shut: 'Gate shut',
  inconclusive: 'Gate inconclusive',
} as const;

const percent = (share: number | null): string => (share === null ? 'none' : `${(share * 100).toFixed(2)} %`);

const figures = ({ gate }: RunReport): Markup => {
  const { counts } = gate;
  const pairs: readonly (readonly [string, string | number])[] = [
    ['Passed', counts.passed],
    ['Failed', counts.failed],
    ['Errored', counts.errored],
    ['Skipped', counts.skipped],
    ['Flaky', counts.flaky],
    ['Warnings', counts.warnings],
    ['Checks', counts.checks],
    ['Requests', counts.requests],
    ['Error rate', percent(gate.errorRate)],
    ['p95', gate.p95Ms === null ? 'none' : `${String(Math.round(gate.p95Ms))} ms`],
  ];
  return html`<dl class="figures">
    ${pairs.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div> `,
    )}
  </dl> `;
};

const head = (report: RunReport): Markup => {
  const { gate, service, version, environment, runId, name } = report;
  const { startEpochMs, endEpochMs } = windowOf(report);
  const at = startEpochMs === 0 ? '' : `, ${new Date(startEpochMs).toISOString().slice(0, 19)}Z`;
  const took = ((endEpochMs - startEpochMs) / 1000).toFixed(1);
  return html`<header>
    <p class="skip"><a href="#cases">To the cases</a></p>
    <h1>${ANSWERS[gate.answer]}: ${service}${version === null ? '' : ` ${version}`}</h1>
    <p>${name} on ${environment}${at}, ${took} s, run ${runId}</p>
    <div class="answer ${gate.answer}">
      ${
        gate.reasons.length === 0
          ? html`<p>Nothing speaks against it.</p>`
          : html`<ul>
              ${gate.reasons.map(({ message, detail, effect }) => html`<li><strong>${effect}</strong>: ${message}${detail === undefined ? '' : ` ${detail}`}</li> `)}
            </ul>`
      }
    </div>
  </header> `;
};

/** The whole page. */
export const htmlReport = (report: RunReport): string => {
  const lines = eachLine(report.cases);
  const body = html`${head(report)}
    <main>
      ${figures(report)} ${section('cases', 'Cases', casesSection(report, lines))}
      ${section('findings', 'Findings', findingsSection(lines))} ${section('load', 'Load', loadSection(lines))}
      ${section('changes', 'Changes', changesSection(lines))}
      ${section('experiments', 'Experiments', experimentSection(lines))}
      ${section('coverage', 'Coverage', coverageSection(lines))}
      ${section('timeline', 'Timeline', timeline(report, lines))}
      ${section(
        'lost',
        'Lost shards',
        report.lostShards.map(({ shard, reason }) => html`<p>Shard ${shard}: ${reason}</p> `),
      )}
    </main>
    <footer><p>Made by Assay. This page loads nothing and runs no script.</p></footer> `;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(`${ANSWERS[report.gate.answer]}: ${report.service}`)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
${body.markup}</body>
</html>
`;
};
