import { isJsonObject, jsonTypeOf, sameJson } from '#core/json-types';
import type { Operators } from '#core/suite';
import type { Json } from '#core/units';
import { asText } from '#core/template';
import { durationMs, durationProblem } from '#engines/data/duration';
import { momentMs } from '#engines/data/moment';
import { matchRegex, regexProblem } from '#engines/functional/bounded-regex';
import { every, some } from '#engines/functional/element-operators';
import type { JudgeValue } from '#engines/functional/element-operators';
import { sorted, subset, unique } from '#engines/functional/list-operators';
import { misfit, outcome, told } from '#engines/functional/operator-outcome';
import type { OperatorFacts, OperatorOutcome } from '#engines/functional/operator-outcome';

export type OperatorName = keyof Operators;

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

/** A moment before now by more, or by less, than a duration; what lies in the future is newer than any. */
const age =
  (side: 'over' | 'under', holds: (ageMs: number, limitMs: number) => boolean) =>
  (value: Json, expected: Json, { nowMs, path }: OperatorFacts): OperatorOutcome => {
    if (typeof expected !== 'string') return misfit(`expected a duration as text, got ${jsonTypeOf(expected)}`);
    const limit = durationMs(expected);
    if (limit === undefined) return misfit(durationProblem(expected) ?? 'expected a duration');
    const moment = momentMs(value);
    if (moment === undefined)
      return misfit(
        `expected a time (RFC 3339 with its zone, an HTTP date, or seconds or milliseconds since 1970), got ${told(value, path)}`,
      );
    if (holds(nowMs - moment, limit)) return outcome(true);
    const seconds = String(Math.abs(Math.round((nowMs - moment) / 1000)));
    return misfit(
      `expected an age ${side} ${expected}, got a time ${seconds} s ${moment > nowMs ? 'from now' : 'ago'}`,
    );
  };

type OperatorFunction = (value: Json, expected: Json, facts: OperatorFacts) => OperatorOutcome;

/** Each operator on a value that is there; `exists` is decided before. TookTooLong comes through from those that may meet a stranger's expression. */
export const OPERATORS: { readonly [name in Exclude<OperatorName, 'exists'>]: OperatorFunction } = {
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
  sorted,
  unique,
  every: (value, expected, facts) => every(value, expected, facts, judgeValue),
  some: (value, expected, facts) => some(value, expected, facts, judgeValue),
  subset,
  olderThan: age('over', (ageMs, limitMs) => ageMs > limitMs),
  newerThan: age('under', (ageMs, limitMs) => ageMs < limitMs),
};

export const OPERATOR_NAMES = ['exists', ...Object.keys(OPERATORS)] as readonly OperatorName[];

const operatorOf = (name: string): OperatorFunction | undefined =>
  Object.hasOwn(OPERATORS, name) ? OPERATORS[name as keyof typeof OPERATORS] : undefined;

/** Judges a value by the operator of that name; what is not there fulfils `exists: false` alone. */
const judgeValue: JudgeValue = (name, value, expected, facts) => {
  if (name === 'exists') return outcome((value !== undefined) === expected);
  const operator = operatorOf(name);
  if (operator === undefined) return misfit(`expected an operator, got ${JSON.stringify(name)}`);
  return value === undefined ? misfit('expected a value, got none') : operator(value, expected, facts);
};
