/** `assay init --from har`: which calls of a recording become cases, how values of answers reach later calls, and what never leaves it. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { startShop, SHOP_PASSWORD_DEFAULT } from '../../examples/shop/server.ts';
import { initFolder, type InitFolder } from './init-folder.ts';

let folder: InitFolder;
beforeEach(async () => {
  folder = initFolder(await mkdtemp(path.join(tmpdir(), 'assay-har-')));
});

interface Recorded {
  readonly type?: string;
  readonly headers?: { readonly [name: string]: string };
  readonly sent?: unknown;
  readonly got?: unknown;
  readonly status?: number;
}
const pairs = (record: { readonly [name: string]: string } = {}): object[] =>
  Object.entries(record).map(([name, value]) => ({ name, value }));
const entry = (
  method: string,
  url: string,
  { type = 'application/json', headers, sent, got, status = 200 }: Recorded = {},
): object => ({
  startedDateTime: '2026-01-01T00:00:00Z',
  request: {
    method,
    url,
    headers: pairs({
      Host: 'x',
      'User-Agent': 'Browser',
      'sec-ch-ua': 'y',
      Referer: 'http://127.0.0.1:4010/',
      Cookie: 'sid=abc123def456',
      ...headers,
    }),
    ...(sent === undefined ? {} : { postData: { mimeType: 'application/json', text: JSON.stringify(sent) } }),
  },
  response: {
    status,
    headers: [],
    content: { mimeType: type, ...(got === undefined ? {} : { text: JSON.stringify(got) }) },
  },
});
const har = (...entries: readonly object[]): object => ({ log: { version: '1.2', entries } });
const SHOP = 'http://127.0.0.1:4010';
const TOKEN = 'shop_AbCdEf0123456789';
const AUTH = { Authorization: `Bearer ${TOKEN}` };

describe('row 1: an HTTP archive', () => {
  test('a recorded purchase is run again: token and ids come from answers, no recorded secret is in the files', async () => {
    await folder.write(
      'shop.har',
      har(
        entry('GET', `${SHOP}/app.js`, { type: 'application/javascript' }),
        entry('OPTIONS', `${SHOP}/carts`, { status: 204 }),
        entry('POST', `${SHOP}/login`, {
          sent: { user: 'ada', password: 'recorded-password' },
          got: { token: TOKEN, tokenType: 'Bearer' },
        }),
        entry('GET', `${SHOP}/items?limit=2`, { got: { items: [{ id: 1 }, { id: 2 }], total: 23 } }),
        entry('GET', `${SHOP}/items/2`, { got: { id: 2, stock: 5 } }),
        entry('GET', `${SHOP}/items/2`, { got: { id: 2, stock: 5 } }),
        entry('POST', `${SHOP}/carts`, { headers: AUTH, got: { id: 'cart_9f8e7d6c', lines: [] }, status: 201 }),
        entry('POST', `${SHOP}/carts/cart_9f8e7d6c/lines`, {
          headers: AUTH,
          sent: { itemId: 2, quantity: 1 },
          got: { id: 'cart_9f8e7d6c' },
          status: 201,
        }),
        entry('GET', 'https://counter.example.com/hit', { got: {} }),
      ),
    );
    const { exit, stdout } = await folder.init('shop.har');
    const shop = await startShop();

    const results = await folder.runAt(shop.url, { password: SHOP_PASSWORD_DEFAULT });
    await shop.close();
    const cases = await folder.cases();
    const text = await folder.texts();

    expect([exit, stdout]).toEqual([0, expect.stringContaining('5 requests, 1 suite, 5 cases')]);
    expect(results.filter((one) => one.verdict !== 'passed')).toEqual([]);
    expect(cases.map((one) => [one.request?.method, one.request?.path])).toEqual([
      ['POST', '/login'],
      ['GET', '/items'],
      ['GET', '/items/{{itemId}}'],
      ['POST', '/carts'],
      ['POST', '/carts/{{cartId}}/lines'],
    ]);
    expect(cases[4]?.request).toMatchObject({
      headers: { authorization: 'Bearer {{token}}' },
      json: { itemId: '{{itemId}}', quantity: 1 },
    });
    expect(cases[0]).toMatchObject({
      token: true,
      captures: { token: { path: '$.token' } },
      checks: [{ status: 200 }, { header: 'content-type', contains: 'application/json' }],
    });
    for (const secret of [TOKEN, 'recorded-password', 'abc123def456']) expect(text).not.toContain(secret);
    for (const left of [
      'static files left out: 1',
      'preflight requests of the browser left out: 1',
      'calls that repeat an earlier one left out: 1',
      '1 calls to example.com were left out',
    ])
      expect(stdout).toContain(left);
  });

  test('a token that came from no answer is a secret; words, dates and small numbers are no variables', async () => {
    const same = { id: 3, kind: 'standard', at: '2026-01-01T00:00:00Z' };
    await folder.write(
      'a.har',
      har(
        entry('GET', `${SHOP}/a`, {
          headers: { 'X-Api-Key': 'k3y-0f-some-length', 'X-CSRF-Token': 'once-0nly-12345' },
          got: same,
        }),
        entry('POST', `${SHOP}/b`, { sent: { kind: 'standard', since: same.at, page: 3 }, got: {}, status: 201 }),
      ),
    );

    const { stdout } = await folder.init('a.har');
    const [first, second] = await folder.cases();

    expect(first?.request?.headers).toEqual({ 'x-api-key': '{{xApiKey}}' });
    expect(second?.request?.json).toEqual({ kind: 'standard', since: same.at, page: 3 });
    expect(second?.dependsOn).toBeUndefined();
    expect(stdout).toContain('the header x-csrf-token was left out');
    expect(await folder.texts()).not.toMatch(/k3y-0f|once-0nly/);
  });

  test.each<[string, unknown, string]>([
    ['another format', { openapi: '3.0.0' }, 'is no HTTP archive: expected log.entries, got an object with openapi'],
    ['only pictures', har(entry('GET', `${SHOP}/a.png`, { type: 'image/png' })), 'holds no calls of an API'],
    ['broken JSON', '{"log": {"entries": [', 'a.har:1:'],
  ])('%s is a clear error', async (_name, content, words) => {
    await folder.write('a.har', content);

    const { exit, stderr } = await folder.init('--from', 'har', 'a.har');

    expect([exit, stderr]).toEqual([64, expect.stringContaining(words)]);
  });
});
