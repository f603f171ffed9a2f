/**
 * Row 36: toxics that break connections or cut up what passes, as a client behind the proxy sees them. Time is virtual: nothing may arrive
 * before the clock has moved as far as the toxic says, and it arrives when it has.
 */
import { afterEach, describe, expect, test } from '@jest/globals';
import { closeAll, connectTo, openProxy, tcpUpstream, until } from './proxy-world.ts';
import { virtualClock } from '../../doubles/time.ts';

afterEach(closeAll);

describe('row 36: timeout', () => {
  test('downstream, the target does its work and the answer is lost', async () => {
    const clock = virtualClock();
    const upstream = await tcpUpstream();
    const proxy = await openProxy(upstream.url, { clock });
    await proxy.add({ fault: 'timeout', timeoutMs: 1000 });
    const client = await connectTo(proxy.port);

    client.socket.write('pay');
    await until(() => upstream.received() === 'pay');
    await clock.advance(999);
    const early = client.isEnded();
    await clock.advance(1);

    expect(await client.ended).toBe('end');
    expect(early).toBe(false);
    expect(client.received()).toBe('');
  });

  test('upstream, the target hears nothing', async () => {
    const clock = virtualClock();
    const upstream = await tcpUpstream();
    const proxy = await openProxy(upstream.url, { clock });
    await proxy.add({ fault: 'timeout', timeoutMs: 1000, stream: 'upstream' });
    const client = await connectTo(proxy.port);

    client.socket.write('pay');
    await until(() => clock.asleep() === 1);
    await clock.advance(1000);
    await client.ended;

    expect(upstream.received()).toBe('');
  });

  test('with 0 the connection stays until the fault is removed, and then ends, because bytes are missing', async () => {
    const clock = virtualClock();
    const upstream = await tcpUpstream();
    const proxy = await openProxy(upstream.url, { clock });
    const remove = await proxy.add({ fault: 'timeout', timeoutMs: 0 });
    const client = await connectTo(proxy.port);
    client.socket.write('pay');
    await until(() => upstream.received() === 'pay');
    await clock.advance(3_600_000);
    const early = client.isEnded();

    await remove();

    expect(await client.ended).toBe('end');
    expect(early).toBe(false);
    expect(client.received()).toBe('');
  });
});

describe('row 36: reset_peer', () => {
  test('the client gets a TCP reset at once', async () => {
    const upstream = await tcpUpstream();
    const proxy = await openProxy(upstream.url, { clock: virtualClock() });
    const client = await connectTo(proxy.port);
    client.socket.write('a');
    await client.has(1);

    await proxy.add({ fault: 'reset_peer' });

    expect(await client.ended).toBe('ECONNRESET');
  });

  test('or after a while', async () => {
    const clock = virtualClock();
    const upstream = await tcpUpstream();
    const proxy = await openProxy(upstream.url, { clock });
    const client = await connectTo(proxy.port);
    await until(() => upstream.sockets.length === 1);
    await proxy.add({ fault: 'reset_peer', timeoutMs: 300 });

    await clock.advance(299);
    const early = client.isEnded();
    await clock.advance(1);

    expect(await client.ended).toBe('ECONNRESET');
    expect(early).toBe(false);
  });
});

describe('row 36: slicer', () => {
  test('bytes come in small pieces with a pause between them', async () => {
    const clock = virtualClock();
    const upstream = await tcpUpstream((socket) => socket.write('x'.repeat(35)));
    const proxy = await openProxy(upstream.url, { clock });
    await proxy.add({ fault: 'slicer', averageBytes: 10, delayMs: 5 });
    const client = await connectTo(proxy.port);
    const sizes: number[] = [];
    client.socket.on('data', (bytes: Buffer) => sizes.push(bytes.byteLength));

    client.socket.write('go');
    for (const length of [10, 20, 30, 35]) {
      await client.has(length);
      if (length < 35) await until(() => clock.asleep() === 1);
      await clock.advance(5);
    }

    expect(sizes).toEqual([10, 10, 10, 5]);
  });

  test('pieces vary by as much as they are told to', async () => {
    const draws = [1, 0, 0.5];
    const clock = virtualClock();
    const upstream = await tcpUpstream((socket) => socket.write('x'.repeat(30)));
    const proxy = await openProxy(upstream.url, { clock, random: () => draws.shift() ?? 0.5 });
    const client = await connectTo(proxy.port);
    await until(() => upstream.sockets.length === 1);
    draws.unshift(0);
    await proxy.add({ fault: 'slicer', averageBytes: 10, variationBytes: 4, delayMs: 1 });
    const sizes: number[] = [];
    client.socket.on('data', (bytes: Buffer) => sizes.push(bytes.byteLength));

    client.socket.write('go');
    for (const length of [14, 20, 30]) {
      await client.has(length);
      if (length < 30) await until(() => clock.asleep() === 1);
      await clock.advance(1);
    }

    expect(sizes).toEqual([14, 6, 10]);
  });
});

describe('row 36: limit_data', () => {
  test('the connection ends after so many bytes, which all arrive', async () => {
    const upstream = await tcpUpstream((socket) => socket.write('0123456789'));
    const proxy = await openProxy(upstream.url, { clock: virtualClock() });
    await proxy.add({ fault: 'limit_data', bytes: 14 });
    const client = await connectTo(proxy.port);

    client.socket.write('go');
    await client.has(10);
    client.socket.write('go');

    expect(await client.ended).toBe('end');
    expect(client.received()).toBe('01234567890123');
  });
});

describe('row 36: loss', () => {
  test('a piece that is lost twice comes after both retransmissions, in order', async () => {
    const draws = [0.1, 0.1, 0.9, 0.9];
    const clock = virtualClock();
    const upstream = await tcpUpstream();
    const proxy = await openProxy(upstream.url, { clock, random: () => draws.shift() ?? 0.9 });
    const client = await connectTo(proxy.port);
    await until(() => upstream.sockets.length === 1);
    draws.unshift(0);
    await proxy.add({ fault: 'loss', share: 0.2, stallMs: 100 });

    client.socket.write('a');
    await until(() => clock.asleep() === 1);
    client.socket.write('b');
    await until(() => upstream.received() === 'ab');
    await clock.advance(299);
    const early = client.received();
    await clock.advance(1);
    await client.has(2);

    expect(early).toBe('');
    expect(client.received()).toBe('ab');
  });
});

describe('row 36: toxicity', () => {
  test('only that share of connections is hit', async () => {
    const draws = [0.1, 0.3, 0.5, 0.9];
    const upstream = await tcpUpstream();
    const proxy = await openProxy(upstream.url, { clock: virtualClock(), random: () => draws.shift() ?? 1 });
    await proxy.add({ fault: 'reset_peer', toxicity: 0.4 });

    const ends: string[] = [];
    for (let number = 0; number < 4; number += 1) {
      const client = await connectTo(proxy.port);
      client.socket.write('a');
      ends.push(
        await client.has(1).then(
          () => 'answered',
          () => 'reset',
        ),
      );
    }

    expect(ends).toEqual(['reset', 'reset', 'answered', 'answered']);
  });
});
