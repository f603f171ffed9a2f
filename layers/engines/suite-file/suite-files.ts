/** Files that a suite names: where they are looked for, how large they may be. Reading them is somebody else's: a plane has none. */
import path from 'node:path';

export type FileContent = { readonly bytes: Uint8Array } | { readonly problem: string };

/**
 * Reads a file that a suite names.
 *
 * @param file     relative to the folder of the suite's file, `/` between folders, without `.` and with `..` only at its beginning
 * @param bytesMax a larger file is a problem and is not read
 */
export type SuiteFileReader = (file: string, bytesMax: number) => FileContent;

/** Rows, parts of bodies, schemas. */
export const DATA_FILE_BYTES_MAX = 64 * 1024 * 1024;
export const FRAGMENTS_FILE_BYTES_MAX = 1024 * 1024;

export const NO_FILES =
  'expected everything in the suite itself: files are read on your machine, by `assay lint`, `assay push` and `assay test`';

/**
 * Where a file lies that another one names.
 *
 * @param from  the file that names it, relative to the folder of the suite's file; empty for the suite's file itself
 * @param named as it is written
 */
export const sourceFile = (from: string, named: string): { readonly file: string } | { readonly problem: string } => {
  const refuse = (expected: string): { problem: string } => ({
    problem: `expected ${expected}, got ${JSON.stringify(named.slice(0, 200))}`,
  });
  if (/^[a-z][a-z0-9+.-]*:/iu.test(named)) return refuse('a path relative to this file');
  if (named.includes('\\')) return refuse('`/` between folders');
  if (named.startsWith('/') || named.startsWith('~')) return refuse('a path relative to this file');
  // A control character never belongs to a name that somebody typed.
  if (/[\u0000-\u001F\u007F]/u.test(named)) return refuse('a path without control characters');
  const file = path.posix.join(path.posix.dirname(from), named);
  return file === '.' || file.endsWith('/') || file.endsWith('..') ? refuse('a file') : { file };
};

/** As problems name a file: beside the suite's file. */
export const shownFile = (suiteFile: string, file: string): string =>
  path.posix.join(path.posix.dirname(suiteFile.replaceAll('\\', '/')), file);
