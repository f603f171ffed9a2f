/** Takes webhooks on a port of this machine: on the laptop, and wherever a runner can be reached from what it tests. */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebhookDefinition } from '#core/suite';
import { answerFor, deliveredValue, signatureOf } from '#core/webhook-delivery';
import type { Clock, RandomSource } from '#ports/clock';
import type { Delivery, OpenCatcher, WebhookCatcher } from '#ports/webhook-catcher';

/** Bytes of one delivery's body; real webhooks stay below 256 KB. A larger one is answered 413 and kept without its body. */
export const DELIVERY_BYTES_MAX = 1024 * 1024;
/** Deliveries that one catcher keeps; further ones are answered 429 and forgotten. */
export const DELIVERIES_MAX = 1000;
const ID_BYTES = 16;

export interface WebhookCatcherOptions {
  readonly clock: Clock;
  readonly random: RandomSource;
  /** Address to listen on; 127.0.0.1 when absent. */
  readonly host?: string;
  /** Any free port when absent. */
  readonly port?: number;
  /** Where a tunnel or load balancer leads to this port: catchers' URLs begin with it. The port's own address when absent. */
  readonly publicUrl?: string;
}

/** Listens from the first catcher that is opened until `close`. */
export interface ListeningCatcher extends WebhookCatcher {
  close(): Promise<void>;
}

type Received = Omit<Delivery, 'number' | 'sinceLastMs' | 'answered' | 'atEpochMs' | 'afterMs'>;

interface Catching {
  readonly definition: WebhookDefinition;
  readonly openedAtMs: number;
  readonly deliveries: Delivery[];
  readonly waiting: Set<() => void>;
  readonly closed: AbortController;
}

type Body = { readonly bytes: Buffer } | { readonly tooLarge: true };

const readBody = async (request: IncomingMessage): Promise<Body> => {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    length += piece.byteLength;
    if (length > DELIVERY_BYTES_MAX) return { tooLarge: true };
    pieces.push(piece);
  }
  return { bytes: Buffer.concat(pieces) };
};

const headersOf = (request: IncomingMessage): { readonly [name: string]: string } =>
  Object.fromEntries(
    Object.entries(request.headersDistinct).map(([name, values]) => [name.toLowerCase(), (values ?? []).join(', ')]),
  );

const receivedOf = (request: IncomingMessage, below: URL, body: Body, definition: WebhookDefinition): Received => {
  const headers = headersOf(request);
  const bytes = 'bytes' in body ? body.bytes : undefined;
  return {
    method: request.method ?? '',
    path: `${below.pathname}${below.search}`,
    query: Object.fromEntries(below.searchParams),
    headers,
    body: bytes === undefined ? null : deliveredValue(bytes, headers['content-type'] ?? ''),
    signature: bytes === undefined ? null : signatureOf(definition, headers, bytes),
  };
};

const end = (response: ServerResponse, status: number): void => {
  response.writeHead(status, { 'content-length': 0 }).end();
};

const catchOne = async (
  catching: Catching,
  below: URL,
  [request, response]: readonly [IncomingMessage, ServerResponse],
  clock: Clock,
): Promise<void> => {
  const { definition, deliveries, openedAtMs, waiting, closed } = catching;
  const body = await readBody(request);
  if (deliveries.length >= DELIVERIES_MAX) {
    end(response, 429);
    return;
  }
  const number = deliveries.length + 1;
  const answer = 'tooLarge' in body ? 413 : answerFor(definition, number);
  const atEpochMs = clock.nowMs();
  const last = deliveries.at(-1);
  deliveries.push({
    number,
    ...receivedOf(request, below, body, definition),
    atEpochMs,
    afterMs: Math.max(0, atEpochMs - openedAtMs),
    sinceLastMs: last === undefined ? null : Math.max(0, atEpochMs - last.atEpochMs),
    answered: answer === 'timeout' ? null : answer,
  });
  for (const wake of waiting) wake();
  if (answer === 'timeout') return;
  if (definition.delayMs !== undefined) await clock.sleep(definition.delayMs, closed.signal);
  // The rest of a body that is too large is not waited for.
  if ('tooLarge' in body) response.setHeader('connection', 'close');
  end(response, answer);
};

