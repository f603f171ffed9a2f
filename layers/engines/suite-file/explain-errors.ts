import type { ErrorObject } from 'ajv';
import { isJsonObject, pointerSegment, shortJson } from '#core/json-types';
import { nearestNames, suggestion } from '#core/nearest-name';
import type { Json, JsonObject } from '#core/units';

export interface SchemaProblem {
  readonly pointer: string;
  readonly message: string;
  readonly expected: string;
  readonly got: string;
  /** Whether the name of the field is at fault, or its value. */
  readonly at: 'key' | 'value';
}

const TYPE_WORDS: { readonly [type: string]: string } = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
  null: 'null',
};

const params = (error: ErrorObject): JsonObject => error.params as JsonObject;

const text = (value: Json | undefined): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : shortJson(value);

const knownFields = (error: ErrorObject): string[] => {
  const parent = error.parentSchema as { properties?: object } | undefined;
  return Object.keys(parent?.properties ?? {});
};

const quoted = (names: readonly unknown[]): string => names.map((name) => JSON.stringify(name)).join(', ');

type Explain = (error: ErrorObject, data: Json) => string;

const limits: { readonly [keyword: string]: string } = {
  minimum: 'at least',
  maximum: 'at most',
  exclusiveMinimum: 'more than',
  minLength: 'a text of at least this many characters:',
  maxLength: 'a text of at most this many characters:',
  minItems: 'a list of at least this many elements:',
  maxItems: 'a list of at most this many elements:',
  minProperties: 'an object of at least this many fields:',
  maxProperties: 'an object of at most this many fields:',
};

const describedBy = (error: ErrorObject): string | undefined => {
  const description = (error.parentSchema as { description?: string } | undefined)?.description;
  const sentence = description?.split('. ')[0]?.replace(/\.$/u, '');
  return sentence?.replace(/^[A-Z](?=[a-z])|^A(?= )/u, (first) => first.toLowerCase());
};

const EXPECTED: { readonly [keyword: string]: Explain } = {
  type: (error) => {
    const wanted = params(error)['type'];
    const types = (Array.isArray(wanted) ? wanted : [wanted]) as readonly string[];
    return types.map((type) => TYPE_WORDS[type] ?? type).join(' or ');
  },
  enum: (error) => `one of ${quoted(params(error)['allowedValues'] as readonly Json[])}`,
  const: (error) => shortJson(params(error)['allowedValue']),
  pattern: (error) => describedBy(error) ?? `text like ${text(params(error)['pattern'])}`,
  required: (error) => `the field "${text(params(error)['missingProperty'])}"`,
  dependentRequired: (error) =>
    `the field "${text(params(error)['missingProperty'])}" beside "${text(params(error)['property'])}"`,
  uniqueItems: () => 'each element once',
  'false schema': () => 'no such field here: it does not go with the fields beside it',
};

const expectedOf = (error: ErrorObject, data: Json): string => {
  const explain = EXPECTED[error.keyword];
  if (explain !== undefined) return explain(error, data);
  const limit = limits[error.keyword];
  return limit === undefined ? (error.message ?? error.keyword) : `${limit} ${text(params(error)['limit'])}`;
};

const SUBJECTS_ONE_OF: Explain = (error) => {
  const branches = (error.schema as readonly { required?: readonly string[] }[]).flatMap(
    (branch) => branch.required ?? [],
  );
  return `exactly one of ${quoted(branches)}`;
};

/** Nobody reads more names than these. */
const NAMES_MAX = 30;

const manyQuoted = (names: readonly string[]): string =>
  names.length <= NAMES_MAX
    ? quoted(names)
    : `${quoted(names.slice(0, NAMES_MAX))} and ${String(names.length - NAMES_MAX)} more`;

const gotFields = (data: Json): string =>
  isJsonObject(data)
    ? Object.keys(data).length === 0
      ? 'no fields'
      : `the fields ${manyQuoted(Object.keys(data))}`
    : shortJson(data, 80);

