import type { Command } from 'commander';
import { CAPABILITIES, EXECUTORS } from '#core/words';
import {
  withExamples,
  withPlane,
  withPlaneFlags,
  makeContext,
  type CommandContext,
  type Outcome,
  type PlaneFlags,
} from '../command-context.ts';
import { usageFailure } from '../cli-failure.ts';
import { EXIT } from '../exit-codes.ts';
import { tryJunitPath } from '../follow/report-run.ts';
import { watchRun } from '../follow/watch-run.ts';
import { readAnswer, type RunAccepted, type RunSelection } from '../plane/wire.ts';
import { acceptedText, selectionText } from '../render/accepted-text.ts';
import type { Register } from '../run-cli.ts';
import type { World } from '../world.ts';
import { ciLabels } from './ci-labels.ts';
import { readGateFile, withGatePlaces, type GateFile } from './gate-file.ts';
import { collect, durationOption, labelsOption, tagsOption, wholeOption } from './option-values.ts';

interface RunFlags extends PlaneFlags {
  readonly service?: string;
  readonly suite?: readonly string[];
  readonly case?: readonly string[];
  readonly tag?: readonly string[];
  readonly capability?: readonly string[];
  readonly env?: string;
  readonly version?: string;
  readonly name?: string;
  readonly description?: string;
  readonly label?: readonly string[];
  readonly gate?: string;
  readonly executor?: string;
  readonly shards?: number;
  readonly failFast?: boolean;
  readonly deadline?: number;
  readonly dryRun?: boolean;
  readonly idempotencyKey?: string;
  readonly wait?: boolean;
  readonly timeout?: number;
  readonly junit?: string;
  readonly cancelOnInterrupt?: boolean;
}

const oneOf = (flag: string, value: string, known: readonly string[]): string => {
  if (!known.includes(value)) throw usageFailure(`${flag} must be one of ${known.join(', ')}, got ${value}`);
  return value;
};

const given = (fields: { readonly [name: string]: unknown }): { [name: string]: unknown } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** The body of POST /tests/run that the flags ask for. */
const runBody = (world: World, flags: RunFlags, gate: GateFile | undefined): { readonly [name: string]: unknown } => {
  const labels = { ...ciLabels(world.env), ...labelsOption(flags.label ?? []) };
  return given({
    service: flags.service,
    version: flags.version,
    tags: tagsOption(flags.tag ?? []),
    capability: flags.capability?.map((one) => oneOf('--capability', one, CAPABILITIES)),
    suites: flags.suite,
    cases: flags.case,
    environment: flags.env,
    name: flags.name,
    description: flags.description,
    labels: Object.keys(labels).length === 0 ? undefined : labels,
    gate: gate?.rules,
    executor: flags.executor === undefined ? undefined : oneOf('--executor', flags.executor, EXECUTORS),
    shards: flags.shards,
    failFast: flags.failFast,
    deadlineMinutes: flags.deadline,
    dryRun: flags.dryRun,
  });
};

const checkFlags = (flags: RunFlags): void => {
  if (flags.service === undefined && flags.suite === undefined) {
    throw usageFailure('expected --service or --suite, got neither', 'assay run --service shop --wait');
  }
  if (flags.wait !== true && flags.dryRun !== true) {
    const needsWait = (['timeout', 'junit', 'cancelOnInterrupt'] as const).find((flag) => flags[flag] !== undefined);
    if (needsWait !== undefined) {
      const name = needsWait === 'cancelOnInterrupt' ? 'cancel-on-interrupt' : needsWait;
      throw usageFailure(`--${name} only makes sense with --wait`, 'add --wait');
    }
  }
};

const runTests = (context: CommandContext, flags: RunFlags): Outcome => {
  checkFlags(flags);
  return withPlane(context, flags, async (client) => {
    const gate = flags.gate === undefined ? undefined : await readGateFile(context.world, flags.gate);
    const json = runBody(context.world, flags, gate);
    if (flags.dryRun !== true) await tryJunitPath(context, flags.junit);
    const key = flags.idempotencyKey ?? context.world.randomId();
    const call = {
      method: 'POST',
      path: '/tests/run',
      json,
      headers: { 'idempotency-key': key },
      repeatable: true,
    } as const;
    const answer = await client.send(call).catch((error: unknown) => {
      throw withGatePlaces(error, gate);
    });
    if (flags.dryRun === true) {
      const selection = readAnswer<RunSelection>(answer, 'RunSelection', 'POST /tests/run');
      if (context.json) context.outJson(selection);
      else context.out(selectionText(selection, context.paint));
      return EXIT.ok;
    }
    const accepted = readAnswer<RunAccepted>(answer, 'RunAccepted', 'POST /tests/run');
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

const withSelectorFlags = (command: Command): Command =>
  command
    .option('-s, --service <id>', 'service whose suites are run')
    .option('--suite <id>', 'suite, as `suite` or `service.suite`; repeatable', collect)
    .option('--case <id>', 'case, as `case` or `suite/case`; repeatable', collect)
    .option(
      '-t, --tag <tags>',
      'a or a+b: all of them; a,b: one of them; !a: without; repeatable, all must hold',
      collect,
    )
    .option('--capability <name>', `${CAPABILITIES.join(', ')}; repeatable`, collect)
    .option('-e, --env <name>', "environment (default: the service's)")
    .option('--version <version>', 'version under test (default: what is deployed there)');

const withRunFlags = (command: Command): Command =>
  command
    .option('--name <text>', 'name of the run (default: a unique one)')
    .option('--description <text>', 'description of the run')
    .option(
      '-l, --label <key=value>',
      'label such as branch=main; repeatable; in GitHub Actions branch, commit and build are set',
      collect,
    )
    .option('--gate <file>', 'gate rules, YAML or JSON')
    .option('--executor <name>', `${EXECUTORS.join(' or ')} (default: chosen by predicted duration)`)
    .option('--shards <count>', 'most shards to cut, 1 to 100', wholeOption(1, 100))
    .option('--fail-fast', 'stop the rest after the first blocking failure')
    .option('--deadline <minutes>', 'stop the run after so many minutes, 1 to 480', wholeOption(1, 480))
    .option('--dry-run', 'list what would be run and start nothing')
    .option('--idempotency-key <key>', 'a repeat with the same key gets the first run back (default: a new one)');

const withWaitFlags = (command: Command): Command =>
  command
    .option('-w, --wait', 'wait for the gate result; it decides the exit code')
    .option(
      '--timeout <duration>',
      'with --wait: give up waiting after 90s, 10m, …; the run goes on, exit code 2',
      durationOption,
    )
    .option('--junit <file>', 'with --wait: write a JUnit file')
    .option('--cancel-on-interrupt', 'with --wait: Ctrl-C cancels the run (without: it only stops watching)');

/** `assay run` */
export const addRun: Register = (program, world, finish) => {
  const command = program.command('run').description('Start a run; with --wait follow it to its gate result.');
  withExamples(withPlaneFlags(withWaitFlags(withRunFlags(withSelectorFlags(command)))), [
    ['assay run --service shop --wait', 'all suites of a service'],
    ['assay run -s shop --suite checkout -t critical+!slow --wait', 'critical cases of one suite, without slow ones'],
    ['assay run -s shop -w --timeout 15m --junit build/assay.xml', 'what a pipeline does'],
    ['assay run -s shop -t smoke --dry-run', 'what would be run'],
  ]).action((flags: RunFlags) => finish(runTests(makeContext(world, flags), flags)));
};
