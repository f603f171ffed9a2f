import type { ServerResponse } from 'node:http';

/** What a route answers: a body of undefined sends none, bytes go out as they are, all else as JSON. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: { readonly [name: string]: string };
}

/** A refusal: thrown by routes, sent as application/problem+json. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: { readonly [name: string]: string };
  constructor(status: number, code: string, detail: string, headers: { readonly [name: string]: string } = {}) {
    super(detail);
    this.name = 'Refusal';
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** Thrown by a route that is not going to answer: `hang` leaves the connection open, `drop` closes it. */
export class Silence extends Error {
  readonly how: 'hang' | 'drop';
  constructor(how: 'hang' | 'drop') {
    super(how);
    this.name = 'Silence';
    this.how = how;
  }
}

const bytesOf = (body: unknown): Buffer | undefined => {
  if (body === undefined) return undefined;
  return Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body), 'utf8');
};

export const send = (response: ServerResponse, { status, body, headers }: Answer): void => {
  const bytes = bytesOf(body);
  const type = status >= 400 ? 'application/problem+json' : 'application/json';
  response.writeHead(status, {
    ...(bytes === undefined ? {} : { 'content-type': type, 'content-length': String(bytes.byteLength) }),
    ...headers,
  });
  response.end(bytes);
};

/** @param leakStack the `stack-leaked` fault: the answer tells where in the program it was made */
export const refusalAnswer = (refusal: Refusal, instance: string, leakStack: boolean): Answer => ({
  status: refusal.status,
  body: {
    type: `https://documents.example/problems/${refusal.code}`,
    title: refusal.code.replaceAll('-', ' '),
    status: refusal.status,
    code: refusal.code,
    detail: refusal.message,
    instance,
    ...(leakStack ? { stack: refusal.stack } : {}),
  },
  headers: {
    ...(refusal.status === 401 ? { 'www-authenticate': 'Bearer realm="documents"' } : {}),
    ...refusal.headers,
  },
});

/** @throws Refusal 400 naming the parameter when it is not a whole number within the bounds */
export const wholeNumber = (name: string, text: string, min: number, max: number): number => {
  const value = /^-?\d{1,12}$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  const detail = `${name} must be a whole number from ${String(min)} to ${String(max)}, got ${text.slice(0, 40)}`;
  throw new Refusal(400, 'bad-parameter', detail);
};
