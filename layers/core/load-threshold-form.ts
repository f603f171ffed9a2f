/** How thresholds are written: names of statistics, words for reports, and mistakes. */
import type { LoadDefinition, LoadThreshold } from '#core/acts/load';
import { durationMsOf, measuredTime } from '#core/load-schedule';

const PERCENTILE = /^p(\d{1,2}(?:\.\d{1,3})?)$/u;
/** Statistics of time: they have a unit, and a series to be taken of. */
const OF_TIMES = new Set(['mean', 'min', 'max']);
const OF_COUNTS = new Set(['errorRate', 'rps', 'requests']);
const BOUNDS = ['below', 'atMost', 'above', 'atLeast'] as const;
const SIGNS = { below: '<', atMost: '<=', above: '>', atLeast: '>=' } as const;
const WINDOWS_MAX = 1000;

/** Share of a `p95`; undefined for another name. */
export const percentileShare = (name: string): number | undefined => {
  const digits = PERCENTILE.exec(name)?.[1];
  return digits === undefined ? undefined : Number(digits) / 100;
};

export const isTimeStatistic = (name: string): boolean => percentileShare(name) !== undefined || OF_TIMES.has(name);
export const isBuiltIn = (name: string): boolean => isTimeStatistic(name) || OF_COUNTS.has(name);

export interface Bound {
  readonly sign: '<' | '<=' | '>' | '>=';
  readonly limit: number;
}

export const boundsOf = (threshold: LoadThreshold): readonly Bound[] =>
  BOUNDS.flatMap((name) => {
    const limit = threshold[name];
    return limit === undefined ? [] : [{ sign: SIGNS[name], limit }];
  });

export const holds = (value: number, { sign, limit }: Bound): boolean => {
  if (sign === '<') return value < limit;
  if (sign === '<=') return value <= limit;
  return sign === '>' ? value > limit : value >= limit;
};

const unitOf = (metric: string): string => (isTimeStatistic(metric) ? ' ms' : metric === 'rps' ? ' requests/s' : '');

const scopeWords = ({ tag, operation }: LoadThreshold): string =>
  operation !== undefined ? ` of "${operation}"` : tag === undefined ? '' : ` of tag "${tag}"`;

/** `p95 of "list" < 500 ms in each window of 10000 ms`. */
export const thresholdWords = (threshold: LoadThreshold): string => {
  const { metric, statistic, of, windowMs } = threshold;
  const what = `${of === 'service' ? 'service time ' : ''}${metric}${statistic === undefined ? '' : ` (${statistic})`}`;
  const bounds = boundsOf(threshold).map(({ sign, limit }) => `${sign} ${String(limit)}${unitOf(metric)}`);
  const windows = windowMs === undefined ? '' : ` in each window of ${String(windowMs)} ms`;
  return `${what}${scopeWords(threshold)} ${bounds.join(' and ')}${windows}`;
};

/** What answers the question whether a metric's statistic is one that its kind has. */
const statisticProblem = (
  { metrics = [], watch = [] }: LoadDefinition,
  threshold: LoadThreshold,
): string | undefined => {
  const { metric, statistic } = threshold;
  const declared = metrics.find(({ name }) => name === metric);
  if (declared === undefined && watch.every(({ name }) => name !== metric)) {
    const names = [...metrics, ...watch].map(({ name }) => name);
    return `expected p50 to p99.999, mean, min, max, errorRate, rps, requests${names.length === 0 ? '' : ` or one of ${names.join(', ')}`}, got "${metric}"`;
  }
  if (statistic === undefined) return undefined;
  if (declared?.kind === 'rate') return `expected no statistic of a rate, got "${statistic}"`;
  const counter = declared?.kind === 'counter';
  const fits = counter
    ? ['total', 'perSecond'].includes(statistic)
    : isTimeStatistic(statistic) || statistic === 'last';
  return fits
    ? undefined
    : `expected ${counter ? 'total or perSecond' : 'p95, mean, min, max or last'}, got "${statistic}"`;
};

const scopeProblem = ({ mix }: LoadDefinition, { tag, operation }: LoadThreshold): string | undefined => {
  if (operation !== undefined && mix.every(({ name }) => name !== operation))
    return `expected the name of an entry of the mix (${mix.map(({ name }) => name).join(', ')}), got "${operation}"`;
  if (tag !== undefined && mix.every(({ tags = [] }) => !tags.includes(tag)))
    return `expected a tag of an entry of the mix, got "${tag}"`;
  return undefined;
};

