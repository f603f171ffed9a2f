import { spawn } from 'node:child_process';
import { cleanEnvironment } from './emulator.ts';
import { place } from './places.ts';

export interface AssayCall {
  readonly args: readonly string[];
  readonly url: string;
  /** ASSAY_TOKEN, or the variables of GitHub Actions. */
  readonly identity: { readonly [name: string]: string };
  readonly cwd?: string;
  /** Whether people watch: output is passed through as it comes. */
  readonly shown?: boolean;
  readonly signal?: AbortSignal;
}

export interface AssayOutcome {
  readonly exitCode: number;
  readonly stdout: string;
  /** Empty when it was shown. */
  readonly stderr: string;
}

const collect = (
  stream: NodeJS.ReadableStream | null,
  shown: NodeJS.WriteStream | undefined,
  texts: string[],
): void => {
  stream?.setEncoding('utf8').on('data', (text: string) => {
    texts.push(text);
    shown?.write(text);
  });
};

/** Runs the `assay` command as a user of it would: a process with ASSAY_URL and a token, nothing else. */
export const assay = ({ args, url, identity, cwd, shown = false, signal }: AssayCall): Promise<AssayOutcome> =>
  new Promise((resolve, reject) => {
    const env = { ...cleanEnvironment(), GITHUB_ACTIONS: '', ASSAY_TOKEN: '', ASSAY_URL: url, ...identity };
    const child = spawn(process.execPath, [place('cli', 'main.ts'), ...args], {
      cwd: cwd ?? place(),
      env,
      // A terminal behind stderr shows the live progress itself.
      stdio: ['ignore', 'pipe', shown ? 'inherit' : 'pipe'],
      ...(signal === undefined ? {} : { signal }),
    });
    const stdout: string[] = [];
    const stderr: string[] = [];
    collect(child.stdout, shown ? process.stdout : undefined, stdout);
    collect(child.stderr, undefined, stderr);
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ exitCode: code ?? -1, stdout: stdout.join(''), stderr: stderr.join('') });
    });
  });
