import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { fileFailure, usageFailure } from '../cli-failure.ts';
import type { World } from '../world.ts';

/** Values of secrets on this machine, by the name that suites use. They are never shown. */
export interface LaptopSecrets {
  readonly find: (name: string) => string | undefined;
  /** Where a missing one can be put. */
  readonly placeFor: (name: string) => string;
  /** What is wrong with the file, if something is. */
  readonly warning?: string;
}

const PREFIX = 'ASSAY_SECRET_';

/** The environment variable that a secret of this name is looked for in. */
export const secretVariable = (name: string): string => `${PREFIX}${shellName(name)}`;

const shellName = (name: string): string => name.replaceAll(/[^A-Za-z0-9]/gu, '_').toUpperCase();

const readSecretsFile = async (world: World, file: string): Promise<{ values: Map<string, string>; mode: number }> => {
  const place = path.resolve(world.cwd, file);
  try {
    const text = await readFile(place, 'utf8');
    const { mode } = await stat(place);
    const values = new Map(Object.entries(parseEnv(text)).map(([name, value]) => [name, value ?? '']));
    if (values.size === 0 && text.trim() !== '')
      throw usageFailure(`${file} must hold lines such as NAME=value, got none`);
    return { values, mode };
  } catch (error) {
    throw error instanceof Error && error.name === 'CliFailure' ? error : fileFailure('read', file, error);
  }
};

/**
 * Secrets come from ASSAY_SECRET_NAME, or from a file of lines NAME=value (name as in the suite, or as after ASSAY_SECRET_).
 * The variable goes first, so that one value can be tried without touching the file.
 *
 * @throws CliFailure usage when the file cannot be read
 */
export const readSecrets = async (world: World, file: string | undefined): Promise<LaptopSecrets> => {
  const read = file === undefined ? undefined : await readSecretsFile(world, file);
  const isOpen = read !== undefined && process.platform !== 'win32' && (read.mode & 0o077) !== 0;
  return {
    find: (name) =>
      [
        world.env[secretVariable(name)],
        read?.values.get(name),
        read?.values.get(shellName(name)),
        read?.values.get(secretVariable(name)),
      ].find((value) => value !== undefined && value !== ''),
    placeFor: (name) =>
      file === undefined
        ? `set ${secretVariable(name)}, or name a file with --secrets that has a line for ${name}`
        : `set ${secretVariable(name)}, or put a line for ${name} into ${file}`,
    ...(isOpen ? { warning: `${file ?? ''} can be read by others of this machine: chmod 600 ${file ?? ''}` } : {}),
  };
};