const windowProblem = (load: LoadDefinition, { metric, windowMs }: LoadThreshold): string | undefined => {
  if (windowMs === undefined) return undefined;
  if (!isBuiltIn(metric)) return 'expected no window for a declared metric';
  const { fromMs, toMs } = measuredTime(load);
  if (!(windowMs >= 100)) return `expected windows of 100 ms and more, got ${String(windowMs)}`;
  if (windowMs > toMs - fromMs)
    return `expected a window inside the ${String(toMs - fromMs)} ms measured, got ${String(windowMs)} ms`;
  const count = Math.ceil(durationMsOf(load) / windowMs);
  return count > WINDOWS_MAX ? `expected at most ${String(WINDOWS_MAX)} windows, got ${String(count)}` : undefined;
};

const abortProblem = (
  { metrics = [] }: LoadDefinition,
  { metric, abort, graceMs, ...bounds }: LoadThreshold,
): string | undefined => {
  if (graceMs !== undefined && abort !== true) return 'expected graceMs only beside abort: true';
  const grows = metric === 'requests' || metrics.some(({ name, kind }) => name === metric && kind === 'counter');
  if (abort === true && grows && (bounds.above !== undefined || bounds.atLeast !== undefined))
    return 'expected no abort for a lower bound of something that grows: it does not hold at the beginning';
  return undefined;
};

const oneProblem = (load: LoadDefinition, threshold: LoadThreshold): string | undefined => {
  if (boundsOf(threshold).length === 0) return 'expected at least one of below, atMost, above and atLeast, got none';
  if (threshold.statistic !== undefined && isBuiltIn(threshold.metric))
    return `expected no statistic beside ${threshold.metric}, got "${threshold.statistic}"`;
  if (threshold.of !== undefined && !isTimeStatistic(threshold.metric))
    return `expected \`of\` only beside times, got it beside ${threshold.metric}`;
  if (threshold.tag !== undefined && threshold.operation !== undefined)
    return 'expected a tag or an operation, got both';
  if (!isBuiltIn(threshold.metric)) {
    if (threshold.tag !== undefined || threshold.operation !== undefined)
      return `expected no tag or operation beside the metric "${threshold.metric}": the metric itself can name an operation`;
    const problem = statisticProblem(load, threshold);
    if (problem !== undefined) return problem;
  }
  return scopeProblem(load, threshold) ?? windowProblem(load, threshold) ?? abortProblem(load, threshold);
};

const metricProblems = ({ metrics = [], watch = [], mix }: LoadDefinition): string[] => {
  const names = [...metrics, ...watch].map(({ name }) => name);
  const problems = names.flatMap((name, index) => {
    if (isBuiltIn(name)) return [`metric "${name}": expected a name that is no built-in one`];
    return names.indexOf(name) === index ? [] : [`metric "${name}": expected names that differ, got it twice`];
  });
  for (const { name, kind, header, path, bodyBytes, when, operation } of metrics) {
    const sources = [header, path, bodyBytes].filter((source) => source !== undefined).length;
    if (sources !== 1)
      problems.push(`metric "${name}": expected one of header, path and bodyBytes, got ${String(sources)}`);
    if (kind === 'rate' && when === undefined) problems.push(`metric "${name}": expected \`when\` of a rate, got none`);
    if (operation !== undefined && mix.every((entry) => entry.name !== operation))
      problems.push(`metric "${name}": expected the name of an entry of the mix, got "${operation}"`);
  }
  for (const { name, scrape, query } of watch)
    if ((scrape === undefined) === (query === undefined))
      problems.push(`metric "${name}": expected either scrape or query`);
  return problems;
};

/** Mistakes of thresholds and metrics; empty when there are none. */
export const thresholdProblems = (load: LoadDefinition): readonly string[] => {
  const { thresholds = [], soak } = load;
  const problems = thresholds.flatMap((threshold, index) => {
    const problem = oneProblem(load, threshold);
    return problem === undefined ? [] : [`threshold ${String(index + 1)}: ${problem}`];
  });
  // A load that nothing is expected of must not look like a pass.
  if (thresholds.length === 0 && soak === undefined) problems.push('expected at least one threshold or soak, got none');
  return [...metricProblems(load), ...problems];
};
