/** Whether figures keep to a threshold. Pure; the same for one shard that wants to abort and for all of them together. */
import type { CheckOutcome } from '#core/case-result';
import type { LoadMetric, LoadThreshold } from '#core/acts/load';
import type { LoadFigures, OperationFigures, TimeFigures, Times } from '#core/load-figures';
import { boundsOf, holds, isTimeStatistic, percentileShare, thresholdWords } from '#core/load-threshold-form';
import { RELATIVE_ERROR, Sketch, mergedSketch } from '#core/sketch';

/** What a threshold looks at. */
export interface LoadView {
  readonly measuredMs: number;
  /** Shards of the load for each one that the view shows: a rate of one of k is a k-th. */
  readonly rateFactor: number;
  readonly times: (scope: Pick<LoadThreshold, 'tag' | 'operation'>) => Times;
  /** Complete windows inside the measured time. */
  readonly windows: (threshold: LoadThreshold) => readonly { readonly atMs: number; readonly times: Times }[];
  readonly metric: (name: string) => { readonly hits: number; readonly values: Sketch } | undefined;
  readonly watched: (name: string) => readonly number[] | undefined;
}

const timesOf = (figures: TimeFigures): Times => ({
  requests: figures.requests,
  answered: figures.answered,
  failed: figures.failed,
  latency: Sketch.fromForm(figures.latency),
  service: Sketch.fromForm(figures.service),
});

export const inScope = (
  { name, tags }: Pick<OperationFigures, 'name' | 'tags'>,
  { tag, operation }: Pick<LoadThreshold, 'tag' | 'operation'>,
): boolean => (operation === undefined || operation === name) && (tag === undefined || tags.includes(tag));

/** Times of several operations together. */
export const sumTimes = (parts: readonly Times[]): Times => {
  const latency = new Sketch();
  const service = new Sketch();
  let [requests, answered, failed] = [0, 0, 0];
  for (const part of parts) {
    requests += part.requests;
    answered += part.answered;
    failed += part.failed;
    latency.merge(part.latency);
    service.merge(part.service);
  }
  return { requests, answered, failed, latency, service };
};

/** The view of figures of the whole load. */
export const viewOf = (figures: LoadFigures): LoadView => {
  const { measuredFromMs, measuredMs } = figures;
  const measuredToMs = measuredFromMs + measuredMs;
  return {
    measuredMs,
    rateFactor: 1,
    times: (scope) => sumTimes(figures.operations.filter((one) => inScope(one, scope)).map(timesOf)),
    windows: ({ windowMs, tag, operation }) =>
      figures.scoped
        .filter((one) => one.windowMs === windowMs && one.tag === tag && one.operation === operation)
        .flatMap(({ windows }) => windows)
        .filter(({ atMs }) => atMs >= measuredFromMs && atMs + (windowMs ?? 0) <= measuredToMs)
        .map((window) => ({ atMs: window.atMs, times: timesOf(window) })),
    metric: (name) => {
      const found = figures.metrics.find((one) => one.name === name);
      return found === undefined ? undefined : { hits: found.hits, values: mergedSketch([found.values]) };
    },
    watched: (name) =>
      figures.watched
        .find((one) => one.name === name)
        ?.points.filter(([atMs]) => atMs >= measuredFromMs && atMs <= measuredToMs)
        .map(([, value]) => value),
  };
};

export const statisticOf = (sketch: Sketch, name: string): number | undefined => {
  if (name === 'mean') return sketch.mean;
  if (name === 'min') return sketch.min;
  if (name === 'max') return sketch.max;
  const share = percentileShare(name);
  return share === undefined ? undefined : sketch.quantile(share);
};

/** undefined where nothing was there to be measured. */
const builtIn = (
  metric: string,
  times: Times,
  seriesOf: 'latency' | 'service',
  ms: number,
  factor: number,
): number | undefined => {
  if (metric === 'rps') return (times.answered * factor * 1000) / ms;
  if (metric === 'requests') return times.requests * factor;
  if (metric === 'errorRate') return times.requests === 0 ? undefined : times.failed / times.requests;
  return statisticOf(times[seriesOf], metric);
};

const listStatistic = (values: readonly number[], name: string): number | undefined => {
  if (values.length === 0) return undefined;
  if (name === 'last') return values.at(-1);
  if (name === 'mean') return values.reduce((sum, value) => sum + value, 0) / values.length;
  const sorted = [...values].sort((a, b) => a - b);
  if (name === 'min') return sorted[0];
  const share = name === 'max' ? 1 : (percentileShare(name) ?? 1);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
};

