import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';

export interface Hit {
  readonly method: string;
  readonly path: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export type Answerer = (hit: Hit, response: ServerResponse) => void | Promise<void>;

/** A scripted API under test. */
export interface Target extends AsyncDisposable {
  readonly url: string;
  readonly host: string;
  /** Requests so far, health probes left out. */
  readonly hits: readonly Hit[];
  /** What paths answer; others answer 404. */
  readonly routes: Map<string, Answerer>;
}

export const json =
  (body: unknown, status = 200): Answerer =>
  (_hit, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };

/** Answers nothing until released, or ever. */
export const held = (): { readonly answer: Answerer; readonly arrived: Promise<void>; release(): void } => {
  let release = (): void => undefined;
  let arrive = (): void => undefined;
  const open = new Promise<void>((resolve) => (release = resolve));
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  return {
    arrived,
    release: () => release(),
    answer: async (hit, response) => {
      arrive();
      await open;
      await json({ ok: true })(hit, response);
    },
  };
};

const textOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};

/** Starts a target on a free port of the loopback interface; /healthz answers 200 unless told otherwise. */
export const startTarget = async (): Promise<Target> => {
  const hits: Hit[] = [];
  const routes = new Map<string, Answerer>([['/healthz', json({ status: 'ok' })]]);
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = new URL(request.url ?? '/', 'http://target.invalid').pathname;
    const hit = {
      method: request.method ?? '',
      path,
      url: request.url ?? '/',
      headers: request.headers,
      body: await textOf(request),
    };
    if (path !== '/healthz') hits.push(hit);
    await (routes.get(path) ?? json({ message: 'not here' }, 404))(hit, response);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const host = `127.0.0.1:${String(typeof address === 'object' && address !== null ? address.port : 0)}`;
  return {
    url: `http://${host}`,
    host,
    hits,
    routes,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
