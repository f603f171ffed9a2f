import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { harOf } from '#core/har';
import type { CaseResult } from '#core/case-result';
import { fileFailure } from '../cli-failure.ts';
import type { CommandContext } from '../command-context.ts';

/** Writes the requests of these results as HAR 1.2: masked as the plane gave them. */
export const writeHar = async (
  { world }: CommandContext,
  results: readonly CaseResult[],
  file: string,
): Promise<void> => {
  const target = path.resolve(world.cwd, file);
  const har = harOf(results, { name: 'assay', version: world.version });
  try {
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, `${JSON.stringify(har, null, 1)}\n`);
  } catch (error) {
    throw fileFailure('write', file, error);
  }
};
