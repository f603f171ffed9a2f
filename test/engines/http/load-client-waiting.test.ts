/** Requests that wait for a connection of the load client: whatever becomes of the one that they wait for, somebody comes for them. */
import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { parseCidr } from '#core/address-policy';
import { loadClient } from '#engines/http/load-client';
import type { LoadTransport } from '#ports/load-transport';

const loopback = [parseCidr('127.0.0.0/8')!];
const sockets = new Set<Socket>();
const open: LoadTransport[] = [];
let server: Server;
let connections = 0;

beforeAll(async () => {
  server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', () => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  for (const socket of sockets) socket.destroy();
  server.close();
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((client) => client.close()));
});

const port = (): string => String((server.address() as AddressInfo).port);

const clientFor = (allowHosts: readonly string[], limit = 1): LoadTransport => {
  const policy = { allowHosts, allowedRanges: loopback };
  const client = loadClient({ policy, connections: limit, resolve: async () => ['127.0.0.1'] });
  open.push(client);
  return client;
};

/** `200`, or how it failed. */
const ask = (client: LoadTransport, url: string): Promise<string> =>
  new Promise((resolve) => {
    client.send(client.compile({ method: 'GET', url, headers: [] }), performance.now() + 5000, {
      onSent: () => undefined,
      onAnswer: ({ status }) => {
        resolve(String(status));
      },
      onFailure: ({ type, phase }) => {
        resolve(`${type} ${phase}`);
      },
    });
  });

test('a connection that cannot be made fails one request; those that waited for it get one of their own', async () => {
  const idle = createServer();
  await new Promise<void>((resolve) => idle.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${String((idle.address() as AddressInfo).port)}`;
  await new Promise((resolve) => idle.close(resolve));
  const client = clientFor([host]);

  const came = await Promise.all([1, 2, 3].map(() => ask(client, `http://${host}/`)));

  expect(came).toEqual(['connection connect', 'connection connect', 'connection connect']);
  expect(client.figures().refused).toEqual({ ECONNREFUSED: 3 });
});

test('a connection to one target that nobody needs any more gives way to who waits for another', async () => {
  const hosts = [`127.0.0.1:${port()}`, `target.test:${port()}`];
  const client = clientFor(hosts);
  const before = connections;

  const came = await Promise.all(hosts.map((host) => ask(client, `http://${host}/`)));

  expect(came).toEqual(['200', '200']);
  expect(connections - before).toBe(2);
  expect(client.figures()).toMatchObject({ mostAtOnce: 1, waited: 1 });
});

test('requests to more targets than there may be connections are all answered, and the limit holds', async () => {
  const hosts = ['a', 'b', 'c', 'd'].map((name) => `${name}.test:${port()}`);
  const client = clientFor(hosts, 2);
  const urls = Array.from({ length: 40 }, (_, at) => `http://${hosts[at % hosts.length] ?? ''}/`);

  const came = await Promise.all(urls.map((url) => ask(client, url)));

  expect(came.filter((one) => one !== '200')).toEqual([]);
  expect(client.figures().mostAtOnce).toBe(2);
});
