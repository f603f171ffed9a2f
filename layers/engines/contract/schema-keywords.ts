/** JSON Schema's keywords by the form of their values, and what each form must look like. */
import { isJsonObject, shortJson } from '#core/json-types';
import type { Json } from '#core/units';

interface Form {
  readonly expected: string;
  readonly holds: (value: Json) => boolean;
}

const NUMBER: Form = { expected: 'a number', holds: (value) => typeof value === 'number' };
const COUNT: Form = {
  expected: 'a whole number, 0 or more',
  holds: (value) => Number.isInteger(value) && (value as number) >= 0,
};
const POSITIVE: Form = {
  expected: 'a number greater than 0',
  holds: (value) => typeof value === 'number' && value > 0,
};
const FLAG: Form = { expected: 'true or false', holds: (value) => typeof value === 'boolean' };
const TEXT: Form = { expected: 'a text', holds: (value) => typeof value === 'string' };
const NAMES: Form = {
  expected: 'a list of names',
  holds: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string'),
};
const NAME_LISTS: Form = {
  expected: 'an object of lists of names',
  holds: (value) => isJsonObject(value) && Object.values(value).every((list) => NAMES.holds(list)),
};
const VALUES: Form = {
  expected: 'a list of at least one value',
  holds: (value) => Array.isArray(value) && value.length > 0,
};
const ANYTHING: Form = { expected: 'a value', holds: () => true };

/** Keywords that are taken over as they are. */
export const PLAIN_KEYWORDS: ReadonlyMap<string, Form> = new Map<string, Form>([
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'].map((name) => [name, NUMBER] as const),
  ...[
    'minLength',
    'maxLength',
    'minItems',
    'maxItems',
    'minProperties',
    'maxProperties',
    'minContains',
    'maxContains',
  ].map((name) => [name, COUNT] as const),
  ['multipleOf', POSITIVE],
  ...['uniqueItems', 'readOnly', 'writeOnly', 'deprecated'].map((name) => [name, FLAG] as const),
  ...['title', 'contentMediaType', 'contentEncoding', 'format'].map((name) => [name, TEXT] as const),
  ['required', NAMES],
  ['dependentRequired', NAME_LISTS],
  ['enum', VALUES],
  ['const', ANYTHING],
  ['default', ANYTHING],
]);

/** Keywords whose value is a schema; `in place` ones look at the same value as their owner. */
export const SCHEMA_KEYWORDS = [
  'additionalProperties',
  'contains',
  'propertyNames',
  'unevaluatedProperties',
  'unevaluatedItems',
  'contentSchema',
  'not',
  'if',
  'then',
  'else',
] as const;
export const SCHEMA_MAP_KEYWORDS = ['properties', 'patternProperties', 'dependentSchemas'] as const;
export const SCHEMA_LIST_KEYWORDS = ['allOf', 'anyOf', 'oneOf', 'prefixItems'] as const;

const TYPES = ['null', 'boolean', 'integer', 'number', 'string', 'array', 'object'];
const TYPES_EXPECTED = `one of ${TYPES.join(', ')}`;

/** Why a value is no `type`, or undefined. */
export const typeExpectation = (value: Json): string | undefined => {
  if (typeof value === 'string') return TYPES.includes(value) ? undefined : TYPES_EXPECTED;
  if (!Array.isArray(value) || value.length === 0) return TYPES_EXPECTED;
  return value.every((one) => typeof one === 'string' && TYPES.includes(one)) ? undefined : `${TYPES_EXPECTED} each`;
};

/** A pattern's regular expression: with flag `u` as JSON Schema asks, or without where only that can be read. */
export const readPattern = (source: string): RegExp | undefined => {
  for (const flags of ['u', '']) {
    try {
      return new RegExp(source, flags);
    } catch {
      // The other flags are tried, then the caller tells.
    }
  }
  return undefined;
};

/** Formats that are checked (ajv-formats 3, and those of OpenAPI's registry that say nothing about the text). */
export const KNOWN_FORMATS: ReadonlySet<string> = new Set(
  (
    'date time date-time duration uri uri-reference uri-template email hostname ipv4 ipv6 regex uuid json-pointer ' +
    'json-pointer-uri-fragment relative-json-pointer byte int32 int64 float double password binary'
  ).split(' '),
);

const PAIRS = [
  ['minimum', 'maximum'],
  ['minLength', 'maxLength'],
  ['minItems', 'maxItems'],
  ['minProperties', 'maxProperties'],
] as const;

/** Bounds that no value can keep, in words. */
export const impossibleBounds = (schema: { readonly [name: string]: Json }): readonly string[] =>
  PAIRS.filter(([low, high]) => {
    const [least, most] = [schema[low], schema[high]];
    return typeof least === 'number' && typeof most === 'number' && least > most;
  }).map(([low, high]) => `${low} of at most ${high} (${shortJson(schema[high])})`);
