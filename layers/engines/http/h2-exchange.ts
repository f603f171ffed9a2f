import { constants } from 'node:http2';
import type { ClientHttp2Session, ClientHttp2Stream, OutgoingHttpHeaders } from 'node:http2';
import { bodyReader } from '#engines/http/body-reader';
import type { BodyReader } from '#engines/http/body-reader';
import { headerValue } from '#engines/http/connection';
import type { Exchanged, Headers, Hop } from '#engines/http/connection';
import { exchangeFailure } from '#engines/http/exchange-failure';
import type { Progress } from '#engines/http/exchange-failure';
import { HttpFailure, errorCode } from '#engines/http/http-failure';
import type { RequestStop } from '#engines/http/request-stop';

export interface H2Options {
  readonly hop: Hop;
  readonly stop: RequestStop;
  readonly session: ClientHttp2Session;
}

/** Headers that belong to an HTTP/1.1 connection and make an HTTP/2 request malformed (RFC 9113, section 8.2.2). */
const OF_CONNECTION = /^(connection|keep-alive|proxy-connection|transfer-encoding|upgrade|http2-settings)$/u;

const outgoing = ({ method, url, headers, body }: Hop): OutgoingHttpHeaders => {
  const all: { [name: string]: string | string[] } = {
    ':method': method,
    ':scheme': url.protocol.slice(0, -1),
    ':authority': url.host,
    ':path': `${url.pathname}${url.search}`,
  };
  for (const [written, value] of headers) {
    const name = written.toLowerCase();
    if (OF_CONNECTION.test(name)) continue;
    const key = name === 'host' ? ':authority' : name;
    const before = key === ':authority' ? undefined : all[key];
    all[key] = before === undefined ? value : [...[before].flat(), value];
  }
  if (body !== undefined) all['content-length'] ??= String(body.byteLength);
  return all;
};

/** Every header line in the order it came, without the pseudo-header `:status`. */
const headerLines = (raw: readonly string[]): Headers => {
  const lines: [string, string][] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = raw[at] ?? '';
    if (!name.startsWith(':')) lines.push([name.toLowerCase(), raw[at + 1] ?? '']);
  }
  return lines;
};

const BREAKS_PROTOCOL = new Set<number>([constants.NGHTTP2_PROTOCOL_ERROR, constants.NGHTTP2_COMPRESSION_ERROR]);

/** By number, as RFC 9113, section 7, has them. */
const CODES = [
  'NO_ERROR',
  'PROTOCOL_ERROR',
  'INTERNAL_ERROR',
  'FLOW_CONTROL_ERROR',
  'SETTINGS_TIMEOUT',
  'STREAM_CLOSED',
  'FRAME_SIZE_ERROR',
  'REFUSED_STREAM',
  'CANCEL',
  'COMPRESSION_ERROR',
  'CONNECT_ERROR',
  'ENHANCE_YOUR_CALM',
  'INADEQUATE_SECURITY',
  'HTTP_1_1_REQUIRED',
];

const codeName = (code: number): string => CODES[code] ?? `code ${String(code)}`;

/** What a stream that ended without its answer tells. */
const streamFailure = (rstCode: number, error: unknown, progress: Progress): HttpFailure => {
  const phase = progress.receiving ? 'receive' : progress.sending ? 'send' : 'wait';
  const detail = { phase, url: progress.url.href, cause: error, sent: true } as const;
  // RFC 9113, section 8.7: a refused stream was not looked at by the target.
  if (rstCode === constants.NGHTTP2_REFUSED_STREAM) {
    const message = 'expected an answer, got a refused stream: the target takes no more requests here';
    return new HttpFailure(message, { ...detail, type: 'connection', sent: false });
  }
  if (BREAKS_PROTOCOL.has(rstCode)) {
    const message = `expected an HTTP/2 answer, got one that breaks the protocol (${codeName(rstCode)})`;
    return new HttpFailure(message, { ...detail, type: 'parse' });
  }
  const isReset = error === undefined || errorCode(error) === 'ERR_HTTP2_STREAM_ERROR';
  if (isReset && rstCode !== constants.NGHTTP2_NO_ERROR) {
    const before = progress.receiving ? 'the rest of the answer' : 'an answer';
    const message = `expected ${before}, got a reset of the stream (${codeName(rstCode)})`;
    return new HttpFailure(message, { ...detail, type: 'connection' });
  }
  return exchangeFailure(error, progress);
};

