/** The catcher with real requests over loopback; its clock is the machine's, and nothing waits longer than what it waits for. */
import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { WebhookDefinition } from '#core/suite';
import { epochMs } from '#core/units';
import { DELIVERIES_MAX, DELIVERY_BYTES_MAX, webhookCatcher } from '#runner/webhook-catcher';
import type { ListeningCatcher, WebhookCatcherOptions } from '#runner/webhook-catcher';
import { seededRandom } from '../doubles/time.ts';

const open: ListeningCatcher[] = [];
afterEach(async () => {
  for (const catcher of open.splice(0)) await catcher.close();
});

const clock = {
  nowMs: () => epochMs(Date.now()),
  sleep: (ms: number, signal?: AbortSignal) => pause(ms, undefined, signal === undefined ? {} : { signal }),
};

const listening = (options: Partial<WebhookCatcherOptions> = {}): ListeningCatcher => {
  const catcher = webhookCatcher({ clock, random: seededRandom(7), ...options });
  open.push(catcher);
  return catcher;
};

const never = new AbortController().signal;
const openOne = (definition: WebhookDefinition = {}, catcher = listening()) => catcher.open('hook', definition, never);

interface Sending {
  readonly method?: string;
  readonly headers?: { readonly [name: string]: string };
  readonly body?: string | Buffer;
}

/** Status of the answer, or the code of what went wrong. */
const send = (url: string, { method = 'POST', headers = {}, body = '' }: Sending = {}): Promise<number | string> =>
  new Promise((resolve) => {
    const sent = request(url, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code ?? error.message);
    });
    sent.end(body);
  });

const json = (value: unknown): Sending => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

describe('what is kept of a delivery (C1.5)', () => {
  test('method, path below the URL, query, headers, JSON body, order and times', async () => {
    const hook = await openOne();

    const first = await send(`${hook.url}/orders?id=7&id=8`, json({ state: 'signed' }));
    const second = await send(hook.url, { method: 'PUT', body: 'plain 1' });
    const [one, two] = await hook.deliveries(1, 0, never);

    expect([first, second]).toEqual([200, 200]);
    expect(one).toMatchObject({
      number: 1,
      method: 'POST',
      path: '/orders?id=7&id=8',
      query: { id: '8' },
      body: { state: 'signed' },
      answered: 200,
      signature: null,
      sinceLastMs: null,
    });
    expect(one?.headers['content-type']).toBe('application/json');
    expect(two).toMatchObject({ number: 2, method: 'PUT', path: '/', body: 'plain 1' });
    expect(two?.sinceLastMs).toBeGreaterThanOrEqual(0);
    expect(two?.afterMs).toBeGreaterThanOrEqual(one?.afterMs ?? 0);
  });

  test.each([
    ['application/json', '{broken', '{broken'],
    ['application/json', '12', 12],
    ['text/plain', '12', '12'],
    ['text/plain', ' {"a":1}', { a: 1 }],
    ['application/x-www-form-urlencoded', 'a=1&b=2', 'a=1&b=2'],
    ['application/json', '', ''],
  ])('a body of %s %j is kept as %j', async (type, body, kept) => {
    const hook = await openOne();

    await send(hook.url, { headers: { 'content-type': type }, body });

    expect((await hook.deliveries(0, 0, never))[0]?.body).toEqual(kept);
  });

  test('a body of more than 1 MB is answered 413 and kept without it', async () => {
    const hook = await openOne();

    const status = await send(hook.url, { body: Buffer.alloc(DELIVERY_BYTES_MAX + 1, 'a') });
    const exact = await send(hook.url, { body: Buffer.alloc(DELIVERY_BYTES_MAX, 'a') });

    // The answer may come while the rest is still being sent, which some clients tell as a broken connection.
    expect([413, 'EPIPE', 'ECONNRESET']).toContain(status);
    expect(exact).toBe(200);
    const kept = (await hook.deliveries(1, 0, never)).map(({ answered, body }) => [
      answered,
      typeof body === 'string' ? body.length : body,
    ]);
    expect(kept).toEqual([
      [413, null],
      [200, DELIVERY_BYTES_MAX],
    ]);
  });

  test('after 1000 deliveries further ones are answered 429 and forgotten', async () => {
    const hook = await openOne();
    const hundreds = Array.from({ length: DELIVERIES_MAX / 100 });

    for (const _ of hundreds) await Promise.all(Array.from({ length: 100 }, () => send(hook.url)));

    expect(await send(hook.url)).toBe(429);
    expect(await hook.deliveries(0, 0, never)).toHaveLength(DELIVERIES_MAX);
  });
});

