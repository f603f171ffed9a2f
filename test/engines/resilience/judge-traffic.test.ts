/** Traffic that is too much to be kept is not judged: a count of a part would say something about nothing. */
import { expect, test } from '@jest/globals';
import type { ProxyExpectation } from '#core/acts/disturb';
import { judgeTraffic } from '#engines/resilience/judge-traffic';
import type { Observation } from '#engines/resilience/experiment';

const observation = (unseen: number): Observation => ({
  runs: [],
  phases: {},
  faults: [],
  recoveryMs: 0,
  proxies: new Map([['payments', { seen: [], windows: [], connections: 3, unseen, firstAfterEpochMs: undefined }]]),
});
const judge = (wanted: ProxyExpectation, unseen: number) => judgeTraffic('payments', wanted, observation(unseen), 1000);

test('requests beyond those that are kept', () => {
  expect(() => judge({ requests: { max: 10 } }, 7)).toThrow(
    'expected few enough requests at proxy payments to keep them all, got 7 beyond 0',
  );
  expect(judge({ requests: { max: 10 } }, 0)).toMatchObject([{ passed: true, got: 0 }]);
});

test('connections are all counted', () => {
  expect(judge({ connections: { min: 3, max: 3 } }, 7)).toEqual([
    { check: 'connections at proxy payments under the faults: 3', passed: true, expected: '3', got: 3 },
  ]);
  expect(judge({ connections: { max: 2 } }, 7)).toMatchObject([
    { passed: false, message: 'expected at most 2 connections at proxy payments under the faults, got 3' },
  ]);
});
