/**
 * The janitor, with doubles of everything but the engine: what a run created and nobody removed is removed with the run's own suite. The
 * target is scripted and remembers what it has, so that a resource which is still there is seen there and not in what the code says.
 */
import { describe, expect, test } from '@jest/globals';
import { suiteBodies } from '#aws/suite-bodies';
import type { SuiteDefinition } from '#core/suite';
import type { EnvironmentDefinition } from '#core/environment';
import { epochMs } from '#core/units';
import type { HttpRequest } from '#ports/http';
import type { LedgerEntry } from '#ports/resource-ledger';
import { sweepResources } from '../../../functions/sweep-resources/sweep-resources.ts';
import {
  inMemoryBlobs,
  inMemoryCatalog,
  inMemoryLedger,
  inMemoryRuns,
  recordingLog,
  recordingMetrics,
  seededRandom,
  virtualClock,
} from '../../doubles/index.ts';
import { scriptedHttp } from '../../engines/functional/scripted-http.ts';
import type { Reply } from '../../engines/functional/scripted-http.ts';
import { T0, sampleRun, sampleService } from '../../ports/samples.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const TENANT = 'acme';
const never = new AbortController().signal;

const SUITE: SuiteDefinition = {
  suite: 'checkout',
  service: 'shop',
  capability: 'functional',
  uses: ['password'],
  defaults: { headers: { 'x-suite': 'checkout' }, retry: false },
  cases: [
    { id: 'reset', stage: 'setup', request: { method: 'POST', path: '/reset' }, checks: [{ status: 200 }] },
    {
      id: 'login',
      token: true,
      request: { method: 'POST', path: '/login', json: { password: '{{password}}' } },
      checks: [{ status: 200 }],
      captures: { token: { path: '$.token' } },
    },
    {
      id: 'order',
      request: { method: 'POST', path: '/orders', headers: { authorization: 'Bearer {{token}}' } },
      checks: [{ status: 201 }],
      creates: [{ delete: { path: '/orders/1', headers: { authorization: 'Bearer {{token}}' } } }],
    },
    { id: 'tidy', stage: 'teardown', request: { method: 'POST', path: '/tidy' }, checks: [{ status: 200 }] },
  ],
};

const ENVIRONMENT: EnvironmentDefinition = {
  name: 'staging',
  targets: { default: 'https://api.test' },
  secrets: { password: { ref: 'assay/acme/password', hosts: ['api.test'] } },
};

const order = (number: number, more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  id: number.toString(16).padStart(32, '0'),
  suite: 'shop.checkout',
  case: 'order',
  name: `order ${String(number)}`,
  environment: 'staging',
  remove: { method: 'DELETE', path: `/orders/${String(number)}`, headers: { authorization: 'Bearer {{token}}' } },
  gone: ['2xx', 404],
  createdAtEpochMs: T0,
  ...more,
});

interface Options {
  readonly suite?: SuiteDefinition;
  readonly environment?: Partial<EnvironmentDefinition>;
  /** Answers before the shop does. */
  readonly reply?: (request: HttpRequest, url: URL) => Reply | undefined;
  readonly judgedAt?: number;
}

