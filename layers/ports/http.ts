import type { HttpVersionChoice } from '#core/environment';

/** Cookies between requests. One jar belongs to one user of the API, such as one flow row. */
export interface CookieJar {
  /** Value of the Cookie header for this URL; undefined when no cookie goes there. */
  headerFor(url: URL): string | undefined;
  /** Keeps what the Set-Cookie lines of an answer from this URL say; lines that RFC 6265 tells to ignore are ignored. */
  store(url: URL, setCookieLines: readonly string[]): void;
}

/** Phases of a request that can have a time of their own. */
export type TimedPhase = 'resolve' | 'connect' | 'tls' | 'wait' | 'receive';

export type HttpVersion = '1.1' | '2';

export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body?: Uint8Array;
  /** Milliseconds for the whole request, redirects included. */
  readonly timeoutMs: number;
  /** Milliseconds for single phases, of each hop; `connect` holds the way through a proxy, `wait` begins when the request is out. */
  readonly timeoutsMs?: { readonly [phase in TimedPhase]?: number };
  /** The client's own choice when absent. */
  readonly http?: HttpVersionChoice;
  /** Its cookies are sent with each hop after those of the `cookie` header, and each hop's answer is kept in it. */
  readonly cookies?: CookieJar;
  readonly followRedirects: boolean;
  /** Bodies beyond this are cut off and marked truncated. */
  readonly bodyBytesMax: number;
  /**
   * Set when the request carries secrets: for each one the hosts (`host` or `host:port`) that may receive it. A host that is not on all
   * lists, also one that a redirect leads to, is refused before anything is sent to it.
   */
  readonly secretHosts?: readonly (readonly string[])[];
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
  /** Bytes that came, also those beyond bodyBytesMax. */
  readonly bodyBytes: number;
  readonly truncated: boolean;
  readonly url: string;
  readonly redirects: readonly string[];
  /** What client and server spoke. */
  readonly httpVersion?: HttpVersion;
  /** Headers of the last hop as they were sent: those of the request, with cookies of the jar, without what a redirect took away. */
  readonly requestHeaders?: readonly (readonly [string, string])[];
  readonly timingsMs: {
    readonly dns: number | null;
    readonly connect: number | null;
    readonly tls: number | null;
    readonly wait: number;
    readonly receive: number;
    readonly total: number;
  };
}

/**
 * Sends one request to an allowed target. No retries here. Rejects with HttpFailure (engines/http/http-failure.ts), which tells a
 * refused target from a timeout in each phase, a reset, a bad certificate and an unreadable answer.
 */
export interface HttpClient {
  send(request: HttpRequest, signal?: AbortSignal): Promise<HttpResponse>;
  close(): Promise<void>;
}
