/** The compliance suite of RFC 9535 against the one compile and the one select function that captures and checks use. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Json } from '#core/units';
import { applyPath, locate, pathProblem } from '#engines/functional/json-path';
import { dataDir } from '../data-dir.ts';
import { figure } from '../figure.ts';
import type { Conformance } from './main.ts';

interface ComplianceCase {
  readonly name: string;
  readonly selector: string;
  readonly invalid_selector?: boolean;
  readonly document?: Json;
  readonly result?: readonly Json[];
  readonly result_paths?: readonly string[];
  readonly results?: readonly (readonly Json[])[];
  readonly results_paths?: readonly (readonly string[])[];
}

/** The answers that the suite allows: several where the order of an object's members is open. */
const allowed = (row: ComplianceCase): readonly { readonly values: readonly Json[]; readonly paths: unknown }[] => [
  ...(row.result === undefined ? [] : [{ values: row.result, paths: row.result_paths }]),
  ...(row.results ?? []).map((values, at) => ({ values, paths: row.results_paths?.[at] })),
];

const passes = (row: ComplianceCase): boolean => {
  if (row.invalid_selector === true) return pathProblem(row.selector) !== undefined;
  if (pathProblem(row.selector) !== undefined || row.document === undefined) return false;
  const nodes = locate(row.selector, row.document);
  const found = { values: applyPath(row.selector, row.document).values, paths: nodes.map(({ path: place }) => place) };
  const same = nodes.map(({ value }) => value);
  return isDeepStrictEqual(same, found.values) && allowed(row).some((expected) => isDeepStrictEqual(found, expected));
};

export const conformance: Conformance = async function* (options) {
  const file = path.join(dataDir('jsonpath', options), 'cts.json');
  const { tests } = JSON.parse(readFileSync(file, 'utf8')) as { readonly tests: readonly ComplianceCase[] };
  const failed = tests.filter((row) => !passes(row));
  for (const row of failed) yield { ok: false, conformance: 'jsonpath', case: row.name, selector: row.selector };
  yield figure(
    'jsonpath',
    'compliance cases passed',
    tests.length - failed.length,
    'cases',
    `= ${String(tests.length)}`,
  );
  const located = tests.filter((row) => allowed(row).some(({ paths }) => paths !== undefined));
  const wrong = located.filter((row) => failed.includes(row)).length;
  yield figure('jsonpath', 'of them with paths too', located.length - wrong, 'cases', `= ${String(located.length)}`);
};
