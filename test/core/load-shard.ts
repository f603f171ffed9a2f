/** Figures of one shard as an engine leaves them, made of latencies. */
import type { LoadFigures, OperationFigures } from '#core/load-figures';
import { Sketch } from '#core/sketch';
import type { SketchForm } from '#core/sketch';

export const form = (values: readonly number[]): SketchForm => {
  const sketch = new Sketch();
  for (const value of values) sketch.record(value);
  return sketch.toForm();
};

const EMPTY = form([]);

export const operation = (
  name: string,
  latencies: readonly number[],
  rest: Partial<OperationFigures> = {},
): OperationFigures => ({
  name,
  tags: [],
  requests: latencies.length,
  answered: latencies.length,
  failed: 0,
  failures: {},
  statuses: { 200: latencies.length },
  latency: form(latencies),
  service: form(latencies),
  bytesIn: 0,
  checked: latencies.length,
  broken: [],
  ...rest,
});

/** A shard that measured for ten seconds without trouble. */
export const shard = (
  operations: readonly OperationFigures[],
  rest: Partial<Omit<LoadFigures, 'generator'>> & { readonly generator?: Partial<LoadFigures['generator']> } = {},
): LoadFigures => {
  const requests = operations.reduce((sum, one) => sum + one.requests, 0);
  const { generator, ...others } = rest;
  return {
    version: 1,
    part: { index: 0, of: 1 },
    model: 'open',
    measuredFromMs: 0,
    measuredMs: 10_000,
    durationMs: 10_000,
    windowMs: 1000,
    checkShare: 1,
    operations,
    windows: [],
    scoped: [],
    metrics: [],
    watched: [],
    connection: { fresh: EMPTY, reused: EMPTY },
    cache: { first: EMPTY, again: EMPTY },
    ...others,
    generator: {
      planned: requests,
      sent: requests,
      lag: form([0.5, 0.6]),
      loopDelay: form([0.5, 0.6]),
      cpuMs: 2000,
      throttledMs: 0,
      serviceFree: { count: requests, sumMs: requests * 10 },
      serviceFull: { count: 0, sumMs: 0 },
      startedLateMs: 0,
      connections: {
        opened: 10,
        reused: requests,
        mostAtOnce: 10,
        limit: 100,
        waited: 0,
        resent: 0,
        refused: {},
        bytesIn: 0,
        bytesOut: 0,
      },
      ...generator,
    },
  };
};

export const repeated = (count: number, value: number): number[] => Array.from({ length: count }, () => value);
