/**
 * A garage's API to scan: with no flaw it is meant to have none, and it has a switch for each of its weaknesses. Nothing in it does harm: the
 * shell, the files and the statements that its flaws reach are made up, and it calls nobody but this machine.
 *
 * `node examples/vulnerable/server.ts [--port N] [--host ADDRESS]`; the flaws are in ASSAY_GARAGE_FLAWS, names between commas, or `all`; the
 * password of its users is GARAGE_PASSWORD, or `try-the-garage`; GARAGE_SIGNING_KEY is the PEM of the RSA key that tokens are signed with. It
 * prints one line when it is ready: `listening http://127.0.0.1:PORT`.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { parseArgs } from 'node:util';
import { FLAWS, readFlaws, type FlawName } from './flaws.ts';
import { openGarage, type Garage } from './garage-state.ts';
import { Refusal, type Answer } from './http-answer.ts';
import { answerFor } from './routes.ts';

export { FLAWS, isFlawName, type FlawName } from './flaws.ts';

export const GARAGE_PASSWORD_DEFAULT = 'try-the-garage';

export interface VulnerableOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly host?: string;
  readonly flaws?: readonly FlawName[];
  readonly password?: string;
  /** PEM; a new key when absent. */
  readonly signingKey?: string;
  readonly nowMs?: () => number;
}

export interface RunningVulnerable {
  readonly url: string;
  /** PEM of the key that tokens are signed with. */
  readonly signingKey: string;
  /** Exactly these flaws from now on. */
  setFlaws(flaws: readonly FlawName[]): void;
  close(): Promise<void>;
}

const OWN_ORIGIN = 'https://garage.example';

const corsHeaders = ({ flaws }: Garage, origin: string | undefined): { readonly [name: string]: string } => {
  if (flaws.has('cors-wildcard'))
    return { 'access-control-allow-origin': '*', 'access-control-allow-credentials': 'true' };
  if (origin === undefined) return {};
  const isAllowed =
    origin === OWN_ORIGIN ||
    (flaws.has('cors-any-origin') && origin !== 'null') ||
    (flaws.has('cors-suffix') && origin.endsWith('api.example')) ||
    (flaws.has('cors-null') && origin === 'null');
  return isAllowed
    ? { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true', vary: 'origin' }
    : {};
};

/** Headers of every answer, the good ones left out by flaws. */
const safetyHeaders = ({ flaws }: Garage): { readonly [name: string]: string } => ({
  ...(flaws.has('no-nosniff') ? {} : { 'x-content-type-options': 'nosniff' }),
  ...(flaws.has('no-frame-options')
    ? {}
    : { 'x-frame-options': 'DENY', 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" }),
  ...(flaws.has('xss-filter-on') ? { 'x-xss-protection': '1; mode=block' } : {}),
  ...(flaws.has('no-cache-control') ? {} : { 'cache-control': 'no-store' }),
  ...(flaws.has('no-hsts') ? {} : { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
  ...(flaws.has('banner') ? { server: 'garage-httpd/2.4.1', 'x-powered-by': 'Garage 7' } : {}),
});

const QUERY_SHOWN = 'the statement failed: SELECT name, price FROM articles WHERE sku = ?';

const refusalAnswer = ({ flaws }: Garage, { status, message, headers, stack }: Refusal): Answer => ({
  status,
  body: {
    title: status >= 500 ? 'failed' : 'refused',
    status,
    detail: flaws.has('errors-tell-queries') && [400, 415, 422].includes(status) ? QUERY_SHOWN : message,
    ...(flaws.has('stack-shown') && [400, 415, 422].includes(status) ? { stack } : {}),
  },
  headers: { 'content-type': 'application/problem+json', ...headers },
});

const send = (
  response: ServerResponse,
  { status, body, headers = {} }: Answer,
  always: { readonly [name: string]: string },
): void => {
  const text = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, {
    ...always,
    ...(text === undefined
      ? {}
      : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) }),
    ...headers,
  });
  response.end(response.req.method === 'HEAD' ? undefined : text);
};

const serve = async (garage: Garage, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const always = { ...safetyHeaders(garage), ...corsHeaders(garage, request.headers.origin) };
  try {
    send(response, await answerFor(garage, request), always);
  } catch (error) {
    const known = error instanceof URIError ? new Refusal(400, 'the path is not valid') : error;
    send(
      response,
      refusalAnswer(garage, known instanceof Refusal ? known : new Refusal(500, 'something went wrong here')),
      always,
    );
  }
};

/** Starts a garage of its own; resolves when it listens. */
export const startVulnerable = async (options: VulnerableOptions = {}): Promise<RunningVulnerable> => {
  const host = options.host ?? '127.0.0.1';
  const garage = openGarage({
    flaws: options.flaws ?? [],
    password: options.password ?? GARAGE_PASSWORD_DEFAULT,
    nowMs: options.nowMs ?? Date.now,
    ...(options.signingKey === undefined ? {} : { signingKey: options.signingKey }),
  });
  const server = createServer((request, response) => void serve(garage, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, host, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${String(port)}`,
    signingKey: garage.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    setFlaws: (flaws) => {
      garage.flaws.clear();
      garage.wrong.clear();
      for (const flaw of flaws) garage.flaws.add(flaw);
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

const usage = `usage: [ASSAY_GARAGE_FLAWS=NAME,…] node examples/vulnerable/server.ts [--port N] [--host ADDRESS]\nflaws:\n${Object.entries(
  FLAWS,
)
  .map(([name, what]) => `  ${name.padEnd(26)} ${what}`)
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
  let flaws: FlawName[];
  try {
    flaws = readFlaws(process.env['ASSAY_GARAGE_FLAWS'] ?? '');
  } catch (error) {
    process.stderr.write(`ASSAY_GARAGE_FLAWS: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 64;
    return;
  }
  const [password, signingKey] = [process.env['GARAGE_PASSWORD'], process.env['GARAGE_SIGNING_KEY']];
  const garage = await startVulnerable({
    port,
    flaws,
    ...(values.host === undefined ? {} : { host: values.host }),
    ...(password === undefined || password === '' ? {} : { password }),
    ...(signingKey === undefined || signingKey === '' ? {} : { signingKey }),
  });
  process.stdout.write(`listening ${garage.url}\n`);
  const stop = (): void => {
    void garage.close();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
};

if (import.meta.main) await main();
