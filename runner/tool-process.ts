/** Runs a tool as a process of this machine: bounded, without credentials, and wholly gone afterwards. */
import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { access, constants, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { isCredentialName } from '#engines/tool/tool-problems';
import type { Clock } from '#ports/clock';
import type { ToolEnd, ToolOutcome, ToolProcesses, ToolRun } from '#ports/tool-process';
import { coverInherited } from '#runner/tool-process-files';
import { toolFolder } from '#runner/tool-process-folder';
import type { ToolFolder, ToolUser } from '#runner/tool-process-folder';
import { processTree } from '#runner/tool-process-tree';
import type { ProcessTree } from '#runner/tool-process-tree';

export interface ToolProcessesOptions {
  readonly clock: Clock;
  /** Folders with programs, joined with `:`. */
  readonly path: string;
  /** Where working folders are made. */
  readonly folder: string;
  /**
   * `required` starts nothing where a tool could read credentials out of the runner's own environment, which processes of one user can;
   * of a runner that is root a tool is nobody.
   * `own-machine` is for a person's machine, whose tools those are.
   */
  readonly isolation: 'required' | 'own-machine';
}

const POLL_MS = 100;
/** Bytes of one file that a tool may write. */
const FILE_BYTES_MAX = 1024 ** 3;
/** Nobody, on Linux: who a tool is when the runner is root. */
const NOBODY: ToolUser = { uid: 65_534, gid: 65_534 };

const isExecutable = async (file: string): Promise<boolean> => {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
};

const findProgram = async (name: string, programs: string): Promise<string | undefined> => {
  if (name.includes('/')) return (await isExecutable(name)) ? name : undefined;
  for (const folder of programs.split(':')) {
    const file = path.join(folder, name);
    if (path.isAbsolute(folder) && (await isExecutable(file))) return file;
  }
  return undefined;
};

/** Programs of util-linux that bound a process before it begins, as far as they are there. */
const wrapped = async (
  program: string,
  { command, memoryMb }: ToolRun,
  programs: string,
): Promise<readonly string[]> => {
  const own = [program, ...command.slice(1)];
  const prlimit = await findProgram('prlimit', programs);
  // Memory is looked at ten times a second; what grows faster than that meets this limit of each process. It counts what is set aside,
  // used or not: 575 MB for a Node that does nothing.
  const dataBytes = (memoryMb * 4 + 2048) * 1024 * 1024;
  const limits = [`--core=0`, `--fsize=${String(FILE_BYTES_MAX)}`, `--data=${String(dataBytes)}`];
  const bounded = prlimit === undefined ? own : [prlimit, ...limits, '--', ...own];
  const setpriv = await findProgram('setpriv', programs);
  // When the runner is killed, the tool goes with it; a program with the set-user-ID bit gives it nothing.
  return setpriv === undefined ? bounded : [setpriv, '--no-new-privs', '--pdeathsig', 'KILL', '--', ...bounded];
};

/** On somebody's own machine a tool is that person, and needs what that person may read. */
const userFor = ({ isolation }: ToolProcessesOptions): ToolUser | undefined =>
  isolation === 'required' && process.getuid?.() === 0 ? NOBODY : undefined;

/** Credentials that a process of the same user could read in /proc. */
const readableCredentials = async (options: ToolProcessesOptions): Promise<readonly string[]> => {
  if (options.isolation === 'own-machine' || userFor(options) !== undefined) return [];
  const environment = await readFile('/proc/self/environ', 'latin1').catch(() => '');
  return environment
    .split('\0')
    .map((entry) => entry.split('=')[0] ?? '')
    .filter(isCredentialName);
};

type Child = ChildProcessByStdio<null, Readable, Readable>;

interface Begun {
  readonly child: Child;
  readonly exited: Promise<ToolEnd>;
  readonly kept: Kept;
}

interface Started extends Begun {
  readonly tree: ProcessTree;
  readonly run: ToolRun;
  readonly clock: Clock;
}

interface Kept {
  readonly stdout: Buffer[];
  readonly stderr: Buffer[];
  /** Resolves when there is more than the limit. */
  readonly tooMuch: Promise<ToolEnd>;
}

const keepOutput = ({ stdout, stderr }: Child, bytesMax: number): Kept => {
  const { promise: tooMuch, resolve } = Promise.withResolvers<ToolEnd>();
  const kept: Kept = { stdout: [], stderr: [], tooMuch };
  let bytesSeen = 0;
  for (const [stream, list] of [
    [stdout, kept.stdout],
    [stderr, kept.stderr],
  ] as const) {
    stream.on('error', () => undefined);
    stream.on('data', (bytes: Buffer) => {
      const room = bytesMax - bytesSeen;
      if (room > 0) list.push(bytes.subarray(0, room));
      bytesSeen += bytes.byteLength;
      if (bytesSeen > bytesMax) resolve({ kind: 'output' });
    });
  }
  return kept;
};

/** The first limit that is met; never resolves when none is. */
const watchLimits = async (
  { tree, run, clock }: Started,
  notePeak: (usedMb: number) => void,
  over: AbortSignal,
): Promise<ToolEnd> => {
  const endsAtMs = clock.nowMs() + run.timeoutMs;
  for (;;) {
    const usedMb = await tree.look();
    if (usedMb !== null) {
      notePeak(usedMb);
      if (usedMb > run.memoryMb) return { kind: 'memory', usedMb: Math.round(usedMb) };
    }
    const leftMs = endsAtMs - clock.nowMs();
    if (leftMs <= 0) return { kind: 'timeout' };
    await clock.sleep(Math.min(POLL_MS, leftMs), over);
  }
};

const exitOf = (child: Child): Promise<ToolEnd> =>
  new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      resolve(code === null ? { kind: 'signal', signal: signal ?? 'unknown' } : { kind: 'exit', code });
    });
  });

