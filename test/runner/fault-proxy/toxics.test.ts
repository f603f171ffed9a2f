/**
 * Row 36: toxics that make a connection slow or unreachable, as a client behind the proxy sees them. Time is virtual: nothing may arrive
 * before the clock has moved as far as the toxic says, and it arrives when it has.
 */
import { afterEach, describe, expect, test } from '@jest/globals';
import { closeAll, connectTo, openProxy, tcpUpstream, until } from './proxy-world.ts';
import { fixedClock, virtualClock } from '../../doubles/time.ts';

afterEach(closeAll);

describe('row 36: without a fault', () => {
  test('bytes pass both ways unchanged', async () => {
    const upstream = await tcpUpstream();
    const proxy = await openProxy(upstream.url, { clock: virtualClock() });
    const client = await connectTo(proxy.port);
    const sent = 'x'.repeat(300_000);

    client.socket.write(sent);
    await client.has(sent.length);

    expect(client.received()).toBe(sent);
    expect(proxy.connections()).toBe(1);
  });
});

describe('row 36: latency', () => {
  test('an answer comes after the latency and not before', async () => {
    const clock = virtualClock();
    const upstream = await tcpUpstream();
    const proxy = await openProxy(upstream.url, { clock });
    await proxy.add({ fault: 'latency', latencyMs: 500 });
    const client = await connectTo(proxy.port);

    client.socket.write('hello');
    await until(() => clock.asleep() === 1);
    await clock.advance(499);
    const early = client.received();
    await clock.advance(1);
    await client.has(5);

    expect(early).toBe('');
    expect(client.received()).toBe('hello');
  });

  test('jitter moves it by at most so much, either way', async () => {
    const draws = [0, 1, 0.75];
    const clock = fixedClock();
    const upstream = await tcpUpstream();
    const proxy = await openProxy(upstream.url, { clock, random: () => draws.shift() ?? 0.5 });
    const client = await connectTo(proxy.port);
    await client.has(0);
    await until(() => upstream.sockets.length === 1);
    draws.unshift(0);
    await proxy.add({ fault: 'latency', latencyMs: 300, jitterMs: 100 });

    for (const count of [1, 2, 3]) {
      client.socket.write('x');
      await client.has(count);
    }

    expect(clock.sleeps).toEqual([200, 400, 350]);
  });

  test('upstream, the target hears late and the answer is not held back again', async () => {
    const clock = virtualClock();
    const upstream = await tcpUpstream();
    const proxy = await openProxy(upstream.url, { clock });
    await proxy.add({ fault: 'latency', latencyMs: 100, stream: 'upstream' });
    const client = await connectTo(proxy.port);

    client.socket.write('hello');
    await until(() => clock.asleep() === 1);
    const early = upstream.received();
    await clock.advance(100);
    await client.has(5);

    expect(early).toBe('');
    expect(clock.asleep()).toBe(0);
  });

  test('a fault that is removed lets go what it held back', async () => {
    const clock = virtualClock();
    const upstream = await tcpUpstream();
    const proxy = await openProxy(upstream.url, { clock });
    const remove = await proxy.add({ fault: 'latency', latencyMs: 60_000 });
    const client = await connectTo(proxy.port);
    client.socket.write('hello');
    await until(() => clock.asleep() === 1);

    await remove();
    await client.has(5);

    expect(client.received()).toBe('hello');
  });
});

describe('row 36: down', () => {
  test('open connections are closed and new ones refused until it is removed', async () => {
    const upstream = await tcpUpstream();
    const proxy = await openProxy(upstream.url, { clock: virtualClock() });
    const before = await connectTo(proxy.port);
    before.socket.write('a');
    await before.has(1);

    const remove = await proxy.add({ fault: 'down' });
    const closed = await before.ended;
    const refused = await (await connectTo(proxy.port)).ended;
    await remove();
    const after = await connectTo(proxy.port);
    after.socket.write('b');
    await after.has(1);

    expect(closed).toBe('end');
    expect(refused).toBe('ECONNREFUSED');
    expect(after.received()).toBe('b');
  });
});

describe('row 36: bandwidth', () => {
  test('100 kilobytes at 100 kilobytes a second take a second', async () => {
    const clock = fixedClock();
    const upstream = await tcpUpstream((socket) => socket.write('x'.repeat(100_000)));
    const proxy = await openProxy(upstream.url, { clock });
    await proxy.add({ fault: 'bandwidth', kilobytesPerSecond: 100 });
    const client = await connectTo(proxy.port);

    client.socket.write('go');
    await client.has(100_000);

    const sleptMs = clock.sleeps.reduce((sum, ms) => sum + ms, 0);
    expect(Math.round(sleptMs)).toBe(1000);
    expect(Math.max(...clock.sleeps)).toBeLessThanOrEqual(50);
  });
});

describe('row 36: slow_close', () => {
  test('the end of the connection comes late, its bytes do not', async () => {
    const clock = virtualClock();
    const upstream = await tcpUpstream((socket) => socket.end('bye'));
    const proxy = await openProxy(upstream.url, { clock });
    await proxy.add({ fault: 'slow_close', delayMs: 2000 });
    const client = await connectTo(proxy.port);

    client.socket.write('go');
    await client.has(3);
    await until(() => clock.asleep() === 1);
    await clock.advance(1999);
    const early = client.isEnded();
    await clock.advance(1);

    expect(await client.ended).toBe('end');
    expect(early).toBe(false);
  });
});
