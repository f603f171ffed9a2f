import { closeSync, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { sizeBeside, sizeText } from '#core/size-text';
import type { FileContent, SuiteFileReader } from '#engines/suite-file/suite-files';

const isInside = (root: string, file: string): boolean => {
  const relative = path.relative(root, file);
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
};

const REASONS: { readonly [code: string]: string } = {
  ENOENT: 'there is no such file',
  EACCES: 'it may not be read',
  ENOTDIR: 'a part of its path is no folder',
  ELOOP: 'its links go in a circle',
};

const reasonOf = (error: unknown): string => {
  const code = (error as { readonly code?: string }).code ?? '';
  return REASONS[code] ?? (code === '' ? 'it cannot be read' : `it cannot be read (${code})`);
};

/** Reads through one descriptor, so that what was measured is what is read. */
const readBounded = (place: string, named: string, bytesMax: number): FileContent => {
  const descriptor = openSync(place, 'r');
  try {
    const facts = fstatSync(descriptor);
    if (!facts.isFile()) return { problem: `expected a file, but ${named} is none` };
    if (facts.size > bytesMax)
      return {
        problem: `expected a file of at most ${sizeText(bytesMax)}, but ${named} has ${sizeBeside(facts.size, bytesMax)}`,
      };
    const bytes = Buffer.alloc(facts.size);
    let at = 0;
    for (let read = -1; at < bytes.length && read !== 0; at += read)
      read = readSync(descriptor, bytes, at, bytes.length - at, at);
    return { bytes: bytes.subarray(0, at) };
  } finally {
    closeSync(descriptor);
  }
};

/**
 * Reads the files that a suite names from the disk: only regular files below `root`, links resolved.
 *
 * @param root      folder that nothing outside of is read
 * @param suiteFile the suite's own file
 */
export const suiteFileReader = (root: string, suiteFile: string): SuiteFileReader => {
  const folder = path.dirname(path.resolve(suiteFile));
  return (file, bytesMax) => {
    const place = path.resolve(folder, file);
    const outside = { problem: `expected a file below ${path.resolve(root)}, but ${file} lies outside of it` };
    if (!isInside(path.resolve(root), place)) return outside;
    try {
      // A link inside may lead outside.
      const real = realpathSync(place);
      return isInside(realpathSync(root), real) ? readBounded(real, file, bytesMax) : outside;
    } catch (error) {
      return { problem: `expected to read ${file}, but ${reasonOf(error)}` };
    }
  };
};

/** Folder that files of a suite are read from: where the person stands when the suite is below it, else the suite's own. */
export const rootFor = (cwd: string, suiteFile: string): string => {
  const place = path.resolve(cwd, suiteFile);
  return isInside(cwd, place) ? path.resolve(cwd) : path.dirname(place);
};
