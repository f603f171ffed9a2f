import { tmpdir } from 'node:os';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { runCli } from '../../cli/run-cli.ts';
import type { TextStream, World } from '../../cli/world.ts';

export interface Ran {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Every pause that was asked for, in milliseconds. */
  readonly sleeps: readonly number[];
}

export interface RunOptions {
  readonly env?: { readonly [name: string]: string };
  readonly cwd?: string;
  readonly isTTY?: boolean;
  readonly nowMs?: number;
  /** Called with each pause; may move the world on. */
  readonly onSleep?: (ms: number) => void;
  /** Gets the function that presses Ctrl-C. */
  readonly onStart?: (interrupt: () => void) => void;
  /** Gets the function that presses a key. */
  readonly onKeys?: (press: (key: string) => void) => void;
  /** The machine's own clock instead of the fixed one: for what talks to real servers. */
  readonly realTime?: boolean;
  /** Hears everything that is written to either stream, at once. */
  readonly onWrite?: (text: string) => void;
  /** Standard input, cut as given. */
  readonly stdin?: readonly Uint8Array[];
}

export const NOW_MS = Date.parse('2026-11-21T12:00:00Z');

const memoryStream = (isTTY: boolean, onWrite?: (text: string) => void): TextStream & { text: string } => ({
  text: '',
  isTTY,
  columns: 100,
  rows: 30,
  write(text: string) {
    this.text += text;
    onWrite?.(text);
  },
});

/** Runs a command line in this process, in a world of its own: fixed clock, pauses that take no time, no environment but the given one. */
export const run = async (argv: readonly string[], options: RunOptions = {}): Promise<Ran> => {
  const stdout = memoryStream(options.isTTY === true, options.onWrite);
  const stderr = memoryStream(options.isTTY === true, options.onWrite);
  const sleeps: number[] = [];
  const listeners = new Set<() => void>();
  const keyListeners = new Set<(key: string) => void>();
  let nowMs = options.nowMs ?? NOW_MS;
  const world: World = {
    env: options.env ?? {},
    cwd: options.cwd ?? tmpdir(),
    stdout,
    stderr,
    version: '0.1.0',
    nodeVersion: '24.0.0',
    ...(options.stdin === undefined ? {} : { stdin: () => Readable.from(options.stdin ?? []) }),
    nowMs: () => (options.realTime === true ? Date.now() : nowMs),
    sleep: async (ms, signal) => {
      if (options.realTime === true) {
        await pause(ms, undefined, signal === undefined ? {} : { signal });
        return;
      }
      signal?.throwIfAborted();
      sleeps.push(ms);
      nowMs += ms;
      options.onSleep?.(ms);
      await Promise.resolve();
      signal?.throwIfAborted();
    },
    random: () => 0.5,
    randomId: () => '00000000-0000-4000-8000-000000000001',
    onInterrupt: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    onKey: (listener) => {
      keyListeners.add(listener);
      return () => {
        keyListeners.delete(listener);
      };
    },
  };
  options.onStart?.(() => {
    for (const listener of listeners) listener();
  });
  options.onKeys?.((key) => {
    for (const listener of keyListeners) listener(key);
  });
  const exit = await runCli(argv, world);
  return { exit, stdout: stdout.text, stderr: stderr.text, sleeps };
};
