import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { assayFolder } from './places.ts';

const LOOK_EVERY_MS = 100;
const WAIT_MS_MAX = 120_000;
/** Between making the lock and writing the owner into it a process needs far less. */
const UNOWNED_MS_MAX = 5_000;

const ownerIsGone = (folder: string): boolean => {
  try {
    process.kill(Number(readFileSync(path.join(folder, 'owner'), 'utf8')), 0);
    return false;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EPERM') return false;
    try {
      return (
        Date.now() - statSync(folder).mtimeMs > UNOWNED_MS_MAX ||
        (error instanceof Error && 'code' in error && error.code === 'ESRCH')
      );
    } catch {
      return false; // Released meanwhile: the next try to take it decides.
    }
  }
};

const take = (folder: string): boolean => {
  try {
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'owner'), String(process.pid));
    return true;
  } catch {
    if (ownerIsGone(folder)) rmSync(folder, { recursive: true, force: true });
    return false;
  }
};

/**
 * Runs `work` while no other process of this checkout runs work under the same name. A lock whose owner died is taken over.
 *
 * @throws Error when the lock stays taken for two minutes
 */
export const withLock = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
  const folder = path.join(assayFolder(), `${name}.lock`);
  const deadline = Date.now() + WAIT_MS_MAX;
  while (!take(folder)) {
    if (Date.now() > deadline)
      throw new Error(
        `another process has held ${folder} for ${String(WAIT_MS_MAX / 1000)} s; remove that folder if none does`,
      );
    await pause(LOOK_EVERY_MS);
  }
  try {
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
