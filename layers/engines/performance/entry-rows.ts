import type { LoadEntry } from '#core/acts/load';
import type { Json } from '#core/units';
import { rowsOf } from '#engines/data/rows';
import { seededRandomAt } from '#engines/data/seeded-random';

/**
 * The row of each iteration of an entry, by its number alone: shards take rows as the whole load would, and a repeated run the same ones.
 *
 * @param seed of the run
 * @returns undefined for an entry without rows
 * @throws RowError for rows with a problem
 */
export const entryRows = (entry: LoadEntry, seed: string): ((number: number) => Json) | undefined => {
  if (entry.rows === undefined) return undefined;
  const rows = [...rowsOf(entry.rows)];
  if (rows.length === 0) throw new RangeError(`"${entry.name}": expected at least one row, got none`);
  const last = rows.length - 1;
  return entry.order === 'inOrder'
    ? (number) => rows[number % rows.length] ?? null
    : (number) => rows[seededRandomAt(seed, `${entry.name}[${String(number)}]`).int(0, last)] ?? null;
};
