/** Valid values of a schema. What is proposed here is kept only when the judge of schemas agrees. */
import { isJsonObject, setField } from '#core/json-types';
import type { Json } from '#core/units';
import type { SeededRandom } from '#engines/data/seeded-random';
import { listOf, numberOf, objectOf, type SchemaSource } from '../schema-source.ts';
import { branchesOf, type Branch } from './branches.ts';
import {
  chosenValues,
  counts,
  fieldCounts,
  fieldNames,
  fieldSchema,
  itemSchema,
  numberLimits,
  requiredNames,
  typesOf,
  type TypeName,
} from './facets.ts';
import { freeJson, freeObject } from './free-json.ts';
import { plainNumber, randomNumber } from './numbers.ts';
import { textFor } from './texts.ts';
import { textOfPattern } from '../pattern/text-of-pattern.ts';

/** `small`: what is required, plain; `full`: optional fields too, plain; `random`: anything that is allowed. */
export type Fullness = 'small' | 'full' | 'random';

export interface Making {
  readonly source: SchemaSource;
  readonly random: SeededRandom;
  readonly fullness: Fullness;
  /** Texts are drawn and not taken from examples, so that no two requests have the same. */
  readonly isFresh?: boolean;
  /** Names of fields that mean something to the API, for values that may be anything. */
  readonly words?: readonly string[];
  /** A value of one's own for a field, such as the id of something that exists. */
  readonly fill?: (name: string, schema: Json) => Json | undefined;
}

/** Levels with optional fields; below, only what is required is made. */
const OPTIONAL_DEPTH_MAX = 4;
const DEPTH_MAX = 24;
const ITEMS_MAX = 200;
/** Values made in one go: wide schemas with many levels end too. */
const VALUES_MAX = 3_000;
const TRIES = 8;

interface Visit {
  readonly depth: number;
  readonly budget: { left: number };
}

const deeper = (visit: Visit): Visit => ({ ...visit, depth: visit.depth + 1 });

const wantedNames = (making: Making, branch: Branch, visit: Visit): readonly string[] => {
  const required = requiredNames(branch);
  const { min, max } = fieldCounts(branch);
  const optional = fieldNames(branch).filter((name) => !required.includes(name) && fieldSchema(branch, name) !== false);
  const isOpen = making.fullness !== 'small' && visit.depth < OPTIONAL_DEPTH_MAX;
  const chosen = optional.filter(() => isOpen && (making.fullness === 'full' || making.random.next() < 0.5));
  const missing = optional
    .filter((name) => !chosen.includes(name))
    .slice(0, Math.max(0, min - required.length - chosen.length));
  const dependents = branch.flatMap((part) =>
    Object.entries(objectOf(part['dependentRequired'])).flatMap(([name, needed]) =>
      chosen.includes(name) || required.includes(name) ? listOf(needed).filter((one) => typeof one === 'string') : [],
    ),
  );
  return [...new Set([...required, ...dependents, ...missing, ...chosen])].slice(
    0,
    Math.max(required.length, Math.min(max, 200)),
  );
};

/** Names for fields beyond those that are declared, where so many are needed. */
const madeNames = (making: Making, branch: Branch, count: number): string[] => {
  const patterns = branch.flatMap((part) => Object.keys(objectOf(part['patternProperties'])));
  const nameSchemas = branch.flatMap((part) => part['propertyNames'] ?? []);
  return Array.from({ length: Math.min(count, ITEMS_MAX) }, (_, at): string => {
    const [pattern] = patterns;
    const [nameSchema] = nameSchemas;
    const made =
      nameSchema !== undefined
        ? makeAt({ ...making, fullness: 'random' }, nameSchema, { depth: DEPTH_MAX - 2, budget: { left: 50 } })
        : pattern !== undefined
          ? textOfPattern(pattern, making.random, { min: 1, max: 40 }, 6)
          : undefined;
    return typeof made === 'string' ? made : `extra${String(at + 1)}`;
  });
};

