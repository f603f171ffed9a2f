import { constants, openSync } from 'node:fs';
import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { CliFailure, systemCode } from '../cli-failure.ts';
import { EXIT } from '../exit-codes.ts';

const refused = (place: string, what: string): CliFailure =>
  new CliFailure(EXIT.usage, `cannot write ${place}`, what, {
    hint: 'evidence goes into a folder of its own: choose an empty one with --out, or take the link away',
  });

const isLink = async (place: string): Promise<boolean> => {
  try {
    return (await lstat(place)).isSymbolicLink();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '')) return false;
    throw error;
  }
};

/**
 * Makes sure that what is written below a folder stays there: no part of the path below it is a link.
 *
 * @param out   folder that the person named, which may be reached by a link
 * @param below path of the file below it
 * @throws CliFailure usage
 */
export const requirePlain = async (out: string, below: string): Promise<void> => {
  const parts = below.split('/');
  for (let count = 1; count <= parts.length; count += 1) {
    const place = path.join(out, ...parts.slice(0, count));
    if (await isLink(place)) throw refused(place, 'it is a link, which leads elsewhere');
  }
};

/** Opens a file to write it or to go on with it; never one that a link leads to. @throws CliFailure usage */
export const openPlain = (file: string, isBegun: boolean): number => {
  // Windows has no O_NOFOLLOW, and links only for those who may make them.
  const { O_WRONLY, O_CREAT, O_APPEND, O_TRUNC, O_NOFOLLOW = 0 } = constants;
  try {
    return openSync(file, O_WRONLY | O_CREAT | O_NOFOLLOW | (isBegun ? O_APPEND : O_TRUNC), 0o666);
  } catch (error) {
    if (systemCode(error) === 'ELOOP') throw refused(file, 'it is a link, which leads elsewhere');
    throw error;
  }
};
