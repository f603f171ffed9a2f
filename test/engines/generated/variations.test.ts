/** Row 26: values at each limit validate, values beyond it break that limit and nothing else. The judge is ajv, set up anew. */
import { describe, expect, test } from '@jest/globals';
import type { ValidateFunction } from 'ajv';
import fc from 'fast-check';
import type { Json, JsonObject } from '#core/units';
import { seededRandomAt } from '#engines/data/seeded-random';
import { variationsOf } from '#engines/generated/values/variations';
import { referee, schemas } from './drawn-schemas.ts';
import { judgeOf } from './schema-of.ts';

/** Making a referee takes longer than asking it. */
const shared = referee();

/** Keywords that only pass on what another one says. */
const WRAPPERS = new Set(['anyOf', 'oneOf', 'allOf', 'if', 'not']);

const brokenKeywords = (validate: ValidateFunction, value: Json): readonly string[] => {
  validate(value);
  return [...new Set((validate.errors ?? []).map(({ keyword }) => keyword))].filter(
    (keyword) => !WRAPPERS.has(keyword),
  );
};

describe('row 26: values at and beyond each limit', () => {
  test('the valid ones validate, the invalid ones break the limit that they are named after', () => {
    fc.assert(
      fc.property(schemas, fc.nat(), (schema, seed) => {
        const isChoice = JSON.stringify(schema).includes('anyOf');
        const validate = shared.compile(schema);
        for (const one of variationsOf(judgeOf(), schema, seededRandomAt(String(seed), 'v'))) {
          const broken = brokenKeywords(validate, one.value);

          if (one.isValid) expect([one.words, broken]).toEqual([one.words, []]);
          else if (isChoice) expect(broken).toContain(one.keyword);
          // What has another type than it should is none of the choices and of no format either.
          else
            expect(
              broken.filter(
                (keyword) =>
                  !['type', 'enum', 'const'].includes(one.keyword) ||
                  !['type', 'enum', 'const', 'format'].includes(keyword),
              ),
            ).toEqual(['type', 'enum', 'const'].includes(one.keyword) ? [] : [one.keyword]);
        }
      }),
      { numRuns: 150 },
    );
  });

  test.each<readonly [string, JsonObject, readonly Json[], readonly Json[]]>([
    ['minimum and maximum', { type: 'integer', minimum: 3, maximum: 9 }, [3, 4, 8, 9], [2, 10]],
    ['exclusive limits', { type: 'integer', exclusiveMinimum: 3, exclusiveMaximum: 9 }, [4, 8], [3, 9]],
    ['multiples', { type: 'integer', multipleOf: 5, minimum: 5, maximum: 20 }, [5, 20], [6, 0, 25]],
    ['lengths', { type: 'string', minLength: 2, maxLength: 4 }, ['ex', 'exam'], ['e', 'examp']],
    ['choices', { type: 'string', enum: ['a', 'b'] }, ['a', 'b'], ['ax', 'A']],
    [
      'items',
      { type: 'array', items: { const: true }, minItems: 1, maxItems: 2 },
      [[true], [true, true]],
      [[], [true, true, true]],
    ],
    ['different items', { type: 'array', items: { type: 'boolean' }, uniqueItems: true }, [[]], [[true, true]]],
    [
      'fields',
      { type: 'object', required: ['a'], properties: { a: { type: 'null' } }, additionalProperties: false },
      [{ a: null }],
      [{}, { a: null, assayUnknownField: 'example' }],
    ],
    ['int32', { type: 'integer', format: 'int32' }, [2_147_483_647, -2_147_483_648], [2_147_483_648, -2_147_483_649]],
    ['formats', { type: 'string', format: 'date' }, [], ['not-a-date']],
    ['types', { type: 'string' }, [''], [null, 42, true, [], {}]],
  ])('of %s', (_what, schema, valid, invalid) => {
    const all = variationsOf(judgeOf(), schema, seededRandomAt('1', 'v'));

    for (const value of valid)
      expect(all.filter(({ isValid }) => isValid).map((one) => one.value)).toContainEqual(value);
    for (const value of invalid)
      expect(all.filter(({ isValid }) => !isValid).map((one) => one.value)).toContainEqual(value);
  });

  test('of values deep inside, with everything around them as it should be', () => {
    const schema = {
      type: 'object',
      required: ['list'],
      properties: {
        list: {
          type: 'array',
          minItems: 1,
          items: { type: 'object', required: ['price'], properties: { price: { type: 'number', minimum: 0 } } },
        },
      },
    };

    const below = variationsOf(judgeOf(), schema, seededRandomAt('1', 'v')).filter(
      ({ keyword, isValid }) => keyword === 'minimum' && !isValid,
    );

    expect(below).toEqual([
      {
        place: ['list', 0, 'price'],
        keyword: 'minimum',
        isValid: false,
        words: '-0.01, below the minimum',
        value: { list: [{ price: -0.01 }] },
      },
    ]);
  });

  test('a required field with a default is not left out: servers fill it in', () => {
    const schema = {
      type: 'object',
      required: ['a', 'b'],
      properties: { a: { type: 'string', default: 'x' }, b: { type: 'string' } },
    };

    const without = variationsOf(judgeOf(), schema, seededRandomAt('1', 'v')).filter(
      ({ keyword, isValid }) => keyword === 'required' && !isValid,
    );

    expect(without.map(({ words }) => words)).toEqual(['without b']);
  });
});
