import type { Command } from 'commander';
import type { Dispatcher } from 'undici';
import type { PlaneClient } from './plane/plane-client.ts';
import { chosenTenant } from './plane/tenant-choice.ts';
import type { ExitCode } from './exit-codes.ts';
import { makePaint, wantsColor, type Paint } from './render/paint.ts';
import type { World } from './world.ts';

/** Flags of every command. */
export interface CommonFlags {
  readonly json?: boolean;
  readonly color?: boolean;
  readonly verbose?: boolean;
}

/** Flags of commands that talk to the plane. */
export interface PlaneFlags extends CommonFlags {
  readonly url?: string;
  readonly token?: string;
  readonly tenant?: string;
}

/** What an action works with. */
export interface CommandContext {
  readonly world: World;
  /** For stdout. */
  readonly paint: Paint;
  /** For stderr. */
  readonly notePaint: Paint;
  readonly json: boolean;
  readonly verbose: boolean;
  out(text: string): void;
  /** To stderr: progress and remarks. */
  note(text: string): void;
  /** The one JSON document of --json. */
  outJson(value: unknown): void;
}

/** The command's outcome; commands give it back, main.ts ends the process with it. */
export type Outcome = Promise<ExitCode>;

export const makeContext = (world: World, flags: CommonFlags): CommandContext => ({
  world,
  paint: makePaint(wantsColor(world, world.stdout, flags.color !== false)),
  notePaint: makePaint(wantsColor(world, world.stderr, flags.color !== false)),
  json: flags.json === true,
  verbose: flags.verbose === true,
  out: (text) => {
    world.stdout.write(text);
  },
  note: (text) => {
    world.stderr.write(text);
  },
  outJson: (value) => {
    world.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
  },
});

/** Loaded when a plane is asked: commands that need none start faster. */
const loadPlane = async () => ({
  ...(await import('./plane/http-agent.ts')),
  ...(await import('./plane/plane-client.ts')),
  ...(await import('./plane/plane-url.ts')),
  ...(await import('./plane/token-source.ts')),
});

/** Lends a plane client to `work` and closes its connections after. */
export const withPlane = async <T>(
  context: CommandContext,
  flags: PlaneFlags,
  work: (client: PlaneClient, agent: Dispatcher) => Promise<T>,
): Promise<T> => {
  const { world } = context;
  const { findTokenSource, makeAgent, makePlaneClient, parsePlaneUrl } = await loadPlane();
  const base = parsePlaneUrl(flags.url ?? world.env['ASSAY_URL'], flags.url === undefined ? 'ASSAY_URL' : '--url');
  const tenant = chosenTenant(flags.tenant, world.env);
  const agent = makeAgent(world);
  try {
    const client = makePlaneClient({
      base,
      agent,
      world,
      tokens: findTokenSource(world, agent, flags.token),
      ...(tenant === undefined ? {} : { tenant }),
      ...(context.verbose
        ? {
            onAnswer: (line: string) => {
              context.note(`${context.notePaint.dim(line)}\n`);
            },
          }
        : {}),
    });
    return await work(client, agent);
  } finally {
    await agent.destroy();
  }
};

/** Adds the flags of every command. */
export const withCommonFlags = (command: Command): Command =>
  command
    .option('--json', 'print one JSON document to stdout; progress goes to stderr')
    .option('--no-color', 'no colours (also: NO_COLOR)')
    .option('-v, --verbose', 'show every call to the plane with its request id');

/** Adds the flags of commands that talk to the plane. */
export const withPlaneFlags = (command: Command): Command =>
  withCommonFlags(command)
    .option('--url <url>', "the plane's address (default: ASSAY_URL)")
    .option('--token <token>', "bearer token (default: ASSAY_TOKEN, or the job's own in GitHub Actions)")
    .option('--tenant <name>', 'which tenant is meant; a token of another one is refused (default: ASSAY_TENANT)');

/** Examples below a command's help. */
export const withExamples = (
  command: Command,
  examples: readonly (readonly [line: string, what: string])[],
): Command => {
  const width = Math.max(...examples.map(([line]) => line.length));
  const lines = examples.map(([line, what]) => `  $ ${line.padEnd(width)}  ${what}`.trimEnd());
  return command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`);
};
