/** The client meets a real server on loopback that misbehaves in one way per path; what it says about each is held here in literals. */
import { createServer as createTcp } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { ask, clientFor, failureOf, ownHost, send, server } from './client-under-test.ts';

describe('an answer', () => {
  test('comes with status, every header line, body and the time of each phase', async () => {
    const response = await send('/ok');

    expect(response.status).toBe(200);
    expect(response.headers.filter(([name]) => name === 'x-twice')).toEqual([
      ['x-twice', 'a'],
      ['x-twice', 'b'],
    ]);
    expect(Buffer.from(response.body).toString()).toBe('{"total":12}');
    expect(response.bodyBytes).toBe(12);
    expect(response.timingsMs.tls).toBeNull();
    expect(response.timingsMs.connect).toBeGreaterThanOrEqual(0);
    expect(response.timingsMs.total).toBeGreaterThan(0);
  });

  test('on a kept-alive connection has no time for connecting', async () => {
    const client = clientFor(ownHost());
    const before = server.connections();

    await client.send(ask('/ok'));
    const second = await client.send(ask('/ok'));

    expect(server.connections() - before).toBe(1);
    expect(second.timingsMs.connect).toBeNull();
    expect(second.timingsMs.dns).toBeNull();
  });

  test('is decompressed, and its bytes are counted after that', async () => {
    const response = await send('/gzip');

    expect(Buffer.from(response.body).toString()).toBe('{"total":12}');
    expect(response.bodyBytes).toBe(12);
  });

  test('of 10 MB is cut off and its true size is told', async () => {
    const response = await send('/ten-megabytes', { bodyBytesMax: 1000 });

    expect(response.body.byteLength).toBe(1000);
    expect(response.bodyBytes).toBe(10 * 1024 * 1024);
    expect(response.truncated).toBe(true);
  });

  test('after an interim answer is the final one', async () => {
    const response = await send('/early-hints');

    expect(response.status).toBe(200);
    expect(Buffer.from(response.body).toString()).toBe('done');
  });

  test('longer than its Content-Length ends where that says, and the connection is not used again', async () => {
    const client = clientFor(ownHost());

    const response = await client.send(ask('/too-long'));
    const next = await client.send(ask('/ok'));

    expect(Buffer.from(response.body).toString()).toBe('thes');
    expect(next.status).toBe(200);
  });
});

describe('a failure', () => {
  test.each([
    ['/silent', 'wait'],
    ['/half-head', 'wait'],
    ['/half-body', 'receive'],
  ])('of a target that stalls (%s) is a timeout in phase %s', async (path, phase) => {
    const failure = await failureOf(send(path, { timeoutMs: 100 }));

    expect([failure.type, failure.phase, failure.sent]).toEqual(['timeout', phase, true]);
    expect(failure.message).toContain('within 100 ms');
  });

  test('of a target that does not read is a timeout in phase send', async () => {
    const sockets: Socket[] = [];
    const deaf = createTcp((socket) => {
      sockets.push(socket);
      socket.pause();
      socket.on('error', () => undefined);
    });
    await new Promise<void>((resolve) => deaf.listen(0, '127.0.0.1', resolve));
    const { port } = deaf.address() as AddressInfo;
    const body = new Uint8Array(20 * 1024 * 1024);

    const failure = await failureOf(
      clientFor([`127.0.0.1:${String(port)}`]).send(
        ask(`http://127.0.0.1:${String(port)}/`, { method: 'POST', body, timeoutMs: 200 }),
      ),
    );
    for (const socket of sockets) socket.destroy();
    deaf.close();

    expect([failure.type, failure.phase]).toEqual(['timeout', 'send']);
  });

  test('of a name server that stalls is a timeout in phase resolve', async () => {
    const client = clientFor(['api.test'], { resolve: () => new Promise(() => undefined) });

    const failure = await failureOf(client.send(ask('http://api.test/', { timeoutMs: 50 })));

    expect([failure.type, failure.phase, failure.sent]).toEqual(['timeout', 'resolve', false]);
  });

  test('of a target that never shakes hands is a timeout in phase tls', async () => {
    const client = clientFor(ownHost());

    const failure = await failureOf(
      client.send(ask(`https://127.0.0.1:${String(server.port)}/silent`, { timeoutMs: 100 })),
    );

    expect([failure.type, failure.phase]).toEqual(['timeout', 'tls']);
  });

  test('of plain HTTP behind https is a TLS failure', async () => {
    const broken = createTcp((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n').on('error', () => undefined));
    await new Promise<void>((resolve) => broken.listen(0, '127.0.0.1', resolve));
    const { port } = broken.address() as AddressInfo;

    const failure = await failureOf(
      clientFor([`127.0.0.1:${String(port)}`]).send(ask(`https://127.0.0.1:${String(port)}/`)),
    );
    broken.close();

    expect([failure.type, failure.phase]).toEqual(['tls', 'tls']);
  });

  test('of a closed port is a refused connection in phase connect', async () => {
    const closed = createTcp();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));

    const failure = await failureOf(
      clientFor([`127.0.0.1:${String(port)}`]).send(ask(`http://127.0.0.1:${String(port)}/`)),
    );

    expect([failure.type, failure.phase]).toEqual(['connection', 'connect']);
    expect(failure.message).toContain('a refused connection');
  });

  test('of an unknown name is a dns failure', async () => {
    const error = Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });

    const failure = await failureOf(
      clientFor(['nowhere.test'], { resolve: () => Promise.reject(error) }).send(ask('http://nowhere.test/')),
    );

    expect([failure.type, failure.phase, failure.message]).toEqual([
      'dns',
      'resolve',
      'expected nowhere.test to resolve, got no such name',
    ]);
  });

  test.each([
    ['/reset', 'connection', 'wait', 'a reset of the connection'],
    ['/close', 'connection', 'wait', 'the end of the connection'],
    ['/reset-in-body', 'connection', 'receive', 'expected 100 bytes of body as Content-Length says, got 3'],
    ['/too-short', 'connection', 'receive', 'expected 100 bytes of body as Content-Length says, got 10'],
    ['/not-http', 'parse', 'wait', 'expected an HTTP answer'],
    ['/endless-head', 'parse', 'wait', 'expected an HTTP answer'],
    ['/gzip-broken', 'parse', 'receive', 'bytes that do not decode'],
    ['/gzip-bomb', 'parse', 'receive', 'at most 67108864 bytes after decompression'],
  ])('of %s is of type %s in phase %s', async (path, type, phase, words) => {
    const failure = await failureOf(send(path));

    expect([failure.type, failure.phase]).toEqual([type, phase]);
    expect(failure.message).toContain(words);
  });

  test('of a stopped run rejects with the reason of the stop at once', async () => {
    const stop = new AbortController();
    const sending = clientFor(ownHost()).send(ask('/silent'), stop.signal);
    setImmediate(() => {
      stop.abort(new Error('cancelled'));
    });

    await expect(sending).rejects.toThrow('cancelled');
  });
});
