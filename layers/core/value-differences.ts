import { canonicalJson } from '#core/canonical-json';
import { isJsonObject, pointerSegment, sameJson } from '#core/json-types';
import type { Json, JsonObject } from '#core/units';

export const DIFFERENCE_KINDS = ['added', 'removed', 'changed'] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** One value that differs. Leaves are told one by one: what was added as an object of three fields are three differences. */
export interface ValueDifference {
  /** JSON Pointer: of the old document for what was removed, of the new one otherwise. */
  readonly path: string;
  readonly kind: DifferenceKind;
  readonly old?: Json;
  readonly new?: Json;
}

/** How elements of two lists find each other: by place, in any order, or by the value of a field (a path of names below the element). */
export type ListOrder = 'position' | 'any' | { readonly key: readonly string[] };

export interface DifferenceRules {
  /** Values below this place of either document are not looked at. */
  readonly ignores?: (pointer: string) => boolean;
  /** Two leaves that differ and yet count as equal; the pointer is that of the new document. */
  readonly tolerates?: (pointer: string, old: Json, now: Json) => boolean;
  /** `position` when absent or undefined; the pointer is that of the new document. */
  readonly listOrder?: (pointer: string) => ListOrder | undefined;
  /** Differences that are listed; all are counted. DIFFERENCES_LISTED_MAX when absent. */
  readonly listedMax?: number;
}

export interface Differences {
  readonly counts: { readonly [kind in DifferenceKind]: number };
  /** In the order of the new document, what was removed where it stood; at most `listedMax`. */
  readonly differences: readonly ValueDifference[];
}

export const DIFFERENCES_LISTED_MAX = 1000;
/** Lists longer than this find near-equal elements of any order by place: each with each would take too long. */
const PAIRED_MAX = 200;

interface Place {
  readonly old: string;
  readonly now: string;
}

