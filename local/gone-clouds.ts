import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { processLives } from './running-cloud.ts';

/**
 * Removes what clouds left in `folder` whose process is gone, as after `kill -9`, which nobody can clean up after. Folders are named by the
 * process that made them; any other is left alone.
 *
 * @returns the names that were removed
 */
export const forgetGoneClouds = (folder: string): readonly string[] => {
  const gone = readdirSync(folder).filter((name) => {
    const pid = /^(\d{1,10})-/.exec(name)?.[1];
    return pid !== undefined && !processLives(Number(pid));
  });
  for (const name of gone) rmSync(path.join(folder, name), { recursive: true, force: true });
  return gone;
};
