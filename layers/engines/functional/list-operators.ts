/** Operators that look at the elements of a list. All are linear in the size of the list. */
import { fieldOf, isJsonObject, jsonTypeOf, sameJson, shortJson } from '#core/json-types';
import type { Json } from '#core/units';
import { bounded } from '#engines/functional/bounded';
import { applyPath } from '#engines/functional/json-path';
import { misfit, outcome, told } from '#engines/functional/operator-outcome';
import type { OperatorFacts, OperatorOutcome } from '#engines/functional/operator-outcome';

type ListOperator = (value: Json, expected: Json, facts: OperatorFacts) => OperatorOutcome;

const asList = (value: Json): readonly Json[] | undefined =>
  Array.isArray(value) ? (value as readonly Json[]) : undefined;

const noList = (value: Json): OperatorOutcome => misfit(`expected a list, got ${jsonTypeOf(value)}`);

/** One text for equal JSON values, whatever the order of fields: what makes the search for equal elements linear. */
const keyOf = (value: Json): string => {
  if (typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(keyOf).join(',')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const fields = Object.keys(value).sort();
  return `{${fields.map((name) => `${JSON.stringify(name)}:${keyOf(value[name] as Json)}`).join(',')}}`;
};

/** The part of an element that counts: a field by its name, or what a JSONPath (`$…`) finds; undefined when it is not there. */
const partOf = (element: Json, by: string | undefined): Json | undefined => {
  if (by === undefined) return element;
  if (!by.startsWith('$')) return isJsonObject(element) ? fieldOf(element, by) : undefined;
  const { singular, values } = applyPath(by, element);
  if (singular) return values[0];
  return values.length === 0 ? undefined : values;
};

const below = (index: number, by: string | undefined): string => {
  const name = by === undefined ? '' : by.startsWith('$') ? by.slice(1) : `.${by}`;
  return `[${String(index)}]${name}`;
};

const withoutPart = (index: number, by: string): OperatorOutcome => ({
  passed: false,
  at: below(index, by),
  message: `expected every element to have ${by}, element ${String(index)} has none`,
});

/** A JSONPath may be hostile, and there is one for each element: all of them together have the time of one. */
const inTime = <T>(by: string | undefined, work: () => T): T => (by?.startsWith('$') === true ? bounded(work) : work());

interface Order {
  readonly by: string | undefined;
  readonly descending: boolean;
}

const orderOf = (expected: Json): Order | undefined => {
  if (expected === 'ascending' || expected === 'descending')
    return { by: undefined, descending: expected === 'descending' };
  if (!isJsonObject(expected)) return undefined;
  const { by, order = 'ascending' } = expected;
  return typeof by === 'string' && (order === 'ascending' || order === 'descending')
    ? { by, descending: order === 'descending' }
    : undefined;
};

const isComparable = (value: Json): value is number | string => typeof value === 'number' || typeof value === 'string';

const orderedFrom = (list: readonly Json[], { by, descending }: Order, path: string): OperatorOutcome => {
  let before: number | string | undefined;
  for (const [index, element] of list.entries()) {
    const part = partOf(element, by);
    if (part === undefined) return withoutPart(index, by ?? '');
    const at = below(index, by);
    if (!isComparable(part) || (before !== undefined && typeof before !== typeof part)) {
      const kinds = `${before === undefined ? '' : `after a ${typeof before} `}element ${String(index)} is of type ${jsonTypeOf(part)}`;
      return { passed: false, at, got: part, message: `expected all numbers or all texts to compare, ${kinds}` };
    }
    if (before !== undefined && (descending ? before < part : before > part)) {
      const place = `${path}${at}`;
      const order = descending ? 'descending' : 'ascending';
      const message = `expected ${order} order${by === undefined ? '' : ` by ${by}`}, element ${String(index)} (${told(part, place)}) comes after element ${String(index - 1)} (${told(before, place)})`;
      return { passed: false, at, got: part, message };
    }
    before = part;
  }
  return outcome(true);
};

/** In order; equal neighbours are. Texts compare by their UTF-16 code units, as `<` does. */
export const sorted: ListOperator = (value, expected, { path }) => {
  const list = asList(value);
  const order = orderOf(expected);
  if (order === undefined)
    return misfit(`expected "ascending", "descending" or {by, order} to sort by, got ${shortJson(expected)}`);
  return list === undefined ? noList(value) : inTime(order.by, () => orderedFrom(list, order, path));
};

const firstTwins = (list: readonly Json[], by: string | undefined, path: string): OperatorOutcome => {
  const seen = new Map<string, number>();
  for (const [index, element] of list.entries()) {
    const part = partOf(element, by);
    if (part === undefined) return withoutPart(index, by ?? '');
    const key = keyOf(part);
    const first = seen.get(key);
    if (first !== undefined) {
      const at = below(index, by);
      const same = by === undefined ? 'are equal' : `have the same ${by}`;
      const message = `expected no two elements alike, elements ${String(first)} and ${String(index)} ${same}: ${told(part, `${path}${at}`)}`;
      return { passed: false, at, got: part, message };
    }
    seen.set(key, index);
  }
  return outcome(true);
};

/** No two elements alike, or alike in a field; `false` expects two that are. */
export const unique: ListOperator = (value, expected, { path }) => {
  const list = asList(value);
  if (typeof expected !== 'boolean' && typeof expected !== 'string')
    return misfit(`expected true, false or the name of a field, got ${shortJson(expected)}`);
  if (list === undefined) return noList(value);
  const by = typeof expected === 'string' ? expected : undefined;
  const found = inTime(by, () => firstTwins(list, by, path));
  if (expected !== false) return found;
  return found.passed
    ? misfit(`expected two equal elements, got ${String(list.length)} different ones`)
    : outcome(true);
};

const fieldsOutside = (value: { readonly [name: string]: Json }, all: Json, path: string): OperatorOutcome => {
  if (!isJsonObject(all)) return misfit(`expected an object to compare an object with, got ${jsonTypeOf(all)}`);
  for (const [name, got] of Object.entries(value)) {
    const wanted = fieldOf(all, name);
    if (wanted !== undefined && sameJson(got, wanted)) continue;
    const at = `[${JSON.stringify(name)}]`;
    const allowed = wanted === undefined ? 'no such field' : told(wanted, `${path}${at}`);
    return {
      passed: false,
      at,
      got,
      message: `field ${JSON.stringify(name)} is ${told(got, `${path}${at}`)}, expected ${allowed}`,
    };
  }
  return outcome(true);
};

/** Every element of the list, or every field of the object with its value, is found in `expected`. */
export const subset: ListOperator = (value, expected, { path }) => {
  if (isJsonObject(value)) return fieldsOutside(value, expected, path);
  const list = asList(value);
  const all = asList(expected);
  if (list === undefined) return misfit(`expected a list or an object, got ${jsonTypeOf(value)}`);
  if (all === undefined) return misfit(`expected a list to compare a list with, got ${jsonTypeOf(expected)}`);
  const known = new Set(all.map(keyOf));
  const index = list.findIndex((element) => !known.has(keyOf(element)));
  if (index < 0) return outcome(true);
  const got = list[index] as Json;
  const at = below(index, undefined);
  const message = `element ${String(index)} (${told(got, `${path}${at}`)}) is none of the ${String(all.length)} expected ones`;
  return { passed: false, at, got, message };
};
