/** The part of a fault proxy that understands requests: passes them on, counts them, and spoils answers. */
import { createHash } from 'node:crypto';
import { createServer, request as httpRequest } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { isHttpFault } from '#core/acts/disturb';
import type { Fault, HttpFault } from '#core/acts/disturb';
import type { Clock } from '#ports/clock';
import type { SeenRequest } from '#ports/fault-proxy';
import { passedHeaders, relay, spoil } from '#runner/fault-proxy-answer';
import type { UpstreamAnswer } from '#runner/fault-proxy-answer';

export interface HttpSideOptions {
  readonly upstream: URL;
  readonly clock: Clock;
  readonly random: () => number;
  /** Active faults of every kind, in the order in which they were added. */
  readonly faults: () => readonly Fault[];
  /** A connection to the upstream, or to where a fault of names leads. @throws when there is none */
  readonly connect: (signal: AbortSignal) => Promise<Duplex>;
}

/** Speaks HTTP/1.1 with connections that it is given. */
export interface HttpSide {
  readonly accept: (connection: Duplex) => void;
  readonly seen: () => readonly SeenRequest[];
  readonly unseen: () => number;
  readonly close: () => void;
}

/** Requests that are remembered. */
export const SEEN_MAX = 20_000;
/** A larger body of a request is answered 413. */
export const REQUEST_BYTES_MAX = 10 * 1024 * 1024;

type Seen = { -readonly [field in keyof SeenRequest]: SeenRequest[field] };

const digest = (bytes: string | Buffer): string =>
  bytes.length === 0 ? '' : createHash('sha256').update(bytes).digest('hex');

const bodyOf = async (message: IncomingMessage): Promise<Buffer | undefined> => {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of message as AsyncIterable<Buffer>) {
    length += piece.byteLength;
    if (length > REQUEST_BYTES_MAX) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
};

const hits = (fault: Fault, { method = '', url = '' }: IncomingMessage, random: () => number): boolean =>
  (fault.methods === undefined || fault.methods.includes(method)) &&
  (fault.pathPrefix === undefined || url.startsWith(fault.pathPrefix)) &&
  random() < (fault.toxicity ?? 1);

interface Noted {
  readonly seen: SeenRequest[];
  unseen: number;
}

const note = (request: IncomingMessage, noted: Noted, atEpochMs: number): Seen => {
  const key = request.headers['idempotency-key'];
  const entry: Seen = {
    atEpochMs,
    method: request.method ?? '',
    path: request.url ?? '',
    bodySha256: '',
    keySha256: digest(typeof key === 'string' ? key : ''),
    forwarded: false,
    status: null,
  };
  if (noted.seen.length < SEEN_MAX) noted.seen.push(entry);
  else noted.unseen += 1;
  return entry;
};

const serve = async (
  [request, response]: readonly [IncomingMessage, ServerResponse],
  entry: Seen,
  options: HttpSideOptions,
  signal: AbortSignal,
): Promise<void> => {
  const { clock, faults, random } = options;
  response.sendDate = false;
  const fault = faults().find((item) => isHttpFault(item) && hits(item, request, random)) as HttpFault | undefined;
  if (fault !== undefined) entry.fault = fault.fault;
  const body = await bodyOf(request);
  if (body === undefined) {
    entry.status = 413;
    response.writeHead(413, { connection: 'close', 'content-length': 0 }).end();
    return;
  }
  entry.bodySha256 = digest(body);
  const asked = fault === undefined || fault.fault !== 'status' || fault.forward === true;
  const answer = asked ? await forward({ request, response, body }, entry, options, signal) : undefined;
  if (fault !== undefined) {
    entry.status = fault.fault === 'status' ? fault.status : (answer?.message.statusCode ?? null);
    await spoil(fault, answer, response, { clock, signal });
  } else if (answer !== undefined) {
    entry.status = answer.message.statusCode ?? null;
    await relay(answer, response);
  }
};

export const httpSide = (options: HttpSideOptions): HttpSide => {
  const noted: Noted = { seen: [], unseen: 0 };
  const ended = new AbortController();
  const server = createServer({ requestTimeout: 0, headersTimeout: 0, keepAliveTimeout: 0 }, (request, response) => {
    const entry = note(request, noted, options.clock.nowMs());
    serve([request, response], entry, options, ended.signal).catch(() => {
      // The client sees what it would see without the proxy: a connection that breaks.
      response.socket?.destroy();
    });
  });
  return {
    accept: (connection) => {
      server.emit('connection', connection);
    },
    seen: () => noted.seen,
    unseen: () => noted.unseen,
    close: () => {
      ended.abort(new Error('the proxy was closed'));
      server.closeAllConnections();
      server.close();
    },
  };
};

interface Forwarded {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly body: Buffer;
}

const forward = async (
  forwarded: Forwarded,
  entry: Seen,
  { upstream, connect }: HttpSideOptions,
  signal: AbortSignal,
): Promise<UpstreamAnswer> => {
  try {
    const connection = await connect(signal);
    entry.forwarded = true;
    return { message: await ask(connection, forwarded, upstream), connection };
  } catch (error) {
    entry.failure = error instanceof Error ? error.message : String(error);
    throw error;
  }
};

/** Headers that this proxy sets itself. */
const OWN = ['host', 'content-length', 'expect'];

const ask = (connection: Duplex, { request, response, body }: Forwarded, upstream: URL): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const hadBody = body.byteLength > 0 || request.headers['content-length'] !== undefined;
    const headers = [
      ...passedHeaders(request.rawHeaders).filter(([name]) => !OWN.includes(name.toLowerCase())),
      ['Host', upstream.host],
      ...(hadBody ? [['Content-Length', String(body.byteLength)]] : []),
    ];
    const sent = httpRequest({
      createConnection: () => connection,
      method: request.method ?? 'GET',
      path: request.url ?? '/',
      headers: headers.flat(),
      setHost: false,
    });
    // A client that goes away before the answer takes its request with it.
    response.once('close', () => sent.destroy());
    sent.once('response', resolve).on('error', reject).end(body);
  });
