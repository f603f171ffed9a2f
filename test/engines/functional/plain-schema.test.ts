/** Whatever is called plain compiles with the compiler's own checks of schemas; mistakes and everything with names are never plain. */
import { expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import type { JsonObject } from '#core/units';
import { isPlainSchema } from '#engines/functional/plain-schema';
import { checkSchema, schemaProblem } from '#engines/functional/schema-checks';

const KEYWORDS = [
  'type', 'properties', 'items', 'required', 'enum', 'const', 'minimum', 'multipleOf', 'minLength', 'pattern', 'format', 'allOf', 'not',
  'additionalProperties', 'title', 'default', 'uniqueItems', 'examples', 'nullable', '$ref', '$id', 'if', 'dependentRequired', 'id', 'x-own',
]; // prettier-ignore

const { schema } = fc.letrec<{ schema: unknown; value: unknown }>((tie) => ({
  value: fc.oneof(
    fc.constantFrom('string', 'integer', '^a+$', '(', '#/$defs/a', 'email', 'nothing-known'),
    fc.constantFrom<unknown>(-1, 0, 1, 2.5, true, false, null, [], ['string'], ['a', 'a'], [1], {}),
    tie('schema'),
    fc.array(tie('schema'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b'), tie('schema'), { maxKeys: 2 }),
  ),
  schema: fc.dictionary(fc.constantFrom(...KEYWORDS), tie('value'), { maxKeys: 3 }),
}));

const compiles = (given: JsonObject): boolean => {
  try {
    new Ajv2020({ strict: false, validateFormats: false, logger: false }).compile(given);
    return true;
  } catch {
    return false;
  }
};

test('a plain schema compiles, whatever it is made of', () => {
  let plain = 0;
  fc.assert(
    fc.property(schema, (given) => {
      if (!isPlainSchema(given as JsonObject)) return;
      plain += 1;
      expect(compiles(given as JsonObject)).toBe(true);
    }),
    { numRuns: 1500 },
  );
  expect(plain).toBeGreaterThan(100);
});

test.each<[string, JsonObject]>([
  ['an unknown type', { type: 'text' }],
  ['a name that is required twice', { required: ['a', 'a'] }],
  ['a negative length', { properties: { a: { minLength: -1 } } }],
  ['an empty list of values', { items: { enum: [] } }],
  ['an expression that is none', { allOf: [{ pattern: '(' }] }],
  ['a list of schemas for items', { items: [{ type: 'string' }] }],
])('%s is a mistake that is told before anything runs', (_, given) => {
  expect(schemaProblem(given)).toMatch(/^expected a JSON Schema without outside references, got: /u);
});

test('an answer is checked against a plain schema by every keyword', () => {
  const given: JsonObject = {
    type: 'object',
    required: ['id'],
    properties: {
      id: { type: 'integer', minimum: 1 },
      mail: { type: 'string', format: 'email' },
      tag: { pattern: '^a+$' },
    },
    additionalProperties: false,
  };

  const { errors } = checkSchema(given, { id: 0, mail: 'none', tag: 'b', other: 1 });

  expect(errors.map(({ pointer, expected }) => `${pointer} ${expected}`).sort()).toEqual([
    ' no field "other"',
    '/id >= 1',
    '/mail format "email"',
    '/tag to match pattern "^a+$"',
  ]);
});
