/** Row 36 and C8: failover, partial outage, slowness, faults that begin and end, and that nothing of them is left. */
import { afterEach, describe, expect, test } from '@jest/globals';
import type { JsonObject } from '#core/units';
import { closeSystems } from './small-system.ts';
import { experiment, failed, experimentOf, howAsked, oneFailure } from './shop-experiment.ts';
import type { Setting } from './shop-experiment.ts';
import type { Ran } from './experiment-world.ts';

afterEach(closeSystems);

describe('C8: failover, partial outage and time', () => {
  test('requests go to the secondary endpoint while the first is down', async () => {
    const { report } = await experiment({
      withSecondary: true,
      more: {
        faults: [{ proxy: 'payments', fault: 'down' }],
        expect: { proxies: { secondary: { requests: { min: 1 } } } },
      },
    });

    expect(failed(report)).toEqual([]);
    expect(experimentOf(report)).toMatchObject({ proxies: { secondary: { requests: 1 } } });
  });

  test('a system without failover fails, with what broke first', async () => {
    const { report } = await experiment({
      more: {
        faults: [{ proxy: 'payments', fault: 'no_such_host' }],
        expect: { proxies: { payments: { requests: { min: 1 } } } },
      },
    });

    expect(failed(report)).toEqual([
      'expected order passed in 1 runs, got 1 otherwise; run 1 failed: expected status 201, got 503 {"error":"payments"}',
    ]);
  });

  test('an outage of half of the requests fails about half of the runs, the same ones each time', async () => {
    const setting: Setting = {
      more: { faults: [{ ...oneFailure, toxicity: 0.5 }], rounds: 20, expect: { errorRateMax: 0.4 } },
    };

    const reports = [(await experiment(setting)).report, (await experiment(setting)).report];

    const [first, second] = reports.map((report) => experimentOf(report)['phases']) as [JsonObject[], JsonObject[]];
    const counted = first[1]?.['runs'] as { readonly failed: number };
    expect(counted.failed).toBeGreaterThan(4);
    expect(counted.failed).toBeLessThan(16);
    expect(second[1]?.['runs']).toEqual(counted);
  });

  test('a system that waits longer than it may is found', async () => {
    const { report } = await experiment({
      switches: { timeoutMs: 1500, fallback: true },
      more: {
        faults: [{ proxy: 'payments', fault: 'timeout', timeoutMs: 300 }],
        expect: { durationMsMax: 250, fallback: [{ status: 202 }] },
      },
    });

    expect(failed(report)).toEqual([
      expect.stringMatching(/^expected every run within 250 ms under the faults, got order with \d+ ms$/u),
    ]);
  });

  test('a fallback that is another one is found', async () => {
    const { report } = await experiment({
      switches: { fallback: true },
      more: { faults: [oneFailure], expect: { fallback: [{ path: '$.state', equals: 'refused' }] } },
    });

    expect(failed(report)).toEqual([expect.stringContaining('fallback of order in round 1:')]);
  });

  test('the target of the cases can be behind a proxy itself', async () => {
    const { report } = await experiment({
      more: {
        proxies: { api: { target: 'default' } },
        steadyState: { cases: ['alive'] },
        cases: ['alive'],
        faults: [{ proxy: 'api', fault: 'malformed_json' }],
        expect: { verdicts: ['failed'], proxies: { api: { requests: { min: 1, max: 1 } } } },
      },
    });

    expect(report.failure).toBeUndefined();
    expect(failed(report)).toEqual([]);
    expect(experimentOf(report)).toMatchObject({
      firstBroken: { why: 'expected status 200, got 200 {"charges":0' },
    });
  });

  test('a target that may not be reached is errored, and nothing is sent', async () => {
    const { report } = await experiment({
      more: {
        proxies: { api: { target: 'default' }, payments: { upstream: 'http://127.0.0.1:9' } },
        steadyState: { cases: ['alive'] },
        cases: ['alive'],
        faults: [{ proxy: 'api', fault: 'malformed_json' }],
        expect: { verdicts: ['failed'], proxies: { api: { requests: { min: 1, max: 1 } } } },
      },
      world: { allowHosts: ['127.0.0.1:9'] },
    });

    // The shop's own host is not on the list.
    expect(report.failure).toMatchObject({ type: 'refused_target' });
  });
});

describe('faults in time', () => {
  test('a fault ends by itself after its duration', async () => {
    const { report } = await experiment({
      switches: { fallback: true },
      more: {
        faults: [{ ...oneFailure, durationMs: 60 }],
        rounds: 4,
        everyMs: 50,
        expect: { verdicts: ['passed', 'failed'] },
      },
    });

    const [, faults] = experimentOf(report)['phases'] as JsonObject[];
    const counted = faults?.['runs'] as { readonly passed: number; readonly failed: number };
    expect(counted.failed).toBeGreaterThanOrEqual(1);
    expect(counted.passed).toBeGreaterThanOrEqual(1);
  });

  test('a fault that never began makes it errored', async () => {
    const { report } = await experiment({ more: { faults: [{ ...oneFailure, afterMs: 60_000 }] } });

    expect(report.failure?.message).toBe(
      'expected every fault to begin, got none of "status", which waits 60000 ms: the cases were over before',
    );
  });

  test('a case may run beside the others all the time, and is judged by its verdict', async () => {
    const { report } = await experiment({
      switches: { fallback: true },
      more: { faults: [oneFailure], during: 'alive', expect: { errorRateMax: 1 } },
    });

    expect(failed(report)).toEqual([]);
    expect(report.checks.map(({ check }) => check)).toContain('case alive under the faults: passed');
  });
});

describe('row 36: faults are always removed', () => {
  test('an experiment that is stopped under way leaves no proxy', async () => {
    const stop = new AbortController();
    const opened: Ran['proxies'][number][] = [];
    const setting: Setting = {
      more: { faults: [{ proxy: 'payments', fault: 'latency', latencyMs: 60_000 }], rounds: 100 },
      world: {
        signal: stop.signal,
        opened,
        onRun: (id) => {
          if (id === 'order') stop.abort(new Error('the run was cancelled'));
        },
      },
    };

    await expect(experiment(setting)).rejects.toThrow('the run was cancelled');
    expect(opened).toHaveLength(1);
    expect(await howAsked(opened[0])).toBe('ECONNREFUSED');
  });

  test('proxies of an experiment that ended refuse connections', async () => {
    const { proxies } = await experiment({
      switches: { fallback: true },
      more: { faults: [oneFailure], expect: { errorRateMax: 1 } },
    });

    expect(await howAsked(proxies[0])).toBe('ECONNREFUSED');
  });

  test('a case that does not exist is errored with its name', async () => {
    const { report, proxies } = await experiment({ more: { faults: [oneFailure], cases: ['nobody'] } });

    expect(report.failure).toEqual({
      type: 'setup',
      phase: 'experiment',
      message: 'expected a case of the suite, got nobody',
    });
    expect(await howAsked(proxies[0])).toBe('ECONNREFUSED');
  });
});
