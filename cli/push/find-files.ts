import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileFailure, type CliFailure } from '../cli-failure.ts';
import { readCatalogFile, type CatalogFile } from './catalog-file.ts';
import { besideReader } from './read-beside.ts';

const EXTENSIONS = new Set(['.yaml', '.yml', '.json']);
const IGNORED_FOLDERS = new Set(['node_modules', '.git', 'build', 'dist', 'cdk.out']);

const filesBelow = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory() && !IGNORED_FOLDERS.has(entry.name) && !entry.name.startsWith('.'))
      found.push(...(await filesBelow(place)));
    else if (entry.isFile() && EXTENSIONS.has(path.extname(entry.name).toLowerCase())) found.push(place);
  }
  return found;
};

export interface FoundFile {
  /** As people call it: relative to where they stand. */
  readonly file: string;
  /** Named on the command line, not found in a folder: then it has to be a catalog file. */
  readonly named: boolean;
  /** Why it cannot be read, where that does not end everything. */
  readonly failure?: CliFailure;
}

/** Whether what cannot be read ends the command, or is a problem beside others: `--keep-going`. */
export interface FindOptions {
  readonly keepGoing?: boolean;
}

/** Files named, and YAML and JSON files below folders named, in a fixed order, each once. @throws CliFailure usage */
export const findFiles = async (
  cwd: string,
  names: readonly string[],
  { keepGoing = false }: FindOptions = {},
): Promise<FoundFile[]> => {
  const found = new Map<string, FoundFile>();
  for (const name of names) {
    const place = path.resolve(cwd, name);
    try {
      const isFolder = (await stat(place)).isDirectory();
      for (const file of isFolder ? await filesBelow(place) : [place]) {
        const relative = path.relative(cwd, file);
        const shown = relative === '' || relative.startsWith('..') ? file : relative;
        if (!found.has(file) || !isFolder) found.set(file, { file: shown.split(path.sep).join('/'), named: !isFolder });
      }
    } catch (error) {
      const failure = fileFailure('read', name, error);
      if (!keepGoing) throw failure;
      found.set(place, { file: name, named: true, failure });
    }
  }
  return [...found.values()];
};

const invalid = (file: string, message: string): CatalogFile => ({
  kind: 'invalid',
  file,
  problems: [{ pointer: '', place: { file, line: 1, column: 1 }, message }],
});

/** Reads what was found; a file that was named but is no catalog file is invalid. @throws CliFailure usage */
export const readFound = async (
  cwd: string,
  files: readonly FoundFile[],
  { keepGoing = false }: FindOptions = {},
): Promise<CatalogFile[]> => {
  const read: CatalogFile[] = [];
  const unread = (failure: CliFailure, file: string): void => {
    if (!keepGoing) throw failure;
    read.push(invalid(file, `expected a file that can be read, but ${failure.message}`));
  };
  for (const { file, named, failure } of files) {
    if (failure !== undefined) {
      unread(failure, file);
      continue;
    }
    let text: string;
    try {
      text = await readFile(path.resolve(cwd, file), 'utf8');
    } catch (error) {
      unread(fileFailure('read', file, error), file);
      continue;
    }
    const found = readCatalogFile(text, file, besideReader(cwd, file));
    read.push(
      found.kind === 'other' && named && found.isPart !== true
        ? found.problems === undefined
          ? invalid(file, `expected a catalog file, but ${found.why}`)
          : { kind: 'invalid', file, problems: found.problems }
        : found,
    );
  }
  return read;
};

/** Two files that define the same thing: which one counts would depend on the order. */
export const duplicateProblems = (files: readonly CatalogFile[]): CatalogFile[] => {
  const first = new Map<string, string>();
  return files.flatMap((one) => {
    if (one.kind === 'other' || one.kind === 'invalid') return [];
    const key = `${one.kind} ${one.id}`;
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, one.file);
      return [];
    }
    const message = `expected each ${one.kind} once, but ${one.id} is defined in ${earlier} already`;
    return [invalid(one.file, message)];
  });
};
