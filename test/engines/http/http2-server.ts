import { constants, createSecureServer, createServer } from 'node:http2';
import type { Http2SecureServer, Http2Server, Http2Session, ServerHttp2Stream } from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Certified } from './certificates.ts';

export interface Http2Seen {
  readonly path: string;
  readonly method: string;
  readonly version: string;
  readonly headers: { readonly [name: string]: unknown };
}

export interface Http2Scripted {
  readonly origin: string;
  readonly port: number;
  readonly seen: Http2Seen[];
  readonly connections: () => number;
  /** Streams that were open at once, at most. */
  readonly streamsMax: () => number;
  /** Answers all requests for `/together` once this many wait for it. */
  readonly together: (count: number) => void;
  readonly close: () => Promise<void>;
}

interface ServerOptions {
  /** Without it the server speaks HTTP/2 on plain sockets. */
  readonly certified?: Certified;
  readonly allowHTTP1?: boolean;
  readonly maxConcurrentStreams?: number;
}

type Script = (stream: ServerHttp2Stream, session: Http2Session) => void;

const json = (stream: ServerHttp2Stream, body: string | Buffer, more = {}): void => {
  stream.respond({ ':status': 200, 'content-type': 'application/json', 'set-cookie': ['a=1', 'b=2'], ...more });
  stream.end(body);
};

const SCRIPTS: { readonly [path: string]: Script } = {
  '/ok': (stream) => {
    json(stream, '{"total":12}');
  },
  '/gzip': (stream) => {
    json(stream, gzipSync('{"total":12}'), { 'content-encoding': 'gzip' });
  },
  '/gzip-broken': (stream) => {
    json(stream, 'this is not gzip', { 'content-encoding': 'gzip' });
  },
  '/large': (stream) => {
    json(stream, Buffer.alloc(5 * 1024 * 1024, 120));
  },
  '/silent': () => undefined,
  '/half-body': (stream) => {
    stream.respond({ ':status': 200 });
    stream.write('abc');
  },
  '/refused': (stream) => {
    stream.close(constants.NGHTTP2_REFUSED_STREAM);
  },
  '/reset': (stream) => {
    stream.close(constants.NGHTTP2_INTERNAL_ERROR);
  },
  '/reset-in-body': (stream) => {
    stream.respond({ ':status': 200 });
    stream.write('abc', () => {
      stream.destroy(new Error('broken'));
    });
  },
  '/gone': (_stream, session) => {
    session.socket.destroy();
    session.destroy();
  },
  '/gone-in-body': (stream, session) => {
    stream.respond({ ':status': 200 });
    stream.write('abc', () => {
      session.socket.destroy();
    });
  },
  '/early-hints': (stream) => {
    stream.additionalHeaders({ ':status': 103, link: '</x>' });
    json(stream, 'done');
  },
  '/go-away': (stream, session) => {
    json(stream, 'last');
    session.goaway(constants.NGHTTP2_NO_ERROR);
  },
  '/to-ok': (stream) => {
    stream.respond({ ':status': 302, location: '/ok' });
    stream.end();
  },
  '/echo': (stream) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      json(stream, Buffer.concat(chunks));
    });
  },
};

/** A server on loopback that speaks HTTP/2 and answers by path, well or badly. */
export const http2Server = async (options: ServerOptions = {}): Promise<Http2Scripted> => {
  const { certified, allowHTTP1 = false, maxConcurrentStreams } = options;
  const settings = maxConcurrentStreams === undefined ? {} : { settings: { maxConcurrentStreams } };
  const server: Http2SecureServer | Http2Server =
    certified === undefined
      ? createServer(settings)
      : createSecureServer({ cert: certified.certificate, key: certified.key, allowHTTP1, ...settings });
  const seen: Http2Seen[] = [];
  const sockets = new Set<Socket>();
  const waiting: ServerHttp2Stream[] = [];
  let [opened, open, most, wanted] = [0, 0, 0, Number.POSITIVE_INFINITY];
  server.on(certified === undefined ? 'connection' : 'secureConnection', (socket: Socket) => {
    opened += 1;
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  server.on('stream', (stream: ServerHttp2Stream, headers) => {
    const path = headers[':path'] ?? '';
    seen.push({ path, method: headers[':method'] ?? '', version: '2', headers });
    open += 1;
    most = Math.max(most, open);
    stream.on('error', () => undefined);
    stream.on('close', () => (open -= 1));
    if (path === '/together') {
      waiting.push(stream);
      if (waiting.length >= wanted) for (const one of waiting.splice(0)) json(one, '{}');
      return;
    }
    const { session } = stream;
    if (session !== undefined)
      (SCRIPTS[path] ?? ((other) => other.respond({ ':status': 404 }, { endStream: true })))(stream, session);
  });
  server.on('request', (request, response) => {
    if (request.httpVersion === '2.0') return;
    seen.push({ path: request.url, method: request.method, version: request.httpVersion, headers: request.headers });
    response.end('{"total":1}');
  });
  server.on('sessionError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `${certified === undefined ? 'http' : 'https'}://127.0.0.1:${String(port)}`,
    port,
    seen,
    connections: () => opened,
    streamsMax: () => most,
    together: (count) => (wanted = count),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
