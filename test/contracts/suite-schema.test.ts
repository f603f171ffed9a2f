/** The schema that editors complete suites by: everything in it is explained, bounded, and found by going down the fields alone. */
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fragmentsSchema from '../../layers/contracts/fragments.schema.json' with { type: 'json' };
import suiteSchema from '../../layers/contracts/suite.schema.json' with { type: 'json' };

type Schema = { readonly [keyword: string]: unknown };

const definitions = suiteSchema.$defs as unknown as { readonly [name: string]: Schema };
const target = (schema: Schema): Schema => {
  const name = typeof schema['$ref'] === 'string' ? schema['$ref'].slice('#/$defs/'.length) : undefined;
  return name === undefined ? schema : { ...definitions[name], ...schema };
};

/** Every schema of a value, with the path of keywords to it. */
const valuesOf = (schema: Schema, path: string): (readonly [string, Schema])[] => {
  const inner = (name: string, value: unknown): (readonly [string, Schema])[] =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? valuesOf(value as Schema, `${path}/${name}`)
      : [];
  return [
    [path, schema],
    ...Object.entries((schema['properties'] ?? {}) as Schema).flatMap(([name, value]) =>
      inner(`properties/${name}`, value),
    ),
    ...['items', 'then', 'else', 'additionalProperties', 'propertyNames'].flatMap((name) => inner(name, schema[name])),
  ];
};

const all = [
  ...valuesOf(suiteSchema, '#'),
  ...Object.entries(definitions).flatMap(([name, schema]) => valuesOf(schema, `#/$defs/${name}`)),
];

/** The schema below a path of fields, as an editor finds it: through references, lists, names, and the object form of a choice. */
const below = (fields: readonly string[]): Schema =>
  fields.reduce<Schema>(
    (schema, field) => {
      const here = target(schema);
      if (field === '[]') return target((here['items'] ?? (here['then'] as Schema)['items']) as Schema);
      const forms = [here, here['then'], here['else']].flatMap((form) =>
        form === undefined ? [] : [target(form as Schema)],
      );
      const found = forms
        .map((form) => (form['properties'] as Schema | undefined)?.[field])
        .find((one) => one !== undefined);
      return target((found ?? here['additionalProperties']) as Schema);
    },
    suiteSchema as unknown as Schema,
  );

test('every field has a sentence that editors show', () => {
  const silent = all
    .filter(([path]) => /\/properties\/[^/]+$/u.test(path))
    .filter(([, schema]) => typeof target(schema)['description'] !== 'string')
    .map(([path]) => path);

  expect(silent).toEqual([]);
});

test('every list and every text is bounded', () => {
  const unbounded = all
    .map(([path, schema]) => [path, target(schema)] as const)
    .filter(([path, schema]) => !path.endsWith('/then') && !path.endsWith('/else') && schema['const'] === undefined)
    .filter(([, { type, maxItems, maxLength, pattern, enum: words, then }]) => {
      const types = [type].flat();
      const list =
        types.includes('array') && maxItems === undefined && (then as Schema | undefined)?.['maxItems'] === undefined;
      return list || (type === 'string' && maxLength === undefined && pattern === undefined && words === undefined);
    })
    .map(([path]) => path);

  // The address of the schema is ignored; all of a file together is bounded anyway.
  expect(unbounded).toEqual(['#/properties/$schema']);
});

describe('an editor that goes down the fields finds', () => {
  test.each([
    ['cases [] request multipart x', 'file'],
    ['cases [] request retry', 'nonIdempotent'],
    ['cases [] poll until []', 'newerThan'],
    ['cases [] checks [] every', 'path'],
    ['cases [] checks [] some every', 'unique'],
    ['cases [] checks [] sorted', 'order'],
    ['cases [] creates [] delete', 'headers'],
    ['cases [] setup [] captures x', 'regex'],
    ['cases [] token', 'expiresIn'],
    ['cases [] receive where []', 'schema'],
    ['cases [] publish to', 'detailType'],
    ['cases [] rows', 'combine'],
    ['setup [] request', 'method'],
    ['teardown [] checks []', 'warn'],
    ['flows x rows', 'emptyIsFine'],
    ['fragments x cases [] request', 'compress'],
    ['fragments x parameters y', 'default'],
    ['fragments x include []', 'with'],
    ['webhooks x signature', 'algorithm'],
    ['personas x', 'locale'],
    ['rate perOperation', 'burst'],
    ['defaults', 'cookies'],
  ])('below %s the field %s', (fields, field) => {
    const schema = below(fields.split(' '));
    const forms = [schema, schema['then'], schema['else']] as (Schema | undefined)[];

    expect(forms.some((form) => form !== undefined && Object.hasOwn((form['properties'] ?? {}) as Schema, field))).toBe(
      true,
    );
  });
});

test('a file of fragments has a schema of its own, made of the same parts', () => {
  const validate = new Ajv2020({ strict: false }).addSchema(suiteSchema).compile(fragmentsSchema);
  const item = { id: 'x', request: { method: 'GET', path: '/' }, checks: [{ status: 200 }] };

  expect(validate({ fragments: { ping: { cases: [item] } } })).toBe(true);
  expect(validate({ fragments: { ping: { cases: [{ ...item, id: 1 }] } } })).toBe(false);
  expect(validate({ fragments: {}, cases: [item] })).toBe(false);
  expect(validate({})).toBe(false);
});
