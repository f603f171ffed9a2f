import type { CommandContext } from '../command-context.ts';
import type { RunView } from '../plane/wire.ts';
import { makePaint } from '../render/paint.ts';
import { countsText, progressLines } from './progress-lines.ts';

/** Shows how a run goes on, on stderr. */
export interface ProgressView {
  show(view: RunView): void;
  /** Leaves the last picture standing. */
  end(): void;
}

/** A picture that is drawn over itself: for terminals. */
const livePicture = (context: CommandContext): ProgressView => {
  const { stderr } = context.world;
  let drawn = 0;
  return {
    show: (view) => {
      const lines = progressLines(view, context.world.nowMs(), context.notePaint, stderr.rows - 2);
      const up = drawn === 0 ? '' : `\u001B[${String(drawn)}A\r\u001B[0J`;
      // Lines are not wrapped by the terminal while they are drawn: a wrapped line would count as two when going up again.
      stderr.write(`${up}\u001B[?7l${lines.join('\n')}\n\u001B[?7h`);
      drawn = lines.length;
    },
    end: () => {
      drawn = 0;
    },
  };
};

/** One line whenever something a reader of a log wants to know has happened. */
const plainLines = (context: CommandContext): ProgressView => {
  const shardStates = new Map<number, string>();
  const paint = makePaint(false);
  let lastState = '';
  let lastDone = -1;
  return {
    show: (view) => {
      if (view.state !== lastState) {
        lastState = view.state;
        context.note(`run ${view.runId}: ${view.state}\n`);
      }
      for (const shard of view.progress.shards) {
        const key = `${shard.state} ${String(shard.attempts.length)}`;
        if (shard.state === 'planned' || shardStates.get(shard.shard) === key) continue;
        shardStates.set(shard.shard, key);
        const counts = shard.counts === null ? '' : `: ${countsText(shard.counts, paint)}`;
        const lost = shard.lostReason === null ? '' : `: ${shard.lostReason}`;
        context.note(
          `shard ${String(shard.shard)} (${shard.executor}): ${shard.state}${shard.state === 'recorded' ? counts : lost}\n`,
        );
      }
      const { cases, casesDone, counts } = view.progress;
      if (casesDone > 0 && casesDone !== lastDone) {
        lastDone = casesDone;
        context.note(
          `${String(casesDone)}/${cases === null ? '?' : String(cases)} cases: ${countsText(counts, paint)}\n`,
        );
      }
    },
    end: () => undefined,
  };
};

/** Live on a terminal, plain lines elsewhere (pipes, CI logs, TERM=dumb). */
export const makeProgressView = (context: CommandContext): ProgressView =>
  context.world.stderr.isTTY && context.world.env['TERM'] !== 'dumb' && context.world.env['CI'] === undefined
    ? livePicture(context)
    : plainLines(context);
