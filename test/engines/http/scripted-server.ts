import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { gzipSync } from 'node:zlib';

/** What the server was asked, head as text. */
export interface SeenRequest {
  readonly path: string;
  readonly head: string;
}

export interface ScriptedServer {
  readonly origin: string;
  readonly port: number;
  readonly seen: SeenRequest[];
  /** Sockets opened so far. */
  readonly connections: () => number;
  readonly close: () => Promise<void>;
}

export type Script = (socket: Socket, request: SeenRequest) => void;

export const answer = (status: string, headers: readonly string[], body: string | Buffer = ''): Buffer => {
  const bytes = Buffer.from(body);
  const length = headers.some((header) => /^(content-length|transfer-encoding)/iu.test(header))
    ? []
    : [`content-length: ${String(bytes.byteLength)}`];
  return Buffer.concat([Buffer.from([`HTTP/1.1 ${status}`, ...headers, ...length, '', ''].join('\r\n')), bytes]);
};

const JSON_TYPE = 'content-type: application/json';

/** Every misbehaviour by path; `:port` in a redirect is this server's own. */
export const SCRIPTS: { readonly [path: string]: Script } = {
  '/ok': (socket) => socket.write(answer('200 OK', [JSON_TYPE, 'x-twice: a', 'X-Twice: b'], '{"total":12}')),
  '/silent': () => undefined,
  '/half-head': (socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-le'),
  '/half-body': (socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nabc'),
  '/reset': (socket) => socket.resetAndDestroy(),
  '/close': (socket) => socket.end(),
  '/reset-in-body': (socket) => {
    socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nabc', () => socket.resetAndDestroy());
  },
  '/too-short': (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nonly these'),
  '/too-long': (socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nthese and many more'),
  '/not-http': (socket) => socket.write('SSH-2.0-OpenSSH_9.6\r\n\r\n'),
  '/endless-head': (socket) =>
    socket.write(
      `HTTP/1.1 200 OK\r\n${'x-filler: '.padEnd(1000, 'y')}\r\n`
        .repeat(1)
        .concat(`x-f: ${'y'.repeat(900)}\r\n`.repeat(200)),
    ),
  '/ten-megabytes': (socket) => socket.write(answer('200 OK', [JSON_TYPE], Buffer.alloc(10 * 1024 * 1024, 120))),
  '/invalid-json': (socket) => socket.write(answer('200 OK', [JSON_TYPE], '{"total": 12')),
  '/gzip': (socket) => socket.write(answer('200 OK', [JSON_TYPE, 'content-encoding: gzip'], gzipSync('{"total":12}'))),
  '/gzip-bomb': (socket) =>
    socket.write(answer('200 OK', ['content-encoding: gzip'], gzipSync(Buffer.alloc(80 * 1024 * 1024)))),
  '/gzip-broken': (socket) => socket.write(answer('200 OK', ['content-encoding: gzip'], 'this is not gzip')),
  '/early-hints': (socket) =>
    socket.write(`HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n${answer('200 OK', [], 'done').toString()}`),
  '/loop': (socket) => socket.write(answer('302 Found', ['location: /loop'])),
  '/to-ok': (socket) => socket.write(answer('302 Found', ['location: /ok'])),
  '/see-other': (socket) => socket.write(answer('303 See Other', ['location: /ok'])),
  '/keep-method': (socket) => socket.write(answer('307 Temporary Redirect', ['location: /ok'])),
  '/to-nonsense': (socket) => socket.write(answer('302 Found', ['location: http://[nonsense'])),
};

const respond = (
  socket: Socket,
  head: string,
  seen: SeenRequest[],
  scripts: { readonly [path: string]: Script },
): void => {
  const path = /^[A-Z]+ (\S+)/u.exec(head)?.[1] ?? '';
  const request = { path, head };
  seen.push(request);
  const redirect = /^\/redirect-to\?(.*)$/u.exec(path)?.[1];
  if (redirect !== undefined) socket.write(answer('302 Found', [`location: ${decodeURIComponent(redirect)}`]));
  else (scripts[path] ?? ((other) => other.write(answer('404 Not Found', []))))(socket, request);
};

/** A server on loopback that answers by path, well or badly; bodies of requests are read and ignored. */
export const scriptedServer = async (
  host = '127.0.0.1',
  more: { readonly [path: string]: Script } = {},
): Promise<ScriptedServer> => {
  const scripts = { ...SCRIPTS, ...more };
  const seen: SeenRequest[] = [];
  const sockets = new Set<Socket>();
  let opened = 0;
  const server: Server = createServer((socket) => {
    opened += 1;
    sockets.add(socket);
    let text = '';
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
      for (let end = text.indexOf('\r\n\r\n'); end >= 0; end = text.indexOf('\r\n\r\n')) {
        const head = text.slice(0, end);
        const length = Number(/^content-length: (\d+)/imu.exec(head)?.[1] ?? 0);
        if (text.length < end + 4 + length) return;
        text = text.slice(end + 4 + length);
        respond(socket, head, seen, scripts);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://${host}:${String(port)}`,
    port,
    seen,
    connections: () => opened,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
