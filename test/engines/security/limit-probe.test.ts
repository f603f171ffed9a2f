/**
 * Row 27: the rate limit probe against limiters of the usual kinds, in virtual time: each request takes a few milliseconds, waits cost none.
 * Found within 10 %, bounded in requests, over by itself.
 */
import { expect, test } from '@jest/globals';
import type { Exchange, ProbeContext } from '#engines/probe/probe';
import { isWithin, seekLimit, type LimitSeen } from '#engines/security/limit-probe';
import { sender } from '#engines/security/sender';
import { fixedClock } from '../../doubles/time.ts';

interface Limiter {
  /** Milliseconds to wait, or undefined when the request may pass. */
  readonly take: (nowMs: number) => number | undefined;
}

const fixedWindow = (limit: number, windowMs: number): Limiter => {
  let window = -1;
  let count = 0;
  return {
    take: (nowMs) => {
      const at = Math.floor(nowMs / windowMs);
      if (at !== window) [window, count] = [at, 0];
      count += 1;
      return count <= limit ? undefined : (at + 1) * windowMs - nowMs;
    },
  };
};

const slidingWindow = (limit: number, windowMs: number): Limiter => {
  const taken: number[] = [];
  return {
    take: (nowMs) => {
      while ((taken[0] ?? Infinity) <= nowMs - windowMs) taken.shift();
      if (taken.length >= limit) return (taken[0] ?? nowMs) + windowMs - nowMs;
      taken.push(nowMs);
      return undefined;
    },
  };
};

const tokenBucket = (limit: number, windowMs: number): Limiter => {
  let tokens = limit;
  let lastMs = 0;
  return {
    take: (nowMs) => {
      tokens = Math.min(limit, tokens + ((nowMs - lastMs) * limit) / windowMs);
      lastMs = nowMs;
      if (tokens < 1) return Math.ceil(((1 - tokens) * windowMs) / limit);
      tokens -= 1;
      return undefined;
    },
  };
};

interface Setting {
  readonly limiter: Limiter;
  readonly limit: number;
  readonly windowMs: number;
  readonly retryAfter?: boolean;
  readonly startMs?: number;
  readonly latencyMs?: number;
  readonly requestsMax?: number;
}

const probe = async ({
  limiter,
  limit,
  windowMs,
  retryAfter = true,
  startMs = 600_000,
  latencyMs = 1,
  requestsMax = 100_000,
}: Setting): Promise<LimitSeen> => {
  const clock = fixedClock(startMs);
  const send = (): Promise<Exchange> => {
    const waitMs = limiter.take(clock.nowMs());
    clock.advance(latencyMs);
    const headers: (readonly [string, string])[] =
      waitMs === undefined || !retryAfter ? [] : [['retry-after', String(Math.max(1, Math.ceil(waitMs / 1000)))]];
    return Promise.resolve({
      request: { method: 'GET', url: 'http://api.invalid/', headers: [] },
      response: {
        status: waitMs === undefined ? 200 : 429,
        headers,
        body: new Uint8Array(),
        bodyBytes: 0,
        url: 'http://api.invalid/',
      },
      startedAtEpochMs: clock.nowMs(),
      durationMs: latencyMs,
    });
  };
  const signal = new AbortController().signal;
  const context = { send, clock, signal } as unknown as ProbeContext;
  return seekLimit(
    { sender: sender(context, { requestsMax, requestsPerSecond: 10 }), clock, signal },
    { method: 'GET', path: '/' },
    { limit, windowMs, waitMsMax: 65_000 },
  );
};

const KINDS = { 'a fixed window': fixedWindow, 'a sliding window': slidingWindow, 'a token bucket': tokenBucket };

test.each(
  Object.entries(KINDS).flatMap(([kind, make]) => [5, 20, 100, 600].map((limit) => [kind, limit, make] as const)),
)(
  'row 27: %s of %i a minute is found within 10 %%, in at most six times as many requests',
  async (_kind, limit, make) => {
    const seen = await probe({ limiter: make(limit, 60_000), limit, windowMs: 60_000 });

    expect(seen.unknown).toBeUndefined();
    expect(isWithin(seen.passed ?? 0, limit)).toBe(true);
    expect(seen.requests).toBeLessThanOrEqual(limit * 6 + 10);
  },
);

test.each([
  ['a third', 15, 20],
  ['half as much again', 30, 20],
  ['twice as much', 40, 20],
])('row 27: a limit that is %s off the documented one is not taken for it', async (_what, real, documented) => {
  const seen = await probe({ limiter: fixedWindow(real, 60_000), limit: documented, windowMs: 60_000 });

  expect(seen.unrefused ?? seen.passed).toBeGreaterThanOrEqual(real);
  expect(isWithin(seen.passed ?? seen.unrefused ?? 0, documented)).toBe(false);
});

test('no limit at all is told after twice the documented one', async () => {
  const seen = await probe({ limiter: { take: () => undefined }, limit: 50, windowMs: 60_000 });

  expect(seen).toMatchObject({ unrefused: 102, requests: 103 });
  expect(seen.refusal).toBeUndefined();
});

test('two windows that meet in the first burst do not double the limit', async () => {
  // Ten requests before the end of a window.
  const seen = await probe({ limiter: fixedWindow(20, 60_000), limit: 20, windowMs: 60_000, startMs: 660_000 - 10 });

  expect(seen.passed).toBe(20);
});

test('a window that others had used up before is waited out', async () => {
  const limiter = fixedWindow(20, 60_000);
  for (let count = 0; count < 15; count += 1) limiter.take(600_000);

  expect((await probe({ limiter, limit: 20, windowMs: 60_000 })).passed).toBe(20);
});

test('row 27: a limiter without Retry-After is measured all the same', async () => {
  const seen = await probe({ limiter: fixedWindow(20, 60_000), limit: 20, windowMs: 60_000, retryAfter: false });

  expect(seen).toMatchObject({ passed: 20 });
  expect(seen.refusedAfterWait).toBeUndefined();
});

test('a Retry-After that is too short is noticed', async () => {
  const inner = fixedWindow(20, 60_000);
  const limiter = { take: (nowMs: number) => (inner.take(nowMs) === undefined ? undefined : 1000) };

  expect(await probe({ limiter, limit: 20, windowMs: 60_000 })).toMatchObject({ refusedAfterWait: true, passed: 20 });
});

test('requests that are too slow for the limit lead to no judgement', async () => {
  const seen = await probe({ limiter: { take: () => undefined }, limit: 600, windowMs: 60_000, latencyMs: 2000 });

  expect(seen.unknown).toMatch(/too slow to reach 600/u);
});

test('a new window that is further off than may be waited leads to no judgement', async () => {
  const limiter = { take: () => 3_600_000 };

  expect((await probe({ limiter, limit: 20, windowMs: 60_000 })).unknown).toMatch(/longer than waitSecondsMax/u);
});

test('the request budget of the scan ends the probe', async () => {
  await expect(
    probe({ limiter: { take: () => undefined }, limit: 500, windowMs: 60_000, requestsMax: 100 }),
  ).rejects.toThrow(/100 requests are used up/u);
});
