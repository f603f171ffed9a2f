/** Requirement C4 as one: retries, budget, circuit and limit around a scripted target on a virtual clock. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rateLimiter } from '#engines/client/rate-limiter';
import { resilientClient } from '#engines/client/resilient-client';
import { seededRandom, virtualClock } from '../../doubles/time.ts';
import { HOST, RULES, START, setting } from './client-setting.ts';
import { failure, request, response } from './scripted-answers.ts';

describe('retries (C4, row 8)', () => {
  test('a request that works goes once and tells of nothing', async () => {
    const { ask, http, client } = setting(() => 200);

    const sent = await ask();

    expect([sent.response?.status, sent.retries, sent.waitedMs, http.sent.length]).toEqual([200, [], 0, 1]);
    expect(client.figures().hosts[HOST]).toMatchObject({
      requests: 1,
      recovered: 0,
      unrecovered: 0,
      retriesStopped: 0,
    });
  });

  test('one that works after a reset and a 503 keeps what came before, with its waits', async () => {
    const { ask, http, client } = setting(
      (send) => [failure(), response(503, [['retry-after', '3']]), 200][send] ?? 200,
    );

    const sent = await ask();

    const [first, second] = sent.retries;
    expect(sent.response?.status).toBe(200);
    expect(first).toMatchObject({
      atEpochMs: START,
      why: 'network',
      failure: { type: 'connection', phase: 'wait', message: 'expected an answer, got a reset' },
    });
    expect(second).toEqual({ atEpochMs: START + (first?.waitMs ?? 0), why: 'http_5xx', status: 503, waitMs: 3000 });
    expect(http.sent.map(({ atMs }) => atMs - START)).toEqual([0, first?.waitMs, (first?.waitMs ?? 0) + 3000]);
    expect(client.figures().hosts[HOST]).toMatchObject({
      requests: 1,
      retries: { network: 1, http_5xx: 1, rate_limited: 0 },
      recovered: 1,
      unrecovered: 0,
    });
  });

  test('after the last retry the last outcome stands, also a failure', async () => {
    const { ask, http } = setting((send) => (send < 3 ? 502 : failure({ type: 'timeout' })));

    const sent = await ask();

    expect([sent.failure?.type, sent.retries.length, http.sent.length]).toEqual(['timeout', 3, 4]);
  });

  test('five retries after 429, then it stands', async () => {
    const { ask, client } = setting(() => 429);

    const sent = await ask();

    expect([sent.response?.status, sent.retries.length]).toEqual([429, 5]);
    expect(client.figures().hosts[HOST]).toMatchObject({ unrecovered: 1, recovered: 0 });
  });

  test.each([429, 500, 503])('a %d that the case expects goes once and does not open the circuit', async (status) => {
    const { ask, http, client } = setting(() => status);

    for (let number = 0; number < 20; number += 1) await ask({ isExpected: (got) => got === status });

    expect(http.sent).toHaveLength(20);
    expect(client.figures().breaker.openings).toBe(0);
  });

  test('POST goes again only when asked', async () => {
    const { ask, http } = setting((send) => (send % 2 === 0 ? 500 : 200));

    const first = await ask({}, 'POST');
    await ask({ retry: false });
    const asked = await ask({ retry: { nonIdempotent: true } }, 'POST');

    expect([first.response?.status, first.retries.length]).toEqual([500, 0]);
    expect([asked.response?.status, asked.retries.length]).toEqual([200, 1]);
    expect(http.sent).toHaveLength(4);
  });

  test('giving up while it waits ends with the reason and frees what was taken', async () => {
    const { client, clock, http } = setting(() => response(429, [['retry-after', '20']]));
    const stop = new AbortController();
    const sending = client.send(request(), RULES, stop.signal);
    await clock.advance(5000);

    stop.abort(new Error('cancelled'));

    await expect(sending).rejects.toThrow('cancelled');
    expect([http.sent.length, clock.asleep()]).toEqual([1, 0]);
  });

  test('what is no HttpFailure is not swallowed', async () => {
    const clock = virtualClock();
    const http = { send: () => Promise.reject(new TypeError('bug')), close: () => Promise.resolve() };
    const client = resilientClient({ http, clock, random: seededRandom() });

    await expect(client.send(request(), RULES)).rejects.toThrow(TypeError);
  });
});

describe('retry budget (C4)', () => {
  test('a target that is down: retries stay under 10 % plus 10 in 10,000 requests, the rest is counted', async () => {
    const { client, clock, http } = setting(() => 503);
    const sending = Array.from({ length: 10_000 }, () => client.send(request(), { ...RULES, breaker: false }));

    await clock.run(Promise.all(sending));

    const { retriesStopped = 0, requests } = client.figures().hosts[HOST] ?? {};
    expect(requests).toBe(10_000);
    expect(http.sent.length - 10_000).toBeLessThan(1010);
    expect(http.sent.length - 10_000).toBe(1009);
    expect(retriesStopped).toBeGreaterThanOrEqual(10_000 - 1009);
  });

  test('10,000 random schedules keep the bound at each send', async () => {
    const outcomes = fc.array(fc.constantFrom(200, 200, 404, 429, 500, 503), { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(outcomes, fc.integer({ min: 1, max: 60 }), fc.nat(), async (script, count, seed) => {
        const { client, clock, http } = setting((send) => script[send % script.length] ?? 200, seed);

        await clock.run(
          Promise.all(Array.from({ length: count }, () => client.send(request(), { ...RULES, breaker: false }))),
        );

        const retries = http.sent.length - count;
        const { network, http_5xx, rate_limited } = client.figures().hosts[HOST]?.retries ?? {};
        return retries * 10 < count + 100 && (network ?? 0) + (http_5xx ?? 0) + (rate_limited ?? 0) === retries;
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('rate limit (C4, row 9)', () => {
  test('retries ask like any request, and the waits are told', async () => {
    const { clock, client, http } = setting((send) => (send === 0 ? response(503, [['retry-after', '0']]) : 200));
    const limiter = rateLimiter(clock, { host: { requestsPerSecond: 2, burst: 1 } });

    const sent = await clock.run(client.send(request(), { ...RULES, limiter }));

    expect(http.sent.map(({ atMs }) => atMs - START)).toEqual([0, 500]);
    expect([sent.waitedMs, sent.retries[0]?.waitMs]).toEqual([500, 0]);
    expect(client.figures().hosts[HOST]?.rateWaits).toEqual({ count: 1, ms: 500, msMax: 500 });
  });
});

describe('retry-aware truth (what nobody has, row 8)', () => {
  test('the server’s Retry-After is judged: missing, unreadable, and not kept', async () => {
    const answers = [
      response(429),
      response(429, [['Retry-After', 'soon']]),
      response(429, [['Retry-After', '2']]),
      response(503, [['Retry-After', '1']]),
      response(200),
    ];
    const { ask, client } = setting((send) => answers[send] ?? 200);

    await ask();

    expect(client.figures().hosts[HOST]).toMatchObject({
      retryAfter: { answers: 4, missing: 1, unreadable: 1, broken: 1 },
      retries: { rate_limited: 3, http_5xx: 1, network: 0 },
      recovered: 1,
    });
  });
});

test('C4: figures of more than a thousand hosts stay bounded', async () => {
  const { client, clock } = setting(() => 200);

  for (let number = 0; number < 1100; number += 1)
    await clock.run(client.send(request('GET', `https://host-${String(number)}.test/`), RULES));

  const { hosts } = client.figures();
  expect(Object.keys(hosts)).toHaveLength(1001);
  expect(hosts['other hosts']?.requests).toBe(100);
});

test('C4: an address that is none is the HTTP client’s to refuse', async () => {
  const { client, clock } = setting(() => failure({ type: 'refused_target', phase: 'resolve', sent: false }));

  const sent = await clock.run(client.send(request('GET', 'nonsense'), RULES));

  expect(sent.failure?.type).toBe('refused_target');
});
