/** What counts as a failure, of which type; checks, metrics and thresholds while a load runs. Row 33, and row 3 of those that nobody has. */
import { describe, expect, test } from '@jest/globals';
import type { Try } from '#core/case-result';
import type { LoadDefinition, LoadEntry } from '#core/acts/load';
import { Sketch } from '#core/sketch';
import type { LoadProgress } from '#engines/performance/load-ports';
import { quick, runVirtual } from './load-world.ts';
import type { Target } from './load-world.ts';

const entry: LoadEntry = { name: 'list', request: { method: 'GET', path: '/' } };
const status =
  (value: number): Target =>
  () => ({ afterMs: 5, status: value, body: '{"total":1}' });

describe('a failure', () => {
  test.each<[number, Partial<LoadEntry>, string | undefined]>([
    [200, {}, undefined],
    [302, {}, undefined],
    [404, {}, 'http_4xx'],
    [503, {}, 'http_5xx'],
    [429, {}, 'rate_limited'],
    [429, { expect: ['2xx', 429] }, undefined],
    [500, { expect: ['2xx', 429] }, 'http_5xx'],
    [200, { expect: [429] }, 'assertion'],
    [429, { checks: [{ status: [200, 429] }] }, undefined],
    [404, { checks: [{ status: 200 }] }, 'http_4xx'],
    [200, { checks: [{ path: '$.total', equals: 2 }] }, 'assertion'],
    [200, { checks: [{ path: '$.total', equals: 2, warn: true }] }, undefined],
    [200, { checks: [{ schema: { type: 'array' } }] }, 'schema'],
    [200, { checks: [{ schema: { type: 'object', required: ['total'] } }] }, undefined],
  ])('status %i with %j is of type %s', async (code, rest, type) => {
    const { figures } = await runVirtual(
      { mix: [{ ...entry, ...rest }], stages: [{ durationMs: 1000, rps: 20 }] },
      { target: status(code) },
    );

    expect(figures.operations[0]?.failures).toEqual(type === undefined ? {} : { [type]: 20 });
    expect(figures.operations[0]?.failed).toBe(type === undefined ? 0 : 20);
  });

  test('of a request that cannot be made is one of setup, and nothing is sent', async () => {
    const prepare = (): never => {
      throw new Error('expected a value for {{id}}');
    };

    const { figures, sent } = await runVirtual({}, { target: quick, requests: { prepare } });

    expect(figures.operations[0]?.failures).toEqual({ setup: 1000 });
    expect(figures.operations[0]?.broken[0]?.message).toBe('expected a value for {{id}}');
    expect(sent).toHaveLength(0);
  });
});

describe('checks', () => {
  const broken: Target = (_request, atMs) => ({
    afterMs: 5,
    body: JSON.stringify({ total: atMs >= 4000 ? -1 : 1, items: atMs >= 2500 ? undefined : [] }),
  });
  const checks: LoadEntry['checks'] = [
    { path: '$.total', '>=': 0 },
    { path: '$.items', exists: true },
  ];

  test('stay on, and the report says which broke first', async () => {
    const { figures, judgement } = await runVirtual({ mix: [{ ...entry, checks }] }, { target: broken });

    expect(figures.operations[0]?.broken.map(({ check, count }) => [check, count])).toEqual([
      ['$.items exists true', 750],
      ['$.total >= 0', 600],
    ]);
    expect(figures.operations[0]?.broken[0]?.firstAtMs).toBeCloseTo(2505, 3);
    expect(judgement.verdict).toBe('failed');
    expect(judgement.warnings[0]?.message).toMatch(
      /^first to break: list: \$\.items exists true, 750 times, first at 2\.505 s: /u,
    );
  });

  test('of a share of the answers are looked at in that share, and it is told', async () => {
    const { figures } = await runVirtual({ mix: [{ ...entry, checks }], checkShare: 0.25 }, { target: broken });

    expect(figures.checkShare).toBe(0.25);
    expect(figures.operations[0]?.checked).toBe(250);
  });

  test('put no secret into the figures', async () => {
    const mask = (text: string): string => text.replaceAll('hunter2', '***');

    const { figures } = await runVirtual(
      { mix: [{ ...entry, checks: [{ body: 'text', equals: 'x' }] }] },
      { target: () => ({ afterMs: 1, body: 'hunter2' }), context: { mask } },
    );

    expect(JSON.stringify(figures)).not.toContain('hunter2');
  });
});

