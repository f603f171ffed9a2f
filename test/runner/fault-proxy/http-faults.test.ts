/** Row 36: faults of requests, as the client that cases use sees them, and what the proxy counts. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { clientFor, closeAll as closeClients, failureOf, requestFor, textOf } from '../../engines/http/client-world.ts';
import { virtualClock } from '../../doubles/time.ts';
import { closeAll, connectTo, httpUpstream, openProxy, until } from './proxy-world.ts';
import type { FaultProxy } from '#ports/fault-proxy';
import type { HttpRequest, HttpResponse } from '#ports/http';

afterEach(async () => {
  await closeClients();
  await closeAll();
});

const send = (proxy: FaultProxy, path = '/orders', more: Partial<HttpRequest> = {}): Promise<HttpResponse> =>
  clientFor([`127.0.0.1:${String(proxy.port)}`]).send(requestFor(`${proxy.url}${path}`, more));
const post = (body: string, headers: HttpRequest['headers'] = []): Partial<HttpRequest> => ({
  method: 'POST',
  body: Buffer.from(body),
  headers,
});

describe('row 36: without a fault', () => {
  test('requests and answers pass unchanged, with the host of the upstream', async () => {
    const upstream = await httpUpstream((request, response) => {
      response.writeHead(201, ['x-twice', 'a', 'X-Twice', 'b', 'content-type', 'text/plain']);
      request.pipe(response);
    });
    const proxy = await openProxy(`${upstream.url}/base`, { clock: virtualClock() });

    const { status, headers, body } = await send(proxy, '/orders?full=true', post('{"total":12}'));

    expect(status).toBe(201);
    expect(textOf(body)).toBe('{"total":12}');
    expect(headers.filter(([name]) => name.toLowerCase() === 'x-twice').map(([, value]) => value)).toEqual(['a', 'b']);
    expect(upstream.asked).toEqual([`POST /base/orders?full=true ${new URL(upstream.url).host}`]);
  });

  test('an upstream that breaks off is seen as that', async () => {
    const upstream = await httpUpstream((request) => request.socket.destroy());
    const proxy = await openProxy(upstream.url, { clock: virtualClock() });

    const failure = await failureOf(send(proxy));

    expect(failure.type).toBe('connection');
    expect(proxy.seen()[0]).toMatchObject({
      forwarded: true,
      status: null,
      failure: expect.stringContaining('socket hang up'),
    });
  });
});

describe('row 36: faults of requests', () => {
  test('status: the proxy answers and the upstream is not asked', async () => {
    const upstream = await httpUpstream();
    const proxy = await openProxy(upstream.url, { clock: virtualClock() });
    await proxy.add({ fault: 'status', status: 503, headers: { 'retry-after': '1' }, body: '{"error":"busy"}' });

    const { status, headers, body } = await send(proxy);

    expect(status).toBe(503);
    expect(headers).toContainEqual(['retry-after', '1']);
    expect(textOf(body)).toBe('{"error":"busy"}');
    expect(upstream.asked).toEqual([]);
    expect(proxy.seen()).toMatchObject([{ forwarded: false, status: 503, fault: 'status' }]);
  });

  test('status with forward: the work is done and its answer lost', async () => {
    const upstream = await httpUpstream();
    const proxy = await openProxy(upstream.url, { clock: virtualClock() });
    await proxy.add({ fault: 'status', status: 502, forward: true });

    const { status } = await send(proxy, '/orders', post('{}'));

    expect(status).toBe(502);
    expect(upstream.asked).toHaveLength(1);
    expect(proxy.seen()).toMatchObject([{ forwarded: true, status: 502 }]);
  });

  test.each(['{"total":12}', '[1,2]', '"text"', '12', 'true', '', '{"a":1}\n'])(
    'malformed_json: %j no longer parses',
    async (text) => {
      const upstream = await httpUpstream((_, response) => {
        response.setHeader('content-type', 'application/json').end(text);
      });
      const proxy = await openProxy(upstream.url, { clock: virtualClock() });
      await proxy.add({ fault: 'malformed_json' });

      const { status, body } = await send(proxy);

      expect(status).toBe(200);
      expect(() => JSON.parse(textOf(body)) as unknown).toThrow(SyntaxError);
    },
  );

  test('slow_headers: header lines come one by one', async () => {
    const clock = virtualClock();
    const upstream = await httpUpstream();
    const proxy = await openProxy(upstream.url, { clock });
    await proxy.add({ fault: 'slow_headers', delayMs: 400 });
    const client = await connectTo(proxy.port);
    client.socket.write('GET /orders HTTP/1.1\r\nhost: x\r\n\r\n');
    await until(() => clock.asleep() === 1);
    await client.has(1);
    const first = client.received();

    while (!client.received().includes('\r\n\r\n')) {
      await until(() => clock.asleep() === 1 || client.received().includes('\r\n\r\n'));
      await clock.advance(400);
    }
    await client.ended;

    expect(first).toBe('HTTP/1.1 200 OK\r\n');
    expect(client.received()).toMatch(/\r\n\r\n\{"total":12\}$/u);
  });

  test('slow_headers: a client with a limit gives up waiting', async () => {
    const upstream = await httpUpstream();
    const proxy = await openProxy(upstream.url, { clock: virtualClock() });
    await proxy.add({ fault: 'slow_headers', delayMs: 60_000 });

    const failure = await failureOf(send(proxy, '/orders', { timeoutMs: 50 }));

    expect(failure).toMatchObject({ type: 'timeout', phase: 'wait' });
  });

  test('truncated_body: half of the body and the end of the connection', async () => {
    const upstream = await httpUpstream();
    const proxy = await openProxy(upstream.url, { clock: virtualClock() });
    await proxy.add({ fault: 'truncated_body' });

    const failure = await failureOf(send(proxy));

    expect(failure).toMatchObject({ type: 'connection', phase: 'receive' });
  });

  test.each([
    [5, 'timeout'],
    [-5, 'parse'],
  ])('wrong_content_length: wrong by %d', async (byBytes, type) => {
    const upstream = await httpUpstream();
    const proxy = await openProxy(upstream.url, { clock: virtualClock() });
    await proxy.add({ fault: 'wrong_content_length', byBytes });
    const client = clientFor([`127.0.0.1:${String(proxy.port)}`]);

    const answered = await client.send(requestFor(`${proxy.url}/orders`, { timeoutMs: 100 })).then(
      ({ body }) => textOf(body),
      (error: { type: string }) => error.type,
    );

    // With a length that is too small, what a client keeps is cut off, whether it notices or not.
    expect([type, '{"total']).toContain(answered);
  });

  test('partial outage: only that share of requests is hit, of one connection', async () => {
    const draws = [0.1, 0.6, 0.2, 0.9];
    const upstream = await httpUpstream();
    const proxy = await openProxy(upstream.url, { clock: virtualClock(), random: () => draws.shift() ?? 1 });
    await proxy.add({ fault: 'status', status: 500, toxicity: 0.5 });
    const client = clientFor([`127.0.0.1:${String(proxy.port)}`]);

    const statuses: number[] = [];
    for (let number = 0; number < 4; number += 1)
      statuses.push((await client.send(requestFor(`${proxy.url}/orders`))).status);

    expect(statuses).toEqual([500, 200, 500, 200]);
  });

  test('only the methods and paths that are named are hit', async () => {
    const upstream = await httpUpstream();
    const proxy = await openProxy(upstream.url, { clock: virtualClock() });
    await proxy.add({ fault: 'status', status: 500, methods: ['POST'], pathPrefix: '/pay' });

    const statuses = [
      (await send(proxy, '/pay')).status,
      (await send(proxy, '/pay/1', post('{}'))).status,
      (await send(proxy, '/orders', post('{}'))).status,
    ];

    expect(statuses).toEqual([200, 500, 200]);
  });

  test('a fault that was removed hits nothing any more', async () => {
    const upstream = await httpUpstream();
    const proxy = await openProxy(upstream.url, { clock: virtualClock() });
    await proxy.add({ fault: 'status', status: 500 });
    await proxy.add({ fault: 'status', status: 501 });

    await proxy.clear();

    expect((await send(proxy)).status).toBe(200);
  });
});

describe('row 36: names', () => {
  test('wrong_host: another server answers, still asked for the first by its name', async () => {
    const [right, wrong] = [await httpUpstream(), await httpUpstream((_, response) => response.end('who?'))];
    const allowHosts = [new URL(right.url).host, new URL(wrong.url).host];
    const proxy = await openProxy(right.url, { clock: virtualClock(), allowHosts });
    await proxy.add({ fault: 'wrong_host', instead: wrong.url });

    const { body } = await send(proxy);

    expect(textOf(body)).toBe('who?');
    expect(wrong.asked).toEqual([`GET /orders ${new URL(right.url).host}`]);
    expect(right.asked).toEqual([]);
  });

  test('no_such_host: the client gets a connection that leads nowhere', async () => {
    const upstream = await httpUpstream();
    const proxy = await openProxy(upstream.url, { clock: virtualClock() });
    await proxy.add({ fault: 'no_such_host' });

    const failure = await failureOf(send(proxy));

    expect(failure.type).toBe('connection');
    expect(proxy.seen()[0]).toMatchObject({
      forwarded: false,
      failure: 'expected 127.0.0.1 to resolve, got no such name',
    });
  });
});

describe('what the proxy counts', () => {
  test('requests with digests of body and idempotency key, never the key itself', async () => {
    const upstream = await httpUpstream();
    const proxy = await openProxy(upstream.url, { clock: virtualClock() });
    const key = [['Idempotency-Key', 'k-1']] as const;

    await send(proxy, '/orders', post('{"a":1}', key));
    await send(proxy, '/orders', post('{"a":1}', key));
    await send(proxy, '/orders', post('{"a":2}'));
    await send(proxy);

    const [first, second, third, fourth] = proxy.seen();
    expect(first).toMatchObject({
      method: 'POST',
      path: '/orders',
      bodySha256: '015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862',
    });
    expect(second).toMatchObject({ bodySha256: first?.bodySha256, keySha256: first?.keySha256 });
    expect(third?.bodySha256).not.toBe(first?.bodySha256);
    expect(third?.keySha256).toBe('');
    expect(fourth).toMatchObject({ method: 'GET', bodySha256: '', keySha256: '' });
    expect(JSON.stringify(proxy.seen())).not.toContain('k-1');
  });
});
