import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { LeakRules } from '#core/acts/inspect';
import type { LeakReport } from '#engines/redaction/leak-report';
import { scanLog } from '#engines/redaction/scan-log';
import { fileFailure, usageFailure } from '../cli-failure.ts';
import {
  makeContext,
  withCommonFlags,
  withExamples,
  type CommandContext,
  type CommonFlags,
  type Outcome,
} from '../command-context.ts';
import { EXIT } from '../exit-codes.ts';
import { leakPage } from '../leaks/leak-page.ts';
import { leakRules, type LeakFlags } from '../leaks/leak-rules.ts';
import { leakText } from '../leaks/leak-text.ts';
import type { Register } from '../run-cli.ts';

interface CheckLogsFlags extends CommonFlags, LeakFlags {
  readonly html?: string;
}

const CHUNK_BYTES = 1 << 18;

const bytesOf = ({ world }: CommandContext, name: string): AsyncIterable<Uint8Array> => {
  if (name !== '-') return createReadStream(path.resolve(world.cwd, name), { highWaterMark: CHUNK_BYTES });
  if (world.stdin === undefined) throw usageFailure('expected a file, got -: there is no standard input here');
  return world.stdin();
};

const startScan = (name: string, rules: LeakRules) => {
  try {
    return scanLog(name, rules);
  } catch (error) {
    if (error instanceof RangeError) throw usageFailure(error.message);
    throw error;
  }
};

const checkOne = async (context: CommandContext, name: string, rules: LeakRules): Promise<LeakReport> => {
  const scan = startScan(name, rules);
  const chunks = bytesOf(context, name)[Symbol.asyncIterator]();
  const next = async () => {
    try {
      return await chunks.next();
    } catch (error) {
      throw fileFailure('read', name, error);
    }
  };
  for (let part = await next(); part.done !== true; part = await next()) scan.write(part.value);
  return scan.end();
};

const writePage = async (context: CommandContext, file: string, reports: readonly LeakReport[]): Promise<void> => {
  try {
    await writeFile(path.resolve(context.world.cwd, file), leakPage(reports));
  } catch (error) {
    throw fileFailure('write', file, error);
  }
};

const checkLogs = async (context: CommandContext, names: readonly string[], flags: CheckLogsFlags): Outcome => {
  if (names.filter((name) => name === '-').length > 1) throw usageFailure('expected - once, got it twice');
  const rules = await leakRules(context.world.cwd, flags);
  const reports: LeakReport[] = [];
  for (const name of names) reports.push(await checkOne(context, name, rules));
  const verdict = reports.every((one) => one.verdict === 'clean') ? 'clean' : 'found';
  if (flags.html !== undefined) await writePage(context, flags.html, reports);
  if (context.json) context.outJson({ schemaVersion: 1, verdict, reports });
  else for (const report of reports) context.out(leakText(report, context.paint));
  return verdict === 'clean' ? EXIT.ok : EXIT.gateShut;
};

/** `assay check-logs` */
export const addCheckLogs: Register = (program, world, finish) => {
  const command = program
    .command('check-logs')
    .description(
      'Look for sensitive values in logs: cards, keys, passwords, people. Exit code 1 when there are some. No value is shown.',
    )
    .argument('<files...>', 'files of any size and kind; - reads standard input')
    .option('--kinds <list>', 'only these kinds, with commas between them')
    .option('--rules <file>', 'YAML or JSON: kinds, patterns of your own, allowed values, lines (a JSON Schema)')
    .option('--schema <file>', 'JSON Schema that each line must match: required fields, levels')
    .option('--html <file>', 'write a page with the result');
  withExamples(withCommonFlags(command), [
    ['assay check-logs app.log', 'all kinds'],
    ['zcat app.log.gz | assay check-logs -', 'from standard input'],
    ['assay check-logs app.log --schema log-line.json --html result.html', 'fields and levels too'],
  ]).action((names: readonly string[], flags: CheckLogsFlags) =>
    finish(checkLogs(makeContext(world, flags), names, flags)),
  );
};
