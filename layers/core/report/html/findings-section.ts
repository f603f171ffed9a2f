import type { CaseSummary } from '#core/case-summary';
import { SEVERITIES, gravest } from '#core/finding';
import type { Finding } from '#core/finding';
import { html } from '#core/report/html/markup';
import type { Markup } from '#core/report/html/markup';

/** Findings of a page. */
const FINDINGS_MAX = 1000;

const bySeverity = (a: Finding, b: Finding): number =>
  SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity) || (a.fingerprint < b.fingerprint ? -1 : 1);

const block = (finding: Finding): Markup => {
  const { severity, title, operation, place, message, severityReason, remedy, curl, suppressed, fingerprint } = finding;
  const classes = [finding.owasp, finding.cwe, finding.asvs, finding.wfc].filter((one) => one !== undefined);
  return html`<details>
    <summary>
      <span class="verdict ${severity === 'critical' || severity === 'high' ? 'failed' : 'errored'}">${severity}</span>
      ${title}${operation === undefined ? '' : ` in ${operation}`}${suppressed === undefined ? '' : ' (suppressed)'}
    </summary>
    <div>
      <p>${message}</p>
      ${place === undefined ? '' : html`<p>Where: <code>${place}</code></p>`}
      ${severityReason === undefined ? '' : html`<p>Why ${severity}: ${severityReason}</p>`}
      ${remedy === undefined ? '' : html`<p>What helps: ${remedy}</p>`}
      ${suppressed === undefined ? '' : html`<p>Suppressed until ${suppressed.until} by ${suppressed.approver}: ${suppressed.reason}</p>`}
      ${curl === undefined ? '' : html`<pre><code>${curl}</code></pre>`}
      <p>${classes.length === 0 ? '' : `${classes.join(' · ')} · `}fingerprint ${fingerprint}</p>
    </div>
  </details> `;
};

/** Each finding once, the most severe first; its text is there without script. */
export const findingsSection = (lines: readonly CaseSummary[]): readonly Markup[] => {
  const all = gravest(lines.flatMap(({ findings = [] }) => findings));
  const more = all.length - FINDINGS_MAX;
  return [
    ...[...all].sort(bySeverity).slice(0, FINDINGS_MAX).map(block),
    ...(more > 0 ? [html`<p>${more} more, none of them more severe; the results have them all.</p> `] : []),
  ];
};
