import type { HttpClient, HttpRequest, HttpResponse } from '#ports/http';
import { closeConnection, connectionOn, connectionPool } from '#engines/http/connection';
import type { Connection, ConnectionPool } from '#engines/http/connection';
import { dial } from '#engines/http/dial';
import { exchange, headerValue } from '#engines/http/exchange';
import type { Exchanged } from '#engines/http/exchange';
import { HttpFailure } from '#engines/http/http-failure';
import type { HttpPhase } from '#engines/http/http-failure';
import { hostIsListed, openTarget, systemResolver } from '#engines/http/open-target';
import type { OpenTarget, Resolver, TargetPolicy } from '#engines/http/open-target';

export const REDIRECTS_MAX = 10;

/** Headers that a redirect to another origin must not carry (WHATWG fetch, section 4.4, and what APIs use as credentials). */
const CREDENTIAL_HEADERS = /^(authorization|proxy-authorization|cookie)$|token|secret|password|api[-_]?key/iu;

export interface HttpClientOptions {
  readonly policy: TargetPolicy;
  readonly resolve?: Resolver;
  /** Certificate authorities (PEM) to trust instead of the system's. */
  readonly ca?: readonly string[];
}

interface Sending {
  readonly pool: ConnectionPool;
  readonly open: (url: URL) => Promise<OpenTarget>;
  readonly ca: readonly string[] | undefined;
  readonly signal: AbortSignal;
  readonly onPhase: (phase: HttpPhase) => void;
  readonly redirects: string[];
}

type Hop = Pick<HttpRequest, 'method' | 'headers' | 'body' | 'bodyBytesMax'> & { readonly url: URL };
type Answer = Exchanged & { readonly connection: Connection; readonly fresh: boolean };

/** RFC 9110, section 9.2.2: may be sent again when the connection broke before an answer. */
const REPEATABLE = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE', 'QUERY']);

const sendHop = async (hop: Hop, sending: Sending): Promise<Answer> => {
  const { origin } = hop.url;
  const idle = REPEATABLE.has(hop.method) ? sending.pool.take(origin) : undefined;
  if (idle !== undefined) {
    try {
      return await sendOn(idle, hop, sending, false);
    } catch (error) {
      // The target closed an idle connection while we began to use it: no answer of the API, so the request gets a new one.
      const closedWhileIdle = error instanceof HttpFailure && error.type === 'connection' && error.phase !== 'receive';
      if (!closedWhileIdle || sending.signal.aborted) throw error;
    }
  }
  const dialled = await dial({
    url: hop.url,
    open: sending.open,
    signal: sending.signal,
    onPhase: sending.onPhase,
    ...(sending.ca === undefined ? {} : { ca: sending.ca }),
  });
  return sendOn(connectionOn(origin, dialled), hop, sending, true);
};

const sendOn = async (
  connection: Connection,
  hop: Hop,
  { pool, signal, onPhase }: Sending,
  fresh: boolean,
): Promise<Answer> => {
  try {
    const answer = await exchange({ request: hop, url: hop.url, connection, signal, onPhase });
    pool.give(hop.url.origin, connection);
    return { ...answer, connection, fresh };
  } catch (error) {
    await closeConnection(connection);
    throw error;
  }
};

const REDIRECT_STATUS = new Set([301, 302, 303, 307, 308]);

const redirectFailure = (
  message: string,
  type: 'refused_target' | 'connection' | 'parse',
  hop: Hop,
  sending: Sending,
): HttpFailure =>
  new HttpFailure(message, {
    type,
    phase: 'redirect',
    url: hop.url.href,
    redirects: [...sending.redirects],
    sent: true,
  });

/** Where an answer leads, or undefined when it is the last one. */
const nextHop = (hop: Hop, answer: Answer, request: HttpRequest, sending: Sending): Hop | undefined => {
  const location = headerValue(answer.headers, 'location');
  if (!request.followRedirects || !REDIRECT_STATUS.has(answer.status) || location === undefined) return undefined;
  if (!URL.canParse(location, hop.url.href))
    throw redirectFailure(`expected a redirect to an address, got ${JSON.stringify(location)}`, 'parse', hop, sending);
  const url = new URL(location, hop.url);
  sending.redirects.push(hop.url.href);
  if (sending.redirects.length > REDIRECTS_MAX) {
    throw redirectFailure(
      `expected at most ${String(REDIRECTS_MAX)} redirects, got another one to ${url.href}`,
      'connection',
      hop,
      sending,
    );
  }
  return followed(hop, answer.status, url);
};

