import type { ReadinessReport, ScoredItem, ScoredSection } from '#core/readiness';
import { escaped } from '#core/report/html/markup';

const scoreText = (score: number | null): string => (score === null ? 'no items' : `${String(score)} %`);

const itemLine = ({ state, text, reason }: ScoredItem, indent: string): string =>
  `${indent}${state.toUpperCase().padEnd(4)} ${text}${state === 'pass' ? '' : ` (${reason})`}\n`;

const sectionLines = ({ name, score, counts, items, sections }: ScoredSection, indent: string): string => {
  const all = counts.pass + counts.warn + counts.fail + counts.skip;
  const head = `${indent}${name}: ${scoreText(score)} (${String(counts.pass)} of ${String(all)})\n`;
  const below = `${indent}  `;
  return `${head}${items.map((item) => itemLine(item, below)).join('')}${sections.map((one) => sectionLines(one, below)).join('')}`;
};

const listed = (title: string, names: readonly string[]): string =>
  names.length === 0 ? '' : `${title}: ${names.join(', ')}\n`;

/** A report for people. */
export const readinessText = (report: ReadinessReport): string => {
  const { name, verdict, score, requiredScore, sections, itemsWithoutCase, casesWithoutItem } = report;
  const answer = verdict === 'ready' ? 'ready' : 'not ready';
  return [
    `${name}: ${answer}, ${scoreText(score)} of ${String(requiredScore)} %\n`,
    ...sections.map((one) => sectionLines(one, '  ')),
    listed('items without case', itemsWithoutCase),
    listed('cases without item', casesWithoutItem),
  ].join('');
};

const STATE_WORDS = { pass: 'pass', warn: 'warning', fail: 'fail', skip: 'skipped' } as const;

const itemRow = ({ state, text, reason, run, evidence }: ScoredItem): string => {
  const how = run === undefined ? '' : `<br><small>${escaped(run)}</small>`;
  const why = evidence === undefined ? escaped(reason) : `${escaped(reason)}<br><small>${escaped(evidence)}</small>`;
  return `<tr class="${state}"><td>${STATE_WORDS[state]}</td><th scope="row">${escaped(text)}${how}</th><td>${why}</td></tr>`;
};

const sectionMarkup = ({ name, score, items, sections }: ScoredSection, level: number): string => {
  const heading = `h${String(Math.min(level, 6))}`;
  const table =
    items.length === 0
      ? ''
      : `<table><caption>${escaped(name)}</caption><thead><tr><th scope="col">State</th><th scope="col">Item</th><th scope="col">Why</th></tr></thead><tbody>${items.map(itemRow).join('')}</tbody></table>`;
  return `<section><${heading}>${escaped(name)}: ${scoreText(score)}</${heading}>${table}${sections.map((one) => sectionMarkup(one, level + 1)).join('')}</section>`;
};

/** Markup for a page or a part of one: no script, no style, every text escaped. */
export const readinessMarkup = (report: ReadinessReport): string => {
  const { name, verdict, score, requiredScore, sections, itemsWithoutCase, casesWithoutItem } = report;
  const list = (title: string, names: readonly string[]): string =>
    names.length === 0 ? '' : `<p>${title}: ${names.map((one) => `<code>${escaped(one)}</code>`).join(', ')}</p>`;
  return [
    `<article class="${verdict}"><h1>${escaped(name)}: ${verdict === 'ready' ? 'ready' : 'not ready'}</h1>`,
    `<p>Score ${scoreText(score)}, required ${String(requiredScore)} %</p>`,
    ...sections.map((one) => sectionMarkup(one, 2)),
    list('Items without case', itemsWithoutCase),
    list('Cases without item', casesWithoutItem),
    '</article>',
  ].join('\n');
};
