import { _, Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import next from 'ajv/dist/vocabularies/next.js';

import { mapObjects, refName } from './load-contract.ts';
import type { Contract, Schema } from './load-contract.ts';

/** RFC 3339 date-time in UTC or with an offset; the calendar is checked where the time is read. */
const DATE_TIME =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])[Tt]([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d{1,9})?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

const ANNOTATIONS = new Set([
  'description',
  'examples',
  'title',
  'default',
  '$comment',
  'x-assay-chosen-by',
  'x-assay-schema-file',
]);

const typeOf = (schema: Schema, contract: Contract): string | undefined => {
  const ref = schema['$ref'];
  const found = typeof ref === 'string' ? contract.schemas[refName(ref)] : schema;
  return typeof found?.['type'] === 'string' ? found['type'] : undefined;
};

/**
 * A choice between alternatives says of a wrong value that it matches none of them, and lists the faults of all. Where the type,
 * or the presence of one member, tells which alternative was meant, the choice is written as if/then, so that only its faults are told.
 */
const tellingChoice = (schema: Schema, contract: Contract): Schema => {
  const { oneOf, 'x-assay-chosen-by': member, ...rest } = schema;
  if (!Array.isArray(oneOf)) return schema;
  const alternatives = oneOf as readonly Schema[];
  if (typeof member === 'string') {
    return { ...rest, type: 'object', if: { required: [member] }, then: alternatives[0], else: alternatives[1] };
  }
  const types = alternatives.map((alternative) => typeOf(alternative, contract));
  if (types.includes(undefined) || new Set(types).size !== types.length) return schema;
  return { ...rest, type: types, allOf: alternatives.map((then, at) => ({ if: { type: types[at] }, then })) };
};

const forAjv = (schema: Schema, contract: Contract): Schema =>
  withoutAnnotations(
    mapObjects(schema, (object) => {
      const ref = object['$ref'];
      const named = typeof ref === 'string' ? { ...object, $ref: refName(ref) } : object;
      return tellingChoice(named, contract);
    }),
  ) as Schema;

/** Descriptions would be carried into every bundle. A member of `properties` may have an annotation's name and stays. */
const withoutAnnotations = (value: unknown, isNameMap = false): unknown => {
  if (Array.isArray(value)) return value.map((item: unknown) => withoutAnnotations(item));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => isNameMap || !ANNOTATIONS.has(key));
  return Object.fromEntries(
    kept.map(([key, member]) => [
      key,
      withoutAnnotations(member, !isNameMap && (key === 'properties' || key === 'patternProperties')),
    ]),
  );
};

/** Validators that are exported: bodies, the suite file, and one per parameter. */
const exported = (contract: Contract): ReadonlyMap<string, { readonly schema: Schema; readonly type: string }> => {
  const found = new Map<string, { schema: Schema; type: string }>();
  for (const { parameters, body } of contract.operations) {
    for (const { validator, parameter } of parameters)
      found.set(validator, { schema: parameter.schema, type: 'unknown' });
    if (body !== undefined) found.set(`validate${body.schema}`, { schema: { $ref: body.schema }, type: body.schema });
  }
  found.set('validateSuiteDefinition', { schema: { $ref: 'SuiteDefinition' }, type: 'SuiteDefinition' });
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
};

const FRAGMENT = 'SuiteFileFragment';

/** Parameters may stand in a fragment where its cases want other types than text: they are judged when it is included. */
const withParameters = (fragment: Schema): Schema => ({
  ...fragment,
  properties: { ...(fragment['properties'] as Schema), cases: { type: 'array', minItems: 1, maxItems: 10_000 } },
});

/**
 * Not Ajv2020: that keeps track of evaluated members for `unevaluatedProperties`, in statements that no bundler can drop. The keywords
 * of 2020-12 that it lacks are added, but for `prefixItems` and `$dynamicRef`; strict mode refuses what it does not know.
 */
const newAjv = (contract: Contract): Ajv => {
  const ajv = new Ajv({
    allErrors: true,
    verbose: true,
    messages: false,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    allowUnionTypes: true,
    code: { source: true, esm: true, lines: true, formats: _`{}` },
    formats: { 'date-time': DATE_TIME },
  });
  ajv.addVocabulary(next.default);
  for (const [name, schema] of Object.entries(contract.schemas))
    ajv.addSchema({ ...forAjv(name === FRAGMENT ? withParameters(schema) : schema, contract), $id: name });
  return ajv;
};

const RUNTIME: { readonly [module: string]: string } = {
  'ajv/dist/runtime/ucs2length': 'codePointLength',
  'ajv/dist/runtime/equal': 'equalJson',
};

/** ajv writes `require` also into modules; our own runtime takes the place of those two modules. */
const withoutRequire = (code: string): string =>
  code.replaceAll(/require\("([^"]+)"\)\.default/g, (_text, module: string) => {
    const name = RUNTIME[module];
    if (name === undefined) throw new Error(`a validator needs ${module}, which validator-runtime.ts does not have`);
    return name;
  });

/** A bundler drops a validator that nobody uses only when building its parts has no effects. */
const shakeable = (code: string): string => code.replaceAll('new RegExp(', '/* @__PURE__ */ new RegExp(');

/**
 * ajv copies all errors so far at each `$ref` that adds some: 40,000 wrong cases, a body of 120 KB, would take most of a minute. Lists of
 * errors belong to one call alone, so that they may grow instead.
 */
const withoutCopies = (code: string): string => {
  const grown = code.replaceAll(
    /vErrors = vErrors === null \? (\w+)\.errors : vErrors\.concat\(\1\.errors\);/g,
    'vErrors = joinErrors(vErrors, $1.errors);',
  );
  if (grown.includes('.concat(')) throw new Error('a validator copies its errors in a way that is not known here');
  return grown;
};

/** ESM code of all validators, without ajv at run time. */
export const writeCompiled = (contract: Contract): string => {
  const ajv = newAjv(contract);
  const names: Record<string, string> = {};
  for (const [name, { schema }] of exported(contract)) {
    names[name] = name;
    ajv.addSchema({ ...forAjv(schema, contract), $id: name });
  }
  const code = withoutCopies(shakeable(withoutRequire(standalone.default(ajv, names))));
  return `import { codePointLength, equalJson, joinErrors } from '../validator-runtime.ts';\n${code.replace('"use strict";', '')}`;
};

export const writeDeclarations = (contract: Contract): string => {
  const all = [...exported(contract)];
  const types = [...new Set(all.map(([, { type }]) => type))].filter((type) => type !== 'unknown').sort();
  return `import type { Validator } from '../validator.ts';
import type { ${types.join(', ')} } from './types.ts';

${all.map(([name, { type }]) => `export declare const ${name}: Validator<${type}>;`).join('\n')}
`;
};
