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
import { fetchAnswer, type LogLine, type Page } from '../plane/wire.ts';
import { plainText, type Paint } from '../render/paint.ts';
import type { Register } from '../run-cli.ts';
import { runIdArgument, wholeOption } from './option-values.ts';

const LEVELS = ['debug', 'info', 'warn', 'error'] as const;
const FOLLOW_PAUSE_MS = 2000;

interface LogsFlags extends PlaneFlags {
  readonly case?: string;
  readonly level?: string;
  readonly shard?: number;
  readonly follow?: boolean;
}

const levelText = (level: string, paint: Paint): string => {
  const text = level.padEnd(5);
  if (level === 'error') return paint.red(text);
  return level === 'warn' ? paint.yellow(text) : paint.dim(text);
};

const lineText = (line: LogLine, paint: Paint): string => {
  const where = line.case === undefined ? '' : `  ${line.suite === undefined ? '' : `${line.suite}/`}${line.case}`;
  const reason = line.reason === undefined ? '' : `: ${plainText(line.reason)}`;
  return `${paint.dim(line.at)}  ${levelText(line.level, paint)}  shard ${String(line.shard)}${where}  ${plainText(line.message)}${reason}\n`;
};

/** Prints lines as they come: with --json one object a line, since a log has no end while it is followed. */
const logs = (context: CommandContext, runId: string, flags: LogsFlags): Outcome => {
  if (flags.level !== undefined && !LEVELS.some((level) => level === flags.level)) {
    throw usageFailure(`--level must be one of ${LEVELS.join(', ')}, got ${flags.level}`);
  }
  return withPlane(context, flags, async (client) => {
    const stop = new AbortController();
    const stopListening = context.world.onInterrupt(() => {
      stop.abort();
    });
    let cursor: string | undefined;
    let shown = 0;
    try {
      for (;;) {
        const query = { case: flags.case, level: flags.level, shard: flags.shard, limit: 1000, cursor };
        const call = { method: 'GET', path: `/tests/run/${runId}/logs`, query, signal: stop.signal } as const;
        const page = await fetchAnswer<Page<LogLine>>(client, call, 'LogList');
        for (const line of page.items)
          context.out(context.json ? `${JSON.stringify(line)}\n` : lineText(line, context.paint));
        shown += page.items.length;
        const moved = page.next !== null && page.next !== cursor;
        cursor = page.next ?? cursor;
        const isOver = !moved && (flags.follow !== true || page.complete !== false);
        if (isOver) break;
        if (flags.follow === true && (!moved || page.items.length === 0))
          await context.world.sleep(FOLLOW_PAUSE_MS, stop.signal);
      }
    } catch (error) {
      if (!stop.signal.aborted) throw error;
      return EXIT.interrupted;
    } finally {
      stopListening();
    }
    if (shown === 0) context.note('no log lines\n');
    return EXIT.ok;
  });
};

/** `assay logs` */
export const addLogs: Register = (program, world, finish) => {
  const command = program
    .command('logs')
    .description('Print the log of a run.')
    .argument('<run>', 'run id', runIdArgument)
    .option('--case <id>', 'only of this case')
    .option('--level <level>', `this level and worse: ${LEVELS.join(', ')}`)
    .option('--shard <number>', 'only of this shard', wholeOption(0, 1000))
    .option('-f, --follow', 'go on until the run is over');
  withExamples(withPlaneFlags(command), [
    ['assay logs r0123… --follow', 'as it happens'],
    ['assay logs r0123… --case add-line --level warn', 'of one case'],
  ]).action((runId: string, flags: LogsFlags) => finish(logs(makeContext(world, flags), runId, flags)));
};
