/** A scripted server for the test file that imports this, and clients that are closed after each test. */
import { afterAll, afterEach } from '@jest/globals';
import { parseCidr } from '#core/address-policy';
import type { Cidr } from '#core/address-policy';
import { HttpFailure } from '#engines/http/http-failure';
import { undiciClient } from '#engines/http/undici-client';
import type { HttpClient, HttpRequest, HttpResponse } from '#ports/http';
import { scriptedServer } from './scripted-server.ts';

const LOOPBACK = [parseCidr('127.0.0.0/8'), parseCidr('::1/128')] as Cidr[];
const clients: HttpClient[] = [];

export const server = await scriptedServer();

afterAll(async () => {
  await server.close();
});
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()));
});

interface ClientOptions {
  /** Addresses that may be tested; those of loopback when absent. */
  readonly allowedRanges?: readonly Cidr[];
  /** How names become addresses, when not as this machine resolves them. */
  readonly resolve?: (name: string) => Promise<readonly string[]>;
}

/** A client that may go to these hosts. */
export const clientFor = (
  allowHosts: readonly string[],
  { allowedRanges = LOOPBACK, ...options }: ClientOptions = {},
): HttpClient => {
  const client = undiciClient({ policy: { allowHosts, allowedRanges }, ...options });
  clients.push(client);
  return client;
};

/** A GET of a path of the server, or of a whole URL, unless more is said. */
export const ask = (path: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  url: path.startsWith('http') ? path : `${server.origin}${path}`,
  headers: [],
  timeoutMs: 5000,
  followRedirects: false,
  bodyBytesMax: 1024 * 1024,
  ...more,
});

/** The one host that a case of this server may ask. */
export const ownHost = (): string[] => [`127.0.0.1:${String(server.port)}`];
/** Asks the server with a client of its own. */
export const send = (path: string, more: Partial<HttpRequest> = {}): Promise<HttpResponse> =>
  clientFor(ownHost()).send(ask(path, more));

/** What the work failed with. @throws Error when it did not fail, or failed otherwise */
export const failureOf = async (work: Promise<unknown>): Promise<HttpFailure> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof HttpFailure) return error;
    throw error;
  }
  throw new Error('expected a failure, got an answer');
};
