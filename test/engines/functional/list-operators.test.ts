/**
 * Row 7 of the engine's rows: operators over lists. Each is held against an oracle of its own that compares all pairs or uses Array's
 * own methods; messages are literals.
 */
import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import type { Operators } from '#core/check';
import type { Json } from '#core/units';
import { evaluateCheck } from '#engines/functional/checks';
import type { JudgedCheck } from '#engines/functional/checks';
import { answerOfJson, optionsWith } from './answer-of-json.ts';

const check = (value: Json, operators: Operators, path = '$'): JudgedCheck => {
  const [first] = evaluateCheck({ path, ...operators }, answerOfJson(value), optionsWith());
  if (first === undefined) throw new Error('no outcome');
  return first;
};
const passes = (value: Json, operators: Operators): boolean => check(value, operators).passed;

const scalar = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom('a', 'b', 'B', '10', '9'));
const small = fc.oneof(
  scalar,
  fc.constantFrom(null, true, false),
  fc.array(fc.integer({ min: 0, max: 1 }), { maxLength: 2 }),
  fc.record({ x: fc.integer({ min: 0, max: 1 }), y: fc.constantFrom('a', 'b') }),
);
const same = (one: unknown, other: unknown): boolean => {
  try {
    expect(one).toEqual(other);
    return true;
  } catch {
    return false;
  }
};

describe('sorted', () => {
  test('row 7: a list is sorted when no element is greater than a later one', () => {
    const lists = fc.oneof(
      fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 6 }),
      fc.array(fc.string(), { maxLength: 4 }),
    );
    fc.assert(
      fc.property(lists, (list: (number | string)[]) => {
        const pairs = list.flatMap((one, at) => list.slice(at + 1).map((other) => [one, other] as const));

        expect(passes(list, { sorted: 'ascending' })).toBe(pairs.every(([one, other]) => !(one > other)));
        expect(passes(list, { sorted: 'descending' })).toBe(pairs.every(([one, other]) => !(one < other)));
      }),
    );
  });

  test('the element out of order is named with both values, its path and what was expected', () => {
    const outcome = check({ items: [{ n: 1 }, { n: 5 }, { n: 3 }] }, { sorted: { by: 'n' } }, '$.items');

    expect(outcome).toEqual({
      check: '$.items is sorted ascending by n',
      path: '$.items[2].n',
      passed: false,
      expected: { by: 'n' },
      got: 3,
      message: 'expected ascending order by n, element 2 (3) comes after element 1 (5)',
    });
  });

  test('elements that cannot be compared, and a field that is not there, are told', () => {
    expect(check([1, 'a'], { sorted: 'ascending' }).message).toBe(
      'expected all numbers or all texts to compare, after a number element 1 is of type string',
    );
    expect(check([{ a: 1 }, {}], { sorted: { by: 'a' } }).message).toBe(
      'expected every element to have a, element 1 has none',
    );
    expect(check({ a: 1 }, { sorted: 'ascending' }).message).toBe('expected a list, got object');
    expect(check([1], { sorted: 'up' as 'ascending' }).passed).toBe(false);
  });

  test('a field may be a JSONPath below the element', () => {
    expect(passes([{ a: { b: 2 } }, { a: { b: 1 } }], { sorted: { by: '$.a.b', order: 'descending' } })).toBe(true);
    expect(passes([{ a: { b: 1 } }, { a: { b: 2 } }], { sorted: { by: '$.a.b', order: 'descending' } })).toBe(false);
  });
});

