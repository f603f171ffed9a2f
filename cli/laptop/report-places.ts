import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileFailure } from '../cli-failure.ts';
import type { CommandContext } from '../command-context.ts';

/** Files that a run shall leave; `-` is stdout. */
export interface ReportFlags {
  readonly junit?: string;
  readonly json?: string;
  readonly har?: string;
  readonly ctrf?: string;
  readonly sarif?: string;
  readonly html?: string;
  readonly markdown?: string;
}

/** In the order in which they are written. */
export const REPORT_FLAGS = ['junit', 'har', 'ctrf', 'sarif', 'html', 'markdown', 'json'] as const;

/** @throws CliFailure usage when the file cannot be written */
export const writeReport = async (context: CommandContext, file: string, text: string): Promise<void> => {
  if (file === '-') {
    context.world.stdout.write(text);
    return;
  }
  const place = path.resolve(context.world.cwd, file);
  try {
    await mkdir(path.dirname(place), { recursive: true });
    await writeFile(place, text);
  } catch (error) {
    throw fileFailure('write', file, error);
  }
};

/** Finds out before the run, not after it, that a report could not be written. @throws CliFailure usage */
export const checkReportPlaces = async (context: CommandContext, flags: ReportFlags): Promise<void> => {
  for (const name of REPORT_FLAGS) {
    const file = flags[name];
    if (file !== undefined && file !== '-') await writeReport(context, file, '');
  }
};
