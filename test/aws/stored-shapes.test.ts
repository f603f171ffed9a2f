/** Sizes and shapes of what is stored, without a table: limits hold for any content, and every part of a key is kept apart. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { retried } from '#aws/aws-failure';
import { inParallel } from '#core/in-parallel';
import { withBoundedReasons } from '#core/bounded-reasons';
import { readAwsConfig } from '#aws/config';
import { EMPTY_DURATIONS, prunedDurations, withDurations, type SuiteDurations } from '#aws/dynamo-durations';
import { all, equals, expression, oneOf } from '#aws/expression';
import { environmentRuns, labelPartition, runKey, serviceRuns, shardKey } from '#aws/keys';
import { compressed, decompressed, unpacked } from '#aws/packed';
import { upcast } from '#aws/schema-version';
import { gateWith } from '../ports/samples.ts';

describe('configuration', () => {
  test('every missing variable is named, the others are read', () => {
    const env = { TABLE_NAME: 'table', BUS_NAME: '' };

    expect(readAwsConfig(env, ['tableName'])).toEqual({ tableName: 'table' });
    expect(readAwsConfig({ ...env, AWS_ENDPOINT_URL: 'http://127.0.0.1:1' }, ['tableName'])).toEqual({
      tableName: 'table',
      endpointUrl: 'http://127.0.0.1:1',
    });
    expect(() => readAwsConfig(env, ['tableName', 'busName', 'clusterArn'])).toThrow(
      expect.objectContaining({
        name: 'config-missing',
        detail: 'environment variables expected: BUS_NAME, CLUSTER_ARN; got nothing',
      }),
    );
  });
});

describe('expressions', () => {
  test('names and values stand in placeholders, each name once', () => {
    const e = expression();

    const text = all(equals(['state'], 'x'), oneOf(['attempts', '1', 'state'], ['a', 'b']))(e);

    expect(text).toBe('(#n0 = :v0) AND (#n1.#n2.#n0 IN (:v1, :v2))');
    expect(e.names).toEqual({ '#n0': 'state', '#n1': 'attempts', '#n2': '1' });
    expect(e.bound).toEqual({ ':v0': 'x', ':v1': 'a', ':v2': 'b' });
  });
});

describe('keys', () => {
  test('two different things never share a key', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
      fc.constantFrom('#', 'a#RUN', '%23', 'RUNS'),
    );
    const makers = [
      labelPartition,
      serviceRuns,
      environmentRuns,
      (tenant: string, id: string) => JSON.stringify(runKey(tenant, id)),
    ];
    fc.assert(
      fc.property(text, text, text, text, (tenant, name, otherTenant, otherName) => {
        fc.pre(tenant !== otherTenant || name !== otherName);
        for (const make of makers) expect(make(tenant, name)).not.toBe(make(otherTenant, otherName));
        expect(new Set(makers.map((make) => make(tenant, name))).size).toBe(makers.length);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    [labelPartition('a', 'b#LABEL#c'), labelPartition('a#LABEL#b', 'c')],
    [serviceRuns('a', 'b#RUNS#SERVICE#c'), serviceRuns('a#RUNS#SERVICE#b', 'c')],
    [runKey('a', 'b#RUN#c').pk, runKey('a#RUN#b', 'c').pk],
    [labelPartition('a', '%23'), labelPartition('a', '#')],
  ])('%s and %s stay apart', (one, other) => {
    expect(one).not.toBe(other);
  });

  test('shards sort by number', () => {
    expect([0, 9, 10, 999].map((shard) => shardKey('t', 'r', shard).sk)).toEqual([
      'SHARD#0000',
      'SHARD#0009',
      'SHARD#0010',
      'SHARD#0999',
    ]);
  });
});

describe('values in pieces', () => {
  const owner = { tenant: 't', runId: 'r' };

  test('JSON survives compression', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.stringify(decompressed(compressed(value)))).toBe(JSON.stringify(value));
      }),
      { numRuns: 100 },
    );
  });

  test('a missing piece is noticed', () => {
    expect(() => unpacked(owner, { digest: 'd', pieces: 2 }, [])).toThrow(
      expect.objectContaining({ name: 'digest-mismatch' }),
    );
  });
});

describe('schema versions', () => {
  const upgrades = [
    (item: object) => ({ ...item, two: true, schemaVersion: 2 }),
    (item: object) => ({ ...item, three: true, schemaVersion: 3 }),
  ];

  test("an old item is lifted step by step, today's is left alone", () => {
    expect(upcast({ schemaVersion: 1 }, upgrades)).toEqual({ schemaVersion: 3, two: true, three: true });
    expect(upcast({ schemaVersion: 2 }, upgrades)).toEqual({ schemaVersion: 3, three: true });
    expect(upcast({ schemaVersion: 3 }, upgrades)).toEqual({ schemaVersion: 3 });
  });

  test.each([undefined, 0, 4, 1.5, '1'])('schemaVersion %p is refused by name', (schemaVersion) => {
    expect(() => upcast({ pk: 'a', sk: 'b', schemaVersion }, upgrades)).toThrow(
      expect.objectContaining({ name: 'invariant-broken', detail: expect.stringContaining('1 to 3') }),
    );
  });
});

describe('gate reasons', () => {
  const effect = fc.constantFrom('shut' as const, 'inconclusive' as const, 'warn' as const, 'info' as const);
  const reasons = (max: number) =>
    fc.array(fc.record({ code: fc.constant('c'), message: fc.string(), effect }), { maxLength: max });

  test('bounding keeps every deciding reason it can, counts the rest, and twice is once', () => {
    fc.assert(
      fc.property(reasons(1500), (given) => {
        const once = withBoundedReasons(gateWith(given));
        const counted = Number(/^(\d+) more/.exec(once.reasons.at(-1)?.message ?? '')?.[1] ?? 0);
        const kept = given.length > 500 ? once.reasons.slice(0, -1) : once.reasons;

        expect(kept.length + counted).toBe(given.length);
        expect(kept.filter((reason) => reason.effect === 'shut').length).toBe(
          Math.min(500, given.filter((reason) => reason.effect === 'shut').length),
        );
        expect(withBoundedReasons(once)).toEqual(once);
      }),
      { numRuns: 100 },
    );
  });
});

describe('durations', () => {
  const history = (cases: number): SuiteDurations =>
    withDurations(
      EMPTY_DURATIONS,
      'r1',
      new Map(
        Array.from({ length: cases }, (_, n) => [
          `case-${n}-${Math.random()}-${Math.random()}`,
          Math.random() * 100_000,
        ]),
      ),
    );

  test('50,000 cases are pruned to fit an item, those that changed last are kept', () => {
    let large = history(50_000);
    const ids = large.cases.map(([id]) => id);
    for (const run of ['r2', 'r3', 'r4', 'r5'])
      large = withDurations(large, run, new Map(ids.map((id) => [id, Math.random() * 100_000])));

    const bytes = prunedDurations(large);

    expect(bytes.byteLength).toBeLessThanOrEqual(350 * 1024);
    const kept = (decompressed(bytes) as SuiteDurations).cases.map(([id]) => id);
    expect(kept.length).toBeGreaterThan(1000);
    expect(kept).toEqual(ids.slice(-kept.length));
  });

  test('a small history keeps five of each case', () => {
    let small = EMPTY_DURATIONS;
    for (let n = 0; n < 9; n += 1) small = withDurations(small, `r${n}`, new Map([['a', n]]));

    expect((decompressed(prunedDurations(small)) as SuiteDurations).cases).toEqual([['a', [4, 5, 6, 7, 8]]]);
  });
});

describe('trying again and in parallel', () => {
  const rule = { attemptsMax: 3, baseMs: 0, capMs: 1 };

  test('only what may pass is tried again, and not for ever', async () => {
    let calls = 0;
    const act = async (): Promise<never> => {
      calls += 1;
      return Promise.reject(new Error('conflict'));
    };

    await expect(retried(rule, () => true, act)).rejects.toThrow('conflict');
    expect(calls).toBe(3);
    await expect(retried(rule, () => false, act)).rejects.toThrow('conflict');
    expect(calls).toBe(4);
  });

  test('results keep their order, no more than the limit run at once, a failure stops the rest', async () => {
    let running = 0;
    let most = 0;
    const double = async (n: number): Promise<number> => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
      return n * 2;
    };

    expect(await inParallel([1, 2, 3, 4, 5], 2, double)).toEqual([2, 4, 6, 8, 10]);
    expect(most).toBe(2);
    const seen: number[] = [];
    const fails = async (n: number): Promise<void> => {
      seen.push(n);
      return n === 2 ? Promise.reject(new Error('two')) : Promise.resolve();
    };
    await expect(inParallel([1, 2, 3, 4, 5, 6, 7, 8], 2, fails)).rejects.toThrow('two');
    expect(seen.length).toBeLessThan(8);
  });
});
