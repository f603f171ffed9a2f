/** One answer from the figures of all shards. */
import type { CaseWarning, CheckOutcome, TryFailure } from '#core/case-result';
import type { LoadDefinition, LoadThreshold, SoakRules } from '#core/acts/load';
import { CAN_BE_SENT, mergeBroken } from '#core/load-figures';
import type { BrokenCheck, LoadFigures } from '#core/load-figures';
import { mergeLoad, partsProblem } from '#core/load-merge';
import { judgeThreshold, shown, viewOf } from '#core/load-threshold';
import { isTimeStatistic } from '#core/load-threshold-form';
import type { LoadView } from '#core/load-threshold';
import { TREND_POINTS_MIN, trendOf } from '#core/load-trend';
import { judgeValidity } from '#core/load-validity';
import type { Validity } from '#core/load-validity';
import { Sketch } from '#core/sketch';

export type LoadRules = Pick<LoadDefinition, 'thresholds' | 'soak' | 'metrics'>;

export interface LoadJudgement {
  readonly verdict: 'passed' | 'failed' | 'errored';
  readonly checks: readonly CheckOutcome[];
  readonly validity?: Validity;
  /** Why nothing can be said: figures that are missing or not those of the target. */
  readonly failure?: TryFailure;
  readonly warnings: readonly CaseWarning[];
  /** Of all shards together; absent where they do not belong together. */
  readonly figures?: LoadFigures;
}

/** Holds for every load whose thresholds say nothing of errors: quick errors must not look like quick answers. */
export const ERROR_RATE_DEFAULT: LoadThreshold = { metric: 'errorRate', atMost: 0.01 };

const SIGNIFICANCE_DEFAULT = 0.01;
const GROWTH_MIN_DEFAULT = 0.1;

const thresholdsOf = ({ thresholds = [] }: LoadRules): readonly LoadThreshold[] =>
  thresholds.some(({ metric }) => metric === 'errorRate') ? thresholds : [...thresholds, ERROR_RATE_DEFAULT];

/** Values of a series by name; p95 of each window for latency. */
const soakSeries = (
  figures: LoadFigures,
  soak: SoakRules,
): readonly (readonly [string, readonly (readonly [number, number])[]])[] => {
  const { measuredFromMs, measuredMs, windowMs } = figures;
  const inside = (fromMs: number, toMs: number): boolean =>
    fromMs >= measuredFromMs && toMs <= measuredFromMs + measuredMs;
  const latency = figures.windows
    .filter(({ atMs }) => inside(atMs, atMs + windowMs))
    .flatMap(({ atMs, latency: form }): (readonly [number, number])[] => {
      const p95 = Sketch.fromForm(form).quantile(0.95);
      return p95 === undefined ? [] : [[atMs, p95]];
    });
  const watched = (soak.metrics ?? []).map((name) => {
    const points = figures.watched.find((one) => one.name === name)?.points ?? [];
    return [name, points.filter(([atMs]) => inside(atMs, atMs))] as const;
  });
  return [['p95', latency], ...watched];
};

const judgeSoak = (figures: LoadFigures, soak: SoakRules): readonly CheckOutcome[] => {
  const { significance = SIGNIFICANCE_DEFAULT, growthMin = GROWTH_MIN_DEFAULT } = soak;
  return soakSeries(figures, soak).map(([name, series]) => {
    const check = `${name} does not grow (Mann-Kendall, ${String(significance)}; growth under ${shown(growthMin * 100)} % is fine)`;
    const trend = trendOf(series);
    if (trend === undefined) {
      const message = `expected at least ${String(TREND_POINTS_MIN)} points of ${name} to see a trend, got ${String(series.length)}`;
      return { check, passed: false, path: name, message };
    }
    const passed = trend.pValue >= significance || trend.share < growthMin;
    const words = `${shown(trend.share * 100)} % growth over ${String(trend.points)} points, p = ${trend.pValue.toPrecision(2)}`;
    return {
      check,
      passed,
      path: name,
      got: Number(trend.share.toPrecision(4)),
      message: passed ? `${name}: ${words}` : `expected ${name} not to grow, got ${words}`,
    };
  });
};

/** Broken checks of all operations, the first one at the top, each with its operation. */
export const brokenChecks = (figures: LoadFigures): readonly BrokenCheck[] =>
  mergeBroken(
    figures.operations.map(({ name, broken }) => broken.map((one) => ({ ...one, check: `${name}: ${one.check}` }))),
  );

const brokenWarnings = (figures: LoadFigures): readonly CaseWarning[] =>
  brokenChecks(figures).map(({ check, count, firstAtMs, message }, index) => ({
    kind: 'load-check',
    message: `${index === 0 ? 'first to break: ' : ''}${check}, ${String(count)} times, first at ${shown(firstAtMs / 1000)} s: ${message}`,
  }));

