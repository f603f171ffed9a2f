/** `assay init` in a folder of its own for each test of the file that imports this, and what it wrote there. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { afterEach, beforeEach } from '@jest/globals';
import type { EnvironmentDefinition } from '#core/environment';
import type { SuiteDefinition } from '#core/suite';
import { readSuite } from '../examples/run-suite-files.ts';
import { run, type Ran } from './run-command.ts';

/** The folder of the test that runs. */
export let cwd: string;

beforeEach(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'assay-init-'));
});
afterEach(async () => {
  await rm(cwd, { recursive: true, force: true });
});

/** The suites that it wrote, read as `assay push` reads them. */
export const suitesIn = async (folder = 'assay'): Promise<SuiteDefinition[]> => {
  const place = path.join(cwd, folder, 'suites');
  return (await readdir(place)).sort().map((name) => readSuite(path.join(place, name)));
};
/** The environment that it wrote. */
export const environmentIn = async (folder = 'assay'): Promise<EnvironmentDefinition> =>
  parse(await readFile(path.join(cwd, folder, 'environment.yaml'), 'utf8')) as EnvironmentDefinition;
/** Puts a file into the folder: text as it is, anything else as JSON. */
export const write = async (name: string, content: unknown): Promise<void> => {
  await mkdir(path.dirname(path.join(cwd, name)), { recursive: true });
  await writeFile(path.join(cwd, name), typeof content === 'string' ? content : JSON.stringify(content));
};
export const init = (file: string, ...flags: readonly string[]): Promise<Ran> => run(['init', file, ...flags], { cwd });
