import type { Json, JsonObject } from '#core/units';
import { TookTooLong } from '#engines/functional/bounded';
import { checkSchema, schemaProblem } from '#engines/functional/schema-checks';
import { nodeOf, type ApiDocument, type Node } from './document.ts';
import { isIdName } from './resources.ts';
import { requestSchema } from './response-schema.ts';
import { givenSample, givenValue, sampleOf, type Sampling } from './sample.ts';
import { flatSchema, requiredOf, typeOf } from './schema-view.ts';
import type { RequestBody } from './bodies.ts';

/** Says whether a value satisfies a body's schema; undefined when that cannot be told. */
export type Judge = (value: Json) => boolean | undefined;

const BRACES = /^\\\{\{/;
/** Values as they will be sent: escaped braces are plain ones. */
const unescaped = (value: Json): Json => {
  if (typeof value === 'string') return value.replace(BRACES, '{{');
  if (Array.isArray(value)) return (value as readonly Json[]).map(unescaped);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value as JsonObject).map(([name, one]) => [name, unescaped(one)]));
};

export const judgeOf = (document: ApiDocument, schema: Node): Judge => {
  const converted = requestSchema(document, schema);
  if (converted === undefined || schemaProblem(converted) !== undefined) return () => undefined;
  return (value) => {
    try {
      return checkSchema(converted, unescaped(value)).count === 0;
    } catch (error) {
      if (error instanceof TookTooLong) return undefined;
      throw error;
    }
  };
};

/** What stands for a value that only a run knows: its own id is in it, so that no two runs or cases collide. */
const UNIQUE_NAMES = /^(?:e-?mail(?:address)?|user-?_?name|login|nick-?_?name|slug|handle)$/i;
const UNIQUE_WHERE_CONFLICTS = /^(?:name|title|code|sku|key|number|reference|externalid|external_id)$/i;
/** `r` and 26 characters; the id of a case has at most 63. */
const RUN_ID_LENGTH = 27;

/** A text that no other case and no other run sends, for fields that must not occur twice; undefined where the field is none of those. */
export const uniqueText = (name: string, schema: Node, hasConflict: boolean): string | undefined => {
  const isUnique = UNIQUE_NAMES.test(name) || (hasConflict && UNIQUE_WHERE_CONFLICTS.test(name));
  const isText = typeOf(schema) === 'string' && schema['enum'] === undefined && schema['const'] === undefined;
  if (!isUnique || !isText || schema['pattern'] !== undefined) return undefined;
  const max = Number(schema['maxLength'] ?? Infinity);
  if (schema['format'] === 'email' || /mail/i.test(name))
    return max >= 120 ? '{{run.id}}@{{run.case}}.example.com' : undefined;
  if (schema['format'] !== undefined) return undefined;
  if (max >= RUN_ID_LENGTH + 64) return '{{run.id}}-{{run.case}}';
  return undefined;
};

export interface BodyValue {
  readonly value: Json;
  /** The same with plain values instead of variables: what a schema can be held against. */
  readonly plain: Json;
  /** False when no value was found that satisfies the schema. */
  readonly isValid: boolean;
}

const withoutUnknownIds = (schema: Node, value: Json, known: ReadonlySet<string>): Json => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const required = new Set(requiredOf(schema));
  return Object.fromEntries(
    Object.entries(value as JsonObject).filter(([name]) => required.has(name) || !isIdName(name) || known.has(name)),
  );
};

/** A body that the schema allows: the document's example where it satisfies its own schema, else one that is made up. */
export const bodyValue = (body: RequestBody, sampling: Sampling, judge: Judge): BodyValue => {
  const { root } = sampling;
  const schema = flatSchema(root, body.schema);
  const filled = new Set<string>();
  const fill: Sampling['fill'] = (name, one) => {
    const value = sampling.fill?.(name, one);
    if (value !== undefined) filled.add(name);
    return value;
  };
  const own: Sampling = { ...sampling, fill };
  const plainly: Sampling = { root, ...(sampling.full === true ? { full: true } : {}) };
  const examples = sampling.full === true ? [] : [body.example, givenValue(schema)].filter((one) => one !== undefined);
  for (const example of examples) {
    const plain = givenSample(plainly, schema, example);
    if (judge(plain) === false) continue;
    return { value: givenSample(own, schema, example), plain, isValid: true };
  }
  const value = withoutUnknownIds(schema, sampleOf(own, body.schema), filled);
  const plain = withoutUnknownIds(schema, sampleOf(plainly, body.schema), filled);
  return { value, plain, isValid: judge(plain) !== false };
};

/** Fields of a form, each a text, number, true/false or a list of them. */
export const formFields = (value: Json): { [name: string]: Json } =>
  Object.fromEntries(Object.entries(nodeOf(value) as JsonObject).map(([name, one]) => [name, parameterValue(one)]));

type Plain = string | number | boolean;
export const plainValue = (value: Json): Plain =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : JSON.stringify(value);

/** A list repeats the name; objects are sent as their JSON. */
export const parameterValue = (value: Json): Json =>
  Array.isArray(value) ? (value as readonly Json[]).map(plainValue) : value === null ? 'example' : plainValue(value);
