/**
 * test-engine.md, section 4, row 1: a load over several shards has one answer, from the figures of all together. Each shard's figures go the
 * way they take in a run (a line of results, its summary, merging), so that what a summary forgets would show here.
 */
import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import type { LoadThreshold } from '#core/acts/load';
import type { CaseResult } from '#core/case-result';
import type { CaseSummary } from '#core/case-summary';
import type { LoadFigures } from '#core/load-figures';
import type { LoadRules } from '#core/load-judge';
import { settleLoads } from '#core/load-settle';
import { NO_RESULTS, collectResults, mergeResults, sortedCases } from '#core/merge-results';
import type { MergedResults } from '#core/merge-results';
import type { Json } from '#core/units';
import { resultOf } from './case-builder.ts';
import { operation, repeated, shard } from './load-shard.ts';

const P95: LoadThreshold[] = [{ metric: 'p95', below: 500 }];

/** Three quiet parts of 100 requests and one with most of the traffic, a tenth of it slow. */
const PARTS: readonly LoadFigures[] = [0, 1, 2, 3].map((index) =>
  shard([operation('list', index === 3 ? [...repeated(9000, 100), ...repeated(1000, 900)] : repeated(100, 100))], {
    part: { index, of: 4 },
  }),
);

const lineOf = (figures: LoadFigures, rules: LoadRules, more: Partial<CaseResult> = {}): string =>
  JSON.stringify(
    resultOf({
      case: 'load',
      capability: 'performance',
      details: { load: { figures, rules } as unknown as Json },
      ...more,
    }),
  );

const ofShard = (number: number, ...lines: readonly string[]): MergedResults => {
  const collector = collectResults(number);
  for (const line of lines) collector.add(line);
  return collector.results();
};

const settledLoad = (parts: readonly LoadFigures[], rules: LoadRules = { thresholds: P95 }): CaseSummary => {
  const merged = parts
    .map((figures, number) => ofShard(number, lineOf(figures, rules)))
    .reduce(mergeResults, NO_RESULTS);
  const found = settleLoads(merged).cases.get('shop.checkout/load');
  if (found === undefined) throw new Error('expected the load among the results');
  return found;
};

describe('a load of four parts', () => {
  test('fails by its true percentile, although every part but one and the mean of all would pass', () => {
    const load = settledLoad(PARTS);

    expect(load.verdict).toBe('failed');
    expect(load.headline).toMatch(/^p95 < 500 ms: expected p95 < 500 ms, got (?:89|90)\d(?:\.\d)? ms/u);
    expect(load.details).toEqual([load.headline]);
    expect(load.message).toBe(load.details[0]);
  });

  test('passes where the percentile of all together is fine', () => {
    const load = settledLoad(PARTS, { thresholds: [{ metric: 'p90', below: 500 }] });

    expect([load.verdict, load.details, load.message]).toEqual(['passed', [], undefined]);
  });

  test('leaves the figures of all together, and those of no single part', () => {
    const { probe, loadParts } = settledLoad(PARTS);
    const { figures } = probe?.load as unknown as { readonly figures: LoadFigures };

    expect(figures.operations[0]?.requests).toBe(10_300);
    expect(loadParts).toBeUndefined();
  });

  test.each([0, 1, 2, 3])('is errored when part %p is missing', (missing) => {
    const load = settledLoad(PARTS.filter(({ part }) => part.index !== missing));

    expect(load.verdict).toBe('errored');
    expect(load.message).toBe('expected figures of 4 shards, got 3');
  });

  test('is errored when a part came twice', () => {
    expect(settledLoad([PARTS[0]!, PARTS[1]!, PARTS[2]!, PARTS[2]!]).verdict).toBe('errored');
  });

  test('is the same whatever order the shards are merged in', () => {
    const straight = settledLoad(PARTS);
    const facts = ({ verdict, details, checks, probe, requests }: CaseSummary): object => ({
      ...{ verdict, details, checks, probe, requests },
    });

    fc.assert(
      fc.property(fc.shuffledSubarray([...PARTS], { minLength: 4 }), (order) => {
        expect(facts(settledLoad(order))).toEqual(facts(straight));
      }),
      { numRuns: 24 },
    );
  });

  test('that its own shards called passed is judged anew; one that a shard could not run stays errored', () => {
    const lines = PARTS.map((figures) => lineOf(figures, { thresholds: P95 }, { verdict: 'passed' }));
    const broken = JSON.stringify(resultOf({ case: 'load', capability: 'performance', verdict: 'errored' }));
    const merge = (all: readonly string[]): CaseSummary | undefined =>
      settleLoads(all.map((line, number) => ofShard(number, line)).reduce(mergeResults, NO_RESULTS)).cases.get(
        'shop.checkout/load',
      );

    expect(merge(lines)?.verdict).toBe('failed');
    expect(merge([...lines.slice(1), broken])?.verdict).toBe('errored');
  });

  test('a single slow generator spoils the figures of all: errored, never green', () => {
    const late = { ...PARTS[0]!, generator: { ...PARTS[0]!.generator, planned: 10_000, sent: 100 } };

    const load = settledLoad([late, ...PARTS.slice(1)], { thresholds: [{ metric: 'p90', below: 500 }] });

    expect(load.verdict).toBe('errored');
    expect(load.message).toContain('generator-bound');
  });
});

test('a divided load in rows is errored: no row has the figures of all shards, and none is told beside it', () => {
  const rowOf = (figures: LoadFigures, number: number): string =>
    lineOf(figures, { thresholds: P95 }, { row: { flow: 'load', number }, verdict: 'passed' });
  const merged = PARTS.map((figures, number) => ofShard(number, rowOf(figures, 1), rowOf(figures, 2))).reduce(
    mergeResults,
    NO_RESULTS,
  );

  const lines = sortedCases(settleLoads(merged));

  expect(lines.map(({ verdict, message, row }) => ({ verdict, message, row }))).toEqual([
    {
      verdict: 'errored',
      message: 'expected a load of several shards to be one case without rows, got rows',
      row: undefined,
    },
  ]);
});

test('figures that cannot be read are no answer, and end no judging', () => {
  const [first, ...others] = PARTS;
  const sketch = { ...first!.operations[0]!.latency, count: -1 };
  const broken = { ...first!, operations: [{ ...first!.operations[0]!, latency: sketch }] };

  const load = settledLoad([broken, ...others]);

  expect(load.verdict).toBe('errored');
  expect(load.message).toMatch(/^its figures cannot be used: expected /u);
});

test('other cases, and a load of one part, are left as they are', () => {
  const whole = lineOf(shard([operation('list', repeated(10, 5))]), { thresholds: P95 });
  const before = ofShard(0, whole, JSON.stringify(resultOf({ case: 'login' })));

  const after = settleLoads(before);

  expect([...after.cases]).toEqual([...before.cases]);
});