describe('a case of the suite', () => {
  test('can be the load, with its checks on', async () => {
    const record = (passed: boolean): Try => ({
      try: 1,
      startedAtEpochMs: 0,
      durationMs: 7,
      verdict: passed ? 'passed' : 'failed',
      checks: [{ check: '$.id exists', passed, message: 'expected a value at $.id, got none' }],
    });
    let runs = 0;

    const { figures, judgement } = await runVirtual(
      { mix: [{ name: 'order', case: 'make-order' }], stages: [{ durationMs: 1000, rps: 50 }] },
      {
        target: quick,
        context: {
          runCase: async (id) => {
            expect(id).toBe('make-order');
            runs += 1;
            return record(runs <= 40);
          },
        },
      },
    );

    expect(runs).toBe(50);
    expect(figures.operations[0]).toMatchObject({ requests: 50, failed: 10, failures: { assertion: 10 }, checked: 50 });
    expect(judgement.warnings[0]?.message).toContain('first to break: order: $.id exists, 10 times');
  });
});

describe('metrics that the suite declares', () => {
  test('count, rate and spread what answers hold', async () => {
    const target: Target = (_request, atMs) => ({
      afterMs: 5,
      body: JSON.stringify({ items: [1, 2, 3] }),
      headers: { 'x-cache': atMs < 5000 ? 'MISS' : 'HIT', 'x-time': String(Math.floor(atMs / 100)) },
    });
    const metrics: LoadDefinition['metrics'] = [
      { name: 'items', kind: 'counter', path: '$.items' },
      { name: 'hits', kind: 'rate', header: 'x-cache', when: { equals: 'HIT' } },
      { name: 'backend', kind: 'trend', header: 'x-time' },
      { name: 'missing', kind: 'trend', header: 'x-none' },
      { name: 'text', kind: 'trend', header: 'x-cache' },
    ];

    const { judgement, figures } = await runVirtual(
      {
        metrics,
        thresholds: [
          { metric: 'items', atLeast: 3000 },
          { metric: 'hits', atLeast: 0.5, below: 0.51 },
          { metric: 'backend', statistic: 'max', atMost: 99 },
          { metric: 'missing', above: 0 },
        ],
      },
      { target },
    );

    expect(judgement.checks.slice(0, 4).map(({ passed }) => passed)).toEqual([true, true, true, false]);
    expect(figures.metrics.find(({ name }) => name === 'text')?.values.count).toBe(0);
  });
});

describe('a threshold that may abort', () => {
  const slowFrom3: Target = (_request, atMs) => ({ afterMs: atMs >= 3000 ? 800 : 5 });
  const abort = { metric: 'p95', below: 500, abort: true } as const;

  test('ends the load, which has failed', async () => {
    const { judgement, figures } = await runVirtual({ thresholds: [abort] }, { target: slowFrom3 });

    expect(figures.ended?.by).toBe('threshold');
    expect(figures.ended?.atMs).toBeLessThan(6000);
    expect(figures.operations[0]?.requests).toBeLessThan(600);
    expect(judgement.verdict).toBe('failed');
    expect(judgement.validity).toBe('valid');
    expect(judgement.checks.at(-1)?.message).toContain('expected no threshold to end the load');
  });

  test('does not in its grace', async () => {
    const { figures } = await runVirtual({ thresholds: [{ ...abort, graceMs: 8000 }] }, { target: slowFrom3 });

    expect(figures.ended?.atMs).toBeGreaterThanOrEqual(8000);
  });

  test('and one that may not lets the load go on', async () => {
    const { figures } = await runVirtual({ thresholds: [{ ...abort, abort: false }] }, { target: slowFrom3 });

    expect(figures.ended).toBeUndefined();
    expect(figures.operations[0]?.requests).toBe(1000);
  });

  test('in windows sees a rate that breaks down', async () => {
    const gone: Target = (_request, atMs) => ({ afterMs: atMs >= 4000 ? 60_000 : 5 });

    const { figures } = await runVirtual(
      { thresholds: [{ metric: 'rps', atLeast: 90, windowMs: 1000, abort: true }] },
      { target: gone },
    );

    expect(figures.ended?.atMs).toBeGreaterThanOrEqual(5000);
    expect(figures.ended?.atMs).toBeLessThanOrEqual(6100);
  });
});

