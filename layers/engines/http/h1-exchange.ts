import type { Socket } from 'node:net';
import type { Client, Dispatcher } from 'undici';
import { BodyError, bodyReader } from '#engines/http/body-reader';
import type { BodyReader } from '#engines/http/body-reader';
import { headerValue } from '#engines/http/connection';
import type { Exchanged, Headers, Hop } from '#engines/http/connection';
import type { Dialled } from '#engines/http/dial';
import { exchangeFailure } from '#engines/http/exchange-failure';
import type { RequestStop } from '#engines/http/request-stop';

export interface H1Options {
  readonly hop: Hop;
  readonly stop: RequestStop;
  readonly client: Client;
  readonly socket: Socket;
  readonly proxied: Dialled['proxied'];
  /** What TLS said before it ended the connection. */
  readonly alert: () => Error | undefined;
  /** Ends the connection after a failure, before that is told. */
  readonly close: () => Promise<void>;
}

const text = (value: unknown): string => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value));

/** Names as undici has them in its own object, which are in the order they came: each there once, and none that looks like a number. */
const namesIn = (parsed: { readonly [name: string]: unknown }, count: number): readonly string[] | undefined => {
  const names = Object.keys(parsed);
  return names.length === count && !/^\d/u.test(names[0] ?? '') ? names : undefined;
};

/** Every header line in the order it came, names in lower case. */
const headerLines = (
  controller: Dispatcher.DispatchController,
  parsed: { readonly [name: string]: unknown },
): Headers => {
  const raw = controller.rawHeaders;
  const lines: [string, string][] = [];
  const names = Array.isArray(raw) ? namesIn(parsed, raw.length / 2) : undefined;
  if (names !== undefined) {
    for (const name of names) lines.push([name, text(parsed[name])]);
    return lines;
  }
  if (Array.isArray(raw)) {
    for (let at = 0; at + 1 < raw.length; at += 2) lines.push([text(raw[at]).toLowerCase(), text(raw[at + 1])]);
    return lines;
  }
  for (const [name, value] of Object.entries(parsed))
    for (const item of [value].flat()) lines.push([name.toLowerCase(), text(item)]);
  return lines;
};

const flatHeaders = (headers: Headers, proxied: Dialled['proxied']): string[] => {
  const flat: string[] = [];
  for (const [name, value] of headers) flat.push(name, value);
  if (proxied?.authorization !== undefined) flat.push('proxy-authorization', proxied.authorization);
  return flat;
};

const NO_BODY = new Uint8Array();

/** One request and its answer. A class, because undici wants an object with methods and there is one for each request. */
class Exchange implements Dispatcher.DispatchHandler {
  readonly #options: H1Options;
  readonly #resolve: (answer: Exchanged) => void;
  readonly #reject: (error: Error) => void;
  readonly #started = performance.now();
  readonly #writtenBefore: number;
  #control: Dispatcher.DispatchController | undefined;
  #answered: number | undefined;
  #status = 0;
  #headers: Headers = [];
  #wireBytes = 0;
  #reader: BodyReader | undefined;

  constructor(options: H1Options, resolve: (answer: Exchanged) => void, reject: (error: Error) => void) {
    this.#options = options;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#writtenBefore = options.socket.bytesWritten;
  }

  begin(): void {
    const { stop, socket } = this.#options;
    stop.begin('wait');
    stop.sending(() => socket.writableLength > 0);
    stop.listen((reason) => {
      if (this.#answered === undefined && socket.writableLength > 0) stop.begin('send');
      this.abort(reason);
    });
  }

  abort(reason: Error): void {
    if (this.#control === undefined) this.fail(reason);
    else this.#control.abort(reason);
  }

  fail(error: unknown): void {
    const { stop, hop, socket, alert, close } = this.#options;
    this.#release();
    this.#reader?.destroy();
    const sending = socket.writableLength > 0;
    const reason =
      stop.reason() ??
      exchangeFailure(alert() ?? error, {
        url: hop.url,
        sending,
        receiving: this.#answered !== undefined,
        headers: this.#headers,
        wireBytes: this.#wireBytes,
        sent: sending || socket.bytesWritten > this.#writtenBefore,
      });
    const reject = (): void => {
      this.#reject(reason);
    };
    close().then(reject, reject);
  }

  #release(): void {
    this.#options.stop.listen(undefined);
    this.#options.stop.sending(undefined);
  }

  #finish(ended: number, body: Uint8Array, bodyBytes: number): void {
    this.#release();
    const answered = this.#answered ?? ended;
    this.#resolve({
      status: this.#status,
      headers: this.#headers,
      body,
      bodyBytes,
      waitMs: answered - this.#started,
      receiveMs: ended - answered,
    });
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#control = controller;
    const reason = this.#options.stop.reason();
    if (reason !== undefined) controller.abort(reason);
  }

  onResponseStart(
    controller: Dispatcher.DispatchController,
    status: number,
    parsed: { readonly [name: string]: unknown },
  ): void {
    // Interim answers (103 Early Hints) come before the one that counts.
    if (status < 200) return;
    this.#answered = performance.now();
    this.#status = status;
    this.#headers = headerLines(controller, parsed);
    const { stop, hop } = this.#options;
    stop.begin('receive');
    const encoding = hop.method === 'HEAD' ? '' : (headerValue(this.#headers, 'content-encoding') ?? '');
    const onError = (error: BodyError): void => {
      this.abort(error);
    };
    this.#reader = bodyReader(encoding, hop.bodyBytesMax, onError, () => {
      controller.resume();
    });
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#wireBytes += chunk.byteLength;
    if (this.#reader?.write(chunk) === false) controller.pause();
  }

  onResponseEnd(): void {
    const ended = performance.now();
    if (this.#reader === undefined) {
      this.#finish(ended, NO_BODY, 0);
      return;
    }
    const read = this.#reader.end();
    if (!(read instanceof Promise)) {
      this.#finish(ended, read.body, read.bytes);
      return;
    }
    read.then(
      ({ body, bytes }) => {
        this.#finish(ended, body, bytes);
      },
      (error: unknown) => {
        this.fail(error);
      },
    );
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.fail(error);
  }

  onRequestUpgrade(_controller: Dispatcher.DispatchController, status: number): void {
    this.abort(new BodyError(`expected an HTTP answer, got a change of protocol (${String(status)})`));
  }
}

const bytesOf = (body: Uint8Array | undefined): Buffer | null =>
  body === undefined ? null : Buffer.from(body.buffer, body.byteOffset, body.byteLength);

/**
 * Sends one request over HTTP/1.1 and reads the answer; to a proxy the whole address is sent (RFC 9112, section 3.2.2).
 *
 * @throws HttpFailure by phase; the reason of the stop. The connection is of no use afterwards
 */
export const h1Exchange = (options: H1Options): Promise<Exchanged> =>
  new Promise((resolve, reject) => {
    const { hop, client, proxied, stop } = options;
    const exchange = new Exchange(options, resolve, reject);
    exchange.begin();
    if (stop.reason() !== undefined) return;
    const path = `${hop.url.pathname}${hop.url.search}`;
    try {
      client.dispatch(
        {
          method: hop.method,
          path: proxied === undefined ? path : `${hop.url.origin}${path}`,
          headers: flatHeaders(hop.headers, proxied),
          body: bytesOf(hop.body),
        },
        exchange,
      );
    } catch (error) {
      exchange.fail(error);
    }
  });
