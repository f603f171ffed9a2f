import type { HttpResponse } from '#ports/http';
import type { Json } from '#core/units';

/** A response as checks and captures look at it; the body is decoded and parsed once, when it is first asked for. */
export interface Answer {
  readonly status: number;
  readonly totalMs: number;
  readonly bodyBytes: number;
  /** All values of a header joined with `, `; undefined when there is none. */
  readonly header: (name: string) => string | undefined;
  readonly text: () => string;
  /** The body as JSON, or why it is none. */
  readonly json: () => { readonly value: Json } | { readonly problem: string };
}

const UTF8 = new TextDecoder();

const decode = (body: Uint8Array, contentType: string): string => {
  const charset = /charset\s*=\s*"?([A-Za-z0-9_-]+)/iu.exec(contentType)?.[1] ?? 'utf-8';
  // Nearly every answer is UTF-8, and a decoder costs more than what it decodes.
  if (/^utf-?8$/iu.test(charset)) return UTF8.decode(body);
  try {
    return new TextDecoder(charset).decode(body);
  } catch {
    // An unknown charset name is the API's mistake, not a reason to see nothing.
    return new TextDecoder().decode(body);
  }
};

const parseJson = (
  response: HttpResponse,
  text: string,
  type: string,
): { readonly value: Json } | { readonly problem: string } => {
  if (response.truncated) {
    return {
      problem: `expected a JSON body, got ${String(response.bodyBytes)} bytes of which only ${String(response.body.byteLength)} are kept`,
    };
  }
  if (response.bodyBytes === 0) return { problem: 'expected a JSON body, got an empty one' };
  try {
    return { value: JSON.parse(text) as Json };
  } catch (error) {
    const reason =
      error instanceof Error ? error.message.replace(/, ".*$/su, '').replace(/ in JSON at position.*$/su, '') : '';
    return {
      problem: `expected a JSON body, got ${type === '' ? 'no Content-Type' : type} that does not parse: ${reason}`,
    };
  }
};

/** Reads a response for checks and captures. */
export const answerOf = (response: HttpResponse): Answer => {
  const header = (name: string): string | undefined => {
    const values = response.headers
      .filter(([key]) => key.toLowerCase() === name.toLowerCase())
      .map(([, value]) => value);
    return values.length === 0 ? undefined : values.join(', ');
  };
  const type = header('content-type') ?? '';
  let text: string | undefined;
  let json: ReturnType<Answer['json']> | undefined;
  const readText = (): string => (text ??= decode(response.body, type));
  return {
    status: response.status,
    totalMs: response.timingsMs.total,
    bodyBytes: response.bodyBytes,
    header,
    text: readText,
    json: () => (json ??= parseJson(response, readText(), type)),
  };
};

/** A value that is no HTTP response: deliveries of webhooks, messages of a queue. It has no status and no headers. */
export const answerOfJson = (value: Json): Answer => {
  const text = JSON.stringify(value);
  return {
    status: 0,
    totalMs: 0,
    bodyBytes: Buffer.byteLength(text),
    header: () => undefined,
    text: () => text,
    json: () => ({ value }),
  };
};
