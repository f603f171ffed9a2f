import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { BundleReader } from '#core/verify-bundle';
import { systemCode } from '../cli-failure.ts';

const UNFINISHED = /^(manifest\.json|files\/[0-9a-f]{64})\.part$/;

/** Everything below the folder that is no folder, with `/` between names; links and other odd things too, so that they are reported. */
const listBelow = async (folder: string, prefix: string): Promise<string[]> => {
  const entries = await readdir(path.join(folder, prefix), { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries) {
    const place = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await listBelow(folder, place)));
    else found.push(place);
  }
  return found;
};

/**
 * A bundle in a folder. The unfinished part of a download counts as not there yet: what it stands for is missing, so the bundle is
 * incomplete, not forged.
 */
export const folderBundle = (folder: string): BundleReader => ({
  list: async () => (await listBelow(folder, '')).filter((place) => !UNFINISHED.test(place)),
  read: async (place) => {
    try {
      return await readFile(path.join(folder, ...place.split('/')));
    } catch (error) {
      if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(systemCode(error) ?? '')) return undefined;
      throw error;
    }
  },
});
