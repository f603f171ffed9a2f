/**
 * Rows 33 and, of the rows nobody has, 1 and 2: one verdict over all shards from merged sketches, and none at all from figures that are the
 * generator's own. Figures are written out, so each expectation is arithmetic on paper.
 */
import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import type { LoadThreshold } from '#core/acts/load';
import { judgeLoad } from '#core/load-judge';
import { CAN_BE_SENT } from '#core/load-figures';
import { mergeLoad } from '#core/load-merge';
import type { LoadFigures } from '#core/load-figures';
import { canonicalJson } from '#core/canonical-json';
import { Sketch } from '#core/sketch';
import { form, operation, repeated, shard } from './load-shard.ts';

const p95 = (figures: LoadFigures): number => Sketch.fromForm(figures.operations[0]!.latency).quantile(0.95) ?? NaN;

describe('one verdict from k shards', () => {
  // Three quiet shards of 100 requests and one that had most of the traffic, a tenth of it slow: 1,000 of 10,300 are at 900 ms.
  const quiet = (index: number): LoadFigures =>
    shard([operation('list', repeated(100, 100))], { part: { index, of: 4 } });
  const busy = shard([operation('list', [...repeated(9000, 100), ...repeated(1000, 900)])], {
    part: { index: 3, of: 4 },
  });
  const shards = [quiet(0), quiet(1), quiet(2), busy];
  const thresholds: LoadThreshold[] = [{ metric: 'p95', below: 500 }];

  test('a mean of percentiles would pass where the true percentile fails', () => {
    const mean = shards.reduce((sum, one) => sum + p95(one), 0) / shards.length;

    const { verdict, checks } = judgeLoad(shards, { thresholds });

    expect(mean).toBeLessThan(500);
    expect(verdict).toBe('failed');
    expect(checks[0]).toMatchObject({ check: 'p95 < 500 ms', passed: false, expected: '< 500' });
    expect(checks[0]?.got).toBeGreaterThan(900 * 0.995);
    expect(checks[0]?.got).toBeLessThan(900 * 1.005);
  });

  test('prints the error of the sketch', () => {
    const { checks } = judgeLoad(shards, { thresholds });

    expect(checks[0]?.message).toMatch(
      /^expected p95 < 500 ms, got \d+(\.\d)? ms \(true value from 89\d(\.\d)? to 90\d(\.\d)? ms: 0\.5 % error of the sketch\)$/u,
    );
  });

  test('says so when the limit is inside the error', () => {
    const { checks } = judgeLoad([shard([operation('list', repeated(100, 500.5))])], { thresholds });

    expect(checks[0]?.message).toContain('the limit is inside the error');
  });

  test('is the same in any order of the shards', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(shards, { minLength: 4 }), (order) => {
        expect(canonicalJson(mergeLoad(order))).toBe(canonicalJson(mergeLoad(shards)));
      }),
    );
  });

  test('is none when a shard is missing', () => {
    const { verdict, failure } = judgeLoad(shards.slice(1), { thresholds });

    expect([verdict, failure?.message]).toEqual(['errored', 'expected figures of 4 shards, got 3']);
  });

  test('is none when a shard came twice, or of another plan', () => {
    const twice = [quiet(0), quiet(1), quiet(2), quiet(2)];
    const other = [quiet(0), quiet(1), quiet(2), { ...busy, durationMs: 20_000 }];

    expect(judgeLoad(twice, { thresholds }).failure?.message).toContain('different shards of one load');
    expect(judgeLoad(other, { thresholds }).failure?.message).toContain('ran the same plan');
    expect(judgeLoad([], { thresholds }).verdict).toBe('errored');
  });
});

