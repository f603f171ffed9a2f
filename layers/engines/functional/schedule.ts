import type { CaseResult } from '#core/case-result';
import type { DependencyGraph } from '#core/dependency-graph';
import type { Verdict } from '#core/words';

/** A shared limit of things at once: `acquire` waits for a place and gives the function that frees it. */
export interface Places {
  readonly acquire: () => Promise<() => void>;
}

/** At most `limit` at once, first come, first served. */
export const places = (limit: number): Places => {
  let free = limit;
  const waiting: (() => void)[] = [];
  const release = (): void => {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  };
  const once = (): (() => void) => {
    let released = false;
    return () => {
      if (!released) release();
      released = true;
    };
  };
  return {
    acquire: async () => {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      return once();
    },
  };
};

export interface ScheduleOptions {
  readonly graph: DependencyGraph;
  /** Runs one case whose dependencies passed. */
  readonly run: (id: string) => Promise<CaseResult>;
  /** Makes the result of a case that is not run. */
  readonly skip: (id: string, because: NonNullable<CaseResult['because']>) => CaseResult;
  /** Hears every result as it comes. */
  readonly done: (result: CaseResult) => void;
  /** Limits, the narrowest first. */
  readonly limits: readonly Places[];
  /** Why no further case shall be begun, or undefined. */
  readonly stopped: () => string | undefined;
}

const PAST: { readonly [verdict in Verdict]: string } = {
  passed: 'passed',
  failed: 'failed',
  errored: 'was errored',
  skipped: 'was skipped',
};

/**
 * Runs the cases of a graph: a case begins as soon as everything it needs has passed and there is a place; independent cases run side by
 * side. A case that needs one which did not pass is skipped and says which. Ready cases begin in the order of the graph.
 */
export const schedule = async ({ graph, run, skip, done, limits, stopped }: ScheduleOptions): Promise<void> => {
  const results = new Map<string, Promise<Verdict>>();
  const perform = async (id: string): Promise<Verdict> => {
    const needs = graph.needs.get(id) ?? [];
    const verdicts = await Promise.all(needs.map(async (edge) => ({ edge, verdict: await results.get(edge.to) })));
    const unmet = verdicts.find(({ verdict }) => verdict !== 'passed');
    const releases: (() => void)[] = [];
    try {
      if (unmet === undefined) for (const limit of limits) releases.push(await limit.acquire());
      const stop = stopped();
      const result =
        stop !== undefined
          ? skip(id, { reason: stop })
          : unmet === undefined
            ? await run(id)
            : skip(id, {
                case: unmet.edge.to,
                reason: `needs "${unmet.edge.to}" (${unmet.edge.kind}), which ${PAST[unmet.verdict ?? 'skipped']}`,
              });
      done(result);
      return result.verdict;
    } finally {
      for (const release of releases) release();
    }
  };
  // `order` has what a case needs before the case, so its promise is there when it is asked for.
  for (const id of graph.order) results.set(id, perform(id));
  await Promise.all(results.values());
};
