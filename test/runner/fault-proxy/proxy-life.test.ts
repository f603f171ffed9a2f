/** Where a fault proxy leads, where it listens, and that nothing of it is left: also of one whose process was killed. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { parseCidr } from '#core/address-policy';
import type { Cidr } from '#core/address-policy';
import { faultProxies } from '#runner/fault-proxy';
import { guardedDialer } from '#runner/fault-proxy-dial';
import { certificateAuthority } from '../../engines/http/certificates.ts';
import { failureOf } from '../../engines/http/client-world.ts';
import { virtualClock } from '../../doubles/time.ts';
import { closeAll, closeLater, connectTo, httpUpstream, openProxy, tcpUpstream } from './proxy-world.ts';

afterEach(closeAll);

const freePort = async (): Promise<number> => {
  const proxy = await openProxy((await tcpUpstream()).url, { clock: virtualClock() });
  await proxy.close();
  return proxy.port;
};

describe('where it leads', () => {
  test('an upstream that the environment does not allow is refused before anything listens', async () => {
    const upstream = await httpUpstream();

    const failure = await failureOf(openProxy(upstream.url, { clock: virtualClock(), allowHosts: ['api.example'] }));

    expect(failure.type).toBe('refused_target');
    expect(upstream.asked).toEqual([]);
  });

  test('a wrong address that the environment does not allow is refused when the fault is added', async () => {
    const [upstream, elsewhere] = [await httpUpstream(), await httpUpstream()];
    const proxy = await openProxy(upstream.url, { clock: virtualClock() });

    const failure = await failureOf(proxy.add({ fault: 'wrong_host', instead: elsewhere.url }));

    expect(failure.type).toBe('refused_target');
    expect(elsewhere.asked).toEqual([]);
  });

  test('an HTTPS upstream is reached with TLS while clients speak HTTP to the proxy', async () => {
    const authority = certificateAuthority();
    const { certificate, key } = authority.issue('localhost', 'server');
    const server = createTlsServer({ cert: certificate, key }, (request, response) => {
      response.end(`hello ${request.headers.host ?? ''}`);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    closeLater(() => server.close());
    const host = `localhost:${String((server.address() as AddressInfo).port)}`;
    const dialer = guardedDialer({
      policy: { allowHosts: [host], allowedRanges: [parseCidr('127.0.0.0/8')] as Cidr[] },
      resolve: () => Promise.resolve(['127.0.0.1']),
      ca: [authority.certificate],
    });
    const options = { name: 'payments', upstream: new URL(`https://${host}/`), http: true, random: () => 0.5 };
    const proxy = await faultProxies({ dialer, clock: virtualClock() }).open(options, new AbortController().signal);
    closeLater(() => proxy.close());
    const client = await connectTo(proxy.port);

    client.socket.write('GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n');
    await client.ended;

    expect(proxy.url).toBe(`http://127.0.0.1:${String(proxy.port)}`);
    expect(client.received()).toContain(`hello ${host}`);
  });

  test('a fault of requests needs a proxy that understands them', async () => {
    const proxy = await openProxy((await tcpUpstream()).url, { clock: virtualClock() });

    await expect(proxy.add({ fault: 'malformed_json' })).rejects.toThrow(
      'expected an HTTP proxy for the fault "malformed_json", got "payments" without http',
    );
  });
});

describe('where it listens', () => {
  test('on the port that it is given, which is free again afterwards', async () => {
    const upstream = await tcpUpstream();
    const listen = await freePort();
    const first = await openProxy(upstream.url, { clock: virtualClock(), listen });
    const client = await connectTo(listen);
    client.socket.write('a');
    await client.has(1);

    await first.close();
    const ended = await client.ended;
    const second = await openProxy(upstream.url, { clock: virtualClock(), listen });

    expect(ended).toBe('end');
    expect(second.port).toBe(listen);
  });

  test('a port that is taken is told with its name', async () => {
    const upstream = await tcpUpstream();
    const { port } = await openProxy(upstream.url, { clock: virtualClock() });

    await expect(openProxy(upstream.url, { clock: virtualClock(), listen: port })).rejects.toThrow(
      /^expected a free port for the proxy "payments", got .*EADDRINUSE/u,
    );
  });
});

const startChild = async (upstream: string, listen: number): Promise<ChildProcess> => {
  const script = path.join(import.meta.dirname, 'proxy-child.ts');
  const child = spawn(process.execPath, [script, upstream, String(listen)], { stdio: ['ignore', 'pipe', 'inherit'] });
  closeLater(() => child.kill('SIGKILL'));
  for await (const line of createInterface({ input: child.stdout })) if (line === 'ready') break;
  return child;
};

describe('row 36: faults are always removed', () => {
  test('a process that is killed leaves no fault, no connection and a free port', async () => {
    const upstream = await tcpUpstream();
    const listen = await freePort();
    const child = await startChild(upstream.url, listen);
    const client = await connectTo(listen);
    client.socket.write('held back for an hour');

    child.kill('SIGKILL');
    const [, signal] = (await once(child, 'exit')) as [number | null, string];
    const ended = await client.ended;
    const again = await openProxy(upstream.url, { clock: virtualClock(), listen });
    const after = await connectTo(listen);
    after.socket.write('at once');
    await after.has(7);

    expect(signal).toBe('SIGKILL');
    expect(['end', 'ECONNRESET']).toContain(ended);
    expect(again.port).toBe(listen);
    expect(after.received()).toBe('at once');
  });
});
