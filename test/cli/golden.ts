import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@jest/globals';

const FOLDER = path.resolve(import.meta.dirname, '../golden/cli');

/** Compares with a file of test/golden/cli; UPDATE_GOLDEN=1 writes it instead, and the difference is reviewed. */
export const expectGolden = (name: string, text: string): void => {
  const file = path.join(FOLDER, name);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, text);
    return;
  }
  expect(existsSync(file)).toBe(true);
  expect(text).toBe(readFileSync(file, 'utf8'));
};
