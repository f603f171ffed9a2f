import { isJsonObject } from '#core/json-types';
import type { Json, JsonObject } from '#core/units';
import type { SeededRandom } from '#engines/data/seeded-random';
import { listOf, objectOf, textOf, type SchemaSource } from '../schema-source.ts';
import type { Branch } from './branches.ts';
import { counts, fieldCounts, fieldNames, fieldSchema, itemSchema, requiredNames } from './facets.ts';
import { makeValue } from './make-value.ts';
import type { Step } from './variations.ts';

/** Items or fields that are made to reach a limit. */
const COUNT_MAX = 200;
/** A field that no document declares. */
export const UNKNOWN_FIELD = 'assayUnknownField';

const step = (isValid: boolean, keyword: string, words: string, value: Json): Step => ({
  keyword,
  isValid,
  words,
  value,
});

const without = (object: JsonObject, name: string): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([one]) => one !== name));

/** A field with a default may be left out, whatever `required` says: servers fill it in. */
const hasDefault = (schema: Json): boolean => isJsonObject(schema) && 'default' in schema;

const nameSteps = (branch: Branch, base: JsonObject): Step[] => {
  const isClosed = branch.some((part) => part['additionalProperties'] === false);
  const names = branch.flatMap((part) => part['propertyNames'] ?? []);
  const odd = names.length > 0 ? ['!', 'UPPER lower 1', '', 'x'.repeat(300)] : [];
  return [
    ...(isClosed
      ? [
          step(false, 'additionalProperties', 'with a field that is not declared', {
            ...base,
            [UNKNOWN_FIELD]: 'example',
          }),
        ]
      : []),
    ...odd.map((name) =>
      step(false, 'propertyNames', `with a field named ${JSON.stringify(name.slice(0, 20))}`, {
        ...base,
        [name]: 'example',
      }),
    ),
    ...branch.flatMap((part) =>
      Object.entries(objectOf(part['dependentRequired'])).flatMap(([name, needed]) =>
        listOf(needed).flatMap((other) => {
          const missing = textOf(other);
          return missing === undefined || !(name in base)
            ? []
            : [step(false, 'dependentRequired', `${name} without ${missing}`, without(base, missing))];
        }),
      ),
    ),
  ];
};

const fieldCountSteps = (source: SchemaSource, random: SeededRandom, branch: Branch, base: JsonObject): Step[] => {
  const { min, max, hasMin } = fieldCounts(branch);
  const optional = Object.keys(base).filter((name) => !requiredNames(branch).includes(name));
  const less = optional.slice(0, Math.max(0, Object.keys(base).length - min + 1)).reduce(without, base);
  const steps =
    hasMin && Object.keys(less).length === min - 1
      ? [step(false, 'minProperties', `${String(min - 1)} fields, one too few`, less)]
      : [];
  if (!Number.isFinite(max) || max > COUNT_MAX) return steps;
  const more: { [name: string]: Json } = { ...base };
  const names = [...fieldNames(branch), ...Array.from({ length: max + 1 }, (_, at) => `extra${String(at + 1)}`)];
  for (const name of names) {
    if (Object.keys(more).length > max) break;
    if (name in more) continue;
    const value = makeValue({ source, random, fullness: 'small' }, fieldSchema(branch, name));
    if (value !== undefined) more[name] = value;
  }
  return [...steps, step(false, 'maxProperties', `${String(max + 1)} fields, one too many`, more)];
};

/** Steps of an object as a whole; those of its fields are steps of their own. */
export const objectSteps = (source: SchemaSource, random: SeededRandom, branch: Branch, base: JsonObject): Step[] => {
  const full = makeValue(
    { source, random, fullness: 'full' },
    branch.length === 1 ? (branch[0] ?? true) : { allOf: branch },
  );
  return [
    step(true, 'required', 'with required fields only', base),
    ...(full === undefined ? [] : [step(true, 'properties', 'with all fields', full)]),
    ...requiredNames(branch)
      .filter((name) => !hasDefault(fieldSchema(branch, name)))
      .map((name) => step(false, 'required', `without ${name}`, without(base, name))),
    ...nameSteps(branch, base),
    ...fieldCountSteps(source, random, branch, base),
  ];
};

const grown = (source: SchemaSource, random: SeededRandom, branch: Branch, length: number): Json | undefined => {
  const items: Json[] = [];
  const seen = new Set<string>();
  for (let tries = 0; items.length < length && tries < length * 6; tries += 1) {
    const item = makeValue(
      { source, random, fullness: tries === 0 ? 'small' : 'random' },
      itemSchema(branch, items.length),
    );
    if (item === undefined) return undefined;
    if (seen.has(JSON.stringify(item)) && branch.some((part) => part['uniqueItems'] === true)) continue;
    seen.add(JSON.stringify(item));
    items.push(item);
  }
  return items.length === length ? items : undefined;
};

/** Steps of a list as a whole. */
export const arraySteps = (
  source: SchemaSource,
  random: SeededRandom,
  branch: Branch,
  base: readonly Json[],
): Step[] => {
  const { min, max, hasMin } = counts(branch);
  const sized = (isValid: boolean, keyword: string, words: string, length: number): Step[] => {
    const value = length < 0 || length > COUNT_MAX ? undefined : grown(source, random, branch, length);
    return value === undefined ? [] : [step(isValid, keyword, words, value)];
  };
  const one = base[0] ?? makeValue({ source, random, fullness: 'small' }, itemSchema(branch, 0));
  const isUnique = branch.some((part) => part['uniqueItems'] === true);
  const contains = branch.some((part) => part['contains'] !== undefined);
  return [
    ...sized(true, 'minItems', `${String(min)} items`, min),
    ...sized(true, 'items', `${String(min + 1)} items`, min + 1),
    ...(hasMin ? sized(false, 'minItems', `${String(min - 1)} items, one too few`, min - 1) : []),
    ...(Number.isFinite(max)
      ? [
          ...sized(true, 'maxItems', `${String(max)} items`, max),
          ...sized(false, 'maxItems', `${String(max + 1)} items, one too many`, max + 1),
        ]
      : []),
    ...(isUnique && one !== undefined
      ? [
          step(
            false,
            'uniqueItems',
            'the same item twice',
            Array.from({ length: Math.max(2, min) }, () => one),
          ),
        ]
      : []),
    ...(contains
      ? [
          step(false, 'contains', 'without the item that it must contain', []),
          step(false, 'contains', 'without the item that it must contain', [null]),
        ]
      : []),
  ];
};
