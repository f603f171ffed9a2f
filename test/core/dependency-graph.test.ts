import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildGraph, withDependencies } from '#core/dependency-graph';
import { shardComponents } from '#core/shard-components';
import type { CaseDefinition, SuiteDefinition } from '#core/suite';

const item = (id: string, more: Partial<CaseDefinition> = {}): CaseDefinition => ({
  id,
  request: { method: 'GET', path: '/' },
  checks: [{ status: 200 }],
  ...more,
});
const suiteOf = (cases: readonly CaseDefinition[], more: Partial<SuiteDefinition> = {}): SuiteDefinition => ({
  suite: 's',
  service: 'x',
  capability: 'functional',
  cases,
  ...more,
});

/** Cases c0 … cn in any order in the file; each may need lower-numbered ones only, so there is no cycle. */
const acyclic = fc
  .integer({ min: 1, max: 25 })
  .chain((count) =>
    fc.tuple(
      fc.array(fc.array(fc.nat(1000), { maxLength: 4 }), { minLength: count, maxLength: count }),
      fc.shuffledSubarray(
        Array.from({ length: count }, (_, at) => at),
        { minLength: count },
      ),
    ),
  )
  .map(([picks, order]) => ({
    picks: picks.map((pick, at) => [...new Set(at === 0 ? [] : pick.map((value) => value % at))]),
    order,
  }));

const buildSuite = ({
  picks,
  order,
}: {
  readonly picks: readonly (readonly number[])[];
  readonly order: readonly number[];
}): SuiteDefinition =>
  suiteOf(order.map((at) => item(`c${String(at)}`, { dependsOn: (picks[at] ?? []).map((to) => `c${String(to)}`) })));

/** Everything reachable, by a plain walk over the numbers. */
const reach = (picks: readonly (readonly number[])[], from: readonly number[]): Set<number> => {
  const seen = new Set<number>();
  const walk = (at: number): void => {
    if (seen.has(at)) return;
    seen.add(at);
    (picks[at] ?? []).forEach(walk);
  };
  from.forEach(walk);
  return seen;
};

describe('C2: the order', () => {
  test('C2: has every case once, each after everything it needs', () => {
    fc.assert(
      fc.property(acyclic, (shape) => {
        const { order, problems, edges } = buildGraph(buildSuite(shape));
        const place = new Map(order.map((id, at) => [id, at]));

        expect(problems).toEqual([]);
        expect([...order].sort()).toEqual(shape.picks.map((_, at) => `c${String(at)}`).sort());
        for (const { from, to } of edges) expect(place.get(from)).toBeGreaterThan(place.get(to) ?? Infinity);
      }),
      { numRuns: 200 },
    );
  });

  test('C2: of a suite with a cycle is refused with a path that goes round', () => {
    fc.assert(
      fc.property(acyclic, fc.nat(1000), fc.nat(1000), (shape, one, two) => {
        const low = one % shape.picks.length;
        const below = [...reach(shape.picks, [low])];
        const target = below[two % below.length] ?? low;
        const picks = shape.picks.map((pick, at) => (at === target ? [...pick, low] : pick));
        const { problems } = buildGraph(buildSuite({ picks, order: shape.order }));
        const cycle = problems.find(({ code }) => code === 'cycle')?.cycle ?? [];

        expect(cycle.length).toBeGreaterThan(1);
        expect(cycle[0]).toBe(cycle.at(-1));
        for (let at = 0; at + 1 < cycle.length; at += 1)
          expect(picks[Number(cycle[at]?.slice(1))]).toContain(Number(cycle[at + 1]?.slice(1)));
      }),
      { numRuns: 200 },
    );
  });

  test('C2: of 10,000 cases in one chain is made', () => {
    const cases = Array.from({ length: 10_000 }, (_, at) =>
      item(`c${String(at)}`, at === 0 ? {} : { dependsOn: [`c${String(at - 1)}`] }),
    );

    expect(buildGraph(suiteOf(cases)).order).toHaveLength(10_000);
  });
});

