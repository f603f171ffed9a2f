/** One list of metric names: code emits all of it, alarms and dashboard read nothing else, and both use the same dimension. */
import { expect, test } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { METRICS } from '#core/metric-names';
import { asText, oneResource, resourcesOf, ROOT, stackOf } from './synthesized.ts';
import type { Variant } from './synthesized.ts';

const ops = stackOf('prod', 'Ops');
const names: readonly string[] = Object.values(METRICS);
const emitters = globSync(['layers/{aws,engines,lambda}/**/*.ts', 'functions/**/*.ts', 'runner/**/*.ts'], {
  cwd: ROOT,
}).map((file) => readFileSync(join(ROOT, file), 'utf8'));

interface Metric {
  readonly Namespace: string;
  readonly MetricName: string;
  readonly Dimensions?: readonly { readonly Name: string; readonly Value: unknown }[];
}

const alarmMetrics: readonly Metric[] = resourcesOf(ops, 'AWS::CloudWatch::Alarm').flatMap(([, { Properties }]) => {
  const parts = Properties['Metrics'] as readonly { MetricStat?: { Metric: Metric } }[] | undefined;
  return parts === undefined
    ? [Properties as unknown as Metric]
    : parts.flatMap(({ MetricStat: stat }) => (stat === undefined ? [] : [stat.Metric]));
});
const ours = alarmMetrics.filter(({ Namespace }) => Namespace === 'Assay');

test.each(Object.keys(METRICS))('METRICS.%s is emitted by some function or the runner', (key) => {
  expect(emitters.some((text) => text.includes(`METRICS.${key}`))).toBe(true);
});

test('alarms read names of the list only, in the dimension set that every function writes', () => {
  expect(ours.length).toBeGreaterThan(5);
  for (const { MetricName, Dimensions } of ours) {
    expect(names).toContain(MetricName);
    expect(Dimensions).toEqual([{ Name: 'service', Value: 'assay-prod' }]);
  }
});

test('the dashboard reads names of the list only', () => {
  const body = asText(oneResource(ops, 'AWS::CloudWatch::Dashboard').Properties['DashboardBody'], ops);
  const shown = [...body.matchAll(/"Assay","(\w+)"/g)].map((match) => match[1] ?? '');

  expect(shown.length).toBeGreaterThan(5);
  for (const name of shown) expect(names).toContain(name);
});

test.each(['dev', 'prod', 'local'] as const satisfies readonly Variant[])(
  'functions and runner of %s write the dimension that alarms of the stage read',
  (variant) => {
    const template = stackOf(variant, 'Plane');
    const written = [
      ...JSON.stringify(template).matchAll(
        /"POWERTOOLS_SERVICE_NAME":"([^"]+)"|"Name":"POWERTOOLS_SERVICE_NAME","Value":"([^"]+)"/g,
      ),
    ].map((match) => match[1] ?? match[2]);

    expect(written).toHaveLength(23);
    expect(new Set(written)).toEqual(new Set([`assay-${variant}`]));
  },
);
