import { Ajv } from 'ajv';
import type { ErrorObject, Options, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as ajvFormats from 'ajv-formats';
import { isJsonObject, shortJson } from '#core/json-types';
import type { Json, JsonObject } from '#core/units';
import { bounded } from '#engines/functional/bounded';

/** Errors kept of one schema check; the rest is counted. */
const ERRORS_KEPT = 20;

const OPTIONS: Options = {
  allErrors: true,
  verbose: true,
  strict: false,
  validateFormats: true,
  logger: false,
  addUsedSchema: false,
};

// The package is CommonJS: Node and bundlers disagree on where its default export lies.
const addFormats =
  (ajvFormats.default as unknown as { default?: typeof ajvFormats.default }).default ?? ajvFormats.default;

const draft07 = (): Ajv => (addFormats as unknown as (ajv: Ajv) => Ajv)(new Ajv(OPTIONS));
const draft2020 = (): Ajv => (addFormats as unknown as (ajv: Ajv) => Ajv)(new Ajv2020(OPTIONS));

const byText = new Map<string, ValidateFunction>();

/** Compiled once per schema text. A compiler of its own each time: `$id`s of different suites may be the same. */
const compile = (schema: JsonObject): ValidateFunction => {
  const text = JSON.stringify(schema);
  const known = byText.get(text);
  if (known !== undefined) return known;
  const dialect = schema['$schema'];
  const ajv = typeof dialect === 'string' && /draft-0[67]/u.test(dialect) ? draft07() : draft2020();
  const validate = bounded(() => ajv.compile(schema), 2000);
  byText.set(text, validate);
  return validate;
};

/** Why a JSON Schema cannot be used, or undefined when it can. */
export const schemaProblem = (schema: JsonObject): string | undefined => {
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
      return `no field ${shortJson(params['additionalProperty'])}`;
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

/**
 * Checks a value against a JSON Schema in bounded time: patterns of the schema may be hostile.
 *
 * @returns every error, at most 20, and how many there were; no errors means that it matches
 * @throws TookTooLong
 */
export const checkSchema = (
  schema: JsonObject,
  value: Json,
): { readonly errors: readonly SchemaError[]; readonly count: number } => {
  const validate = compile(schema);
  const valid = bounded(() => validate(value), 1000);
  const errors = valid ? [] : (validate.errors ?? []);
  return { errors: errors.slice(0, ERRORS_KEPT).map(asSchemaError), count: errors.length };
};
