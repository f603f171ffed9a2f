import { listOf, nodeOf, resolveRef, type Node } from './document.ts';

/** The JSON type that a schema asks for; of several, the first that is not null. */
export const typeOf = (schema: Node): string | undefined => {
  const type = schema['type'];
  const named: unknown = Array.isArray(type) ? (type as readonly unknown[]).find((one) => one !== 'null') : type;
  if (typeof named === 'string') return named;
  if (Object.keys(nodeOf(schema['properties'])).length > 0) return 'object';
  return schema['items'] === undefined ? undefined : 'array';
};

/** The schema with the parts of `allOf` in it. */
export const mergeAll = (root: Node, schema: Node, seen: ReadonlySet<unknown>): Node => {
  const parts = listOf(schema['allOf'])
    .map((one) => resolveRef(root, one))
    .filter((one) => !seen.has(one));
  if (parts.length === 0) return schema;
  const flat = parts.map((one) => mergeAll(root, one, new Set([...seen, one])));
  const { allOf: _allOf, ...own } = schema;
  const all = [...flat, own];
  return {
    ...(Object.assign({}, ...all) as Node),
    properties: Object.assign({}, ...all.map((one) => nodeOf(one['properties']))) as Node,
    required: [...new Set(all.flatMap((one) => listOf(one['required'])))],
  };
};

/** `anyOf: [X, {type: null}]` says that X may be null, nothing more. */
const nullableOnly = (root: Node, schema: Node): Node | undefined => {
  const [name, other] = schema['anyOf'] === undefined ? ['oneOf', 'anyOf'] : ['anyOf', 'oneOf'];
  const choices = listOf(schema[name]).map((one) => resolveRef(root, one));
  const real = choices.filter((one) => one['type'] !== 'null');
  const [only] = real;
  if (only === undefined || real.length !== 1 || schema[other] !== undefined) return undefined;
  const { [name]: _choices, ...rest } = schema;
  return { ...only, ...rest, ...(choices.length === 1 ? {} : { nullable: true }) };
};

/** A schema after its references, with `allOf` merged: what its fields and limits are. */
export const flatSchema = (root: Node, raw: unknown): Node => {
  const resolved = resolveRef(root, raw);
  const own = nullableOnly(root, resolved) ?? resolved;
  return mergeAll(root, own, new Set([resolved, own]));
};

export const isNullable = (schema: Node): boolean =>
  schema['nullable'] === true || schema['x-nullable'] === true || listOf(schema['type']).includes('null');

/** One of several schemas counts: what is said of fields holds for one of them only. */
export const isChoice = (schema: Node): boolean => schema['oneOf'] !== undefined || schema['anyOf'] !== undefined;

export const propertiesOf = (root: Node, schema: Node): [string, Node][] =>
  Object.entries(nodeOf(schema['properties'])).map(([name, raw]) => [name, flatSchema(root, raw)]);

export const requiredOf = (schema: Node): string[] =>
  listOf(schema['required']).filter((name): name is string => typeof name === 'string');

/** The fields that a body must have: those that only answers have are none of them. */
export const requiredFields = (root: Node, schema: Node): string[] => {
  const properties = nodeOf(schema['properties']);
  return requiredOf(schema).filter((name) => resolveRef(root, properties[name])['readOnly'] !== true);
};
