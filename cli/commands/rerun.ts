import {
  makeContext,
  withExamples,
  withPlane,
  withPlaneFlags,
  type CommandContext,
  type Outcome,
  type PlaneFlags,
} from '../command-context.ts';
import { usageFailure } from '../cli-failure.ts';
import { EXIT } from '../exit-codes.ts';
import { tryJunitPath } from '../follow/report-run.ts';
import { watchRun } from '../follow/watch-run.ts';
import { fetchAnswer, type RunAccepted } from '../plane/wire.ts';
import { acceptedText } from '../render/accepted-text.ts';
import type { Register } from '../run-cli.ts';
import { durationOption, runIdArgument } from './option-values.ts';

interface RerunFlags extends PlaneFlags {
  readonly failed?: boolean;
  readonly lost?: boolean;
  readonly idempotencyKey?: string;
  readonly wait?: boolean;
  readonly timeout?: number;
  readonly junit?: string;
  readonly cancelOnInterrupt?: boolean;
}

const onlyOf = ({ failed, lost }: RerunFlags): 'failed' | 'lost' | 'failed-or-lost' => {
  if (failed === lost) return 'failed-or-lost';
  return failed === true ? 'failed' : 'lost';
};

const rerun = (context: CommandContext, runId: string, flags: RerunFlags): Outcome => {
  if (flags.wait !== true && (flags.timeout !== undefined || flags.junit !== undefined)) {
    throw usageFailure('--timeout and --junit only make sense with --wait', 'add --wait');
  }
  return withPlane(context, flags, async (client) => {
    await tryJunitPath(context, flags.junit);
    const key = flags.idempotencyKey ?? context.world.randomId();
    const accepted = await fetchAnswer<RunAccepted>(
      client,
      {
        method: 'POST',
        path: `/tests/run/${runId}/rerun`,
        json: { only: onlyOf(flags) },
        headers: { 'idempotency-key': key },
        repeatable: true,
      },
      'RunAccepted',
    );
    if (flags.wait !== true) {
      if (context.json) context.outJson(accepted);
      else context.out(acceptedText(accepted, context.paint, client.addressOf));
      return EXIT.ok;
    }
    context.note(acceptedText(accepted, context.notePaint, client.addressOf));
    return watchRun({
      client,
      context,
      runId: accepted.runId,
      cancelOnInterrupt: flags.cancelOnInterrupt === true,
      ...(flags.timeout === undefined ? {} : { timeoutMs: flags.timeout }),
      ...(flags.junit === undefined ? {} : { junit: flags.junit }),
    });
  });
};

/** `assay rerun` */
export const addRerun: Register = (program, world, finish) => {
  const command = program
    .command('rerun')
    .description(
      'Run again what failed or was lost, with the cases it depends on, as a run of its own that names the first one.',
    )
    .argument('<run>', 'run id', runIdArgument)
    .option('--failed', 'only failed and errored cases')
    .option('--lost', 'only cases of lost shards')
    .option('--idempotency-key <key>', 'a repeat with the same key gets the first rerun back')
    .option('-w, --wait', 'wait for the gate result; it decides the exit code')
    .option('--timeout <duration>', 'with --wait: give up waiting after 90s, 10m, …', durationOption)
    .option('--junit <file>', 'with --wait: write a JUnit file')
    .option('--cancel-on-interrupt', 'with --wait: Ctrl-C cancels the rerun');
  withExamples(withPlaneFlags(command), [
    ['assay rerun r0123… --wait', 'failed or lost'],
    ['assay rerun r0123… --lost', 'only what was lost'],
  ]).action((runId: string, flags: RerunFlags) => finish(rerun(makeContext(world, flags), runId, flags)));
};