const untilEnd = async (started: Started, signal: AbortSignal): Promise<Omit<ToolOutcome, 'report' | 'durationMs'>> => {
  const { child, exited, kept, tree } = started;
  const over = new AbortController();
  let peakMb: number | null = null;
  const stopped = Promise.withResolvers<never>();
  const stop = (): void => {
    stopped.reject(signal.reason as Error);
  };
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  const limits = watchLimits(started, (usedMb) => (peakMb = Math.max(peakMb ?? 0, usedMb)), over.signal);
  limits.catch(() => undefined);
  let end: ToolEnd;
  try {
    end = await Promise.race([exited, limits, kept.tooMuch, stopped.promise]);
  } finally {
    over.abort(new Error('the tool ended'));
    signal.removeEventListener('abort', stop);
    await tree.kill();
    // Its processes are gone, so nobody writes any more and the streams come to their end.
    await streamsEnded(child);
  }
  return {
    end,
    stdout: Buffer.concat(kept.stdout),
    stderr: Buffer.concat(kept.stderr),
    // No process has no memory: it ended before anybody looked.
    memoryPeakMb: peakMb === null || peakMb === 0 ? null : Math.ceil(peakMb),
  };
};

const streamsEnded = async ({ stdout, stderr }: Child): Promise<void> => {
  for (const stream of [stdout, stderr]) if (!stream.closed) await once(stream, 'close').catch(() => undefined);
};

const start = async (run: ToolRun, folder: ToolFolder, options: ToolProcessesOptions): Promise<Begun | string> => {
  const [name = ''] = run.command;
  const program = await findProgram(name, options.path);
  if (program === undefined) return `expected a program ${name} that can be started, got none in ${options.path}`;
  const [first = '', ...rest] = await wrapped(program, run, options.path);
  const covered = await coverInherited();
  try {
    const child = spawn(first, rest, {
      cwd: folder.path,
      // Nothing of the runner's own environment; the folder's path also marks the tool's processes.
      env: { LANG: 'C.UTF-8', TZ: 'UTC', ...run.env, PATH: options.path, HOME: folder.path, TMPDIR: folder.path },
      stdio: ['ignore', 'pipe', 'pipe', ...covered.stdio],
      detached: true,
      ...userFor(options),
    });
    // Listened to from the beginning: a quick tool has ended before anything else is done, and what nobody reads by then is thrown away.
    const begun = {
      child: child as Child,
      exited: exitOf(child as Child),
      kept: keepOutput(child as Child, run.outputBytesMax),
    };
    await once(child, 'spawn');
    return begun;
  } catch (error) {
    return `expected ${name} to start, got ${error instanceof Error ? error.message : String(error)}`;
  } finally {
    await covered.done();
  }
};

const NOTHING = new Uint8Array();

export const toolProcesses = (options: ToolProcessesOptions): ToolProcesses => ({
  run: async (run, signal) => {
    signal.throwIfAborted();
    const startedAtMs = options.clock.nowMs();
    const notStarted = (reason: string): ToolOutcome => ({
      end: { kind: 'not-started', reason },
      stdout: NOTHING,
      stderr: NOTHING,
      durationMs: options.clock.nowMs() - startedAtMs,
      memoryPeakMb: null,
    });
    const [credential] = await readableCredentials(options);
    if (credential !== undefined)
      return notStarted(
        `expected a runner without credentials in its environment, got ${credential}: a tool of the same user could read it`,
      );
    const folder = await toolFolder(options.folder, run.files, userFor(options));
    try {
      const begun = await start(run, folder, options);
      if (typeof begun === 'string') return notStarted(begun);
      const tree = processTree(begun.child.pid ?? 0, `HOME=${folder.path}`);
      const { end, stdout, stderr, memoryPeakMb } = await untilEnd(
        { ...begun, tree, run, clock: options.clock },
        signal,
      );
      const report =
        run.reportPath === undefined ? {} : { report: await folder.readReport(run.reportPath, run.reportBytesMax) };
      return { end, stdout, stderr, memoryPeakMb, ...report, durationMs: options.clock.nowMs() - startedAtMs };
    } finally {
      await folder.remove();
    }
  },
});
