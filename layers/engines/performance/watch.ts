/** Looks at metrics of the system under test while a load runs, through the guarded client of the probe. */
import { WATCH_MS_DEFAULT } from '#core/acts/load';
import type { LoadDefinition, WatchedMetric } from '#core/acts/load';
import type { WatchedFigures } from '#core/load-figures';
import { prometheusValue, queryValue } from '#core/load-prometheus-text';
import { errorText } from '#engines/http/http-failure';
import type { Pacer } from '#engines/performance/pacer';
import type { ProbeContext } from '#engines/probe/probe';

export interface Watch {
  readonly begin: () => void;
  readonly values: (name: string) => readonly number[] | undefined;
  readonly figures: () => readonly WatchedFigures[];
  /** Why a metric had no value, the last time that it had none. */
  readonly problems: ReadonlyMap<string, string>;
}

/** Points of a metric that are kept: a day at the default pace. */
const POINTS_MAX = 20_000;
const TIMEOUT_MS = 5000;

export interface WatchOptions {
  readonly load: Pick<LoadDefinition, 'watch'>;
  readonly context: Pick<ProbeContext, 'send' | 'mask'>;
  readonly pacer: Pacer;
  readonly startMs: number;
  readonly nowMs: () => number;
}

const requestOf = ({ scrape, query }: WatchedMetric): { readonly path: string; readonly target?: string } => {
  if (scrape !== undefined)
    return { path: scrape.path, ...(scrape.target === undefined ? {} : { target: scrape.target }) };
  const path = `${query?.path ?? '/api/v1/query'}?query=${encodeURIComponent(query?.expression ?? '')}`;
  return { path, ...(query?.target === undefined ? {} : { target: query.target }) };
};

const read = async (metric: WatchedMetric, { context }: WatchOptions): Promise<number> => {
  const { response, failure } = await context.send({ method: 'GET', ...requestOf(metric), timeoutMs: TIMEOUT_MS });
  if (response === undefined) throw new Error(failure?.message ?? 'expected an answer, got none');
  if (response.status !== 200) throw new Error(`expected status 200, got ${String(response.status)}`);
  const { body } = response;
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8');
  return metric.scrape === undefined
    ? queryValue(text)
    : prometheusValue(text, metric.scrape.metric, metric.scrape.labels);
};

export const watchMetrics = (options: WatchOptions): Watch => {
  const { load, pacer, startMs, nowMs, context } = options;
  const problems = new Map<string, string>();
  const kept = new Map(
    (load.watch ?? []).map((metric) => [metric.name, { metric, points: [] as [number, number][], failures: 0 }]),
  );
  const look = (name: string): void => {
    const found = kept.get(name);
    if (found === undefined) return;
    const { metric, points } = found;
    let before: readonly [number, number] | undefined;
    const again = (): void => {
      const atMs = nowMs() - startMs;
      pacer.at(nowMs() + (metric.everyMs ?? WATCH_MS_DEFAULT), again);
      read(metric, options).then(
        (value) => {
          const last = before;
          before = [atMs, value];
          if (points.length >= POINTS_MAX) return;
          if (metric.as !== 'rate') points.push([atMs, value]);
          // A counter that fell was begun anew; its growth in between is not known.
          else if (last !== undefined && value >= last[1] && atMs > last[0])
            points.push([atMs, ((value - last[1]) * 1000) / (atMs - last[0])]);
        },
        (error: unknown) => {
          found.failures += 1;
          problems.set(name, context.mask(errorText(error)));
        },
      );
    };
    again();
  };
  return {
    begin: () => {
      for (const name of kept.keys()) look(name);
    },
    values: (name) => kept.get(name)?.points.map(([, value]) => value),
    figures: () => [...kept].map(([name, { points, failures }]) => ({ name, points, failures })),
    problems,
  };
};