describe('C2: a part of a suite', () => {
  test('C2: has the wanted cases and everything they need, nothing else', () => {
    fc.assert(
      fc.property(acyclic, fc.nat(1000), (shape, pick) => {
        const wanted = pick % shape.picks.length;
        const part = withDependencies(buildSuite(shape), [`c${String(wanted)}`]);

        expect(new Set(part.cases.map(({ id }) => Number(id.slice(1))))).toEqual(reach(shape.picks, [wanted]));
        expect(buildGraph(part).problems).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('C2: components hold each case once and nothing joins two of them', () => {
    fc.assert(
      fc.property(acyclic, (shape) => {
        const suite = buildSuite(shape);
        const components = shardComponents(suite);
        const home = new Map(components.flatMap(({ cases }, at) => cases.map((id) => [id, at] as const)));

        expect(components.flatMap(({ cases }) => cases).sort()).toEqual(suite.cases.map(({ id }) => id).sort());
        for (const { from, to } of buildGraph(suite).edges) expect(home.get(from)).toBe(home.get(to));
      }),
      { numRuns: 200 },
    );
  });

  test('C2: token cases are shared by components instead of joining them', () => {
    const uses = (id: string): CaseDefinition =>
      item(id, { request: { method: 'GET', path: '/', headers: { authorization: 'Bearer {{token}}' } } });
    const suite = suiteOf([item('login', { token: true, captures: { token: { path: '$.t' } } }), uses('a'), uses('b')]);

    expect(shardComponents(suite)).toEqual([
      { cases: ['a'], shared: ['login'] },
      { cases: ['b'], shared: ['login'] },
    ]);
    expect(shardComponents(suite, ['login'])).toEqual([{ cases: ['login'], shared: [] }]);
    expect(buildGraph(suite).edges.map(({ kind, inferred }) => [kind, inferred])).toEqual([
      ['token', true],
      ['token', true],
    ]);
  });
});

describe('C2: variables', () => {
  const make = item('make', { captures: { id: { path: '$.id' } } });

  test('C2: used in path, query, headers, bodies and expected values are dependencies', () => {
    const requests = [
      { method: 'GET', path: '/{{id}}' },
      { method: 'GET', path: '/', query: { q: '{{id}}' } },
      { method: 'GET', path: '/', headers: { h: '{{id}}' } },
      { method: 'POST', path: '/', json: { deep: [{ id: '{{id}}' }] } },
      { method: 'POST', path: '/', form: { f: '{{id}}' } },
      { method: 'POST', path: '/', body: 'x {{id}}' },
    ];
    const users = requests.map((request, at) => item(`u${String(at)}`, { request }));
    const judge = item('judge', { checks: [{ path: '$.id', equals: '{{id}}' }] });

    const { needs, problems } = buildGraph(suiteOf([...users, judge, make]));

    expect(problems).toEqual([]);
    for (const { id } of [...users, judge])
      expect(needs.get(id)).toEqual([{ from: id, to: 'make', kind: 'data', variables: ['id'], inferred: true }]);
  });

  test('C2: a default header that a case replaces is no use', () => {
    const suite = suiteOf(
      [make, item('a'), item('b', { request: { method: 'GET', path: '/', headers: { 'X-Id': 'none' } } })],
      { defaults: { headers: { 'x-id': '{{id}}' } } },
    );
    const { needs } = buildGraph(suite);

    expect(needs.get('a')).toHaveLength(1);
    expect(needs.get('b')).toHaveLength(0);
  });

  test('C2: of the case itself are known in its expected values and nowhere before', () => {
    const fine = item('a', { captures: { x: { path: '$.x' } }, checks: [{ header: 'location', contains: '{{x}}' }] });
    const early = item('a', { captures: { x: { path: '$.x' } }, request: { method: 'GET', path: '/{{x}}' } });

    expect(buildGraph(suiteOf([fine])).problems).toEqual([]);
    expect(buildGraph(suiteOf([early])).problems.map(({ code }) => code)).toEqual(['cycle']);
  });

  test.each([
    [
      suiteOf([item('a', { request: { method: 'GET', path: '/{{idd}}' } }), make]),
      'unknown-variable',
      '/cases/0/request/path',
    ],
    [suiteOf([item('a', { dependsOn: ['mak'] }), make]), 'unknown-case', '/cases/0/dependsOn/0'],
    [suiteOf([make, make]), 'duplicate-case', '/cases/1/id'],
    [suiteOf([make, item('b', { captures: { id: { path: '$' } } })]), 'duplicate-variable', '/cases/1/captures/id'],
    [suiteOf([make], { variables: { id: 1 } }), 'duplicate-variable', '/cases/0/captures/id'],
    [suiteOf([item('a', { request: { method: 'GET', path: '/{{id' } })]), 'bad-template', '/cases/0/request/path'],
    [suiteOf([item('a')], { variables: { v: '{{other}}' } }), 'unknown-variable', '/variables/v'],
  ])('C2: a mistake is told with code and place (%#)', (suite, code, pointer) => {
    expect(buildGraph(suite).problems[0]).toMatchObject({ code, pointer });
  });

  test('C2: that the environment must have are looked for when it is known', () => {
    const suite = suiteOf([item('a', { request: { method: 'GET', path: '/{{tenant}}' } })], { uses: ['tenant'] });

    expect(buildGraph(suite).problems).toEqual([]);
    expect(buildGraph(suite, { environmentNames: ['tenant'] }).problems).toEqual([]);
    expect(buildGraph(suite, { environmentNames: ['tenants'] }).problems[0]?.message).toContain(
      'did you mean "tenants"?',
    );
  });
});
