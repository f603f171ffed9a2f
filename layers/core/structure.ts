/**
 * What answers of an operation look like, learned from samples: which fields there are, how often, of which types, formats and values.
 * Structures of two sets of samples merge into the structure of both, in any order and grouping; equal samples give equal structures.
 */
import { isSensitiveKey } from '#core/sensitive-keys';
import { jsonTypeOf, type JsonTypeName } from '#core/json-types';
import { formatOf, type TextFormat } from '#core/structure-formats';
import type { Json, JsonObject } from '#core/units';

/** Different texts that a field may have and still be a closed set of values. */
export const VALUES_MAX = 20;
/** Names that an object may have; beyond it, its names are data (ids, dates) and its members one kind of thing. */
export const NAMES_MAX = 100;
/** Deeper values are not looked at. */
export const LEVELS_MAX = 64;

export type Counts<Name extends string = string> = { readonly [name in Name]?: number };

/** One place. Every figure is a count, so that structures can be added. */
export interface StructureNode {
  /** Values seen here. */
  readonly seen: number;
  /** Of a field: objects that did not have it; 0 when absent. */
  readonly missing?: number;
  readonly types: Counts<JsonTypeName>;
  /** Texts by their form; a text without one counts as `text`. */
  readonly formats?: Counts<TextFormat>;
  /** Words seen, while they are few; absent when there are too many, or one that is no word. */
  readonly values?: Counts;
  /** Fields by name. */
  readonly fields?: { readonly [name: string]: StructureNode };
  /** Of an object whose names are data: all its members. */
  readonly members?: StructureNode;
  /** All elements of all lists here. */
  readonly items?: StructureNode;
}

export interface Structure {
  readonly schemaVersion: 1;
  readonly samples: number;
  readonly root: StructureNode;
}

const EMPTY_NODE: StructureNode = { seen: 0, types: {} };
export const EMPTY_STRUCTURE: Structure = { schemaVersion: 1, samples: 0, root: EMPTY_NODE };

/** A word that may be one of a closed set: no free text, number, id or address, which are also what must not be kept. */
const WORD = /^[A-Za-z][A-Za-z0-9_.:/-]{0,39}$/;

const sum = <Name extends string>(one: Counts<Name> = {}, other: Counts<Name> = {}): Counts<Name> => {
  const total: Record<string, number> = {};
  for (const name of [...Object.keys(one), ...Object.keys(other)].sort())
    total[name] = (one[name as Name] ?? 0) + (other[name as Name] ?? 0);
  return total as Counts<Name>;
};

const textNode = (value: string, hidden: boolean): StructureNode => {
  const format = formatOf(value);
  const isWord = !hidden && format === 'text' && WORD.test(value);
  return { seen: 1, types: { string: 1 }, formats: { [format]: 1 }, ...(isWord ? { values: { [value]: 1 } } : {}) };
};

const objectNode = (value: JsonObject, hidden: boolean, level: number): StructureNode => {
  const fields = fieldsOf(
    Object.keys(value)
      .sort()
      .map((name) => [name, nodeOf(value[name] as Json, hidden || isSensitiveKey(name), level + 1)]),
  );
  return collapsed({ seen: 1, types: { object: 1 }, fields });
};

const nodeOf = (value: Json, hidden: boolean, level: number): StructureNode => {
  const type = jsonTypeOf(value);
  if (level >= LEVELS_MAX) return { seen: 1, types: { [type]: 1 } };
  if (typeof value === 'string') return textNode(value, hidden);
  if (Array.isArray(value)) {
    const items = mergeAll((value as readonly Json[]).map((item) => nodeOf(item, hidden, level + 1)));
    return { seen: 1, types: { array: 1 }, ...(items === undefined ? {} : { items }) };
  }
  if (type === 'object') return objectNode(value as JsonObject, hidden, level);
  return { seen: 1, types: { [type]: 1 } };
};

/** Pairs of pairs, so that long lists are not copied again with each element. */
const mergeAll = (nodes: readonly StructureNode[]): StructureNode | undefined => {
  let round = nodes;
  while (round.length > 1) {
    const next: StructureNode[] = [];
    for (let at = 0; at < round.length; at += 2) {
      const [one, other] = [round[at], round[at + 1]];
      if (one !== undefined) next.push(other === undefined ? one : mergeNodes(one, other));
    }
    round = next;
  }
  return round[0];
};

