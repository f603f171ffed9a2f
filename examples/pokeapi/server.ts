/**
 * A small API of made-up creatures to test: lists in pages, details, skills in four languages, a draw with a limit. It has a switch for each of its faults.
 *
 * `node examples/pokeapi/server.ts [--port N] [--host ADDRESS]`; the faults are in ASSAY_CREATURES_FAULTS, names between commas. It prints
 * one line when it is ready: `listening http://127.0.0.1:PORT`.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { parseArgs } from 'node:util';
import { FAULTS, isFaultName, readFaults, type FaultName } from './faults.ts';
import { answerFor, type Answer, type World } from './routes.ts';

export { FAULTS, isFaultName, type FaultName } from './faults.ts';

export interface CreaturesOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly host?: string;
  readonly faults?: readonly FaultName[];
}

export interface RunningCreatures {
  readonly url: string;
  readonly port: number;
  /** Exactly these faults from now on. */
  setFaults(faults: readonly FaultName[]): void;
  close(): Promise<void>;
}

const send = (response: ServerResponse, { status, body, headers }: Answer, isHead: boolean): void => {
  const bytes = Buffer.from(JSON.stringify(body), 'utf8');
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': String(bytes.length),
    ...headers,
  });
  response.end(isHead ? undefined : bytes);
};

const replaceFaults = (world: World, faults: readonly FaultName[]): void => {
  world.faults.clear();
  world.draws.clear();
  world.dailyAsked = 0;
  for (const fault of faults) world.faults.add(fault);
};

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const BODY_BYTES_MAX = 10_000;

/** PUT /__faults {names}: exactly these faults from now on. */
const putFaults = async (world: World, request: IncomingMessage): Promise<Answer> => {
  if (!LOOPBACK.has(request.socket.remoteAddress ?? '')) return { status: 404, body: {} };
  let text = '';
  for await (const part of request as AsyncIterable<Buffer>) {
    text += part.toString('utf8');
    if (text.length > BODY_BYTES_MAX) return { status: 413, body: {} };
  }
  let names: unknown;
  try {
    names = (JSON.parse(text) as { readonly names?: unknown }).names;
  } catch {
    // Told below as no list of names.
  }
  if (!Array.isArray(names) || !names.every(isFaultName))
    return { status: 422, body: { title: `names must be a list of ${Object.keys(FAULTS).join(', ')}` } };
  replaceFaults(world, names);
  return { status: 200, body: { active: names } };
};

const serve = async (world: World, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const url = URL.parse(request.url ?? '/', 'http://creatures.invalid');
  const method = request.method ?? 'GET';
  if (url === null) send(response, { status: 400, body: {} }, false);
  else if (method === 'PUT' && url.pathname === '/__faults') send(response, await putFaults(world, request), false);
  else {
    const header = (name: string): string | undefined => request.headers[name]?.toString();
    send(response, await answerFor(method, { world, url, header }), method === 'HEAD');
  }
};

/** Starts an API of its own; resolves when it listens. */
export const startCreatures = async (options: CreaturesOptions = {}): Promise<RunningCreatures> => {
  const host = options.host ?? '127.0.0.1';
  const world: World = { faults: new Set(options.faults), draws: new Map(), answers: 0, dailyAsked: 0 };
  const server = createServer((request, response) => {
    serve(world, request, response).catch(() => {
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, host, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${String(port)}`,
    port,
    setFaults: (faults) => {
      replaceFaults(world, faults);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
};

const usage = `usage: [ASSAY_CREATURES_FAULTS=NAME,…] node examples/pokeapi/server.ts [--port N] [--host ADDRESS]\nfaults:\n${Object.entries(
  FAULTS,
)
  .map(([name, what]) => `  ${name.padEnd(20)} ${what}`)
  .join('\n')}\n`;

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, host: { type: 'string' }, help: { type: 'boolean' } },
  });
  const port = Number(values.port ?? '0');
  if (values.help === true || !Number.isInteger(port) || port < 0 || port > 65_535) {
    process.stderr.write(usage);
    process.exitCode = values.help === true ? 0 : 64;
    return;
  }
  let faults: FaultName[];
  try {
    faults = readFaults(process.env['ASSAY_CREATURES_FAULTS'] ?? '');
  } catch (error) {
    process.stderr.write(`ASSAY_CREATURES_FAULTS: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 64;
    return;
  }
  const creatures = await startCreatures({ port, faults, ...(values.host === undefined ? {} : { host: values.host }) });
  process.stdout.write(`listening ${creatures.url}\n`);
  const stop = (): void => {
    void creatures.close();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
};

if (import.meta.main) await main();
