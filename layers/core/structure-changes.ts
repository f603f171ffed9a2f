import {
  collapsed,
  fieldNames,
  fieldNode,
  VALUES_MAX,
  type Counts,
  type Structure,
  type StructureNode,
} from '#core/structure';
import type { JsonTypeName } from '#core/json-types';
import type { Json } from '#core/units';

export const CHANGE_TYPES = [
  'field_added',
  'field_removed',
  'type_changed',
  'nullability_changed',
  'required_changed',
  'enum_grown',
  'format_changed',
] as const;
export type ChangeType = (typeof CHANGE_TYPES)[number];

/** One way in which answers look different from before. */
export interface StructureChange {
  readonly changeType: ChangeType;
  /** JSONPath with wildcards: `$.items[*].name`; `.*` for the members of an object whose names are data. */
  readonly fieldPath: string;
  readonly oldValue: Json;
  readonly newValue: Json;
}

export interface ChangeBounds {
  /** Values on each side before anything is concluded from all of them being alike; SAMPLES_MIN_DEFAULT when absent. */
  readonly samplesMin?: number;
}

export const SAMPLES_MIN_DEFAULT = 5;
/**
 * What is present only sometimes has changed when the same sometimes would look like this in fewer than one of so many comparisons
 * (Fisher's exact test, one side).
 */
const CHANCE_MAX = 0.001;
/** Values behind a closed set for each of them, and in all, before one more is news. */
const SEEN_FOR_EACH_VALUE = 5;
const SEEN_FOR_VALUES = 10;

type Tell = (change: StructureChange) => void;

interface Comparison {
  readonly samplesMin: number;
  readonly tell: Tell;
}

/**
 * Chance that all `times` occurrences among `here + there` places fall on the `here` ones by luck: C(here, times) / C(here + there, times).
 */
export const chanceOfAllHere = (times: number, here: number, there: number): number => {
  let chance = 1;
  for (let at = 0; at < times && chance > 0; at += 1) chance *= Math.max(0, here - at) / (here + there - at);
  return chance;
};

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;
const fieldPath = (path: string, name: string): string =>
  IDENTIFIER.test(name) ? `${path}.${name}` : `${path}[${JSON.stringify(name)}]`;

const missingOf = (node: StructureNode): number => node.missing ?? 0;

/** Present in all places on one side and in none on the other, or so seldom on one that none on the other is no accident. */
const isGone = (from: StructureNode, to: StructureNode, samplesMin: number): boolean => {
  if (to.seen > 0 || from.seen === 0 || missingOf(to) === 0) return false;
  const here = from.seen + missingOf(from);
  if (missingOf(from) === 0) return here >= samplesMin && missingOf(to) >= samplesMin;
  return chanceOfAllHere(from.seen, here, missingOf(to)) < CHANCE_MAX;
};

const PRESENCE = { always: 'always present', sometimes: 'sometimes missing' } as const;

const comparePresence = (old: StructureNode, now: StructureNode, path: string, { samplesMin, tell }: Comparison) => {
  if (isGone(old, now, samplesMin))
    tell({ changeType: 'field_removed', fieldPath: path, oldValue: typesText(old), newValue: null });
  else if (isGone(now, old, samplesMin))
    tell({ changeType: 'field_added', fieldPath: path, oldValue: null, newValue: typesText(now) });
  else if (old.seen > 0 && now.seen > 0) compareRequired(old, now, path, { samplesMin, tell });
};

const compareRequired = (old: StructureNode, now: StructureNode, path: string, { samplesMin, tell }: Comparison) => {
  const [was, is] = [missingOf(old), missingOf(now)];
  if (was === 0 && is > 0 && old.seen >= samplesMin)
    tell({ changeType: 'required_changed', fieldPath: path, oldValue: PRESENCE.always, newValue: PRESENCE.sometimes });
  else if (is === 0 && was > 0 && chanceOfAllHere(was, old.seen + was, now.seen) < CHANCE_MAX)
    tell({ changeType: 'required_changed', fieldPath: path, oldValue: PRESENCE.sometimes, newValue: PRESENCE.always });
};

