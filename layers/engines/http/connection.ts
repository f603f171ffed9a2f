import type { HttpRequest, HttpVersion } from '#ports/http';
import type { Dialled } from '#engines/http/dial';
import type { RequestStop } from '#engines/http/request-stop';

export type Headers = readonly (readonly [string, string])[];

/** One request to one address; a redirect makes the next one. */
export interface Hop extends Pick<HttpRequest, 'method' | 'headers' | 'body' | 'bodyBytesMax'> {
  readonly url: URL;
}

export interface Exchanged {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
  readonly bodyBytes: number;
  readonly waitMs: number;
  readonly receiveMs: number;
}

/** One connection to one target and what speaks HTTP on it. */
export interface Connection {
  readonly httpVersion: HttpVersion;
  readonly timingsMs: Dialled['timingsMs'];
  /** Requests it can take at once: 1 with HTTP/1.1, what the target allows with HTTP/2. */
  readonly capacity: () => number;
  /**
   * Sends one request and reads the answer.
   *
   * @throws HttpFailure by phase; the reason of the stop when the request had to end
   */
  readonly exchange: (hop: Hop, stop: RequestStop) => Promise<Exchanged>;
  /** False once it has failed or was closed by either side. */
  readonly isAlive: () => boolean;
  readonly close: () => Promise<void>;
}

/** Value of a header, given in lower case; several lines are joined (RFC 9110, section 5.3). */
export const headerValue = (headers: Headers, name: string): string | undefined => {
  let found: string | undefined;
  for (const [key, value] of headers) if (key === name) found = found === undefined ? value : `${found}, ${value}`;
  return found;
};
