import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv';
import * as ajvFormats from 'ajv-formats';
import { fromPointer, isJsonObject } from '#core/json-types';
import type { Json, JsonObject } from '#core/units';
import type { SchemaRoot } from '#engines/contract/model';
import { TookTooLong, bounded } from '#engines/functional/bounded';
import { watchedPattern } from './pattern/watched-pattern.ts';
import { listOf, objectOf, textOf, type SchemaFault, type SchemaSource } from './schema-source.ts';

// The package is CommonJS: Node and bundlers disagree on where its default export lies.
const addFormats =
  (ajvFormats.default as unknown as { default?: typeof ajvFormats.default }).default ?? ajvFormats.default;

const DEFS = 'assay:definitions';
/** Schemas whose validators are kept. */
const COMPILED_MAX = 5_000;
const COMPILE_MS_MAX = 10_000;

/** The same schema where every reference into the document leads to the definitions that the compiler knows. */
const withReferences = (schema: Json): Json => {
  if (Array.isArray(schema)) return (schema as readonly Json[]).map(withReferences);
  if (!isJsonObject(schema)) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]): [string, Json] => [
      keyword,
      keyword === '$ref' && typeof value === 'string' && value.startsWith('#')
        ? `${DEFS}${value}`
        : withReferences(value),
    ]),
  );
};

const isReadOnly = (defs: JsonObject, schema: Json, depth = 0): boolean => {
  if (!isJsonObject(schema) || depth > 5) return false;
  if (schema['readOnly'] === true) return true;
  const ref = textOf(schema['$ref']);
  if (ref !== undefined && isReadOnly(defs, defs[fromPointer(ref.slice(1))[1] ?? ''] ?? true, depth + 1)) return true;
  return listOf(schema['allOf']).some((part) => isReadOnly(defs, part, depth + 1));
};

/** A schema as a request sees it: fields that only answers have are neither required nor sent. */
const forRequests = (defs: JsonObject, schema: Json): Json => {
  if (Array.isArray(schema)) return (schema as readonly Json[]).map((one) => forRequests(defs, one));
  if (!isJsonObject(schema)) return schema;
  const hidden = Object.entries(objectOf(schema['properties'])).flatMap(([name, one]) =>
    isReadOnly(defs, one) ? [name] : [],
  );
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]): [string, Json] => {
      if (['enum', 'const', 'default', 'example', 'examples'].includes(keyword)) return [keyword, value];
      if (keyword === 'required' && Array.isArray(value))
        return [keyword, (value as Json[]).filter((name) => typeof name !== 'string' || !hidden.includes(name))];
      if (keyword !== 'properties' || !isJsonObject(value)) return [keyword, forRequests(defs, value)];
      const kept = Object.entries(value).filter(([name]) => !hidden.includes(name));
      return [keyword, Object.fromEntries(kept.map(([name, one]) => [name, forRequests(defs, one)]))];
    }),
  );
};

/** Schemas of a document for requests, and the compiler that judges values for them. */
export interface SchemaJudge extends SchemaSource {
  /** The schema as this judge wants it: fields that only answers have are gone. */
  readonly viewOf: (schema: Json) => Json;
}

export const schemaJudge = (root: SchemaRoot): SchemaJudge => {
  const defs = objectOf(forRequests(root.$defs, root.$defs));
  const ajv = new Ajv2020({
    allErrors: true,
    strict: false,
    logger: false,
    validateSchema: false,
    inlineRefs: false,
    addUsedSchema: false,
    // `code` is for validators that are written to a file, which these never are.
    code: { regExp: Object.assign(watchedPattern, { code: 'watchedPattern' }) },
  });
  (addFormats as unknown as (one: Ajv2020) => void)(ajv);
  ajv.addSchema({ $id: DEFS, $defs: defs });
  const byText = new Map<string, ValidateFunction | undefined>();
  const byObject = new WeakMap<object, ValidateFunction>();

  const compile = (schema: Json): ValidateFunction | undefined => {
    const known = typeof schema === 'object' && schema !== null ? byObject.get(schema) : undefined;
    if (known !== undefined) return known;
    const text = JSON.stringify(schema);
    if (!byText.has(text)) {
      if (byText.size >= COMPILED_MAX) byText.clear();
      let made: ValidateFunction | undefined;
      try {
        made = bounded(() => ajv.compile(withReferences(schema) as JsonObject | boolean), COMPILE_MS_MAX);
      } catch (error) {
        if (error instanceof TookTooLong) throw error;
        // The document's problems are told by the contract engine; what cannot be compiled is not judged here.
        made = undefined;
      }
      byText.set(text, made);
    }
    const validate = byText.get(text);
    if (validate !== undefined && typeof schema === 'object' && schema !== null) byObject.set(schema, validate);
    return validate;
  };

  return {
    viewOf: (schema) => forRequests(root.$defs, schema),
    resolve: (ref) => (ref.startsWith('#/$defs/') ? defs[fromPointer(ref.slice(1))[1] ?? ''] : undefined),
    faultsOf: (schema, value): readonly SchemaFault[] => {
      const validate = compile(schema);
      if (validate === undefined || validate(value)) return [];
      return (validate.errors ?? []).map(({ keyword, instancePath }) => ({ keyword, place: instancePath }));
    },
  };
};