const isMap = (node: StructureNode): boolean =>
  node.members !== undefined || Object.keys(node.fields ?? {}).length > NAMES_MAX;

/** A node whose object has too many names, or is known to have them as data, with all members as one. */
export const collapsed = (node: StructureNode, force = false): StructureNode => {
  const { fields, ...rest } = node;
  if (fields === undefined || (!force && !isMap(node))) return node;
  const present = Object.values(fields).map((field) => {
    const { missing: _, ...member } = field;
    return member;
  });
  const members = mergeAll([...present, ...(node.members === undefined ? [] : [node.members])]);
  return members === undefined ? rest : { ...rest, members };
};

const textsOf = (node: StructureNode): number => node.types.string ?? 0;
const countOf = (counts: Counts): number =>
  Object.values(counts).reduce<number>((total, count = 0) => total + count, 0);

/** Values of a node that has had texts are a closed set only while each of them was kept. */
const keptValues = (node: StructureNode): Counts | undefined =>
  textsOf(node) === 0
    ? {}
    : node.values !== undefined && countOf(node.values) === textsOf(node)
      ? node.values
      : undefined;

const mergeValues = (one: StructureNode, other: StructureNode): Counts | undefined => {
  const [left, right] = [keptValues(one), keptValues(other)];
  if (left === undefined || right === undefined) return undefined;
  const values = sum(left, right);
  const size = Object.keys(values).length;
  return size === 0 || size > VALUES_MAX ? undefined : values;
};

/** A field of an object, or how often there was none. */
export const fieldNode = (node: StructureNode, name: string): StructureNode =>
  node.fields !== undefined && Object.hasOwn(node.fields, name)
    ? (node.fields[name] ?? EMPTY_NODE)
    : { ...EMPTY_NODE, missing: node.types.object ?? 0 };

/** Names of fields of either, sorted. */
export const fieldNames = (...nodes: readonly StructureNode[]): string[] =>
  [...new Set(nodes.flatMap(({ fields }) => Object.keys(fields ?? {})))].sort();

const mergeFields = (one: StructureNode, other: StructureNode): StructureNode['fields'] => {
  if (one.fields === undefined && other.fields === undefined) return undefined;
  return fieldsOf(
    fieldNames(one, other).map((name) => [name, mergeNodes(fieldNode(one, name), fieldNode(other, name))]),
  );
};

/** An object of nodes by name; `__proto__` is a name like any other. */
export const fieldsOf = (
  entries: readonly (readonly [string, StructureNode])[],
): { readonly [name: string]: StructureNode } => Object.fromEntries(entries);

const mergeOptional = (one?: StructureNode, other?: StructureNode): StructureNode | undefined =>
  one === undefined || other === undefined ? (one ?? other) : mergeNodes(one, other);

/** The node of all values of both. */
export const mergeNodes = (one: StructureNode, other: StructureNode): StructureNode => {
  const formats = sum(one.formats, other.formats);
  const values = mergeValues(one, other);
  const fields = mergeFields(one, other);
  const missing = (one.missing ?? 0) + (other.missing ?? 0);
  const members = mergeOptional(one.members, other.members);
  const items = mergeOptional(one.items, other.items);
  return collapsed({
    seen: one.seen + other.seen,
    ...(missing === 0 ? {} : { missing }),
    types: sum(one.types, other.types),
    ...(Object.keys(formats).length === 0 ? {} : { formats }),
    ...(values === undefined ? {} : { values }),
    ...(fields === undefined ? {} : { fields }),
    ...(members === undefined ? {} : { members }),
    ...(items === undefined ? {} : { items }),
  });
};

/** The structure of all samples of both; the order does not matter. */
export const mergeStructures = (one: Structure, other: Structure): Structure => ({
  schemaVersion: 1,
  samples: one.samples + other.samples,
  root: one.samples === 0 ? other.root : other.samples === 0 ? one.root : mergeNodes(one.root, other.root),
});

/** The structure of one answer. */
export const structureOf = (sample: Json): Structure => ({
  schemaVersion: 1,
  samples: 1,
  root: nodeOf(sample, false, 0),
});

/** The structure of all samples; the order does not matter. */
export const inferStructure = (samples: readonly Json[]): Structure =>
  samples.length === 0
    ? EMPTY_STRUCTURE
    : {
        schemaVersion: 1,
        samples: samples.length,
        root: mergeAll(samples.map((sample) => nodeOf(sample, false, 0))) ?? EMPTY_NODE,
      };