const isCut = ({ rstCode, aborted }: ClientHttp2Stream): boolean =>
  aborted || (rstCode !== undefined && rstCode !== constants.NGHTTP2_NO_ERROR);

/** One request and its answer on a stream. */
class Exchange {
  readonly #options: H2Options;
  readonly #resolve: (answer: Exchanged) => void;
  readonly #reject: (error: Error) => void;
  readonly #started = performance.now();
  #stream: ClientHttp2Stream | undefined;
  #answered: number | undefined;
  #status = 0;
  #headers: Headers = [];
  #wireBytes = 0;
  #reader: BodyReader | undefined;
  #ended = false;
  #settled = false;

  constructor(options: H2Options, resolve: (answer: Exchanged) => void, reject: (error: Error) => void) {
    this.#options = options;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  begin(): void {
    const { stop, session, hop } = this.#options;
    stop.begin('wait');
    stop.sending(() => this.#isSending());
    stop.listen((reason) => {
      if (this.#isSending()) stop.begin('send');
      this.#fail(reason);
    });
    if (this.#settled) return;
    try {
      const stream = session.request(outgoing(hop), { endStream: hop.body === undefined });
      this.#stream = stream;
      this.#listenTo(stream);
      if (hop.body !== undefined) stream.end(hop.body);
    } catch (error) {
      this.#fail(error);
    }
  }

  #isSending(): boolean {
    return this.#answered === undefined && (this.#stream?.writableLength ?? 0) > 0;
  }

  #listenTo(stream: ClientHttp2Stream): void {
    stream.on('response', (headers, _flags, raw?: readonly string[]) => {
      this.#onHead(stream, Number(headers[':status']), raw ?? []);
    });
    stream.on('data', (chunk: Buffer) => {
      this.#wireBytes += chunk.byteLength;
      if (this.#reader?.write(chunk) === false) stream.pause();
    });
    stream.on('end', () => {
      // A stream that was reset ends as well; its close tells.
      if (this.#answered !== undefined && !isCut(stream)) this.#onEnd(performance.now());
    });
    stream.on('error', (error) => {
      this.#fail(error);
    });
    stream.on('close', () => {
      if (!this.#ended) this.#fail(undefined);
    });
  }

  #onHead(stream: ClientHttp2Stream, status: number, raw: readonly string[]): void {
    const { stop, hop } = this.#options;
    this.#answered = performance.now();
    this.#status = status;
    this.#headers = headerLines(raw);
    stop.begin('receive');
    const encoding = hop.method === 'HEAD' ? '' : (headerValue(this.#headers, 'content-encoding') ?? '');
    const onError = (error: Error): void => {
      this.#fail(error);
    };
    this.#reader = bodyReader(encoding, hop.bodyBytesMax, onError, () => stream.resume());
  }

  #onEnd(ended: number): void {
    this.#ended = true;
    if (this.#reader === undefined) return;
    Promise.resolve(this.#reader.end()).then(
      ({ body, bytes }) => {
        if (this.#settled) return;
        this.#release();
        const answered = this.#answered ?? ended;
        this.#resolve({
          status: this.#status,
          headers: this.#headers,
          body,
          bodyBytes: bytes,
          waitMs: answered - this.#started,
          receiveMs: ended - answered,
        });
      },
      (error: unknown) => {
        this.#fail(error);
      },
    );
  }

  #release(): void {
    this.#settled = true;
    this.#options.stop.listen(undefined);
    this.#options.stop.sending(undefined);
  }

  #fail(error: unknown): void {
    if (this.#settled) return;
    const { stop, hop } = this.#options;
    const progress: Progress = {
      url: hop.url,
      sending: this.#isSending(),
      receiving: this.#answered !== undefined,
      headers: this.#headers,
      wireBytes: this.#wireBytes,
      sent: this.#stream !== undefined,
    };
    this.#release();
    this.#reader?.destroy();
    const stream = this.#stream;
    const failure = stop.reason() ?? streamFailure(stream?.rstCode ?? constants.NGHTTP2_NO_ERROR, error, progress);
    if (stream?.closed === false) stream.close(constants.NGHTTP2_CANCEL);
    this.#reject(failure);
  }
}

/**
 * Sends one request over HTTP/2 and reads the answer. The connection stays of use when the request fails, unless it failed itself.
 *
 * @throws HttpFailure by phase; the reason of the stop
 */
export const h2Exchange = (options: H2Options): Promise<Exchanged> =>
  new Promise((resolve, reject) => {
    new Exchange(options, resolve, reject).begin();
  });
