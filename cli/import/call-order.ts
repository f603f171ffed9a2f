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
}

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

/**
 * What has to stay in order beyond what variables tell: calls on one and the same thing of which one changes it (filled, read, removed), and where
 * a script names the next request.
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
  const byName = new Map(calls.map((call, at) => [call.name, at]));
  calls.forEach((call, at) => {
    const target = call.next === undefined ? undefined : byName.get(call.next);
    const next = target === undefined || target <= at ? undefined : calls[target];
    if (next !== undefined) add(next.id, call.id, next.waitsFor);
  });
  return waits;
};
