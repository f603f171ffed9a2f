#!/usr/bin/env node
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
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

const world: World = {
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
    process.on('SIGINT', listener);
    return () => {
      process.off('SIGINT', listener);
    };
  },
};

process.exitCode = await runCli(process.argv.slice(2), world);
