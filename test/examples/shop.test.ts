/**
 * The example shop and its suites, together: a real shop on loopback, the real engine. With no bug every case passes; each planted bug is
 * found by exactly the cases written down here, so a suite that stopped looking would be noticed.
 */
import path from 'node:path';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EnvironmentDefinition } from '#core/environment';
import { BUGS, startShop, type BugName, type RunningShop } from '../../examples/shop/server.ts';
import { notPassed, readSuite, runAgainst } from './run-suite-files.ts';

const folder = path.resolve(import.meta.dirname, '../../examples/shop');
const suites = ['auth', 'catalog', 'checkout'].map((name) => readSuite(path.join(folder, 'suites', `${name}.yaml`)));
const written = parse(readFileSync(path.join(folder, 'environment.yaml'), 'utf8')) as EnvironmentDefinition;
const PASSWORD = 'only-for-this-test';

let shop: RunningShop;
beforeAll(async () => {
  shop = await startShop({ password: PASSWORD });
});
afterAll(async () => {
  await shop.close();
});

const run = async (bugs: readonly BugName[]): Promise<string[]> => {
  shop.setBugs(bugs);
  const host = new URL(shop.url).host;
  const ref = written.secrets?.['shopPassword']?.ref ?? '';
  const environment = { ...written, targets: { default: shop.url }, secrets: { shopPassword: { ref, hosts: [host] } } };
  const results = await runAgainst(suites, environment, { [ref]: PASSWORD });
  expect(results).toHaveLength(42);
  return notPassed(results);
};

describe('without a bug', () => {
  test('every case passes, twice in a row', async () => {
    expect(await run([])).toEqual([]);
    expect(await run([])).toEqual([]);
  });
});

/** What each bug makes of the suites; what depends on a failed case is skipped. */
const FOUND: { readonly [bug in BugName]: readonly string[] } = {
  'wrong-total': [
    'checkout/add-line failed',
    'checkout/cart-closed skipped',
    'checkout/order skipped',
    'checkout/order-again skipped',
    'checkout/order-kept skipped',
    'checkout/stock-after skipped',
  ],
  'missing-field': ['catalog/item failed', 'catalog/item-not-changed skipped', 'catalog/list failed'],
  '500-on-checkout': [
    'checkout/cart-closed skipped',
    'checkout/order failed',
    'checkout/order-again skipped',
    'checkout/order-empty-cart failed',
    'checkout/order-kept skipped',
    'checkout/stock-after skipped',
  ],
  slow: ['catalog/list failed'],
  'stock-not-decreased': ['checkout/stock-after failed'],
  'token-not-checked': ['auth/forged-token failed', 'auth/logged-out-token failed'],
  'expiry-ignored': ['auth/expired-token failed'],
  'leak-stack': ['catalog/item-unknown failed'],
  'duplicate-order': ['checkout/cart-closed skipped', 'checkout/order-again failed'],
  'page-gap': ['catalog/second-page failed'],
};

describe('with a bug', () => {
  test.each(Object.keys(BUGS) as BugName[])('%s is found by the cases that look for it', async (bug) => {
    expect(await run([bug])).toEqual(FOUND[bug]);
  });
});

describe('the switch at run time', () => {
  const post = (body: unknown): Promise<Response> =>
    fetch(`${shop.url}/__bugs`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  test('plants one bug and takes it away again', async () => {
    shop.setBugs([]);

    const planted = await (await post({ name: 'missing-field' })).json();
    const item = (await (await fetch(`${shop.url}/items/1`)).json()) as object;
    const cleared = await (await post({ name: null })).json();

    expect(planted).toEqual({ active: ['missing-field'] });
    expect(item).not.toHaveProperty('currency');
    expect(cleared).toEqual({ active: [] });
  });

  test('refuses a bug that it does not know', async () => {
    const answer = await post({ name: 'no-such-bug' });

    expect(answer.status).toBe(422);
  });
});