/** Keywords that only repeat what another error says better. */
const ECHOES = new Set(['if', 'allOf', 'anyOf', 'propertyNames', 'not']);

/** A list that is read at a glance is told whole; of a longer one the nearest names. */
const KNOWN_MAX = 6;
const NEAREST = 3;

const knownText = (name: string, known: readonly string[]): string =>
  known.length <= KNOWN_MAX
    ? `one of the fields ${quoted(known)}`
    : `a field such as ${quoted(nearestNames(name, known, NEAREST))}`;

const unknownField = (error: ErrorObject): SchemaProblem => {
  const name = text(params(error)['additionalProperty']);
  const known = knownFields(error);
  const expected = knownText(name, known);
  return {
    pointer: `${error.instancePath}/${pointerSegment(name)}`,
    message: `unknown field "${name}"${suggestion(name, known)}; expected ${expected}`,
    expected,
    got: `the field "${name}"`,
    at: 'key',
  };
};

const badName = (error: ErrorObject): SchemaProblem => {
  const name = error.propertyName ?? '';
  const expected =
    error.keyword === 'enum'
      ? `beside these fields only ${quoted(params(error)['allowedValues'] as readonly Json[])}`
      : `a field name: ${describedBy(error) ?? error.message ?? ''}`;
  return {
    pointer: `${error.instancePath}/${pointerSegment(name)}`,
    message: `expected ${expected}, got the field "${name}"`,
    expected,
    got: `the field "${name}"`,
    at: 'key',
  };
};

/**
 * Turns ajv's errors (made with `allErrors` and `verbose`) into sentences that say what was expected and what came.
 *
 * @param most after so many problems the rest is left unsaid: a hostile file has hundreds of thousands
 * @returns in the order of the file; nothing said twice
 */
export const explainErrors = (errors: readonly ErrorObject[], most = Infinity): SchemaProblem[] => {
  const problems = new Map<string, SchemaProblem>();
  for (const error of errors) {
    if (problems.size >= most) break;
    // The branches of a oneOf only say which fields would each have done; the oneOf itself says it in one sentence.
    if (ECHOES.has(error.keyword) || error.schemaPath.includes('/oneOf/')) continue;
    const problem = explainError(error);
    problems.set(`${problem.pointer} ${problem.message}`, problem);
  }
  return [...problems.values()];
};

const OPERATORS = 'an operator such as equals, exists, matches, contains, in, type, length, < or >';

/** A check that names what to look at but not what to expect of it. */
const lacksOperator = ({ keyword, data, params: { limit } }: ErrorObject): boolean =>
  keyword === 'minProperties' &&
  limit !== 1 &&
  isJsonObject(data) &&
  ['path', 'header', 'body'].some((subject) => Object.hasOwn(data, subject));

const explainError = (error: ErrorObject): SchemaProblem => {
  if (error.propertyName !== undefined) return badName(error);
  if (error.keyword === 'additionalProperties' || error.keyword === 'unevaluatedProperties') return unknownField(error);
  const data = (error.data ?? null) as Json;
  if (lacksOperator(error)) {
    const expected = `${OPERATORS} beside ${quoted(Object.keys(data ?? {}).filter((name) => name !== 'warn'))}`;
    const message = `expected ${expected}, got none`;
    return { pointer: error.instancePath, message, expected, got: 'none', at: 'value' };
  }
  const expected = error.keyword === 'oneOf' ? SUBJECTS_ONE_OF(error, data) : expectedOf(error, data);
  const about = ['required', 'oneOf', 'minProperties', 'maxProperties', 'dependentRequired'].includes(error.keyword);
  const got = about ? gotFields(data) : shortJson(data, 80);
  return { pointer: error.instancePath, message: `expected ${expected}, got ${got}`, expected, got, at: 'value' };
};
