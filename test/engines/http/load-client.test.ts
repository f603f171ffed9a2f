/** The client of loads meets a server on loopback that misbehaves in one way per path. It must keep the guard of the other client. */
import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { parseCidr } from '#core/address-policy';
import { loadClient } from '#engines/http/load-client';
import type { LoadClientOptions } from '#engines/http/load-client';
import type { LoadFailure, LoadTransport, PreparedRequest } from '#ports/load-transport';

const OK = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\nx-a: 1\r\n\r\nok';
const sockets = new Set<Socket>();
/** What the server got, by connection. */
const requests: string[] = [];
let connections = 0;
let dropped = 0;
let server: Server;

const answer = (socket: Socket, path: string): void => {
  if (path.startsWith('/silent')) return;
  if (path === '/reset') socket.destroy();
  else if (path === '/drop-once' && dropped === 0) {
    dropped += 1;
    socket.destroy();
  } else if (path === '/half') socket.end('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf');
  else if (path === '/garbage') socket.end('no http\r\n\r\n');
  else if (path === '/redirect')
    socket.write('HTTP/1.1 302 Found\r\nlocation: http://169.254.169.254/\r\ncontent-length: 0\r\n\r\n');
  else if (path === '/until-end') socket.end('HTTP/1.1 200 OK\r\n\r\nall of it');
  else if (path === '/gzip') {
    const body = gzipSync('{"a":1}');
    socket.write(`HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: ${String(body.length)}\r\n\r\n`);
    socket.write(body);
  } else socket.write(OK);
};

