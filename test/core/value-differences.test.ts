/**
 * Row 37: differences of two documents. The oracle for documents without rules is a set of (JSON Pointer, leaf) of each side, made here by
 * other means; the two states of PokeAPI have counts that others made.
 */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { valueDifferences, type ListOrder } from '#core/value-differences';
import type { Json } from '#core/units';
import { pokeapi, pokeapiDrift } from '../fixtures/pokeapi.ts';
import '../property-seed.ts';

const leaves = (value: Json, pointer = ''): [string, string][] => {
  const entries = value !== null && typeof value === 'object' ? Object.entries(value) : [];
  if (entries.length === 0) return [[pointer, JSON.stringify(value)]];
  return entries.flatMap(([name, member]) =>
    leaves(
      member,
      `${pointer}/${Array.isArray(value) ? `[${name}]` : name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
    ),
  );
};

const anyJson = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.parse(JSON.stringify(value)) as Json);

test('without rules the counts are those of two sets of places and leaves', () => {
  fc.assert(
    fc.property(anyJson, anyJson, (old, now) => {
      const [before, after] = [new Map(leaves(old)), new Map(leaves(now))];
      const shared = [...after.keys()].filter((pointer) => before.has(pointer));

      const { counts } = valueDifferences(old, now);

      expect(counts).toEqual({
        added: after.size - shared.length,
        removed: before.size - shared.length,
        changed: shared.filter((pointer) => before.get(pointer) !== after.get(pointer)).length,
      });
    }),
    { numRuns: 1000 },
  );
});

test('a document is equal to itself, whatever the order of its fields', () => {
  const turned = (value: Json): Json =>
    Array.isArray(value)
      ? value.map((item) => turned(item as Json))
      : value !== null && typeof value === 'object'
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([name, member]) => [name, turned(member)]),
          )
        : value;
  fc.assert(
    fc.property(anyJson, (value) => {
      expect(valueDifferences(value, turned(value)).counts).toEqual({ added: 0, removed: 0, changed: 0 });
    }),
  );
});

test('each difference says where, of which kind, what it was and what it is', () => {
  const old = { name: 'Ada', tags: ['a', 'b'], size: { w: 1 } };
  const now = { name: 'Eve', tags: ['a'], size: 3, 'a/b': null };

  const { differences } = valueDifferences(old, now);

  expect(differences).toEqual([
    { path: '/name', kind: 'changed', old: 'Ada', new: 'Eve' },
    { path: '/tags/1', kind: 'removed', old: 'b' },
    { path: '/size/w', kind: 'removed', old: 1 },
    { path: '/size', kind: 'added', new: 3 },
    { path: '/a~1b', kind: 'added', new: null },
  ]);
});

const kinds = (old: Json, now: Json, order: ListOrder): string[] =>
  valueDifferences(old, now, { listOrder: () => order }).differences.map(({ kind, path }) => `${kind} ${path}`);

test('lists in any order are equal when they hold the same, and tell what is on one side only', () => {
  const numbers = fc.array(fc.integer({ min: 0, max: 5 }));
  fc.assert(
    fc.property(numbers, fc.infiniteStream(fc.nat()), (list, random) => {
      const shuffled = list
        .map((item) => ({ item, at: random.next().value as number }))
        .sort((a, b) => a.at - b.at)
        .map(({ item }) => item);

      expect(kinds(list, shuffled, 'any')).toEqual([]);
    }),
  );
  expect(kinds([1, 2, 3], [3, 1], 'any')).toEqual(['removed /1']);
  expect(kinds([], [3], 'any')).toEqual(['added /0']);
});

test('elements of any order that the rules call equal find each other', () => {
  const old = [
    { id: 1, at: 'x' },
    { id: 2, at: 'y' },
  ];
  const now = [
    { id: 2, at: 'new' },
    { id: 1, at: 'newer' },
  ];
  const ignores = (pointer: string): boolean => pointer.endsWith('/at');

  const { counts } = valueDifferences(old, now, { listOrder: () => 'any', ignores });

  expect(counts).toEqual({ added: 0, removed: 0, changed: 0 });
});

test('elements find each other by key, also when they moved, and an element without key is added or removed', () => {
  const old = [{ id: 1, n: 'a' }, { id: 2, n: 'b' }, { n: 'none' }];
  const now = [
    { id: 3, n: 'c' },
    { id: 2, n: 'B' },
    { id: 1, n: 'a' },
  ];

  expect(kinds(old, now, { key: ['id'] })).toEqual(['changed /1/n', 'removed /2/n', 'added /0/id', 'added /0/n']);
});

test('all differences are counted and only so many are listed', () => {
  const now = Array.from({ length: 50 }, (_, at) => at);

  const { counts, differences } = valueDifferences([], now, { listedMax: 10 });

  expect([counts.added, counts.removed, differences.length]).toEqual([50, 1, 10]);
});

test('row 37: the two states of PokeAPI differ as its counts say', () => {
  const compared = pokeapiDrift()
    .filter(({ only }) => only === undefined)
    .map(({ resource, added, removed, changed }) => {
      const { counts } = valueDifferences(pokeapi('old', resource), pokeapi('new', resource));
      return { resource, wanted: { added, removed, changed }, got: counts };
    });

  expect(compared.filter(({ wanted, got }) => JSON.stringify(wanted) !== JSON.stringify(got))).toEqual([]);
});
