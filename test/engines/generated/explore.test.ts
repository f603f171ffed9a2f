/**
 * Row 26 and row 30 of the engine's list, and C5: a shop that keeps to its document gives no finding at all, and each of its faults
 * gives the one that it is, in its smallest form. The shop's own checks are written by hand (small-shop.ts).
 */
import { describe, expect, test } from '@jest/globals';
import type { ExploreDefinition } from '#core/acts/explore';
import { exploreOn, faultsOf, type Explored } from './explore-on.ts';
import { SmallShop, type ShopFault } from './small-shop.ts';
import { smallShopDocument } from './small-shop-document.ts';

const LOGIN: ExploreDefinition = { headers: { Authorization: 'Bearer right' }, requestsMax: 900 };

const exploreShop = (fault?: ShopFault, definition: ExploreDefinition = LOGIN): Promise<Explored> => {
  const shop = new SmallShop(fault);
  return exploreOn((request) => shop.answer(request), smallShopDocument, definition);
};

describe('row 26: requests made from a document', () => {
  test('a shop that keeps to its document has no finding, over three seeds', async () => {
    const all = await Promise.all(['1', '2', '3'].map((seed) => exploreShop(undefined, { ...LOGIN, seed })));

    expect(all.map(faultsOf)).toEqual([[], [], []]);
    expect(all[0]!.reports.map(({ part }) => part?.name)).toHaveLength(8);
    expect(all[0]!.reports.flatMap(({ checks }) => checks).length).toBeGreaterThan(50);
  });

  test.each<readonly [ShopFault, readonly string[]]>([
    ['crash-at-limit', ['GET /orders 5xx server-error']],
    ['undocumented-status', ['GET /orders 2xx status-undocumented']],
    ['html-answer', ['GET /orders 2xx media-type']],
    ['wrong-schema', ['GET /orders/{id} 2xx response-schema']],
    ['missing-header', ['POST /orders 2xx response-headers']],
    ['accepts-too-much', ['POST /orders 2xx invalid-accepted']],
    ['refuses-boundary', ['POST /orders 4xx valid-refused']],
    ['header-not-needed', ['GET /report 2xx missing-header-accepted']],
    ['login-ignored', ['GET /account 2xx ignored-auth']],
    ['kept-after-delete', ['GET /orders/{id} 2xx use-after-delete']],
    ['lost-after-create', ['GET /orders/{id} 4xx created-not-readable']],
    ['form-unchecked', ['POST /letters 2xx invalid-accepted']],
  ])('the fault "%s" gives %j and nothing else', async (fault, expected) => {
    const explored = await exploreShop(fault);

    expect(faultsOf(explored)).toEqual(expected);
  });

  test('a method that is accepted though the document does not have it is told once for each path', async () => {
    const explored = await exploreShop('method-accepted');

    expect(new Set(explored.findings.map(({ check }) => check))).toEqual(new Set(['unsupported-method']));
    expect(explored.findings.map(({ operation }) => operation)).toContain('GET /orders');
    expect(explored.findings.map(({ severity }) => severity)).not.toContain('high');
  });

  test('what is reported is the smallest request that fails, and still breaks the same limit (schemathesis#4332)', async () => {
    const { findings } = await exploreShop('accepts-too-much');

    const body = JSON.parse(findings[0]?.request?.body ?? '{}') as {
      readonly amount: number;
      readonly customer: string;
    };
    expect(body.amount).toBe(1001);
    expect(Object.keys(body).sort()).toEqual(['amount', 'customer']);
    expect(body.customer.length).toBe(1);
  });

  test('a crash at a limit is shown with nothing but that limit', async () => {
    const { findings } = await exploreShop('crash-at-limit');

    expect(findings[0]?.request?.url).toBe('http://shop.example/orders?limit=100');
    expect(findings[0]?.severity).toBe('high');
  });

  test('the same seed and the same answers give the same report', async () => {
    const [first, second, other] = await Promise.all([
      exploreShop('wrong-schema'),
      exploreShop('wrong-schema'),
      exploreShop('wrong-schema', { ...LOGIN, seed: 'other' }),
    ]);

    expect(JSON.stringify(second.reports)).toBe(JSON.stringify(first.reports));
    expect(other.sent.map(({ url, body }) => url.href + body)).not.toEqual(
      first.sent.map(({ url, body }) => url.href + body),
    );
  });

  test('rules can be switched off, or only warn', async () => {
    const off = await exploreShop('crash-at-limit', { ...LOGIN, rules: { 'server-error': 'off' } });
    const warned = await exploreShop('crash-at-limit', { ...LOGIN, rules: { 'server-error': 'warn' } });

    expect(faultsOf(off)).toEqual([]);
    expect(warned.findings.map(({ severity }) => severity)).toEqual(['medium']);
  });
});

