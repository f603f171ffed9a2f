/** When each case ran, shard by shard: a bar for each, and the same as a table for those who do not see it. */
import { nameOf } from '#core/case-summary';
import type { CaseSummary } from '#core/case-summary';
import { html, tableOf } from '#core/report/html/markup';
import type { Markup } from '#core/report/html/markup';
import { windowOf } from '#core/report/run-report';
import type { RunReport } from '#core/report/run-report';

const WIDTH = 960;
const LABEL = 70;
const ROW = 12;
const GAP = 10;
/** Bars of one shard side by side in time; what does not fit is drawn in the last lane. */
const LANES_MAX = 10;
/** A picture of more bars shows nothing more; the failures are always among them. */
const BARS_MAX = 2000;

interface Bar {
  readonly summary: CaseSummary;
  readonly lane: number;
}

/** The first lane that is free at its start. */
const inLanes = (cases: readonly CaseSummary[]): readonly Bar[] => {
  const freeAt: number[] = [];
  return [...cases]
    .sort((a, b) => a.startedAtEpochMs - b.startedAtEpochMs || (nameOf(a) < nameOf(b) ? -1 : 1))
    .map((summary) => {
      const found = freeAt.findIndex((end) => end <= summary.startedAtEpochMs);
      const lane = Math.min(found < 0 ? freeAt.length : found, LANES_MAX - 1);
      freeAt[lane] = Math.max(freeAt[lane] ?? 0, summary.startedAtEpochMs + summary.durationMs);
      return { summary, lane };
    });
};

const isWrong = ({ verdict }: CaseSummary): boolean => verdict === 'failed' || verdict === 'errored';

const chosen = (lines: readonly CaseSummary[]): readonly CaseSummary[] => {
  const ran = lines.filter(({ verdict }) => verdict !== 'skipped');
  return [...ran.filter(isWrong), ...ran.filter((one) => !isWrong(one))].slice(0, BARS_MAX);
};

const round = (value: number): number => Math.round(value * 10) / 10;
const seconds = (ms: number): string => `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 1)} s`;

/** Nothing when no case ran. */
export const timeline = (report: RunReport, lines: readonly CaseSummary[]): readonly Markup[] => {
  const { startEpochMs, endEpochMs } = windowOf(report);
  const drawn = chosen(lines);
  if (drawn.length === 0) return [];
  const wholeMs = Math.max(1, endEpochMs - startEpochMs);
  const x = (ms: number): number => round(LABEL + ((ms - startEpochMs) / wholeMs) * (WIDTH - LABEL - 4));
  const shards = [...Map.groupBy(drawn, ({ decidedBy }) => decidedBy)].sort(([a], [b]) => a - b);
  let top = 0;
  const groups = shards.map(([shard, cases]) => {
    const bars = inLanes(cases);
    const lanes = bars.reduce((most, { lane }) => Math.max(most, lane + 1), 1);
    const y = top;
    top += lanes * ROW + GAP;
    return html`<text x="0" y="${y + ROW - 2}">shard ${shard}</text> ${bars.map(({ summary, lane }) => {
        const from = x(summary.startedAtEpochMs);
        const width = Math.max(1.5, round(x(summary.startedAtEpochMs + summary.durationMs) - from));
        return html`<rect
          class="bar-${summary.verdict}"
          x="${from}"
          y="${y + lane * ROW}"
          width="${width}"
          height="${ROW - 2}"
          ><title>${nameOf(summary)}: ${summary.verdict}, ${seconds(summary.durationMs)}</title></rect
        > `;
      })}`;
  });
  const title = `${String(drawn.length)} cases in ${String(shards.length)} shards over ${seconds(wholeMs)}`;
  const slowest = [...drawn].sort((a, b) => b.durationMs - a.durationMs).slice(0, 10);
  return [
    html`<svg class="chart" role="img" aria-label="${title}" viewBox="0 0 ${WIDTH} ${top + 18}">
      ${groups}
      <line class="axis" x1="${LABEL}" y1="${top}" x2="${WIDTH - 4}" y2="${top}" />
      <text x="${LABEL}" y="${top + 14}">0 s</text>
      <text x="${WIDTH - 4}" y="${top + 14}" text-anchor="end">${seconds(wholeMs)}</text>
    </svg> `,
    tableOf(
      'The slowest cases',
      ['case', 'shard', 'began after', 'took', 'verdict'],
      slowest.map((one) => [
        nameOf(one),
        one.decidedBy,
        seconds(one.startedAtEpochMs - startEpochMs),
        seconds(one.durationMs),
        one.verdict,
      ]),
    ),
  ];
};