/** Nothing is said of the fields: any are right. */
const isFree = (branch: Branch): boolean =>
  fieldNames(branch).length === 0 &&
  requiredNames(branch).length === 0 &&
  branch.every(
    ({ additionalProperties: more = true, patternProperties, propertyNames, unevaluatedProperties }) =>
      (more === true || isEmpty(more)) &&
      patternProperties === undefined &&
      propertyNames === undefined &&
      unevaluatedProperties === undefined,
  );

const isEmpty = (schema: Json): boolean => isJsonObject(schema) && Object.keys(schema).length === 0;

const objectFor = (making: Making, branch: Branch, visit: Visit): Json | undefined => {
  if (making.fullness === 'random' && isFree(branch) && fieldCounts(branch).min === 0)
    return freeObject(making.random, making.words ?? []);
  const made: { [name: string]: Json } = {};
  const required = requiredNames(branch);
  const put = (name: string): boolean => {
    const schema = fieldSchema(branch, name);
    const value = making.fill?.(name, schema) ?? makeAt(making, schema, deeper(visit));
    if (value !== undefined) setField(made, name, value);
    return value !== undefined;
  };
  for (const name of wantedNames(making, branch, visit)) if (!put(name) && required.includes(name)) return undefined;
  const { min } = fieldCounts(branch);
  const isMap =
    fieldNames(branch).length === 0 &&
    branch.some((part) => isJsonObject(part['additionalProperties']) || part['patternProperties'] !== undefined);
  const wanted = Math.max(min, isMap && making.fullness !== 'small' && visit.depth < OPTIONAL_DEPTH_MAX ? 1 : 0);
  for (const name of madeNames(making, branch, wanted - Object.keys(made).length)) put(name);
  return made;
};

const arrayFor = (making: Making, branch: Branch, visit: Visit): Json | undefined => {
  const { min, max } = counts(branch);
  const contained = branch.flatMap((part) =>
    part['contains'] === undefined ? [] : [{ schema: part['contains'], min: numberOf(part['minContains']) ?? 1 }],
  );
  const needed = Math.max(
    min,
    contained.reduce((total, one) => total + one.min, 0),
  );
  const isOpen = making.fullness !== 'small' && visit.depth < OPTIONAL_DEPTH_MAX;
  const wanted = Math.max(needed, isOpen ? (making.fullness === 'full' ? 1 : making.random.int(0, 3)) : 0);
  const count = Math.min(wanted, max);
  if (count < needed || count > ITEMS_MAX) return undefined;
  const isUnique = branch.some((part) => part['uniqueItems'] === true);
  const extra = contained.flatMap((one) => Array.from({ length: one.min }, () => one.schema));
  const items: Json[] = [];
  const seen = new Set<string>();
  for (let at = 0; at < count; at += 1) {
    const schema = itemSchema(branch, at);
    const special = extra[at];
    let item: Json | undefined;
    for (let attempt = 0; attempt < (isUnique ? 30 : 1); attempt += 1) {
      const how = attempt === 0 ? making : { ...making, fullness: 'random' as const };
      item = makeAt(how, special === undefined ? schema : { allOf: [schema, special] }, deeper(visit), attempt);
      if (item === undefined || !seen.has(JSON.stringify(item))) break;
      item = undefined;
    }
    if (item === undefined) {
      if (at < needed) return undefined;
      break;
    }
    seen.add(JSON.stringify(item));
    items.push(item);
  }
  return items;
};

const ofType = (making: Making, branch: Branch, type: TypeName, visit: Visit): Json | undefined => {
  const { random, fullness } = making;
  switch (type) {
    case 'object':
      return objectFor(making, branch, visit);
    case 'array':
      return arrayFor(making, branch, visit);
    case 'string':
      return textFor(branch, random, fullness === 'random' || making.isFresh === true ? 'any' : 'plain');
    case 'integer':
    case 'number': {
      const limits = { ...numberLimits(branch), isInteger: type === 'integer' };
      return fullness === 'random' ? randomNumber(limits, random) : plainNumber(limits);
    }
    case 'boolean':
      return fullness === 'random' ? random.next() < 0.5 : true;
    case 'null':
      return null;
    default:
      return type satisfies never;
  }
};