describe('requests that could not be made', () => {
  const broken = (count: number) => [
    { check: CAN_BE_SENT, count, firstAtMs: 4, message: 'expected the secret "key" to go only to api.example.org' },
  ];
  const thresholds: LoadThreshold[] = [{ metric: 'errorRate', below: 0.5 }];

  test('are why nothing can be said of the target, whatever the generator looks like', () => {
    const operations = [operation('list', repeated(100, 100), { failed: 100, broken: broken(100) })];

    const { verdict, failure } = judgeLoad([shard(operations, { generator: { planned: 100, sent: 0 } })], {
      thresholds,
    });

    expect(verdict).toBe('errored');
    expect(failure).toEqual({
      type: 'setup',
      phase: 'substitute',
      message:
        '100 requests could not be made, at first of "list": expected the secret "key" to go only to api.example.org',
    });
  });

  test('leave no green answer where users decide how many there are', () => {
    const operations = [operation('list', repeated(100, 100), { failed: 40, broken: broken(40) })];

    expect(
      judgeLoad([shard(operations, { model: 'closed', generator: { planned: null } })], { thresholds }).verdict,
    ).toBe('errored');
  });

  test('are failures like others where they are one in a hundred', () => {
    const operations = [operation('list', repeated(100, 100), { failed: 1, broken: broken(1) })];

    expect(judgeLoad([shard(operations)], { thresholds }).verdict).toBe('passed');
  });
});

