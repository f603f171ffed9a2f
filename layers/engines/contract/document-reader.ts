import { fieldOf, fromPointer, isJsonObject, shortJson } from '#core/json-types';
import { gist } from '#engines/contract/gist';
import type { Json, JsonObject } from '#core/units';
import type { DocumentProblem, SpecVersion } from '#engines/contract/model';

/** Problems kept of one document: what is wrong a thousand times is wrong everywhere. */
export const PROBLEMS_MAX = 1000;
/** References that may follow one upon the other. */
const REFS_MAX = 100;

/** A value of the document and where it stands. */
export interface Place {
  readonly value: Json;
  readonly pointer: string;
}

export interface ObjectPlace extends Place {
  readonly value: JsonObject;
}

/** A document that is being read: what is in it, and what was found wrong. */
export interface DocumentReader {
  readonly document: JsonObject;
  readonly version: SpecVersion;
  readonly problems: readonly DocumentProblem[];
  readonly report: (
    pointer: string,
    expected: string,
    got: Json | undefined,
    severity?: DocumentProblem['severity'],
  ) => void;
  readonly at: (pointer: string) => Json | undefined;
  /** The object at a place, references followed; what is none is a problem. */
  readonly object: (value: Json | undefined, pointer: string, what: string) => ObjectPlace | undefined;
}

/** What lies at a JSON Pointer: own fields only. */
export const valueAt = (document: Json, pointer: string): Json | undefined => {
  let current: Json | undefined = document;
  for (const segment of fromPointer(pointer)) {
    if (Array.isArray(current))
      current = /^(?:0|[1-9]\d*)$/u.test(segment) ? (current as readonly Json[])[Number(segment)] : undefined;
    else current = isJsonObject(current) ? fieldOf(current, segment) : undefined;
    if (current === undefined) return undefined;
  }
  return current;
};

const unescaped = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    // A percent sign that is none of an escape stands for itself.
    return text;
  }
};

/** Pointer of a reference into the document itself (`#/a/b`); undefined for any other. */
export const localPointer = (ref: string): string | undefined => {
  if (ref === '#' || ref === '') return '';
  return ref.startsWith('#/') ? unescaped(ref.slice(1)) : undefined;
};

/** Why a reference is not followed, in words. */
export const refExpectation = (ref: string): string =>
  ref.startsWith('#')
    ? 'a reference to something in the document'
    : 'a reference into the document (#/…): other documents are not fetched, bundle them first';

class Reader implements DocumentReader {
  readonly document: JsonObject;
  readonly version: SpecVersion;
  readonly problems: DocumentProblem[] = [];
  readonly #seen = new Set<string>();

  constructor(document: JsonObject, version: SpecVersion) {
    this.document = document;
    this.version = version;
  }

  readonly report: DocumentReader['report'] = (pointer, expected, value, severity = 'error') => {
    const key = `${pointer} ${expected}`;
    if (this.problems.length >= PROBLEMS_MAX || this.#seen.has(key)) return;
    this.#seen.add(key);
    const got = typeof value === 'string' ? shortJson(value) : gist(value);
    const message = `${pointer === '' ? 'the document' : pointer}: expected ${expected}, got ${got}`;
    this.problems.push({ pointer, severity, expected, got, message });
  };

  readonly at = (pointer: string): Json | undefined => valueAt(this.document, pointer);

  readonly object: DocumentReader['object'] = (value, pointer, what) => {
    let place = { value, pointer };
    for (let step = 0; step < REFS_MAX; step += 1) {
      if (!isJsonObject(place.value)) {
        if (place.value !== undefined) this.report(place.pointer, what, place.value);
        return undefined;
      }
      const ref = fieldOf(place.value, '$ref');
      if (typeof ref !== 'string') return { value: place.value, pointer: place.pointer };
      const target = localPointer(ref);
      const found = target === undefined ? undefined : this.at(target);
      if (target === undefined || found === undefined) {
        this.report(`${place.pointer}/$ref`, refExpectation(ref), ref);
        return undefined;
      }
      place = { value: found, pointer: target };
    }
    this.report(pointer, `${what}, not references that only lead to each other`, value);
    return undefined;
  };
}

export const documentReader = (document: JsonObject, version: SpecVersion): DocumentReader =>
  new Reader(document, version);

/** Fields of an object in their order; of anything else none, and a problem unless it is absent. */
export const entriesAt = (
  reader: DocumentReader,
  value: Json | undefined,
  pointer: string,
  what: string,
): readonly (readonly [string, Json])[] => {
  if (isJsonObject(value)) return Object.entries(value);
  if (value !== undefined) reader.report(pointer, what, value);
  return [];
};

/** Items of a list; of anything else none, and a problem unless it is absent. */
export const itemsAt = (
  reader: DocumentReader,
  value: Json | undefined,
  pointer: string,
  what: string,
): readonly Json[] => {
  if (Array.isArray(value)) return value as readonly Json[];
  if (value !== undefined) reader.report(pointer, what, value);
  return [];
};
