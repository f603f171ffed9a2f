/** Where a schema's reference leads: JSON Pointers, and from 3.1 on `$id`, `$anchor` and `$dynamicRef` too. */
import { isJsonObject, pointerSegment } from '#core/json-types';
import type { Json } from '#core/units';
import { localPointer, type DocumentReader } from '#engines/contract/document-reader';

export interface SchemaReferences {
  /** Pointer of what a reference at a place means; undefined when the document does not hold it. */
  readonly pointerOf: (ref: string, from: string) => string | undefined;
  /** As pointerOf for `$dynamicRef`: only where the document has a single anchor of that name, as it means the same thing everywhere then. */
  readonly dynamicPointerOf: (ref: string) => string | undefined;
}

interface Names {
  /** Pointer of each schema with an `$id`, by the id as it is written. */
  readonly ids: Map<string, string>;
  /** The other way round. */
  readonly bases: Map<string, string>;
  readonly anchors: Map<string, string[]>;
  readonly dynamic: Map<string, string[]>;
}

const note = (map: Map<string, string[]>, name: Json | undefined, pointer: string): void => {
  if (typeof name === 'string') map.set(name, [...(map.get(name) ?? []), pointer]);
};

/** Goes through the document without recursion: it may be as deep as a parser allows. */
const namesIn = (document: Json): Names => {
  const names: Names = { ids: new Map(), bases: new Map(), anchors: new Map(), dynamic: new Map() };
  const open: (readonly [Json, string])[] = [[document, '']];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [value, pointer] = next;
    if (typeof value !== 'object' || value === null) continue;
    if (isJsonObject(value)) {
      const id = value['$id'];
      if (typeof id === 'string') {
        names.ids.set(id.replace(/#$/u, ''), pointer);
        names.bases.set(pointer, id);
      }
      note(names.anchors, value['$anchor'], pointer);
      note(names.anchors, value['$dynamicAnchor'], pointer);
      note(names.dynamic, value['$dynamicAnchor'], pointer);
    }
    for (const [key, item] of Object.entries(value))
      if (typeof item === 'object' && item !== null) open.push([item, `${pointer}/${pointerSegment(key)}`]);
  }
  return names;
};

/** The nearest place around a pointer that has an `$id`. */
const baseOf = ({ bases }: Names, pointer: string): string => {
  if (bases.size === 0) return '';
  for (let base = pointer; base !== ''; base = base.slice(0, base.lastIndexOf('/'))) if (bases.has(base)) return base;
  return '';
};

const absolute = (uri: string, base: string): string | undefined => {
  try {
    return new URL(uri, base).href;
  } catch {
    return undefined;
  }
};

/** The schema that a URI names by its `$id`, as it is written or resolved against the ids around it. */
const resourceOf = (names: Names, uri: string, base: string): string | undefined => {
  const written = names.ids.get(uri);
  if (written !== undefined) return written;
  const here = absolute(uri, names.bases.get(base) ?? '');
  if (here === undefined) return undefined;
  for (const [pointer, id] of names.bases) {
    const outer = names.bases.get(baseOf(names, pointer.slice(0, Math.max(0, pointer.lastIndexOf('/'))))) ?? '';
    if ((absolute(id, outer) ?? id).replace(/#$/u, '') === here) return pointer;
  }
  return undefined;
};

const plainPointer = (reader: DocumentReader, ref: string): string | undefined => {
  const pointer = localPointer(ref);
  return pointer !== undefined && reader.at(pointer) !== undefined ? pointer : undefined;
};

export const schemaReferences = (reader: DocumentReader): SchemaReferences => {
  if (reader.version === '2.0' || reader.version === '3.0')
    return { pointerOf: (ref) => plainPointer(reader, ref), dynamicPointerOf: () => undefined };
  let found: Names | undefined;
  const names = (): Names => (found ??= namesIn(reader.document));
  const pointerOf = (ref: string, from: string): string | undefined => {
    const [uri = '', fragment = ''] = ref.split('#', 2);
    const around = baseOf(names(), from);
    const base = uri === '' ? around : resourceOf(names(), uri, around);
    if (base === undefined) return undefined;
    const local = fragment === '' || fragment.startsWith('/') ? plainPointer(reader, `#${base}${fragment}`) : undefined;
    // Who writes an `$id` into a component mostly still means the document by `#/components/…`.
    if (local !== undefined) return local;
    if (fragment.startsWith('/')) return uri === '' ? plainPointer(reader, ref) : undefined;
    return (names().anchors.get(fragment) ?? []).find((pointer) => baseOf(names(), pointer) === base);
  };
  return {
    pointerOf,
    dynamicPointerOf: (ref) => {
      const anchors = names().dynamic.get(ref.replace(/^[^#]*#/u, '')) ?? [];
      return anchors.length === 1 ? anchors[0] : undefined;
    },
  };
};
