/**
 * Schemas that can be told to be right by looking at them. Compiling one takes a millisecond, and a suite of ten thousand cases may have
 * as many; what is plain is compiled only when an answer is there to be checked.
 */
import { isJsonObject } from '#core/json-types';
import type { Json, JsonObject } from '#core/units';
import { regexProblem } from '#engines/functional/bounded-regex';

type Holds = (value: Json, depth: number) => boolean;

/** Deeper ones are left to the compiler. */
const DEPTH_MAX = 50;

const TYPES = new Set(['null', 'boolean', 'integer', 'number', 'string', 'array', 'object']);

const anything: Holds = () => true;
const text: Holds = (value) => typeof value === 'string';
const truth: Holds = (value) => typeof value === 'boolean';
const number: Holds = (value) => typeof value === 'number';
const count: Holds = (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0;
const list: Holds = (value) => Array.isArray(value);

const isDistinct = (values: readonly Json[]): boolean => new Set(values).size === values.length;

const names: Holds = (value) =>
  Array.isArray(value) && value.every((item) => typeof item === 'string') && isDistinct(value);

const type: Holds = (value) =>
  typeof value === 'string'
    ? TYPES.has(value)
    : names(value, 0) &&
      (value as readonly string[]).length > 0 &&
      (value as readonly string[]).every((one) => TYPES.has(one));

const schema: Holds = (value, depth) =>
  typeof value === 'boolean' || (isJsonObject(value) && depth < DEPTH_MAX && holds(value, depth + 1));

const schemas: Holds = (value, depth) =>
  Array.isArray(value) && value.length > 0 && value.every((item) => schema(item as Json, depth));

const schemasByName: Holds = (value, depth) =>
  isJsonObject(value) && Object.entries(value).every(([name, item]) => name !== '__proto__' && schema(item, depth));

/** What the compiler takes without a doubt. A keyword that is not here is for the compiler to judge. */
const KEYWORDS = new Map<string, Holds>([
  ...['title', 'description', '$comment', 'format'].map((keyword) => [keyword, text] as const),
  ...['default', 'const', 'example'].map((keyword) => [keyword, anything] as const),
  ...['deprecated', 'readOnly', 'writeOnly', 'uniqueItems'].map((keyword) => [keyword, truth] as const),
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'].map((keyword) => [keyword, number] as const),
  ...['minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties'].map(
    (keyword) => [keyword, count] as const,
  ),
  ...['additionalProperties', 'items', 'not', 'contains', 'propertyNames'].map((keyword) => [keyword, schema] as const),
  ...['allOf', 'anyOf', 'oneOf'].map((keyword) => [keyword, schemas] as const),
  ['properties', schemasByName],
  ['required', names],
  ['type', type],
  ['examples', list],
  ['enum', (value) => Array.isArray(value) && value.length > 0],
  ['multipleOf', (value) => typeof value === 'number' && value > 0],
  ['pattern', (value) => typeof value === 'string' && regexProblem(value) === undefined],
]);

const holds = (value: JsonObject, depth: number): boolean =>
  Object.keys(value).every((keyword) => KEYWORDS.get(keyword)?.(value[keyword] as Json, depth) === true);

/**
 * Whether a JSON Schema (draft 2020-12) certainly compiles: known keywords alone, each with a value it may have, no names and no
 * references. False says nothing.
 */
export const isPlainSchema = (root: JsonObject): boolean => holds(root, 0);
