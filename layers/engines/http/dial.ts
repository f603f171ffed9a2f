import { connect as connectTcp, isIP } from 'node:net';
import type { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { HttpVersionChoice } from '#core/environment';
import type { HttpVersion } from '#ports/http';
import { HttpFailure, errorCode, errorText, tlsErrorText } from '#engines/http/http-failure';
import type { OpenTarget } from '#engines/http/open-target';
import { passThrough } from '#engines/http/proxy';
import type { Route } from '#engines/http/proxy';
import { unlessStopped } from '#engines/http/request-stop';
import type { RequestStop } from '#engines/http/request-stop';
import type { TlsContexts } from '#engines/http/tls-contexts';

export interface Dialled {
  readonly socket: Socket;
  readonly httpVersion: HttpVersion;
  /** Headers that the proxy on this way wants with each request; undefined when the target itself is asked. */
  readonly proxied: { readonly authorization?: string } | undefined;
  /** Milliseconds; tls is null without encryption. */
  readonly timingsMs: { readonly dns: number; readonly connect: number; readonly tls: number | null };
}

export interface DialOptions {
  readonly url: URL;
  /** Checks a target and finds the way there. */
  readonly route: (url: URL) => Promise<Route>;
  readonly stop: RequestStop;
  readonly contexts: TlsContexts;
  readonly http: HttpVersionChoice;
}

/** Waits for a socket to be ready; destroys it when it is not or when the request has to end. */
const ready = (socket: Socket, event: 'connect' | 'secureConnect', stop: RequestStop): Promise<void> =>
  new Promise((resolve, reject) => {
    const settle = (finish: () => void): void => {
      socket.off(event, onDone);
      socket.off('error', fail);
      socket.off('close', onClose);
      stop.listen(undefined);
      finish();
    };
    const fail = (error: Error): void => {
      settle(() => {
        // A late error of a socket that nobody waits for must not end the process.
        socket.on('error', () => undefined);
        socket.destroy();
        reject(error);
      });
    };
    const onDone = (): void => {
      settle(resolve);
    };
    const onClose = (): void => {
      fail(new Error('the connection was closed'));
    };
    socket.once(event, onDone);
    socket.once('error', fail);
    socket.once('close', onClose);
    stop.listen(fail);
  });

const connectFirst = async ({ addresses, hostname, port }: OpenTarget, { url, stop }: DialOptions): Promise<Socket> => {
  let last: unknown;
  for (const address of addresses) {
    const socket = connectTcp({ host: address, port, noDelay: true, keepAlive: true });
    try {
      await ready(socket, 'connect', stop);
      return socket;
    } catch (error) {
      if (stop.reason() !== undefined) throw error;
      last = error;
    }
  }
  const code = errorCode(last);
  const what = code === 'ECONNREFUSED' ? 'a refused connection' : code === 'ECONNRESET' ? 'a reset' : errorText(last);
  const message = `expected ${hostname}:${String(port)} to accept a connection, got ${what}`;
  throw new HttpFailure(message, { type: 'connection', phase: 'connect', url: url.href, cause: last });
};

/** Protocols to offer (RFC 7301), the best first. */
const OFFERED: { readonly [choice in HttpVersionChoice]: readonly string[] } = {
  '1.1': ['http/1.1'],
  '2': ['h2'],
  auto: ['h2', 'http/1.1'],
};

interface Encrypting {
  readonly plain: Socket;
  readonly hostname: string;
  readonly protocols: readonly string[];
}

const encrypt = async (
  { plain, hostname, protocols }: Encrypting,
  { url, stop, contexts }: DialOptions,
): Promise<{ readonly socket: Socket; readonly protocol: string | false | null }> => {
  try {
    const socket = connectTls({
      socket: plain,
      host: hostname,
      ALPNProtocols: [...protocols],
      ...(isIP(hostname) === 0 ? { servername: hostname } : {}),
      ...(await unlessStopped(stop, contexts(url))),
    });
    await ready(socket, 'secureConnect', stop);
    return { socket, protocol: socket.alpnProtocol };
  } catch (error) {
    plain.destroy();
    if (stop.reason() !== undefined || error instanceof HttpFailure) throw error;
    const message = `expected a TLS connection to ${hostname}, got ${tlsErrorText(error)}`;
    throw new HttpFailure(message, { type: 'tls', phase: 'tls', url: url.href, cause: error });
  }
};

/** The socket to the target or to the proxy before it, ready for TLS or plain HTTP. */
const reach = async (route: Route, options: DialOptions): Promise<Socket> => {
  const { target, proxy } = route;
  if (proxy === undefined) return connectFirst(target, options);
  const { hostname, secure } = proxy.target;
  const plain = await connectFirst(proxy.target, options);
  const { socket } = secure
    ? await encrypt({ plain, hostname, protocols: ['http/1.1'] }, { ...options, url: proxy.url })
    : { socket: plain };
  if (target.secure || options.http === '2') await passThrough(socket, route, options.stop);
  return socket;
};

const versionOf = (protocol: string | false | null, { url, http }: DialOptions, socket: Socket): HttpVersion => {
  if (protocol === 'h2') return '2';
  if (http !== '2') return '1.1';
  socket.destroy();
  throw new HttpFailure(`expected ${url.host} to speak HTTP/2, got ${protocol || 'no answer to the offer (ALPN)'}`, {
    type: 'tls',
    phase: 'tls',
    url: url.href,
  });
};

/**
 * Opens a connection to a target: checks and resolves it, then connects to one of the checked addresses, in order, through a proxy where
 * the environment has one.
 *
 * @throws HttpFailure by phase; the reason of the stop when the request had to end
 */
export const dial = async (options: DialOptions): Promise<Dialled> => {
  const { url, route, stop } = options;
  const started = performance.now();
  stop.begin('resolve');
  const way = await unlessStopped(stop, route(url));
  const resolved = performance.now();
  stop.begin('connect');
  const reached = await reach(way, options);
  const connected = performance.now();
  const timingsMs = { dns: resolved - started, connect: connected - resolved, tls: null };
  const { hostname, secure } = way.target;
  if (!secure) {
    const tunnelled = options.http === '2';
    const proxied = tunnelled ? undefined : way.proxy;
    return { socket: reached, httpVersion: tunnelled ? '2' : '1.1', proxied, timingsMs };
  }
  stop.begin('tls');
  const encrypted = await encrypt({ plain: reached, hostname, protocols: OFFERED[options.http] }, options);
  return {
    socket: encrypted.socket,
    httpVersion: versionOf(encrypted.protocol, options, encrypted.socket),
    proxied: undefined,
    timingsMs: { ...timingsMs, tls: performance.now() - connected },
  };
};
