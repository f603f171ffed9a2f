/** Rows that can be known before anything runs: whether they can be read, and which fields they have. */
import { isJsonObject } from '#core/json-types';
import type { Rows, SuiteDefinition } from '#core/suite';
import { countRows, rowProblems, rowsOf } from '#engines/data/rows';
import type { HeldRows } from '#engines/data/rows';
import { RowError } from '#engines/data/row-problem';
import type { RuleProblem } from '#engines/suite-file/rule-problem';

/** Rows of one flow: 100,000 of the largest sources, and what comes out of a file of 64 MB at the most. */
const ROWS_MAX = 1_000_000;

const isHeld = (rows: Rows): rows is HeldRows => !(isJsonObject(rows) && 'each' in rows);

const fieldsKept = new WeakMap<object, readonly string[]>();

const readFields = (rows: HeldRows): readonly string[] => {
  if (isJsonObject(rows) && 'combine' in rows) return Object.keys(rows.combine);
  const fields = new Set<string>();
  for (const row of rowsOf(rows)) {
    for (const name of Object.keys(row)) fields.add(name);
    // Every row of a table has the columns of its first line.
    if (isJsonObject(rows) && 'csv' in rows) break;
  }
  return [...fields];
};

/** Fields that at least one row has; undefined where only the run will tell, or a row cannot be read. */
export const rowFields = (rows: Rows): readonly string[] | undefined => {
  if (!isHeld(rows)) return undefined;
  const known = fieldsKept.get(rows);
  if (known !== undefined) return known;
  try {
    const fields = readFields(rows);
    fieldsKept.set(rows, fields);
    return fields;
  } catch (error) {
    if (error instanceof RowError) return undefined;
    throw error;
  }
};

const problemsOf = (rows: Rows, pointer: string, file: string | undefined): RuleProblem[] => {
  if (!isHeld(rows)) return [];
  const found = rowProblems(rows).map(({ message, row, line }): RuleProblem => {
    const place = row === undefined ? '' : Array.isArray(rows) && file === undefined ? '' : `row ${String(row)}: `;
    const inList = Array.isArray(rows) && row !== undefined && file === undefined ? `/${String(row - 1)}` : '';
    return {
      code: 'bad-rows',
      pointer: `${pointer}${inList}`,
      message: `${place}${message}`,
      ...(file === undefined ? {} : { data: { file, line: line ?? 1 } }),
    };
  });
  if (found.length > 0) return found;
  const count = countRows(rows);
  const message = `expected at most ${String(ROWS_MAX)} rows, got ${String(count)}`;
  return count > ROWS_MAX ? [{ code: 'bad-rows', pointer, message }] : [];
};

/** @param files of rows that were read from a file, by flow */
export const flowProblems = (suite: SuiteDefinition, files: ReadonlyMap<string, string>): RuleProblem[] =>
  Object.entries(suite.flows ?? {}).flatMap(([id, { rows }]) => problemsOf(rows, `/flows/${id}/rows`, files.get(id)));
