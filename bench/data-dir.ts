import { existsSync } from 'node:fs';
import path from 'node:path';
import { DataMissing, type BenchOptions } from './figure.ts';

/** Folder of a public data set: the one named on the command line, else `../shared/data/NAME` beside the project. */
export const dataDir = (name: string, options: BenchOptions): string => {
  const folder = path.resolve(options.dataDir ?? path.resolve(import.meta.dirname, '..', '..', 'shared', 'data', name));
  if (!existsSync(folder))
    throw new DataMissing(`no data set at ${path.relative(process.cwd(), folder)}; name one with --data DIR`);
  return folder;
};
