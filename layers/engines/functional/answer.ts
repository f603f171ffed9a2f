import type { HttpResponse } from '#ports/http';
import { sizeText } from '#core/size-text';
import type { Json } from '#core/units';
import { withMovedNumbers } from '#engines/functional/large-numbers';

/** A response as checks and captures look at it; the body is decoded and parsed once, when it is first asked for. */
export interface Answer {
  readonly status: number;
  readonly totalMs: number;
  readonly bodyBytes: number;
  /** All values of a header joined with `, `; undefined when there is none. */
  readonly header: (name: string) => string | undefined;
  readonly text: () => string;
  /** The body as JSON, or why it is none. */
  readonly json: () => JsonBody;
  /** The answer with its numbers beyond 2^53 - 1 moved: what then comes out differently depends on digits that are lost. */
  readonly moved?: () => Answer | undefined;
}

export type JsonBody =
  | { readonly value: Json }
  /** `isEmpty`: there is no body at all, so it holds nothing. */
  | { readonly problem: string; readonly isEmpty?: true };

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

const parseJson = (response: HttpResponse, text: string, type: string): JsonBody => {
  if (response.truncated) {
    return {
      problem: `expected a JSON body, got ${sizeText(response.bodyBytes)} of which only ${sizeText(response.body.byteLength)} are kept`,
    };
  }
  if (response.bodyBytes === 0) return { problem: 'expected a JSON body, got an empty one', isEmpty: true };
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
    const wanted = name.toLowerCase();
    let found: string | undefined;
    for (const [key, value] of response.headers)
      if (key.toLowerCase() === wanted) found = found === undefined ? value : `${found}, ${value}`;
    return found;
  };
  const type = header('content-type') ?? '';
  let text: string | undefined;
  let json: JsonBody | undefined;
  let moved: { readonly answer: Answer | undefined } | undefined;
  const readText = (): string => (text ??= decode(response.body, type));
  const answer: Answer = {
    status: response.status,
    totalMs: response.timingsMs.total,
    bodyBytes: response.bodyBytes,
    header,
    text: readText,
    json: () => (json ??= parseJson(response, readText(), type)),
    moved: () => (moved ??= { answer: 'value' in answer.json() ? movedAnswer(answer) : undefined }).answer,
  };
  return answer;
};

const movedAnswer = (answer: Answer): Answer | undefined => {
  const text = withMovedNumbers(answer.text());
  if (text === undefined) return undefined;
  const value = JSON.parse(text) as Json;
  return { ...answer, json: () => ({ value }), moved: () => undefined };
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
