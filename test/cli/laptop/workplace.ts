import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run, type Ran, type RunOptions } from '../run-command.ts';
import { smallApi, type Asked, type Answered, type SmallApi } from './small-api.ts';

/** A folder and an API of a test's own. */
export interface Workplace {
  readonly cwd: string;
  readonly api: SmallApi;
  readonly write: (name: string, text: string) => Promise<void>;
  readonly read: (name: string) => Promise<string>;
  /** Runs `assay test …` here, against the API unless `--target` or an environment says otherwise. */
  readonly assay: (argv: readonly string[], options?: RunOptions) => Promise<Ran>;
  readonly close: () => Promise<void>;
}

export const workplace = async (answer: (asked: Asked) => Answered | undefined): Promise<Workplace> => {
  const cwd = await mkdtemp(path.join(tmpdir(), 'assay-laptop-'));
  const api = await smallApi(answer);
  return {
    cwd,
    api,
    write: async (name, text) => {
      await mkdir(path.dirname(path.join(cwd, name)), { recursive: true });
      await writeFile(path.join(cwd, name), text);
    },
    read: (name) => readFile(path.join(cwd, name), 'utf8'),
    assay: (argv, options = {}) => run(argv, { cwd, realTime: true, ...options }),
    close: async () => {
      await api.close();
      await rm(cwd, { recursive: true, force: true });
    },
  };
};

/** Text of a run without what differs from one to the next: ports and times. */
export const steady = (text: string, api: SmallApi): string =>
  text
    .replaceAll(api.url, 'http://api.test')
    .replaceAll(/\d+(?:\.\d+)? m?s\b/gu, '0 ms')
    .replaceAll(/slowest .*/gu, 'slowest …');
