/** `every` and `some`: operators applied to each element of a list. */
import { isJsonObject, jsonTypeOf, shortJson } from '#core/json-types';
import type { Json, JsonObject } from '#core/units';
import { EVALUATION_MS_MAX, bounded } from '#engines/functional/bounded';
import { applyPath } from '#engines/functional/json-path';
import { isHidden, misfit, outcome, told } from '#engines/functional/operator-outcome';
import type { OperatorFacts, OperatorOutcome } from '#engines/functional/operator-outcome';
import { operatorWords } from '#engines/functional/operator-words';
import type { OperatorName } from '#engines/functional/operators';

/** Judges one value, or the lack of one, by one operator. */
export type JudgeValue = (
  name: string,
  value: Json | undefined,
  expected: Json,
  facts: OperatorFacts,
) => OperatorOutcome;

/** Honest conditions take some microseconds an element; a list of a million is still broken off here. */
const MS_OF_ELEMENT = 0.05;
const LIST_MS_MAX = 2000;

/** Elements that a message tells of one by one. */
const ELEMENTS_TOLD = 3;

interface Misfit extends OperatorOutcome {
  readonly at: string;
  readonly message: string;
}

const pathOf = (operators: JsonObject): string | undefined => {
  const path = operators['path'];
  return typeof path === 'string' ? path : undefined;
};

const valueAt = (element: Json, path: string | undefined): { value: Json | undefined; many: boolean } => {
  if (path === undefined) return { value: element, many: false };
  const { singular, values } = applyPath(path, element);
  if (singular) return { value: values[0], many: false };
  return { value: values.length === 0 ? undefined : values, many: true };
};

/** What was found and what was expected, in words. */
const reason = (name: string, expected: Json, value: Json | undefined, place: string, message?: string): string => {
  if (value === undefined) return name === 'exists' ? 'is not there' : 'has no value';
  if (message !== undefined) return `(${told(value, place)}): ${message}`;
  return `is ${told(value, place)}${isHidden(place) ? '' : `, expected ${operatorWords(name as OperatorName, expected)}`}`;
};

/** Why an element does not hold: the first of its operators that does not. */
const misfitOf = (
  element: Json,
  index: number,
  operators: JsonObject,
  facts: OperatorFacts,
  judge: JudgeValue,
): Misfit | undefined => {
  const path = pathOf(operators);
  const { value, many } = valueAt(element, path);
  const at = `[${String(index)}]${path?.slice(1) ?? ''}`;
  const place = `${facts.path}${at}`;
  for (const [name, expected] of Object.entries(operators)) {
    if (name === 'path') continue;
    const found = judge(name, value, expected, { ...facts, path: place });
    if (found.passed) continue;
    const got = found.at === undefined ? value : found.got;
    const words = `element ${String(index)}${path === undefined ? '' : ` at ${path}`}`;
    return {
      passed: false,
      at: `${at}${many ? '' : (found.at ?? '')}`,
      message: `${words} ${reason(name, expected, value, place, found.message)}`,
      ...(got === undefined ? {} : { got }),
    };
  }
  return undefined;
};

const andMore = (count: number): string => (count > 0 ? ` (and ${String(count)} more)` : '');

type ElementOperator = (value: Json, expected: Json, facts: OperatorFacts, judge: JudgeValue) => OperatorOutcome;

/** Refuses what is no list or holds no operator: nothing to judge by would always hold. */
const guarded =
  (
    work: (list: readonly Json[], operators: JsonObject, facts: OperatorFacts, judge: JudgeValue) => OperatorOutcome,
  ): ElementOperator =>
  (value, expected, facts, judge) => {
    if (!isJsonObject(expected) || Object.keys(expected).every((name) => name === 'path'))
      return misfit(`expected operators for the elements, got ${shortJson(expected)}`);
    if (!Array.isArray(value)) return misfit(`expected a list, got ${jsonTypeOf(value)}`);
    // Each element may meet a regular expression or JSONPath: all of them together have little more than the time of one.
    const list = value as readonly Json[];
    const limitMs = Math.min(LIST_MS_MAX, Math.ceil(EVALUATION_MS_MAX + list.length * MS_OF_ELEMENT));
    return bounded(() => work(list, expected, facts, judge), limitMs);
  };

/** Every element holds; an empty list does. */
export const every: ElementOperator = guarded((list, operators, facts, judge) => {
  const misfits = list.flatMap((element, index) => misfitOf(element, index, operators, facts, judge) ?? []);
  const [first] = misfits;
  if (first === undefined) return outcome(true);
  return { ...first, message: `of ${String(list.length)} elements ${first.message}${andMore(misfits.length - 1)}` };
});

/** At least one element holds; an empty list has none. */
export const some: ElementOperator = guarded((list, operators, facts, judge) => {
  const messages: string[] = [];
  for (const [index, element] of list.entries()) {
    const found = misfitOf(element, index, operators, facts, judge);
    if (found === undefined) return outcome(true);
    if (messages.length < ELEMENTS_TOLD) messages.push(found.message);
  }
  if (list.length === 0) return misfit('expected at least one element that holds, got an empty list');
  return misfit(
    `none of ${String(list.length)} elements holds: ${messages.join('; ')}${andMore(list.length - messages.length)}`,
  );
});
