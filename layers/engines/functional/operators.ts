import { isJsonObject, jsonTypeOf, sameJson } from '#core/json-types';
import type { Operators } from '#core/suite';
import type { Json } from '#core/units';
import { asText } from '#core/template';
import { matchRegex, regexProblem } from '#engines/functional/bounded-regex';

export type OperatorName = keyof Operators;

/** What one operator says of a value. */
export interface OperatorOutcome {
  readonly passed: boolean;
  /** Why not, where expected and got do not tell. */
  readonly message?: string;
}

const outcome = (passed: boolean): OperatorOutcome => ({ passed });
const misfit = (message: string): OperatorOutcome => ({ passed: false, message });

const asList = (value: Json): readonly Json[] => value as readonly Json[];

const contains = (value: Json, expected: Json): OperatorOutcome => {
  if (typeof value === 'string') {
    return typeof expected === 'string'
      ? outcome(value.includes(expected))
      : misfit('expected a text to look for in a text');
  }
  if (Array.isArray(value))
    return outcome(asList(value).some((item) => sameJson(item, expected) || hasFields(item, expected)));
  if (isJsonObject(value)) {
    return isJsonObject(expected)
      ? outcome(hasFields(value, expected))
      : misfit('expected an object of fields to look for in an object');
  }
  return misfit(`expected a text, list or object to look in, got ${jsonTypeOf(value)}`);
};

/** Each field of `expected` is in `value` with the same value; objects inside likewise. */
const hasFields = (value: Json, expected: Json): boolean =>
  isJsonObject(value) &&
  isJsonObject(expected) &&
  Object.entries(expected).every(([name, wanted]) => {
    const got = Object.hasOwn(value, name) ? value[name] : undefined;
    return got !== undefined && (sameJson(got, wanted) || hasFields(got, wanted));
  });

const lengthOf = (value: Json): number | undefined => {
  if (typeof value === 'string') return Array.from(value).length;
  if (Array.isArray(value)) return value.length;
  return isJsonObject(value) ? Object.keys(value).length : undefined;
};

const length = (value: Json, expected: Json): OperatorOutcome => {
  const got = lengthOf(value);
  if (got === undefined) return misfit(`expected a text, list or object that has a length, got ${jsonTypeOf(value)}`);
  if (typeof expected !== 'number') return misfit(`expected a number as length, got ${JSON.stringify(expected)}`);
  return got === expected ? outcome(true) : misfit(`expected length ${String(expected)}, got ${String(got)}`);
};

const compare =
  (holds: (order: number) => boolean) =>
  (value: Json, expected: Json): OperatorOutcome => {
    if (typeof value === 'number' && typeof expected === 'number') return outcome(holds(value - expected));
    if (typeof value === 'string' && typeof expected === 'string')
      return outcome(holds(value < expected ? -1 : value > expected ? 1 : 0));
    return misfit(`expected two numbers or two texts to compare, got ${jsonTypeOf(value)} and ${jsonTypeOf(expected)}`);
  };

const matches = (value: Json, expected: Json): OperatorOutcome => {
  if (typeof value !== 'string') return misfit(`expected a text to match, got ${jsonTypeOf(value)}`);
  const source = asText(expected);
  const problem = regexProblem(source);
  return problem === undefined ? outcome(matchRegex(source, value) !== null) : misfit(problem);
};

const isType = (value: Json, expected: Json): OperatorOutcome => {
  const type = jsonTypeOf(value);
  return outcome(type === expected || (expected === 'number' && type === 'integer'));
};

const isIn = (value: Json, expected: Json): OperatorOutcome =>
  Array.isArray(expected)
    ? outcome(asList(expected).some((item) => sameJson(item, value)))
    : misfit('expected a list of values');

/** Each operator on a value that is there; `exists` is decided before. TookTooLong comes through from `matches`. */
export const OPERATORS: {
  readonly [name in Exclude<OperatorName, 'exists'>]: (value: Json, expected: Json) => OperatorOutcome;
} = {
  equals: (value, expected) => outcome(sameJson(value, expected)),
  not: (value, expected) => outcome(!sameJson(value, expected)),
  contains,
  matches,
  in: isIn,
  type: isType,
  length,
  '<': compare((order) => order < 0),
  '<=': compare((order) => order <= 0),
  '>': compare((order) => order > 0),
  '>=': compare((order) => order >= 0),
};

export const OPERATOR_NAMES = ['exists', ...Object.keys(OPERATORS)] as readonly OperatorName[];

/** How a check reads in a report. */
export const OPERATOR_WORDS: { readonly [name in OperatorName]: string } = {
  equals: 'equals',
  not: 'is not',
  contains: 'contains',
  matches: 'matches',
  in: 'is one of',
  exists: 'exists',
  type: 'is of type',
  length: 'has length',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};
