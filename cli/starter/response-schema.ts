import type { Json, JsonObject } from '#core/units';
import { isNode, listOf, pointTo, resolveRef, type ApiDocument, type Node } from './document.ts';

/** A starter suite is read by people: a larger schema is cut to its outermost level. */
const SCHEMA_BYTES_MAX = 20_000;
const NODES_MAX = 3_000;

const COPIED = [
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
  'multipleOf',
  'const',
] as const;
const SUBSCHEMAS = ['items', 'not', 'additionalProperties', 'contains', 'propertyNames'] as const;
const LISTS = ['allOf', 'anyOf', 'oneOf'] as const;
const FORMATS = new Set(['date-time', 'date', 'uuid', 'email', 'uri', 'ipv4', 'ipv6']);

class TooLarge extends Error {}

interface Conversion {
  readonly root: Node;
  /** Fields of the other side are in no body of this one, whatever `required` says. */
  readonly foreign: 'writeOnly' | 'readOnly';
  readonly definitions: Map<string, JsonObject | undefined>;
  readonly names: Map<string, string>;
  nodes: number;
}

const isPattern = (text: unknown): text is string => {
  if (typeof text !== 'string') return false;
  try {
    return new RegExp(text, 'u').source !== '';
  } catch {
    return false;
  }
};

const typesOf = (schema: Node): Json | undefined => {
  const type = schema['type'];
  if (typeof type === 'string') {
    if (type === 'file') return undefined;
    return schema['nullable'] === true || schema['x-nullable'] === true ? [type, 'null'] : type;
  }
  return Array.isArray(type) ? type.filter((one) => typeof one === 'string') : undefined;
};

const limitsOf = (schema: Node): { [name: string]: Json } => {
  const limits: { [name: string]: Json } = {};
  for (const [name, exclusive] of [
    ['minimum', 'exclusiveMinimum'],
    ['maximum', 'exclusiveMaximum'],
  ] as const) {
    const [limit, other] = [schema[name], schema[exclusive]];
    if (typeof other === 'number') limits[exclusive] = other;
    if (typeof limit === 'number') limits[other === true ? exclusive : name] = limit;
  }
  return limits;
};

const requiredOf = (schema: Node, { foreign, root }: Conversion): string[] => {
  const properties = isNode(schema['properties']) ? schema['properties'] : {};
  return [...new Set(listOf(schema['required']))].filter(
    (name): name is string => typeof name === 'string' && resolveRef(root, properties[name])[foreign] !== true,
  );
};

const referenced = (ref: string, conversion: Conversion): JsonObject => {
  const known = conversion.names.get(ref);
  if (known !== undefined) return { $ref: `#/$defs/${known}` };
  const target = pointTo(conversion.root, ref);
  if (target === undefined) return {};
  const base = (ref.split('/').at(-1) ?? 'schema').replaceAll(/[^A-Za-z0-9_]/g, '_').slice(0, 60);
  const taken = new Set(conversion.names.values());
  const name = taken.has(base) ? `${base}_${String(taken.size)}` : base;
  conversion.names.set(ref, name);
  conversion.definitions.set(name, undefined);
  conversion.definitions.set(name, convert(target, conversion));
  return { $ref: `#/$defs/${name}` };
};

const combinators = (schema: Node, conversion: Conversion): { [name: string]: Json } => {
  const result: { [name: string]: Json } = {};
  for (const name of SUBSCHEMAS) if (isNode(schema[name])) result[name] = convert(schema[name], conversion);
  for (const name of LISTS) {
    const list = listOf(schema[name]).filter(isNode);
    // A discriminator chooses one of several that often look alike: more than one may match.
    if (list.length > 0) result[name === 'oneOf' ? 'anyOf' : name] = list.map((one) => convert(one, conversion));
  }
  return result;
};

const convert = (value: unknown, conversion: Conversion): JsonObject => {
  conversion.nodes += 1;
  if (conversion.nodes > NODES_MAX) throw new TooLarge();
  if (!isNode(value)) return {};
  const ref = value['$ref'];
  if (typeof ref === 'string') {
    return value['nullable'] === true
      ? { anyOf: [referenced(ref, conversion), { type: 'null' }] }
      : referenced(ref, conversion);
  }
  const result: { [name: string]: Json } = {};
  const type = typesOf(value);
  if (type !== undefined) result['type'] = type;
  const enumeration = value['enum'];
  if (Array.isArray(enumeration) && enumeration.length > 0) {
    const values = enumeration as Json[];
    result['enum'] = value['nullable'] === true && !values.includes(null) ? [...values, null] : values;
  }
  for (const name of COPIED) if (value[name] !== undefined) result[name] = value[name] as Json;
  Object.assign(result, limitsOf(value));
  if (isPattern(value['pattern'])) result['pattern'] = value['pattern'];
  if (FORMATS.has(String(value['format']))) result['format'] = String(value['format']);
  const required = requiredOf(value, conversion);
  if (required.length > 0) result['required'] = required;
  if (isNode(value['properties'])) {
    result['properties'] = Object.fromEntries(
      Object.entries(value['properties']).map(([name, one]) => [name, convert(one, conversion)]),
    );
  }
  return Object.assign(result, combinators(value, conversion));
};

const shallow = (schema: JsonObject): JsonObject => ({
  ...(schema['type'] === undefined ? {} : { type: schema['type'] }),
  ...(schema['required'] === undefined ? {} : { required: schema['required'] }),
});

/**
 * The schema of an answer in JSON Schema 2020-12 with everything it refers to inside it, circles included; a large one is cut to type and
 * required fields. undefined when it would say nothing.
 */
export const responseSchema = ({ root }: ApiDocument, schema: Node): JsonObject | undefined => {
  const conversion: Conversion = { root, foreign: 'writeOnly', definitions: new Map(), names: new Map(), nodes: 0 };
  let result: JsonObject;
  try {
    const converted = convert(schema, conversion);
    const definitions = Object.fromEntries([...conversion.definitions].map(([name, one]) => [name, one ?? {}]));
    result = conversion.definitions.size === 0 ? converted : { ...converted, $defs: definitions };
    if (JSON.stringify(result).length > SCHEMA_BYTES_MAX) {
      const ref = converted['$ref'];
      result = shallow(typeof ref === 'string' ? (definitions[ref.slice('#/$defs/'.length)] ?? {}) : converted);
    }
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    result = shallow(schema as JsonObject);
  }
  return Object.keys(result).length === 0 ? undefined : result;
};

/** The schema of a request's body, whole; undefined when it is too large to be checked against. */
export const requestSchema = ({ root }: ApiDocument, schema: Node): JsonObject | undefined => {
  const conversion: Conversion = { root, foreign: 'readOnly', definitions: new Map(), names: new Map(), nodes: 0 };
  try {
    const converted = convert(schema, conversion);
    const definitions = Object.fromEntries([...conversion.definitions].map(([name, one]) => [name, one ?? {}]));
    return conversion.definitions.size === 0 ? converted : { ...converted, $defs: definitions };
  } catch (error) {
    if (error instanceof TooLarge) return undefined;
    throw error;
  }
};
