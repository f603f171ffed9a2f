export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body?: Uint8Array;
  readonly timeoutMs: number;
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
