import { nameOf } from '#core/case-summary';
import type { CaseSummary } from '#core/case-summary';
import { html, tableOf } from '#core/report/html/markup';
import type { Markup } from '#core/report/html/markup';
import { titleOf } from '#core/report/run-report';
import type { RunReport } from '#core/report/run-report';

const RANK: readonly string[] = ['failed', 'errored', 'skipped', 'passed'];
/** Cases of a page; the results file has all. */
const PASSED_MAX = 2000;
const WRONG_MAX = 1000;

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

const notes = ({ flaky, advisory, risk }: CaseSummary): string =>
  [`${risk} risk`, ...(advisory ? ['advisory'] : []), ...(flaky ? ['flaky'] : [])].join(', ');

const wrongCase = (one: CaseSummary): Markup =>
  html`<details open>
    <summary>
      <span class="verdict ${one.verdict}">${one.verdict}</span> ${one.suite}: ${titleOf(one)} (${notes(one)})
    </summary>
    <div>
      <p>
        <code>${nameOf(one)}</code>, ${seconds(one.durationMs)},
        ${one.tries.length === 1 ? 'one try' : `${String(one.tries.length)} tries`}
      </p>
      <ul>
        ${(one.details.length > 0 ? one.details : [one.message ?? 'no reason was recorded']).map((text) => html`<li>${text}</li> `)}
      </ul>
      ${
        one.tries.length < 2
          ? ''
          : html`<p>Tries: ${one.tries.map((entry) => `${String(entry.try)}. ${entry.verdict}`).join(', ')}</p>`
      }
    </div>
  </details> `;

const skippedRows = (lines: readonly CaseSummary[], report: RunReport): string[][] => [
  ...lines.filter(({ verdict }) => verdict === 'skipped').map((one) => [nameOf(one), one.because?.reason ?? '']),
  ...report.missing.map((one) => [`${one.suite}/${one.case}`, `no result: ${one.reason}`]),
];

/** What failed with its reasons, then what was not run, then the rest as a table. */
export const casesSection = (report: RunReport, lines: readonly CaseSummary[]): readonly Markup[] => {
  const wrong = lines
    .filter(({ verdict }) => verdict === 'failed' || verdict === 'errored')
    .sort((a, b) => RANK.indexOf(a.verdict) - RANK.indexOf(b.verdict));
  const passed = lines.filter(({ verdict }) => verdict === 'passed');
  const skipped = skippedRows(lines, report);
  return [
    ...wrong.slice(0, WRONG_MAX).map(wrongCase),
    ...(wrong.length > WRONG_MAX
      ? [html`<p>${wrong.length - WRONG_MAX} more failed or errored; the results have them all.</p> `]
      : []),
    ...(skipped.length === 0 ? [] : [tableOf('Not run', ['case', 'why'], skipped)]),
    ...(passed.length === 0
      ? []
      : [
          tableOf(
            passed.length > PASSED_MAX
              ? `The first ${String(PASSED_MAX)} of ${String(passed.length)} cases that passed`
              : 'Passed',
            ['case', 'what', 'took', 'notes'],
            passed
              .slice(0, PASSED_MAX)
              .map((one) => [
                nameOf(one),
                titleOf(one),
                seconds(one.durationMs),
                [...(one.flaky ? ['flaky'] : []), ...new Set(one.warnings.map((kind) => `warning: ${kind}`))].join(
                  ', ',
                ),
              ]),
          ),
        ]),
  ];
};
