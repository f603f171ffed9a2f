import { watch, type FSWatcher } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { sha256Hex } from '#core/digest';

/** What files hold, by their path; a file that is not there has no entry. */
export type Snapshot = ReadonlyMap<string, string>;

export const takeSnapshot = async (cwd: string, files: Iterable<string>): Promise<Snapshot> => {
  const snapshot = new Map<string, string>();
  for (const file of files) {
    try {
      snapshot.set(file, sha256Hex(await readFile(path.resolve(cwd, file))));
    } catch {
      // Gone, or not readable now: as good as another content.
    }
  }
  return snapshot;
};

/** Files that are new, gone or hold something else. */
export const changedFiles = (before: Snapshot, after: Snapshot): ReadonlySet<string> =>
  new Set([...before.keys(), ...after.keys()].filter((file) => before.get(file) !== after.get(file)));

/**
 * Calls back whenever something may have changed in the folders of these files. Folders are watched and not files: editors write a new
 * file and give it the old one's name.
 *
 * @returns ends the watching
 */
export const watchFolders = (cwd: string, folders: Iterable<string>, onEvent: () => void): (() => void) => {
  const watchers: FSWatcher[] = [];
  for (const folder of new Set([...folders].map((one) => path.resolve(cwd, one)))) {
    try {
      const watcher = watch(folder, onEvent);
      // A folder that is removed while it is watched: the next look at the files tells.
      watcher.on('error', onEvent);
      watchers.push(watcher);
    } catch {
      // Not there: its files are told as gone.
    }
  }
  return () => {
    for (const watcher of watchers) watcher.close();
  };
};