/** Types but null, a whole number as `integer` only where every number was one. */
const typesOf = (node: StructureNode): JsonTypeName[] =>
  (Object.keys(node.types) as JsonTypeName[])
    .filter((type) => type !== 'null' && (node.types[type] ?? 0) > 0)
    .filter((type) => type !== 'integer' || (node.types.number ?? 0) === 0)
    .sort();

const typesText = (node: StructureNode): string => {
  const types = typesOf(node);
  return [...types, ...((node.types.null ?? 0) > 0 ? ['null'] : [])].join(' | ');
};

const compareNulls = (old: StructureNode, now: StructureNode, path: string, { samplesMin, tell }: Comparison) => {
  const [was, is] = [old.types.null ?? 0, now.types.null ?? 0];
  // Of a place that only ever was null nobody knows the type.
  if (was === old.seen || is === now.seen) {
    const told = was === old.seen ? is < now.seen : was < old.seen;
    if (!told || old.seen < samplesMin || now.seen < samplesMin) return;
    if (was > 0 && was < old.seen && chanceOfAllHere(old.seen - was, old.seen, now.seen) >= CHANCE_MAX) return;
    if (is > 0 && is < now.seen && chanceOfAllHere(now.seen - is, now.seen, old.seen) >= CHANCE_MAX) return;
    tell({ changeType: 'type_changed', fieldPath: path, oldValue: typesText(old), newValue: typesText(now) });
  } else if (was === 0 && is > 0 && old.seen >= samplesMin)
    tell({ changeType: 'nullability_changed', fieldPath: path, oldValue: 'never null', newValue: 'sometimes null' });
  else if (is === 0 && was > 0 && chanceOfAllHere(was, old.seen, now.seen) < CHANCE_MAX)
    tell({ changeType: 'nullability_changed', fieldPath: path, oldValue: 'sometimes null', newValue: 'never null' });
};

/** @returns whether the values can still be compared further */
const compareTypes = (old: StructureNode, now: StructureNode, path: string, { samplesMin, tell }: Comparison) => {
  const known = typesOf(old);
  const types = typesOf(now);
  if (known.length === 0 || types.length === 0) return false;
  const news = types.filter((type) => !known.includes(type) && !(type === 'integer' && known.includes('number')));
  const onlyWider = news.length === 1 && news[0] === 'number' && known.includes('integer');
  if (news.length === 0 || (onlyWider && (old.types.integer ?? 0) < samplesMin)) return true;
  tell({ changeType: 'type_changed', fieldPath: path, oldValue: known.join(' | '), newValue: types.join(' | ') });
  return onlyWider;
};

const namesOf = (counts: Counts = {}): string[] => Object.keys(counts).sort();
const textsOf = (node: StructureNode): number => node.types.string ?? 0;

const compareFormats = (old: StructureNode, now: StructureNode, path: string, { samplesMin, tell }: Comparison) => {
  const [was, is] = [namesOf(old.formats), namesOf(now.formats)];
  if (is.length === 0 || textsOf(old) < samplesMin) return false;
  const covered = (format: string): boolean => was.includes(format) || (format === 'digits' && was.includes('decimal'));
  // One form in all texts is a promise; where forms are mixed, or there is none, only wholly other ones are a change.
  const broken = was.length === 1 && was[0] !== 'text' && !is.every(covered);
  const other = was.includes('text') && textsOf(now) >= samplesMin && !is.some((format) => was.includes(format));
  if (!broken && !other) return false;
  tell({ changeType: 'format_changed', fieldPath: path, oldValue: was.join(' | '), newValue: is.join(' | ') });
  return true;
};

/** Whether the texts seen are all that there are, as far as one can tell: each came several times. */
const isClosedSet = (node: StructureNode): boolean => {
  const counts = Object.values(node.values ?? {});
  const texts = textsOf(node);
  return (
    counts.length > 0 && texts >= Math.max(SEEN_FOR_VALUES, SEEN_FOR_EACH_VALUE * counts.length) && !counts.includes(1)
  );
};

