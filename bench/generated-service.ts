/** A service that nobody here wrote, from the registry, on this machine only. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Json } from '#core/units';
import { PLACE, run } from './peers/programs.ts';

export const SERVICE = '@loopback/example-todo';
const VERSION = '6.0.0';

/**
 * The service asks a geocoder on the Internet. It finds nobody there: names are looked up on this machine only, before the service's own
 * code is loaded.
 */
const FENCE = `const dns = require('node:dns');
const lookup = dns.lookup;
dns.lookup = (host, ...rest) => {
  if (host === 'localhost' || /^127\\.|^::1$/.test(host)) return lookup(host, ...rest);
  const error = Object.assign(new Error('getaddrinfo ENOTFOUND ' + host), { code: 'ENOTFOUND' });
  process.nextTick(rest.at(-1), error);
};
`;

const installed = async (): Promise<string> => {
  const folder = path.join(PLACE, `loopback-example-todo-${VERSION}`);
  const service = path.join(folder, 'node_modules', '@loopback', 'example-todo');
  if (!existsSync(path.join(service, 'dist', 'index.js'))) {
    mkdirSync(folder, { recursive: true });
    const flags = ['--no-audit', '--no-fund', '--ignore-scripts', '--no-package-lock'];
    await run('npm', ['install', '--prefix', folder, ...flags, `${SERVICE}@${VERSION}`]);
  }
  writeFileSync(path.join(folder, 'fence.cjs'), FENCE);
  return service;
};

export interface RunningService {
  readonly origin: string;
  readonly document: Json;
  /** Ends it and takes what it wrote away. */
  readonly stop: () => Promise<void>;
}

const addressOf = async (child: ChildProcess): Promise<string> => {
  let said = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
  });
  for (let tries = 0; tries < 300 && child.exitCode === null; tries += 1) {
    const found = /http:\/\/[\w.:[\]]+\d/u.exec(said)?.[0];
    if (found !== undefined && said.includes('\n')) return found;
    await wait(100);
  }
  throw new Error(`expected ${SERVICE} to say where it listens, got ${JSON.stringify(said.slice(0, 500))}`);
};

/** Starts it with the data that it is shipped with, on a free port. */
export const startService = async (): Promise<RunningService> => {
  const service = await installed();
  const home = mkdtempSync(path.join(PLACE, 'todo-'));
  cpSync(path.join(service, 'data'), path.join(home, 'data'), { recursive: true });
  const fence = path.join(service, '..', '..', '..', 'fence.cjs');
  const child = spawn(process.execPath, ['-r', fence, path.join(service, 'dist', 'index.js')], {
    cwd: home,
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    }
    rmSync(home, { recursive: true, force: true });
  };
  try {
    const origin = await addressOf(child);
    const answer = await fetch(`${origin}/openapi.json`);
    return { origin, document: (await answer.json()) as Json, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
