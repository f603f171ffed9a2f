import { Command, CommanderError } from 'commander';
import { CliFailure, messageOf } from './cli-failure.ts';
import type { Outcome } from './command-context.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { completeBuiltins } from './older-node.ts';
import { failureText } from './render/failure-text.ts';
import { makePaint, wantsColor } from './render/paint.ts';
import type { World } from './world.ts';

/** Given to each command: runs its action and keeps the outcome. */
export type Register = (program: Command, world: World, finish: (outcome: Outcome) => Promise<void>) => void;

/** Each is loaded only when it is meant: `assay test` waits for nothing that only talks to a plane. In the order of the help. */
const COMMANDS: { readonly [name: string]: () => Promise<Register> } = {
  init: async () => (await import('./commands/init.ts')).addInit,
  lint: async () => (await import('./commands/lint.ts')).addLint,
  test: async () => (await import('./commands/test.ts')).addTest,
  'check-logs': async () => (await import('./commands/check-logs.ts')).addCheckLogs,
  readiness: async () => (await import('./commands/readiness.ts')).addReadiness,
  suite: async () => (await import('./commands/suite.ts')).addSuite,
  push: async () => (await import('./commands/push.ts')).addPush,
  run: async () => (await import('./commands/run.ts')).addRun,
  status: async () => (await import('./commands/status.ts')).addStatus,
  results: async () => (await import('./commands/results.ts')).addResults,
  report: async () => (await import('./commands/report.ts')).addReport,
  findings: async () => (await import('./commands/findings.ts')).addFindings,
  context: async () => (await import('./commands/context.ts')).addContext,
  logs: async () => (await import('./commands/logs.ts')).addLogs,
  cancel: async () => (await import('./commands/cancel.ts')).addCancel,
  rerun: async () => (await import('./commands/rerun.ts')).addRerun,
  evidence: async () => (await import('./commands/evidence.ts')).addEvidence,
  trust: async () => (await import('./commands/trust.ts')).addTrust,
  token: async () => (await import('./commands/token.ts')).addToken,
  doctor: async () => (await import('./commands/doctor.ts')).addDoctor,
};

/** The command that is meant, or all of them: for the help, and to say which one is nearest to a mistyped one. */
const commandsFor = (first: string | undefined): Promise<readonly Register[]> => {
  const load = first !== undefined && Object.hasOwn(COMMANDS, first) ? COMMANDS[first] : undefined;
  return Promise.all((load === undefined ? Object.values(COMMANDS) : [load]).map((one) => one()));
};

const AFTER_HELP = `
Environment:
  ASSAY_URL       address of the plane (https; http for loopback only)
  ASSAY_TOKEN     bearer token; in GitHub Actions the job's own OIDC token is fetched when this is not set
  ASSAY_AUDIENCE  audience to ask GitHub for (default: assay)
  ASSAY_SECRET_…  secrets for assay test, by name

Exit codes:
  0 done, or gate open   1 gate shut   2 inconclusive or out of time   64 wrong use   69 plane unreachable
  70 bug of this program   77 no permission   130 interrupted (a run of the plane goes on)

docs/cli.md explains every command.`;

const makeProgram = (world: World): Command =>
  new Command('assay')
    .description(
      'Tests APIs: on this machine with `assay test`, or through an Assay plane: push suites, run them, read the gate, keep the evidence.',
    )
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
  completeBuiltins();
  let exit: ExitCode = EXIT.ok;
  const program = makeProgram(world);
  try {
    for (const add of await commandsFor(argv[0])) {
      add(program, world, async (outcome) => {
        exit = await outcome;
      });
    }
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