describe('budget, pace and choice', () => {
  test('no more requests are sent than the budget allows', async () => {
    const { sent } = await exploreShop(undefined, { ...LOGIN, requestsMax: 57 });

    expect(sent.length).toBe(57);
  });

  test('requests keep to the rate that is given', async () => {
    const { times } = await exploreShop(undefined, { ...LOGIN, requestsMax: 50, requestsPerSecond: 10 });

    expect(times.at(-1)! - times[0]!).toBe(4_900);
  });

  test('the time is kept', async () => {
    const { times, sent } = await exploreShop(undefined, {
      ...LOGIN,
      requestsMax: 5_000,
      requestsPerSecond: 10,
      secondsMax: 3,
    });

    const tests = sent.findLastIndex(({ method }) => method !== 'DELETE') + 1;
    expect(times[tests - 1]! - times[0]!).toBeLessThanOrEqual(3_000);
  });

  test('429 and 503 are waited out as they ask and are never findings', async () => {
    const shop = new SmallShop();
    let count = 0;
    const { findings, waits, reports } = await exploreOn(
      (request) => {
        count += 1;
        if (count % 10 === 0) return { status: 429, headers: [['retry-after', '2']], body: { error: 'slow down' } };
        return count % 17 === 0 ? { status: 503, text: 'busy' } : shop.answer(request);
      },
      smallShopDocument,
      { ...LOGIN, requestsMax: 600 },
    );

    expect(findings).toEqual([]);
    expect(waits.filter((ms) => ms === 2_000).length).toBeGreaterThan(40);
    expect(reports[0]?.warnings?.map(({ message }) => message).join()).toMatch(/asked to wait \d+ times/u);
  });

  test('a server that asks to wait longer than there is time is left alone', async () => {
    const { sent, reports } = await exploreOn(
      () => ({ status: 429, headers: [['retry-after', '86400']] }),
      smallShopDocument,
      LOGIN,
    );

    expect(sent).toHaveLength(1);
    expect(reports.every(({ findings = [] }) => findings.length === 0)).toBe(true);
  });

  test('row 30: a redirect to another host is no reason to go there', async () => {
    const { sent, findings } = await exploreOn(
      () => ({ status: 302, headers: [['location', 'http://elsewhere.example/']] }),
      smallShopDocument,
      { requestsMax: 100 },
    );

    expect(new Set(sent.map(({ url }) => url.host))).toEqual(new Set(['shop.example']));
    expect(findings.map(({ check }) => check)).toContain('status-undocumented');
  });

  test('what was made is removed at the end, inside the budget, and stays where that is wanted', async () => {
    const leftOf = async (definition: ExploreDefinition): Promise<readonly [number, number]> => {
      const shop = new SmallShop();
      const { sent } = await exploreOn((request) => shop.answer(request), smallShopDocument, {
        ...LOGIN,
        ...definition,
      });
      return [shop.size, sent.length];
    };

    expect(await leftOf({ requestsMax: 400 })).toEqual([0, 400]);
    expect((await leftOf({ requestsMax: 400, keep: true }))[0]).toBeGreaterThan(20);
  });

  test('operations are chosen by id, tag and pattern', async () => {
    const { sent } = await exploreShop(undefined, {
      ...LOGIN,
      operations: { only: ['GET *'], except: ['GET /account'] },
      requestsMax: 300,
    });

    expect(new Set(sent.filter(({ method }) => method === 'GET').map(({ url }) => url.pathname.split('/')[1]))).toEqual(
      new Set(['orders', 'report']),
    );
  });

  test('safe methods change nothing', async () => {
    const { sent } = await exploreShop(undefined, { ...LOGIN, methods: 'safe' });

    expect(new Set(sent.map(({ method }) => method))).toEqual(new Set(['GET']));
  });

  test('a choice that leaves nothing is told', async () => {
    const { reports } = await exploreShop(undefined, { operations: { only: ['GET /nothing'] } });

    expect(reports[0]?.failure?.message).toBe(
      'expected operations to test, got none of 8 (GET /orders, POST /orders, GET /orders/{id}, PUT /orders/{id}, DELETE /orders/{id})',
    );
  });
});

describe('section 4 row 7: coverage of constraints', () => {
  test('tells which limits, statuses and media types were exercised, and which were not', async () => {
    const { reports } = await exploreShop();

    const coverage = reports.find(({ part }) => part?.name === 'GET /orders')?.details?.coverage as unknown as {
      readonly statuses: object;
      readonly statusesMissed: readonly string[];
      readonly constraints: readonly {
        readonly place: string;
        readonly constraint: string;
        readonly valid: number;
        readonly validOf: number;
        readonly invalid: number;
        readonly invalidOf: number;
      }[];
    };
    expect(Object.keys(coverage.statuses)).toEqual(['200', '400']);
    expect(coverage.statusesMissed).toEqual([]);
    const maximum = coverage.constraints.find(
      ({ place, constraint }) => place === 'query:limit' && constraint === 'maximum',
    )!;
    expect(maximum.validOf).toBeGreaterThanOrEqual(1);
    expect(maximum.invalidOf).toBeGreaterThanOrEqual(1);
    expect(maximum.valid).toBeGreaterThanOrEqual(maximum.validOf);
    expect(maximum.invalid).toBeGreaterThanOrEqual(maximum.invalidOf);
  });

  test('a budget too small for every limit leaves gaps that show', async () => {
    const { reports } = await exploreShop(undefined, { ...LOGIN, requestsMax: 40 });

    const post = reports.find(({ part }) => part?.name === 'POST /orders')?.details?.coverage as unknown as {
      readonly constraints: readonly { readonly invalid: number; readonly invalidOf: number }[];
    };
    expect(post.constraints.some(({ invalid, invalidOf }) => invalid < invalidOf)).toBe(true);
  });
});
