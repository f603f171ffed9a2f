/** Schemas drawn by fast-check, and a referee for them that the engine has no part in. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as ajvFormats from 'ajv-formats';
import fc from 'fast-check';
import type { Json, JsonObject } from '#core/units';

const addFormats =
  (ajvFormats.default as unknown as { default?: typeof ajvFormats.default }).default ?? ajvFormats.default;
export const referee = (): Ajv2020 => {
  const ajv = new Ajv2020({ allErrors: true, strict: false, logger: false });
  (addFormats as unknown as (one: Ajv2020) => void)(ajv);
  return ajv;
};

const span = (min: number, max: number): fc.Arbitrary<readonly [number, number]> =>
  fc
    .tuple(fc.integer({ min, max }), fc.integer({ min, max }))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

const leaf: fc.Arbitrary<JsonObject> = fc.oneof(
  fc.constant({ type: 'boolean' }),
  fc.constant({ type: ['string', 'null'] }),
  fc
    .constantFrom('date', 'date-time', 'uuid', 'email', 'ipv4', 'ipv6', 'uri', 'hostname', 'time')
    .map((format) => ({ type: 'string', format })),
  fc
    .constantFrom(
      '^[a-z]+$',
      '^[A-Z]{3}-\\d{2,4}$',
      '^(?:red|green)$',
      '\\d',
      '^[^,]{2,5}$',
      '^\\+?[1-9]\\d{6,14}$',
      '^(\\w{2})-\\1$',
    )
    .map((pattern) => ({ type: 'string', pattern })),
  span(0, 40).map(([minLength, maxLength]) => ({ type: 'string', minLength, maxLength })),
  span(-500, 500).map(([minimum, maximum]) => ({ type: 'integer', minimum, maximum })),
  span(-500, 500).map(([minimum, maximum]) => ({
    type: 'number',
    exclusiveMinimum: minimum,
    exclusiveMaximum: maximum + 1,
  })),
  fc.constantFrom(2, 3, 5, 10, 0.5, 0.25).map((multipleOf) => ({ type: 'number', multipleOf, minimum: 1 })),
  fc.uniqueArray(fc.oneof(fc.string(), fc.integer()), { minLength: 1, maxLength: 4 }).map((list) => ({ enum: list })),
  fc.jsonValue({ maxDepth: 1 }).map((value) => ({ const: JSON.parse(JSON.stringify(value)) as Json })),
);

export const schemas: fc.Arbitrary<JsonObject> = fc.letrec<{ schema: JsonObject }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc
      .tuple(tie('schema'), span(0, 4), fc.boolean())
      .map(([items, [minItems, maxItems]]) => ({ type: 'array', items, minItems, maxItems })),
    fc
      .tuple(
        fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), tie('schema'), { maxKeys: 4 }),
        fc.subarray(['a', 'b', 'c']),
        fc.boolean(),
      )
      .map(([properties, wanted, isOpen]) => ({
        type: 'object',
        properties,
        required: wanted.filter((name) => name in properties),
        additionalProperties: isOpen,
      })),
    fc.tuple(tie('schema'), tie('schema')).map(([one, other]) => ({ anyOf: [one, other] })),
    fc.tuple(tie('schema')).map(([one]) => ({ allOf: [one, { title: 'more' }] })),
  ),
})).schema;
