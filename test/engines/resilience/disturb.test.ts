/**
 * Row 36 and C8: experiments with a small system whose switches say how it copes with a dependency that fails. Each right way passes and
 * each wrong way fails for its own reason; the proxies are the real ones, on loopback.
 */
import { afterEach, describe, expect, test } from '@jest/globals';
import type { DisturbDefinition } from '#core/acts/disturb';
import { closeSystems } from './small-system.ts';
import { CASES, experiment, failed, experimentOf, oneFailure, expectProxy } from './shop-experiment.ts';

afterEach(closeSystems);

describe('row 36: steady state', () => {
  test('an experiment that holds says what it did, phase by phase', async () => {
    const { report, logged } = await experiment({
      switches: { fallback: true },
      more: {
        faults: [oneFailure],
        expect: { fallback: [{ status: 202 }, { path: '$.state', equals: 'charged later' }] },
      },
    });

    expect(report.failure).toBeUndefined();
    expect(failed(report)).toEqual([]);
    expect(experimentOf(report)).toMatchObject({
      name: 'payments fail',
      hypothesis: 'orders are still taken',
      blastRadius: 'orders of this test',
      outcome: 'held',
      phases: [
        { phase: 'before', runs: { passed: 1 } },
        { phase: 'faults', runs: { failed: 1 } },
        { phase: 'recovery', runs: { passed: 1 } },
      ],
      faults: [{ proxy: 'payments', fault: 'status' }],
      proxies: { payments: { requests: 1, forwarded: 0, retries: 0, duplicates: 0, statuses: { 503: 1 } } },
      firstBroken: { case: 'order', round: 1, why: 'expected status 201, got 202 {"state":"charged later"}' },
    });
    expect(logged[0]).toBe('experiment "payments fail" may hurt at worst: orders of this test');
  });

  test('a steady state that is not there before is errored, and no fault is made', async () => {
    const { report, proxies } = await experiment({
      more: { steadyState: { cases: ['alive', 'charged-once'] }, faults: [oneFailure] },
    });

    expect(report.failure).toEqual({
      type: 'setup',
      phase: 'steady-state',
      message:
        'expected the steady state before the faults, got charged-once failed: expected status 200, got 200 {"charges":0}',
    });
    expect(proxies[0]?.seen()).toEqual([]);
  });

  test('a steady state that does not come back fails', async () => {
    let isBroken = false;
    const { report } = await experiment({
      more: { steadyState: { cases: ['alive'] }, faults: [oneFailure], recoveryMsMax: 50, ...expectProxy({}) },
      world: {
        cases: {
          ...CASES,
          get alive() {
            return isBroken ? { path: '/charges/o-1', status: 500 } : { path: '/charges/o-1', status: 200 };
          },
        },
        onRun: (id) => {
          isBroken ||= id === 'order';
        },
      },
    });

    expect(failed(report)).toEqual([
      expect.stringMatching(
        /^expected the steady state within 50 ms after the faults, got alive failed: expected status 500/u,
      ),
    ]);
    expect(experimentOf(report)).toMatchObject({ outcome: 'refuted', recoveryMs: null });
  });
});

describe('C8: retries', () => {
  const twoFail = { proxy: 'payments', fault: 'status', status: 503 } as const;

  test.each([
    ['none', 0],
    ['with-key', 2],
    ['without-key', 2],
  ] as const)('a system with retries "%s" shows %d of them', async (retries, count) => {
    const { report } = await experiment({
      switches: { retries },
      more: {
        faults: [twoFail],
        ...expectProxy({ retries: { min: count, max: count }, sendsPerRequestMax: count + 1 }),
      },
    });

    expect(failed(report)).toEqual([]);
  });

  test('a system that should retry and does not is found', async () => {
    const { report } = await experiment({ more: { faults: [twoFail], ...expectProxy({ retries: { min: 1 } }) } });

    expect(failed(report)).toEqual(['expected at least 1 retries at proxy payments under the faults, got 0']);
  });

  test('a system that retries more often than it may is found', async () => {
    const { report } = await experiment({
      switches: { retries: 'with-key' },
      more: { faults: [twoFail], ...expectProxy({ sendsPerRequestMax: 2 }) },
    });

    expect(failed(report)).toEqual([
      'expected at most 2 sends of one request at proxy payments under the faults, got 3',
    ]);
  });
});

describe('C8: idempotency', () => {
  // The charge is made and its answer lost: what a timeout at the wrong moment does.
  const lostAnswer = { proxy: 'payments', fault: 'status', status: 504, forward: true } as const;
  const once: Partial<DisturbDefinition> = {
    faults: [lostAnswer],
    afterwards: ['charged-once'],
    ...expectProxy({ duplicatesMax: 0 }),
  };

  test('retries with one idempotency key have no duplicate effect', async () => {
    const { report } = await experiment({ switches: { retries: 'with-key' }, more: once });

    expect(failed(report)).toEqual([]);
  });

  test('retries without a key are found, at the proxy and by what they did', async () => {
    const { report } = await experiment({ switches: { retries: 'without-key' }, more: once });

    expect(failed(report)).toEqual([
      'expected at most 0 repeated effects without the same idempotency key at proxy payments under the faults, got 2',
      'expected charged-once to pass after the faults, got failed: expected status 200, got 200 {"charges":3}',
    ]);
  });
});

describe('C8: circuit breaker', () => {
  const asks: Partial<DisturbDefinition> = {
    faults: [oneFailure],
    rounds: 6,
    ...expectProxy({ breaker: { opensAfter: 3, probesMax: 1 } }),
  };

  test('a breaker that opens and closes again holds', async () => {
    const { report } = await experiment({ switches: { breaker: true }, more: asks });

    expect(report.failure).toBeUndefined();
    expect(failed(report)).toEqual([]);
  });

  test('a missing breaker is found', async () => {
    const { report } = await experiment({ more: asks });

    expect(failed(report)).toEqual(['expected at most 1 requests at proxy payments after 3 failures in a row, got 3']);
  });

  test('a breaker that never closes again is found', async () => {
    const { report } = await experiment({
      switches: { breaker: true },
      more: { ...asks, steadyState: { cases: ['alive'] }, recoveryMsMax: 60 },
    });

    expect(failed(report)).toEqual(['expected requests at proxy payments within 60 ms after the faults, got none']);
  });

  test.each([
    [2, /expected 3 failed requests in a row at proxy payments to judge its breaker, got fewer in 2 requests/u],
    [4, /expected more than 1 runs of cases after the breaker at proxy payments had to be open, got [01]/u],
  ])('%d rounds are too few to judge it, which is errored', async (rounds, message) => {
    const { report } = await experiment({ more: { ...asks, rounds } });

    expect(report.failure?.message).toMatch(message);
    expect(experimentOf(report)).toMatchObject({ outcome: 'not-judged' });
  });
});
