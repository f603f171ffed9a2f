import type { RequestTemplate } from '#core/suite';

export interface OrderedCall {
  readonly id: string;
  readonly name: string;
  readonly request: RequestTemplate;
  readonly next?: string;
  /** Cases that it waits for anyway, because it uses what they capture. */
  readonly waitsFor: ReadonlySet<string>;
  /** What it is about: variables that others captured, but for those that show who calls. */
  readonly things: ReadonlySet<string>;
  /** Variables that it captures. */
  readonly gives: ReadonlySet<string>;
}

/** Most cases that one may name in `dependsOn`. */
const WAITS_MAX = 100;
/** Calls on one thing that a removal looks back at: it bounds the work for long recordings. */
const NEAR = 500;

const isWriting = ({ method }: RequestTemplate): boolean => !['GET', 'HEAD', 'OPTIONS', 'QUERY'].includes(method);

/** An id in a path: a variable, a number, or something long with digits. */
const hasId = (path: string): boolean =>
  path.split('/').some((part) => /\{\{/.test(part) || /^\d+$/.test(part) || (part.length >= 12 && /\d/.test(part)));

const isRelated = (one: OrderedCall, other: OrderedCall): boolean => {
  if ([...one.things].some((thing) => other.things.has(thing))) return true;
  const [left, right] = [one.request, other.request];
  if (left.target !== right.target) return false;
  const [a, b] = [left.path, right.path].sort((first, second) => first.length - second.length);
  if (a === undefined || b === undefined || !hasId(a)) return false;
  return a === b || b.startsWith(`${a.replace(/\/$/, '')}/`);
};

/** Each thing with what it was made from: a task of a project comes from the project, its comments from both. */
const originsOf = (calls: readonly OrderedCall[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const origins = new Map<string, ReadonlySet<string>>();
  for (const { things, gives } of calls) {
    const from = [...things].flatMap((thing) => [...(origins.get(thing) ?? [thing])]);
    for (const made of gives) origins.set(made, new Set([made, ...from]));
  }
  return origins;
};

/** The variable that names what a call removes: the last one of its path. */
const removedBy = ({ request, things }: OrderedCall): string | undefined =>
  request.method === 'DELETE'
    ? [...request.path.matchAll(/\{\{\s*([A-Za-z_]\w*)/gu)]
        .map((match) => match[1] ?? '')
        .findLast((name) => things.has(name))
    : undefined;

/** For each call the earlier ones that removals tie it to, the latest first: what is removed goes after all that was made from it. */
const tiesOf = (calls: readonly OrderedCall[]): readonly (readonly number[])[] => {
  const origins = originsOf(calls);
  const about = new Map<string, number[]>();
  const removals = new Map<string, number[]>();
  return calls.map((call, at) => {
    const things = new Set([...call.things].flatMap((thing) => [...(origins.get(thing) ?? [thing])]));
    const removed = removedBy(call);
    const tied = new Set(removed === undefined ? [] : about.get(removed)?.slice(-NEAR));
    for (const thing of things) {
      for (const removal of removals.get(thing)?.slice(-1) ?? []) tied.add(removal);
      about.set(thing, [...(about.get(thing)?.slice(-NEAR) ?? []), at]);
    }
    if (removed !== undefined) removals.set(removed, [at]);
    return [...tied].sort((one, other) => other - one);
  });
};

/** Adds what removals ask for, but for what a call waits for through others anyway. */
const aroundRemovals = (calls: readonly OrderedCall[], waits: Map<string, string[]>): void => {
  const places = new Map(calls.map(({ id }, at) => [id, at]));
  const waitsOf = (at: number): number[] => {
    const call = calls[at];
    return call === undefined
      ? []
      : [...call.waitsFor, ...(waits.get(call.id) ?? [])].flatMap((id) => places.get(id) ?? []);
  };
  tiesOf(calls).forEach((tied, at) => {
    const earliest = tied.at(-1);
    const id = calls[at]?.id;
    if (earliest === undefined || id === undefined) return;
    const covered = new Set<number>();
    const cover = (from: readonly number[]): void => {
      const open = [...from];
      for (let place = open.pop(); place !== undefined; place = open.pop()) {
        if (place < earliest || covered.has(place)) continue;
        covered.add(place);
        open.push(...waitsOf(place));
      }
    };
    cover(waitsOf(at));
    const list = waits.get(id) ?? [];
    for (const place of tied) {
      if (covered.has(place) || list.length >= WAITS_MAX) continue;
      list.push(calls[place]?.id ?? '');
      cover([place]);
    }
    if (list.length > 0) waits.set(id, list);
  });
};

/**
 * What has to stay in order beyond what variables tell: calls on one and the same thing of which one changes it (filled, read, removed), the
 * removal of a thing and the calls on what was made from it, and where a script names the next request.
 */
export const orderOf = (calls: readonly OrderedCall[]): ReadonlyMap<string, readonly string[]> => {
  const waits = new Map<string, string[]>();
  const add = (id: string, on: string, known: ReadonlySet<string>): void => {
    const list = waits.get(id) ?? [];
    if (id !== on && !known.has(on) && !list.includes(on)) list.push(on);
    waits.set(id, list);
  };
  const onThings = calls
    .map((call, at) => ({ call, at }))
    .filter(({ call }) => hasId(call.request.path) || call.things.size > 0);
  onThings.forEach(({ call }, place) => {
    // The last change before, and what looked at it since.
    for (let before = place - 1; before >= Math.max(0, place - 200); before -= 1) {
      const other = onThings[before]?.call;
      if (other === undefined || !isRelated(other, call)) continue;
      if (isWriting(other.request)) {
        add(call.id, other.id, call.waitsFor);
        break;
      }
      if (isWriting(call.request)) add(call.id, other.id, call.waitsFor);
    }
  });
  aroundRemovals(calls, waits);
  const byName = new Map(calls.map((call, at) => [call.name, at]));
  calls.forEach((call, at) => {
    const target = call.next === undefined ? undefined : byName.get(call.next);
    const next = target === undefined || target <= at ? undefined : calls[target];
    if (next !== undefined) add(next.id, call.id, next.waitsFor);
  });
  return waits;
};
