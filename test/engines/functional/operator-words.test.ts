/** How checks read in a report: literals for every operator, so that none is forgotten. */
import { expect, test } from '@jest/globals';
import type { Json } from '#core/units';
import { OPERATOR_NAMES } from '#engines/functional/operators';
import { operatorWords } from '#engines/functional/operator-words';

const WORDS: { readonly [name: string]: readonly [Json, string] } = {
  exists: [true, 'exists true'],
  equals: [1, 'equals 1'],
  not: ['a', 'is not "a"'],
  contains: ['a', 'contains "a"'],
  matches: ['^a', 'matches "^a"'],
  in: [[1, 2], 'is one of [1,2]'],
  type: ['array', 'is of type "array"'],
  length: [3, 'has length 3'],
  '<': [1, '< 1'],
  '<=': [1, '<= 1'],
  '>': [1, '> 1'],
  '>=': [1, '>= 1'],
  sorted: [{ by: 'name', order: 'descending' }, 'is sorted descending by name'],
  unique: [true, 'has no two equal elements'],
  every: [{ path: '$.a', '>': 0, type: 'integer' }, 'every element: $.a > 0 and $.a is of type "integer"'],
  some: [{ equals: 1 }, 'some element: equals 1'],
  subset: [[1], 'is a subset of [1]'],
  olderThan: ['24h', 'is older than 24h'],
  newerThan: ['{{age}}', 'is newer than {{age}}'],
};

test('every operator reads as a sentence', () => {
  expect(Object.keys(WORDS).sort()).toEqual([...OPERATOR_NAMES].sort());
  for (const name of OPERATOR_NAMES) expect(operatorWords(name, WORDS[name]?.[0] ?? null)).toBe(WORDS[name]?.[1]);
  expect(operatorWords('sorted', 'ascending')).toBe('is sorted ascending');
  expect(operatorWords('sorted', { by: 'a' })).toBe('is sorted ascending by a');
  expect(operatorWords('unique', 'id')).toBe('has no two elements with the same id');
  expect(operatorWords('unique', false)).toBe('has two equal elements');
});
