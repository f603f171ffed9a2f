/** Figures of a load for people and other programs: a row for each operation and one for all, as JSON and as CSV. */
import type { FailureCounts, LoadFigures, OperationFigures } from '#core/load-figures';
import { mergeCounts, mergeTimes } from '#core/load-figures';
import { RELATIVE_ERROR, Sketch } from '#core/sketch';
import type { SketchForm } from '#core/sketch';

/** Milliseconds; null where nothing was measured. Percentiles are at most `relativeError` of their value off, the rest is exact. */
export interface TimeColumns {
  readonly min: number | null;
  readonly mean: number | null;
  readonly max: number | null;
  readonly p50: number | null;
  readonly p90: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
}

export interface LoadRow {
  /** `total` for all operations together. */
  readonly operation: string;
  readonly requests: number;
  readonly failed: number;
  readonly failures: FailureCounts;
  readonly statuses: OperationFigures['statuses'];
  readonly rps: number;
  readonly latencyMs: TimeColumns;
  readonly serviceMs: TimeColumns;
  /** Requests whose latency is at most so many milliseconds, more than the bound before; the last one has none. */
  readonly distribution: readonly { readonly upToMs: number | null; readonly requests: number }[];
  readonly checked: number;
}

export interface LoadReport {
  readonly relativeError: number;
  readonly measuredMs: number;
  readonly checkShare: number;
  readonly rows: readonly LoadRow[];
  readonly windows: readonly LoadPoint[];
  readonly watched: LoadFigures['watched'];
  /** Service times of new and kept connections, and of first and later requests to an address. */
  readonly connections: {
    readonly opened: number;
    readonly reused: number;
    readonly fresh: TimeColumns;
    readonly kept: TimeColumns;
  };
  readonly cache: { readonly first: TimeColumns; readonly again: TimeColumns };
}

export interface LoadPoint {
  readonly atMs: number;
  readonly users: number;
  readonly rps: number;
  readonly failed: number;
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
}

const BOUNDS_MS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];
const TOTAL = 'total';

const rounded = (value: number | undefined): number | null =>
  value === undefined ? null : Number(value.toPrecision(6));

const columns = (form: SketchForm): TimeColumns => {
  const sketch = Sketch.fromForm(form);
  const at = (share: number): number | null => rounded(sketch.quantile(share));
  return {
    min: rounded(sketch.min),
    mean: rounded(sketch.mean),
    max: rounded(sketch.max),
    p50: at(0.5),
    p90: at(0.9),
    p95: at(0.95),
    p99: at(0.99),
  };
};

const distribution = (form: SketchForm): LoadRow['distribution'] => {
  const sketch = Sketch.fromForm(form);
  const upTo = sketch.countsUpTo(BOUNDS_MS);
  const steps = BOUNDS_MS.map((upToMs, index) => ({
    upToMs,
    requests: (upTo[index] ?? 0) - (index === 0 ? 0 : (upTo[index - 1] ?? 0)),
  }));
  return [...steps, { upToMs: null, requests: sketch.count - (upTo.at(-1) ?? 0) }];
};

const rowOf = (figures: Omit<OperationFigures, 'tags' | 'broken' | 'bytesIn'>, measuredMs: number): LoadRow => ({
  operation: figures.name,
  requests: figures.requests,
  failed: figures.failed,
  failures: figures.failures,
  statuses: figures.statuses,
  rps: rounded((figures.answered * 1000) / measuredMs) ?? 0,
  latencyMs: columns(figures.latency),
  serviceMs: columns(figures.service),
  distribution: distribution(figures.latency),
  checked: figures.checked,
});

/** @param figures of the whole load (`mergeLoad`) */
export const loadReport = (figures: LoadFigures): LoadReport => {
  const { operations, measuredMs, windowMs, windows, connection, cache, generator } = figures;
  const total = {
    ...mergeTimes(operations),
    name: TOTAL,
    failures: mergeCounts(operations.map(({ failures }) => failures)),
    statuses: mergeCounts(operations.map(({ statuses }) => statuses)) as OperationFigures['statuses'],
    checked: operations.reduce((sum, { checked }) => sum + checked, 0),
  };
  return {
    relativeError: RELATIVE_ERROR,
    measuredMs,
    checkShare: figures.checkShare,
    rows: [...operations, total].map((one) => rowOf(one, measuredMs)),
    windows: windows.map(({ atMs, users, answered, failed, latency }) => {
      const { p50, p95, p99 } = columns(latency);
      return { atMs, users, rps: rounded((answered * 1000) / windowMs) ?? 0, failed, p50, p95, p99 };
    }),
    watched: figures.watched,
    connections: {
      opened: generator.connections.opened,
      reused: generator.connections.reused,
      fresh: columns(connection.fresh),
      kept: columns(connection.reused),
    },
    cache: { first: columns(cache.first), again: columns(cache.again) },
  };
};

/** RFC 4180; a name that a spreadsheet would take for a formula is kept from being one. */
const cell = (value: string | number | null): string => {
  if (value === null) return '';
  const text = String(value);
  if (typeof value === 'number') return text;
  const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const line = (cells: readonly (string | number | null)[]): string => `${cells.map(cell).join(',')}\r\n`;

const TIME_COLUMNS = ['min', 'mean', 'max', 'p50', 'p90', 'p95', 'p99'] as const;

/** One line for each operation and one for all; a column for each type of failure that came. */
export const loadCsv = ({ rows }: LoadReport): string => {
  const types = [...new Set(rows.flatMap(({ failures }) => Object.keys(failures)))].sort() as (keyof FailureCounts)[];
  const head = [
    ...['operation', 'requests', 'failed', 'rps'],
    ...TIME_COLUMNS.map((name) => `latency_ms_${name}`),
    ...TIME_COLUMNS.map((name) => `service_ms_${name}`),
    ...types.map((type) => `failed_${type}`),
  ];
  const body = rows.map(({ operation, requests, failed, rps, latencyMs, serviceMs, failures }) =>
    line([
      ...[operation, requests, failed, rps],
      ...TIME_COLUMNS.map((name) => latencyMs[name]),
      ...TIME_COLUMNS.map((name) => serviceMs[name]),
      ...types.map((type) => failures[type] ?? 0),
    ]),
  );
  return [line(head), ...body].join('');
};

/** Users, rate and times over time, as CSV. */
export const loadSeriesCsv = ({ windows }: LoadReport): string =>
  [
    line(['at_ms', 'users', 'rps', 'failed', 'p50_ms', 'p95_ms', 'p99_ms']),
    ...windows.map(({ atMs, users, rps, failed, p50, p95, p99 }) => line([atMs, users, rps, failed, p50, p95, p99])),
  ].join('');