describe('a threshold', () => {
  const figures = shard([
    operation('list', repeated(900, 100), { tags: ['read'] }),
    operation('pay', repeated(100, 700), { tags: ['write'], failed: 3, failures: { http_5xx: 3 } }),
  ]);
  const outcome = (threshold: LoadThreshold, rest: Partial<LoadFigures> = {}): boolean | undefined =>
    judgeLoad([{ ...figures, ...rest }], { thresholds: [threshold] }).checks[0]?.passed;

  test.each<[LoadThreshold, boolean]>([
    [{ metric: 'p95', below: 500 }, false],
    [{ metric: 'p90', below: 500 }, true],
    [{ metric: 'p95', operation: 'list', below: 500 }, true],
    [{ metric: 'p95', tag: 'write', below: 500 }, false],
    [{ metric: 'errorRate', atMost: 0.003 }, true],
    [{ metric: 'errorRate', below: 0.003 }, false],
    [{ metric: 'errorRate', operation: 'pay', below: 0.01 }, false],
    [{ metric: 'rps', atLeast: 100 }, true],
    [{ metric: 'rps', above: 100 }, false],
    [{ metric: 'rps', operation: 'pay', atLeast: 11 }, false],
    [{ metric: 'max', atMost: 700 }, true],
    [{ metric: 'mean', above: 159, below: 161 }, true],
    [{ metric: 'p95', operation: 'nobody', below: 1e9 }, false],
  ])('%j: %p', (threshold, passed) => {
    expect(outcome(threshold)).toBe(passed);
  });

  test('in windows must hold in each complete one of the measured time', () => {
    const window = (atMs: number, answered: number): LoadFigures['scoped'][number]['windows'][number] => ({
      atMs,
      requests: answered,
      answered,
      failed: 0,
      latency: form(repeated(answered, 10)),
      service: form([]),
    });
    const scoped = [
      { windowMs: 2000, windows: [window(0, 200), window(2000, 90), window(4000, 200), window(9000, 1)] },
    ];
    const threshold: LoadThreshold = { metric: 'rps', atLeast: 50, windowMs: 2000 };

    const [check] = judgeLoad([{ ...figures, scoped }], { thresholds: [threshold] }).checks;

    expect(check?.message).toBe(
      'expected rps >= 50 requests/s in each window of 2000 ms, got not in 1 of 3 windows, first in the window at 2 s: 45',
    );
    expect(outcome(threshold, { scoped: [{ windowMs: 2000, windows: [window(0, 200), window(2000, 100)] }] })).toBe(
      true,
    );
  });

  test('of metrics looks at counters, rates, trends and watched values', () => {
    const rules = {
      metrics: [
        { name: 'items', kind: 'counter' as const, path: '$.items' },
        { name: 'cacheHits', kind: 'rate' as const, header: 'x-cache', when: { equals: 'HIT' } },
        { name: 'backend', kind: 'trend' as const, header: 'x-time' },
      ],
      thresholds: [
        { metric: 'items', statistic: 'perSecond', atLeast: 60 },
        { metric: 'cacheHits', atLeast: 0.8 },
        { metric: 'backend', statistic: 'p95', below: 100 },
        { metric: 'memory', statistic: 'max', below: 300 },
      ],
    };
    const metrics = [
      { name: 'items', hits: 2, values: form([300, 300]) },
      { name: 'cacheHits', hits: 3, values: form([0, 0, 0, 0]) },
      { name: 'backend', hits: 2, values: form([50, 60]) },
    ];
    const watched = [
      {
        name: 'memory',
        points: [
          [0, 100],
          [5000, 290],
          [10_000, 200],
        ] as [number, number][],
        failures: 0,
      },
    ];

    const { checks } = judgeLoad([{ ...figures, metrics, watched }], rules);

    expect(checks.slice(0, 4).map(({ passed, got }) => [passed, got])).toEqual([
      [true, 60],
      [false, 0.75],
      [true, expect.closeTo(60, 0)],
      [true, 290],
    ]);
  });

  test('without a word of errors has one of 1 % beside it: quick errors must not look like quick answers', () => {
    const failing = shard([operation('list', repeated(100, 5), { failed: 100, failures: { http_5xx: 100 } })]);

    const { verdict, checks } = judgeLoad([failing], { thresholds: [{ metric: 'p95', below: 500 }] });

    expect(verdict).toBe('failed');
    expect(checks[1]).toMatchObject({ check: 'errorRate <= 0.01', passed: false, got: 1 });
  });

  test('that ended the load fails it, whatever the figures became afterwards', () => {
    const ended = { atMs: 3000, why: 'expected p95 < 500 ms, got 900 ms', by: 'threshold' as const };

    const { verdict, checks } = judgeLoad([{ ...figures, ended }], { thresholds: [{ metric: 'p95', below: 5000 }] });

    expect(verdict).toBe('failed');
    expect(checks.at(-1)?.message).toBe(
      'expected no threshold to end the load, got an end at 3 s: expected p95 < 500 ms, got 900 ms',
    );
  });

  test('one more failure never turns a failed load into a passed one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), (failed) => {
        const verdicts = [failed, failed + 1].map(
          (count) =>
            judgeLoad([shard([operation('list', repeated(200, 5), { failed: count })])], {
              thresholds: [{ metric: 'errorRate', atMost: 0.1 }],
            }).verdict,
        );

        expect(verdicts).not.toEqual(['failed', 'passed']);
      }),
    );
  });
});

describe('the report says which check broke first', () => {
  test('over all operations and shards', () => {
    const broken = (check: string, firstAtMs: number, count: number): LoadFigures['operations'][number]['broken'] => [
      { check, count, firstAtMs, message: `expected ${check}` },
    ];
    const one = operation('pay', repeated(10, 5), { broken: broken('status is 200', 5000, 2) });
    const parts = [
      shard([one, operation('list', [])], { part: { index: 0, of: 2 } }),
      shard(
        [
          operation('pay', repeated(10, 5), { broken: broken('status is 200', 1500, 3) }),
          operation('list', repeated(5, 5), { broken: broken('$.total >= 0', 900, 1) }),
        ],
        { part: { index: 1, of: 2 } },
      ),
    ];

    const { warnings } = judgeLoad(parts, { thresholds: [{ metric: 'p95', below: 500 }] });

    expect(warnings.map(({ message }) => message)).toEqual([
      'first to break: list: $.total >= 0, 1 times, first at 0.9 s: expected $.total >= 0',
      'pay: status is 200, 5 times, first at 1.5 s: expected status is 200',
    ]);
  });
});
