/** Requirement C4, row 10: the client and its circuits, around a scripted target on a virtual clock. */
import { describe, expect, test } from '@jest/globals';
import { rateLimiter } from '#engines/client/rate-limiter';
import type { Sent } from '#engines/client/resilient-client';
import { HOST, RULES, START, setting } from './client-setting.ts';
import type { Setting } from './client-setting.ts';
import { failure, request, response } from './scripted-answers.ts';

describe('circuit breaker (C4, row 10)', () => {
  const broken = async (): Promise<Setting & { mend: () => void }> => {
    let status = 500;
    const made = setting(() => ({ answer: status, afterMs: 100 }));
    for (let number = 0; number < 10; number += 1) await made.ask({ retry: false });
    return { ...made, mend: () => (status = 200) };
  };

  test('an open circuit refuses at once, naming the endpoint and the time', async () => {
    const { ask, http, client } = await broken();

    const sent = await ask();

    expect(sent).toEqual({
      refusedByBreaker: { endpoint: 'https://api.test GET /orders/{id}', untilEpochMs: START + 31_000 },
      retries: [],
      waitedMs: 0,
    });
    expect(http.sent).toHaveLength(10);
    expect(client.figures().breaker).toEqual({
      openings: 1,
      endpoints: [{ endpoint: 'https://api.test GET /orders/{id}', openings: 1 }],
    });
    expect(client.figures().hosts[HOST]).toMatchObject({ refused: 1, requests: 10 });
  });

  test('other operations and hosts go on, and so do those that switched it off', async () => {
    const { ask, client, clock } = await broken();

    const other = await ask({ operation: 'GET /health', retry: false });
    const elsewhere = await clock.run(client.send(request('GET', 'https://other.test/'), { ...RULES, retry: false }));
    const off = await ask({ breaker: false, retry: false });

    expect([other, elsewhere, off].map((sent) => sent.response?.status)).toEqual([500, 500, 500]);
  });

  test('of 20 requests after half a minute exactly one is the probe; three good ones close it', async () => {
    const { client, clock, http, mend } = await broken();
    mend();
    await clock.advance(30_000);
    const round = (): Promise<Sent[]> =>
      clock.run(Promise.all(Array.from({ length: 20 }, () => client.send(request(), RULES))));

    const rounds = [await round(), await round(), await round(), await round()];

    expect(rounds.map((sent) => sent.filter(({ response }) => response?.status === 200).length)).toEqual([1, 1, 1, 20]);
    expect(http.sent).toHaveLength(10 + 3 + 20);
  });

  test('a probe that fails is not sent again into the circuit that it opened', async () => {
    const { ask, clock, http } = await broken();
    await clock.advance(30_000);

    const sent = await ask();

    expect([sent.response?.status, sent.retries.length, http.sent.length]).toEqual([500, 0, 11]);
  });

  test('nobody waits for a retry that the circuit will refuse', async () => {
    const { ask, clock } = await broken();
    await clock.advance(30_000);
    const before = clock.nowMs();

    await ask();

    expect(clock.nowMs() - before).toBe(100);
  });

  test('a retry that was refused after its wait is no retry, and the budget gets it back', async () => {
    const { client, clock, http } = setting((send) => (send === 0 ? response(429, [['retry-after', '5']]) : 503));
    const waiting = client.send(request(), RULES);
    await clock.advance(1000);
    const failing = { ...RULES, retry: false } as const;
    await clock.run(Promise.all(Array.from({ length: 10 }, () => client.send(request(), failing))));

    const sent = await clock.run(waiting);
    await clock.run(Promise.all(Array.from({ length: 9 }, () => client.send(request(), { ...RULES, breaker: false }))));

    expect([sent.response?.status, sent.retries]).toEqual([429, []]);
    // Twenty requests allow fewer than twelve retries.
    expect(http.sent).toHaveLength(20 + 11);
  });

  test('a request that waited for the rate limit is refused when the circuit opened meanwhile', async () => {
    const { client, clock, http } = setting(() => 500);
    const limiter = rateLimiter(clock, { host: { requestsPerSecond: 1, burst: 10 } });
    const rules = { ...RULES, limiter, retry: false } as const;

    const all = await clock.run(Promise.all(Array.from({ length: 12 }, () => client.send(request(), rules))));

    expect(all.filter(({ refusedByBreaker }) => refusedByBreaker !== undefined)).toHaveLength(2);
    expect(http.sent).toHaveLength(10);
  });

  test('targets that we refused say nothing of the endpoint', async () => {
    const { ask, http } = setting(() => failure({ type: 'refused_target', phase: 'resolve', sent: false }));

    for (let number = 0; number < 20; number += 1) await ask();

    expect(http.sent).toHaveLength(20);
  });
});
