import { Ajv } from 'ajv';
import type { ErrorObject, Options, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as ajvFormats from 'ajv-formats';
import { isJsonObject, shortJson } from '#core/json-types';
import type { Json, JsonObject } from '#core/units';
import { TookTooLong, bounded } from '#engines/functional/bounded';
import { isPlainSchema } from '#engines/functional/plain-schema';
import { schemaCost } from '#engines/functional/schema-cost';

/** Errors kept of one schema check; the rest is counted. */
const ERRORS_KEPT = 20;

const OPTIONS: Options = {
  allErrors: true,
  verbose: true,
  strict: false,
  validateFormats: true,
  logger: false,
  addUsedSchema: false,
  // Takes half of the time that compiling takes, for validators that are used a few times each.
  code: { optimize: false },
};

// The package is CommonJS: Node and bundlers disagree on where its default export lies.
const addFormats =
  (ajvFormats.default as unknown as { default?: typeof ajvFormats.default }).default ?? ajvFormats.default;

const draft07 = (): Ajv => (addFormats as unknown as (ajv: Ajv) => Ajv)(new Ajv(OPTIONS));
const draft2020 = (): Ajv => (addFormats as unknown as (ajv: Ajv) => Ajv)(new Ajv2020(OPTIONS));
/** For schemas that were found right before. */
const plain2020 = (): Ajv =>
  (addFormats as unknown as (ajv: Ajv) => Ajv)(new Ajv2020({ ...OPTIONS, validateSchema: false }));

interface Compiled {
  readonly validate: ValidateFunction;
  /** Steps for each byte of a value; Infinity where nobody knows. */
  readonly cost: number;
}

/** Found by the object as long as the suite lives, and by its text for equal schemas of other cases. */
const byObject = new WeakMap<JsonObject, Compiled>();
const byText = new Map<string, Compiled>();

const shared = new Map<() => Ajv, Ajv>();

/** A compiler takes ten times as long to make as to use. Only schemas with names need one of their own: those of different suites may be the same. */
const compilerFor = (make: () => Ajv, text: string): Ajv => {
  if (/"(?:\$?id|\$(?:dynamicA|recursiveA|a)nchor)":/u.test(text)) return make();
  const made = shared.get(make) ?? make();
  shared.set(make, made);
  return made;
};

const compileWith = (ajv: Ajv, schema: JsonObject): ValidateFunction => {
  try {
    return bounded(() => ajv.compile(schema), 2000);
  } catch (error) {
    // Broken off in the middle: what it remembers may be half done.
    if (error instanceof TookTooLong) shared.clear();
    throw error;
  } finally {
    ajv.removeSchema(schema);
  }
};

/** Compiled once per schema text. */
const compile = (schema: JsonObject): Compiled => {
  const known = byObject.get(schema);
  if (known !== undefined) return known;
  const text = JSON.stringify(schema);
  const compiled = byText.get(text) ?? compileText(schema, text);
  byText.set(text, compiled);
  byObject.set(schema, compiled);
  return compiled;
};

const compilePlain = (schema: JsonObject): ValidateFunction => {
  const ajv = shared.get(plain2020) ?? plain2020();
  shared.set(plain2020, ajv);
  try {
    return ajv.compile(schema);
  } finally {
    ajv.removeSchema(schema);
  }
};

const compileText = (schema: JsonObject, text: string): Compiled => {
  // Nothing in it that could take long, so no watchdog either.
  if (isPlainSchema(schema)) return { validate: compilePlain(schema), cost: schemaCost(schema) };
  const dialect = schema['$schema'];
  const ajv = compilerFor(typeof dialect === 'string' && /draft-0[67]/u.test(dialect) ? draft07 : draft2020, text);
  return { validate: compileWith(ajv, schema), cost: schemaCost(schema) };
};

/** Why a JSON Schema cannot be used, or undefined when it can. */
export const schemaProblem = (schema: JsonObject): string | undefined => {
  if (isPlainSchema(schema)) return undefined;
  try {
    compile(schema);
    return undefined;
  } catch (error) {
    return `expected a JSON Schema without outside references, got: ${error instanceof Error ? error.message : 'one that cannot be compiled'}`;
  }
};

export interface SchemaError {
  /** JSON Pointer into the value that was checked. */
  readonly pointer: string;
  readonly expected: string;
  readonly got: Json | undefined;
}

const expectation = (error: ErrorObject): string => {
  const params = error.params as JsonObject;
  switch (error.keyword) {
    case 'required':
      return `the field ${shortJson(params['missingProperty'])}`;
    case 'additionalProperties':
      return `no field ${JSON.stringify(params['additionalProperty'])}`;
    case 'enum':
      return `one of ${shortJson(params['allowedValues'])}`;
    case 'const':
      return shortJson(params['allowedValue']);
    case 'format':
      return `format ${shortJson(params['format'])}`;
    default:
      return (error.message ?? error.keyword).replace(/^must be /u, '').replace(/^must /u, 'to ');
  }
};

const asSchemaError = (error: ErrorObject): SchemaError => ({
  pointer: error.instancePath,
  expected: expectation(error),
  got: isJsonObject(error.data) || Array.isArray(error.data) ? undefined : (error.data as Json),
});

/** Steps, of some nanoseconds each, that need no watchdog: it costs as much as twenty thousand of them. */
const STEPS_UNWATCHED_MAX = 10_000_000;

/**
 * Checks a value against a JSON Schema in bounded time: patterns of the schema may be hostile.
 *
 * @param bytes length of the JSON text that the value came in: a short one under a schema that is in proportion to it cannot take long
 * @returns every error, at most 20, and how many there were; no errors means that it matches
 * @throws TookTooLong
 */
export const checkSchema = (
  schema: JsonObject,
  value: Json,
  bytes = Infinity,
): { readonly errors: readonly SchemaError[]; readonly count: number } => {
  const { validate, cost } = compile(schema);
  const valid = cost * bytes <= STEPS_UNWATCHED_MAX ? validate(value) : bounded(() => validate(value), 1000);
  const errors = valid ? [] : (validate.errors ?? []);
  return { errors: errors.slice(0, ERRORS_KEPT).map(asSchemaError), count: errors.length };
};
