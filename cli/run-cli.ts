import { Command, CommanderError } from 'commander';
import { CliFailure, messageOf } from './cli-failure.ts';
import { addCancel } from './commands/cancel.ts';
import { addDoctor } from './commands/doctor.ts';
import { addEvidence } from './commands/evidence.ts';
import { addInit } from './commands/init.ts';
import { addLint } from './commands/lint.ts';
import { addLogs } from './commands/logs.ts';
import { addPush } from './commands/push.ts';
import { addRerun } from './commands/rerun.ts';
import { addResults } from './commands/results.ts';
import { addRun } from './commands/run.ts';
import { addStatus } from './commands/status.ts';
import { addToken } from './commands/token.ts';
import { addTrust } from './commands/trust.ts';
import type { Outcome } from './command-context.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { failureText } from './render/failure-text.ts';
import { makePaint, wantsColor } from './render/paint.ts';
import type { World } from './world.ts';

/** Given to each command: runs its action and keeps the outcome. */
export type Register = (program: Command, world: World, finish: (outcome: Outcome) => Promise<void>) => void;

const COMMANDS: readonly Register[] = [
  addInit,
  addLint,
  addPush,
  addRun,
  addStatus,
  addResults,
  addLogs,
  addCancel,
  addRerun,
  addEvidence,
  addTrust,
  addToken,
  addDoctor,
];

const AFTER_HELP = `
Environment:
  ASSAY_URL       address of the plane (https; http for loopback only)
  ASSAY_TOKEN     bearer token; in GitHub Actions the job's own OIDC token is fetched when this is not set
  ASSAY_AUDIENCE  audience to ask GitHub for (default: assay)

Exit codes:
  0 done, or gate open   1 gate shut   2 inconclusive or out of time   64 wrong use   69 plane unreachable
  70 bug of this program   77 no permission   130 interrupted, the run goes on

docs/cli.md explains every command.`;

const makeProgram = (world: World): Command =>
  new Command('assay')
    .description('Tests APIs through an Assay plane: push suites, run them, read the gate, keep the evidence.')
    .version(world.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .addHelpText('after', AFTER_HELP)
    .enablePositionalOptions()
    .showHelpAfterError('(see assay --help, or assay COMMAND --help)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        world.stdout.write(text);
      },
      writeErr: (text) => {
        world.stderr.write(text);
      },
      getOutHelpWidth: () => Math.min(world.stdout.columns, 110),
      getErrHelpWidth: () => Math.min(world.stderr.columns, 110),
    });

const failureExit = (error: unknown, argv: readonly string[], world: World): ExitCode => {
  // An auditor's script tells wrong use from an incomplete bundle by its own code.
  const usage = argv[0] === 'evidence' && argv[1] === 'verify' ? EXIT.verifyUsage : EXIT.usage;
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : usage;
  const paint = makePaint(wantsColor(world, world.stderr, !argv.includes('--no-color')));
  const verbose = argv.includes('-v') || argv.includes('--verbose');
  if (error instanceof CliFailure) {
    world.stderr.write(failureText(error, paint, verbose));
    return error.exit;
  }
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  world.stderr.write(
    `${paint.red('error:')} a bug of this program: ${messageOf(error)}\n${verbose ? `${stack}\n` : ''}`,
  );
  world.stderr.write(
    `${paint.cyan('hint:')} report it with the command line${verbose ? ' and the lines above' : '; -v shows where it happened'}\n`,
  );
  return EXIT.bug;
};

/** Runs one command line. @returns what the process should end with; never rejects */
export const runCli = async (argv: readonly string[], world: World): Promise<ExitCode> => {
  let exit: ExitCode = EXIT.ok;
  const program = makeProgram(world);
  for (const add of COMMANDS) {
    add(program, world, async (outcome) => {
      exit = await outcome;
    });
  }
  try {
    if (argv.length === 0) {
      program.outputHelp({ error: true });
      return EXIT.usage;
    }
    await program.parseAsync([...argv], { from: 'user' });
    return exit;
  } catch (error) {
    return failureExit(error, argv, world);
  }
};
