/** Figures of loads: a table for each, and latency and rate over time as lines and as a table. */
import type { CaseSummary } from '#core/case-summary';
import { nameOf } from '#core/case-summary';
import { readLoadDetails } from '#core/load-details';
import { loadReport } from '#core/load-report';
import type { LoadPoint, LoadReport } from '#core/load-report';
import { html, tableOf } from '#core/report/html/markup';
import type { Markup } from '#core/report/html/markup';

const WIDTH = 960;
const HEIGHT = 220;
const LEFT = 56;
const BOTTOM = 24;
const TOP = 22;

const shown = (value: number | null): string =>
  value === null ? '-' : value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
const round = (value: number): number => Math.round(value * 10) / 10;

interface Series {
  readonly name: string;
  readonly of: (point: LoadPoint) => number | null;
}

const LATENCY: readonly Series[] = [
  { name: 'p50', of: ({ p50 }) => p50 },
  { name: 'p95', of: ({ p95 }) => p95 },
  { name: 'p99', of: ({ p99 }) => p99 },
];
const RATE: readonly Series[] = [
  { name: 'requests/s', of: ({ rps }) => rps },
  { name: 'users', of: ({ users }) => users },
];

/** Lines over time on one scale that begins at 0. Nothing for fewer than two points. */
const chart = (
  title: string,
  unit: string,
  points: readonly LoadPoint[],
  series: readonly Series[],
): Markup | string => {
  const last = points.at(-1);
  if (points.length < 2 || last === undefined || last.atMs <= 0) return '';
  const values = points.flatMap((point) => series.flatMap(({ of }) => of(point) ?? []));
  const most = values.reduce((one, other) => Math.max(one, other), 0) || 1;
  const x = (atMs: number): number => round(LEFT + (atMs / last.atMs) * (WIDTH - LEFT - 4));
  const y = (value: number): number => round(TOP + (1 - value / most) * (HEIGHT - TOP - BOTTOM));
  const label = `${title}: ${series.map(({ name }) => name).join(', ')}, 0 to ${shown(most)} ${unit} over ${shown(last.atMs / 1000)} s`;
  return html`<svg class="chart" role="img" aria-label="${label}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
    <text x="${LEFT}" y="14">${title} (${unit})</text>
    ${series.map(
      ({ name }, at) =>
        html`<line class="line series-${at}" x1="${360 + at * 150}" y1="10" x2="${390 + at * 150}" y2="10" /><text
            x="${396 + at * 150}"
            y="14"
            >${name}</text
          > `,
    )}
    <line class="axis" x1="${LEFT}" y1="${y(0)}" x2="${WIDTH - 4}" y2="${y(0)}" />
    <line class="axis" x1="${LEFT}" y1="${y(most)}" x2="${WIDTH - 4}" y2="${y(most)}" />
    <text x="${LEFT - 6}" y="${y(0)}" text-anchor="end">0</text>
    <text x="${LEFT - 6}" y="${y(most) + 8}" text-anchor="end">${shown(most)}</text>
    <text x="${LEFT}" y="${HEIGHT - 6}">0 s</text>
    <text x="${WIDTH - 4}" y="${HEIGHT - 6}" text-anchor="end">${shown(last.atMs / 1000)} s</text>
    ${series.map(({ of }, at) => {
      const drawn = points.flatMap((point) => {
        const value = of(point);
        return value === null ? [] : [`${String(x(point.atMs))},${String(y(value))}`];
      });
      return html`<polyline class="line series-${at}" points="${drawn.join(' ')}" /> `;
    })}
  </svg> `;
};

const rowsTable = (name: string, { rows, relativeError }: LoadReport): Markup =>
  tableOf(
    `${name}: latency in ms from the intended start, percentiles at most ${String(relativeError * 100)} % off`,
    ['operation', 'requests', 'failed', 'requests/s', 'min', 'mean', 'p50', 'p90', 'p95', 'p99', 'max'],
    rows.map(({ operation, requests, failed, rps, latencyMs }) => [
      operation,
      requests,
      failed,
      shown(rps),
      ...[latencyMs.min, latencyMs.mean, latencyMs.p50, latencyMs.p90, latencyMs.p95, latencyMs.p99, latencyMs.max].map(
        shown,
      ),
    ]),
  );

const WINDOWS_MAX = 60;

const windowsTable = (name: string, { windows }: LoadReport): Markup | string => {
  const step = Math.max(1, Math.ceil(windows.length / WINDOWS_MAX));
  const some = windows.filter((_point, at) => at % step === 0);
  return some.length < 2
    ? ''
    : tableOf(
        `${name}: over time`,
        ['after s', 'users', 'requests/s', 'failed', 'p50', 'p95', 'p99'],
        some.map((point) => [
          shown(point.atMs / 1000),
          point.users,
          shown(point.rps),
          point.failed,
          ...[point.p50, point.p95, point.p99].map(shown),
        ]),
      );
};

const distributionTable = (name: string, { rows }: LoadReport): Markup | string => {
  const total = rows.find(({ operation }) => operation === 'total') ?? rows.at(-1);
  return total === undefined
    ? ''
    : tableOf(
        `${name}: how many requests took how long`,
        ['up to ms', 'requests'],
        total.distribution
          .filter(({ requests }) => requests > 0)
          .map(({ upToMs, requests }) => [upToMs === null ? 'longer' : shown(upToMs), requests]),
      );
};

/** Each load of the run. */
export const loadSection = (lines: readonly CaseSummary[]): readonly Markup[] =>
  lines.flatMap((line) => {
    const details = readLoadDetails(line.probe?.load);
    if (details === undefined) return [];
    const report = loadReport(details.figures);
    const name = nameOf(line);
    return [
      html`<h3>${line.name}</h3>
        ${rowsTable(name, report)} ${chart('Latency', 'ms', report.windows, LATENCY)}
        ${chart('Rate and users', 'per second, users', report.windows, RATE)}
        <details>
          <summary>Figures over time and distribution</summary>
          <div>${windowsTable(name, report)} ${distributionTable(name, report)}</div>
        </details> `,
    ];
  });
