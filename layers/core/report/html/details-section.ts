/** What probes left beside checks: coverage of operations, changes of structure, differences of values. Whatever cannot be read is left out. */
import type { CaseSummary } from '#core/case-summary';
import { nameOf } from '#core/case-summary';
import { fieldOf, isJsonObject, shortJson } from '#core/json-types';
import { html, tableOf } from '#core/report/html/markup';
import type { Markup } from '#core/report/html/markup';
import type { Json, JsonObject } from '#core/units';

const ROWS_MAX = 500;

const objectsIn = (value: Json | undefined, name: string): readonly { readonly [field: string]: Json }[] => {
  const list = isJsonObject(value) ? fieldOf(value, name) : undefined;
  return Array.isArray(list) ? (list as readonly Json[]).filter(isJsonObject).slice(0, ROWS_MAX) : [];
};

const text = (value: Json | undefined): string =>
  value === undefined ? '' : typeof value === 'string' ? value : shortJson(value, 200);

/** Changes of structure (C10), values with paths (C9). */
export const changesSection = (lines: readonly CaseSummary[]): readonly Markup[] =>
  lines.flatMap((line) => {
    const records = objectsIn(line.probe?.drift, 'records');
    const differences = objectsIn(line.probe?.differences, 'differences');
    return [
      ...(records.length === 0
        ? []
        : [
            tableOf(
              `${nameOf(line)}: what changed in structure`,
              ['operation', 'change', 'field', 'before', 'now'],
              records.map((one) =>
                ['operation', 'changeType', 'fieldPath', 'oldValue', 'newValue'].map((name) => text(one[name])),
              ),
            ),
          ]),
      ...(differences.length === 0
        ? []
        : [
            tableOf(
              `${nameOf(line)}: values that differ`,
              ['path', 'kind', 'before', 'now'],
              differences.map((one) => ['path', 'kind', 'old', 'new'].map((name) => text(one[name]))),
            ),
          ]),
    ];
  });

const listed = (value: Json | undefined): string =>
  Array.isArray(value) ? (value as readonly Json[]).map((one) => text(one)).join(', ') : '';

const counted = (value: Json | undefined): string =>
  isJsonObject(value)
    ? Object.entries(value)
        .map(([name, count]) => `${name}: ${text(count)}`)
        .join(', ')
    : '';

/** Limits of requests that were sent from inside and from outside, of all that there are. */
const limitsOf = (coverage: Json): string => {
  const all = objectsIn(coverage, 'constraints');
  const sent = all.filter(({ valid, invalid }) => Number(valid) > 0 && Number(invalid) > 0);
  return all.length === 0 ? '' : `${String(sent.length)} of ${String(all.length)}`;
};

const coverageRow = (coverage: JsonObject): string[] => [
  text(coverage['operation']),
  text(coverage['requests']),
  text(coverage['requestErrors']),
  counted(coverage['statuses']),
  listed(coverage['statusesMissed']),
  listed(coverage['mediaTypesMissed']),
  limitsOf(coverage),
];

const COVERAGE_HEAD = [
  ...['operation', 'requests', 'without answer', 'statuses', 'statuses that never came', 'media types never sent'],
  'limits sent from both sides',
];

/** Which operations were exercised, with what is left open: a table for each case, a line for each operation (core/acts/explore.ts). */
export const coverageSection = (lines: readonly CaseSummary[]): readonly Markup[] => {
  const rows = lines.flatMap(({ suite, case: id, probe }) =>
    isJsonObject(probe?.coverage) ? [{ of: nameOf({ suite, case: id }), row: coverageRow(probe.coverage) }] : [],
  );
  return [...Map.groupBy(rows, ({ of }) => of)].map(([of, own]) =>
    tableOf(
      `${of}: what was exercised`,
      COVERAGE_HEAD,
      own.slice(0, ROWS_MAX).map(({ row }) => row),
    ),
  );
};

/** Phases of experiments, each with what was seen. */
export const experimentSection = (lines: readonly CaseSummary[]): readonly Markup[] =>
  lines.flatMap((line) => {
    const experiment = line.probe?.experiment;
    if (!isJsonObject(experiment)) return [];
    const rows = Object.entries(experiment).map(([name, value]) => [name, text(value)]);
    return [html`<h3>${line.name}</h3> `, tableOf(`${nameOf(line)}: the experiment`, ['what', 'seen'], rows)];
  });
