import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { systemCode } from './cli-failure.ts';

const isThere = async (folder: string): Promise<boolean> => {
  try {
    await stat(folder);
    return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
};

/**
 * Makes a folder and those above it. One level at a time: Node's own `recursive` goes round for ever where a file system that holds a folder
 * says that there is none to make another one in, as /proc does.
 *
 * @throws the system's error for the level that cannot be made
 */
export const makeFolder = async (folder: string): Promise<void> => {
  const missing: string[] = [];
  for (let at = path.resolve(folder); !(await isThere(at)); at = path.dirname(at)) missing.unshift(at);
  for (const one of missing) {
    try {
      await mkdir(one);
    } catch (error) {
      // Somebody made it at the same time.
      if (systemCode(error) !== 'EEXIST') throw error;
    }
  }
};
