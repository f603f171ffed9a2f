import { isJsonObject, jsonTypeOf } from '#core/json-types';
import type { Rows } from '#core/suite';
import type { Json, JsonObject } from '#core/units';
import { countCsvRows, readCsv } from '#engines/data/csv';
import type { ReadRow } from '#engines/data/csv';
import { countJsonLines, readJsonLines } from '#engines/data/json-lines';
import { PAIRS_MAX, countPairs, pairwiseRows } from '#engines/data/pairwise';
import { RowError } from '#engines/data/row-problem';
import type { RowProblem } from '#engines/data/row-problem';

/** Rows of a combination, and elements of a captured list. */
export const ROWS_MAX = 100_000;
/** Problems that lint tells of one source; more say the same. */
const PROBLEMS_MAX = 20;

type Combination = Extract<Rows, { readonly combine: unknown }>;
/** Rows that a suite holds itself. */
export type HeldRows = Exclude<Rows, { readonly each: string }>;

const readList = function* (list: readonly Json[]): Generator<ReadRow, void, undefined> {
  for (const [index, row] of list.entries()) {
    if (isJsonObject(row)) yield { row };
    else yield { problem: { row: index + 1, message: `expected an object of fields, got ${jsonTypeOf(row)}` } };
  }
};

const product = (sizes: readonly number[]): number => sizes.reduce((total, size) => total * size, 1);

const combineProblem = ({ combine, how = 'full' }: Combination): string | undefined => {
  const fields = Object.entries(combine);
  if (fields.length === 0) return 'expected at least one field to combine, got none';
  const empty = fields.find(([, values]) => values.length === 0);
  if (empty !== undefined) return `expected at least one value for ${JSON.stringify(empty[0])}, got an empty list`;
  const sizes = fields.map(([, values]) => values.length);
  const limit = `expected at most ${String(ROWS_MAX)} rows`;
  if (how === 'full') {
    const count = product(sizes);
    return count > ROWS_MAX ? `${limit}, got ${String(count)} combinations; \`how: pairwise\` makes fewer` : undefined;
  }
  const [first = 1, second = 1] = [...sizes].sort((a, b) => b - a);
  if (first * second > ROWS_MAX) return `${limit}, got at least ${String(first * second)} for the two largest fields`;
  const pairs = countPairs(sizes);
  if (pairs > PAIRS_MAX) return `expected at most ${String(PAIRS_MAX)} pairs of values, got ${String(pairs)}`;
  return undefined;
};

const fullRows = function* (names: readonly string[], lists: readonly (readonly Json[])[]): Generator<JsonObject> {
  const count = product(lists.map((values) => values.length));
  for (let number = 0; number < count; number += 1) {
    const members: [string, Json][] = [];
    let left = number;
    // Like digits: the last field changes with every row, the first one least often.
    for (let at = names.length - 1; at >= 0; at -= 1) {
      const values = lists[at] as readonly Json[];
      members.push([names[at] as string, values[left % values.length] as Json]);
      left = Math.floor(left / values.length);
    }
    yield Object.fromEntries(members.reverse());
  }
};

/** Arrays of pairs take up to a second to make, and lint, plan and every shard ask for the same ones. */
const pairwiseKept = new WeakMap<object, readonly Uint16Array[]>();

const pairwiseOf = ({ combine }: Combination): readonly Uint16Array[] => {
  const known = pairwiseKept.get(combine);
  if (known !== undefined) return known;
  const made = pairwiseRows(
    Object.values(combine).map((values) => values.length),
    ROWS_MAX,
  );
  if (made === undefined) throw new RowError({ message: `expected at most ${String(ROWS_MAX)} rows, got more pairs` });
  pairwiseKept.set(combine, made);
  return made;
};

