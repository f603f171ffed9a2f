import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface Answered {
  readonly status?: number;
  readonly json?: unknown;
  readonly headers?: { readonly [name: string]: string };
}

export interface SmallApi {
  readonly url: string;
  /** `GET /items`, in the order they came. */
  readonly asked: Asked[];
  readonly close: () => Promise<void>;
}

/** An API on loopback whose answers a test gives; `undefined` leaves a request without one. */
export const smallApi = async (
  answer: (asked: Asked) => Answered | undefined | Promise<Answered>,
): Promise<SmallApi> => {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const one = {
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(pieces).toString('utf8'),
      };
      asked.push(one);
      Promise.resolve(answer(one))
        .then((given) => {
          if (given === undefined) return;
          const { status = 200, json = {}, headers = {} } = given;
          response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(json));
        })
        .catch(() => response.destroy());
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    asked,
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      });
    },
  };
};
