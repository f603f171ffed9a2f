/** A schema whose cost is finite is checked without a watchdog, so nothing that can take long may get one. */
import { expect, test } from '@jest/globals';
import type { Json } from '#core/units';
import { TookTooLong } from '#engines/functional/bounded';
import { schemaCost } from '#engines/functional/schema-cost';
import { checkSchema } from '#engines/functional/schema-checks';

test('an ordinary schema costs about as much as it has parts', () => {
  const schema = {
    type: 'object',
    required: ['id'],
    properties: { id: { type: 'integer' }, at: { type: 'string', format: 'date-time' }, kind: { enum: ['a', 'b'] } },
    additionalProperties: false,
  };

  expect(schemaCost(schema)).toBeGreaterThan(10);
  expect(schemaCost(schema)).toBeLessThan(100);
});

const LONG: readonly (readonly [string, Json])[] = [
  ['a pattern', { pattern: '^(a+)+$' }],
  ['a pattern deep inside', { anyOf: [{ items: { properties: { a: { not: { pattern: 'a' } } } } }] }],
  ['names by pattern', { patternProperties: { '^(a+)+$': {} } }],
  ['a reference', { $ref: '#/$defs/a', $defs: { a: true } }],
  ['a comparison of all with all', { uniqueItems: true }],
  ['what is evaluated elsewhere', { unevaluatedProperties: false }],
  ['a format by a large expression', { format: 'uri' }],
  ['a keyword that nobody knows', { whatever: 1 }],
  ['no schema', 'text'],
];

test.each(LONG)('%s has no bound', (_, schema) => {
  expect(schemaCost(schema)).toBe(Infinity);
});

test('a hostile pattern is still broken off, however short the answer', () => {
  const value = `${'a'.repeat(40)}!`;

  expect(() => checkSchema({ pattern: '^(a+)+$' }, value, value.length)).toThrow(TookTooLong);
});

test('with and without watchdog the same errors are found', () => {
  const schema = { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } };
  const values: Json[] = [{}, { id: 'x' }, { id: 1 }, 3];

  for (const value of values)
    expect(checkSchema(schema, value, JSON.stringify(value).length)).toEqual(checkSchema(schema, value));
  expect(checkSchema(schema, {}, 2).errors).toEqual([{ pointer: '', expected: 'the field "id"', got: undefined }]);
});
