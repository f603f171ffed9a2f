import type { ConnectionFigures } from '#core/load-figures';
import { IDLE_MS_MAX } from '#engines/http/connection-pool';
import { dial } from '#engines/http/dial';
import { HttpFailure, errorCode } from '#engines/http/http-failure';
import { LoadConnection, REPEATABLE } from '#engines/http/load-connection';
import type { ConnectionOwner, LoadJob } from '#engines/http/load-connection';
import { requestCompiler } from '#engines/http/load-request';
import { systemResolver } from '#engines/http/open-target';
import type { Resolver, TargetPolicy } from '#engines/http/open-target';
import { router } from '#engines/http/proxy';
import type { ProxyOptions, Route } from '#engines/http/proxy';
import { TimeUp, requestStop } from '#engines/http/request-stop';
import { tlsContexts } from '#engines/http/tls-contexts';
import type { TlsContexts, TlsOptions } from '#engines/http/tls-contexts';
import { waitingLine } from '#engines/http/waiting-line';
import type { WaitingLine } from '#engines/http/waiting-line';
import type { LoadFailure, LoadTransport } from '#ports/load-transport';

export interface LoadClientOptions extends TlsOptions {
  readonly policy: TargetPolicy;
  /** Connections at once, to all targets together. */
  readonly connections: number;
  readonly resolve?: Resolver;
  readonly proxy?: ProxyOptions;
  readonly nowMs?: () => number;
}

/** How often timeouts are looked for: one timer for all requests, so a timeout is up to this much late. */
const SWEEP_MS = 20;

interface Origin {
  readonly url: URL;
  readonly idle: LoadConnection[];
  readonly waiting: WaitingLine;
  /** Connections that are being made. */
  dialling: number;
}

const SHUT: LoadFailure = { type: 'connection', phase: 'wait', message: 'expected an answer, got the end of the load' };

const failureOf = (error: unknown): LoadFailure => {
  if (error instanceof HttpFailure) return { type: error.type, phase: error.phase, message: error.message };
  if (error instanceof TimeUp)
    return { type: 'timeout', phase: 'connect', message: 'expected a connection, got none before the time was up' };
  throw error;
};

const codeOf = (error: unknown): string => {
  const code = errorCode(error instanceof HttpFailure ? error.cause : error);
  return code === '' ? failureOf(error).type : code;
};

class LoadClient implements LoadTransport {
  readonly compile: LoadTransport['compile'];
  readonly #route: (url: URL) => Promise<Route>;
  readonly #contexts: TlsContexts;
  readonly #nowMs: () => number;
  readonly #limit: number;
  readonly #origins = new Map<string, Origin>();
  readonly #open = new Set<LoadConnection>();
  readonly #owner: ConnectionOwner;
  readonly #stop = new AbortController();
  readonly #refused = new Map<string, number>();
  #dialling = 0;
  #held = 0;
  /** A connection ends for somebody who takes its place at once. */
  #givingWay = false;
  #sweeper: NodeJS.Timeout | undefined;
  #counts = { opened: 0, reused: 0, mostAtOnce: 0, waited: 0, resent: 0, bytesIn: 0, bytesOut: 0 };

  constructor(options: LoadClientOptions) {
    this.compile = requestCompiler(options.policy);
    this.#route = router(options.policy, options.resolve ?? systemResolver, options.proxy);
    this.#contexts = tlsContexts(options);
    this.#nowMs = options.nowMs ?? (() => performance.now());
    this.#limit = options.connections;
    this.#owner = {
      freed: (connection) => {
        this.#freed(connection);
      },
      ended: (connection, unanswered, failure) => {
        this.#ended(connection, unanswered, failure);
      },
      received: (bytes) => {
        this.#counts.bytesIn += bytes;
      },
      held: (bytes) => (this.#held += bytes),
    };
  }

