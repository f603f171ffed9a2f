import { escaped } from '#core/report/html/markup';
import type { LeakCount, LeakReport } from '#engines/redaction/leak-report';
import { bytesText, counted } from '../render/table.ts';

const STYLE = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1rem}
h1{font-size:1.4rem}h2{font-size:1.1rem;overflow-wrap:anywhere}.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #8886;vertical-align:top}td.n{text-align:right}
.found{color:#b3261e;font-weight:600}.clean{color:#1a6b2f;font-weight:600}code{overflow-wrap:anywhere}
@media(prefers-color-scheme:dark){.found{color:#ffb4ab}.clean{color:#8fd6a0}}`;

const row = ({ kind, count, verdict, first }: LeakCount): string => {
  const place = first === undefined ? '' : `line ${String(first.line)}, column ${String(first.column)}`;
  const path = first?.jsonPath === undefined ? '' : ` <code>${escaped(first.jsonPath)}</code>`;
  const sample = first === undefined ? '' : ` <code>${escaped(first.sample)}</code>`;
  return `<tr><th scope="row">${escaped(kind)}</th><td class="${verdict}">${verdict}</td><td class="n">${String(count)}</td><td>${place}${path}${sample}</td></tr>`;
};

const lineRules = ({ lineRules: rules }: LeakReport): string => {
  if (rules === undefined) return '';
  const { checked, wrong, first } = rules;
  if (wrong === 0) return `<p><span class="clean">clean</span> All ${counted(checked, 'line')} as the schema says.</p>`;
  return `<p><span class="found">found</span> ${String(wrong)} of ${counted(checked, 'line')} not as the schema says. Line ${String(first?.line ?? 0)}: ${escaped(first?.message ?? '')}</p>`;
};

const section = (report: LeakReport): string => `<section>
<h2>${escaped(report.source)}: <span class="${report.verdict}">${report.verdict}</span></h2>
<p>${counted(report.lines, 'line')}, ${bytesText(report.bytes)}</p>
${lineRules(report)}
<div class="scroll" role="region" aria-label="Kinds in ${escaped(report.source)}" tabindex="0"><table>
<thead><tr><th scope="col">Kind</th><th scope="col">Verdict</th><th scope="col">Count</th><th scope="col">First place, form of the value</th></tr></thead>
<tbody>
${report.kinds.map(row).join('\n')}
</tbody></table></div>
</section>`;

/** A page that stands alone: no request, no script, no value. */
export const leakPage = (reports: readonly LeakReport[]): string => {
  const verdict = reports.every((one) => one.verdict === 'clean') ? 'clean' : 'found';
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sensitive values in logs: ${verdict}</title><style>${STYLE}</style></head>
<body><main>
<h1>Sensitive values in logs: <span class="${verdict}">${verdict}</span></h1>
${reports.map(section).join('\n')}
</main></body></html>
`;
};
