/**
 * Valid values made from schemas validate. The judge is ajv, set up here anew and not by the engine; the schemas are drawn by fast-check.
 */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Json, JsonObject } from '#core/units';
import { seededRandomAt } from '#engines/data/seeded-random';
import { makeValue } from '#engines/generated/values/make-value';
import { variationsOf } from '#engines/generated/values/variations';
import { referee, schemas } from './drawn-schemas.ts';
import { judgeOf } from './schema-of.ts';

/** Making a referee takes longer than asking it. */
const shared = referee();

const made = (
  schema: Json,
  fullness: 'small' | 'full' | 'random' = 'small',
  seed = '1',
  definitions: JsonObject = {},
): Json | undefined =>
  makeValue({ source: judgeOf(definitions), random: seededRandomAt(seed, 'test'), fullness }, schema);

describe('valid values', () => {
  test('validate, of whatever fullness', () => {
    fc.assert(
      fc.property(schemas, fc.constantFrom('small', 'full', 'random' as const), fc.nat(), (schema, fullness, seed) => {
        const value = made(schema, fullness, String(seed));

        if (value === undefined) return;
        expect(shared.validate(schema, value)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('are the same for the same seed, and others for another', () => {
    const schema = {
      type: 'object',
      required: ['a', 'b'],
      properties: { a: { type: 'string', minLength: 20 }, b: { type: 'integer' } },
    };

    expect(made(schema, 'random', '1')).toEqual(made(schema, 'random', '1'));
    expect(made(schema, 'random', '1')).not.toEqual(made(schema, 'random', '2'));
  });

  test.each<readonly [string, Json]>([
    [
      'an exclusive choice',
      {
        oneOf: [
          { type: 'integer', multipleOf: 3 },
          { type: 'integer', multipleOf: 5 },
        ],
      },
    ],
    ['not', { type: 'string', not: { const: 'example' } }],
    [
      'if, then, else',
      {
        type: 'object',
        required: ['kind'],
        properties: { kind: { enum: ['x', 'y'] } },
        if: { properties: { kind: { const: 'x' } } },
        then: { required: ['size'], properties: { size: { type: 'integer' } } },
      },
    ],
    [
      'contains',
      { type: 'array', items: { type: 'integer' }, contains: { type: 'integer', minimum: 100 }, minItems: 2 },
    ],
    ['different items', { type: 'array', items: { enum: [1, 2, 3] }, minItems: 3, uniqueItems: true }],
    [
      'items by place',
      { type: 'array', prefixItems: [{ type: 'string' }, { type: 'integer' }], items: false, minItems: 2 },
    ],
    [
      'names of fields',
      {
        type: 'object',
        propertyNames: { pattern: '^[a-z]{3}$' },
        minProperties: 2,
        additionalProperties: { type: 'integer' },
      },
    ],
    [
      'patterns of fields',
      {
        type: 'object',
        patternProperties: { '^x-': { type: 'integer' } },
        additionalProperties: false,
        minProperties: 1,
      },
    ],
    [
      'dependent fields',
      {
        type: 'object',
        properties: { a: { type: 'integer' }, b: { type: 'integer' } },
        required: ['a'],
        dependentRequired: { a: ['b'] },
      },
    ],
    ['several patterns', { type: 'string', allOf: [{ pattern: '^[a-z]+' }, { pattern: '[0-9]$' }] }],
    ['a long text', { type: 'string', minLength: 5_000, maxLength: 5_000 }],
    ['a narrow number', { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 0.001 }],
    ['a multiple of cents', { type: 'number', multipleOf: 0.01, minimum: 0.07 }],
  ])('are found for %s', (_what, schema) => {
    for (const fullness of ['small', 'full', 'random'] as const) {
      const value = made(schema, fullness);

      expect([fullness, value === undefined ? 'none' : shared.validate(schema as JsonObject, value)]).toEqual([
        fullness,
        true,
      ]);
    }
  });

  test('a circular schema ends', () => {
    const definitions = {
      Node: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { type: 'string' },
          next: { $ref: '#/$defs/Node' },
          all: { type: 'array', items: { $ref: '#/$defs/Node' } },
        },
      },
    };

    for (const fullness of ['small', 'full', 'random'] as const)
      expect(made({ $ref: '#/$defs/Node' }, fullness, '1', definitions)).toHaveProperty('name');
  });

  test.each<readonly [string, Json, JsonObject]>([
    ['false', false, {}],
    ['limits that exclude each other', { type: 'integer', minimum: 5, maximum: 4 }, {}],
    ['no multiple between the limits', { type: 'integer', minimum: 1, maximum: 2, multipleOf: 7 }, {}],
    ['a text longer than it may be', { type: 'string', minLength: 3, maxLength: 2 }, {}],
    ['a pattern longer than the text', { type: 'string', pattern: '^a{10}$', maxLength: 5 }, {}],
    ['a pattern that takes for ever', { type: 'string', pattern: '^(a+)+$', not: { pattern: '^a' } }, {}],
    ['a pattern that contradicts itself', { type: 'string', pattern: '^a$', not: { const: 'a' } }, {}],
    [
      'more different items than there are',
      { type: 'array', items: { enum: [1, 2] }, minItems: 3, uniqueItems: true },
      {},
    ],
    ['a required field that must not be', { type: 'object', required: ['a'], properties: { a: false } }, {}],
    ['types that exclude each other', { allOf: [{ type: 'string' }, { type: 'integer' }] }, {}],
    [
      'itself without end',
      { $ref: '#/$defs/A' },
      { A: { type: 'object', required: ['a'], properties: { a: { $ref: '#/$defs/A' } } } },
    ],
    ['a reference that leads nowhere', { $ref: '#/$defs/None' }, {}],
  ])('nothing is made for a schema that nothing is valid for: %s', (_what, schema, definitions) => {
    expect(made(schema, 'random', '1', definitions)).toBeUndefined();
    expect(
      variationsOf(judgeOf(definitions), schema, seededRandomAt('1', 'x')).filter(({ isValid }) => isValid),
    ).toEqual([]);
  });
});
