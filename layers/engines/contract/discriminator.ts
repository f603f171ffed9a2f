import { fieldOf, isJsonObject, pointerSegment } from '#core/json-types';
import type { Json, JsonObject } from '#core/units';
import { localPointer, refExpectation, type DocumentReader } from '#engines/contract/document-reader';

export interface Discriminator {
  readonly propertyName: string;
  /** Pointer of the schema that each value stands for. */
  readonly mapping: ReadonlyMap<string, string>;
  /** Pointer of the schema for a value without one (3.2 `defaultMapping`). */
  readonly fallback?: string;
}

const homeOf = (reader: DocumentReader): string => (reader.version === '2.0' ? '/definitions' : '/components/schemas');

const nameOf = (pointer: string): string => pointer.slice(pointer.lastIndexOf('/') + 1);

/** A mapping's target: a reference, or the name of a schema; what is both is a name. */
const targetOf = (text: string, reader: DocumentReader): string | undefined => {
  const named = /^[\w.-]+$/u.test(text) ? `${homeOf(reader)}/${text}` : undefined;
  if (named !== undefined && reader.at(named) !== undefined) return named;
  const pointer = localPointer(text);
  return pointer !== undefined && reader.at(pointer) !== undefined ? pointer : undefined;
};

const listed = (schema: JsonObject): readonly Json[] =>
  ['oneOf', 'anyOf'].flatMap((keyword) => {
    const list = fieldOf(schema, keyword);
    return Array.isArray(list) ? (list as readonly Json[]) : [];
  });

const refOf = (schema: Json): string | undefined => {
  const ref = isJsonObject(schema) ? fieldOf(schema, '$ref') : undefined;
  return typeof ref === 'string' ? localPointer(ref) : undefined;
};

/** Named schemas by the named schemas that their `allOf` builds on: made once for a document. */
const heirs = new WeakMap<DocumentReader, ReadonlyMap<string, readonly string[]>>();

const heirsOf = (reader: DocumentReader): ReadonlyMap<string, readonly string[]> => {
  const known = heirs.get(reader);
  if (known !== undefined) return known;
  const found = new Map<string, string[]>();
  const home = homeOf(reader);
  const schemas = reader.at(home);
  for (const [name, schema] of isJsonObject(schemas) ? Object.entries(schemas) : []) {
    const parts = isJsonObject(schema) ? fieldOf(schema, 'allOf') : undefined;
    for (const part of Array.isArray(parts) ? (parts as readonly Json[]) : []) {
      const parent = refOf(part);
      if (parent !== undefined) found.set(parent, [...(found.get(parent) ?? []), `${home}/${pointerSegment(name)}`]);
    }
  }
  heirs.set(reader, found);
  return found;
};

/** Schemas that build on one by `allOf`, directly or through others. */
const descendants = (pointer: string, reader: DocumentReader): readonly string[] => {
  const all = new Set<string>();
  const open = [pointer];
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const heir of heirsOf(reader).get(next) ?? []) {
      if (all.has(heir) || heir === pointer) continue;
      all.add(heir);
      open.push(heir);
    }
  return [...all];
};

/**
 * What a schema's discriminator says: which value stands for which schema, by its mapping and by the names of the schemas themselves.
 *
 * @param schema the schema that has it: its `oneOf` or `anyOf`, or the schemas that build on it by `allOf`
 * @returns undefined when it chooses nothing
 */
export const discriminatorOf = (
  value: Json,
  schema: JsonObject,
  pointer: string,
  reader: DocumentReader,
): Discriminator | undefined => {
  const place = `${pointer}/discriminator`;
  // In 2.0 it is the name alone.
  const field = typeof value === 'string' ? value : isJsonObject(value) ? fieldOf(value, 'propertyName') : undefined;
  if (typeof field !== 'string' || field === '') {
    reader.report(place, reader.version === '2.0' ? 'the name of a property' : 'an object with propertyName', value);
    return undefined;
  }
  const choices = listed(schema);
  const isUnion = choices.length > 0;
  const implicit = isUnion ? choices.flatMap((choice) => refOf(choice) ?? []) : descendants(pointer, reader);
  const mapping = new Map(
    implicit.filter((target) => reader.at(target) !== undefined).map((target) => [nameOf(target), target]),
  );
  // A schema that others build on may stand for itself.
  if (!isUnion && mapping.size > 0) mapping.set(nameOf(pointer), pointer);
  const written = isJsonObject(value) ? fieldOf(value, 'mapping') : undefined;
  for (const [name, text] of isJsonObject(written) ? Object.entries(written) : []) {
    const target = typeof text === 'string' ? targetOf(text, reader) : undefined;
    if (target !== undefined) mapping.set(name, target);
    else
      reader.report(
        `${place}/mapping/${pointerSegment(name)}`,
        typeof text === 'string' ? refExpectation(text) : 'a reference',
        text,
      );
  }
  const other = isJsonObject(value) ? fieldOf(value, 'defaultMapping') : undefined;
  const fallback = typeof other === 'string' ? targetOf(other, reader) : undefined;
  if (mapping.size === 0) return undefined;
  return { propertyName: field, mapping, ...(fallback === undefined ? {} : { fallback }) };
};
