import type { HttpClient, HttpRequest, HttpResponse } from '#ports/http';

export interface Reply {
  readonly status?: number;
  readonly headers?: readonly (readonly [string, string])[];
  readonly json?: unknown;
  readonly text?: string;
  /** Rejects with this instead. */
  readonly error?: Error;
  /** Answers when this is done; a stop ends the wait. */
  readonly after?: Promise<void>;
}

export interface ScriptedHttp extends HttpClient {
  readonly requests: readonly HttpRequest[];
  /** Most requests that were in flight at once. */
  readonly atOnce: () => number;
}

/** An HttpClient whose answers a test writes: `reply` sees the request and how many of its kind came before. */
export const scriptedHttp = (reply: (request: HttpRequest, url: URL, before: number) => Reply): ScriptedHttp => {
  const requests: HttpRequest[] = [];
  const seen = new Map<string, number>();
  let running = 0;
  let most = 0;
  const respond = (request: HttpRequest, { status = 200, headers, json, text }: Reply): HttpResponse => {
    const body = Buffer.from(text ?? (json === undefined ? '' : JSON.stringify(json)));
    const type = [['content-type', 'application/json']] as const;
    const timingsMs = { dns: null, connect: null, tls: null, wait: 2, receive: 1, total: 3 };
    return {
      status,
      headers: headers ?? type,
      body,
      bodyBytes: body.byteLength,
      truncated: false,
      url: request.url,
      redirects: [],
      timingsMs,
    };
  };
  return {
    requests,
    atOnce: () => most,
    close: () => Promise.resolve(),
    send: async (request, signal) => {
      const url = new URL(request.url);
      const kind = `${request.method} ${request.url}`;
      const before = seen.get(kind) ?? 0;
      seen.set(kind, before + 1);
      requests.push(request);
      running += 1;
      most = Math.max(most, running);
      try {
        const answer = reply(request, url, before);
        await Promise.race([
          answer.after ?? Promise.resolve(),
          new Promise((_resolve, reject) =>
            signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true }),
          ),
        ]);
        if (answer.error !== undefined) throw answer.error;
        return respond(request, answer);
      } finally {
        running -= 1;
      }
    },
  };
};