describe('unique', () => {
  test('row 7: a list is unique when no two elements are equal as JSON', () => {
    fc.assert(
      fc.property(fc.array(small, { maxLength: 6 }), (list) => {
        const twins = list.some((one, at) => list.slice(at + 1).some((other) => same(one, other)));

        expect(passes(list as Json, { unique: true })).toBe(!twins);
        expect(passes(list as Json, { unique: false })).toBe(twins);
      }),
    );
  });

  test('the twins are named; the order of fields makes no difference, types do', () => {
    expect(check([{ a: 1, b: 2 }, 7, { b: 2, a: 1 }], { unique: true })).toMatchObject({
      check: '$ has no two equal elements',
      path: '$[2]',
      message: 'expected no two elements alike, elements 0 and 2 are equal: {"b":2,"a":1}',
    });
    expect(passes([1, '1', true, 'true', null, 'null'], { unique: true })).toBe(true);
    expect(check([{ id: 4 }, { id: 4 }], { unique: 'id' }).message).toBe(
      'expected no two elements alike, elements 0 and 1 have the same id: 4',
    );
    expect(check([{ id: 4 }, {}], { unique: 'id' }).message).toBe(
      'expected every element to have id, element 1 has none',
    );
  });

  test('many elements are compared', () => {
    const list = Array.from({ length: 40_000 }, (_, at) => ({ id: at, name: `n${String(at)}` }));

    expect(passes(list, { unique: true })).toBe(true);
    expect(passes([...list, list[5] as Json], { unique: true })).toBe(false);
  });
});

describe('subset', () => {
  test('row 7: a list is a subset when each element equals one of the expected ones', () => {
    fc.assert(
      fc.property(fc.array(small, { maxLength: 4 }), fc.array(small, { maxLength: 6 }), (list, all) => {
        const expected = list.every((one) => all.some((other) => same(one, other)));

        expect(passes(list as Json, { subset: all })).toBe(expected);
      }),
    );
  });

  test('an object is a subset when each of its fields is there with this value', () => {
    expect(passes({ a: 1 }, { subset: { a: 1, b: 2 } })).toBe(true);
    expect(passes({}, { subset: {} })).toBe(true);
    expect(check({ a: 1, c: 3 }, { subset: { a: 1, b: 2 } })).toMatchObject({
      passed: false,
      path: '$["c"]',
      got: 3,
      message: 'field "c" is 3, expected no such field',
    });
    expect(check([1, 9], { subset: [1, 2] })).toMatchObject({
      path: '$[1]',
      got: 9,
      message: 'element 1 (9) is none of the 2 expected ones',
    });
    expect(passes('a', { subset: ['a'] })).toBe(false);
    expect(passes({ toString: 1 }, { subset: {} })).toBe(false);
  });
});

