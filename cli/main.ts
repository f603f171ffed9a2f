#!/usr/bin/env node
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { usageFailure } from './cli-failure.ts';
import { runCli } from './run-cli.ts';
import { readVersion } from './version.ts';
import type { TextStream, World } from './world.ts';

const streamOf = (stream: NodeJS.WriteStream): TextStream => ({
  write: (text) => {
    stream.write(text);
  },
  get isTTY() {
    return stream.isTTY;
  },
  get columns() {
    return stream.isTTY ? stream.columns : 100;
  },
  get rows() {
    return stream.isTTY ? stream.rows : 24;
  },
});

/** A reader that went away (`assay results … | head`) is no error of ours. */
const endQuietlyOnClosedPipe = (error: NodeJS.ErrnoException): void => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
};
process.stdout.on('error', endQuietlyOnClosedPipe);
process.stderr.on('error', endQuietlyOnClosedPipe);

const CTRL_C = '\u0003';

const onKey: World['onKey'] = (listener) => {
  const { stdin } = process;
  if (!stdin.isTTY) return () => undefined;
  const heard = (bytes: Buffer): void => {
    const key = bytes.toString('utf8');
    // While single keys are read, the terminal does not turn this one into a signal.
    if (key === CTRL_C) process.kill(process.pid, 'SIGINT');
    else listener(key);
  };
  stdin.setRawMode(true);
  stdin.on('data', heard).resume();
  return () => {
    stdin.off('data', heard).pause();
    stdin.setRawMode(false);
  };
};

const readStdin = async (bytesMax: number): Promise<string> => {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of process.stdin as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > bytesMax)
      throw usageFailure(`standard input is larger than ${String(Math.round(bytesMax / 1024 / 1024))} MB`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
};

const world: World = {
  readStdin,
  stdin: () => process.stdin as AsyncIterable<Buffer>,
  env: process.env,
  cwd: process.cwd(),
  stdout: streamOf(process.stdout),
  stderr: streamOf(process.stderr),
  version: readVersion(),
  nodeVersion: process.versions.node,
  nowMs: () => Date.now(),
  sleep: async (ms, signal) => {
    await pause(ms, undefined, signal === undefined ? {} : { signal });
  },
  random: () => Math.random(),
  randomId: () => randomUUID(),
  onInterrupt: (listener) => {
    // Pipelines cancel with SIGTERM: what was created has to go then, too.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, listener);
    return () => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, listener);
    };
  },
  onKey,
};

process.exitCode = await runCli(process.argv.slice(2), world);
