import { CliFailure } from '../cli-failure.ts';
import type { CommandContext } from '../command-context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { PlaneClient } from '../plane/plane-client.ts';
import { duration } from '../render/table.ts';
import { followRun } from './follow-run.ts';
import { makeProgressView } from './progress-view.ts';
import { reportRun } from './report-run.ts';

export interface WatchOptions {
  readonly client: PlaneClient;
  readonly context: CommandContext;
  readonly runId: string;
  readonly timeoutMs?: number;
  readonly junit?: string;
  /** Ctrl-C cancels the run and goes on waiting for its gate result; a second one detaches. */
  readonly cancelOnInterrupt: boolean;
}

const cancel = async ({ client, context, runId }: WatchOptions): Promise<void> => {
  try {
    await client.send({ method: 'POST', path: `/tests/run/${runId}/cancel`, repeatable: true });
  } catch (error) {
    if (!(error instanceof CliFailure)) throw error;
    context.note(`${context.notePaint.yellow('warning:')} the run could not be cancelled: ${error.message}\n`);
  }
};

/** Follows a run to its gate result and reports it. @returns 0 open, 1 shut, 2 inconclusive or out of time, 130 detached */
export const watchRun = async (options: WatchOptions): Promise<ExitCode> => {
  const { client, context, runId, timeoutMs } = options;
  const { world } = context;
  const detach = new AbortController();
  const progress = makeProgressView(context);
  let interrupts = 0;
  let cancelling: Promise<void> | undefined;
  const stopListening = world.onInterrupt(() => {
    interrupts += 1;
    if (options.cancelOnInterrupt && interrupts === 1) {
      context.note('\ncancelling the run; Ctrl-C again to stop watching\n');
      cancelling = cancel(options);
    } else {
      detach.abort();
    }
  });
  try {
    const { end, view } = await followRun({
      client,
      world,
      runId,
      detach: detach.signal,
      onView: (next) => {
        progress.show(next);
      },
      ...(timeoutMs === undefined ? {} : { untilEpochMs: world.nowMs() + timeoutMs }),
    });
    progress.end();
    await cancelling;
    if (end === 'judged' && view !== undefined) return await reportRun(client, context, view, options.junit);
    if (end === 'detached') {
      context.note(
        `\nnot watching any more, the run goes on: assay status ${runId} --watch, or assay cancel ${runId}\n`,
      );
      return EXIT.interrupted;
    }
    if (context.json)
      context.outJson({ runId, gate: null, exitCode: EXIT.inconclusive, run: view ?? null, notPassed: [] });
    context.note(
      `${context.notePaint.yellow('out of time:')} no gate result after ${duration(timeoutMs ?? 0)}, the run goes on: assay status ${runId} --watch\n`,
    );
    return EXIT.inconclusive;
  } finally {
    stopListening();
  }
};