const world = async ({ suite = SUITE, environment = {}, reply, judgedAt = T0 + MINUTE }: Options = {}) => {
  const clock = virtualClock(T0);
  const catalog = inMemoryCatalog();
  const runs = inMemoryRuns({ catalog });
  const left = inMemoryLedger();
  const bodies = suiteBodies(inMemoryBlobs());
  const metrics = recordingMetrics();
  const log = recordingLog();
  await catalog.putService(sampleService(TENANT, 'shop'), 0);
  const stored = { schemaVersion: 1, tenant: TENANT, revision: 1, updatedAtEpochMs: T0, updatedBy: 'me' } as const;
  await catalog.putEnvironment({ ...stored, definition: { ...ENVIRONMENT, ...environment } }, 0);
  await runs.claim(sampleRun(TENANT, 'r1', { deadlineEpochMs: T0 + 2 * HOUR }));
  if (judgedAt !== Infinity) await runs.advance(TENANT, 'r1', 'judged', { judgedAtEpochMs: epochMs(judgedAt) });
  const { digest } = await bodies.put(TENANT, suite);
  const orders = new Set<string>();
  const http = scriptedHttp((request, url) => {
    const said = reply?.(request, url);
    if (said !== undefined) return said;
    if (url.pathname === '/login') return { json: { token: 'secret-token-1' } };
    const isKnown = request.headers.some(
      ([name, value]) => name === 'authorization' && value === 'Bearer secret-token-1',
    );
    if (!isKnown) return { status: 401 };
    return { status: orders.delete(url.pathname) ? 204 : 404 };
  });
  const ports = { left, runs, catalog, suiteBodies: bodies, clock, metrics, log, random: seededRandom(1) };
  const asked: string[] = [];
  const openSecrets = () => ({
    resolve: (ref: string) => {
      asked.push(ref);
      return Promise.resolve('pass-word-123');
    },
  });
  const ledger = left.ofRun({
    tenant: TENANT,
    runId: 'r1',
    digests: new Map([['shop.checkout', digest]]),
    targets: ENVIRONMENT.targets,
  });
  return {
    clock,
    left,
    http,
    orders,
    log,
    metrics,
    asked,
    create: async (...entries: readonly LedgerEntry[]) => {
      for (const entry of entries) {
        orders.add(entry.remove.path);
        await ledger.created(entry);
      }
    },
    sweepAt: async (ms: number) => {
      await clock.advance(T0 + ms - clock.nowMs());
      return sweepResources({ ...ports, openSecrets, httpFor: () => http })(undefined, never);
    },
    sent: () => http.requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`),
  };
};

describe('what a run left behind (C1.1)', () => {
  test('is removed a quarter of an hour after the run was over, with one login and nothing else of the suite', async () => {
    const shop = await world();
    await shop.create(order(1), order(2));

    const early = await shop.sweepAt(15 * MINUTE);
    const swept = await shop.sweepAt(16 * MINUTE);

    expect(early).toEqual({ looked: 2, removed: 0, notRemoved: 0 });
    expect(swept).toEqual({ looked: 2, removed: 2, notRemoved: 0 });
    expect([...shop.orders]).toEqual([]);
    expect(shop.sent().sort()).toEqual(['DELETE /orders/1', 'DELETE /orders/2', 'POST /login']);
    expect(shop.left.all()).toEqual([]);
    expect(shop.asked).toEqual(['assay/acme/password']);
    expect(shop.http.requests[1]?.headers).toContainEqual(['x-suite', 'checkout']);
  });

  test('stays while the run goes on, until the time that the environment gives it is up', async () => {
    const shop = await world({ judgedAt: Infinity, environment: { resourceTtlHours: 1 } });
    await shop.create(order(1));

    for (let minutes = 15; minutes < 60; minutes += 5) await shop.sweepAt(minutes * MINUTE);
    expect(shop.sent()).toEqual([]);
    const swept = await shop.sweepAt(HOUR);

    expect(swept).toMatchObject({ removed: 1 });
    expect([...shop.orders]).toEqual([]);
  });

  test('of a run that never ended is removed a quarter of an hour after its deadline', async () => {
    const shop = await world({ judgedAt: Infinity });
    await shop.create(order(1));

    for (let minutes = 15; minutes < 135; minutes += 5) await shop.sweepAt(minutes * MINUTE);
    expect(shop.sent()).toEqual([]);
    await shop.sweepAt(135 * MINUTE);

    expect([...shop.orders]).toEqual([]);
  });

  test('that is gone already counts as removed', async () => {
    const shop = await world();
    await shop.create(order(1));
    shop.orders.clear();

    expect(await shop.sweepAt(HOUR)).toMatchObject({ removed: 1 });
    expect(shop.left.all()).toEqual([]);
  });

  test('is removed by one of two janitors at once', async () => {
    const shop = await world();
    await shop.create(order(1), order(2), order(3));

    const swept = await Promise.all([shop.sweepAt(HOUR), shop.sweepAt(HOUR)]);

    expect(swept.reduce((sum, { removed }) => sum + removed, 0)).toBe(3);
    expect(shop.sent().filter((line) => line.startsWith('DELETE'))).toHaveLength(3);
  });

  test('of more than a hundred is removed over several ticks', async () => {
    const shop = await world();
    await shop.create(...Array.from({ length: 120 }, (_, at) => order(at + 1)));

    const first = await shop.sweepAt(HOUR);
    const second = await shop.sweepAt(HOUR + 5 * MINUTE);

    expect([first.removed, second.removed]).toEqual([100, 20]);
  });
});

describe('what cannot be removed', () => {
  const refused = (request: HttpRequest): Reply | undefined =>
    request.method === 'DELETE' ? { status: 500, json: { token: 'secret-token-1' } } : undefined;

  test('is tried again with longer pauses, an hour at most, counted when stuck, and given up after seven days', async () => {
    const shop = await world({ reply: refused });
    await shop.create(order(1));

    const triedAt: number[] = [];
    let before = 0;
    for (let ms = 20 * MINUTE; ms <= 8 * DAY; ms += 5 * MINUTE) {
      await shop.sweepAt(ms);
      const deletes = shop.sent().filter((line) => line.startsWith('DELETE')).length;
      if (deletes > before) triedAt.push(ms / MINUTE);
      before = deletes;
    }

    expect(triedAt.slice(0, 7)).toEqual([20, 25, 35, 55, 95, 155, 215]);
    expect(triedAt.at(-1)).toBeLessThanOrEqual((7 * DAY) / MINUTE + 20 + 60);
    expect(triedAt.at(-1)).toBeGreaterThanOrEqual((7 * DAY) / MINUTE + 20);
    expect(shop.left.all()).toMatchObject([{ state: 'given-up' }]);
    const stuck = shop.metrics.entries.filter(({ name }) => name === 'ResourcesStuck').map(({ value }) => value);
    expect(new Set(stuck)).toEqual(new Set([0, 1]));
    expect(stuck.at(-1)).toBe(0);
    expect(shop.metrics.entries.filter(({ name }) => name === 'ResourcesGivenUp')).toHaveLength(1);
    expect(JSON.stringify([shop.log.lines, shop.left.all()])).not.toMatch(/secret-token|pass-word/);
  }, 30_000);

  test('because the login fails is told so, and nothing is deleted', async () => {
    const shop = await world({ reply: (_request, url) => (url.pathname === '/login' ? { status: 403 } : undefined) });
    await shop.create(order(1));

    expect(await shop.sweepAt(HOUR)).toMatchObject({ removed: 0, notRemoved: 1 });

    expect(shop.sent()).toEqual(['POST /login']);
    expect(shop.left.all()[0]).toMatchObject({ tries: 1, reason: expect.stringContaining('login') });
  });

  test('because the environment points elsewhere now is left alone: the same path is somebody else’s there', async () => {
    const shop = await world({ environment: { targets: { default: 'https://other.test' } } });
    await shop.create(order(1));

    await shop.sweepAt(HOUR);

    expect(shop.sent()).toEqual([]);
    expect(shop.left.all()[0]?.reason).toBe(
      'target default was https://api.test when it was created and is https://other.test now',
    );
  });

  test('does not keep what else is there from being removed', async () => {
    const shop = await world({
      reply: (_request, url) => (url.pathname === '/orders/1' ? { status: 409 } : undefined),
    });
    await shop.create(order(1), order(2), order(3, { environment: 'gone' }));

    expect(await shop.sweepAt(HOUR)).toEqual({ looked: 3, removed: 1, notRemoved: 2 });

    expect(shop.left.all().map(({ reason }) => reason)).toEqual([
      expect.stringContaining('409'),
      'the environment gone is not there any more',
    ]);
  });

  test('because its token was captured in a row is told so', async () => {
    const inRows: SuiteDefinition = {
      ...SUITE,
      flows: { users: { rows: [{ name: 'a' }, { name: 'b' }] } },
      cases: SUITE.cases.map((item) =>
        item.id === 'login' || item.id === 'order' ? { ...item, flow: 'users' } : item,
      ),
    };
    const shop = await world({ suite: inRows });
    await shop.create(order(1));

    await shop.sweepAt(HOUR);

    expect(shop.sent()).toEqual([]);
    expect(shop.left.all()[0]?.reason).toBe('it needs what the case login captures in each row');
  });
});