/** Requests that could not be made and still leave figures of the planned load, as a share of all. */
const UNMADE_SHARE_MAX = 0.01;

/** Why nothing can be said of the target: too much of what was planned never left. */
const unmade = ({ operations }: LoadFigures): string | undefined => {
  const all = operations.reduce((sum, { requests }) => sum + requests, 0);
  const found = operations.flatMap(({ name, broken }) =>
    broken.filter(({ check }) => check === CAN_BE_SENT).map((one) => ({ ...one, name })),
  );
  const count = found.reduce((sum, one) => sum + one.count, 0);
  const [first] = found;
  return first === undefined || count <= UNMADE_SHARE_MAX * all
    ? undefined
    : `${String(count)} requests could not be made, at first of "${first.name}": ${first.message}`;
};

const abortCheck = ({ ended }: LoadFigures): readonly CheckOutcome[] =>
  ended?.by === 'threshold'
    ? [
        {
          check: 'the load runs to its end',
          passed: false,
          message: `expected no threshold to end the load, got an end at ${shown(ended.atMs / 1000)} s: ${ended.why}`,
        },
      ]
    : [];

const endWarnings = ({ ended }: LoadFigures): readonly CaseWarning[] =>
  ended?.by === 'maxRequests'
    ? [{ kind: 'load', message: `over after ${shown(ended.atMs / 1000)} s: ${ended.why}` }]
    : [];

const errored = (message: string, phase: string, rest: Partial<LoadJudgement> = {}): LoadJudgement => ({
  verdict: 'errored',
  checks: [],
  warnings: [],
  ...rest,
  failure: { type: 'setup', phase, message },
});

const ofShard = (part: LoadFigures, parts: number): string =>
  parts === 1 ? '' : `shard ${String(part.part.index + 1)} of ${String(parts)}: `;

/** The smallest number of milliseconds that a time is to stay below. */
const tightestMs = ({ thresholds = [] }: LoadRules): number =>
  Math.min(
    ...thresholds
      .filter(({ metric }) => isTimeStatistic(metric))
      .flatMap(({ below, atMost }) => [below ?? Infinity, atMost ?? Infinity]),
  );

interface AllValidity {
  readonly validity: Validity;
  readonly reasons: readonly string[];
  readonly warnings: readonly CaseWarning[];
}

/** One bad generator spoils the figures of all. */
const validityOf = (parts: readonly LoadFigures[], rules: LoadRules): AllValidity => {
  const limitMs = tightestMs(rules);
  const found = parts.map((part) => ({ part, ...judgeValidity(part, limitMs) }));
  const worst = found.find(({ validity }) => validity !== 'valid');
  const prefixed = (part: LoadFigures, texts: readonly string[]): string[] =>
    texts.map((text) => `${ofShard(part, parts.length)}${text}`);
  return {
    validity: worst?.validity ?? 'valid',
    reasons: found
      .filter(({ validity }) => validity !== 'valid')
      .flatMap(({ part, reasons }) => prefixed(part, reasons)),
    warnings: found
      .flatMap(({ part, remarks }) => prefixed(part, remarks))
      .map((message) => ({ kind: 'load', message })),
  };
};

/** @returns every threshold's outcome over figures of the whole load */
export const judgeRules = (rules: LoadRules, view: LoadView): readonly CheckOutcome[] =>
  thresholdsOf(rules).map((threshold) => judgeThreshold(threshold, rules.metrics ?? [], view));

/**
 * Judges a load from the figures of all its shards: merged first, then compared, because a mean of percentiles is no percentile.
 *
 * Figures of a generator that could not keep up, or of some of the shards only, are `errored` whatever they look like.
 */
export const judgeLoad = (parts: readonly LoadFigures[], rules: LoadRules): LoadJudgement => {
  const problem = partsProblem(parts);
  if (problem !== undefined) return errored(problem, 'figures');
  const figures = mergeLoad(parts);
  const soak = rules.soak === undefined ? [] : judgeSoak(figures, rules.soak);
  const checks = [...judgeRules(rules, viewOf(figures)), ...soak, ...abortCheck(figures)];
  const { validity, reasons, warnings: remarks } = validityOf(parts, rules);
  const warnings = [...remarks, ...endWarnings(figures), ...brokenWarnings(figures)];
  if (figures.operations.every(({ requests }) => requests === 0))
    return errored('expected requests in the measured time, got none', 'figures', { checks, warnings, figures });
  const unmadeWhy = unmade(figures);
  if (unmadeWhy !== undefined) return errored(unmadeWhy, 'substitute', { checks, warnings, figures });
  if (validity !== 'valid') {
    const message = `the figures are ${validity}, not those of the target: ${reasons.join('; ')}`;
    return errored(message, 'load', { checks, validity, warnings, figures });
  }
  const verdict = checks.every(({ passed }) => passed) ? 'passed' : 'failed';
  return { verdict, checks, validity, warnings, figures };
};
