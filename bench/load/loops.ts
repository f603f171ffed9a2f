/** The same small JSON request, parsed and validated, by the load engine, by bare undici, and by autocannon: equal work for all three. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { existsSync, mkdirSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { Client } from 'undici';
import type { JsonObject } from '#core/units';
import { PLACE, run } from '../peers/programs.ts';
import { figuresOf } from './figures-of.ts';
import { runOnLoopback } from './run.ts';

const AUTOCANNON = '9.0.0';
export const CONNECTIONS = 10;
const HEADERS = ['accept', '*/*'];

export const SCHEMA: JsonObject = {
  type: 'object',
  required: ['id', 'name', 'price', 'tags', 'inStock'],
  properties: {
    id: { type: 'integer' },
    name: { type: 'string' },
    price: { type: 'number' },
    tags: { type: 'array', items: { type: 'string' } },
    inStock: { type: 'boolean' },
  },
};

export interface Rate {
  readonly perSecond: number;
  /** Of this process: what other programs on the machine take is not in it. */
  readonly perCpuSecond: number;
}

const measured = async (work: () => Promise<number>): Promise<Rate> => {
  const before = process.cpuUsage();
  const started = performance.now();
  const requests = await work();
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(before);
  return { perSecond: requests / seconds, perCpuSecond: requests / ((user + system) / 1e6) };
};

/** The engine as it runs: schedule, guard, timing, checks with ajv, sketches, windows; ten users that do not think. */
export const engineLoop = (port: number, durationMs: number): Promise<Rate> =>
  measured(async () => {
    const judged = await runOnLoopback(
      {
        model: 'closed',
        stages: [{ durationMs, users: CONNECTIONS }],
        connections: CONNECTIONS,
        mix: [{ name: 'root', request: { method: 'GET', path: '/' }, checks: [{ status: 200 }, { schema: SCHEMA }] }],
        thresholds: [{ metric: 'errorRate', atMost: 0 }],
      },
      port,
    );
    const [one] = figuresOf(judged).operations;
    if (one === undefined || one.failed > 0 || one.checked !== one.requests)
      throw new Error(`expected checked answers without failure, got ${JSON.stringify(judged.checks)}`);
    return one.requests;
  });

const validator = (): ((text: string) => boolean) => {
  const validate = new Ajv2020().compile(SCHEMA);
  return (text) => validate(JSON.parse(text));
};

export const undiciLoop = (port: number, durationMs: number): Promise<Rate> =>
  measured(
    () =>
      new Promise((resolve, reject) => {
        const isValid = validator();
        const clients = Array.from({ length: CONNECTIONS }, () => new Client(`http://127.0.0.1:${String(port)}`));
        const until = performance.now() + durationMs;
        let [requests, running] = [0, CONNECTIONS];
        const ask = (client: Client): void => {
          let body: Buffer | undefined;
          client.dispatch(
            { method: 'GET', path: '/', headers: HEADERS, headersTimeout: 0, bodyTimeout: 0 },
            {
              onRequestStart: () => undefined,
              onResponseStart: () => undefined,
              onResponseData: (_controller, chunk: Buffer) => {
                body = chunk;
              },
              onResponseEnd: () => {
                if (!isValid(String(body))) reject(new Error('expected a valid body'));
                requests += 1;
                if (performance.now() < until) {
                  ask(client);
                  return;
                }
                running -= 1;
                if (running > 0) return;
                for (const one of clients) void one.destroy();
                resolve(requests);
              },
              onResponseError: (_controller, error: Error) => {
                reject(error);
              },
            },
          );
        };
        for (const client of clients) ask(client);
      }),
  );

interface Autocannon {
  (options: object): Promise<{ readonly '2xx': number; readonly mismatches: number; readonly errors: number }>;
}

/** @returns autocannon as a library; installed once, in this version */
export const autocannon = async (): Promise<Autocannon> => {
  const folder = path.join(PLACE, `autocannon-${AUTOCANNON}`);
  if (!existsSync(path.join(folder, 'node_modules', 'autocannon', 'package.json'))) {
    mkdirSync(folder, { recursive: true });
    const flags = ['--no-audit', '--no-fund', '--ignore-scripts', '--no-package-lock'];
    await run('npm', ['install', '--prefix', folder, ...flags, `autocannon@${AUTOCANNON}`]);
  }
  return createRequire(path.join(folder, 'package.json'))('autocannon') as Autocannon;
};

export const autocannonLoop = (cannon: Autocannon, port: number, durationMs: number): Promise<Rate> =>
  measured(async () => {
    const result = await cannon({
      url: `http://127.0.0.1:${String(port)}`,
      connections: CONNECTIONS,
      duration: durationMs / 1000,
      headers: { accept: '*/*' },
      verifyBody: validator(),
    });
    if (result.mismatches > 0 || result.errors > 0) throw new Error('expected autocannon to see valid answers only');
    return result['2xx'];
  });
