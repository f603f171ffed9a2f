import type { LeakReport } from '#engines/redaction/leak-report';
import type { Paint } from '../render/paint.ts';
import { bytesText, counted, table } from '../render/table.ts';

const placeOf = ({ first }: LeakReport['kinds'][number]): string => {
  if (first === undefined) return '';
  const path = first.jsonPath === undefined ? '' : ` ${first.jsonPath}`;
  return `first at ${String(first.line)}:${String(first.column)}${path}  ${first.sample}`;
};

/** A report for people: what was found first, then what was looked for in vain. */
export const leakText = (report: LeakReport, paint: Paint): string => {
  const { source, lines, bytes, kinds, lineRules, verdict } = report;
  const found = kinds.filter(({ count }) => count > 0);
  const clean = kinds.filter(({ count }) => count === 0);
  const size = `${counted(lines, 'line')}, ${bytesText(bytes)}`;
  const head =
    verdict === 'clean'
      ? `${paint.green('clean')}  ${source} (${size})\n`
      : `${paint.red('found')}  ${source} (${size})\n`;
  const rows = found.map((one) => [one.kind, String(one.count), placeOf(one)]);
  const none = clean.length === 0 ? '' : `  none: ${clean.map(({ kind }) => kind).join(', ')}\n`;
  const wrong =
    lineRules === undefined
      ? ''
      : lineRules.wrong === 0
        ? `  all ${counted(lineRules.checked, 'line')} as the schema says\n`
        : `  ${counted(lineRules.wrong, 'line')} of ${String(lineRules.checked)} not as the schema says, first line ${String(lineRules.first?.line ?? 0)}: ${lineRules.first?.message ?? ''}\n`;
  return `${head}${table(rows, '  ')}${wrong}${none}`;
};