beforeAll(async () => {
  server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    let pending = '';
    socket.on('data', (chunk) => {
      pending += chunk.toString('latin1');
      for (let end = pending.indexOf('\r\n\r\n'); end >= 0; end = pending.indexOf('\r\n\r\n')) {
        const head = pending.slice(0, end + 4);
        const length = Number(/content-length: (\d+)/u.exec(head)?.[1] ?? 0);
        if (pending.length < end + 4 + length) return;
        requests.push(pending.slice(0, end + 4 + length));
        pending = pending.slice(end + 4 + length);
        answer(socket, head.split(' ')[1] ?? '');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  for (const socket of sockets) socket.destroy();
  server.close();
});

const port = (): string => String((server.address() as AddressInfo).port);
const loopback = [parseCidr('127.0.0.0/8')!];
const open: LoadTransport[] = [];

const clientFor = (rest: Partial<LoadClientOptions> = {}): LoadTransport => {
  const policy = { allowHosts: [`127.0.0.1:${port()}`, `target.test:${port()}`], allowedRanges: loopback };
  const client = loadClient({ policy, connections: 10, resolve: async () => ['127.0.0.1'], ...rest });
  open.push(client);
  return client;
};
afterEach(async () => {
  await Promise.all(open.splice(0).map((client) => client.close()));
});

const get = (path: string, rest: Partial<PreparedRequest> = {}): PreparedRequest => ({
  method: 'GET',
  url: `http://127.0.0.1:${port()}${path}`,
  headers: [],
  ...rest,
});

interface Came {
  readonly status?: number;
  readonly body?: string;
  readonly fresh?: boolean;
  readonly header?: string | undefined;
  readonly failure?: LoadFailure;
}

const ask = (client: LoadTransport, request: PreparedRequest, timeoutMs = 5000): Promise<Came> =>
  new Promise((resolve) => {
    let fresh = false;
    client.send(client.compile(request), performance.now() + timeoutMs, {
      onSent: (isFresh) => {
        fresh = isFresh;
      },
      onAnswer: (answer) => {
        const { status, body } = answer;
        resolve({ status, body: Buffer.from(body).toString(), fresh, header: answer.header('x-a') });
      },
      onFailure: (failure) => {
        resolve({ failure });
      },
    });
  });

describe('the client', () => {
  test('gets an answer, and keeps its connection for the next request', async () => {
    const client = clientFor();

    const first = await ask(client, get('/a?b=c'));
    const second = await ask(client, get('/b'));

    expect(first).toEqual({ status: 200, body: 'ok', fresh: true, header: '1' });
    expect(second.fresh).toBe(false);
    expect(client.figures()).toMatchObject({ opened: 1, reused: 1, mostAtOnce: 1, waited: 0 });
    expect(requests.at(-2)).toBe(`GET /a?b=c HTTP/1.1\r\nhost: 127.0.0.1:${port()}\r\n\r\n`);
  });

  test('sends a body with its length, and says so where there is none', async () => {
    const client = clientFor();

    await ask(
      client,
      get('/p', {
        method: 'POST',
        body: Buffer.from('{"é":1}'),
        headers: [
          ['Content-Type', 'application/json'],
          ['content-length', '3'],
        ],
      }),
    );
    await ask(client, get('/p', { method: 'POST' }));

    expect(requests.at(-2)).toContain('Content-Type: application/json\r\ncontent-length: 8\r\n\r\n');
    expect(requests.at(-1)).toContain('content-length: 0');
  });

  test('opens no more connections than it may; other requests wait for one', async () => {
    const client = clientFor({ connections: 3 });
    const before = connections;

    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(client, get('/a'))));

    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(connections - before).toBe(3);
    expect(client.figures()).toMatchObject({ opened: 3, waited: 17, mostAtOnce: 3 });
  });

  test('reads an answer that ends with its connection, and decompresses', async () => {
    const client = clientFor();

    expect(await ask(client, get('/until-end'))).toMatchObject({ status: 200, body: 'all of it' });
    expect(await ask(client, get('/gzip'))).toMatchObject({ status: 200, body: '{"a":1}' });
  });

  test('follows no redirect', async () => {
    expect(await ask(clientFor(), get('/redirect'))).toMatchObject({ status: 302 });
  });

  test('sends a request again when a kept connection had ended, once, and counts it', async () => {
    const client = clientFor();
    dropped = 0;
    await ask(client, get('/a'));

    const came = await ask(client, get('/drop-once'));

    expect(came.status).toBe(200);
    expect(client.figures()).toMatchObject({ resent: 1, opened: 2 });
  });

  test('never sends one again that may do something twice', async () => {
    const client = clientFor();
    dropped = 0;
    await ask(client, get('/a'));

    const came = await ask(client, get('/drop-once', { method: 'POST' }));

    expect(came.failure).toMatchObject({ type: 'connection', phase: 'wait' });
  });
});

describe('a failure is told by type and phase:', () => {
  test.each<[string, Partial<LoadFailure>]>([
    ['/reset', { type: 'connection', phase: 'wait' }],
    ['/half', { type: 'connection', phase: 'receive' }],
    ['/garbage', { type: 'parse' }],
  ])('%s', async (path, failure) => {
    expect((await ask(clientFor(), get(path))).failure).toMatchObject(failure);
  });

  test('a target that stalls is a timeout, and its connection is given up', async () => {
    const client = clientFor({ connections: 1 });

    const stalled = await ask(client, get('/silent'), 60);
    const next = await ask(client, get('/a'));

    expect(stalled.failure).toMatchObject({ type: 'timeout', phase: 'wait' });
    expect(next.status).toBe(200);
  });

  test('a request that gets no connection in time is a timeout too', async () => {
    const client = clientFor({ connections: 1 });

    const [, waiting] = await Promise.all([ask(client, get('/silent'), 300), ask(client, get('/a'), 60)]);

    expect(waiting?.failure).toMatchObject({ type: 'timeout', phase: 'connect' });
  });

  test('a port that nobody listens on', async () => {
    const idle = createServer();
    await new Promise<void>((resolve) => idle.listen(0, '127.0.0.1', resolve));
    const free = String((idle.address() as AddressInfo).port);
    await new Promise((resolve) => idle.close(resolve));
    const client = clientFor({ policy: { allowHosts: [`127.0.0.1:${free}`], allowedRanges: loopback } });

    const came = await ask(client, get('/', { url: `http://127.0.0.1:${free}/` }));

    expect(came.failure).toMatchObject({ type: 'connection', phase: 'connect' });
    expect(client.figures().refused).toEqual({ ECONNREFUSED: 1 });
  });

  test('the end of the load', async () => {
    const client = clientFor();
    const asked = ask(client, get('/silent'));
    await new Promise((resolve) => setImmediate(resolve));

    await client.close();

    expect((await asked).failure).toMatchObject({ type: 'connection' });
    expect((await ask(client, get('/a'))).failure).toMatchObject({ type: 'connection' });
  });
});

describe('the guard holds:', () => {
  test.each([
    ['a host that is not listed', 'http://other.test/', /expected a host that the environment allows/u],
    ['another port', 'http://127.0.0.1:1/', /expected a host that the environment allows/u],
    ['credentials in the address', 'http://a@127.0.0.1/', /without user name or password/u],
    ['a host behind a backslash', 'http://other.test\\@127.0.0.1/', /expected a host that the environment allows/u],
    ['another scheme', 'file:///etc/passwd', /expected an absolute address/u],
    ['a path alone', '/a', /expected an absolute address/u],
  ])('%s', (_name, url, message) => {
    expect(() => clientFor().compile(get('/', { url }))).toThrow(message);
  });

  test('a name that leads to a forbidden address is refused when it is connected to, and nothing is sent', async () => {
    const before = connections;
    const client = clientFor({ resolve: async () => ['169.254.169.254'] });

    const came = await ask(client, get('/', { url: `http://target.test:${port()}/` }));

    expect(came.failure).toMatchObject({ type: 'refused_target', phase: 'resolve' });
    expect(connections).toBe(before);
  });

  test('a name is looked up anew for each connection', async () => {
    const addresses = [['127.0.0.1'], ['10.0.0.1']];
    const client = clientFor({ resolve: async () => addresses.shift() ?? ['10.0.0.1'] });
    const target = { url: `http://target.test:${port()}/until-end` };

    const first = await ask(client, get('/', target));
    const second = await ask(client, get('/', target));

    expect(first.status).toBe(200);
    expect(second.failure?.type).toBe('refused_target');
  });

  test('a secret goes only to its hosts', () => {
    const client = clientFor();
    const secretHosts = [['api.test']];

    expect(() => client.compile(get('/', { secretHosts }))).toThrow('expected a secret to go only to api.test');
    expect(() => client.compile(get('/', { secretHosts: [[`127.0.0.1:${port()}`]] }))).not.toThrow();
  });

  test.each([
    ['a line break in a value', { headers: [['x', 'a\r\nhost: b']] as const }],
    ['a line break in a name', { headers: [['x\r\ny', 'a']] as const }],
    ['a header of the connection', { headers: [['Transfer-Encoding', 'chunked']] as const }],
    ['a method with a space', { method: 'GET /x HTTP/1.1\r\n' }],
    ['a path with a space', { url: 'http://127.0.0.1:PORT/a b' }],
    ['a path with a line break', { url: 'http://127.0.0.1:PORT/a\r\nx: y' }],
  ])('%s cannot be sent', (_name, part) => {
    const request = get('/', part);

    expect(() => clientFor().compile({ ...request, url: request.url.replace('PORT', port()) })).toThrow(/^expected /u);
  });
});
