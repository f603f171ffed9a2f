import type { RunView } from '../plane/wire.ts';
import type { Paint } from '../render/paint.ts';
import { oneLine } from '../render/paint.ts';
import { counted } from '../render/table.ts';

type ShardView = RunView['progress']['shards'][number];
type Counts = RunView['progress']['counts'];

/** `17 passed (1 flaky), 1 failed`: only what there is, `nothing yet` before. Flaky cases are among those that passed. */
export const countsText = (counts: Counts, paint: Paint): string => {
  const flaky = counts.flaky > 0 ? paint.yellow(` (${String(counts.flaky)} flaky)`) : '';
  const parts = [
    counts.passed > 0 ? `${paint.green(`${String(counts.passed)} passed`)}${flaky}` : '',
    counts.failed > 0 ? paint.red(`${String(counts.failed)} failed`) : '',
    counts.errored > 0 ? paint.red(`${String(counts.errored)} errored`) : '',
    counts.skipped > 0 ? paint.yellow(`${String(counts.skipped)} skipped`) : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'nothing yet' : parts.join(', ');
};

/** A bar of `width` characters: `[#########-------]`. Plain ASCII, so that every terminal and log shows it. */
export const bar = (done: number, of: number, width: number): string => {
  const filled = of <= 0 ? 0 : Math.min(width, Math.floor((done / of) * width));
  return `[${'#'.repeat(filled)}${'-'.repeat(width - filled)}]`;
};

const shardState = (shard: ShardView, paint: Paint): string => {
  const text = shard.state.padEnd(8);
  if (shard.state === 'recorded') return paint.green(text);
  if (shard.state === 'lost') return paint.red(text);
  return shard.state === 'running' ? paint.cyan(text) : paint.dim(text);
};

const shardLine = (shard: ShardView, paint: Paint): string => {
  const attempt = shard.attempts.length > 1 ? `, attempt ${String(shard.attempts.length)}` : '';
  const lost = shard.lostReason === null ? '' : `, ${oneLine(shard.lostReason, 60)}`;
  const counts = shard.counts === null ? '' : `  ${countsText(shard.counts, paint)}`;
  const name = `shard ${String(shard.shard).padStart(2)}`;
  return `  ${name}  ${shard.executor.padEnd(7)}  ${shardState(shard, paint)}  ${String(shard.casesDone)}/${String(shard.cases)}${counts}${attempt}${lost}`;
};

/** Running shards first, then lost, planned, recorded: what a watcher wants to see when not all fit. */
const INTEREST: { readonly [state: string]: number } = { running: 0, lost: 1, planned: 2, recorded: 3 };

const hiddenText = (hidden: readonly ShardView[]): string => {
  const states = ['running', 'lost', 'planned', 'recorded'] as const;
  const parts = states.flatMap((state) => {
    const count = hidden.filter((shard) => shard.state === state).length;
    return count === 0 ? [] : [`${String(count)} ${state}`];
  });
  return `  and ${counted(hidden.length, 'more shard')}: ${parts.join(', ')}`;
};

/** One line for the whole run. */
export const overallLine = (view: RunView, nowMs: number, paint: Paint): string => {
  const { cases, casesDone, counts } = view.progress;
  const startedMs = Date.parse(view.timings.acceptedAt ?? '');
  const seconds = Number.isNaN(startedMs) ? '' : `  ${String(Math.max(0, Math.round((nowMs - startedMs) / 1000)))} s`;
  const total = cases === null ? '' : `${String(casesDone)}/${String(cases)}  `;
  const stop = view.stop === null ? '' : paint.yellow(`  stopping: ${view.stop.reason}`);
  return `${view.state.padEnd(8)} ${paint.bold(bar(casesDone, cases ?? 0, 24))}  ${total}${countsText(counts, paint)}${seconds}${stop}`;
};

/** The live picture: the overall bar and a line for each shard, at most `linesMax` lines. */
export const progressLines = (view: RunView, nowMs: number, paint: Paint, linesMax: number): string[] => {
  const shards = view.progress.shards;
  const room = Math.max(1, linesMax - 2);
  const shown =
    shards.length <= room
      ? shards
      : [...shards].sort((a, b) => (INTEREST[a.state] ?? 9) - (INTEREST[b.state] ?? 9)).slice(0, room);
  const hidden = shards.filter((shard) => !shown.includes(shard));
  return [
    overallLine(view, nowMs, paint),
    ...[...shown].sort((a, b) => a.shard - b.shard).map((shard) => shardLine(shard, paint)),
    ...(hidden.length === 0 ? [] : [hiddenText(hidden)]),
  ];
};
