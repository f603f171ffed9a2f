import { mkdirSync } from 'node:fs';
import path from 'node:path';

/** Root of the checkout. */
export const ROOT = path.resolve(import.meta.dirname, '..');

/** What the one-machine cloud leaves on disk: virtual environment, keys, logs, state. Never committed. */
export const ASSAY_FOLDER = path.join(ROOT, '.assay');

export const place = (...parts: readonly string[]): string => path.join(ROOT, ...parts);

/** A folder below `.assay`, made when it is missing; only this user may read it, because tokens and keys lie there. */
export const assayFolder = (...parts: readonly string[]): string => {
  const folder = path.join(ASSAY_FOLDER, ...parts);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
};