const readCombination = function* (rows: Combination): Generator<ReadRow, void, undefined> {
  const message = combineProblem(rows);
  if (message !== undefined) {
    yield { problem: { message } };
    return;
  }
  const names = Object.keys(rows.combine);
  const lists = Object.values(rows.combine);
  if ((rows.how ?? 'full') === 'full') {
    for (const row of fullRows(names, lists)) yield { row };
    return;
  }
  for (const numbers of pairwiseOf(rows)) {
    yield {
      row: Object.fromEntries(
        names.map((name, at) => [name, (lists[at] as readonly Json[])[numbers[at] ?? 0] as Json]),
      ),
    };
  }
};

const isList = (rows: Rows): rows is readonly JsonObject[] => Array.isArray(rows);

const readRows = (rows: HeldRows): Iterable<ReadRow> => {
  if (isList(rows)) return readList(rows);
  if ('csv' in rows) return readCsv(rows.csv, rows.types);
  if ('jsonLines' in rows) return readJsonLines(rows.jsonLines);
  return readCombination(rows);
};

const withoutProblems = function* (read: Iterable<ReadRow>): Generator<JsonObject, void, undefined> {
  for (const item of read) {
    if ('problem' in item) throw new RowError(item.problem);
    yield item.row;
  }
};

/**
 * The rows of a source, one after the other, made when they are asked for. Going over them again starts at the first one.
 *
 * @throws RowError, while iterating, at a row with a problem
 */
export const rowsOf = (rows: HeldRows): Iterable<JsonObject> => ({
  [Symbol.iterator]: () => withoutProblems(readRows(rows)),
});

/**
 * One row for each element of what an `each` captured; elements may be of any type.
 *
 * @param rows     of the flow
 * @param captured the value of the expression
 * @throws RowError for what is no list, has too many elements, or none where that is not said to be fine
 */
export const rowsOfEach = (
  { each, emptyIsFine }: Extract<Rows, { readonly each: string }>,
  captured: Json,
): readonly Json[] => {
  if (!Array.isArray(captured))
    throw new RowError({ message: `expected ${each} to be a list, got ${jsonTypeOf(captured)}` });
  if (captured.length > ROWS_MAX)
    throw new RowError({
      message: `expected ${each} to have at most ${String(ROWS_MAX)} elements, got ${String(captured.length)}`,
    });
  if (captured.length === 0 && emptyIsFine !== true)
    throw new RowError({
      message: `expected ${each} to have elements, got an empty list; \`emptyIsFine: true\` allows that`,
    });
  return captured as readonly Json[];
};

/**
 * How many rows there will be, without making them where that can be told; rows with problems count.
 *
 * @throws RowError for a combination that cannot be made
 */
export const countRows = (rows: HeldRows): number => {
  if (isList(rows)) return rows.length;
  if ('csv' in rows) return countCsvRows(rows.csv);
  if ('jsonLines' in rows) return countJsonLines(rows.jsonLines);
  const message = combineProblem(rows);
  if (message !== undefined) throw new RowError({ message });
  const sizes = Object.values(rows.combine).map((values) => values.length);
  return (rows.how ?? 'full') === 'full' ? product(sizes) : pairwiseOf(rows).length;
};

const listedProblems = (rows: HeldRows): readonly RowProblem[] => {
  const problems: RowProblem[] = [];
  let count = 0;
  for (const item of readRows(rows)) {
    count += 1;
    if ('problem' in item) problems.push(item.problem);
    if (problems.length >= PROBLEMS_MAX) break;
  }
  return count === 0 ? [{ message: 'expected at least one row, got none' }] : problems;
};

/** What is wrong with a source, each with its row and line where they can be told: at most 20. A source without rows has a problem. */
export const rowProblems = (rows: HeldRows): readonly RowProblem[] => {
  if (isList(rows) || !('combine' in rows)) return listedProblems(rows);
  try {
    countRows(rows);
    return [];
  } catch (error) {
    if (error instanceof RowError) return [error.problem];
    throw error;
  }
};
