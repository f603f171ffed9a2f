import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Hit {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
}

export type Answerer = (response: ServerResponse) => void | Promise<void>;

/** A scripted API under test on the loopback interface. */
export interface Target extends AsyncDisposable {
  readonly url: string;
  /** Requests so far, those for /healthz left out. */
  readonly hits: readonly Hit[];
  /** What paths answer; others answer 404, /healthz 200. */
  readonly routes: Map<string, Answerer>;
}

export const json =
  (body: unknown, status = 200): Answerer =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };

export interface Hold {
  readonly answer: Answerer;
  /** Resolves when the first request is there. */
  readonly arrived: Promise<void>;
  /** Lets all requests be answered, those to come as well. */
  readonly release: () => void;
}

/** Answers nothing until released. */
export const held = (): Hold => {
  const here = Promise.withResolvers<void>();
  const open = Promise.withResolvers<void>();
  return {
    arrived: here.promise,
    release: () => open.resolve(),
    answer: async (response) => {
      here.resolve();
      await open.promise;
      await json({ ok: true })(response);
    },
  };
};

const listen = async (answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>) => {
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  // A fault that is given up leaves its target: that must not keep the program alive.
  return server.unref();
};

/** Starts a target whose `paths` answer 200 with a JSON object. */
export const startTarget = async (paths: readonly string[] = []): Promise<Target> => {
  const hits: Hit[] = [];
  const routes = new Map<string, Answerer>([['/healthz', json({ status: 'ok' })]]);
  for (const path of paths) routes.set(path, json({ ok: true }));
  const server = await listen(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://target.invalid').pathname;
    request.resume();
    if (path !== '/healthz') hits.push({ path, headers: request.headers });
    await (routes.get(path) ?? json({ message: 'not here' }, 404))(response);
  });
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    hits,
    routes,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