const declared = (threshold: LoadThreshold, metrics: readonly LoadMetric[], view: LoadView): number | undefined => {
  const { metric, statistic } = threshold;
  const kind = metrics.find(({ name }) => name === metric)?.kind;
  if (kind === undefined) return listStatistic(view.watched(metric) ?? [], statistic ?? 'max');
  const found = view.metric(metric);
  if (found === undefined || found.values.count === 0) return kind === 'counter' ? 0 : undefined;
  if (kind === 'rate') return found.hits / found.values.count;
  if (kind === 'trend') return statisticOf(found.values, statistic ?? 'mean');
  const total = found.values.sum * view.rateFactor;
  return statistic === 'perSecond' ? (total * 1000) / view.measuredMs : total;
};

export const shown = (value: number): string =>
  String(Math.abs(value) >= 100 ? Math.round(value * 10) / 10 : Number(value.toPrecision(4)));

/** `512.3 ms (true value from 509.8 to 514.9 ms: 0.5 % error of the merged sketch)`; other figures are exact. */
const valueWords = (metric: string, value: number): string => {
  if (!isTimeStatistic(metric)) return shown(value);
  if (percentileShare(metric) === undefined) return `${shown(value)} ms`;
  const [low, high] = [value / (1 + RELATIVE_ERROR), value / (1 - RELATIVE_ERROR)];
  return `${shown(value)} ms (true value from ${shown(low)} to ${shown(high)} ms: ${String(RELATIVE_ERROR * 100)} % error of the sketch)`;
};

interface Judged {
  readonly passed: boolean;
  readonly got: number | undefined;
  readonly words: string;
}

const judgeValue = (threshold: LoadThreshold, value: number | undefined): Judged => {
  if (value === undefined) return { passed: false, got: undefined, words: 'no value: nothing was measured' };
  const bounds = boundsOf(threshold);
  const passed = bounds.every((bound) => holds(value, bound));
  const name = threshold.statistic ?? threshold.metric;
  const words = valueWords(
    isTimeStatistic(threshold.metric) ? threshold.metric : name === 'value' ? '' : threshold.metric,
    value,
  );
  const close =
    percentileShare(threshold.metric) !== undefined &&
    bounds.some(({ limit }) => Math.abs(value - limit) <= RELATIVE_ERROR * value);
  return { passed, got: value, words: close ? `${words}; the limit is inside the error` : words };
};

const judgeWindows = (threshold: LoadThreshold, view: LoadView): Judged => {
  const { metric, of = 'latency', windowMs = 1 } = threshold;
  const judged = view.windows(threshold).flatMap(({ atMs, times }) => {
    const value = builtIn(metric, times, of, windowMs, view.rateFactor);
    // Nothing was asked in this window, so nothing can be said of its times.
    return value === undefined ? [] : [{ atMs, ...judgeValue(threshold, value) }];
  });
  if (judged.length === 0) return judgeValue(threshold, undefined);
  const bad = judged.filter(({ passed }) => !passed);
  const [first] = bad;
  if (first === undefined) return { passed: true, got: undefined, words: `in all of ${String(judged.length)} windows` };
  const at = `first in the window at ${shown(first.atMs / 1000)} s: ${first.words}`;
  return {
    passed: false,
    got: first.got,
    words: `not in ${String(bad.length)} of ${String(judged.length)} windows, ${at}`,
  };
};

/** Looks at one threshold. A figure that there is none of does not hold. */
export const judgeThreshold = (
  threshold: LoadThreshold,
  metrics: readonly LoadMetric[],
  view: LoadView,
): CheckOutcome => {
  const { metric, of = 'latency', windowMs } = threshold;
  const known = isTimeStatistic(metric) || ['errorRate', 'rps', 'requests'].includes(metric);
  const judged =
    windowMs !== undefined
      ? judgeWindows(threshold, view)
      : judgeValue(
          threshold,
          known
            ? builtIn(metric, view.times(threshold), of, view.measuredMs, view.rateFactor)
            : declared(threshold, metrics, view),
        );
  const words = thresholdWords(threshold);
  return {
    check: words,
    passed: judged.passed,
    expected: boundsOf(threshold)
      .map(({ sign, limit }) => `${sign} ${String(limit)}`)
      .join(' and '),
    ...(judged.got === undefined ? {} : { got: Number(judged.got.toPrecision(6)) }),
    path: metric,
    message: judged.passed ? `${words}: ${judged.words}` : `expected ${words}, got ${judged.words}`,
  };
};
