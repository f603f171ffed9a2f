/** HTTP/2 against a real node:http2 server on loopback; who spoke what is told by the server. */
import { afterEach, describe, expect, test } from '@jest/globals';
import type { HttpClient } from '#ports/http';
import { certificateAuthority } from './certificates.ts';
import { clientFor, closeAll, closeLater, failureOf, requestFor, textOf } from './client-world.ts';
import { http2Server } from './http2-server.ts';
import type { Http2Scripted } from './http2-server.ts';

const authority = certificateAuthority();
const certified = authority.issue('127.0.0.1', 'server');

afterEach(closeAll);

type ServerOptions = Parameters<typeof http2Server>[0];
interface World {
  readonly server: Http2Scripted;
  readonly client: HttpClient;
  readonly ask: (path: string, more?: Parameters<typeof requestFor>[1]) => ReturnType<HttpClient['send']>;
}

const world = async (options: ServerOptions = { certified }): Promise<World> => {
  const server = await http2Server(options);
  closeLater(() => server.close());
  const client = clientFor([`127.0.0.1:${String(server.port)}`], { ca: [authority.certificate] });
  return { server, client, ask: (path, more) => client.send(requestFor(`${server.origin}${path}`, more)) };
};

describe('HTTP/2', () => {
  test('is spoken where the target offers it, and the response says so', async () => {
    const { server, ask } = await world({ certified, allowHTTP1: true });

    const response = await ask('/ok', { headers: [['X-Mine', 'yes']] });

    expect([response.status, response.httpVersion, textOf(response.body)]).toEqual([200, '2', '{"total":12}']);
    expect(response.headers.filter(([name]) => name === 'set-cookie')).toEqual([
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
    ]);
    expect(response.timingsMs.tls).toBeGreaterThan(0);
    expect(server.seen[0]).toMatchObject({ version: '2', headers: { 'x-mine': 'yes', ':scheme': 'https' } });
  });

  test('carries fifty concurrent requests on one connection', async () => {
    const { server, ask } = await world();
    server.together(50);

    const responses = await Promise.all(Array.from({ length: 50 }, () => ask('/together')));

    expect(responses.filter(({ status }) => status === 200)).toHaveLength(50);
    expect([server.connections(), server.streamsMax()]).toEqual([1, 50]);
  });

  test('takes another connection when the target allows no more streams', async () => {
    const { server, ask } = await world({ certified, maxConcurrentStreams: 2 });
    await ask('/ok');
    server.together(4);

    await Promise.all(Array.from({ length: 4 }, () => ask('/together')));

    expect(server.connections()).toBe(2);
  });

  test('is not spoken where a request says 1.1', async () => {
    const { server, ask } = await world({ certified, allowHTTP1: true });

    const response = await ask('/ok', { http: '1.1' });

    expect([response.httpVersion, server.seen[0]?.version]).toEqual(['1.1', '1.1']);
  });

  test('without TLS is spoken by prior knowledge and only when asked for', async () => {
    const { ask } = await world({});

    const response = await ask('/ok', { http: '2' });
    const failure = await failureOf(ask('/ok'));

    expect([response.httpVersion, textOf(response.body)]).toEqual(['2', '{"total":12}']);
    expect(failure.type).toBe('parse');
  });

  test('carries a body, its length, and an answer of 5 MB', async () => {
    const { server, ask } = await world();
    const body = Buffer.alloc(3 * 1024 * 1024, 65);

    const echoed = await ask('/echo', { method: 'POST', body, bodyBytesMax: 10 });
    const large = await ask('/large', { bodyBytesMax: 1000 });

    expect([echoed.bodyBytes, textOf(echoed.body)]).toEqual([3 * 1024 * 1024, 'AAAAAAAAAA']);
    expect(server.seen[0]?.headers['content-length']).toBe('3145728');
    expect([large.bodyBytes, large.body.byteLength, large.truncated]).toEqual([5 * 1024 * 1024, 1000, true]);
  });

  test('is decompressed, follows redirects, and skips interim answers', async () => {
    const { ask } = await world();

    expect(textOf((await ask('/gzip')).body)).toBe('{"total":12}');
    expect((await ask('/to-ok', { followRedirects: true })).url).toMatch(/\/ok$/u);
    expect(textOf((await ask('/early-hints')).body)).toBe('done');
    expect((await ask('/ok', { method: 'HEAD' })).bodyBytes).toBe(0);
  });

  test('leaves out headers that belong to a connection, and the host header names the authority', async () => {
    const { server, ask } = await world();

    await ask('/ok', {
      headers: [
        ['Connection', 'keep-alive'],
        ['Transfer-Encoding', 'chunked'],
        ['Host', 'other.test'],
      ],
    });

    expect(server.seen[0]?.headers[':authority']).toBe('other.test');
    expect(server.seen[0]?.headers).not.toHaveProperty('connection');
  });

  test('a connection that the target winds up is not used again', async () => {
    const { server, ask } = await world();

    await ask('/go-away');
    const next = await ask('/ok');

    expect([next.status, server.connections()]).toEqual([200, 2]);
  });
});

