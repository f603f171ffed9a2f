import type { Dispatcher } from 'undici';
import type { HttpRequest } from '#ports/http';
import { BodyError, bodyReader } from '#engines/http/body-reader';
import type { BodyReader } from '#engines/http/body-reader';
import type { Connection } from '#engines/http/connection';
import { HttpFailure, errorCode, errorText } from '#engines/http/http-failure';
import type { HttpPhase } from '#engines/http/http-failure';

export interface Exchanged {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
  readonly bodyBytes: number;
  readonly waitMs: number;
  readonly receiveMs: number;
}

export interface ExchangeOptions {
  readonly request: Pick<HttpRequest, 'method' | 'headers' | 'body' | 'bodyBytesMax'>;
  readonly url: URL;
  readonly connection: Connection;
  readonly signal: AbortSignal;
  readonly onPhase: (phase: HttpPhase) => void;
}

type Headers = readonly (readonly [string, string])[];

const text = (value: unknown): string => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value));

/** Every header line in the order it came, names in lower case. */
const headerLines = (
  controller: Dispatcher.DispatchController,
  parsed: { readonly [name: string]: unknown },
): Headers => {
  const raw = controller.rawHeaders;
  if (!Array.isArray(raw)) {
    return Object.entries(parsed).flatMap(([name, value]) =>
      [value].flat().map((item): [string, string] => [name.toLowerCase(), text(item)]),
    );
  }
  return Array.from(
    { length: Math.floor(raw.length / 2) },
    (_, at) => [text(raw[at * 2]).toLowerCase(), text(raw[at * 2 + 1])] as const,
  );
};

export const headerValue = (headers: Headers, name: string): string | undefined => {
  const values = headers.filter(([key]) => key === name.toLowerCase()).map(([, value]) => value);
  return values.length === 0 ? undefined : values.join(', ');
};

/** The request is still in our buffers, or the target has it and is silent. */
const beforeAnswer = (connection: Connection): HttpPhase => (connection.socket.writableLength > 0 ? 'send' : 'wait');

interface Exchange {
  started: number;
  answered: number | undefined;
  status: number;
  headers: Headers;
  wireBytes: number;
  reader: BodyReader | undefined;
}

/** The parser's errors have a code only where llhttp gives one. */
const isNotHttp = (error: unknown, code: string): boolean =>
  code.startsWith('HPE_') ||
  code === 'UND_ERR_HEADERS_OVERFLOW' ||
  (error as { name?: string } | null)?.name === 'HTTPParserError';

