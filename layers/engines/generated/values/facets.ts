/** What the parts of a branch say together about one value. */
import { jsonTypeOf, sameJson } from '#core/json-types';
import type { Json } from '#core/units';
import { matchesPattern } from '../pattern/watched-pattern.ts';
import { listOf, numberOf, objectOf, textOf } from '../schema-source.ts';
import type { Branch } from './branches.ts';

export const TYPE_NAMES = ['object', 'array', 'string', 'integer', 'number', 'boolean', 'null'] as const;
export type TypeName = (typeof TYPE_NAMES)[number];

const isTypeName = (name: Json): name is TypeName => (TYPE_NAMES as readonly Json[]).includes(name);

/** Types that keywords without a `type` are about. */
const ABOUT: readonly (readonly [TypeName, readonly string[]])[] = [
  [
    'object',
    [
      'properties',
      'required',
      'additionalProperties',
      'patternProperties',
      'minProperties',
      'maxProperties',
      'propertyNames',
      'unevaluatedProperties',
    ],
  ],
  ['array', ['items', 'prefixItems', 'contains', 'minItems', 'maxItems', 'uniqueItems']],
  ['string', ['pattern', 'minLength', 'maxLength']],
  ['number', ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']],
];

const typesOfPart = (type: Json | undefined): readonly TypeName[] | undefined => {
  if (type === undefined) return undefined;
  return (Array.isArray(type) ? (type as Json[]) : [type]).filter(isTypeName);
};

const both = (left: readonly TypeName[], right: readonly TypeName[]): TypeName[] => [
  ...new Set(
    left.flatMap((one): TypeName[] => {
      if (right.includes(one)) return [one];
      if (one === 'number' && right.includes('integer')) return ['integer'];
      return one === 'integer' && right.includes('number') ? ['integer'] : [];
    }),
  ),
];

/** Types that are said to be allowed, or undefined where nothing is said. */
export const statedTypes = (branch: Branch): readonly TypeName[] | undefined => {
  let types: readonly TypeName[] | undefined;
  for (const part of branch) {
    const more = typesOfPart(part['type']);
    if (more !== undefined) types = types === undefined ? more : both(types, more);
  }
  return types;
};

/** Types to draw from: those that are stated, else those that the keywords are about, else any. */
export const typesOf = (branch: Branch): readonly TypeName[] => {
  const stated = statedTypes(branch);
  if (stated !== undefined) return stated;
  const about = ABOUT.filter(([, keywords]) =>
    branch.some((part) => keywords.some((keyword) => part[keyword] !== undefined)),
  );
  if (about.length > 0) return about.map(([type]) => type);
  return branch.some((part) => part['format'] !== undefined)
    ? ['string']
    : ['string', 'integer', 'boolean', 'object', 'array', 'number', 'null'];
};

/** Values of `enum` and `const` that all parts allow; undefined where there are none of these keywords. */
export const chosenValues = (branch: Branch): readonly Json[] | undefined => {
  let values: readonly Json[] | undefined;
  for (const part of branch)
    for (const list of [
      part['enum'] === undefined ? undefined : listOf(part['enum']),
      'const' in part ? [part['const'] ?? null] : undefined,
    ]) {
      if (list === undefined) continue;
      values = values === undefined ? list : values.filter((one) => list.some((other) => sameJson(one, other)));
    }
  const types = statedTypes(branch);
  if (values === undefined || types === undefined) return values;
  return values.filter((value) => isOfType(value, types));
};

export const isOfType = (value: Json, types: readonly TypeName[]): boolean => {
  const type = jsonTypeOf(value);
  return types.includes(type) || (type === 'integer' && types.includes('number'));
};

const most = (branch: Branch, keyword: string): number | undefined => {
  const all = branch.flatMap((part) => numberOf(part[keyword]) ?? []);
  return all.length === 0 ? undefined : Math.max(...all);
};
const least = (branch: Branch, keyword: string): number | undefined => {
  const all = branch.flatMap((part) => numberOf(part[keyword]) ?? []);
  return all.length === 0 ? undefined : Math.min(...all);
};

export interface Span {
  readonly min: number;
  /** Infinity where nothing is said. */
  readonly max: number;
  readonly hasMin: boolean;
}

export const lengths = (branch: Branch): Span => spanOf(branch, 'minLength', 'maxLength');
export const counts = (branch: Branch): Span => spanOf(branch, 'minItems', 'maxItems');
export const fieldCounts = (branch: Branch): Span => spanOf(branch, 'minProperties', 'maxProperties');

const spanOf = (branch: Branch, min: string, max: string): Span => {
  const low = most(branch, min);
  return {
    min: Math.max(0, Math.ceil(low ?? 0)),
    max: Math.floor(least(branch, max) ?? Number.POSITIVE_INFINITY),
    hasMin: (low ?? 0) > 0,
  };
};

export interface NumberLimits {
  readonly min?: number;
  readonly max?: number;
  readonly above?: number;
  readonly below?: number;
  readonly multiples: readonly number[];
  readonly isInteger: boolean;
}

const FORMAT_LIMITS: { readonly [format: string]: readonly [number, number] } = {
  int32: [-2_147_483_648, 2_147_483_647],
  // Whole numbers beyond these are not told apart by JavaScript, and by most readers of JSON.
  int64: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
};

export const numberLimits = (branch: Branch): NumberLimits => {
  const types = typesOf(branch);
  const formats = branch.flatMap((part) => FORMAT_LIMITS[textOf(part['format']) ?? ''] ?? []);
  const min = most(branch, 'minimum');
  const max = least(branch, 'maximum');
  const above = most(branch, 'exclusiveMinimum');
  const below = least(branch, 'exclusiveMaximum');
  const [floor, ceiling] = [formats[0], formats[1]];
  const low = floor === undefined ? min : Math.max(floor, min ?? floor);
  const high = ceiling === undefined ? max : Math.min(ceiling, max ?? ceiling);
  return {
    ...(low === undefined ? {} : { min: low }),
    ...(high === undefined ? {} : { max: high }),
    ...(above === undefined ? {} : { above }),
    ...(below === undefined ? {} : { below }),
    multiples: [...new Set(branch.flatMap((part) => numberOf(part['multipleOf']) ?? []).filter((one) => one > 0))],
    isInteger: types.includes('integer') && !types.includes('number'),
  };
};

export const textsOf = (branch: Branch, keyword: string): readonly string[] => [
  ...new Set(branch.flatMap((part) => textOf(part[keyword]) ?? [])),
];

const matches = (pattern: string, name: string): boolean => matchesPattern(pattern, name) === true;

const joinedSchema = (schemas: readonly Json[]): Json => {
  const said = schemas.filter((one) => one !== true);
  if (said.includes(false)) return false;
  return said.length === 0 ? true : said.length === 1 ? (said[0] ?? true) : { allOf: said };
};

/** The schema of a field: what `properties`, `patternProperties` and `additionalProperties` of all parts say of it. */
export const fieldSchema = (branch: Branch, name: string): Json =>
  joinedSchema(
    branch.flatMap((part): Json[] => {
      const properties = objectOf(part['properties']);
      const named = Object.hasOwn(properties, name) ? [properties[name] ?? true] : [];
      const patterned = Object.entries(objectOf(part['patternProperties'])).flatMap(([pattern, schema]) =>
        matches(pattern, name) ? [schema] : [],
      );
      const found = [...named, ...patterned];
      return found.length === 0 && part['additionalProperties'] !== undefined ? [part['additionalProperties']] : found;
    }),
  );

export const fieldNames = (branch: Branch): readonly string[] => [
  ...new Set(branch.flatMap((part) => Object.keys(objectOf(part['properties'])))),
];

export const requiredNames = (branch: Branch): readonly string[] => [
  ...new Set(branch.flatMap((part) => listOf(part['required']).flatMap((name) => textOf(name) ?? []))),
];

/** The schema of the item at a place. */
export const itemSchema = (branch: Branch, index: number): Json =>
  joinedSchema(
    branch.flatMap((part): Json[] => {
      const prefix = listOf(part['prefixItems']);
      const found = index < prefix.length ? prefix[index] : part['items'];
      return found === undefined ? [] : [found];
    }),
  );