const SILENT = new Set([
  'title',
  'description',
  'examples',
  'default',
  'deprecated',
  'readOnly',
  'writeOnly',
  '$comment',
]);
const saysNothing = (part: Branch[number]): boolean => Object.keys(part).every((keyword) => SILENT.has(keyword));

const ofBranch = (making: Making, branch: Branch, visit: Visit, attempt: number): Json | undefined => {
  if (making.fullness === 'random' && branch.every(saysNothing)) return freeJson(making.random, making.words ?? []);
  const chosen = chosenValues(branch);
  if (chosen !== undefined) {
    if (chosen.length === 0) return undefined;
    return making.fullness === 'random' ? making.random.pick(chosen) : (chosen.find((one) => one !== null) ?? null);
  }
  const types = [...typesOf(branch)].sort((a, b) => Number(a === 'null') - Number(b === 'null'));
  if (types.length === 0) return undefined;
  const first = making.fullness === 'random' ? making.random.int(0, types.length - 1) : attempt % types.length;
  for (let at = 0; at < types.length; at += 1) {
    const value = ofType(making, branch, types[(first + at) % types.length] ?? 'null', visit);
    if (value !== undefined) return value;
  }
  return undefined;
};

/** What the document itself gives for a plain value: an example or the default, where it is valid. Objects are made field by field. */
const givenValue = (making: Making, schema: Json, branch: Branch): Json | undefined =>
  branch
    .flatMap((part) => [
      ...listOf(part['examples']).slice(0, 1),
      ...(part['default'] === undefined ? [] : [part['default']]),
    ])
    .find((value) => value !== null && typeof value !== 'object' && making.source.faultsOf(schema, value).length === 0);

/** Anything that only the judge of the whole value can decide needs to be asked for while the value is made. */
const needsJudge = (branch: Branch): boolean =>
  branch.some(
    (part) =>
      part['not'] !== undefined ||
      part['maxContains'] !== undefined ||
      part['unevaluatedProperties'] !== undefined ||
      part['dependentSchemas'] !== undefined ||
      part['propertyNames'] !== undefined,
  );

const makeAt = (making: Making, schema: Json, visit: Visit, attempt = 0): Json | undefined => {
  visit.budget.left -= 1;
  if (visit.depth > DEPTH_MAX || visit.budget.left < 0) return undefined;
  const branches = branchesOf(making.source, schema);
  const isChoice = branches.length > 1;
  const given =
    making.fullness === 'random' || making.isFresh === true || attempt > 0
      ? undefined
      : givenValue(making, schema, branches[0] ?? []);
  if (given !== undefined) return given;
  const first = making.fullness === 'random' && isChoice ? making.random.int(0, branches.length - 1) : 0;
  for (let at = 0; at < branches.length; at += 1) {
    const branch = branches[(first + at) % branches.length] ?? [];
    const tries = needsJudge(branch) ? TRIES : 1;
    for (let count = 0; count < tries; count += 1) {
      const how =
        count === 0 ? making : { ...making, fullness: count % 2 === 1 ? ('random' as const) : ('small' as const) };
      const value = ofBranch(how, branch, visit, attempt + count);
      if (value === undefined) continue;
      if (!isChoice && tries === 1) return value;
      if (making.source.faultsOf(schema, value).length === 0) return value;
    }
  }
  return undefined;
};

/**
 * A value that is valid for a schema. Circular schemas end; a schema that nothing is valid for gives undefined, in bounded time.
 *
 * @returns undefined where none was found
 */
export const makeValue = (making: Making, schema: Json): Json | undefined => {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const fullness = attempt === 0 ? making.fullness : attempt === 1 ? 'small' : 'random';
    const value = makeAt({ ...making, fullness }, schema, { depth: 0, budget: { left: VALUES_MAX } }, attempt);
    if (value !== undefined && making.source.faultsOf(schema, value).length === 0) return value;
  }
  return undefined;
};
