import type { SkipReason } from '#core/case-result';
import type { DependencyEdge, GraphUnit } from '#core/dependency-graph';
import type { Verdict } from '#core/words';
import type { Clock } from '#ports/clock';

/** A shared limit of things at once. */
export interface Places {
  /** Takes a place: at once, or when the promise is fulfilled. Each is to be followed by one `leave`. */
  readonly enter: () => Promise<void> | undefined;
  readonly leave: () => void;
  /** Waits for a place and gives the function that frees it. */
  readonly acquire: () => Promise<() => void>;
}

/** Waits that are over and not yet forgotten. */
const TURNS_KEPT_MAX = 1000;

/** At most `limit` at once, first come, first served. */
export const places = (limit: number): Places => {
  let free = limit;
  const waiting: (() => void)[] = [];
  // Whose turn is next: taking the first of thousands out of a list moves all behind it, so that is done seldom.
  let first = 0;
  const leave = (): void => {
    const next = waiting[first];
    if (next === undefined) {
      free += 1;
      return;
    }
    first += 1;
    if (first === waiting.length || first === TURNS_KEPT_MAX) {
      waiting.splice(0, first);
      first = 0;
    }
    next();
  };
  const once = (): (() => void) => {
    let released = false;
    return () => {
      if (!released) leave();
      released = true;
    };
  };
  const enter = (): Promise<void> | undefined => {
    if (free === 0) return new Promise((resolve) => waiting.push(resolve));
    free -= 1;
    return undefined;
  };
  return {
    enter,
    leave,
    acquire: async () => {
      await enter();
      return once();
    },
  };
};

/** How a case ended, for those that need it. */
export interface Outcome {
  readonly verdict: Verdict;
  /** From the case that failed first down to this one; empty for one that passed. */
  readonly chain: readonly string[];
}

export const PASSED: Outcome = { verdict: 'passed', chain: [] };

/** Of two ends of one case, the one that decides for those that need it. */
export const worst = (one: Outcome, other: Outcome): Outcome => {
  const rank = ['failed', 'errored', 'skipped', 'passed'] as const;
  return rank.indexOf(one.verdict) <= rank.indexOf(other.verdict) ? one : other;
};

/** What happens to a case: it may run, it must be skipped, or the wait for what it needs was too long. */
export type Readiness =
  | { readonly kind: 'ready' }
  | { readonly kind: 'skip'; readonly because: SkipReason }
  | { readonly kind: 'late'; readonly message: string };

export interface ScheduleOptions {
  /** What others need first. */
  readonly units: readonly GraphUnit[];
  readonly needs: ReadonlyMap<string, readonly DependencyEdge[]>;
  /** Cases that are not in `units` and ended before; needs outside both are ignored. */
  readonly settled: ReadonlyMap<string, Outcome>;
  /** Runs a case, or says that it was skipped. */
  readonly runCase: (id: string, readiness: Readiness) => Promise<Outcome>;
  /** Runs all cases of a flow over its rows, given how what they need outside of it ended. */
  readonly runFlow: (unit: GraphUnit, outside: ReadonlyMap<string, Outcome>) => Promise<ReadonlyMap<string, Outcome>>;
  /** Most milliseconds that a case waits for what it needs; undefined for no limit. */
  readonly waitMsMax: (id: string) => number | undefined;
  readonly isSetup: (id: string) => boolean;
  readonly clock: Clock;
}

const PAST: { readonly [verdict in Verdict]: string } = {
  passed: 'passed',
  failed: 'failed',
  errored: 'was errored',
  skipped: 'was skipped',
};

type Ends = Map<string, Promise<Outcome>>;

const readinessOf = async (id: string, ends: Ends, options: ScheduleOptions): Promise<Readiness> => {
  // A failed setup is the reason for everything behind it, whatever else was skipped for it.
  const needs = (options.needs.get(id) ?? [])
    .filter((edge) => ends.has(edge.to))
    .toSorted((one, other) => Number(options.isSetup(other.to)) - Number(options.isSetup(one.to)));
  for (const edge of needs) {
    const end = await ends.get(edge.to);
    if (end === undefined || end.verdict === 'passed') continue;
    const kind = options.isSetup(edge.to) ? 'setup' : 'dependency';
    const reason = `needs "${edge.to}" (${edge.kind}), which ${PAST[end.verdict]}`;
    const because: SkipReason = { kind, case: edge.to, reason, chain: end.chain };
    return { kind: 'skip', because };
  }
  return READY;
};

/** Waits for what a case needs, but no longer than it allows. */
const inTime = async (id: string, ends: Ends, options: ScheduleOptions): Promise<Readiness> => {
  const limitMs = options.waitMsMax(id);
  const ready = readinessOf(id, ends, options);
  if (limitMs === undefined) return ready;
  const ended = new AbortController();
  const late = options.clock.sleep(limitMs, ended.signal).then(
    (): Readiness => ({
      kind: 'late',
      message: `expected what the case needs to end within ${String(limitMs)} ms, got no end of ${waitedFor(id, options)}`,
    }),
    () => ready,
  );
  try {
    return await Promise.race([ready, late]);
  } finally {
    ended.abort();
  }
};

const waitedFor = (id: string, { needs }: ScheduleOptions): string =>
  (needs.get(id) ?? []).map((edge) => `"${edge.to}"`).join(', ');

/** How everything ended that the cases of a flow need outside of it. */
const outsideOf = async (unit: GraphUnit, ends: Ends, { needs }: ScheduleOptions): Promise<Map<string, Outcome>> => {
  const own = new Set(unit.cases);
  const outside = new Map<string, Outcome>();
  for (const edge of unit.cases.flatMap((id) => needs.get(id) ?? [])) {
    const end = own.has(edge.to) ? undefined : await ends.get(edge.to);
    if (end !== undefined) outside.set(edge.to, end);
  }
  return outside;
};

const READY: Readiness = { kind: 'ready' };

/** Most cases need nothing: they begin without a wait. */
const begin = (id: string, ends: Ends, options: ScheduleOptions): Promise<Outcome> =>
  (options.needs.get(id)?.length ?? 0) === 0
    ? options.runCase(id, READY)
    : inTime(id, ends, options).then((ready) => options.runCase(id, ready));

/**
 * Runs units: each begins as soon as everything it needs has ended; independent ones run side by side. A case that needs one which did not
 * pass is told so, with the chain of what failed before.
 */
export const schedule = async (options: ScheduleOptions): Promise<ReadonlyMap<string, Outcome>> => {
  const ends: Ends = new Map([...options.settled].map(([id, end]) => [id, Promise.resolve(end)]));
  // `units` has what a unit needs before it, so its promise is there when it is asked for.
  for (const unit of options.units) {
    const [first = ''] = unit.cases;
    if (unit.flow === undefined) ends.set(first, begin(first, ends, options));
    else {
      const flow = outsideOf(unit, ends, options).then((outside) => options.runFlow(unit, outside));
      for (const id of unit.cases)
        ends.set(
          id,
          flow.then((all) => all.get(id) ?? PASSED),
        );
    }
  }
  const all = await Promise.all(ends.values());
  return new Map([...ends.keys()].map((id, at) => [id, all[at] ?? PASSED]));
};
