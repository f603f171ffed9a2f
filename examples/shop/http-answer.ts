import type { IncomingMessage, ServerResponse } from 'node:http';

/** What a route answers; a body of undefined sends none. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: { readonly [name: string]: string };
}

/** A refusal: thrown by routes, sent as application/problem+json. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, detail: string) {
    super(detail);
    this.name = 'Refusal';
    this.status = status;
    this.code = code;
  }
}

const BODY_BYTES_MAX = 100_000;

/** Reads a JSON object body. @throws Refusal 400, 413, 415 */
export const readJsonBody = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  const type = request.headers['content-type'] ?? '';
  if (!type.toLowerCase().startsWith('application/json')) {
    throw new Refusal(
      415,
      'wrong-content-type',
      `expected application/json, got ${type === '' ? 'no content type' : type}`,
    );
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > BODY_BYTES_MAX)
      throw new Refusal(413, 'body-too-large', `the body must be at most ${String(BODY_BYTES_MAX)} bytes`);
    chunks.push(chunk);
  }
  let value: unknown;
  try {
    value = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new Refusal(400, 'body-not-json', 'the body is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Refusal(400, 'body-not-an-object', 'the body must be a JSON object');
  }
  return value as Record<string, unknown>;
};

export const send = (response: ServerResponse, answer: Answer): void => {
  const text = answer.body === undefined ? undefined : JSON.stringify(answer.body);
  const isProblem = answer.status >= 400;
  response.writeHead(answer.status, {
    ...(text === undefined
      ? {}
      : {
          'content-type': isProblem ? 'application/problem+json' : 'application/json',
          'content-length': String(Buffer.byteLength(text)),
        }),
    ...answer.headers,
  });
  response.end(text);
};

/** @param leakStack the `leak-stack` bug: the answer tells where in the program it was made. */
export const refusalAnswer = (refusal: Refusal, instance: string, leakStack: boolean): Answer => ({
  status: refusal.status,
  body: {
    type: `https://shop.example/problems/${refusal.code}`,
    title: refusal.code.replaceAll('-', ' '),
    status: refusal.status,
    code: refusal.code,
    detail: refusal.message,
    instance,
    ...(leakStack ? { stack: refusal.stack } : {}),
  },
  ...(refusal.status === 401 ? { headers: { 'www-authenticate': 'Bearer realm="shop"' } } : {}),
});

/** @throws Refusal 400 naming the parameter when it is not a whole number within the bounds */
export const wholeNumber = (name: string, text: string, min: number, max: number): number => {
  const value = /^-?\d{1,12}$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new Refusal(
      400,
      'bad-parameter',
      `${name} must be a whole number from ${String(min)} to ${String(max)}, got ${text.slice(0, 40)}`,
    );
  }
  return value;
};