describe('every and some', () => {
  test('row 7: they are what Array.every and Array.some are over the same condition', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 6 }),
        fc.integer({ min: 0, max: 9 }),
        (list, limit) => {
          const items = list.map((price) => ({ price }));

          expect(passes(list, { every: { '<': limit } })).toBe(list.every((item) => item < limit));
          expect(passes(list, { some: { '<': limit, '>': 2 } })).toBe(list.some((item) => item < limit && item > 2));
          expect(passes(items, { every: { path: '$.price', in: [limit, 3] } })).toBe(
            list.every((item) => item === limit || item === 3),
          );
          expect(passes(items, { some: { path: '$.price', equals: limit } })).toBe(list.includes(limit));
        },
      ),
    );
  });

  test('the element that does not hold is named, and how many more there are', () => {
    const value = { items: [{ price: 3 }, { price: 7 }, { price: 'x' }, {}] };

    expect(check(value, { every: { path: '$.price', '>': 0, '<': 5 } }, '$.items')).toEqual({
      check: '$.items every element: $.price > 0 and $.price < 5',
      path: '$.items[1].price',
      passed: false,
      expected: { path: '$.price', '>': 0, '<': 5 },
      got: 7,
      message: 'of 4 elements element 1 at $.price is 7, expected < 5 (and 2 more)',
    });
    expect(check(value, { some: { path: '$.price', equals: 8 } }, '$.items').message).toBe(
      'none of 4 elements holds: element 0 at $.price is 3, expected equals 8; element 1 at $.price is 7, expected equals 8; element 2 at $.price is "x", expected equals 8 (and 1 more)',
    );
  });

  test('inside a list of all matches no place is made up', () => {
    const outcome = check({ items: [{ p: 1 }, {}, { p: 9 }] }, { every: { '<': 5 } }, '$.items[*].p');

    expect(outcome).toMatchObject({ passed: false, path: '$.items[*].p', got: 9 });
    expect(outcome.message).toContain('element 1 is 9');
  });

  test('a value that is not there fulfils only `exists: false`', () => {
    expect(passes([{}, { a: 1 }], { every: { path: '$.a', exists: true } })).toBe(false);
    expect(passes([{}, {}], { every: { path: '$.a', exists: false } })).toBe(true);
    expect(passes([{}], { every: { path: '$.a', not: 5 } })).toBe(false);
    expect(check([{}], { every: { path: '$.a', '<': 5 } }).message).toBe('of 1 elements element 0 at $.a has no value');
  });

  test('no elements: every holds, some does not; no operators or no list hold never', () => {
    expect(passes([], { every: { equals: 1 } })).toBe(true);
    expect(passes([], { some: { equals: 1 } })).toBe(false);
    expect(passes([1], { every: {} })).toBe(false);
    expect(passes([1], { every: { path: '$' } })).toBe(false);
    expect(check('abc', { every: { equals: 'a' } }).message).toBe('expected a list, got string');
  });

  test('they stand inside each other, and paths go on', () => {
    const value = [{ tags: ['a', 'b'] }, { tags: ['a', 7] }];

    expect(passes(value, { every: { path: '$.tags', some: { equals: 'a' } } })).toBe(true);
    expect(check(value, { every: { path: '$.tags', every: { type: 'string' } } })).toMatchObject({
      passed: false,
      path: '$[1].tags[1]',
      got: 7,
    });
  });

  test('variables stand in expected values of elements', () => {
    const [outcome] = evaluateCheck(
      { path: '$', every: { equals: '{{wanted}}' } },
      answerOfJson([4, 4]),
      optionsWith({ wanted: 4 }),
    );

    expect(outcome?.passed).toBe(true);
  });

  test('row 4: a hostile regular expression over many elements ends in about the time of one', () => {
    const list = Array.from({ length: 500 }, () => `${'a'.repeat(40)}!`);

    const outcome = check(list, { some: { matches: '^(a+)+$' } });

    expect(outcome.passed).toBe(false);
    expect(outcome.message).toContain('expected an end within 275 ms');
    expect(passes(['abc'], { every: { matches: '^[a-c]+$' } })).toBe(true);
  });

  test('a regular expression over thousands of elements needs no watch for each', () => {
    const list = Array.from({ length: 4000 }, (_, at) => `name ${String(at)}`);

    expect(check(list, { every: { matches: '^name [0-9]+$' } })).toMatchObject({ passed: true });
  });

  test('a path that is none, and a value nested too deeply, are outcomes', () => {
    expect(check([1], { every: { path: '$[?', equals: 1 } }).passed).toBe(false);
    let deep: Json = 1;
    for (let at = 0; at < 200_000; at += 1) deep = [deep];

    expect(check([deep, deep], { unique: true }).message).toContain('the check could not be made');
  });
});

describe('what is told of sensitive values', () => {
  test('a value below a sensitive name is told by its kind only', () => {
    const value = { tokens: ['s3cr3t-one', 's3cr3t-one'], users: [{ password: 'hunter2' }] };

    expect(JSON.stringify(check(value, { unique: true }, '$.tokens').message)).not.toContain('s3cr3t');
    expect(check(value, { every: { path: '$.password', equals: 'x' } }, '$.users').message).toBe(
      'of 1 elements element 0 at $.password is a value of type string',
    );
  });
});

describe('warn', () => {
  test('every outcome of a check that only warns says so, passed or not', () => {
    const warned = evaluateCheck({ path: '$.a', warn: true, '>': 1, '<': 3 }, answerOfJson({ a: 5 }), optionsWith());
    const status = evaluateCheck({ status: 404, warn: true }, answerOfJson({}), optionsWith());
    const plain = evaluateCheck({ path: '$.a', '<': 3 }, answerOfJson({ a: 5 }), optionsWith());

    expect(warned.map(({ passed, warn }) => [passed, warn])).toEqual([
      [false, true],
      [true, true],
    ]);
    expect(status).toMatchObject([{ passed: false, warn: true }]);
    expect(plain[0]).not.toHaveProperty('warn');
  });
});
