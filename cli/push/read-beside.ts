import path from 'node:path';
import { shownFile, type SuiteFileReader } from '#engines/suite-file/suite-files';
import { rootFor, suiteFileReader } from './suite-files.ts';

/** Reads files that a suite names and remembers which. */
export interface BesideReader {
  readonly read: SuiteFileReader;
  /** As people call them, like the suite's own file. */
  readonly names: () => readonly string[];
}

/** @param file of the suite, as people call it */
export const besideReader = (cwd: string, file: string): BesideReader => {
  const names = new Set<string>();
  const read = suiteFileReader(rootFor(cwd, file), path.resolve(cwd, file));
  return {
    names: () => [...names],
    read: (named, bytesMax) => {
      names.add(shownFile(file, named));
      return read(named, bytesMax);
    },
  };
};