  readonly send: LoadTransport['send'] = (request, deadlineMs, receiver) => {
    const job: LoadJob = { request, deadlineMs, receiver, again: false };
    if (this.#stop.signal.aborted) {
      receiver.onFailure(SHUT);
      return true;
    }
    this.#sweeper ??= setInterval(() => {
      this.#sweep();
    }, SWEEP_MS);
    const origin = this.#originOf(request.origin);
    const connection = this.#takeIdle(origin);
    if (connection !== undefined) {
      this.#start(connection, job);
      return true;
    }
    const may = this.#mayDial(origin);
    origin.waiting.push(job);
    if (may) void this.#dial(origin);
    else this.#counts.waited += 1;
    return may;
  };

  #originOf(name: string): Origin {
    const known = this.#origins.get(name);
    if (known !== undefined) return known;
    const made: Origin = { url: new URL(name), idle: [], waiting: waitingLine(), dialling: 0 };
    this.#origins.set(name, made);
    return made;
  }

  /** The connection used last, which is the one that the target is least likely to have closed. */
  #takeIdle({ idle }: Origin): LoadConnection | undefined {
    for (let connection = idle.pop(); connection !== undefined; connection = idle.pop()) {
      if (!connection.alive) continue;
      if (this.#nowMs() - connection.idleSinceMs <= IDLE_MS_MAX) return connection;
      connection.fail(SHUT);
    }
    return undefined;
  }

  #start(connection: LoadConnection, job: LoadJob): void {
    if (!connection.fresh) this.#counts.reused += 1;
    this.#counts.bytesOut += job.request.bytes.length;
    connection.start(job);
  }

  /** Idle connections to other targets give way. */
  #mayDial(wanting: Origin): boolean {
    if (this.#open.size + this.#dialling < this.#limit) return true;
    for (const origin of this.#origins.values()) {
      const spare = origin === wanting ? undefined : origin.idle.shift();
      if (spare === undefined) continue;
      this.#givingWay = true;
      spare.fail(SHUT);
      this.#givingWay = false;
      return true;
    }
    return false;
  }

  async #dial(origin: Origin): Promise<void> {
    this.#dialling += 1;
    origin.dialling += 1;
    let isDialling = true;
    const dialled = (): void => {
      if (!isDialling) return;
      isDialling = false;
      this.#dialling -= 1;
      origin.dialling -= 1;
    };
    const leftMs = Math.max(1, (origin.waiting.first()?.deadlineMs ?? 0) - this.#nowMs());
    const stop = requestStop({ timeoutMs: leftMs }, this.#stop.signal);
    try {
      const { socket, proxied } = await dial({
        url: origin.url,
        route: this.#route,
        stop,
        contexts: this.#contexts,
        http: '1.1',
      });
      if (proxied !== undefined) {
        socket.destroy();
        const message = 'expected a target that is asked directly or with https, got one of http behind a proxy';
        throw new HttpFailure(message, { type: 'setup', phase: 'connect', url: origin.url.href });
      }
      dialled();
      this.#opened(new LoadConnection(origin.url.origin, socket, this.#owner), origin);
    } catch (error) {
      dialled();
      if (this.#stop.signal.aborted) return;
      const code = codeOf(error);
      this.#refused.set(code, (this.#refused.get(code) ?? 0) + 1);
      origin.waiting.shift()?.receiver.onFailure(failureOf(error));
      this.#serveWaiting();
    } finally {
      stop.done();
    }
  }

  #opened(connection: LoadConnection, origin: Origin): void {
    this.#open.add(connection);
    this.#counts.opened += 1;
    this.#counts.mostAtOnce = Math.max(this.#counts.mostAtOnce, this.#open.size);
    if (this.#stop.signal.aborted) connection.fail(SHUT);
    else this.#next(connection, origin);
  }

  #freed(connection: LoadConnection): void {
    const origin = this.#origins.get(connection.origin);
    if (origin !== undefined) this.#next(connection, origin);
  }

  #next(connection: LoadConnection, origin: Origin): void {
    const job = origin.waiting.shift();
    if (job !== undefined) {
      this.#start(connection, job);
      return;
    }
    connection.idleSinceMs = this.#nowMs();
    origin.idle.push(connection);
    if (this.#origins.size > 1) this.#serveWaiting();
  }

  #ended(connection: LoadConnection, unanswered: LoadJob | undefined, failure: LoadFailure): void {
    this.#open.delete(connection);
    const origin = this.#origins.get(connection.origin);
    if (origin === undefined) return;
    if (unanswered !== undefined) this.#sendAgain(unanswered, origin, failure);
    this.#serveWaiting();
  }

  /** What waits for a place may have one now; nobody else would come for it. */
  #serveWaiting(): void {
    if (this.#stop.signal.aborted || this.#givingWay) return;
    for (const origin of this.#origins.values())
      if (origin.waiting.length > origin.dialling && this.#mayDial(origin)) void this.#dial(origin);
  }

  /** A kept-alive connection may have ended before the request got there; then doing it twice is doing it once. */
  #sendAgain(job: LoadJob, origin: Origin, failure: LoadFailure): void {
    if (job.again || this.#stop.signal.aborted || !REPEATABLE.has(job.request.method)) {
      job.receiver.onFailure(failure);
      return;
    }
    job.again = true;
    this.#counts.resent += 1;
    origin.waiting.unshift(job);
  }

  #sweep(): void {
    const now = this.#nowMs();
    const late: LoadFailure = { type: 'timeout', phase: 'wait', message: 'expected an answer in time, got none' };
    for (const connection of this.#open)
      if (connection.job !== undefined && connection.job.deadlineMs <= now) connection.fail(late);
    for (const { waiting } of this.#origins.values())
      for (let job = waiting.first(); job !== undefined && job.deadlineMs <= now; job = waiting.first()) {
        waiting.shift();
        job.receiver.onFailure({ ...late, phase: 'connect', message: 'expected a free connection in time, got none' });
      }
  }

  readonly figures = (): ConnectionFigures => ({
    ...this.#counts,
    limit: this.#limit,
    refused: Object.fromEntries(this.#refused),
  });

  readonly close = async (): Promise<void> => {
    clearInterval(this.#sweeper);
    this.#stop.abort(new Error('the load is over'));
    for (const connection of this.#open) connection.fail(SHUT);
    for (const { waiting } of this.#origins.values())
      for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) job.receiver.onFailure(SHUT);
  };
}

/**
 * The client of loads: HTTP/1.1 without a promise, timer or parsed URL for each request. It goes the same way as the other client: the host
 * must be listed, each of its addresses allowed, and the socket is opened to an address that was checked, for each connection anew.
 */
export const loadClient = (options: LoadClientOptions): LoadTransport => new LoadClient(options);
