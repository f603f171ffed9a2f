/** What tests of fault proxies share: an upstream on loopback, a proxy before it, and clients that note what they see. */
import { createServer as createHttpServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { parseCidr } from '#core/address-policy';
import type { Cidr } from '#core/address-policy';
import type { Clock } from '#ports/clock';
import type { FaultProxy, FaultProxyOptions } from '#ports/fault-proxy';
import { faultProxies } from '#runner/fault-proxy';
import { guardedDialer } from '#runner/fault-proxy-dial';

const LOOPBACK = [parseCidr('127.0.0.0/8')] as Cidr[];
const toClose: (() => unknown)[] = [];

export const closeLater = (close: () => unknown): void => {
  toClose.push(close);
};

export const closeAll = async (): Promise<void> => {
  for (const close of toClose.splice(0).reverse()) await close();
};

const listening = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
};

export interface Upstream {
  readonly url: string;
  readonly port: number;
  /** Everything that came, over all connections. */
  readonly received: () => string;
  readonly sockets: Socket[];
}

/** Answers bytes with `answer`, or with themselves. */
export const tcpUpstream = async (onData?: (socket: Socket, bytes: Buffer) => void): Promise<Upstream> => {
  let received = '';
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket
      .on('error', () => undefined)
      .on('data', (bytes: Buffer) => {
        received += bytes.toString('latin1');
        if (onData === undefined) socket.write(bytes);
        else onData(socket, bytes);
      });
  });
  const port = await listening(server);
  closeLater(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { url: `tcp://127.0.0.1:${String(port)}`, port, received: () => received, sockets };
};

export interface HttpUpstream {
  readonly url: string;
  readonly asked: string[];
}

/** Answers `{"total":12}`, or what it is told. */
export const httpUpstream = async (
  onRequest: (request: IncomingMessage, response: ServerResponse) => void = (_, response) => {
    response.setHeader('content-type', 'application/json').end('{"total":12}');
  },
): Promise<HttpUpstream> => {
  const asked: string[] = [];
  const server = createHttpServer((request, response) => {
    asked.push(`${request.method ?? ''} ${request.url ?? ''} ${request.headers.host ?? ''}`);
    onRequest(request, response);
  });
  const port = await listening(server);
  closeLater(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${String(port)}`, asked };
};

interface ProxyOptions extends Partial<Omit<FaultProxyOptions, 'upstream'>> {
  readonly clock: Clock;
  readonly allowHosts?: readonly string[];
}

export const openProxy = async (
  upstream: string,
  { clock, allowHosts, ...more }: ProxyOptions,
): Promise<FaultProxy> => {
  const url = new URL(upstream);
  const dialer = guardedDialer({ policy: { allowHosts: allowHosts ?? [url.host], allowedRanges: LOOPBACK } });
  const options = { name: 'payments', http: url.protocol === 'http:', random: () => 0.5, ...more, upstream: url };
  const proxy = await faultProxies({ dialer, clock }).open(options, new AbortController().signal);
  closeLater(() => proxy.close());
  return proxy;
};

export interface Client {
  readonly socket: Socket;
  readonly received: () => string;
  /** How the connection ended: `end`, or the code of an error. */
  readonly ended: Promise<string>;
  readonly isEnded: () => boolean;
  /** Resolves when this many characters are there. */
  readonly has: (length: number) => Promise<void>;
}

export const connectTo = async (port: number): Promise<Client> => {
  const socket = connect({ port, host: '127.0.0.1' });
  let received = '';
  let end: string | undefined;
  const waiting = new Set<() => void>();
  const wake = (): void => {
    for (const look of waiting) look();
  };
  socket.on('data', (bytes: Buffer) => {
    received += bytes.toString('latin1');
    wake();
  });
  const ended = new Promise<string>((resolve) => {
    const finish = (how: string): void => {
      end ??= how;
      resolve(end);
      wake();
    };
    socket.once('error', (error: NodeJS.ErrnoException) => {
      finish(error.code ?? error.message);
    });
    socket.once('end', () => {
      finish('end');
    });
    socket.once('close', () => {
      finish('close');
    });
  });
  await new Promise<void>((resolve) => {
    socket.once('connect', resolve);
    socket.once('error', () => {
      resolve();
    });
  });
  closeLater(() => socket.destroy());
  return {
    socket,
    received: () => received,
    ended,
    isEnded: () => end !== undefined,
    has: (length) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (received.length >= length) {
            waiting.delete(look);
            resolve();
          } else if (end !== undefined) {
            waiting.delete(look);
            reject(new Error(`expected ${String(length)} characters, got ${String(received.length)} and ${end}`));
          }
        };
        waiting.add(look);
        look();
      }),
  };
};

/** Turns of the event loop until something is so; fails after many. */
export const until = async (isSo: () => boolean): Promise<void> => {
  for (let turn = 0; turn < 20_000; turn += 1) {
    if (isSo()) return;
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
  throw new Error('it did not become so');
};
