/** The act as the runner meets it: reports, refusals before the first request, stops, and shards that begin together. */
import { describe, expect, test } from '@jest/globals';
import type { LoadDefinition } from '#core/acts/load';
import type { LoadFigures } from '#core/load-figures';
import { readLoadDetails } from '#core/load-details';
import { judgeLoad } from '#core/load-judge';
import { divideLoad } from '#core/load-plan';
import { epochMs } from '#core/units';
import { loadProbe } from '#engines/performance/load-probe';
import { localStartLine, startTogether } from '#engines/performance/start-together';
import { throttledMsIn } from '#engines/performance/host';
import type { ProbeReport } from '#engines/probe/probe';
import { VirtualTime, contextOf, loadOf, portsOf, quick } from './load-world.ts';
import type { Target, WorldOptions } from './load-world.ts';

interface Probed {
  readonly reports: readonly ProbeReport[];
  readonly error: unknown;
  readonly requests: number;
  readonly closed: readonly boolean[];
}

interface Asked extends WorldOptions {
  readonly limits?: { readonly rps?: number };
  readonly act?: (time: VirtualTime) => void;
}

const figuresIn = (report: ProbeReport | undefined): LoadFigures => {
  const details = readLoadDetails(report?.details?.load);
  if (details === undefined) throw new Error('expected a report with figures');
  return details.figures;
};

const probe = async (load: LoadDefinition, options: Asked): Promise<Probed> => {
  const time = new VirtualTime(options.stalls);
  const ports = portsOf(time, options);
  const reports: ProbeReport[] = [];
  let over = false;
  let error: unknown;
  options.act?.(time);
  const { limits } = options;
  const running = loadProbe({ ...ports, ...(limits === undefined ? {} : { limits }) })(
    load,
    contextOf(time, options.context),
    (report) => reports.push(report),
  ).then(
    () => (over = true),
    (reason: unknown) => {
      error = reason;
      over = true;
    },
  );
  await time.run(() => over);
  await running;
  return {
    reports,
    error,
    requests: ports.made.reduce((sum, { sent }) => sum + sent.length, 0),
    closed: ports.made.map(({ closed }) => closed),
  };
};

describe('the act load', () => {
  test('reports checks, requests and figures', async () => {
    const { reports, closed } = await probe(loadOf({}), { target: quick });

    expect(reports).toHaveLength(1);
    expect(reports[0]).toMatchObject({ requests: 1000, requestErrors: 0, warnings: [] });
    expect(reports[0]?.checks.map(({ check, passed }) => [check, passed])).toEqual([
      ['p95 < 500 ms', true],
      ['errorRate <= 0.01', true],
    ]);
    expect(reports[0]?.failure).toBeUndefined();
    expect(figuresIn(reports[0]).operations[0]?.requests).toBe(1000);
    expect(closed).toEqual([true]);
  });

  test('shows the exchange that failed first', async () => {
    const target: Target = (_request, atMs) => ({ afterMs: 1, status: atMs > 500 ? 500 : 200, body: 'oh' });

    const { reports } = await probe(loadOf({}), { target });

    expect(reports[0]?.exchange?.response?.status).toBe(500);
    expect(Buffer.from(reports[0]?.exchange?.response?.body ?? []).toString()).toBe('oh');
  });

  test('counts requests without answer', async () => {
    const failure = { type: 'connection', phase: 'wait', message: 'gone' } as const;
    const target: Target = (_request, atMs) => (atMs > 9000 ? { afterMs: 1, failure } : { afterMs: 1 });

    const { reports } = await probe(loadOf({}), { target });

    expect(reports[0]?.requestErrors).toBeGreaterThanOrEqual(99);
  });

  test('has a failure, not a failed check, when the generator was too slow', async () => {
    const stalls = Array.from({ length: 100 }, (_, index) => [index * 100, index * 100 + 75] as const);

    const { reports } = await probe(loadOf({}), { target: quick, stalls });

    expect(reports[0]?.failure?.message).toContain('the figures are generator-bound');
  });

  test('sends nothing when its plan is above a limit, also as one shard of several', async () => {
    const [part] = divideLoad(loadOf({}), 4);

    for (const load of [loadOf({}), part!]) {
      const { error, requests, reports } = await probe(load, { target: quick, limits: { rps: 99 } });
      expect((error as Error).message).toBe(
        'the load was not begun: expected at most 99 requests/s (limits.rps), got a plan with 100',
      );
      expect([requests, reports.length]).toEqual([0, 0]);
    }
  });

  test('that is stopped before it begins sends nothing and leaves nothing open', async () => {
    const signal = AbortSignal.abort(new Error('cancelled'));

    const { error, requests, closed } = await probe(loadOf({}), { target: quick, context: { signal } });

    expect([(error as Error).message, requests, closed]).toEqual(['cancelled', 0, [true]]);
  });

  test('ends with the run: nothing is sent after a stop, and connections are closed', async () => {
    const stop = new AbortController();
    const { error, requests, closed, reports } = await probe(loadOf({}), {
      target: quick,
      context: { signal: stop.signal },
      act: (time) => {
        time.at(3000, () => {
          stop.abort(new Error('cancelled'));
        });
      },
    });

    expect((error as Error).message).toBe('cancelled');
    expect(requests).toBeGreaterThan(290);
    expect(requests).toBeLessThanOrEqual(301);
    expect([closed, reports.length]).toEqual([[true], 0]);
  });
});

