/** Requirement C4, row 9: a rate is divided over shards so that the parts never exceed it, also where there is less rate than shards. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { shareRates, wholeShare } from '#engines/client/rate-share';
import type { RateShare } from '#engines/client/rate-share';

const sharesOf = (limit: { requestsPerSecond: number; burst?: number }, shards: number): RateShare[] =>
  Array.from({ length: shards }, (_none, shard) => shareRates({ host: limit }, { shard, shards }).host).filter(
    (share) => share !== undefined,
  );

describe('shares of a rate (C4, row 9)', () => {
  test('10,000 divisions give at most the whole, in rate and in rate + burst', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 5000, noNaN: true }),
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 100 }),
        (requestsPerSecond, burst, shards) => {
          const shares = sharesOf({ requestsPerSecond, burst }, shards);

          if (shares.some(({ turns }) => turns !== undefined)) {
            // In turns: each has the whole in its time, and the times fill a round without overlap.
            const slots = shares.map(({ turns }) => turns ?? { everyMs: 0, startMs: 0, lengthMs: 0 });
            return (
              slots.every(({ startMs, lengthMs }, shard) => startMs === shard * lengthMs) &&
              slots.every(({ everyMs, lengthMs }) => everyMs === shards * lengthMs) &&
              shares.every((share) => share.requestsPerSecond === requestsPerSecond && share.burst === burst)
            );
          }
          const rates = shares.reduce((sum, share) => sum + share.requestsPerSecond, 0);
          const bursts = shares.reduce((sum, share) => sum + share.burst, 0);
          return (
            shares.every((share) => share.burst >= 1) &&
            rates <= requestsPerSecond &&
            rates + bursts <= requestsPerSecond + burst
          );
        },
      ),
      { numRuns: 10_000 },
    );
  });

  test('one shard has everything', () => {
    expect(
      shareRates(
        { host: { requestsPerSecond: 0.5 }, operation: { requestsPerSecond: 3, burst: 4 } },
        { shard: 0, shards: 1 },
      ),
    ).toEqual({
      host: { requestsPerSecond: 0.5, burst: 1 },
      operation: { requestsPerSecond: 3, burst: 4 },
    });
  });

  test('enough burst is cut in whole requests', () => {
    expect(sharesOf({ requestsPerSecond: 30, burst: 7 }, 3)).toEqual([
      { requestsPerSecond: 10, burst: 3 },
      { requestsPerSecond: 10, burst: 2 },
      { requestsPerSecond: 10, burst: 2 },
    ]);
  });

  test('a burst that is too small is made up from a rate that is large enough', () => {
    const [share] = sharesOf({ requestsPerSecond: 401, burst: 3 }, 4);

    expect(share).toEqual({ requestsPerSecond: 100, burst: 1 });
  });

  test('one request a second over four shards goes in turns, the same for host and operation', () => {
    const limits = { host: { requestsPerSecond: 2 }, operation: { requestsPerSecond: 1 } };

    const shares = shareRates(limits, { shard: 3, shards: 4 });

    const turns = { everyMs: 16_000, startMs: 12_000, lengthMs: 4000 };
    expect(shares).toEqual({
      host: { requestsPerSecond: 2, burst: 1, turns },
      operation: { requestsPerSecond: 1, burst: 1, turns },
    });
  });

  test.each([
    [{ requestsPerSecond: 0 }, { shard: 0, shards: 1 }, 'requestsPerSecond must be more than 0, got 0'],
    [{ requestsPerSecond: Number.NaN }, { shard: 0, shards: 1 }, 'requestsPerSecond must be more than 0, got NaN'],
    [{ requestsPerSecond: 1, burst: 0 }, { shard: 0, shards: 1 }, 'burst must be 1 or more, got 0'],
    [{ requestsPerSecond: 1 }, { shard: 2, shards: 2 }, 'shard must be 0 to 1, got 2'],
    [{ requestsPerSecond: 1 }, { shard: 0, shards: 0 }, 'shards must be a whole number from 1, got 0'],
  ])('%j for %j is refused', (limit, place, message) => {
    expect(() => shareRates({ host: limit }, place)).toThrow(message);
  });

  test('whole parts add up to the whole', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.integer({ min: 1, max: 100 }), (total, shards) => {
        const parts = Array.from({ length: shards }, (_none, shard) => wholeShare(total, { shard, shards }));
        return parts.reduce((sum, part) => sum + part, 0) === total && Math.max(...parts) - Math.min(...parts) <= 1;
      }),
    );
  });
});
