import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { collectResults, countCases, mergeResults, NO_RESULTS, percentile, sortedCases } from '#core/merge-results';
import { VERDICTS } from '#core/words';
import { merged, resultOf, tryOf } from './case-builder.ts';

const anyCase = fc.record({
  case: fc.constantFrom('login', 'a', 'b', 'c'),
  suite: fc.constantFrom('shop.one', 'shop.two'),
  verdict: fc.constantFrom(...VERDICTS),
  flaky: fc.boolean(),
  latencyMs: fc.integer({ min: 0, max: 5000 }),
  warnings: fc.array(fc.constantFrom({ kind: 'drift', message: 'm' }, { kind: 'deprecation', message: 'm' }), {
    maxLength: 2,
  }),
});
const anyShard = fc.uniqueArray(anyCase, { selector: (entry) => `${entry.suite}/${entry.case}`, maxLength: 6 });

test('I3: the order of merging does not change what comes out', () => {
  fc.assert(
    fc.property(fc.array(anyShard, { maxLength: 5 }), fc.integer(), (shards, seed) => {
      const parts = shards.map((cases, shard) => {
        const collector = collectResults(shard);
        for (const sketch of cases)
          collector.add(JSON.stringify(resultOf({ ...sketch, name: `as shard ${shard} saw it` })));
        return collector.results();
      });
      const shuffled = [...parts].sort(
        (a, b) => ((parts.indexOf(a) * 31 + seed) % 7) - ((parts.indexOf(b) * 31 + seed) % 7),
      );
      const left = parts.reduce(mergeResults, NO_RESULTS);
      const right = shuffled.reduceRight((sum, part) => mergeResults(part, sum), NO_RESULTS);

      expect(sortedCases(right)).toEqual(sortedCases(left));
      expect([...right.latenciesMs].sort()).toEqual([...left.latenciesMs].sort());
    }),
    { numRuns: 300 },
  );
});

test('a token case that ran in several shards counts once, with its worst outcome and all of its requests', () => {
  const results = merged(
    [{ case: 'login' }],
    [{ case: 'login', verdict: 'failed' }],
    [{ case: 'login', verdict: 'skipped' }],
  );
  const [login] = sortedCases(results);

  expect(countCases(results.cases.values())).toMatchObject({ passed: 0, failed: 1, skipped: 0, requests: 2 });
  expect(login).toMatchObject({
    verdict: 'failed',
    shards: [0, 1, 2],
    message: 'status equals 200: expected 200, got 500',
  });
});

test('checks, requests and those without an answer are counted over all tries', () => {
  const result = {
    ...resultOf({ case: 'a', flaky: true }),
    tries: [tryOf({ verdict: 'errored' }, 1), tryOf({ checks: 3 }, 2)],
  };
  const collector = collectResults(4);
  collector.add(JSON.stringify(result));

  expect(countCases(collector.results().cases.values())).toEqual({
    passed: 1,
    failed: 0,
    errored: 0,
    skipped: 0,
    flaky: 1,
    warnings: 0,
    checks: 3,
    requests: 2,
    requestErrors: 1,
  });
  expect(collector.results().latenciesMs).toEqual([100]);
});

test('latencies of advisory cases are left out', () => {
  expect(
    merged([
      { case: 'a', latencyMs: 5 },
      { case: 'b', latencyMs: 9000, advisory: true },
    ]).latenciesMs,
  ).toEqual([5]);
});

test.each([
  ['no JSON', '{"suite":'],
  ['no result', '{"suite":"a"}'],
  ['an unknown verdict', JSON.stringify({ ...resultOf({ case: 'a' }), verdict: 'fine' })],
  ['null', 'null'],
])('a line that is %s is refused with its place', (_, line) => {
  const collector = collectResults(3);
  collector.add(JSON.stringify(resultOf({ case: 'first' })));

  expect(() => {
    collector.add(line);
  }).toThrow(/JSON|line 2 of shard 3 must be a case result/);
});

test('a shard that reports a case twice is refused', () => {
  const collector = collectResults(0);
  collector.add(JSON.stringify(resultOf({ case: 'a' })));

  expect(() => {
    collector.add(JSON.stringify(resultOf({ case: 'a' })));
  }).toThrow('line 2 of shard 0 must name each case once, got shop.checkout/a again');
});

test('the percentile is the exact nearest rank', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

  expect([percentile(hundred, 0.95), percentile([7], 0.95), percentile([], 0.95), percentile([3, 1, 2], 1)]).toEqual([
    95,
    7,
    null,
    3,
  ]);
});

test('ten thousand cases over a hundred shards are merged', () => {
  const shards = Array.from({ length: 100 }, (_, shard) =>
    Array.from({ length: 100 }, (__, index) => ({ case: `c${shard}-${index}` })),
  );

  expect(merged(...shards).cases.size).toBe(10_000);
});
