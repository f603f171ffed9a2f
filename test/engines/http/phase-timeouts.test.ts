/** A limit for each phase: servers and name servers that stall in exactly one of them. */
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { clientFor, closeAll, closeLater, failureOf, requestFor } from './client-world.ts';
import { scriptedServer } from './scripted-server.ts';

afterEach(closeAll);

const serve = async () => {
  const server = await scriptedServer();
  closeLater(() => server.close());
  return { ...server, client: clientFor([`127.0.0.1:${String(server.port)}`]) };
};

describe('the limit of a phase', () => {
  test.each([
    ['/silent', 'wait', { wait: 60 }],
    ['/half-head', 'wait', { wait: 60 }],
    ['/half-body', 'receive', { receive: 60 }],
  ])('stops %s in phase %s long before the limit of the request', async (path, phase, timeoutsMs) => {
    const { client, origin } = await serve();

    const failure = await failureOf(client.send(requestFor(`${origin}${path}`, { timeoutsMs, timeoutMs: 60_000 })));

    expect([failure.type, failure.phase, failure.sent]).toEqual(['timeout', phase, true]);
    expect(failure.message).toBe(`expected phase "${phase}" to take at most 60 ms, got no end of it by then`);
  });

  test('of resolve stops a name server that is silent', async () => {
    const client = clientFor(['api.test'], { resolve: () => new Promise(() => undefined) });

    const failure = await failureOf(client.send(requestFor('http://api.test/', { timeoutsMs: { resolve: 40 } })));

    expect([failure.type, failure.phase, failure.sent]).toEqual(['timeout', 'resolve', false]);
    expect(failure.message).toContain('"resolve" to take at most 40 ms');
  });

  test('of tls stops a target that never shakes hands', async () => {
    const { client, port } = await serve();

    const failure = await failureOf(
      client.send(requestFor(`https://127.0.0.1:${String(port)}/silent`, { timeoutsMs: { tls: 40 } })),
    );

    expect([failure.type, failure.phase]).toEqual(['timeout', 'tls']);
    expect(failure.message).toContain('"tls" to take at most 40 ms');
  });

  test('of connect stops a proxy that does not answer', async () => {
    const silent = createServer((socket) => {
      socket.on('error', () => undefined);
      closeLater(() => Promise.resolve(socket.destroy()));
    });
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    closeLater(() => Promise.resolve(silent.close()));
    const { port } = silent.address() as AddressInfo;
    const client = clientFor(['api.test:443'], { proxy: { url: `http://127.0.0.1:${String(port)}` } });

    const failure = await failureOf(client.send(requestFor('https://api.test/', { timeoutsMs: { connect: 40 } })));

    expect([failure.type, failure.phase, failure.sent]).toEqual(['timeout', 'connect', false]);
    expect(failure.message).toContain('"connect" to take at most 40 ms');
  });

  test('of one phase leaves the others their time', async () => {
    const { client, origin } = await serve();

    const response = await client.send(
      requestFor(`${origin}/ok`, { timeoutsMs: { resolve: 2000, connect: 2000, tls: 1, receive: 2000 } }),
    );

    expect(response.status).toBe(200);
  });

  test('of wait begins when the request is out', async () => {
    const length = 32 * 1024 * 1024;
    const slow = createServer((socket) => {
      let bytes = 0;
      socket.on('error', () => undefined);
      socket.pause();
      // More than the buffers between them hold is still with the client for this long.
      setTimeout(() => socket.resume(), 900);
      socket.on('data', (chunk) => {
        bytes += chunk.byteLength;
        if (bytes > length) socket.end('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n');
      });
      socket.pause();
    });
    await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve));
    closeLater(() => new Promise((resolve) => slow.close(resolve)));
    const { port } = slow.address() as AddressInfo;
    const body = new Uint8Array(length);
    const started = performance.now();

    const response = await clientFor([`127.0.0.1:${String(port)}`]).send(
      requestFor(`http://127.0.0.1:${String(port)}/`, {
        method: 'POST',
        body,
        timeoutMs: 60_000,
        timeoutsMs: { wait: 600 },
      }),
    );

    expect(response.status).toBe(200);
    expect(performance.now() - started).toBeGreaterThan(700);
  });
});
