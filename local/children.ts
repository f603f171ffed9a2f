import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { Socket } from 'node:net';
import path from 'node:path';
import { place } from './places.ts';

/** Time between SIGTERM and SIGKILL. */
const GRACE_MS = 5_000;

export interface Program {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd?: string;
}

export interface Child {
  readonly name: string;
  readonly pid: number;
  readonly logFile: string;
  /** Exit code, or null when a signal ended it. */
  readonly ended: Promise<number | null>;
  isAlive(): boolean;
}

/** Processes of one cloud, each in a process group of its own, all ended together: also when this process is killed. */
export interface Children {
  /** Folder of the logs. */
  readonly folder: string;
  start(program: Program): Promise<Child>;
  /** Runs a program to its end. @throws Error with the end of its log when it fails */
  run(program: Program): Promise<void>;
  stop(child: Child): Promise<void>;
  stopAll(): Promise<void>;
  /** A folder to remove at the end. */
  discardAtEnd(folder: string): void;
}

const LOG_TAIL_LINES = 40;

/** Last lines of a program's log, for a person who has to find out why it failed. */
export const logTail = (logFile: string): string => {
  const lines = readFileSync(logFile, 'utf8').trimEnd().split('\n');
  return lines.slice(-LOG_TAIL_LINES).join('\n');
};

const signalGroup = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group ended on its own meanwhile.
  }
};

const startGuard = (): ChildProcess => {
  const guard = spawn(process.execPath, [place('local', 'guard', 'main.ts')], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.unref();
  // Without this the open pipe would keep us running after everything was stopped.
  if (guard.stdin instanceof Socket) guard.stdin.unref();
  guard.stdin?.on('error', () => undefined);
  return guard;
};

const spawnLogged = ({ command, args, env, cwd }: Program, logFile: string): Promise<ChildProcess> => {
  const log = openSync(logFile, 'w', 0o600);
  return new Promise((resolve, reject) => {
    const process_ = spawn(command, args, { cwd: cwd ?? place(), env, detached: true, stdio: ['ignore', log, log] });
    process_.once('error', (cause) => reject(new Error(`${command} cannot be started: ${cause.message}`, { cause })));
    process_.once('spawn', () => resolve(process_));
  }).finally(() => closeSync(log)) as Promise<ChildProcess>;
};

const asChild = (name: string, process_: ChildProcess, logFile: string): Child => ({
  name,
  pid: process_.pid ?? 0,
  logFile,
  ended: new Promise((resolve) => process_.once('exit', (code) => resolve(code))),
  isAlive: () => process_.exitCode === null && process_.signalCode === null,
});

/**
 * Opens a set of child processes with a guard that ends them when this process dies without stopping them.
 *
 * @param folder   where each program's log goes, as `{name}.log`
 */
export const openChildren = (folder: string): Children => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const guard = startGuard();
  const tell = (charge: object): void => void guard.stdin?.write(`${JSON.stringify(charge)}\n`);
  const alive = new Set<Child>();

  let closed = false;

  const start = async (program: Program): Promise<Child> => {
    if (closed) throw new Error(`${program.name} is not started: everything is being stopped`);
    const logFile = path.join(folder, `${program.name}.log`);
    const child = asChild(program.name, await spawnLogged(program, logFile), logFile);
    tell({ group: child.pid });
    alive.add(child);
    // Stopping began while it was starting.
    if (closed) void stop(child);
    void child.ended.then(() => {
      alive.delete(child);
    });
    return child;
  };
  const stop = async (child: Child): Promise<void> => {
    signalGroup(child.pid, 'SIGTERM');
    const timer = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), GRACE_MS);
    await child.ended;
    clearTimeout(timer);
    // What it had started itself is in its group and may have outlived it.
    signalGroup(child.pid, 'SIGKILL');
    tell({ gone: child.pid });
  };
  const run = async (program: Program): Promise<void> => {
    const child = await start(program);
    const code = await child.ended;
    tell({ gone: child.pid });
    if (code !== 0)
      throw new Error(
        `${program.name} ended with ${code === null ? 'a signal' : `exit code ${String(code)}`}:\n${logTail(child.logFile)}`,
      );
  };
  const stopAll = async (): Promise<void> => {
    closed = true;
    await Promise.all([...alive].map(stop));
    // The guard removes the folders once its input ends.
    guard.stdin?.end();
  };

  return { folder, start, run, stop, stopAll, discardAtEnd: (path_) => tell({ folder: path_ }) };
};