interface Walk extends Required<Pick<DifferenceRules, 'ignores' | 'tolerates' | 'listOrder'>> {
  readonly tell: (difference: ValueDifference) => void;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
const isEmpty = (value: readonly Json[] | JsonObject): boolean =>
  isList(value) ? value.length === 0 : Object.keys(value).length === 0;
/** Scalars, and lists and objects that hold nothing. */
const isLeaf = (value: Json): boolean => value === null || typeof value !== 'object' || isEmpty(value);

const membersOf = (value: Json): readonly (readonly [string, Json])[] =>
  isList(value)
    ? value.map((item, at) => [String(at), item] as const)
    : Object.entries(value as JsonObject).map(([name, member]) => [pointerSegment(name), member] as const);

/** Tells each leaf of what is on one side only. */
const tellLeaves = (value: Json, pointer: string, kind: 'added' | 'removed', walk: Walk): void => {
  if (walk.ignores(pointer)) return;
  if (isLeaf(value))
    walk.tell(kind === 'added' ? { path: pointer, kind, new: value } : { path: pointer, kind, old: value });
  else for (const [segment, member] of membersOf(value)) tellLeaves(member, `${pointer}/${segment}`, kind, walk);
};

const below = (place: Place, old: string | number, now: string | number): Place => ({
  old: `${place.old}/${String(old)}`,
  now: `${place.now}/${String(now)}`,
});

const compareObjects = (old: JsonObject, now: JsonObject, place: Place, walk: Walk): void => {
  for (const [name, value] of Object.entries(old)) {
    const segment = pointerSegment(name);
    if (Object.hasOwn(now, name)) compareAt(value, now[name] as Json, below(place, segment, segment), walk);
    else tellLeaves(value, `${place.old}/${segment}`, 'removed', walk);
  }
  for (const [name, value] of Object.entries(now))
    if (!Object.hasOwn(old, name)) tellLeaves(value, `${place.now}/${pointerSegment(name)}`, 'added', walk);
};

/** Indexes that belong together; each index at most once. */
type Pairs = ReadonlyMap<number, number>;

const byPlace = (old: readonly Json[], now: readonly Json[]): Pairs =>
  new Map(Array.from({ length: Math.min(old.length, now.length) }, (_, at) => [at, at]));

/** The value at a path of names; undefined where there is none. */
const keyOf = (item: Json, names: readonly string[]): string | undefined => {
  let value: Json | undefined = item;
  for (const name of names) value = isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  return value === undefined ? undefined : canonicalJson(value);
};

/** Equal keys in order of appearance: a key that stands twice on both sides makes two pairs. */
const byText = (
  old: readonly Json[],
  now: readonly Json[],
  textOf: (item: Json) => string | undefined,
): Map<number, number> => {
  const waiting = new Map<string, number[]>();
  for (const [at, item] of now.entries()) {
    const text = textOf(item);
    if (text !== undefined) waiting.set(text, [...(waiting.get(text) ?? []), at]);
  }
  for (const places of waiting.values()) places.reverse();
  const pairs = new Map<number, number>();
  for (const [at, item] of old.entries()) {
    const text = textOf(item);
    const found = text === undefined ? undefined : waiting.get(text)?.pop();
    if (found !== undefined) pairs.set(at, found);
  }
  return pairs;
};

const without = (length: number, taken: Iterable<number>): number[] => {
  const gone = new Set(taken);
  return Array.from({ length }, (_, at) => at).filter((at) => !gone.has(at));
};

const equalUnderRules = (old: Json, now: Json, place: Place, walk: Walk): boolean => {
  let same = true;
  compareAt(old, now, place, {
    ...walk,
    tell: () => {
      same = false;
    },
  });
  return same;
};

/** Equal elements first, then those that the rules call equal, then the rest by place. */
const inAnyOrder = (old: readonly Json[], now: readonly Json[], place: Place, walk: Walk): Pairs => {
  const pairs = byText(old, now, canonicalJson);
  let left = without(old.length, pairs.keys());
  let free = without(now.length, pairs.values());
  if (left.length <= PAIRED_MAX && free.length <= PAIRED_MAX) {
    for (const from of left) {
      const to = free.find((at) => equalUnderRules(old[from] as Json, now[at] as Json, below(place, from, at), walk));
      if (to === undefined) continue;
      pairs.set(from, to);
      free = free.filter((at) => at !== to);
    }
    left = left.filter((at) => !pairs.has(at));
  }
  for (const [turn, from] of left.entries()) {
    const to = free[turn];
    if (to !== undefined) pairs.set(from, to);
  }
  return pairs;
};

const pairsOf = (old: readonly Json[], now: readonly Json[], place: Place, walk: Walk): Pairs => {
  const order = walk.listOrder(place.now) ?? 'position';
  if (order === 'position') return byPlace(old, now);
  if (order === 'any') return inAnyOrder(old, now, place, walk);
  return byText(old, now, (item) => keyOf(item, order.key));
};

const compareLists = (old: readonly Json[], now: readonly Json[], place: Place, walk: Walk): void => {
  const pairs = pairsOf(old, now, place, walk);
  for (const [from, item] of old.entries()) {
    const to = pairs.get(from);
    if (to === undefined) tellLeaves(item, `${place.old}/${String(from)}`, 'removed', walk);
    else compareAt(item, now[to] as Json, below(place, from, to), walk);
  }
  for (const at of without(now.length, pairs.values()))
    tellLeaves(now[at] as Json, `${place.now}/${String(at)}`, 'added', walk);
};

const compareAt = (old: Json, now: Json, place: Place, walk: Walk): void => {
  if (walk.ignores(place.now) || (place.old !== place.now && walk.ignores(place.old))) return;
  const [oldLeaf, nowLeaf] = [isLeaf(old), isLeaf(now)];
  if (oldLeaf && nowLeaf) {
    if (sameJson(old, now) || walk.tolerates(place.now, old, now)) return;
    walk.tell({ path: place.now, kind: 'changed', old, new: now });
  } else if (!oldLeaf && !nowLeaf && isList(old) && isList(now)) compareLists(old, now, place, walk);
  else if (isJsonObject(old) && isJsonObject(now) && !oldLeaf && !nowLeaf) compareObjects(old, now, place, walk);
  else if (isList(old) && isList(now) && (walk.listOrder(place.now) ?? 'position') !== 'position')
    compareLists(old, now, place, walk);
  else {
    tellLeaves(old, place.old, 'removed', walk);
    tellLeaves(now, place.now, 'added', walk);
  }
};

/**
 * Every leaf value in which two JSON documents differ. A leaf is a scalar or an empty list or object; without rules the counts are those of
 * two sets of (JSON Pointer, leaf).
 *
 * Pure, and linear in the documents but for lists compared in any order.
 */
export const valueDifferences = (old: Json, now: Json, rules: DifferenceRules = {}): Differences => {
  const counts = { added: 0, removed: 0, changed: 0 };
  const differences: ValueDifference[] = [];
  const listedMax = rules.listedMax ?? DIFFERENCES_LISTED_MAX;
  compareAt(
    old,
    now,
    { old: '', now: '' },
    {
      ignores: rules.ignores ?? (() => false),
      tolerates: rules.tolerates ?? (() => false),
      listOrder: rules.listOrder ?? (() => undefined),
      tell: (difference) => {
        counts[difference.kind] += 1;
        if (differences.length < listedMax) differences.push(difference);
      },
    },
  );
  return { counts, differences };
};