describe('shards of one load', () => {
  const load = loadOf({
    stages: [{ durationMs: 4000, rps: 300 }],
    mix: [{ name: 'a', request: { method: 'GET', path: '/' } }],
  });

  const runAll = async (
    ready: readonly number[],
    sharedLine = true,
  ): Promise<{ readonly starts: number[]; readonly figures: LoadFigures[]; readonly reports: ProbeReport[] }> => {
    const time = new VirtualTime();
    const parts = divideLoad(load, ready.length);
    const context = contextOf(time);
    const line = localStartLine(ready.length, context.clock, 500);
    const starts: number[] = [];
    const reports: ProbeReport[] = [];
    let left = ready.length;
    parts.forEach((part, index) => {
      const target: Target = (_request, atMs) => {
        starts[index] ??= atMs;
        return { afterMs: index === 2 ? 50 : 5 };
      };
      const ports = { ...portsOf(time, { target }), ...(sharedLine ? { startLine: line } : {}) };
      time.at(ready[index] ?? 0, () => {
        void loadProbe(ports)(part, context, (report) => reports.push(report)).then(() => (left -= 1));
      });
    });
    await time.run(() => left === 0);
    return { starts, reports, figures: reports.map(figuresIn) };
  };

  test('begin together, when the last one is ready', async () => {
    const { starts } = await runAll([0, 1200, 3100]);

    expect(Math.min(...starts)).toBeGreaterThanOrEqual(3600);
    expect(Math.max(...starts) - Math.min(...starts)).toBeLessThan(10);
  });

  test('give one verdict together, and alone only whether they are honest', async () => {
    const { figures, reports } = await runAll([0, 0, 0]);

    const { verdict, figures: all } = judgeLoad(figures, load);

    expect(verdict).toBe('passed');
    expect(all?.operations[0]?.requests).toBe(1200);
    expect(all?.generator.planned).toBe(1200);
    expect(reports.map(({ checks }) => checks.map(({ check }) => check))).toEqual(
      Array.from({ length: 3 }, () => ['the figures are those of the target']),
    );
  });

  test('give up when the others do not come', async () => {
    const time = new VirtualTime();
    const { clock } = contextOf(time);
    const signal = new AbortController().signal;
    const line = localStartLine(2, clock);
    let error: unknown;

    const waiting = startTogether({ line, shard: 0, clock, signal, waitMsMax: 5000 }).catch((reason: unknown) => {
      error = reason;
    });
    await time.run(() => error !== undefined);
    await waiting;

    expect((error as Error).message).toBe('expected all shards to be ready within 5000 ms, got no start');
  });

  test('that come too late know by how much', async () => {
    const time = new VirtualTime();
    const { clock } = contextOf(time);
    const line = { ready: async () => undefined, startAt: async () => epochMs(clock.nowMs() - 2500) };

    expect(await startTogether({ line, shard: 0, clock, signal: new AbortController().signal })).toBe(2500);
  });
});

test.each([
  ['usage_usec 99\nnr_throttled 3\nthrottled_usec 1234567\n', 1234.567],
  ['nr_periods 5\nnr_throttled 3\nthrottled_time 2500000000\n', 2500],
  ['usage_usec 99\n', undefined],
  ['', undefined],
])('throttling is read from cpu.stat (%#)', (text, ms) => {
  expect(throttledMsIn(text)).toBe(ms);
});
