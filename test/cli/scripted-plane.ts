import { createServer, type IncomingHttpHeaders } from 'node:http';

export interface Seen {
  readonly method: string;
  /** With the query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Scripted {
  readonly status?: number;
  readonly json?: unknown;
  readonly text?: string;
  readonly bytes?: Uint8Array;
  readonly headers?: { readonly [name: string]: string };
  /** Ends the connection instead of answering; after so many bytes of `bytes` where that is given. */
  readonly cut?: boolean | number;
}

type Reply = Scripted | ((seen: Seen) => Scripted | Promise<Scripted>);

export interface ScriptedPlane {
  readonly url: string;
  /** Every call, in order. */
  readonly seen: Seen[];
  /**
   * Answers to `METHOD /path` (without query): one after the other, the last one for ever. A path that is not scripted answers 404 like an
   * unknown route of the plane.
   */
  on(route: string, ...replies: readonly Reply[]): void;
  calls(route: string): Seen[];
  close(): Promise<void>;
}

export const startPlane = async (): Promise<ScriptedPlane> => {
  const routes = new Map<string, { replies: readonly Reply[]; used: number }>();
  const seen: Seen[] = [];
  const routeOf = (one: Pick<Seen, 'method' | 'url'>): string => `${one.method} ${one.url.split('?')[0] ?? ''}`;
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      const call: Seen = {
        method: request.method ?? '',
        url: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString('utf8'),
      };
      seen.push(call);
      const route = routes.get(routeOf(call));
      const reply = route?.replies[Math.min(route.used, route.replies.length - 1)];
      if (route !== undefined) route.used += 1;
      const answer: Scripted =
        reply === undefined
          ? {
              status: 404,
              json: {
                type: 'urn:assay:problem:route-not-found',
                title: 'No such route',
                status: 404,
                detail: `${call.method} ${call.url}`,
                instance: call.url,
                code: 'route-not-found',
              },
            }
          : typeof reply === 'function'
            ? await reply(call)
            : reply;
      if (answer.cut === true) {
        response.destroy();
        return;
      }
      const { status = 200, json, text, bytes, headers } = answer;
      const body = bytes ?? (json === undefined ? (text ?? '') : JSON.stringify(json));
      const type = json === undefined ? 'text/plain' : status >= 400 ? 'application/problem+json' : 'application/json';
      response.writeHead(status, {
        'content-type': type,
        ...(status === 304 || status === 204 ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
        ...headers,
      });
      if (typeof answer.cut === 'number' && bytes !== undefined) {
        response.write(bytes.subarray(0, answer.cut), () => {
          response.destroy();
        });
        return;
      }
      response.end(status === 304 || status === 204 ? undefined : body);
    })();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    seen,
    on: (route, ...replies) => {
      routes.set(route, { replies, used: 0 });
    },
    calls: (route) => seen.filter((one) => routeOf(one) === route),
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
};

export const problem = (status: number, code: string, title: string, detail: string, extra: object = {}): Scripted => ({
  status,
  json: { type: `urn:assay:problem:${code}`, title, status, detail, instance: '/somewhere', code, ...extra },
  headers: { 'x-amzn-requestid': 'request-1' },
});
