/** How a fault proxy passes an upstream's answer on, whole or spoiled. */
import { STATUS_CODES } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { HttpFault } from '#core/acts/disturb';
import type { Clock } from '#ports/clock';

export interface UpstreamAnswer {
  readonly message: IncomingMessage;
  readonly connection: Duplex;
}

/** Bodies beyond this are cut before they are spoiled. */
const SPOILED_BYTES_MAX = 10 * 1024 * 1024;

/** RFC 9110, section 7.6.1: headers between two neighbours. */
const BETWEEN_NEIGHBOURS = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Name and value by turns, without those of the connection. */
export const passedHeaders = (raw: readonly string[]): readonly (readonly [string, string])[] => {
  const pairs: (readonly [string, string])[] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = raw[at] ?? '';
    if (!BETWEEN_NEIGHBOURS.has(name.toLowerCase())) pairs.push([name, raw[at + 1] ?? '']);
  }
  return pairs;
};

export const relay = async ({ message, connection }: UpstreamAnswer, response: ServerResponse): Promise<void> => {
  response.writeHead(message.statusCode ?? 502, message.statusMessage, passedHeaders(message.rawHeaders).flat());
  // Otherwise an answer whose body comes late would not begin before it.
  response.flushHeaders();
  try {
    await pipeline(message, response);
  } finally {
    connection.destroy();
  }
};

const wholeBody = async ({ message, connection }: UpstreamAnswer): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of message as AsyncIterable<Buffer>) {
    pieces.push(piece);
    length += piece.byteLength;
    if (length > SPOILED_BYTES_MAX) break;
  }
  connection.destroy();
  return Buffer.concat(pieces);
};

/** Text that no JSON parser takes, as close to the whole as it can be. */
export const malformed = (body: Buffer): Buffer => {
  const text = body.toString('utf8').trimEnd();
  return Buffer.from(/[}\]"]$/u.test(text) ? text.slice(0, -1) : `${text}]`);
};

interface Head {
  readonly status: number;
  readonly lines: readonly string[];
}

const headOf = (answer: UpstreamAnswer | undefined, contentLength: number): Head => ({
  status: answer?.message.statusCode ?? 200,
  lines: [
    ...passedHeaders(answer?.message.rawHeaders ?? [])
      .filter(([name]) => name.toLowerCase() !== 'content-length')
      .map(([name, value]) => `${name}: ${value}`),
    `content-length: ${String(contentLength)}`,
  ],
});

const statusLine = ({ status }: Head): string => `HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}\r\n`;
const bytesOf = (head: Head): string => `${statusLine(head)}${head.lines.join('\r\n')}\r\n\r\n`;

interface SpoilOptions {
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** Writes lines one after the other, as a server does that has not made up its mind. */
const writeSlowly = async (
  socket: Duplex,
  head: Head,
  delayMs: number,
  { clock, signal }: SpoilOptions,
): Promise<void> => {
  for (const line of [statusLine(head), ...head.lines.map((text) => `${text}\r\n`)]) {
    socket.write(line);
    await clock.sleep(delayMs, signal);
    if (socket.destroyed) return;
  }
  socket.write('\r\n');
};

/**
 * Answers as the fault says.
 *
 * @param answer the upstream's, where it was asked
 */
export const spoil = async (
  fault: HttpFault,
  answer: UpstreamAnswer | undefined,
  response: ServerResponse,
  options: SpoilOptions,
): Promise<void> => {
  const body = answer === undefined ? Buffer.alloc(0) : await wholeBody(answer);
  if (fault.fault === 'status') {
    const text = Buffer.from(fault.body ?? '');
    response.writeHead(fault.status, { ...fault.headers, 'content-length': text.byteLength }).end(text);
    return;
  }
  if (fault.fault === 'malformed_json') {
    const bytes = malformed(body);
    const headers = passedHeaders(answer?.message.rawHeaders ?? []).filter(
      ([name]) => !/^content-(?:length|encoding)$/iu.test(name),
    );
    response.writeHead(answer?.message.statusCode ?? 200, [
      ...headers.flat(),
      'content-length',
      String(bytes.byteLength),
    ]);
    response.end(bytes);
    return;
  }
  await writeRaw(fault, answer, body, [response, options]);
};

/** Faults that no HTTP library would write. */
const writeRaw = async (
  fault: Exclude<HttpFault, { fault: 'status' | 'malformed_json' }>,
  answer: UpstreamAnswer | undefined,
  body: Buffer,
  [response, options]: readonly [ServerResponse, SpoilOptions],
): Promise<void> => {
  const socket = response.socket;
  if (socket === null) return;
  if (fault.fault === 'slow_headers') {
    await writeSlowly(socket, headOf(answer, body.byteLength), fault.delayMs, options);
    // The answer was not the library's, so the library must not go on with this connection.
    socket.end(body);
    return;
  }
  if (fault.fault === 'truncated_body') {
    const kept = Math.min(fault.bytes ?? Math.floor(body.byteLength / 2), Math.max(0, body.byteLength - 1));
    const promised = Math.max(body.byteLength, 1);
    socket.end(Buffer.concat([Buffer.from(bytesOf(headOf(answer, promised))), body.subarray(0, kept)]));
    return;
  }
  const promised = Math.max(0, body.byteLength + fault.byBytes);
  const bytes = Buffer.concat([Buffer.from(bytesOf(headOf(answer, promised))), body]);
  // A client that was promised more waits for it, as it would with such a server; one that was promised less has bytes left over.
  if (fault.byBytes > 0) socket.write(bytes);
  else socket.end(bytes);
};
