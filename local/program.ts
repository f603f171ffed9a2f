import { spawn } from 'node:child_process';
import { cleanEnvironment } from './emulator.ts';
import { place } from './places.ts';

export interface ProgramCall {
  /** The program, by its path in the checkout. */
  readonly program: readonly string[];
  readonly args: readonly string[];
  /** What it finds in its environment besides the bare necessities. */
  readonly env: { readonly [name: string]: string };
  /** Its working folder; the checkout when absent. */
  readonly cwd?: string;
  /** What it reads from stdin; nothing when absent. */
  readonly input?: string;
  /** Whether people watch: output is passed through as it comes. */
  readonly shown?: boolean;
  readonly signal?: AbortSignal;
}

export interface ProgramOutcome {
  /** -1 when a signal ended it. */
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

/** Runs one of the programs of this checkout to its end, as its npm script would. */
export const runProgram = ({
  program,
  args,
  env,
  cwd,
  input = '',
  shown = false,
  signal,
}: ProgramCall): Promise<ProgramOutcome> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [place(...program), ...args], {
      cwd: cwd ?? place(),
      env: { ...cleanEnvironment(), ...env },
      // A terminal behind stderr shows the live progress itself.
      stdio: ['pipe', 'pipe', shown ? 'inherit' : 'pipe'],
      ...(signal === undefined ? {} : { signal }),
    });
    const stdout: string[] = [];
    const stderr: string[] = [];
    // A program that does not read its input may be gone before all of it is written.
    child.stdin?.on('error', () => undefined).end(input);
    collect(child.stdout, shown ? process.stdout : undefined, stdout);
    collect(child.stderr, undefined, stderr);
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ exitCode: code ?? -1, stdout: stdout.join(''), stderr: stderr.join('') });
    });
  });
