/** A schema as alternatives, each of them a plain conjunction: references followed, `allOf` joined, `anyOf`, `oneOf` and `if` taken apart. */
import { isJsonObject } from '#core/json-types';
import type { Json, JsonObject } from '#core/units';
import { listOf, objectOf, textOf, type Part, type SchemaSource } from '../schema-source.ts';

/** A value is right for a branch when it is right for all of its parts. */
export type Branch = readonly Part[];

/** Alternatives kept of one schema: a choice of ten inside a choice of ten has a hundred. */
const BRANCHES_MAX = 24;
const REFS_MAX = 60;

const COMBINED = new Set([
  '$ref',
  '$dynamicRef',
  'allOf',
  'anyOf',
  'oneOf',
  'if',
  'then',
  'else',
  '$defs',
  'discriminator',
]);

const own = (schema: JsonObject): Part =>
  Object.fromEntries(Object.entries(schema).filter(([keyword]) => !COMBINED.has(keyword)));

const joined = (left: readonly Branch[], right: readonly Branch[]): Branch[] => {
  const all: Branch[] = [];
  // Diagonal by diagonal, so that the first alternatives of both come before the last of one.
  for (let sum = 0; sum < left.length + right.length - 1 && all.length < BRANCHES_MAX; sum += 1)
    for (let at = Math.max(0, sum - right.length + 1); at <= Math.min(sum, left.length - 1); at += 1)
      all.push([...(left[at] ?? []), ...(right[sum - at] ?? [])]);
  return all.slice(0, BRANCHES_MAX);
};

/** What a discriminator adds to one of its alternatives: the field that names it. */
const discriminated = (schema: JsonObject, option: Json): Part | undefined => {
  const discriminator = objectOf(schema['discriminator']);
  const name = textOf(discriminator['propertyName']);
  const ref = textOf(objectOf(option)['$ref']);
  if (name === undefined || ref === undefined) return undefined;
  const values = Object.entries(objectOf(discriminator['mapping'])).flatMap(([value, to]) =>
    to === ref ? [value] : [],
  );
  return values.length === 0 ? undefined : { properties: { [name]: { enum: values } }, required: [name] };
};

/** Alternatives that name themselves are believed: documents without a mapping have other values there than the schema's name. */
const saysItself = ({ source }: Walk, branch: Branch, schema: JsonObject): boolean => {
  const name = textOf(objectOf(schema['discriminator'])['propertyName']) ?? '';
  return branch.some((part) => {
    const field = objectOf(objectOf(part['properties'])[name]);
    const ref = textOf(field['$ref']);
    const target = ref === undefined ? field : objectOf(source.resolve(ref));
    return target['enum'] !== undefined || target['const'] !== undefined;
  });
};

interface Walk {
  readonly source: SchemaSource;
  readonly refs: readonly string[];
}

const ofChoice = (walk: Walk, schema: JsonObject, keyword: 'anyOf' | 'oneOf'): Branch[] | undefined => {
  if (!Array.isArray(schema[keyword])) return undefined;
  const perOption = listOf(schema[keyword]).map((option) => {
    const extra = discriminated(schema, option);
    const found = expanded(walk, option);
    return extra === undefined
      ? found
      : found.map((branch) => (saysItself(walk, branch, schema) ? branch : [...branch, extra]));
  });
  // One of each alternative first, then their own alternatives.
  const longest = Math.max(0, ...perOption.map((list) => list.length));
  return Array.from({ length: longest }, (_, at) => perOption.flatMap((list) => list.slice(at, at + 1)))
    .flat()
    .slice(0, BRANCHES_MAX);
};

const ofIf = (walk: Walk, schema: JsonObject): Branch[] | undefined => {
  const condition = schema['if'];
  if (condition === undefined) return undefined;
  const [then = true, otherwise = true] = [schema['then'], schema['else']];
  const isNot: Branch = [{ not: condition }];
  return [
    ...joined(expanded(walk, condition), expanded(walk, then)),
    ...joined([isNot], expanded(walk, otherwise)),
  ].slice(0, BRANCHES_MAX);
};

const expanded = (walk: Walk, schema: Json): Branch[] => {
  if (schema === false) return [];
  if (!isJsonObject(schema)) return [[]];
  let branches: Branch[] = [[own(schema)]];
  const ref = textOf(schema['$ref']) ?? textOf(schema['$dynamicRef']);
  if (ref !== undefined) {
    // A schema that refers to itself without a value in between says nothing more the second time.
    const target = walk.refs.includes(ref) || walk.refs.length > REFS_MAX ? true : walk.source.resolve(ref);
    if (target === undefined) return [];
    branches = joined(branches, expanded({ ...walk, refs: [...walk.refs, ref] }, target));
  }
  for (const part of listOf(schema['allOf'])) branches = joined(branches, expanded(walk, part));
  for (const choice of [ofChoice(walk, schema, 'oneOf'), ofChoice(walk, schema, 'anyOf'), ofIf(walk, schema)])
    if (choice !== undefined) branches = joined(branches, choice);
  return branches;
};

/** @returns at most 24 alternatives; none for a schema that nothing can be valid for, such as `false` */
export const branchesOf = (source: SchemaSource, schema: Json): readonly Branch[] =>
  expanded({ source, refs: [] }, schema).map((branch) => {
    const said = branch.filter((part) => Object.keys(part).length > 0);
    return said.length === 0 ? [{}] : said;
  });