describe('an HTTP/2 failure', () => {
  test.each([
    ['/silent', 'wait'],
    ['/half-body', 'receive'],
  ])(
    'of a stream that stalls (%s) is a timeout in phase %s and leaves the connection to others',
    async (path, phase) => {
      const { server, ask } = await world();
      await ask('/ok');

      const failure = await failureOf(ask(path, { timeoutMs: 100 }));
      const next = await ask('/ok');

      expect([failure.type, failure.phase, failure.sent]).toEqual(['timeout', phase, true]);
      expect([next.status, server.connections()]).toEqual([200, 1]);
    },
  );

  test.each([
    ['/refused', 'connection', 'wait', false, 'a refused stream'],
    ['/reset', 'connection', 'wait', true, '(INTERNAL_ERROR)'],
    ['/reset-in-body', 'connection', 'receive', true, 'the rest of the answer'],
    ['/gone', 'connection', 'wait', true, 'expected an answer'],
    ['/gone-in-body', 'connection', 'receive', true, 'the rest of the answer'],
    ['/gzip-broken', 'parse', 'receive', true, 'bytes that do not decode'],
  ])('of %s is of type %s in phase %s, sent %s', async (path, type, phase, sent, words) => {
    const { ask } = await world();

    const failure = await failureOf(ask(path, { method: 'POST', body: Buffer.from('{}') }));

    expect([failure.type, failure.phase, failure.sent]).toEqual([type, phase, sent]);
    expect(failure.message).toContain(words);
  });

  test('of a request with a header that cannot be sent is one of setup', async () => {
    const { ask } = await world();

    const failure = await failureOf(
      ask('/ok', {
        headers: [
          ['content-type', 'a/b'],
          ['content-type', 'c/d'],
        ],
      }),
    );

    expect([failure.type, failure.sent]).toEqual(['setup', false]);
  });

  test('of a target without HTTP/2 says what it offered when 2 was asked for', async () => {
    const { ask } = await world({ certified, allowHTTP1: true });
    const { createServer } = await import('node:https');
    const old = createServer({ cert: certified.certificate, key: certified.key });
    await new Promise<void>((resolve) => old.listen(0, '127.0.0.1', resolve));
    closeLater(() => new Promise((resolve) => old.close(resolve)));
    const { port } = old.address() as { readonly port: number };

    const failure = await failureOf(
      clientFor([`127.0.0.1:${String(port)}`], { ca: [authority.certificate] }).send(
        requestFor(`https://127.0.0.1:${String(port)}/`, { http: '2' }),
      ),
    );

    expect((await ask('/ok', { http: '2' })).httpVersion).toBe('2');
    expect([failure.type, failure.phase]).toEqual(['tls', 'tls']);
  });

  test('of a name that leads to an address that may not be tested is a refused target', async () => {
    const server = await http2Server({ certified });
    closeLater(() => server.close());
    const client = clientFor([`api.test:${String(server.port)}`], { resolve: () => Promise.resolve(['10.0.0.7']) });

    const failure = await failureOf(
      client.send(requestFor(`https://api.test:${String(server.port)}/ok`, { http: '2' })),
    );

    expect([failure.type, server.connections()]).toEqual(['refused_target', 0]);
  });

  test('of a stopped run rejects with the reason of the stop at once', async () => {
    const { client, server } = await world();
    const stop = new AbortController();

    const sending = client.send(requestFor(`${server.origin}/silent`), stop.signal);
    setImmediate(() => {
      stop.abort(new Error('cancelled'));
    });

    await expect(sending).rejects.toThrow('cancelled');
  });
});
