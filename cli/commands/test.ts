import type { Command } from 'commander';
import { makeContext, withExamples, type CommandContext, type Outcome } from '../command-context.ts';
import { usageFailure } from '../cli-failure.ts';
import type { TestFlags } from '../laptop/test-flags.ts';
import { testOnce } from '../laptop/test-session.ts';
import { REPORT_FLAGS } from '../laptop/report-places.ts';
import type { Register } from '../run-cli.ts';
import { collect, durationOption, wholeOption } from './option-values.ts';

const TIMEOUT_MS_DEFAULT = 60 * 60_000;

const checkFlags = (flags: TestFlags): void => {
  const toStdout = REPORT_FLAGS.filter((name) => flags[name] === '-');
  if (toStdout.length > 1) throw usageFailure('only one report can go to stdout', 'name files for the others');
  if (toStdout.some((name) => name !== 'json')) throw usageFailure('only --json can go to stdout', 'name a file');
  if (flags.webhookUrl !== undefined && !/^https?:\/\//u.test(flags.webhookUrl))
    throw usageFailure(`--webhook-url must be an http or https URL, got ${flags.webhookUrl}`);
  if (flags.watch === true && flags.cleanUp === true) throw usageFailure('--watch and --clean-up do not go together');
};

const test = async (context: CommandContext, names: readonly string[], flags: TestFlags): Outcome => {
  checkFlags(flags);
  const places = names.length === 0 ? ['.'] : names;
  if (flags.cleanUp === true) return (await import('../laptop/clean-up.ts')).cleanUp(context, places, flags);
  if (flags.watch === true) return (await import('../laptop/watch-session.ts')).watchTests(context, places, flags);
  return testOnce(context, places, flags);
};

const withPlaceFlags = (command: Command): Command =>
  command
    .option(
      '-e, --environment <file>',
      'environment file, or the name of one (default: the only one beside the suites or above)',
    )
    .option('--target <url>', 'where the API runs; name=url for another target than the default; repeatable', collect)
    .option('--var <name=value>', 'variable; name:=json for numbers, lists and objects; repeatable', collect)
    .option('--secrets <file>', 'file of lines NAME=value (default: variables ASSAY_SECRET_NAME)');

const withSelectorFlags = (command: Command): Command =>
  command
    .option('--suite <id>', 'suite, as `suite` or `service.suite`; repeatable', collect)
    .option('--case <id>', 'case, as `case` or `suite/case`, with what it needs; repeatable', collect)
    .option(
      '-t, --tag <tags>',
      'a or a+b: all of them; a,b: one of them; !a: without; repeatable, all must hold',
      collect,
    );

const withRunFlags = (command: Command): Command =>
  command
    .option('-p, --parallel <count>', 'cases at once in all, 1 to 50 (default: 10)', wholeOption(1, 50))
    .option('--seed <text>', 'makes the generated values of an earlier run again')
    .option('--reruns <count>', 'times to run a failed case again where it does not say, 0 to 3', wholeOption(0, 3))
    .option('--keep-going', 'leave out suites whose files are wrong and run the others; the exit code is not 0 then')
    .option('--fail-fast', 'stop the rest after the first blocking failure')
    .option('--timeout <duration>', 'stop after 90s, 10m, … (default: 1h)', durationOption, TIMEOUT_MS_DEFAULT)
    .option('--gate <file>', 'gate rules, YAML or JSON')
    .option('--webhook-url <url>', 'address that leads to this machine from outside, such as that of a tunnel')
    .option('--webhook-port <port>', 'port that webhooks come to (default: any free one)', wholeOption(1, 65_535))
    .option('-w, --watch', 'run again what a change of a file touches; q ends')
    .option('--clean-up', 'run nothing; remove what runs that were killed left behind');

const withReportFlags = (command: Command): Command =>
  command
    .option('--junit <file>', 'write JUnit XML')
    .option('--json <file>', 'write a report as JSON; - for stdout')
    .option('--har <file>', 'write every request as HAR 1.2')
    .option('--html <file>', 'write a page for people; it loads nothing')
    .option('--markdown <file>', 'write a comment for a pull request')
    .option('--ctrf <file>', 'write the Common Test Report Format')
    .option('--sarif <file>', 'write findings as SARIF 2.1.0')
    .option('--no-color', 'no colours (also: NO_COLOR)')
    .option('-v, --verbose', 'show every case, also those that passed');

/** `assay test` */
export const addTest: Register = (program, world, finish) => {
  const command = program
    .command('test')
    .description(
      'Run suites on this machine, without a plane. The gate decides the exit code, as for `assay run --wait`.',
    )
    .argument('[files...]', 'suites, or folders that hold some (default: this folder)');
  withExamples(withReportFlags(withRunFlags(withSelectorFlags(withPlaceFlags(command)))), [
    ['assay test suites/', 'all suites of a folder'],
    ['assay test cart.yaml --target http://localhost:3000', 'one suite against a server here'],
    ['assay test suites/ -t smoke --watch', 'again with every change'],
    ['assay test suites/ --junit build/assay.xml --json build/assay.json', 'what a pipeline does'],
  ]).action((names: readonly string[], flags: TestFlags) => {
    const { color, verbose } = flags;
    const common = { ...(color === undefined ? {} : { color }), ...(verbose === undefined ? {} : { verbose }) };
    return finish(test(makeContext(world, common), names, flags));
  });
};
