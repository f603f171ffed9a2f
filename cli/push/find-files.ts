import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileFailure } from '../cli-failure.ts';
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
}

/** Files named, and YAML and JSON files below folders named, in a fixed order, each once. @throws CliFailure usage */
export const findFiles = async (cwd: string, names: readonly string[]): Promise<FoundFile[]> => {
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
      throw fileFailure('read', name, error);
    }
  }
  return [...found.values()];
};

/** Reads what was found; a file that was named but is no catalog file is invalid. @throws CliFailure usage */
export const readFound = async (cwd: string, files: readonly FoundFile[]): Promise<CatalogFile[]> => {
  const read: CatalogFile[] = [];
  for (const { file, named } of files) {
    let text: string;
    try {
      text = await readFile(path.resolve(cwd, file), 'utf8');
    } catch (error) {
      throw fileFailure('read', file, error);
    }
    const found = readCatalogFile(text, file, besideReader(cwd, file));
    read.push(
      found.kind === 'other' && named && found.isPart !== true
        ? {
            kind: 'invalid',
            file,
            problems: found.problems ?? [
              {
                pointer: '',
                place: { file, line: 1, column: 1 },
                message: `expected a catalog file, but ${found.why}`,
              },
            ],
          }
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
    return [
      {
        kind: 'invalid',
        file: one.file,
        problems: [{ pointer: '', place: { file: one.file, line: 1, column: 1 }, message }],
      },
    ];
  });
};
