/**
 * What the HTTP client costs beside the library under it: the same small request to the same server on loopback, ten at a time, from this
 * process, by a bare undici pool and by the client with its address guard, times and limits. The server is a process of its own. Rounds
 * take turns, so that a busy machine slows both; processor time of this process decides, because it does not count what others take.
 */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { Pool } from 'undici';
import { parseCidr } from '#core/address-policy';
import { undiciClient } from '#engines/http/undici-client';
import { figure, median, type Bench } from './figure.ts';

const CONCURRENCY = 10;
const REQUESTS = 4000;
const ROUNDS = 9;

type Ask = () => Promise<unknown>;

interface Rate {
  readonly perSecond: number;
  /** Of this process: what other programs on the machine take is not in it. */
  readonly perCpuSecond: number;
}

/** Requests of ten loops that ask one after the other. */
const rate = async (ask: Ask): Promise<Rate> => {
  let left = REQUESTS;
  const loop = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await ask();
    }
  };
  const started = performance.now();
  const before = process.cpuUsage();
  await Promise.all(Array.from({ length: CONCURRENCY }, loop));
  const perSecond = REQUESTS / ((performance.now() - started) / 1000);
  const { user, system } = process.cpuUsage(before);
  return { perSecond, perCpuSecond: REQUESTS / ((user + system) / 1_000_000) };
};

const HEADERS = [
  ['accept', '*/*'],
  ['user-agent', 'assay'],
] as const;

const bareAsk = (pool: Pool): Ask => {
  const headers = Object.fromEntries(HEADERS);
  return async () => {
    const { body } = await pool.request({ method: 'GET', path: '/', headers });
    return JSON.parse(await body.text()) as unknown;
  };
};

const clientAsk = (origin: string, client: ReturnType<typeof undiciClient>): Ask => {
  const signal = new AbortController().signal;
  const request = {
    method: 'GET',
    url: `${origin}/`,
    headers: HEADERS,
    timeoutMs: 30_000,
    followRedirects: false,
    bodyBytesMax: 1024 * 1024,
  };
  return async () => {
    const { body } = await client.send(request, signal);
    return JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString()) as unknown;
  };
};

const startServer = async (): Promise<{ readonly server: ChildProcess; readonly port: number }> => {
  const server = fork(path.join(import.meta.dirname, 'http', 'small-json-server.ts'));
  const [message] = (await once(server, 'message')) as [{ readonly port: number }];
  return { server, port: message.port };
};

export const bench: Bench = async function* () {
  const { server, port } = await startServer();
  const origin = `http://127.0.0.1:${String(port)}`;
  const loopback = parseCidr('127.0.0.0/8');
  const pool = new Pool(origin, { connections: CONCURRENCY });
  const client = undiciClient({
    policy: { allowHosts: [`127.0.0.1:${String(port)}`], allowedRanges: loopback === undefined ? [] : [loopback] },
  });
  try {
    const [bare, ours] = [bareAsk(pool), clientAsk(origin, client)];
    await rate(bare);
    await rate(ours);
    const bareRates: Rate[] = [];
    const ourRates: Rate[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      bareRates.push(await rate(bare));
      ourRates.push(await rate(ours));
    }
    const middle = (rates: readonly Rate[], of: keyof Rate): number => median(rates.map((one) => one[of]));
    yield figure('http-client', 'bare undici pool', middle(bareRates, 'perSecond'), 'requests/s');
    yield figure('http-client', 'HTTP client', middle(ourRates, 'perSecond'), 'requests/s');
    const wall = middle(ourRates, 'perSecond') / middle(bareRates, 'perSecond');
    yield figure('http-client', 'HTTP client / bare undici, by the clock', wall, 'ratio');
    const cpu = middle(ourRates, 'perCpuSecond') / middle(bareRates, 'perCpuSecond');
    yield figure('http-client', 'HTTP client / bare undici, by processor time', cpu, 'ratio', '>= 0.75');
  } finally {
    await client.close();
    await pool.close();
    server.kill();
  }
};