const compareValues = (old: StructureNode, now: StructureNode, path: string, { tell }: Comparison) => {
  if (!isClosedSet(old) || textsOf(now) === 0) return;
  const known = namesOf(old.values);
  const news = now.values === undefined ? undefined : namesOf(now.values).filter((value) => !known.includes(value));
  if (news?.length === 0) return;
  const newValue = news ?? `more than ${String(VALUES_MAX)} values, or free text`;
  tell({ changeType: 'enum_grown', fieldPath: path, oldValue: known, newValue });
};

const compareFields = (old: StructureNode, now: StructureNode, path: string, comparison: Comparison) => {
  if ((old.types.object ?? 0) === 0 || (now.types.object ?? 0) === 0) return;
  if (old.members !== undefined || now.members !== undefined) {
    compareNodes(collapsed(old, true).members, collapsed(now, true).members, `${path}.*`, comparison);
    return;
  }
  for (const name of fieldNames(old, now)) {
    const [was, is, place] = [fieldNode(old, name), fieldNode(now, name), fieldPath(path, name)];
    comparePresence(was, is, place, comparison);
    compareNodes(was, is, place, comparison);
  }
};

const compareNodes = (
  old: StructureNode | undefined,
  now: StructureNode | undefined,
  path: string,
  comparison: Comparison,
): void => {
  // A list that was always empty, or a field that never came, says nothing about what is in it.
  if (old === undefined || now === undefined || old.seen === 0 || now.seen === 0) return;
  compareNulls(old, now, path, comparison);
  if (!compareTypes(old, now, path, comparison)) return;
  if (!compareFormats(old, now, path, comparison)) compareValues(old, now, path, comparison);
  compareFields(old, now, path, comparison);
  compareNodes(old.items, now.items, `${path}[*]`, comparison);
};

/**
 * How `now` looks different from `old`: silent on the order of fields, on what follows from too few samples, and on fields that are there
 * only sometimes until there are enough to tell. A field that came or went is told without what is in it.
 */
export const structureChanges = (
  old: Structure,
  now: Structure,
  bounds: ChangeBounds = {},
): readonly StructureChange[] => {
  const changes: StructureChange[] = [];
  const samplesMin = Math.max(1, bounds.samplesMin ?? SAMPLES_MIN_DEFAULT);
  compareNodes(old.root, now.root, '$', {
    samplesMin,
    tell: (change) => {
      changes.push(change);
    },
  });
  return changes;
};

/** Those of `changes` after which what is at their place counts as it looks now. */
const REPLACING: ReadonlySet<ChangeType> = new Set([
  'field_added',
  'type_changed',
  'nullability_changed',
  'format_changed',
  'required_changed',
]);

/** The structure that later ones are compared with: both together, and what is told as changed as it is now, so that it is told once. */
export const nextStructure = (
  old: Structure,
  now: Structure,
  merged: Structure,
  changes: readonly StructureChange[],
): Structure => {
  const replaced = new Set(changes.filter((one) => REPLACING.has(one.changeType)).map((one) => one.fieldPath));
  const removed = new Set(changes.filter((one) => one.changeType === 'field_removed').map((one) => one.fieldPath));
  const next = (both: StructureNode, is: StructureNode | undefined, path: string): StructureNode => {
    if (is !== undefined && replaced.has(path)) return is;
    const fields = fieldNames(both)
      .filter((name) => !removed.has(fieldPath(path, name)))
      .map((name) => [name, next(fieldNode(both, name), is && fieldNode(is, name), fieldPath(path, name))] as const);
    const { members, items } = both;
    return {
      ...both,
      ...(both.fields === undefined ? {} : { fields: Object.fromEntries(fields) }),
      ...(members === undefined ? {} : { members: next(members, is && collapsed(is, true).members, `${path}.*`) }),
      ...(items === undefined ? {} : { items: next(items, is?.items, `${path}[*]`) }),
    };
  };
  return { schemaVersion: 1, samples: old.samples + now.samples, root: next(merged.root, now.root, '$') };
};
