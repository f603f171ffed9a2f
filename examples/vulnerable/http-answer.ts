import type { IncomingMessage } from 'node:http';

/** What a route answers: a text goes out as it is, all else as JSON; nothing where there is no body. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: { readonly [name: string]: string };
}

/** A refusal: thrown by routes, sent as application/problem+json. */
export class Refusal extends Error {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  constructor(status: number, detail: string, headers: { readonly [name: string]: string } = {}) {
    super(detail);
    this.name = 'Refusal';
    this.status = status;
    this.headers = headers;
  }
}

export const notFound = (): Refusal => new Refusal(404, 'there is nothing here');

export type Fields = { readonly [name: string]: unknown };

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const headerOf = (request: IncomingMessage, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
};

const BODY_BYTES_MAX = 256 * 1024;
/** Even without a bound of its own this server does not fill the memory of its machine. */
const BODY_BYTES_EVER = 16 * 1024 * 1024;

/** @throws Refusal 413 beyond 256 KB, unless bodies are unbounded */
export const readText = async (request: IncomingMessage, isUnbounded: boolean): Promise<string> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const part = chunk as Buffer;
    bytes += part.byteLength;
    if (bytes > (isUnbounded ? BODY_BYTES_EVER : BODY_BYTES_MAX)) {
      request.resume();
      throw new Refusal(413, 'the body is too large', { connection: 'close' });
    }
    chunks.push(part);
  }
  return Buffer.concat(chunks).toString('utf8');
};

/** @throws Refusal 400, 415 */
export const fieldsOf = (request: IncomingMessage, text: string): Fields => {
  if (headerOf(request, 'content-type')?.split(';')[0]?.trim() !== 'application/json')
    throw new Refusal(415, 'expected application/json');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal(400, 'the body is no JSON');
  }
  if (!isFields(value)) throw new Refusal(400, 'expected an object');
  return value;
};

/** @throws Refusal 422 naming the field */
export const textField = (fields: Fields, name: string, charactersMax = 200): string => {
  const value = fields[name];
  if (typeof value === 'string' && value !== '' && value.length <= charactersMax) return value;
  throw new Refusal(422, `${name} must be a text of 1 to ${String(charactersMax)} characters`);
};
