import {
  makeContext,
  withExamples,
  withPlane,
  withPlaneFlags,
  type CommandContext,
  type Outcome,
  type PlaneFlags,
} from '../command-context.ts';
import { EXIT } from '../exit-codes.ts';
import { isJudged } from '../follow/follow-run.ts';
import { progressLines } from '../follow/progress-lines.ts';
import { reportRun } from '../follow/report-run.ts';
import { watchRun } from '../follow/watch-run.ts';
import { fetchAnswer, type RunView } from '../plane/wire.ts';
import { usageFailure } from '../cli-failure.ts';
import { attemptsText } from '../render/attempts-text.ts';
import { sealText } from '../render/seal-text.ts';
import type { Register } from '../run-cli.ts';
import { durationOption, runIdArgument } from './option-values.ts';

interface StatusFlags extends PlaneFlags {
  readonly watch?: boolean;
  readonly timeout?: number;
  readonly exitCode?: boolean;
}

const status = (context: CommandContext, runId: string, flags: StatusFlags): Outcome => {
  if (flags.timeout !== undefined && flags.watch !== true)
    throw usageFailure('--timeout only makes sense with --watch', 'add --watch');
  return withPlane(context, flags, async (client) => {
    if (flags.watch === true) {
      const timeout = flags.timeout === undefined ? {} : { timeoutMs: flags.timeout };
      return watchRun({ client, context, runId, cancelOnInterrupt: false, ...timeout });
    }
    const view = await fetchAnswer<RunView>(client, { method: 'GET', path: `/tests/run/${runId}` }, 'RunView');
    if (isJudged(view)) {
      const exit = await reportRun(client, context, view);
      if (!context.json) context.out(`${sealText(view, context.paint)}${attemptsText(view, context.paint)}`);
      return flags.exitCode === true ? exit : EXIT.ok;
    }
    if (context.json) context.outJson({ runId, gate: null, exitCode: EXIT.inconclusive, run: view, notPassed: [] });
    else {
      const lines = progressLines(view, context.world.nowMs(), context.paint, 1000);
      context.out(`${lines.join('\n')}\n${attemptsText(view, context.paint)}`);
    }
    return flags.exitCode === true ? EXIT.inconclusive : EXIT.ok;
  });
};

/** `assay status` */
export const addStatus: Register = (program, world, finish) => {
  const command = program
    .command('status')
    .description('Show a run: state, progress of each shard, gate result with its reasons.')
    .argument('<run>', 'run id', runIdArgument)
    .option('--watch', 'follow it to its gate result, which decides the exit code')
    .option('--exit-code', 'let the gate result decide the exit code without waiting for it')
    .option('--timeout <duration>', 'with --watch: give up after 90s, 10m, …', durationOption);
  withExamples(withPlaneFlags(command), [
    ['assay status r0123…', 'where it stands'],
    ['assay status r0123… --watch', 'go on watching after Ctrl-C'],
    ['assay status r0123… --json', 'for programs'],
  ]).action((runId: string, flags: StatusFlags) => finish(status(makeContext(world, flags), runId, flags)));
};