test('figures stream while the load runs', async () => {
  const told: LoadProgress[] = [];
  const lines: string[] = [];

  await runVirtual(
    { progressMs: 2000 },
    { target: quick, onProgress: (one) => told.push(one), context: { log: (_level, line) => lines.push(line) } },
  );

  expect(told.map(({ atMs }) => Math.round(atMs))).toEqual([2000, 4000, 6000, 8000, 10_000]);
  expect(told[2]?.rps).toBeCloseTo(100, 0);
  expect(lines[1]).toMatch(/^load, 4 of 10 s: \d users, 100 answers\/s, p50 5 ms, p95 5 ms, 0 % failed$/u);
});

test('new and kept connections, and first and later requests to an address, are told apart', async () => {
  const seen = new Set<string>();
  const target: Target = ({ url }) => {
    const first = !seen.has(url);
    seen.add(url);
    return { afterMs: first ? 50 : 5 };
  };
  let number = 0;
  const requests = {
    isFixed: () => false,
    prepare: () => ({
      request: { method: 'GET', url: `http://target.test/${String((number += 1) % 100)}`, headers: [] },
      options: { lookup: () => undefined },
    }),
  };

  const { figures } = await runVirtual({}, { target, requests });

  expect([figures.cache.first.count, figures.cache.again.count]).toEqual([100, 900]);
  expect(Sketch.fromForm(figures.cache.first).quantile(0.5)).toBeCloseTo(50, 0);
  expect(Sketch.fromForm(figures.cache.again).max).toBeLessThan(6);
  expect(figures.connection.fresh.count + figures.connection.reused.count).toBe(1000);
  expect(figures.generator.connections.opened).toBeLessThan(10);
});

test('metrics of the system under test are looked at through the guarded client, and thresholds use them', async () => {
  const asked: string[] = [];
  const { figures, judgement } = await runVirtual(
    {
      watch: [
        { name: 'memory', scrape: { path: '/metrics', metric: 'mem' }, everyMs: 1000 },
        { name: 'cpu', scrape: { path: '/metrics', metric: 'cpu_total' }, as: 'rate', everyMs: 1000 },
        { name: 'gone', query: { expression: 'up' } },
      ],
      thresholds: [
        { metric: 'memory', below: 300 },
        { metric: 'cpu', statistic: 'max', below: 3 },
      ],
    },
    {
      target: quick,
      context: {
        send: async ({ method, path }) => {
          asked.push(path);
          const count = asked.filter((one) => one === path).length;
          return {
            request: { method, url: path, headers: [] },
            response: {
              ...{ status: path === '/metrics' ? 200 : 404, headers: [], bodyBytes: 1, url: path },
              body: Buffer.from(`mem ${String(100 + count)}\ncpu_total ${String(count)}\n`),
            },
            startedAtEpochMs: 0,
            durationMs: 1,
          };
        },
      },
    },
  );

  expect(asked).toContain('/api/v1/query?query=up');
  expect(figures.watched.find(({ name }) => name === 'memory')?.points.length).toBeGreaterThanOrEqual(10);
  expect(figures.watched.find(({ name }) => name === 'gone')).toMatchObject({ points: [], failures: 2 });
  expect(judgement.checks.slice(0, 2).map(({ passed }) => passed)).toEqual([true, true]);
});