const describeFailure = (error: unknown, state: Exchange, { url, connection }: ExchangeOptions): HttpFailure => {
  const code = errorCode(error);
  const receiving = state.answered !== undefined;
  const phase: HttpPhase = receiving ? 'receive' : beforeAnswer(connection);
  const detail = { phase, url: url.href, cause: error, sent: true } as const;
  if (error instanceof BodyError) return new HttpFailure(error.message, { ...detail, type: 'parse' });
  const length = headerValue(state.headers, 'content-length');
  if (
    receiving &&
    length !== undefined &&
    ['UND_ERR_SOCKET', 'ECONNRESET', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH'].includes(code)
  ) {
    const message = `expected ${length} bytes of body as Content-Length says, got ${String(state.wireBytes)} and then the end of the connection`;
    return new HttpFailure(message, { ...detail, type: 'connection' });
  }
  if (isNotHttp(error, code)) {
    return new HttpFailure(`expected an HTTP answer, got bytes that are none: ${errorText(error)}`, {
      ...detail,
      type: 'parse',
    });
  }
  if (code === 'UND_ERR_INVALID_ARG' || code === 'UND_ERR_REQ_CONTENT_LENGTH_MISMATCH') {
    return new HttpFailure(`expected a request that can be sent, got: ${errorText(error)}`, {
      ...detail,
      type: 'setup',
      sent: false,
    });
  }
  const what = code === 'ECONNRESET' ? 'a reset of the connection' : 'the end of the connection';
  const before = receiving ? `the rest of the answer (${String(state.wireBytes)} bytes came)` : 'an answer';
  return new HttpFailure(`expected ${before}, got ${what}`, { ...detail, type: 'connection' });
};

const flatHeaders = (headers: Headers): string[] => headers.flatMap(([name, value]) => [name, value]);

/**
 * Sends one request on one connection and reads the answer.
 *
 * @throws HttpFailure by phase; the signal's reason when it was aborted. The connection is of no use afterwards
 */
export const exchange = (options: ExchangeOptions): Promise<Exchanged> =>
  new Promise((resolve, reject) => {
    const state: Exchange = {
      started: performance.now(),
      answered: undefined,
      status: 0,
      headers: [],
      wireBytes: 0,
      reader: undefined,
    };
    let control: Dispatcher.DispatchController | undefined;
    const abort = (reason: unknown): void => {
      if (control === undefined) fail(reason);
      else control.abort(reason as Error);
    };
    const onAbort = (): void => {
      if (state.answered === undefined) options.onPhase(beforeAnswer(options.connection));
      abort(options.signal.reason);
    };
    const fail = (error: unknown): void => {
      options.signal.removeEventListener('abort', onAbort);
      state.reader?.destroy();
      reject(options.signal.aborted ? (options.signal.reason as Error) : describeFailure(error, state, options));
    };
    const finish = async (reader: BodyReader | undefined): Promise<void> => {
      const ended = performance.now();
      const { body, bytes } = (await reader?.end()) ?? { body: new Uint8Array(), bytes: 0 };
      options.signal.removeEventListener('abort', onAbort);
      const answered = state.answered ?? ended;
      const { status, headers } = state;
      resolve({
        status,
        headers,
        body,
        bodyBytes: bytes,
        waitMs: answered - state.started,
        receiveMs: ended - answered,
      });
    };
    options.signal.addEventListener('abort', onAbort, { once: true });
    options.onPhase('wait');
    dispatch(
      options,
      handlerFor(options, state, { abort, fail, finish, onStart: (controller) => (control = controller) }),
      fail,
    );
  });

interface Outcomes {
  readonly abort: (reason: unknown) => void;
  readonly fail: (error: unknown) => void;
  readonly finish: (reader: BodyReader | undefined) => Promise<void>;
  readonly onStart: (controller: Dispatcher.DispatchController) => void;
}

const handlerFor = (options: ExchangeOptions, state: Exchange, outcomes: Outcomes): Dispatcher.DispatchHandler => ({
  onRequestStart: (controller) => {
    outcomes.onStart(controller);
    if (options.signal.aborted) outcomes.abort(options.signal.reason);
  },
  onResponseStart: (controller, status, headers) => {
    // Interim answers (103 Early Hints) come before the one that counts.
    if (status < 200) return;
    state.answered = performance.now();
    state.status = status;
    state.headers = headerLines(controller, headers);
    options.onPhase('receive');
    const encoding = options.request.method === 'HEAD' ? '' : (headerValue(state.headers, 'content-encoding') ?? '');
    const resume = (): void => {
      controller.resume();
    };
    state.reader = bodyReader(encoding, options.request.bodyBytesMax, outcomes.abort, resume);
  },
  onResponseData: (controller, chunk) => {
    state.wireBytes += chunk.byteLength;
    if (state.reader?.write(chunk) === false) controller.pause();
  },
  onResponseEnd: () => {
    outcomes.finish(state.reader).catch(outcomes.fail);
  },
  onResponseError: (_controller, error) => {
    outcomes.fail(error);
  },
  onRequestUpgrade: (_controller, status) => {
    outcomes.abort(new BodyError(`expected an HTTP answer, got a change of protocol (${String(status)})`));
  },
});

const dispatch = (
  { request, url, connection }: ExchangeOptions,
  handler: Dispatcher.DispatchHandler,
  fail: (error: unknown) => void,
): void => {
  try {
    connection.client.dispatch(
      {
        method: request.method,
        path: `${url.pathname}${url.search}`,
        headers: flatHeaders(request.headers),
        body: request.body === undefined ? null : Buffer.from(request.body),
      },
      handler,
    );
  } catch (error) {
    fail(error);
  }
};
