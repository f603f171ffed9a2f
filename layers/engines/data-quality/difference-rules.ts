import type { GoldenDefinition, GoldenList, GoldenTolerance } from '#core/acts/golden';
import { toPointer } from '#core/json-types';
import type { Json } from '#core/units';
import type { DifferenceRules, ListOrder } from '#core/value-differences';
import { momentMs } from '#engines/data/moment';
import { locate } from '#engines/functional/json-path';

/** Segments of a normalized path (RFC 9535, section 2.7): `$['items'][0]`. */
const SEGMENT = /\['((?:[^'\\]|\\.)*)'\]|\[(\d+)\]/gsu;

const unescaped = (name: string): string =>
  name.replaceAll(/\\(?:u([0-9a-fA-F]{4})|(.))/gsu, (_, hex: string | undefined, letter: string | undefined) => {
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    return { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }[letter ?? ''] ?? letter ?? '';
  });

const pointerOf = (normalized: string): string =>
  toPointer(
    Array.from(normalized.matchAll(SEGMENT), ([, name, index]) =>
      name === undefined ? Number(index) : unescaped(name),
    ),
  );

const pointersOf = (path: string, ...documents: readonly Json[]): string[] =>
  documents.flatMap((document) => locate(path, document).map((node) => pointerOf(node.path)));

const isWithin = ({ absolute, relative, timeMs }: GoldenTolerance, old: Json, now: Json): boolean => {
  if (timeMs !== undefined) {
    const [before, after] = [momentMs(old), momentMs(now)];
    if (before !== undefined && after !== undefined && Math.abs(before - after) <= timeMs) return true;
  }
  if (typeof old !== 'number' || typeof now !== 'number') return false;
  const apart = Math.abs(old - now);
  return (absolute !== undefined && apart <= absolute) || (relative !== undefined && apart <= Math.abs(old) * relative);
};

const orderOf = ({ key }: GoldenList): ListOrder => (key === undefined ? 'any' : { key: key.split('.') });

/**
 * Rules for two documents: JSONPaths become the places that they mean in either.
 *
 * @throws TookTooLong; JSONPathError for what is none
 */
export const differenceRules = (
  { ignore = [], tolerances = [], lists = [] }: Pick<GoldenDefinition, 'ignore' | 'tolerances' | 'lists'>,
  old: Json,
  now: Json,
): DifferenceRules => {
  const ignored = new Set(ignore.flatMap((path) => pointersOf(path, old, now)));
  const orders = new Map(lists.flatMap((list) => pointersOf(list.path, old, now).map((at) => [at, orderOf(list)])));
  const tolerated = tolerances.map((rule) => ({ rule, places: new Set(pointersOf(rule.path, now)) }));
  return {
    ignores: (pointer) => ignored.has(pointer),
    listOrder: (pointer) => orders.get(pointer),
    tolerates: (pointer, before, after) =>
      tolerated.some(({ rule, places }) => places.has(pointer) && isWithin(rule, before, after)),
  };
};
