/** Ways into a schema view. */
import { isJsonObject } from '#core/json-types';
import type { Json, JsonObject } from '#core/units';
import type { SchemaView } from '#engines/contract/model';
import { sourceOf } from '#engines/contract/normalise-schema';

const PREFIX = '#/$defs/';
/** References upon references; `breakCycles` leaves none that go in a circle. */
const REFS_MAX = 100;

/** Name of the definition that a schema is a reference to. */
export const refName = (schema: Json): string | undefined => {
  const ref = isJsonObject(schema) ? schema['$ref'] : undefined;
  return typeof ref === 'string' && ref.startsWith(PREFIX) ? ref.slice(PREFIX.length) : undefined;
};

/** The view with its references followed: its schema has no `$ref` of its own, those inside it may. */
export const resolve = (view: SchemaView): SchemaView => {
  let { schema, pointer } = view;
  for (let step = 0; step < REFS_MAX; step += 1) {
    const name = refName(schema);
    if (name === undefined) break;
    schema = view.root.$defs[name] ?? true;
    pointer = sourceOf(schema) ?? pointer;
  }
  return schema === view.schema ? view : { schema, root: view.root, pointer };
};

/** A schema inside a view's schema, such as one of its properties, as a view. */
export const viewOf = (view: SchemaView, schema: Json): SchemaView => ({
  schema,
  root: view.root,
  pointer: sourceOf(schema) ?? view.pointer,
});

const refsIn = (schema: Json, found: Set<string>): void => {
  const open: Json[] = [schema];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const name = refName(next);
    if (name !== undefined) found.add(name);
    if (typeof next === 'object' && next !== null) open.push(...Object.values<Json>(next as JsonObject));
  }
};

/** The schema as one that stands alone: with those definitions, under `$defs`, that it leads to. */
export const selfContained = ({ schema, root }: SchemaView): JsonObject => {
  if (!isJsonObject(schema)) return schema === false ? { not: {} } : {};
  const names = new Set<string>();
  refsIn(schema, names);
  // A set that grows while it is gone through also gives what was added.
  for (const name of names) refsIn(root.$defs[name] ?? true, names);
  if (names.size === 0) return schema;
  return { ...schema, $defs: Object.fromEntries([...names].map((name) => [name, root.$defs[name] ?? true])) };
};
