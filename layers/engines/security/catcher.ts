/** A server of ours on loopback that a target on this machine calls when it fetches what a caller names. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface CatchAnswer {
  readonly status?: number;
  readonly headers?: { readonly [name: string]: string };
  readonly body?: string;
}

export interface Catcher {
  /** An address of its own for each name. */
  readonly url: (name: string, answer?: CatchAnswer) => string;
  readonly wasCalled: (name: string) => boolean;
  readonly close: () => Promise<void>;
}

const NAMES_MAX = 2000;

const reply = (response: ServerResponse, { status = 200, headers = {}, body = '{}' }: CatchAnswer): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(body);
};

/** Listens on a free port of 127.0.0.1 until it is closed. */
export const openCatcher = async (): Promise<Catcher> => {
  const answers = new Map<string, CatchAnswer>();
  const called = new Set<string>();
  const server = createServer((request, response) => {
    const name = (request.url ?? '/').slice(1).split(/[/?#.]/u)[0] ?? '';
    if (called.size < NAMES_MAX) called.add(name);
    reply(response, answers.get(name) ?? {});
  });
  server.unref();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: (name, answer) => {
      if (answer !== undefined) answers.set(name, answer);
      return `http://127.0.0.1:${String(port)}/${name}`;
    },
    wasCalled: (name) => called.has(name),
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

/** Whether a target can call this machine's loopback: it runs on it. */
export const reachesLoopback = ({ hostname }: URL): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127\./u.test(hostname);
