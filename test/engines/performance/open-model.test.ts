/** Rows 31 and 32, and row 2 of those that nobody has: arrivals go on whatever the target and the generator do, and both are told apart. */
import { describe, expect, test } from '@jest/globals';
import { Sketch } from '#core/sketch';
import type { LoadFigures } from '#core/load-figures';
import { quick, runVirtual } from './load-world.ts';
import type { Target } from './load-world.ts';

const p99 = (figures: LoadFigures, series: 'latency' | 'service'): number =>
  Sketch.fromForm(figures.operations[0]![series]).quantile(0.99) ?? NaN;

describe('a rate', () => {
  test('of 5,000 a second is reached to the last request (row 31)', async () => {
    const { figures, judgement } = await runVirtual(
      { stages: [{ durationMs: 4000, rps: 5000 }], warmUpMs: 1000 },
      { target: quick },
    );

    expect(figures.operations[0]?.requests).toBe(15_000);
    expect(figures.generator).toMatchObject({ planned: 15_000, sent: 15_000 });
    expect(judgement).toMatchObject({ verdict: 'passed', validity: 'valid' });
  });

  test('is measured without warm-up and cool-down', async () => {
    const slowAtTheEnds: Target = (_request, atMs) => ({ afterMs: atMs < 2000 || atMs >= 9000 ? 900 : 5 });

    const { figures } = await runVirtual({ warmUpMs: 3000, coolDownMs: 1000 }, { target: slowAtTheEnds });

    expect(figures.operations[0]).toMatchObject({ requests: 600, answered: 600 });
    expect(figures.operations[0]?.latency.max).toBeCloseTo(5, 6);
    expect(figures.windows).toHaveLength(10);
  });
});

describe('latency counts from the intended start (row 32):', () => {
  // The target answers nothing from 3 s on for 1.4 s, then goes on; ten connections, 2,000 requests a second.
  const paused: Target = (_request, atMs) => ({ afterMs: atMs >= 3000 && atMs < 4400 ? 4400 - atMs + 2 : 2 });

  test('a pause of 1.4 s at 2,000 requests/s shows a p99 above one second', async () => {
    const { figures, judgement } = await runVirtual(
      { stages: [{ durationMs: 10_000, rps: 2000 }], connections: 10, thresholds: [{ metric: 'p99', below: 500 }] },
      { target: paused },
    );

    expect(p99(figures, 'latency')).toBeGreaterThan(1000);
    expect(judgement).toMatchObject({ verdict: 'failed', validity: 'valid' });
  });

  test('service time, the second series, hides it: ten requests of twenty thousand saw the pause', async () => {
    const { figures } = await runVirtual(
      { stages: [{ durationMs: 10_000, rps: 2000 }], connections: 10 },
      { target: paused },
    );

    expect(p99(figures, 'service')).toBeLessThan(10);
    expect(figures.operations[0]?.service.max).toBeGreaterThan(1300);
  });

  test('a target that never answers gives timeouts with the time that they waited', async () => {
    const { figures, judgement } = await runVirtual(
      { timeoutMs: 2000, thresholds: [{ metric: 'p50', below: 1500 }] },
      { target: () => ({ afterMs: 60_000 }) },
    );

    expect(figures.operations[0]).toMatchObject({ requests: 1000, failed: 1000, failures: { timeout: 1000 } });
    expect(figures.operations[0]?.latency.min).toBeCloseTo(2000, 6);
    expect(judgement.verdict).toBe('failed');
  });
});

describe('a starved generator says so, and is never green:', () => {
  const quarter = Array.from({ length: 100 }, (_, index) => [index * 100, index * 100 + 75] as const);

  test('one with a quarter of a processor', async () => {
    const { judgement } = await runVirtual({}, { target: quick, stalls: quarter });

    expect(judgement.checks.every(({ passed }) => passed)).toBe(true);
    expect(judgement).toMatchObject({ verdict: 'errored', validity: 'generator-bound' });
    expect(judgement.failure?.message).toMatch(/its event loop stood still for \d+(\.\d+)? % of the time/u);
  });

  test('one whose control group is throttled', async () => {
    const { judgement } = await runVirtual({}, { target: quick, throttledMs: (now) => now * 0.75 });

    expect(judgement).toMatchObject({ verdict: 'errored', validity: 'generator-bound' });
    expect(judgement.failure?.message).toContain('kept the processor from it for 75 % of the time');
  });

  test('one that could not send in time', async () => {
    const { judgement, figures } = await runVirtual({}, { target: quick, stalls: [[9000, 11_000]] });

    expect(figures.generator.sent).toBeLessThan(920);
    expect(judgement.validity).toBe('generator-bound');
  });

  test('but not one that paused for 15 ms once', async () => {
    const { judgement } = await runVirtual({}, { target: quick, stalls: [[5000, 5015]] });

    expect(judgement.validity).toBe('valid');
  });
});

describe('too few connections', () => {
  test('are told when more of them would have helped', async () => {
    const { judgement } = await runVirtual({ connections: 1 }, { target: () => ({ afterMs: 20 }) });

    expect(judgement).toMatchObject({ verdict: 'errored', validity: 'network-bound' });
    expect(judgement.failure?.message).toContain('more `connections` are needed');
  });

  test('are not the reason when the target slows down by itself', async () => {
    const slower: Target = (_request, atMs) => ({ afterMs: atMs < 2000 ? 5 : 400 });

    const { judgement } = await runVirtual({ connections: 10 }, { target: slower });

    expect(judgement).toMatchObject({ verdict: 'failed', validity: 'valid' });
  });
});
