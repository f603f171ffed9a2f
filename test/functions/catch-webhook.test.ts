/** Webhook URLs of the plane: the function that is called and the catcher of the runner, which meet in the table. */
import { createHmac } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { tableCatcher } from '#aws/table-catcher';
import type { WebhookDefinition } from '#core/suite';
import { catchCall } from '../../functions/catch-webhook/catch-call.ts';
import { inMemoryHooks, seededRandom, virtualClock } from '../doubles/index.ts';

const T0 = 1_760_000_000_000;
const never = new AbortController().signal;
const SECRET = 'signing-secret-1';

const start = async (definition: WebhookDefinition = {}) => {
  const hooks = inMemoryHooks();
  const clock = virtualClock(T0);
  const catcher = tableCatcher({
    hooks,
    clock,
    random: seededRandom(5),
    baseUrl: 'https://plane.test/v1/hooks',
    tenant: 'acme',
    runId: 'r1',
    expiresAtEpochMs: T0 + 600_000,
  });
  const open = await catcher.open('paid', definition, never);
  const hookId = open.url.split('/').at(-1) ?? '';
  const receive = catchCall({ hooks, clock });
  const send = (body: string | Uint8Array, headers: { readonly [name: string]: string } = {}, search = '') =>
    receive({ hookId, method: 'POST', search, headers, body: Buffer.from(body) }, never);
  return { hooks, clock, open, hookId, receive, send };
};

describe('a webhook of a run on the plane (C1.5)', () => {
  test('has a URL that nobody guesses, and comes to the runner as it was sent', async () => {
    const { open, send, clock } = await start();
    await clock.advance(250);
    const status = await send('{"paid":true}', { 'content-type': 'application/json', 'x-id': '7' }, 'a=1&b=2');

    const came = await open.deliveries(0, 0, never);

    expect(open.url).toMatch(/^https:\/\/plane\.test\/v1\/hooks\/[0-9a-f]{32}$/);
    expect(status).toBe(200);
    expect(came).toEqual([
      {
        number: 1,
        method: 'POST',
        path: '/?a=1&b=2',
        query: { a: '1', b: '2' },
        headers: { 'content-type': 'application/json', 'x-id': '7' },
        body: { paid: true },
        atEpochMs: T0 + 250,
        afterMs: 250,
        sinceLastMs: null,
        answered: 200,
        signature: null,
      },
    ]);
  });

  test('is answered as the suite says, one after the other; a timeout is a late 504', async () => {
    const { send, clock, open } = await start({ answers: [500, 'timeout', 201], delayMs: 3000 });

    const before = clock.nowMs();
    const statuses = [
      await clock.run(send('1')),
      await clock.run(send('2')),
      await clock.run(send('3')),
      await clock.run(send('4')),
    ];

    expect(statuses).toEqual([500, 504, 201, 201]);
    expect(clock.nowMs() - before).toBe(12_000);
    expect((await open.deliveries(0, 0, never)).map(({ answered }) => answered)).toEqual([500, null, 201, 201]);
  });

  test('never holds a sender longer than ten seconds', async () => {
    const { send, clock } = await start({ answers: ['timeout'], delayMs: 60_000 });

    const before = clock.nowMs();
    expect(await clock.run(send('1'))).toBe(504);
    expect(clock.nowMs() - before).toBe(10_000);
  });

  test('is checked against its signature by the runner; the secret is kept nowhere', async () => {
    const signature = { header: 'X-Sign', secret: SECRET, prefix: 'sha256=' };
    const { send, open, hooks, hookId } = await start({ signature });
    const sign = (text: string): string => `sha256=${createHmac('sha256', SECRET).update(text).digest('hex')}`;
    await send('{"a":1}', { 'x-sign': sign('{"a":1}') });
    await send('{"a":2}', { 'x-sign': sign('{"a":1}') });
    await send('{"a":3}');

    const came = await open.deliveries(0, 0, never);

    expect(came.map((one) => one.signature)).toEqual(['valid', 'invalid', 'missing']);
    expect(JSON.stringify([await hooks.get(hookId), await hooks.callsAfter(hookId, 0)])).not.toContain(SECRET);
  });

  test('is waited for by looking again, and no longer than asked', async () => {
    const { send, open, clock } = await start();
    const waiting = open.deliveries(0, 5000, never);
    await clock.advance(1200);
    await send('late');

    const came = await clock.run(waiting);
    const at = clock.nowMs();
    const silence = await clock.run(open.deliveries(1, 2000, never));

    expect(came.map(({ body }) => body)).toEqual(['late']);
    expect(at - T0).toBeLessThanOrEqual(1500);
    expect(silence).toHaveLength(1);
    expect(clock.nowMs() - at).toBe(2000);
  });

  test('of 256 KB is kept, a larger one is answered 413 and kept without its body', async () => {
    const { send, open } = await start();

    const statuses = [await send(Buffer.alloc(256 * 1024, 'x')), await send(Buffer.alloc(256 * 1024 + 1, 'x'))];

    expect(statuses).toEqual([200, 413]);
    expect((await open.deliveries(0, 0, never)).map(({ body }) => (body as string | null)?.length)).toEqual([
      262_144,
      undefined,
    ]);
  });

  test('beyond a thousand is answered 429 and forgotten', async () => {
    const { send, open } = await start();
    for (let number = 1; number <= 1000; number += 1) await send('x');

    expect(await send('x')).toBe(429);
    expect(await open.deliveries(0, 0, never)).toHaveLength(1000);
  });

  test('to a URL that is unknown, closed or expired is answered 404 and kept nowhere', async () => {
    const one = await start();
    const call = { method: 'POST', search: '', headers: {}, body: Buffer.from('x') };
    const statuses: number[] = [];
    for (const hookId of ['0'.repeat(32), '../../x', '', one.hookId.toUpperCase() + 'x'])
      statuses.push(await one.receive({ ...call, hookId }, never));
    await one.open.close();
    statuses.push(await one.send('x'));
    const other = await start();
    await other.clock.advance(600_000);
    statuses.push(await other.send('x'));

    expect(statuses).toEqual([404, 404, 404, 404, 404, 404]);
    expect(await one.hooks.callsAfter(one.hookId, 0)).toEqual([]);
    expect(await other.hooks.callsAfter(other.hookId, 0)).toEqual([]);
  });
});