describe('answers', () => {
  test('come one after the other, the last one from then on', async () => {
    const hook = await openOne({ answers: [500, 503, 204] });

    const statuses = [await send(hook.url), await send(hook.url), await send(hook.url), await send(hook.url)];

    expect(statuses).toEqual([500, 503, 204, 204]);
    expect((await hook.deliveries(3, 0, never)).map(({ answered }) => answered)).toEqual([500, 503, 204, 204]);
  });

  test('"timeout" leaves the sender waiting until the catcher is closed', async () => {
    const catcher = listening();
    const hook = await openOne({ answers: ['timeout', 200] }, catcher);

    const hanging = send(hook.url);
    const [first] = await hook.deliveries(0, 5000, never);
    const second = await send(hook.url);
    await catcher.close();

    expect(first?.answered).toBeNull();
    expect(second).toBe(200);
    expect(await hanging).toBe('ECONNRESET');
  });

  test('are given after the delay that was asked for, while the delivery is known at once', async () => {
    const waits: number[] = [];
    const slow = { ...clock, sleep: (ms: number) => (waits.push(ms), Promise.resolve()) };
    const hook = await openOne({ delayMs: 4321 }, listening({ clock: slow }));

    const status = await send(hook.url);

    expect(status).toBe(200);
    expect(waits).toEqual([4321]);
  });

  test('paths that nobody opened, and those of a closed catcher, are 404', async () => {
    const catcher = listening();
    const hook = await openOne({}, catcher);
    const other = await openOne({}, catcher);

    await hook.close();

    expect(await send(hook.url)).toBe(404);
    expect(await send(new URL('/guess', other.url).href)).toBe(404);
    expect(await send(other.url)).toBe(200);
    expect(new URL(other.url).pathname).toMatch(/^\/[0-9a-f]{32}$/u);
    expect(hook.url).not.toBe(other.url);
  });
});

describe('signatures', () => {
  const body = '{"state":"signed"}';
  const hmac = (algorithm: string, encoding: 'hex' | 'base64', secret = 'the-key'): string =>
    createHmac(algorithm, secret).update(body).digest(encoding);

  test.each([
    ['sha256 in hex with a prefix', {}, { 'x-sig': `sha256=${hmac('sha256', 'hex')}` }, 'valid'],
    ['upper-case hex', {}, { 'x-sig': `sha256=${hmac('sha256', 'hex').toUpperCase()}` }, 'valid'],
    ['another secret', {}, { 'x-sig': `sha256=${hmac('sha256', 'hex', 'other')}` }, 'invalid'],
    ['no prefix', {}, { 'x-sig': hmac('sha256', 'hex') }, 'invalid'],
    ['half of it', {}, { 'x-sig': `sha256=${hmac('sha256', 'hex').slice(0, 32)}` }, 'invalid'],
    ['nothing behind the prefix', {}, { 'x-sig': 'sha256=' }, 'invalid'],
    ['no header', {}, {}, 'missing'],
    [
      'sha1 in base64',
      { algorithm: 'sha1', encoding: 'base64', prefix: '' },
      { 'x-sig': hmac('sha1', 'base64') },
      'valid',
    ],
    ['sha512', { algorithm: 'sha512', prefix: '' }, { 'x-sig': hmac('sha512', 'hex') }, 'valid'],
  ] as const)('%s', async (_what, more, headers, expected) => {
    const hook = await openOne({ signature: { header: 'X-Sig', secret: 'the-key', prefix: 'sha256=', ...more } });

    await send(hook.url, { headers, body });

    expect((await hook.deliveries(0, 0, never))[0]?.signature).toBe(expected);
  });
});

describe('waiting', () => {
  test('ends with the delivery that comes', async () => {
    const hook = await openOne();

    const waiting = hook.deliveries(0, 60_000, never);
    await send(hook.url, json({ a: 1 }));

    expect(await waiting).toHaveLength(1);
  });

  test('ends when the time is up, and at once where there is more than known', async () => {
    const hook = await openOne();

    expect(await hook.deliveries(0, 20, never)).toEqual([]);
    await send(hook.url);
    expect(await hook.deliveries(0, 60_000, never)).toHaveLength(1);
  });

  test('ends with the reason of an abort', async () => {
    const hook = await openOne();
    const stop = new AbortController();

    const waiting = hook.deliveries(0, 60_000, stop.signal);
    stop.abort(new Error('the run was cancelled'));

    await expect(waiting).rejects.toThrow('the run was cancelled');
  });
});

test('behind a tunnel the URL is the public one, whatever the tunnel puts before the path', async () => {
  const catcher = listening({ publicUrl: 'https://tunnel.test/base/' });
  const local = listening();
  const here = await openOne({}, local);
  const hook = await openOne({}, catcher);

  expect(hook.url).toMatch(/^https:\/\/tunnel\.test\/base\/[0-9a-f]{32}$/u);
  // The same rule without a tunnel: a path in front of the catcher's own is not looked at.
  expect(await send(here.url.replace(/\/([0-9a-f]{32})$/u, '/base/$1/sub'))).toBe(200);
  expect((await here.deliveries(0, 0, never))[0]?.path).toBe('/sub');
});

test('a port that is taken is told when the first catcher is opened', async () => {
  const first = await openOne();

  await expect(openOne({}, listening({ port: Number(new URL(first.url).port) }))).rejects.toThrow('EADDRINUSE');
});
