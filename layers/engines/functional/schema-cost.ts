import { isJsonObject } from '#core/json-types';
import type { Json } from '#core/units';

/** Keywords that say nothing of the value, or compare it with something of fixed size. */
const PLAIN = new Set(
  (
    '$schema $comment title description default example examples deprecated readOnly writeOnly nullable type minimum maximum ' +
    'exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength minItems maxItems minProperties maxProperties minContains maxContains'
  ).split(' '),
);
/** Keywords whose list the value, or each of its fields, is compared with. */
const LISTS = new Set(['enum', 'required']);
const ONE_SCHEMA = new Set(
  'additionalProperties items additionalItems contains not if then else propertyNames'.split(' '),
);
const SCHEMAS = new Set(['properties', 'prefixItems', 'items', 'allOf', 'anyOf', 'oneOf']);
/** Formats that ajv-formats 3 looks at once, from left to right. */
const FORMATS = new Set('date time date-time uuid email ipv4 int32 int64 float double byte binary password'.split(' '));

const sum = (costs: readonly number[]): number => costs.reduce((total, cost) => total + cost, 0);

const keywordCost = (keyword: string, value: Json): number => {
  if (PLAIN.has(keyword)) return 1;
  if (keyword === 'const') return JSON.stringify(value).length;
  if (keyword === 'format') return typeof value === 'string' && FORMATS.has(value) ? 1 : Infinity;
  if (LISTS.has(keyword) && Array.isArray(value)) return JSON.stringify(value).length;
  if (SCHEMAS.has(keyword) && (keyword === 'properties' || Array.isArray(value)))
    return sum(Object.values(value ?? {}).map((item) => 1 + schemaCost(item as Json)));
  return ONE_SCHEMA.has(keyword) ? schemaCost(value) : Infinity;
};

/**
 * Steps that a schema takes for one byte of a value at most. Infinity where the time is not in proportion to both: regular expressions
 * can backtrack, references can recur, `uniqueItems` compares all with all; and for every keyword that is not known here.
 */
export const schemaCost = (schema: Json): number => {
  if (typeof schema === 'boolean') return 1;
  if (!isJsonObject(schema)) return Infinity;
  return 1 + sum(Object.entries(schema).map(([keyword, value]) => keywordCost(keyword, value)));
};
