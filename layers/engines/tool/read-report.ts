import type { ReportFormat, ToolCase, ToolReport } from '#core/acts/tool';
import { fieldOf, isJsonObject } from '#core/json-types';
import type { JsonObject } from '#core/units';
import { readAutocannon } from '#engines/tool/autocannon-report';
import { readCtrf } from '#engines/tool/ctrf-report';
import { readJUnit } from '#engines/tool/junit-report';
import { readK6Summary } from '#engines/tool/k6-summary';
import { readNewman } from '#engines/tool/newman-report';
import { readPytest } from '#engines/tool/pytest-output';
import { CASES_MAX, UnreadableReport, parseJson } from '#engines/tool/report';

const READERS: { readonly [format in ReportFormat]: (text: string, exitCode: number | null) => readonly ToolCase[] } = {
  junit: readJUnit,
  ctrf: readCtrf,
  'k6-summary': readK6Summary,
  newman: readNewman,
  autocannon: readAutocannon,
  pytest: readPytest,
};

const isObjectAt = (report: JsonObject, ...names: readonly string[]): boolean => {
  let value: unknown = report;
  for (const name of names) {
    if (!isJsonObject(value)) return false;
    value = fieldOf(value, name);
  }
  return typeof value === 'object' && value !== null;
};

const jsonFormat = (report: JsonObject): ReportFormat | undefined => {
  if (isObjectAt(report, 'results', 'tests')) return 'ctrf';
  if (isObjectAt(report, 'run', 'executions')) return 'newman';
  if (isObjectAt(report, 'root_group') || isObjectAt(report, 'results', 'metrics')) return 'k6-summary';
  if (isObjectAt(report, 'latency') && isObjectAt(report, 'throughput')) return 'autocannon';
  return undefined;
};

/** @throws UnreadableReport for what looks like none of them */
export const detectFormat = (text: string): ReportFormat => {
  const start = text.replace(/^\uFEFF/u, '').trimStart();
  if (start.startsWith('<')) return 'junit';
  if (/^=+ test session starts =+$/mu.test(start)) return 'pytest';
  if (start.startsWith('{')) {
    const report = parseJson(text);
    const format = isJsonObject(report) ? jsonFormat(report) : undefined;
    if (format !== undefined) return format;
  }
  throw new UnreadableReport(
    `expected a report of ${Object.keys(READERS).join(', ')}, got ${start === '' ? 'an empty one' : 'something else'}`,
  );
};

/**
 * Reads what a tool left.
 *
 * @param exitCode of the tool, which some reports need to be understood; null when it has none
 * @throws UnreadableReport for one that is malformed, empty or has more than CASES_MAX cases
 */
export const readReport = (text: string, wanted: ReportFormat | 'auto', exitCode: number | null): ToolReport => {
  const format = wanted === 'auto' ? detectFormat(text) : wanted;
  const cases = READERS[format](text, exitCode);
  if (cases.length === 0) throw new UnreadableReport('expected cases in the report, got none');
  if (cases.length > CASES_MAX)
    throw new UnreadableReport(
      `expected at most ${String(CASES_MAX)} cases in the report, got ${String(cases.length)}`,
    );
  return { format, cases };
};
