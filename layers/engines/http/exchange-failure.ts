import { BodyError } from '#engines/http/body-reader';
import { headerValue } from '#engines/http/connection';
import type { Headers } from '#engines/http/connection';
import { HttpFailure, errorCode, errorText, tlsErrorText } from '#engines/http/http-failure';
import type { HttpFailureDetail } from '#engines/http/http-failure';

/** How far an exchange had come. */
export interface Progress {
  readonly url: URL;
  /** Whether the request was still in our buffers. */
  readonly sending: boolean;
  /** Whether the head of the answer was there. */
  readonly receiving: boolean;
  readonly headers: Headers;
  /** Bytes of the body as they came, compressed ones too. */
  readonly wireBytes: number;
  /** Whether bytes of the request may have reached the target. */
  readonly sent: boolean;
}

type Detail = Omit<HttpFailureDetail, 'type'>;

/** The parser's errors have a code only where llhttp gives one. */
const isNotHttp = (error: unknown, code: string): boolean =>
  code.startsWith('HPE_') ||
  code === 'UND_ERR_HEADERS_OVERFLOW' ||
  (error as { name?: string } | null)?.name === 'HTTPParserError';

const CANNOT_BE_SENT = new Set([
  'UND_ERR_INVALID_ARG',
  'UND_ERR_REQ_CONTENT_LENGTH_MISMATCH',
  'ERR_HTTP2_HEADER_SINGLE_VALUE',
  'ERR_HTTP2_INVALID_CONNECTION_HEADERS',
  'ERR_HTTP2_INVALID_HEADER_VALUE',
  'ERR_HTTP2_INVALID_PSEUDOHEADER',
  'ERR_INVALID_ARG_TYPE',
  'ERR_INVALID_CHAR',
  'ERR_INVALID_HTTP_TOKEN',
]);

const BROKEN_OFF = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH']);

const brokenOff = (code: string, { receiving, wireBytes }: Progress, detail: Detail): HttpFailure => {
  const what = code === 'ECONNRESET' ? 'a reset of the connection' : 'the end of the connection';
  const before = receiving ? `the rest of the answer (${String(wireBytes)} bytes came)` : 'an answer';
  return new HttpFailure(`expected ${before}, got ${what}`, { ...detail, type: 'connection' });
};

/** What an error of undici, node:http2 or a socket means to somebody who tests an API. */
export const exchangeFailure = (error: unknown, progress: Progress): HttpFailure => {
  if (error instanceof HttpFailure) return error;
  const { url, sending, receiving, headers, wireBytes, sent } = progress;
  const code = errorCode(error);
  const phase = receiving ? 'receive' : sending ? 'send' : 'wait';
  const detail: Detail = { phase, url: url.href, cause: error, sent };
  if (error instanceof BodyError) return new HttpFailure(error.message, { ...detail, type: 'parse' });
  const length = headerValue(headers, 'content-length');
  if (receiving && length !== undefined && BROKEN_OFF.has(code)) {
    const message = `expected ${length} bytes of body as Content-Length says, got ${String(wireBytes)} and then the end of the connection`;
    return new HttpFailure(message, { ...detail, type: 'connection' });
  }
  if (isNotHttp(error, code)) {
    const message = `expected an HTTP answer, got bytes that are none: ${errorText(error)}`;
    return new HttpFailure(message, { ...detail, type: 'parse' });
  }
  // TLS 1.3 tells of a client certificate that is missing or refused only after the handshake.
  if (code.startsWith('ERR_SSL_')) {
    const message = `expected ${url.host} to go on with the TLS connection, got ${tlsErrorText(error)}`;
    return new HttpFailure(message, { ...detail, type: 'tls', phase: 'tls' });
  }
  if (CANNOT_BE_SENT.has(code)) {
    const message = `expected a request that can be sent, got: ${errorText(error)}`;
    return new HttpFailure(message, { ...detail, type: 'setup', sent: false });
  }
  return brokenOff(code, progress, detail);
};
