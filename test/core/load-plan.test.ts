/** F3.1: a plan above the environment's limits is refused with the limit named, and shards never do more than the plan together. */
import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import type { LoadDefinition } from '#core/acts/load';
import { divideLoad, limitProblems, loadProblems } from '#core/load-plan';
import { arrivalsOf, segmentsOf, usersAt, usersOfPart } from '#core/load-schedule';

const entry = { name: 'list', request: { method: 'GET', path: '/' } };
const open: LoadDefinition = {
  model: 'open',
  stages: [{ durationMs: 60_000, rps: 500 }],
  mix: [entry],
  thresholds: [{ metric: 'p95', below: 500 }],
};
const closed: LoadDefinition = { ...open, model: 'closed', stages: [{ durationMs: 60_000, users: 200 }] };

describe('a plan above the limits is refused', () => {
  test.each<[LoadDefinition, string]>([
    [open, 'expected at most 499 requests/s (limits.rps), got a plan with 500'],
    [closed, 'expected at most 150 users (limits.users), got a plan with 200'],
    [
      { ...open, stages: [{ durationMs: 120_000, rps: 1 }] },
      'expected at most 1 minutes (limits.minutes), got a plan of 2',
    ],
  ])('%#', (load, message) => {
    const limits = { rps: 499, users: 150, minutes: 1 };

    expect(() => divideLoad(load, 3, limits)).toThrow(`the load was not begun: ${message}`);
  });

  test('also when only its peak is above them', () => {
    const load: LoadDefinition = {
      ...open,
      stages: [
        { durationMs: 1000, rps: 10 },
        { durationMs: 1000, rps: 600 },
        { durationMs: 1000, rps: 10 },
      ],
    };

    expect(limitProblems(load, { rps: 500 })).toEqual([
      'expected at most 500 requests/s (limits.rps), got a plan with 600',
    ]);
  });

  test('and one that is exactly at them is not', () => {
    expect(limitProblems(open, { rps: 500, users: 1, minutes: 1 })).toEqual([]);
  });
});

describe('a load divided', () => {
  test('has all requests of the plan, and none twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 300 }), (shards, rps) => {
        const load: LoadDefinition = { ...open, stages: [{ durationMs: 3000, rps }] };

        const numbers = divideLoad(load, shards).flatMap((part) => [...arrivalsOf(part)].map(({ number }) => number));

        expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: rps * 3 }, (_, number) => number));
      }),
      { numRuns: 60 },
    );
  });

  test('never has more users than the plan, at any moment', () => {
    const load: LoadDefinition = { ...closed, from: 0 };
    const parts = divideLoad(load, 7);

    for (let atMs = 0; atMs <= 60_000; atMs += 777) {
      const users = usersAt(segmentsOf(load), atMs);
      expect(parts.reduce((sum, { part }) => sum + usersOfPart(users, part), 0)).toBe(users);
    }
  });

  test('shares connections and requests out exactly', () => {
    const parts = divideLoad({ ...open, connections: 100, maxRequests: 40_000 }, 3);

    expect(parts.map(({ connections }) => connections)).toEqual([33, 33, 34]);
    expect(parts.map(({ maxRequests }) => maxRequests)).toEqual([13_333, 13_333, 13_334]);
  });

  test('of users is held below the limit of requests a second', () => {
    expect(divideLoad(closed, 4, { rps: 100 }).map(({ rpsMax }) => rpsMax)).toEqual([25, 25, 25, 25]);
    expect(divideLoad({ ...closed, rpsMax: 60 }, 4, { rps: 100 })[0]?.rpsMax).toBe(15);
  });

  test('into more parts than it has connections is refused', () => {
    expect(() => divideLoad({ ...open, connections: 2 }, 3)).toThrow('got 2 for 3 shards');
  });
});

describe('a mistake of the author is told', () => {
  test.each<[string, Partial<LoadDefinition>, string]>([
    [
      'users in the open model',
      { stages: [{ durationMs: 1000, users: 5 }] },
      'stage 1: expected rps (model open), got none',
    ],
    ['no duration', { stages: [{ durationMs: 0, rps: 5 }] }, 'expected stages of some duration, got none'],
    [
      'nothing to measure',
      { warmUpMs: 30_000, coolDownMs: 30_000 },
      'expected time to measure between warm-up and cool-down, got 30000 + 30000 ms of 60000 ms',
    ],
    ['no thresholds', { thresholds: [] }, 'expected at least one threshold or soak, got none'],
    [
      'no bound',
      { thresholds: [{ metric: 'p95' }] },
      'threshold 1: expected at least one of below, atMost, above and atLeast, got none',
    ],
    [
      'an unknown metric',
      { thresholds: [{ metric: 'p101', below: 1 }] },
      'threshold 1: expected p50 to p99.999, mean, min, max, errorRate, rps, requests, got "p101"',
    ],
    [
      'an unknown operation',
      { thresholds: [{ metric: 'p95', operation: 'x', below: 1 }] },
      'threshold 1: expected the name of an entry of the mix (list), got "x"',
    ],
    [
      'an unknown tag',
      { thresholds: [{ metric: 'p95', tag: 'x', below: 1 }] },
      'threshold 1: expected a tag of an entry of the mix, got "x"',
    ],
    ['two entries of one name', { mix: [entry, entry] }, 'expected names that differ, got "list" twice'],
    [
      'a request and a case',
      { mix: [{ ...entry, case: 'a' }] },
      '"list": expected either a request or a case, got both',
    ],
    [
      'a weight of nothing',
      { mix: [{ ...entry, weight: 0 }] },
      '"list": expected a weight that is a whole number from 1, got 0',
    ],
    [
      'more requests than allowed',
      { maxRequests: 29_999 },
      'expected a plan of at most 29999 requests (maxRequests), got 30000',
    ],
    [
      'an abort that would come at once',
      { thresholds: [{ metric: 'requests', atLeast: 5, abort: true }] },
      'threshold 1: expected no abort for a lower bound of something that grows: it does not hold at the beginning',
    ],
    [
      'a window longer than the load',
      { thresholds: [{ metric: 'rps', atLeast: 5, windowMs: 90_000 }] },
      'threshold 1: expected a window inside the 60000 ms measured, got 90000 ms',
    ],
    [
      'a soak of an unknown metric',
      { soak: { metrics: ['memory'] } },
      'expected soak to name a watched metric, got "memory"',
    ],
    [
      'a rate without condition',
      { metrics: [{ name: 'hits', kind: 'rate', header: 'x-cache' }] },
      'metric "hits": expected `when` of a rate, got none',
    ],
    [
      'a metric called p95',
      { metrics: [{ name: 'p95', kind: 'trend', header: 'x' }] },
      'metric "p95": expected a name that is no built-in one',
    ],
  ])('%s', (_name, change, problem) => {
    expect(loadProblems({ ...open, ...change })).toContain(problem);
  });

  test('and a good plan has none', () => {
    expect(loadProblems(open)).toEqual([]);
    expect(loadProblems(closed)).toEqual([]);
  });
});
