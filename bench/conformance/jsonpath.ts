/** The compliance suite of RFC 9535 against the one compile and the one select function that captures and checks use. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Json } from '#core/units';
import { applyPath, pathProblem } from '#engines/functional/json-path';
import { dataDir } from '../data-dir.ts';
import { figure } from '../figure.ts';
import type { Conformance } from './main.ts';

interface ComplianceCase {
  readonly name: string;
  readonly selector: string;
  readonly invalid_selector?: boolean;
  readonly document?: Json;
  readonly result?: readonly Json[];
  readonly results?: readonly (readonly Json[])[];
}

const passes = (row: ComplianceCase): boolean => {
  if (row.invalid_selector === true) return pathProblem(row.selector) !== undefined;
  if (pathProblem(row.selector) !== undefined || row.document === undefined) return false;
  const { values } = applyPath(row.selector, row.document);
  return [...(row.results ?? []), ...(row.result === undefined ? [] : [row.result])].some((expected) =>
    isDeepStrictEqual(values, expected),
  );
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
};