/** RFC 9110, section 15.4: 303, and 301 and 302 after POST, become GET without body; credentials stay with their origin. */
const followed = (hop: Hop, status: number, url: URL): Hop => {
  const sameOrigin = url.origin === hop.url.origin;
  const toGet =
    (status === 303 && hop.method !== 'HEAD') || ((status === 301 || status === 302) && hop.method === 'POST');
  const headers = hop.headers.filter(([name]) => {
    if (!sameOrigin && (CREDENTIAL_HEADERS.test(name) || name.toLowerCase() === 'host')) return false;
    return !toGet || !/^content-(type|length|encoding|language|location)$/iu.test(name);
  });
  const { bodyBytesMax } = hop;
  if (toGet) return { method: 'GET', headers, url, bodyBytesMax };
  return { method: hop.method, headers, url, bodyBytesMax, ...(hop.body === undefined ? {} : { body: hop.body }) };
};

const guardSecrets = (hop: Hop, request: HttpRequest, sending: Sending): void => {
  const refusing = request.secretHosts?.find((hosts) => !hostIsListed(hop.url, hosts));
  if (refusing === undefined) return;
  const message = `expected a secret to go only to ${refusing.join(', ') || 'no host'}, got ${hop.url.host}; nothing was sent there`;
  const phase = sending.redirects.length > 0 ? 'redirect' : 'resolve';
  throw new HttpFailure(message, {
    type: 'refused_target',
    phase,
    url: hop.url.href,
    redirects: [...sending.redirects],
  });
};

const follow = async (request: HttpRequest, sending: Sending): Promise<HttpResponse> => {
  const started = performance.now();
  let hop: Hop = { ...request, url: parseUrl(request.url) };
  for (;;) {
    guardSecrets(hop, request, sending);
    const answer = await sendHop(hop, sending).catch((error: unknown) => {
      throw afterRedirect(error, sending);
    });
    const next = nextHop(hop, answer, request, sending);
    if (next === undefined) return responseOf(hop, answer, sending.redirects, performance.now() - started);
    hop = next;
  }
};

/** A refused target behind a redirect is reported as such: the API sent us there. */
const afterRedirect = (error: unknown, { redirects }: Sending): unknown => {
  if (!(error instanceof HttpFailure) || redirects.length === 0) return error;
  const { type, url, sent } = error;
  const phase = type === 'refused_target' ? 'redirect' : error.phase;
  return new HttpFailure(`after a redirect from ${redirects.at(-1) ?? ''}: ${error.message}`, {
    type,
    phase,
    url,
    sent,
    redirects: [...redirects],
    cause: error,
  });
};

const parseUrl = (text: string): URL => {
  if (URL.canParse(text)) return new URL(text);
  throw new HttpFailure(`expected an absolute address, got ${JSON.stringify(text)}`, {
    type: 'refused_target',
    phase: 'resolve',
    url: text,
  });
};

const responseOf = (hop: Hop, answer: Answer, redirects: readonly string[], total: number): HttpResponse => {
  const { status, headers, body, bodyBytes, waitMs, receiveMs, connection, fresh } = answer;
  const opened = fresh ? connection.timingsMs : { dns: null, connect: null, tls: null };
  const truncated = bodyBytes > body.byteLength;
  return {
    status,
    headers,
    body,
    bodyBytes,
    truncated,
    url: hop.url.href,
    redirects,
    timingsMs: { ...opened, wait: waitMs, receive: receiveMs, total },
  };
};

/** Raised inside a request whose time is up; `send` turns it into an HttpFailure of the phase. */
class DeadlinePassed extends Error {}

/**
 * HttpClient on undici with one pool of kept-alive connections.
 *
 * Every connection goes through openTarget: the host must be listed, each of its addresses allowed, and the socket is opened to an
 * address that was checked; so again at each redirect. Times are measured per phase; a phase that an open connection skipped is null.
 */
export const undiciClient = ({ policy, resolve = systemResolver, ca }: HttpClientOptions): HttpClient => {
  const pool = connectionPool();
  const open = openTarget(policy, resolve);
  return {
    send: async (request, signal) => {
      const deadline = new AbortController();
      const timer = setTimeout(() => {
        deadline.abort(new DeadlinePassed());
      }, request.timeoutMs);
      const either = signal === undefined ? deadline.signal : AbortSignal.any([signal, deadline.signal]);
      let phase: HttpPhase = 'resolve';
      const sending: Sending = { pool, open, ca, signal: either, redirects: [], onPhase: (begun) => (phase = begun) };
      try {
        either.throwIfAborted();
        return await follow(request, sending);
      } catch (error) {
        if (!(either.reason instanceof DeadlinePassed)) throw error;
        const message = `expected an answer within ${String(request.timeoutMs)} ms, got none: the time was up in phase "${phase}"`;
        throw new HttpFailure(message, {
          type: 'timeout',
          phase,
          url: request.url,
          redirects: [...sending.redirects],
          cause: error,
          sent: ['send', 'wait', 'receive'].includes(phase),
        });
      } finally {
        clearTimeout(timer);
      }
    },
    close: pool.closeAll,
  };
};
