/** Values out of what a monitored system says of itself: Prometheus' text format 0.0.4, and answers of its query API. */
import { isJsonObject } from '#core/json-types';
import type { Json } from '#core/units';

type Labels = { readonly [name: string]: string };

const SERIES = /^([A-Za-z_:][\w:]*)(?:\{(.*)\})?\s+(\S+)(?:\s+-?\d+)?\s*$/u;
const LABEL = /([A-Za-z_]\w*)\s*=\s*"((?:[^"\\]|\\.)*)"/gu;

/** Numbers as Go writes them: `+Inf`, `NaN`, `1e3`. */
const numberOf = (text: string): number => {
  if (/^[+-]?inf$/iu.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  return text === '' ? NaN : Number(text);
};

const unescape = (text: string): string =>
  text.replaceAll(/\\(.)/gu, (_all, character: string) => (character === 'n' ? '\n' : character));

const labelsOf = (text: string | undefined): Labels =>
  Object.fromEntries([...(text ?? '').matchAll(LABEL)].map((match) => [match[1] ?? '', unescape(match[2] ?? '')]));

/**
 * Sum of the series of a metric that have these labels.
 *
 * @throws RangeError when there is no such series, or a sum that is no number
 */
export const prometheusValue = (page: string, metric: string, labels: Labels = {}): number => {
  let total: number | undefined;
  for (const line of page.split('\n')) {
    if (!line.startsWith(metric)) continue;
    const match = SERIES.exec(line);
    if (match?.[1] !== metric) continue;
    const own = labelsOf(match[2]);
    if (Object.entries(labels).every(([name, value]) => own[name] === value))
      total = (total ?? 0) + numberOf(match[3] ?? '');
  }
  if (total === undefined) throw new RangeError(`expected a series of the metric "${metric}", got none`);
  if (!Number.isFinite(total))
    throw new RangeError(`expected a number for the metric "${metric}", got ${String(total)}`);
  return total;
};

const sampleOf = (result: Json): Json | undefined => {
  if (Array.isArray(result) && typeof result[0] === 'number') return result[1] as Json;
  if (!Array.isArray(result) || result.length !== 1) return undefined;
  const [only] = result as readonly Json[];
  const value = isJsonObject(only) ? only['value'] : undefined;
  return Array.isArray(value) ? (value[1] as Json) : undefined;
};

/**
 * The one value of an answer of `/api/v1/query`.
 *
 * @throws RangeError for answers with an error, none or several series, or no number
 */
export const queryValue = (text: string): number => {
  let answer: Json;
  try {
    answer = JSON.parse(text) as Json;
  } catch {
    throw new RangeError('expected an answer of the query API, got text that is no JSON');
  }
  const data = isJsonObject(answer) && answer['status'] === 'success' ? answer['data'] : undefined;
  const sample = isJsonObject(data) ? sampleOf(data['result'] ?? null) : undefined;
  const value = typeof sample === 'string' ? numberOf(sample) : NaN;
  if (Number.isFinite(value)) return value;
  throw new RangeError(
    'expected one number from the query, got an error, several series or none; `sum(...)` makes one of several',
  );
};
