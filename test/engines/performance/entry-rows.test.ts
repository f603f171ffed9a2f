/** Data-driven parameters of a load: which request gets which row follows from its number and the seed. */
import { describe, expect, test } from '@jest/globals';
import type { LoadEntry } from '#core/acts/load';
import { entryRows } from '#engines/performance/entry-rows';

const entry: LoadEntry = {
  name: 'order',
  request: { method: 'GET', path: '/{{row.id}}' },
  rows: { csv: 'id\na\nb\nc\n' },
};
const take = (of: LoadEntry, seed: string, count: number): string =>
  Array.from({ length: count }, (_, number) => (entryRows(of, seed)?.(number) as { id: string }).id).join('');

describe('rows of an entry', () => {
  test('in order begin again after the last one', () => {
    expect(take({ ...entry, order: 'inOrder' }, 'seed', 7)).toBe('abcabca');
  });

  test('at random follow from the seed, and all come', () => {
    const first = take(entry, 'one', 300);

    expect(take(entry, 'one', 300)).toBe(first);
    expect(take(entry, 'two', 300)).not.toBe(first);
    for (const id of 'abc') expect(first.split(id).length - 1).toBeGreaterThan(70);
  });

  test('are undefined where there are none, and a mistake where the list is empty', () => {
    expect(entryRows({ name: 'x' }, 'seed')).toBeUndefined();
    expect(() => entryRows({ ...entry, rows: [] }, 'seed')).toThrow('"order": expected at least one row, got none');
  });
});
