/**
 * Requirement C4, row 9. All shards of a run are simulated on one virtual clock; the moments at which they let requests go are
 * counted afterwards in every second that begins with one of them, which is where a window holds the most.
 */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rateLimiter } from '#engines/client/rate-limiter';
import { shareRates } from '#engines/client/rate-share';
import type { RateLimits } from '#engines/client/rate-share';
import { virtualClock } from '../../doubles/time.ts';

interface Asking {
  readonly atMs: number;
  readonly shard: number;
  readonly operation: string;
}
interface Sent extends Asking {
  readonly number: number;
  readonly sentMs: number;
}

const START = 1_800_000_000_123;

/** When each request goes, in the order in which they go. */
const simulate = async (limits: RateLimits, shards: number, asked: readonly Asking[]): Promise<Sent[]> => {
  const clock = virtualClock(START);
  const limiters = Array.from({ length: shards }, (_none, shard) =>
    rateLimiter(clock, shareRates(limits, { shard, shards })),
  );
  const sent: Sent[] = [];
  const one = async (asking: Asking, number: number): Promise<void> => {
    if (asking.atMs > 0) await clock.sleep(asking.atMs);
    const waiting = limiters[asking.shard]?.enter('api.test', asking.operation);
    if (waiting !== undefined) await waiting;
    sent.push({ ...asking, number, sentMs: clock.nowMs() - START });
  };
  await clock.run(Promise.all(asked.map(one)));
  expect(clock.asleep()).toBe(0);
  return sent;
};

const mostInOneSecond = (times: readonly number[]): number =>
  Math.max(0, ...times.map((begin) => times.filter((time) => time >= begin && time <= begin + 1000).length));

const limit = fc.record({
  requestsPerSecond: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.double({ min: 0.2, max: 30, noNaN: true })),
  burst: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
});
const askings = fc.array(fc.tuple(fc.oneof(fc.constant(0), fc.nat(900)), fc.nat(9), fc.constantFrom('a', 'a', 'b')), {
  minLength: 1,
  maxLength: 24,
});
const bound = ({ requestsPerSecond, burst = 1 }: { requestsPerSecond: number; burst?: number | undefined }): number =>
  requestsPerSecond + burst;

