import type { HttpVersionChoice } from '#core/environment';
import type { HttpClient, HttpRequest, HttpResponse } from '#ports/http';
import type { Connection, Exchanged, Hop } from '#engines/http/connection';
import { connectionPool } from '#engines/http/connection-pool';
import type { ConnectionPool, Lease, Wanted } from '#engines/http/connection-pool';
import { dial } from '#engines/http/dial';
import { h1Connection } from '#engines/http/h1-connection';
import { h2Connection } from '#engines/http/h2-connection';
import { afterRedirect, guardSecrets, keepCookies, nextHop, withCookies } from '#engines/http/hops';
import { HttpFailure } from '#engines/http/http-failure';
import { systemResolver } from '#engines/http/open-target';
import type { Resolver, TargetPolicy } from '#engines/http/open-target';
import { router } from '#engines/http/proxy';
import type { ProxyOptions, Route } from '#engines/http/proxy';
import { TimeUp, requestStop } from '#engines/http/request-stop';
import type { RequestStop } from '#engines/http/request-stop';
import { tlsContexts } from '#engines/http/tls-contexts';
import type { TlsContexts, TlsOptions } from '#engines/http/tls-contexts';

export interface HttpClientOptions extends TlsOptions {
  readonly policy: TargetPolicy;
  readonly resolve?: Resolver;
  /**
   * Version of HTTP for requests that do not say. `auto` when absent: on TLS the target chooses, as it does for its users' clients, so a
   * test meets what they meet; without TLS nothing changes.
   */
  readonly http?: HttpVersionChoice;
  readonly proxy?: ProxyOptions;
}

interface Client {
  readonly pool: ConnectionPool;
  readonly route: (url: URL) => Promise<Route>;
  readonly contexts: TlsContexts;
  readonly http: HttpVersionChoice;
}

interface Sending extends Client {
  readonly request: HttpRequest;
  readonly stop: RequestStop;
  readonly redirects: string[];
}

interface Answer extends Lease {
  readonly exchanged: Exchanged;
}

/** RFC 9110, section 9.2.2: may be sent again when the connection broke before an answer. */
const REPEATABLE = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE', 'QUERY']);

const versionFor = (url: URL, { request, http }: Sending): HttpVersionChoice => {
  const choice = request.http ?? http;
  return choice === 'auto' && url.protocol === 'http:' ? '1.1' : choice;
};

const wantedFor = (hop: Hop, sending: Sending): Wanted => {
  const { url } = hop;
  const { stop, route, contexts } = sending;
  const http = versionFor(url, sending);
  const { origin } = url;
  const connect = async (): Promise<Connection> => {
    const dialled = await dial({ url, route, stop, contexts, http });
    return dialled.httpVersion === '2' ? h2Connection(origin, dialled) : h1Connection(origin, dialled);
  };
  return { origin, http, stop, dial: connect };
};

/**
 * Whether a connection that was idle ended before it carried the request or an answer to it, and the request may be sent on another one:
 * when nothing of it has left, or when doing it twice is doing it once. Anything else is told, and the caller's rules decide.
 */
const closedWhileIdle = (error: unknown, hop: Hop): boolean =>
  error instanceof HttpFailure &&
  error.type === 'connection' &&
  error.phase !== 'receive' &&
  (!error.sent || REPEATABLE.has(hop.method));

const sendHop = async (hop: Hop, sending: Sending): Promise<Answer> => {
  const { pool, stop } = sending;
  const wanted = wantedFor(hop, sending);
  let taken = pool.take(wanted);
  for (;;) {
    // Most find a free connection, and a needless wait is a turn of the loop.
    const { connection, fresh } = taken instanceof Promise ? await taken : taken;
    try {
      return { exchanged: await connection.exchange(hop, stop), connection, fresh };
    } catch (error) {
      if (fresh || stop.reason() !== undefined || !closedWhileIdle(error, hop)) throw error;
    } finally {
      pool.give(wanted.origin, connection);
    }
    taken = pool.takeNew(wanted);
  }
};

const follow = async (sending: Sending): Promise<HttpResponse> => {
  const { request, redirects } = sending;
  const started = performance.now();
  const { method, headers, body, bodyBytesMax } = request;
  const url = parseUrl(request.url);
  let hop: Hop =
    body === undefined ? { method, headers, bodyBytesMax, url } : { method, headers, bodyBytesMax, url, body };
  for (;;) {
    guardSecrets(hop.url, request, redirects);
    const sent = withCookies(hop, request);
    const answer = await sendHop(sent, sending);
    keepCookies(hop, answer.exchanged, request);
    const next = nextHop(hop, answer.exchanged, request, redirects);
    if (next === undefined) return responseOf(sent, answer, redirects, performance.now() - started);
    hop = next;
  }
};

const parseUrl = (text: string): URL => {
  const url = URL.parse(text);
  if (url !== null) return url;
  throw new HttpFailure(`expected an absolute address, got ${JSON.stringify(text)}`, {
    type: 'refused_target',
    phase: 'resolve',
    url: text,
  });
};

const responseOf = (hop: Hop, answer: Answer, redirects: readonly string[], total: number): HttpResponse => {
  const { connection, fresh } = answer;
  const { status, headers, body, bodyBytes, waitMs, receiveMs } = answer.exchanged;
  const { dns, connect, tls } = connection.timingsMs;
  return {
    status,
    headers,
    body,
    bodyBytes,
    truncated: bodyBytes > body.byteLength,
    url: hop.url.href,
    redirects,
    httpVersion: connection.httpVersion,
    requestHeaders: hop.headers,
    timingsMs: {
      dns: fresh ? dns : null,
      connect: fresh ? connect : null,
      tls: fresh ? tls : null,
      wait: waitMs,
      receive: receiveMs,
      total,
    },
  };
};

const timeoutFailure = ({ limitMs, limitOf }: TimeUp, { stop, request, redirects }: Sending): HttpFailure => {
  const phase = stop.phase();
  const limit = String(limitMs);
  const message =
    limitOf === undefined
      ? `expected an answer within ${limit} ms, got none: the time was up in phase "${phase}"`
      : `expected phase "${limitOf}" to take at most ${limit} ms, got no end of it by then`;
  return new HttpFailure(message, {
    type: 'timeout',
    phase,
    url: request.url,
    redirects: [...redirects],
    cause: stop.reason(),
    sent: ['send', 'wait', 'receive'].includes(phase),
  });
};

/**
 * HttpClient with one pool of kept-alive connections, HTTP/1.1 on undici and HTTP/2 on node:http2.
 *
 * Every connection goes through openTarget: the host must be listed, each of its addresses allowed, and the socket is opened to an
 * address that was checked; so again at each redirect. Times are measured per phase; a phase that an open connection skipped is null.
 */
export const undiciClient = (options: HttpClientOptions): HttpClient => {
  const { policy, resolve = systemResolver, proxy, http = 'auto' } = options;
  const client: Client = {
    pool: connectionPool(),
    route: router(policy, resolve, proxy),
    contexts: tlsContexts(options),
    http,
  };
  return {
    send: async (request, signal) => {
      const stop = requestStop(request, signal);
      const sending: Sending = { ...client, request, stop, redirects: [] };
      try {
        const reason = stop.reason();
        if (reason !== undefined) throw reason;
        return await follow(sending);
      } catch (error) {
        const reason = stop.reason();
        if (reason instanceof TimeUp) throw timeoutFailure(reason, sending);
        throw reason ?? afterRedirect(error, sending.redirects);
      } finally {
        stop.done();
      }
    },
    close: client.pool.closeAll,
  };
};
