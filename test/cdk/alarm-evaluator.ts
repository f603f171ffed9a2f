/** What CloudWatch makes of an alarm of the template when its metrics take given values: M of N, the four missing-data modes, metric math. */
import { parseMath } from './metric-math.ts';
import type { Series, Value } from './metric-math.ts';

export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

interface MetricStat {
  readonly Metric: { readonly MetricName: string };
  readonly Period: number;
  readonly Stat: string;
}

export interface AlarmProperties {
  readonly MetricName?: string;
  readonly Statistic?: string;
  readonly ExtendedStatistic?: string;
  readonly Period?: number;
  readonly Metrics?: readonly {
    readonly Id: string;
    readonly Expression?: string;
    readonly MetricStat?: MetricStat;
    readonly ReturnData?: boolean;
  }[];
  readonly ComparisonOperator: string;
  readonly Threshold: number;
  readonly EvaluationPeriods: number;
  readonly DatapointsToAlarm?: number;
  readonly TreatMissingData?: string;
}

/** Values of each metric by `MetricName:Statistic`, one for each period; undefined where nothing was sent. */
export type Given = Readonly<Record<string, Series>>;

const pick = (given: Given, key: string): Series => {
  const found = given[key];
  if (found === undefined)
    throw new Error(`the test gives no series for ${key}; it gives ${Object.keys(given).join(', ')}`);
  return found;
};

/** Seconds of one period of the alarm. */
export const periodOf = (alarm: AlarmProperties): number => {
  const period = alarm.Period ?? alarm.Metrics?.find(({ MetricStat: stat }) => stat !== undefined)?.MetricStat?.Period;
  if (period === undefined) throw new Error('the alarm has no period');
  return period;
};

/** Every `MetricName:Statistic` that an alarm reads. */
export const inputsOf = (alarm: AlarmProperties): readonly string[] =>
  alarm.Metrics === undefined
    ? [`${alarm.MetricName ?? ''}:${alarm.Statistic ?? alarm.ExtendedStatistic ?? ''}`]
    : alarm.Metrics.flatMap(({ MetricStat: stat }) =>
        stat === undefined ? [] : [`${stat.Metric.MetricName}:${stat.Stat}`],
      );

const valuesOf = (alarm: AlarmProperties, given: Given): Series => {
  const metrics = alarm.Metrics;
  if (metrics === undefined) return pick(given, inputsOf(alarm)[0] ?? '');
  const results = metrics.filter(({ ReturnData }) => ReturnData !== false);
  const [result] = results;
  if (result?.Expression === undefined || results.length > 1)
    throw new Error('exactly one expression must return data');
  const node = parseMath(result.Expression);
  const series = Object.fromEntries(
    metrics.flatMap(({ Id, MetricStat: stat }) =>
      stat === undefined ? [] : [[Id, pick(given, `${stat.Metric.MetricName}:${stat.Stat}`)]],
    ),
  );
  const length = Math.max(...Object.values(series).map((values) => values.length));
  return Array.from({ length }, (_value, at) => node({ series, periodSeconds: periodOf(alarm) }, at));
};

const COMPARE: Readonly<Record<string, (value: number, threshold: number) => boolean>> = {
  GreaterThanThreshold: (value, threshold) => value > threshold,
  GreaterThanOrEqualToThreshold: (value, threshold) => value >= threshold,
  LessThanThreshold: (value, threshold) => value < threshold,
  LessThanOrEqualToThreshold: (value, threshold) => value <= threshold,
};

const stateOf = (alarm: AlarmProperties, window: Series, before: AlarmState): AlarmState => {
  const breaches = COMPARE[alarm.ComparisonOperator];
  if (breaches === undefined) throw new Error(`comparison ${alarm.ComparisonOperator} is not known`);
  const mode = alarm.TreatMissingData ?? 'missing';
  const isMissing = (value: Value) => value === undefined;
  if (window.every(isMissing)) {
    if (mode === 'ignore') return before;
    if (mode === 'missing') return 'INSUFFICIENT_DATA';
  }
  const breaching = window.filter((value) =>
    value === undefined ? mode === 'breaching' : breaches(value, alarm.Threshold),
  ).length;
  const needed = alarm.DatapointsToAlarm ?? alarm.EvaluationPeriods;
  if (breaching >= needed) return 'ALARM';
  // Values that are not known yet could still decide: then `ignore` keeps what was.
  const unknown = mode === 'ignore' ? window.filter(isMissing).length : 0;
  return breaching + unknown >= needed ? before : 'OK';
};

/** The state after each period. Before the first one nothing was sent. */
export const timeline = (alarm: AlarmProperties, given: Given): readonly AlarmState[] => {
  const values = valuesOf(alarm, given);
  const states: AlarmState[] = [];
  let before: AlarmState = 'INSUFFICIENT_DATA';
  for (let end = 1; end <= values.length; end += 1) {
    const start = end - alarm.EvaluationPeriods;
    const window: Series = [
      ...Array.from({ length: Math.max(0, -start) }, () => undefined),
      ...values.slice(Math.max(0, start), end),
    ];
    before = stateOf(alarm, window, before);
    states.push(before);
  }
  return states;
};
