/** A divided load: each part in exactly one shard, all of them at once, together the plan and nothing more; refused before anything is sent. */
import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import type { LoadDefinition } from '#core/acts/load';
import { plannedLoads, refusedLoads, togetherWith, unevenLoads, withLoadPart } from '#core/load-shards';
import type { PlannedShard } from '#core/plan';
import { shardComponents } from '#core/shard-components';
import { planShards } from '#core/shard-plan';
import type { CaseDefinition, SuiteDefinition } from '#core/suite';
import { buildGraph } from '#core/dependency-graph';

const LOAD: LoadDefinition = {
  model: 'open',
  stages: [{ durationMs: 60_000, rps: 90 }],
  mix: [{ name: 'list', request: { method: 'GET', path: '/orders' } }],
  thresholds: [{ metric: 'p95', below: 500 }],
  shards: 3,
};

const loadCase = (
  id: string,
  more: Partial<LoadDefinition> = {},
  rest: Partial<CaseDefinition> = {},
): CaseDefinition => ({
  id,
  load: { ...LOAD, ...more } as never,
  checks: [],
  ...rest,
});

const plain = (id: string): CaseDefinition => ({
  id,
  request: { method: 'GET', path: `/${id}` },
  checks: [{ status: 200 }],
});

const suiteOf = (cases: readonly CaseDefinition[]): SuiteDefinition => ({
  suite: 'peak',
  service: 'shop',
  capability: 'performance',
  cases,
});

const planOf = (suite: SuiteDefinition): readonly PlannedShard[] =>
  planShards({
    suites: [
      {
        id: 'shop.peak',
        capability: suite.capability,
        order: suite.cases.map(({ id }) => id),
        components: shardComponents(suite, new Set(suite.cases.map(({ id }) => id)), buildGraph(suite)),
        loads: plannedLoads(suite),
      },
    ],
    durations: new Map(),
  });

const definitionOf = (item: CaseDefinition | undefined): LoadDefinition => item?.load as unknown as LoadDefinition;

describe('planning', () => {
  test('gives each part of a load a shard of its own, on a machine of its own', () => {
    const shards = planOf(suiteOf([loadCase('peak')]));

    expect(shards.map(({ part, executor, cases }) => [part, executor, cases])).toEqual(
      [0, 1, 2].map((index) => [{ index, of: 3 }, 'fargate', { 'shop.peak': ['peak'] }]),
    );
    expect(shards[0]?.predictedMs).toBeGreaterThanOrEqual(60_000);
  });

  test('nothing else runs beside a load', () => {
    const shards = planOf(suiteOf([loadCase('peak'), plain('a'), plain('b')]));

    const withPart = shards.filter(({ part }) => part !== undefined);
    expect(withPart.map(({ cases }) => cases['shop.peak'])).toEqual([['peak'], ['peak'], ['peak']]);
    expect(
      shards
        .filter(({ part }) => part === undefined)
        .flatMap(({ cases }) => cases['shop.peak'] ?? [])
        .sort(),
    ).toEqual(['a', 'b']);
  });

  test('parts of one load know each other, and nobody else', () => {
    const shards = planOf(
      suiteOf([loadCase('peak'), loadCase('calm', { shards: 2 }), loadCase('alone', { shards: 1 }), plain('a')]),
    );
    const groups = shards.map((one) => [Object.values(one.cases)[0]?.[0], togetherWith(shards, one)] as const);

    for (const [id, together] of groups) {
      const own = shards.filter((one) => one.cases['shop.peak']?.[0] === id).map(({ shard }) => shard);
      expect([id, together]).toEqual([id, id === 'a' || id === 'alone' ? undefined : own]);
    }
  });

  test('the parts together are the plan: every case of the load once in each shard, every part once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 20, max: 2000 }), (parts, rps) => {
        const item = loadCase('peak', {
          shards: parts,
          stages: [{ durationMs: 1000, rps }],
          maxRequests: rps,
          connections: 40,
        });
        const shards = planOf(suiteOf([item]));
        const mine = shards.map(({ part }) => definitionOf(withLoadPart([item], part!, undefined)[0]));

        expect(mine.map(({ part }) => part?.index).sort((a = 0, b = 0) => a - b)).toEqual(
          Array.from({ length: parts }, (_, index) => index),
        );
        expect(mine.reduce((sum, { maxRequests = 0 }) => sum + maxRequests, 0)).toBe(rps);
        expect(mine.reduce((sum, { connections = 0 }) => sum + connections, 0)).toBe(40);
      }),
      { numRuns: 100 },
    );
  });

  test('a load of one part beside a divided one is sent by the first shard alone', () => {
    const neighbours = [loadCase('wide'), loadCase('narrow', { shards: 1 }), plain('a')];

    const ids = [0, 1, 2].map((index) => withLoadPart(neighbours, { index, of: 3 }, undefined).map(({ id }) => id));

    expect(ids).toEqual([
      ['wide', 'narrow', 'a'],
      ['wide', 'a'],
      ['wide', 'a'],
    ]);
  });
});

describe('limits of the environment', () => {
  const suites = [{ id: 'shop.peak', cases: [loadCase('peak'), plain('a')] }];

  test.each([
    [undefined, []],
    [{ rps: 90 }, []],
    [{ rps: 89 }, ['shop.peak/peak: expected at most 89 requests/s (limits.rps), got a plan with 90']],
    [{ minutes: 0.5 }, ['shop.peak/peak: expected at most 0.5 minutes (limits.minutes), got a plan of 1']],
  ])('%j: %j', (limits, problems) => {
    expect(refusedLoads(suites, limits)).toEqual(problems);
  });

  test('hold for the sum over all shards, not for each', () => {
    const users = [
      { id: 's', cases: [loadCase('c', { model: 'closed', stages: [{ durationMs: 1000, users: 30 }], shards: 3 })] },
    ];

    expect(refusedLoads(users, { users: 29 })).toHaveLength(1);
    expect(refusedLoads(users, { users: 30 })).toEqual([]);
  });

  test('a load with mistakes is refused with all of them, and its parts are not made', () => {
    const wrong = loadCase('wrong', { mix: [], stages: [{ durationMs: 0, rps: 1 }] });

    expect(refusedLoads([{ id: 's', cases: [wrong] }], undefined).join('\n')).toMatch(
      /stages of some duration[\s\S]*at least one entry/u,
    );
    expect(() => withLoadPart([wrong], { index: 0, of: 3 }, undefined)).toThrow('the load was not begun');
  });
});

test('loads that need each other must be divided alike, or not at all: each shard waits for all others', () => {
  const cases = [loadCase('wide'), loadCase('narrow', { shards: 2 }), loadCase('alone', { shards: 1 }), plain('a')];

  expect(unevenLoads(cases, [{ cases: ['wide', 'narrow', 'a'] }])).toEqual([
    'expected loads that need each other to be divided over equally many shards, got wide (3), narrow (2)',
  ]);
  expect(unevenLoads(cases, [{ cases: ['wide', 'alone', 'a'] }, { cases: ['narrow'] }])).toEqual([]);
});
