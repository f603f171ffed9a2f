/** Which connections are used again, and that a request that may not be repeated never is. */
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { answer, scriptedServer } from './scripted-server.ts';
import { clientFor, closeAll, closeLater, failureOf, requestFor } from './client-world.ts';

afterEach(closeAll);

/** Answers the first request of each connection as told and the later ones never: it hangs up when they come. */
const hangsUpLater = async (): Promise<{
  origin: string;
  port: number;
  heads: string[];
  connections: () => number;
}> => {
  const heads: string[] = [];
  let opened = 0;
  const server = createServer((socket: Socket) => {
    opened += 1;
    let count = 0;
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      count += 1;
      heads.push(chunk.toString('latin1').split('\r\n')[0] ?? '');
      if (count === 1) socket.write(answer('200 OK', []));
      else socket.resetAndDestroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closeLater(() => new Promise((resolve) => server.close(resolve)));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${String(port)}`, port, heads, connections: () => opened };
};

test('a POST uses a kept-alive connection', async () => {
  const server = await scriptedServer();
  closeLater(() => server.close());
  const client = clientFor([`127.0.0.1:${String(server.port)}`]);
  const post = requestFor(`${server.origin}/ok`, { method: 'POST', body: Buffer.from('{}') });

  await client.send(post);
  const second = await client.send(post);

  expect([second.status, second.timingsMs.connect, server.connections()]).toEqual([200, null, 1]);
});

test('a thousand requests, ten at a time, open ten connections at most', async () => {
  const server = await scriptedServer();
  closeLater(() => server.close());
  const client = clientFor([`127.0.0.1:${String(server.port)}`]);
  let left = 1000;
  const loop = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await client.send(requestFor(`${server.origin}/ok`, { method: left % 2 === 0 ? 'POST' : 'GET' }));
    }
  };

  await Promise.all(Array.from({ length: 10 }, loop));

  expect(server.seen).toHaveLength(1000);
  expect(server.connections()).toBeLessThanOrEqual(10);
});

test.each(['POST', 'PATCH'])('a %s on a connection that dies under it is told, not repeated', async (method) => {
  const server = await hangsUpLater();
  const client = clientFor([`127.0.0.1:${String(server.port)}`]);
  await client.send(requestFor(`${server.origin}/first`));

  const failure = await failureOf(
    client.send(requestFor(`${server.origin}/second`, { method, body: Buffer.from('{}') })),
  );

  expect([failure.type, failure.phase, failure.sent]).toEqual(['connection', 'wait', true]);
  expect(server.heads).toEqual(['GET /first HTTP/1.1', `${method} /second HTTP/1.1`]);
});

test('a GET on a connection that dies under it is sent once more on a new one', async () => {
  const server = await hangsUpLater();
  const client = clientFor([`127.0.0.1:${String(server.port)}`]);
  await client.send(requestFor(`${server.origin}/first`));

  const response = await client.send(requestFor(`${server.origin}/second`));

  expect([response.status, server.connections()]).toEqual([200, 2]);
  expect(server.heads).toEqual(['GET /first HTTP/1.1', 'GET /second HTTP/1.1', 'GET /second HTTP/1.1']);
});

test('a POST after the target closed the idle connection goes to a new one and arrives once', async () => {
  const sockets: Socket[] = [];
  const bodies: string[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      bodies.push(chunk.toString('latin1').split('\r\n')[0] ?? '');
      socket.write(answer('200 OK', []));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closeLater(() => new Promise((resolve) => server.close(resolve)));
  const { port } = server.address() as AddressInfo;
  const client = clientFor([`127.0.0.1:${String(port)}`]);
  const url = `http://127.0.0.1:${String(port)}/a`;
  await client.send(requestFor(url, { method: 'POST', body: Buffer.from('1') }));
  const closed = new Promise((resolve) => sockets[0]?.once('close', resolve));
  sockets[0]?.end();
  await closed;

  const response = await client.send(requestFor(url, { method: 'POST', body: Buffer.from('2') }));

  expect([response.status, sockets.length]).toEqual([200, 2]);
  expect(bodies).toEqual(['POST /a HTTP/1.1', 'POST /a HTTP/1.1']);
});
