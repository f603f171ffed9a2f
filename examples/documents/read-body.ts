import type { IncomingMessage } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { Refusal } from './http-answer.ts';

const BODY_BYTES_MAX = 1_000_000;

const typeOf = (request: IncomingMessage): string => request.headers['content-type'] ?? '';

/** The body as it is meant: a gzip one unpacked. @throws Refusal 400, 413, 415 */
const readBytes = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > BODY_BYTES_MAX)
      throw new Refusal(413, 'body-too-large', `the body must be at most ${String(BODY_BYTES_MAX)} bytes`);
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding === 'identity') return body;
  if (encoding !== 'gzip') throw new Refusal(415, 'wrong-encoding', `expected gzip or identity, got ${encoding}`);
  try {
    return gunzipSync(body, { maxOutputLength: BODY_BYTES_MAX });
  } catch {
    throw new Refusal(400, 'body-not-gzip', 'the body is not gzip, or is too large when unpacked');
  }
};

/** @throws Refusal 400, 413, 415 */
export const readJson = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  const type = typeOf(request);
  if (!type.toLowerCase().startsWith('application/json')) {
    const got = type === '' ? 'no content type' : type;
    throw new Refusal(415, 'wrong-content-type', `expected application/json, got ${got}`);
  }
  const text = (await readBytes(request)).toString('utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal(400, 'body-not-json', 'the body is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal(400, 'body-not-an-object', 'the body must be a JSON object');
  return value as Record<string, unknown>;
};

/** @throws Refusal 413, 415 */
export const readForm = async (request: IncomingMessage): Promise<URLSearchParams> => {
  if (!typeOf(request).toLowerCase().startsWith('application/x-www-form-urlencoded'))
    throw new Refusal(415, 'wrong-content-type', 'expected application/x-www-form-urlencoded');
  return new URLSearchParams((await readBytes(request)).toString('utf8'));
};

export interface Part {
  readonly name: string;
  readonly fileName?: string;
  readonly type: string;
  readonly content: Buffer;
}

export const isMultipart = (request: IncomingMessage): boolean =>
  typeOf(request).toLowerCase().startsWith('multipart/form-data');

const headOf = (head: string): Omit<Part, 'content'> => {
  const name = /;\s*name="([^"]*)"/i.exec(head)?.[1];
  if (name === undefined) throw new Refusal(400, 'bad-multipart', 'a part of the body has no name');
  const fileName = /;\s*filename="([^"]*)"/i.exec(head)?.[1];
  const type = /^content-type:\s*(.+)$/im.exec(head)?.[1]?.trim() ?? 'text/plain';
  return { name, type, ...(fileName === undefined ? {} : { fileName }) };
};

/** Parts of a multipart body, as RFC 7578 has it. @throws Refusal 400, 413, 415 */
export const readParts = async (request: IncomingMessage): Promise<Part[]> => {
  const boundary = /boundary="?([^";]+)"?/i.exec(typeOf(request))?.[1];
  if (boundary === undefined) throw new Refusal(415, 'no-boundary', 'expected multipart/form-data with a boundary');
  const body = (await readBytes(request)).toString('latin1');
  return body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((piece) => {
      const end = piece.indexOf('\r\n\r\n');
      if (end < 0) throw new Refusal(400, 'bad-multipart', 'a part of the body has no end of its head');
      const content = Buffer.from(piece.slice(end + 4, -2), 'latin1');
      return { ...headOf(Buffer.from(piece.slice(0, end), 'latin1').toString('utf8')), content };
    });
};
