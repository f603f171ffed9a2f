/**
 * References that come back to their beginning without going into the value, such as `allOf: [{ $ref: self }]`: no value can be checked
 * against them in finite time. The reference that closes such a circle is taken out, and told.
 *
 * A union whose members build on it (`Pet: oneOf [Cat]`, `Cat: allOf [Pet]`) is the one that people write: there the member builds on
 * the union's other keywords.
 */
import { isJsonObject } from '#core/json-types';
import type { Json, JsonObject } from '#core/units';
import type { Reading } from '#engines/contract/media';
import { noteSource, sourceOf } from '#engines/contract/normalise-schema';

const LISTS = ['allOf', 'anyOf', 'oneOf'] as const;
const SINGLES = ['not', 'if', 'then', 'else'] as const;
const UNION = new Set(['oneOf', 'anyOf', 'discriminator']);

const prefix = '#/$defs/';

/** Names of definitions that a schema refers to without going into the value. */
export const inPlaceRefs = (schema: Json): readonly string[] => {
  if (!isJsonObject(schema)) return [];
  const ref = schema['$ref'];
  const own = typeof ref === 'string' ? [ref.slice(prefix.length)] : [];
  const below = [
    ...LISTS.flatMap((name) => (Array.isArray(schema[name]) ? (schema[name] as readonly Json[]) : [])),
    ...SINGLES.flatMap((name) => (schema[name] === undefined ? [] : [schema[name]])),
    ...(isJsonObject(schema['dependentSchemas']) ? Object.values(schema['dependentSchemas']) : []),
  ];
  return [...own, ...below.flatMap(inPlaceRefs)];
};

/** The schema with every in-place reference to one definition replaced. */
const replaced = (schema: Json, name: string, by: Json): Json => {
  if (!isJsonObject(schema)) return schema;
  if (schema['$ref'] === prefix + name) return by;
  const made: { [keyword: string]: Json } = { ...schema };
  for (const list of LISTS) {
    const found = schema[list];
    if (Array.isArray(found)) made[list] = (found as readonly Json[]).map((one) => replaced(one, name, by));
  }
  for (const single of SINGLES) {
    const found = schema[single];
    if (found !== undefined) made[single] = replaced(found, name, by);
  }
  const dependent = schema['dependentSchemas'];
  if (isJsonObject(dependent))
    made['dependentSchemas'] = Object.fromEntries(
      Object.entries(dependent).map(([key, one]) => [key, replaced(one, name, by)]),
    );
  const source = sourceOf(schema);
  return source === undefined ? made : noteSource(made, source);
};

const withoutUnion = (schema: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(schema).filter(([keyword]) => !UNION.has(keyword)));

/** The union's keywords without its members, under a name of its own; undefined where the circle goes another way. */
const plainOf = (name: string, defs: { [name: string]: Json }): Json | undefined => {
  const schema = defs[name];
  if (!isJsonObject(schema) || (schema['oneOf'] === undefined && schema['anyOf'] === undefined)) return undefined;
  const plain = withoutUnion(schema);
  if (inPlaceRefs(plain).length > 0) return undefined;
  const own = `${name}.members`;
  const source = sourceOf(schema);
  defs[own] ??= source === undefined ? plain : noteSource(plain, source);
  return { $ref: prefix + own };
};

type State = 'open' | 'done';

/** Takes out every circle below one definition, without recursion: a chain of references may be long. */
const visit = (
  first: string,
  defs: { [name: string]: Json },
  states: Map<string, State>,
  tell: (from: string, to: string) => void,
): void => {
  const path: { readonly name: string; readonly next: string[] }[] = [];
  const enter = (name: string): void => {
    states.set(name, 'open');
    path.push({ name, next: [...new Set(inPlaceRefs(defs[name] ?? true))] });
  };
  enter(first);
  for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
    const target = last.next.pop();
    if (target === undefined) {
      states.set(last.name, 'done');
      path.pop();
    } else if (states.get(target) === 'open') {
      const plain = plainOf(target, defs);
      if (plain === undefined) tell(last.name, target);
      defs[last.name] = replaced(defs[last.name] ?? true, target, plain ?? true);
    } else if (!states.has(target)) enter(target);
  }
};

export const breakCycles = ({ reader, schemas }: Reading): void => {
  const defs = schemas.root.$defs;
  const states = new Map<string, State>();
  const tell = (from: string, to: string): void => {
    const pointer = sourceOf(defs[from]) ?? '';
    reader.report(pointer, 'a schema that does not build on itself', `a reference back to ${sourceOf(defs[to]) ?? to}`);
  };
  for (const name of Object.keys(defs)) if (!states.has(name)) visit(name, defs, states, tell);
};