describe('over any second at most rate + burst requests (C4, row 9)', () => {
  test('10,000 random schedules, per host and per operation, summed over 1 to 10 shards', async () => {
    let held = 0;
    await fc.assert(
      fc.asyncProperty(
        limit,
        fc.option(limit),
        fc.integer({ min: 1, max: 10 }),
        askings,
        async (host, operation, shards, drawn) => {
          const asked = drawn.map(([atMs, shard, name]) => ({ atMs, shard: shard % shards, operation: name }));

          const sent = await simulate(
            JSON.parse(JSON.stringify({ host, operation: operation ?? undefined })) as RateLimits,
            shards,
            asked,
          );

          held += sent.filter(({ atMs, sentMs }) => sentMs > atMs).length;
          const of = (name: string): number[] =>
            sent.filter((one) => one.operation === name).map(({ sentMs }) => sentMs);
          return (
            sent.length === asked.length &&
            mostInOneSecond(sent.map(({ sentMs }) => sentMs)) <= bound(host) &&
            (operation === null || Math.max(mostInOneSecond(of('a')), mostInOneSecond(of('b'))) <= bound(operation))
          );
        },
      ),
      { numRuns: 10_000 },
    );
    expect(held).toBeGreaterThan(10_000);
  });

  test('nobody waits longer than the rate says, and who came first goes first', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(1, 2, 4, 5, 8, 10, 20, 25, 50),
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.nat(2000), { maxLength: 20 }),
        async (rate, burst, times) => {
          const asked = times.sort((left, right) => left - right).map((atMs) => ({ atMs, shard: 0, operation: 'a' }));

          const sent = await simulate({ host: { requestsPerSecond: rate, burst } }, 1, asked);

          // The generic cell rate algorithm, ITU-T I.371: the k-th cell may go `burst - 1` gaps before its theoretical time.
          const gap = 1000 / rate;
          let theoretical = 0;
          const due = asked.map(({ atMs }) => {
            const goes = Math.max(atMs, theoretical - (burst - 1) * gap);
            theoretical = Math.max(theoretical, goes) + gap;
            return goes;
          });
          expect(sent.map(({ sentMs }) => sentMs)).toEqual(due);
          expect(sent.map(({ number }) => number)).toEqual(asked.map((_asking, number) => number));
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('fairness (C4, row 9)', () => {
  test('an operation that has to wait lets others pass and loses no place of its own', async () => {
    const limits = { host: { requestsPerSecond: 10 }, operation: { requestsPerSecond: 1 } };
    const asked = ['slow', 'slow', 'slow', 'other', 'third'].map((operation) => ({ atMs: 0, shard: 0, operation }));

    const sent = await simulate(limits, 1, asked);

    expect(sent.map(({ operation, sentMs }) => [operation, sentMs])).toEqual([
      ['slow', 0],
      ['other', 100],
      ['third', 200],
      ['slow', 1000],
      ['slow', 2000],
    ]);
  });

  test('hosts do not wait for each other', () => {
    const limiter = rateLimiter(virtualClock(), { host: { requestsPerSecond: 1, burst: 1 } });

    const waits = ['a.test', 'b.test', 'a.test'].map((host) => limiter.enter(host, 'o')?.then(() => 'waited'));

    expect(waits.map((wait) => wait === undefined)).toEqual([true, true, false]);
  });
});

describe('giving up (C4, row 9)', () => {
  test('an aborted request leaves at once with the reason, and its turn is the next one’s', async () => {
    const clock = virtualClock();
    const limiter = rateLimiter(clock, { host: { requestsPerSecond: 1, burst: 1 } });
    const stop = new AbortController();
    void limiter.enter('api.test', 'o');
    const first = limiter.enter('api.test', 'o', stop.signal);
    const second = limiter.enter('api.test', 'o');

    stop.abort(new Error('stopped'));

    await expect(first).rejects.toThrow('stopped');
    expect(await clock.run(Promise.resolve(second))).toBe(1000);
  });

  test('when all are gone, nothing sleeps on', async () => {
    const clock = virtualClock();
    const limiter = rateLimiter(clock, { host: { requestsPerSecond: 1, burst: 1 } });
    const stop = new AbortController();
    void limiter.enter('api.test', 'o');
    const waiting = limiter.enter('api.test', 'o', stop.signal);
    const late = limiter.enter('api.test', 'p', AbortSignal.abort(new Error('too late')));

    stop.abort(new Error('stopped'));

    await expect(waiting).rejects.toThrow('stopped');
    await expect(late).rejects.toThrow('too late');
    expect(clock.asleep()).toBe(0);
  });

  test('a clock that fails fails for all who wait, not for ever', async () => {
    const clock = { ...virtualClock(), sleep: () => Promise.reject(new Error('no timers')) };
    const limiter = rateLimiter(clock, { host: { requestsPerSecond: 1, burst: 1 } });
    void limiter.enter('api.test', 'o');

    await expect(limiter.enter('api.test', 'o')).rejects.toThrow('no timers');
  });
});

test('row 9: a clock set back gives nothing extra', async () => {
  let nowMs = START;
  const clock = { ...virtualClock(), nowMs: () => nowMs as ReturnType<ReturnType<typeof virtualClock>['nowMs']> };
  const limiter = rateLimiter(clock, { host: { requestsPerSecond: 1, burst: 2 } });
  const stop = new AbortController();

  const goes: boolean[] = [];
  for (const step of [0, -10_000, 0, 0]) {
    nowMs += step;
    const waiting = limiter.enter('api.test', 'o', stop.signal);
    waiting?.catch(() => undefined);
    goes.push(waiting === undefined);
  }

  expect(goes).toEqual([true, true, false, false]);
  stop.abort();
  await Promise.resolve();
});

test('row 9: without limits nothing waits', () => {
  expect(rateLimiter(virtualClock(), {}).enter('api.test', 'o')).toBeUndefined();
});
