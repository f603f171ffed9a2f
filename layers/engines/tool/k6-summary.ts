/**
 * Summaries of k6: `--summary-export` (thresholds there are true when they were crossed), what `handleSummary` gets, and the
 * machine-readable summary 1.0.0 of `--new-machine-readable-summary`, which names no thresholds.
 */
import type { ToolCase } from '#core/acts/tool';
import { fieldOf, isJsonObject } from '#core/json-types';
import type { Json, JsonObject } from '#core/units';
import {
  UnreadableReport,
  listAt,
  numberAt,
  objectAt,
  parseJson,
  textAt,
  textOf,
  toolCase,
} from '#engines/tool/report';

/** Thresholds were crossed (k6's errext/exitcodes). */
export const K6_THRESHOLDS_EXIT = 99;

const DEPTH_MAX = 50;

interface Check {
  readonly name: string;
  readonly groups: readonly string[];
  readonly passes: number;
  readonly fails: number;
}

/** Groups and checks are objects by name in an export, lists in `handleSummary`. */
const valuesOf = (value: Json | undefined): readonly JsonObject[] => {
  const list = Array.isArray(value) ? (value as readonly Json[]) : isJsonObject(value) ? Object.values(value) : [];
  return list.filter(isJsonObject);
};

const checkOf = (item: JsonObject, groups: readonly string[], where: string): Check => ({
  name: textAt(item, 'name', where),
  groups,
  passes: numberAt(item, 'passes', where),
  fails: numberAt(item, 'fails', where),
});

const checksOf = (group: JsonObject, above: readonly string[], where: string): readonly Check[] => {
  if (above.length > DEPTH_MAX)
    throw new UnreadableReport(`expected groups at most ${String(DEPTH_MAX)} deep, got deeper ones`);
  const name = textOf(group, 'name') ?? '';
  const groups = name === '' ? above : [...above, name];
  return [
    ...valuesOf(fieldOf(group, 'checks')).map((item) => checkOf(item, groups, `${where}/checks`)),
    ...valuesOf(fieldOf(group, 'groups')).flatMap((inner) => checksOf(inner, groups, `${where}/groups`)),
  ];
};

interface Threshold {
  readonly metric: string;
  readonly condition: string;
  readonly held: boolean;
  readonly values: string;
}

/** Figures of a metric in one line. */
const figuresOf = (metric: JsonObject): string => {
  const values = fieldOf(metric, 'values');
  return Object.entries(isJsonObject(values) ? values : metric)
    .flatMap(([name, value]) =>
      typeof value === 'number' ? [`${name}=${String(Math.round(value * 1000) / 1000)}`] : [],
    )
    .join(' ');
};

const thresholdsOf = (name: string, metric: JsonObject): readonly Threshold[] => {
  const thresholds = fieldOf(metric, 'thresholds');
  if (!isJsonObject(thresholds)) return [];
  return Object.entries(thresholds).map(([condition, value]) => {
    const where = `/metrics/${name}/thresholds/${condition}`;
    const crossed = typeof value === 'boolean' ? value : undefined;
    const held = isJsonObject(value) ? fieldOf(value, 'ok') : crossed === undefined ? undefined : !crossed;
    if (typeof held !== 'boolean')
      throw new UnreadableReport(`expected true, false or {"ok": …} at ${where} of the report, got something else`);
    return { metric: name, condition, held, values: figuresOf(metric) };
  });
};

const thresholdCase = ({ metric, condition, held, values }: Threshold): ToolCase =>
  toolCase({
    name: `${metric}: ${condition}`,
    suite: ['thresholds'],
    verdict: held ? 'passed' : 'failed',
    message: held ? undefined : `expected ${metric} ${condition}, got ${values}`,
    detail: values,
  });

/** Where thresholds judge checks, some may fail: that is what the threshold is for. */
const checkCase = ({ name, groups, passes, fails }: Check, areJudged: boolean): ToolCase => {
  const failed = fails > 0 && !areJudged;
  const counts = `${String(fails)} of ${String(passes + fails)} failed`;
  return toolCase({
    name,
    suite: ['checks', ...groups],
    verdict: passes + fails === 0 ? 'skipped' : failed ? 'failed' : 'passed',
    message: failed
      ? `expected it to hold each time, got ${counts}`
      : passes + fails === 0
        ? 'it was never looked at'
        : undefined,
    detail: fails > 0 ? counts : undefined,
  });
};

const fromMetrics = (report: JsonObject): readonly ToolCase[] => {
  const metrics = objectAt(fieldOf(report, 'metrics'), '/metrics');
  const root = objectAt(fieldOf(report, 'root_group'), '/root_group');
  const thresholds = Object.entries(metrics).flatMap(([name, metric]) =>
    isJsonObject(metric) ? thresholdsOf(name, metric) : [],
  );
  const areJudged = thresholds.some(({ metric }) => /^checks(?:\{|$)/u.test(metric));
  return [
    ...thresholds.map(thresholdCase),
    ...checksOf(root, [], '/root_group').map((check) => checkCase(check, areJudged)),
  ];
};

/** Exit 99 says that thresholds were crossed; which ones, this summary does not tell. */
const fromResults = (report: JsonObject, exitCode: number | null): readonly ToolCase[] => {
  const results = objectAt(fieldOf(report, 'results'), '/results');
  listAt(fieldOf(results, 'metrics'), '/results/metrics');
  const checks = fieldOf(results, 'checks');
  const list = isJsonObject(checks) ? valuesOf(fieldOf(checks, 'results')) : [];
  const crossed = exitCode === K6_THRESHOLDS_EXIT;
  const thresholds = toolCase({
    name: 'all thresholds',
    suite: ['thresholds'],
    verdict: crossed ? 'failed' : 'passed',
    message: crossed ? 'expected every threshold to hold, got exit code 99: k6 prints which were crossed' : undefined,
  });
  return [
    ...(crossed || exitCode === 0 ? [thresholds] : []),
    ...list.map((item) => checkCase(checkOf(item, [], '/results/checks/results'), false)),
  ];
};

/**
 * @param exitCode of k6; null when it is not known
 * @throws UnreadableReport
 */
export const readK6Summary = (text: string, exitCode: number | null = null): readonly ToolCase[] => {
  const report = objectAt(parseJson(text), '');
  return isJsonObject(fieldOf(report, 'results')) ? fromResults(report, exitCode) : fromMetrics(report);
};
