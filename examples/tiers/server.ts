/**
 * A small API of quotes with four tiers to test: limits, delays, pages and fields by tier, payments with a log. It has a switch for each of its
 * faults.
 *
 * `node examples/tiers/server.ts [--port N] [--host ADDRESS]`; the faults are in ASSAY_QUOTES_FAULTS, names between commas; the keys of the
 * tiers are in QUOTES_KEY_FREE, QUOTES_KEY_PRO, QUOTES_KEY_TEAM and QUOTES_KEY_ENTERPRISE, or `try-the-quotes-free` and so on. It prints one
 * line when it is ready: `listening http://127.0.0.1:PORT`.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { parseArgs } from 'node:util';
import { FAULTS, isFaultName, readFaults, type FaultName } from './faults.ts';
import { answerFor, safetyHeaders, type Answer, type World } from './routes.ts';
import { TIERS, type Tier } from './tiers.ts';

export { FAULTS, isFaultName, type FaultName } from './faults.ts';

export interface QuotesOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly host?: string;
  readonly faults?: readonly FaultName[];
  /** Keys by tier; KEYS_DEFAULT where absent. */
  readonly keys?: { readonly [tier in Tier]?: string };
}

export const KEYS_DEFAULT: { readonly [tier in Tier]: string } = {
  free: 'try-the-quotes-free',
  pro: 'try-the-quotes-pro',
  team: 'try-the-quotes-team',
  enterprise: 'try-the-quotes-enterprise',
};

export interface RunningQuotes {
  readonly url: string;
  readonly port: number;
  /** Exactly these faults from now on. */
  setFaults(faults: readonly FaultName[]): void;
  close(): Promise<void>;
}

const send = (world: World, response: ServerResponse, { status, body, headers }: Answer, isHead = false): void => {
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body), 'utf8');
  response.writeHead(status, {
    ...safetyHeaders(world.faults),
    'content-type': 'application/json',
    'content-length': String(bytes.length),
    ...headers,
  });
  response.end(isHead ? undefined : bytes);
};

const replaceFaults = (world: World, faults: readonly FaultName[]): void => {
  world.faults.clear();
  world.buckets.clear();
  world.log.length = 0;
  for (const fault of faults) world.faults.add(fault);
};

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const BODY_BYTES_MAX = 10_000;

/** The body as JSON; undefined when it is none, or too long. */
const jsonOf = async (request: IncomingMessage): Promise<unknown> => {
  let text = '';
  for await (const part of request as AsyncIterable<Buffer>) {
    text += part.toString('utf8');
    if (text.length > BODY_BYTES_MAX) return undefined;
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Told by the route as something else than it expects.
    return undefined;
  }
};

/** PUT /__faults {names}: exactly these faults from now on. */
const putFaults = async (world: World, request: IncomingMessage): Promise<Answer> => {
  if (!LOOPBACK.has(request.socket.remoteAddress ?? '')) return { status: 404, body: {} };
  const names = ((await jsonOf(request)) as { readonly names?: unknown } | undefined)?.names;
  if (!Array.isArray(names) || !names.every(isFaultName))
    return { status: 422, body: { title: `names must be a list of ${Object.keys(FAULTS).join(', ')}` } };
  replaceFaults(world, names);
  return { status: 200, body: { active: names } };
};

const serve = async (world: World, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const url = URL.parse(request.url ?? '/', 'http://quotes.invalid');
  const method = request.method ?? 'GET';
  if (url === null) send(world, response, { status: 400, body: {} });
  else if (method === 'PUT' && url.pathname === '/__faults') send(world, response, await putFaults(world, request));
  else {
    const key = request.headers['x-api-key']?.toString();
    const answer = await answerFor({ world, method, url, key, json: () => jsonOf(request) });
    send(world, response, answer, method === 'HEAD');
  }
};

/** Starts an API of its own; resolves when it listens. */
export const startQuotes = async (options: QuotesOptions = {}): Promise<RunningQuotes> => {
  const host = options.host ?? '127.0.0.1';
  const world: World = {
    faults: new Set(options.faults),
    keys: { ...KEYS_DEFAULT, ...options.keys },
    buckets: new Map(),
    log: [],
    nowMs: Date.now,
    answers: 0,
  };
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

const usage = `usage: [ASSAY_QUOTES_FAULTS=NAME,…] node examples/tiers/server.ts [--port N] [--host ADDRESS]\nfaults:\n${Object.entries(
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
    faults = readFaults(process.env['ASSAY_QUOTES_FAULTS'] ?? '');
  } catch (error) {
    process.stderr.write(`ASSAY_QUOTES_FAULTS: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 64;
    return;
  }
  const keys = Object.fromEntries(
    TIERS.flatMap((tier) => {
      const key = process.env[`QUOTES_KEY_${tier.toUpperCase()}`];
      return key === undefined || key === '' ? [] : [[tier, key]];
    }),
  );
  const quotes = await startQuotes({ keys, port, faults, ...(values.host === undefined ? {} : { host: values.host }) });
  process.stdout.write(`listening ${quotes.url}\n`);
  const stop = (): void => {
    void quotes.close();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
};

if (import.meta.main) await main();
