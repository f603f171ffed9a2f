/** Texts of parameters as values of the types that their schema allows. */
import { isJsonObject, setField } from '#core/json-types';
import type { Json, JsonObject } from '#core/units';
import type { SchemaView } from '#engines/contract/model';
import { resolve, viewOf } from '#engines/contract/schema-view';

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/u;
/** A number that JSON has: none beyond all bounds. */
const isNumber = (text: string): boolean => NUMBER.test(text) && Number.isFinite(Number(text));
const DEPTH_MAX = 20;
const ALL = ['null', 'boolean', 'integer', 'number', 'string', 'array', 'object'] as const;

const parts = (schema: JsonObject): readonly Json[] =>
  ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) =>
    Array.isArray(schema[keyword]) ? (schema[keyword] as readonly Json[]) : [],
  );

/** Types that a schema allows at least somewhere; all of them when it says nothing. */
export const typesOf = (view: SchemaView, depth = 0): ReadonlySet<string> => {
  const { schema } = resolve(view);
  if (!isJsonObject(schema) || depth > DEPTH_MAX) return new Set(ALL);
  const type = schema['type'];
  if (typeof type === 'string') return new Set([type]);
  if (Array.isArray(type)) return new Set(type as readonly string[]);
  const values = schema['const'] === undefined ? schema['enum'] : [schema['const']];
  if (Array.isArray(values)) return new Set((values as readonly Json[]).map(typeOfValue));
  if (isJsonObject(schema['properties'])) return new Set(['object']);
  if (schema['items'] !== undefined) return new Set(['array']);
  const found = parts(schema).map((part) => typesOf(viewOf(view, part), depth + 1));
  const narrow = found.filter((types) => types.size < ALL.length);
  return narrow.length === 0 ? new Set(ALL) : new Set(narrow.flatMap((types) => [...types]));
};

const typeOfValue = (value: Json): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value;
};

/** A text as the value that the schema means by it; what fits no other type stays a text, and the schema says no. */
export const coerce = (view: SchemaView, text: string): Json => {
  const types = typesOf(view);
  if ((types.has('integer') || types.has('number')) && isNumber(text) && !types.has('string')) return Number(text);
  if (types.has('boolean') && !types.has('string') && (text === 'true' || text === 'false')) return text === 'true';
  if (types.has('null') && !types.has('string') && (text === 'null' || text === '')) return null;
  if (types.has('string')) return mixed(view, text, types);
  return text;
};

/** A text is wanted by `string` too: another type is meant only where the values that are listed say so. */
const mixed = (view: SchemaView, text: string, types: ReadonlySet<string>): Json => {
  const { schema } = resolve(view);
  const values = isJsonObject(schema) ? schema['enum'] : undefined;
  if (Array.isArray(values))
    return (values as readonly Json[]).find((value) => String(value as string) === text) ?? text;
  const union = isJsonObject(schema) ? parts(schema) : [];
  const isUnion = union.length > 0 && types.size < ALL.length;
  return isUnion && types.has('number') && isNumber(text) ? Number(text) : text;
};

/** Schema of the items of an array: of the first position where positions differ. */
export const itemView = (view: SchemaView, at: number): SchemaView => {
  const { schema } = resolve(view);
  if (!isJsonObject(schema)) return viewOf(view, true);
  const first = schema['prefixItems'];
  if (Array.isArray(first) && at < first.length) return viewOf(view, first[at] as Json);
  if (schema['items'] !== undefined) return viewOf(view, schema['items']);
  const inside = parts(schema).find((part) => typesOf(viewOf(view, part)).has('array'));
  return inside === undefined ? viewOf(view, true) : itemView(viewOf(view, inside), at);
};

/** Properties that a schema declares, those of its parts included. */
export const propertyViews = (view: SchemaView, depth = 0): ReadonlyMap<string, SchemaView> => {
  const { schema } = resolve(view);
  const found = new Map<string, SchemaView>();
  if (!isJsonObject(schema) || depth > DEPTH_MAX) return found;
  for (const part of parts(schema))
    for (const [name, one] of propertyViews(viewOf(view, part), depth + 1)) found.set(name, one);
  const own = schema['properties'];
  if (isJsonObject(own)) for (const [name, one] of Object.entries(own)) found.set(name, viewOf(view, one));
  return found;
};

/** Schema of one property: its own, or that of all others. */
export const propertyView = (view: SchemaView, name: string): SchemaView => {
  const own = propertyViews(view).get(name);
  if (own !== undefined) return own;
  const { schema } = resolve(view);
  const others = isJsonObject(schema) ? schema['additionalProperties'] : undefined;
  return viewOf(view, others ?? true);
};

export const coerceItems = (view: SchemaView, texts: readonly string[]): readonly Json[] =>
  texts.map((text, at) => coerce(itemView(view, at), text));

export const coerceFields = (view: SchemaView, fields: readonly (readonly [string, string])[]): JsonObject => {
  const made: { [name: string]: Json } = {};
  for (const [name, text] of fields) setField(made, name, coerce(propertyView(view, name), text));
  return made;
};
