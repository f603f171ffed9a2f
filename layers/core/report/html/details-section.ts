/** What probes left beside checks: coverage of operations, changes of structure, differences of values. Whatever cannot be read is left out. */
import type { CaseSummary } from '#core/case-summary';
import { nameOf } from '#core/case-summary';
import { fieldOf, isJsonObject, shortJson } from '#core/json-types';
import { html, tableOf } from '#core/report/html/markup';
import type { Markup } from '#core/report/html/markup';
import type { Json } from '#core/units';

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

/** Which operations were exercised, with what is left open. */
export const coverageSection = (lines: readonly CaseSummary[]): readonly Markup[] =>
  lines.flatMap((line) => {
    const operations = objectsIn(line.probe?.coverage, 'operations');
    if (operations.length === 0) return [];
    const names = [...new Set(operations.flatMap((one) => Object.keys(one)))].slice(0, 8);
    return [
      tableOf(
        `${nameOf(line)}: what was exercised`,
        names,
        operations.map((one) => names.map((name) => text(one[name]))),
      ),
    ];
  });

/** Phases of experiments, each with what was seen. */
export const experimentSection = (lines: readonly CaseSummary[]): readonly Markup[] =>
  lines.flatMap((line) => {
    const experiment = line.probe?.experiment;
    if (!isJsonObject(experiment)) return [];
    const rows = Object.entries(experiment).map(([name, value]) => [name, text(value)]);
    return [html`<h3>${line.name}</h3> `, tableOf(`${nameOf(line)}: the experiment`, ['what', 'seen'], rows)];
  });
