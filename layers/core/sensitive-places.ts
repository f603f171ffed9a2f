import { isJsonObject, toPointer } from '#core/json-types';
import { findSensitive } from '#core/masking';
import type { SensitiveKind } from '#core/masking';
import type { Json } from '#core/units';

type Path = readonly (string | number)[];

/** More than anybody repairs at a time. */
const PLACES_MAX = 50;

/** Where a value looks like a credential or a card number; never the value. */
export interface SensitivePlace {
  /** JSON Pointer; a part that is sensitive itself stands as `***`. */
  readonly pointer: string;
  readonly kind: SensitiveKind;
}

const textsOf = function* (value: Json, path: Path): Generator<{ readonly text: string; readonly path: Path }> {
  if (typeof value === 'string') yield { text: value, path };
  else if (Array.isArray(value))
    for (const [at, item] of (value as readonly Json[]).entries()) yield* textsOf(item, [...path, at]);
  else if (isJsonObject(value))
    for (const [name, item] of Object.entries(value)) {
      // A name can hold a secret as well as a value can, such as a card number used as a key.
      yield { text: name, path: [...path, name] };
      yield* textsOf(item, [...path, name]);
    }
};

/** A pointer must not tell the value either, when the value is a name. */
const safePointer = (path: Path): string =>
  toPointer(path.map((part) => (typeof part === 'string' && findSensitive(part).length > 0 ? '***' : part)));

/** Places of texts that look sensitive by their form, each kind once a place; at most PLACES_MAX. */
export const sensitivePlaces = (value: Json): readonly SensitivePlace[] => {
  const places = new Map<string, SensitivePlace>();
  // Suites say the same names over and over; each costs a dozen patterns.
  const clean = new Set<string>();
  for (const { text, path } of textsOf(value, [])) {
    if (clean.has(text)) continue;
    const hits = findSensitive(text);
    if (hits.length === 0) clean.add(text);
    for (const { kind } of hits) {
      const pointer = safePointer(path);
      places.set(`${pointer} ${kind}`, { pointer, kind });
      if (places.size >= PLACES_MAX) return [...places.values()];
    }
  }
  return [...places.values()];
};
