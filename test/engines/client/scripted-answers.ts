import { HttpFailure } from '#engines/http/http-failure';
import type { HttpFailureDetail } from '#engines/http/http-failure';
import type { Clock } from '#ports/clock';
import type { HttpClient, HttpRequest, HttpResponse } from '#ports/http';

export const URL_OF_API = 'https://api.test/orders/7';

export const request = (method = 'GET', url = URL_OF_API): HttpRequest => ({
  method,
  url,
  headers: [],
  timeoutMs: 10_000,
  followRedirects: false,
  bodyBytesMax: 1000,
});

export const response = (status: number, headers: readonly (readonly [string, string])[] = []): HttpResponse => ({
  status,
  headers,
  body: new Uint8Array(),
  bodyBytes: 0,
  truncated: false,
  url: URL_OF_API,
  redirects: [],
  timingsMs: { dns: null, connect: null, tls: null, wait: 0, receive: 0, total: 0 },
});

export const failure = (detail: Partial<HttpFailureDetail> = {}): HttpFailure =>
  new HttpFailure('expected an answer, got a reset', {
    type: 'connection',
    phase: 'wait',
    url: URL_OF_API,
    sent: true,
    ...detail,
  });

export interface Answering {
  readonly answer: number | HttpResponse | HttpFailure;
  readonly afterMs?: number;
}

export interface AnsweringClient extends HttpClient {
  /** When each request was sent, with its address. */
  readonly sent: readonly { readonly atMs: number; readonly url: string }[];
  readonly atOnceMax: () => number;
}

/** Answers as a script says, by the number of the send from 0, taking its time on the given clock. */
export const answering = (
  clock: Clock,
  script: (send: number, request: HttpRequest) => Answering | Answering['answer'],
): AnsweringClient => {
  const sent: { atMs: number; url: string }[] = [];
  let open = 0;
  let most = 0;
  return {
    sent,
    atOnceMax: () => most,
    send: async (asked, signal) => {
      const said = script(sent.length, asked);
      const { answer, afterMs = 0 } = typeof said === 'object' && 'answer' in said ? said : { answer: said };
      sent.push({ atMs: clock.nowMs(), url: asked.url });
      open += 1;
      most = Math.max(most, open);
      try {
        if (afterMs > 0) await clock.sleep(afterMs, signal);
      } finally {
        open -= 1;
      }
      if (answer instanceof HttpFailure) throw answer;
      return typeof answer === 'number' ? response(answer) : answer;
    },
    close: () => Promise.resolve(),
  };
};
