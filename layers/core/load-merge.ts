/** The figures of k shards as those of one load. */
import { WHOLE } from '#core/acts/load';
import { groupBy, mergeBroken, mergeCounts, mergeTimes } from '#core/load-figures';
import type {
  ConnectionFigures,
  GeneratorFigures,
  LoadFigures,
  MeanFigures,
  MetricFigures,
  OperationFigures,
  ScopedWindows,
  WatchedFigures,
  WindowFigures,
} from '#core/load-figures';
import { mergedSketch } from '#core/sketch';
import type { SketchForm } from '#core/sketch';

const total = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((sum, item) => sum + of(item), 0);

const sketch = <Item>(items: readonly Item[], of: (item: Item) => SketchForm): SketchForm =>
  mergedSketch(items.map(of)).toForm();

const operation = (parts: readonly OperationFigures[]): OperationFigures => ({
  ...mergeTimes(parts),
  name: parts[0]?.name ?? '',
  tags: parts[0]?.tags ?? [],
  failures: mergeCounts(parts.map(({ failures }) => failures)),
  statuses: mergeCounts(parts.map(({ statuses }) => statuses)) as OperationFigures['statuses'],
  bytesIn: total(parts, ({ bytesIn }) => bytesIn),
  checked: total(parts, ({ checked }) => checked),
  broken: mergeBroken(parts.map(({ broken }) => broken)),
});

const chartWindow = (parts: readonly WindowFigures[]): WindowFigures => ({
  atMs: parts[0]?.atMs ?? 0,
  users: total(parts, ({ users }) => users),
  answered: total(parts, ({ answered }) => answered),
  failed: total(parts, ({ failed }) => failed),
  latency: sketch(parts, ({ latency }) => latency),
});

const byTime = <Item extends { readonly atMs: number }>(items: readonly Item[]): readonly Item[] =>
  [...items].sort((a, b) => a.atMs - b.atMs);

const scoped = (parts: readonly ScopedWindows[]): ScopedWindows => {
  const windows = groupBy(
    parts.flatMap((part) => part.windows),
    ({ atMs }) => atMs,
  ).map((group) => ({ ...mergeTimes(group), atMs: group[0]?.atMs ?? 0 }));
  return { ...(parts[0] ?? { windowMs: 1 }), windows: byTime(windows) };
};

const metric = (parts: readonly MetricFigures[]): MetricFigures => ({
  name: parts[0]?.name ?? '',
  hits: total(parts, ({ hits }) => hits),
  values: sketch(parts, ({ values }) => values),
});

/** All shards look at the same system: the points of all are one series. */
const watched = (parts: readonly WatchedFigures[]): WatchedFigures => ({
  name: parts[0]?.name ?? '',
  points: parts.flatMap(({ points }) => points).sort(([a], [b]) => a - b),
  failures: total(parts, ({ failures }) => failures),
});

const mean = (parts: readonly MeanFigures[]): MeanFigures => ({
  count: total(parts, ({ count }) => count),
  sumMs: total(parts, ({ sumMs }) => sumMs),
});

const connections = (parts: readonly ConnectionFigures[]): ConnectionFigures => ({
  opened: total(parts, ({ opened }) => opened),
  reused: total(parts, ({ reused }) => reused),
  mostAtOnce: total(parts, ({ mostAtOnce }) => mostAtOnce),
  limit: total(parts, ({ limit }) => limit),
  waited: total(parts, ({ waited }) => waited),
  resent: total(parts, ({ resent }) => resent),
  refused: mergeCounts(parts.map(({ refused }) => refused)) as ConnectionFigures['refused'],
  bytesIn: total(parts, ({ bytesIn }) => bytesIn),
  bytesOut: total(parts, ({ bytesOut }) => bytesOut),
});

const generator = (parts: readonly GeneratorFigures[]): GeneratorFigures => ({
  planned: parts.some(({ planned }) => planned === null) ? null : total(parts, ({ planned }) => planned ?? 0),
  sent: total(parts, ({ sent }) => sent),
  lag: sketch(parts, ({ lag }) => lag),
  loopDelay: sketch(parts, ({ loopDelay }) => loopDelay),
  cpuMs: total(parts, ({ cpuMs }) => cpuMs),
  throttledMs: parts.some(({ throttledMs }) => throttledMs === null)
    ? null
    : total(parts, ({ throttledMs }) => throttledMs ?? 0),
  serviceFree: mean(parts.map(({ serviceFree }) => serviceFree)),
  serviceFull: mean(parts.map(({ serviceFull }) => serviceFull)),
  startedLateMs: Math.max(0, ...parts.map(({ startedLateMs }) => startedLateMs)),
  connections: connections(parts.map((part) => part.connections)),
});

/** Why no answer can be made of these figures: shards that are missing, or that did different things. */
export const partsProblem = (parts: readonly LoadFigures[]): string | undefined => {
  const [first] = parts;
  if (first === undefined) return 'expected figures of at least one shard, got none';
  const { of } = first.part;
  const indexes = new Set(parts.map(({ part }) => part.index));
  if (parts.some(({ part }) => part.of !== of) || indexes.size !== parts.length)
    return 'expected figures of different shards of one load, got others';
  if (parts.length !== of) return `expected figures of ${String(of)} shards, got ${String(parts.length)}`;
  const same = parts.every(
    (part) =>
      part.model === first.model &&
      part.durationMs === first.durationMs &&
      part.windowMs === first.windowMs &&
      part.measuredFromMs === first.measuredFromMs,
  );
  return same ? undefined : 'expected shards that ran the same plan, got different ones';
};

/**
 * One set of figures of all shards; the order of the shards is irrelevant.
 *
 * @throws RangeError for figures that do not belong together
 */
export const mergeLoad = (figures: readonly LoadFigures[]): LoadFigures => {
  const problem = partsProblem(figures);
  const parts = [...figures].sort((a, b) => a.part.index - b.part.index);
  const [first] = parts;
  if (problem !== undefined || first === undefined) throw new RangeError(problem);
  const ended = parts.flatMap((part) => part.ended ?? []).sort((a, b) => a.atMs - b.atMs)[0];
  const { ended: _own, ...common } = first;
  return {
    ...common,
    part: WHOLE,
    measuredMs: Math.max(...parts.map(({ measuredMs }) => measuredMs)),
    operations: groupBy(
      parts.flatMap(({ operations }) => operations),
      ({ name }) => name,
    ).map(operation),
    windows: byTime(
      groupBy(
        parts.flatMap(({ windows }) => windows),
        ({ atMs }) => atMs,
      ).map(chartWindow),
    ),
    scoped: groupBy(
      parts.flatMap((part) => part.scoped),
      ({ windowMs, tag, operation: name }) => JSON.stringify([windowMs, tag ?? null, name ?? null]),
    ).map(scoped),
    metrics: groupBy(
      parts.flatMap(({ metrics }) => metrics),
      ({ name }) => name,
    ).map(metric),
    watched: groupBy(
      parts.flatMap((part) => part.watched),
      ({ name }) => name,
    ).map(watched),
    connection: {
      fresh: sketch(parts, ({ connection }) => connection.fresh),
      reused: sketch(parts, ({ connection }) => connection.reused),
    },
    cache: { first: sketch(parts, ({ cache }) => cache.first), again: sketch(parts, ({ cache }) => cache.again) },
    generator: generator(parts.map((part) => part.generator)),
    ...(ended === undefined ? {} : { ended }),
  };
};