/** Resolves when something came, the time is up or the catcher was closed; rejects with the signal's reason. */
const somethingOrTime = async (
  { waiting, closed }: Catching,
  clock: Clock,
  waitMs: number,
  signal: AbortSignal,
): Promise<void> => {
  signal.throwIfAborted();
  const done = new AbortController();
  let wake = (): void => undefined;
  const came = new Promise<void>((resolve) => {
    wake = resolve;
  });
  waiting.add(wake);
  const until = AbortSignal.any([done.signal, signal, closed.signal]);
  // The wait ends with what it waits for; being ended early is no event.
  const time = clock.sleep(waitMs, until).catch(() => undefined);
  try {
    await Promise.race([came, time]);
  } finally {
    waiting.delete(wake);
    done.abort();
  }
  signal.throwIfAborted();
};

const listen = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });

const baseOf = (server: Server, { publicUrl, host = '127.0.0.1' }: WebhookCatcherOptions): string => {
  if (publicUrl !== undefined) return publicUrl.replace(/\/+$/u, '');
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${String(port)}`;
};

/** Which catcher a path means, and what stands below it; a tunnel may have put something before. */
const findCatcher = (
  target: string,
  catchers: ReadonlyMap<string, Catching>,
): { readonly catching: Catching; readonly below: URL } | undefined => {
  const url = URL.parse(target, 'http://catcher.invalid');
  const segments = url?.pathname.split('/') ?? [];
  const at = segments.findIndex((segment) => catchers.has(segment));
  const catching = catchers.get(segments[at] ?? '');
  if (url === null || catching === undefined) return undefined;
  const below = new URL(`/${segments.slice(at + 1).join('/')}${url.search}`, url);
  return { catching, below };
};

/**
 * A WebhookCatcher on a port of this machine. Each catcher has a path that nobody guesses; other paths are answered 404.
 * Bodies are bounded by DELIVERY_BYTES_MAX and deliveries by DELIVERIES_MAX.
 */
export const webhookCatcher = (options: WebhookCatcherOptions): ListeningCatcher => {
  const { clock, random, host = '127.0.0.1', port = 0 } = options;
  const catchers = new Map<string, Catching>();
  const server = createServer((request, response) => {
    const found = findCatcher(request.url ?? '', catchers);
    if (found === undefined) {
      end(response, 404);
      return;
    }
    catchOne(found.catching, found.below, [request, response], clock).catch(() => {
      // The sender went away, or the catcher was closed while the answer waited.
      response.destroy();
    });
  });
  let listening: Promise<void> | undefined;
  return {
    open: async (_name, definition, signal) => {
      listening ??= listen(server, port, host);
      await listening;
      signal.throwIfAborted();
      const id = Buffer.from(random.bytes(ID_BYTES)).toString('hex');
      const catching: Catching = {
        definition,
        openedAtMs: clock.nowMs(),
        deliveries: [],
        waiting: new Set(),
        closed: new AbortController(),
      };
      catchers.set(id, catching);
      return openCatcher(`${baseOf(server, options)}/${id}`, catching, clock, () => catchers.delete(id));
    },
    close: async () => {
      for (const { closed } of catchers.values()) closed.abort(new Error('the catcher was closed'));
      catchers.clear();
      if (listening === undefined) return;
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        // Also those that were left without an answer on purpose.
        server.closeAllConnections();
      });
    },
  };
};

const openCatcher = (url: string, catching: Catching, clock: Clock, forget: () => void): OpenCatcher => ({
  url,
  deliveries: async (known, waitMs, signal) => {
    if (catching.deliveries.length <= known && waitMs > 0) await somethingOrTime(catching, clock, waitMs, signal);
    return [...catching.deliveries];
  },
  close: () => {
    forget();
    catching.closed.abort(new Error('the catcher was closed'));
    return Promise.resolve();
  },
});
