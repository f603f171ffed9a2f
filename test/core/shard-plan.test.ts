import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DURATION_MS_DEFAULT, durationPredictor } from '#core/predict-duration';
import { planShards, type ShardPlanRequest, type SuiteToPlan } from '#core/shard-plan';

const single = (id: string) => ({ cases: [id], shared: [] });
const names = (count: number, prefix = 'c'): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);
const suiteOf = (id: string, cases: readonly string[], extra: Partial<SuiteToPlan> = {}): SuiteToPlan => ({
  id,
  capability: 'functional',
  order: cases,
  components: cases.map(single),
  ...extra,
});
const known = (suites: readonly SuiteToPlan[], ms: (id: string, index: number) => number) =>
  new Map(suites.map((suite) => [suite.id, new Map(suite.order.map((id, index) => [id, [ms(id, index)]]))]));
const plan = (request: Partial<ShardPlanRequest> & { readonly suites: readonly SuiteToPlan[] }) =>
  planShards({ durations: new Map(), ...request });

const anySuites = fc
  .array(
    fc.record({
      capability: fc.constantFrom('functional' as const, 'contract' as const, 'performance' as const),
      executor: fc.constantFrom(undefined, 'lambda' as const, 'fargate' as const),
      groups: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 12 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((drafts) =>
    drafts.map(({ capability, executor, groups }, at): SuiteToPlan => {
      let next = 0;
      const components = groups.map((size) => ({
        cases: Array.from({ length: size }, () => `c${next++}`),
        shared: ['login'],
      }));
      const order = ['login', ...components.flatMap((component) => component.cases)];
      return { id: `shop.s${at}`, capability, order, components, ...(executor === undefined ? {} : { executor }) };
    }),
  );

test('each case is in exactly one shard with all of its component, and shared cases are in every shard that needs them', () => {
  fc.assert(
    fc.property(anySuites, fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }), (suites, shards) => {
      const made = plan({ suites, ...(shards === undefined ? {} : { shards }) });
      const placed = new Map<string, number[]>();
      for (const shard of made) {
        for (const [suite, ids] of Object.entries(shard.cases)) {
          expect(ids[0]).toBe('login');
          for (const id of ids) placed.set(`${suite}/${id}`, [...(placed.get(`${suite}/${id}`) ?? []), shard.shard]);
        }
      }
      for (const suite of suites) {
        for (const component of suite.components) {
          const homes = component.cases.map((id) => placed.get(`${suite.id}/${id}`));
          expect(homes[0]).toHaveLength(1);
          expect(new Set(homes.map(String)).size).toBe(1);
        }
      }
      expect(made.map((shard) => shard.shard)).toEqual(made.map((_, index) => index));
    }),
    { numRuns: 200 },
  );
});

test('a suite with an executor shares no shard with one that goes elsewhere, and the count asked for is kept', () => {
  fc.assert(
    fc.property(anySuites, fc.integer({ min: 1, max: 30 }), (suites, shards) => {
      const made = plan({ suites, shards });
      const pools = new Map(
        suites.map((suite) => [suite.id, suite.executor ?? (suite.capability === 'performance' ? 'fargate' : 'any')]),
      );

      for (const shard of made) {
        const here = [...new Set(Object.keys(shard.cases).map((id) => pools.get(id)))];
        expect(here).toHaveLength(1);
        if (here[0] !== 'any') expect(shard.executor).toBe(here[0]);
      }
      const components = suites.reduce((sum, suite) => sum + suite.components.length, 0);
      expect(made.length).toBe(Math.min(components, Math.max(new Set(pools.values()).size, shards)));
    }),
    { numRuns: 200 },
  );
});

test('the order of suites and components does not change the plan', () => {
  fc.assert(
    fc.property(anySuites, fc.integer({ min: 1, max: 10 }), (suites, shards) => {
      const turned = [...suites].reverse().map((suite) => ({ ...suite, components: [...suite.components].reverse() }));

      expect(plan({ suites: turned, shards })).toEqual(plan({ suites, shards }));
    }),
    { numRuns: 200 },
  );
});

test("the run's executor wins over the suites' and their capability", () => {
  const suites = [
    suiteOf('shop.a', ['a'], { executor: 'lambda' }),
    suiteOf('shop.b', ['b'], { capability: 'performance' }),
  ];

  expect(plan({ suites, executor: 'fargate' }).map((shard) => shard.executor)).toEqual(['fargate']);
  expect(plan({ suites, executor: 'lambda' }).map((shard) => shard.executor)).toEqual(['lambda']);
});

test('a shard predicted below two minutes goes to Lambda and a longer one to Fargate', () => {
  const suites = [suiteOf('shop.a', ['slow', 'quick'], { concurrency: 1 })];
  const made = plan({ suites, shards: 2, durations: known(suites, (id) => (id === 'slow' ? 120_000 : 119_999)) });

  expect(made.map(({ executor, predictedMs }) => [executor, predictedMs])).toEqual([
    ['fargate', 120_000],
    ['lambda', 119_999],
  ]);
});

test('a resilience or performance suite goes to Fargate however short it is', () => {
  expect(plan({ suites: [suiteOf('shop.a', ['a'], { capability: 'resilience' })] })[0]?.executor).toBe('fargate');
});

test('a run of few quick cases is one shard, a long one as many as keep start-up below a fifth', () => {
  const few = [suiteOf('shop.a', names(20))];
  const many = [suiteOf('shop.a', names(10_000))];

  expect(plan({ suites: few, durations: known(few, () => 100) })).toHaveLength(1);
  // 10,000 cases of 100 ms, five at once, are 200 s: 50 shards of 4 s, each four times a cold start.
  expect(plan({ suites: many, durations: known(many, () => 100) })).toHaveLength(50);
  expect(plan({ suites: many, durations: known(many, () => 10_000) })).toHaveLength(100);
});

test('no more shards are made than the longest component leaves useful', () => {
  const suites = [suiteOf('shop.a', names(1000), { concurrency: 1 })];
  const made = plan({ suites, durations: known(suites, (_, index) => (index === 0 ? 100_000 : 200)) });

  expect(made).toHaveLength(3);
});

test('an empty selection gives no shards', () => {
  expect(plan({ suites: [] })).toEqual([]);
});

test('a prediction is the median of the last five passing durations', () => {
  const predict = durationPredictor(
    new Map([
      ['a', [9999, 1, 2, 3, 100, 200]],
      ['b', [10, 20]],
    ]),
  );

  expect([predict('a'), predict('b')]).toEqual([3, 15]);
});

test('an unknown case counts as the 75th percentile of its suite, and as the default where nothing is known', () => {
  const history = new Map([10, 20, 30, 40].map((ms) => [`c${ms}`, [ms]] as const));

  expect(durationPredictor(history)('new')).toBe(30);
  expect(durationPredictor(undefined)('new')).toBe(DURATION_MS_DEFAULT);
  expect(DURATION_MS_DEFAULT).toBe(500);
  expect(durationPredictor(new Map([['a', [Number.NaN, -1]]]))('a')).toBe(500);
});

test('ten thousand cases are cut into a hundred shards within 1.02 of the mean', () => {
  const suites = [suiteOf('shop.a', names(10_000))];
  const ms = (id: string): number => 50 + 20_000 / (1 + ((Number(id.slice(1)) * 48271) % 997));
  const durations = known(suites, ms);
  const made = plan({ suites, shards: 100, durations });
  const loads = made.map((shard) => (shard.cases['shop.a'] ?? []).reduce((sum, id) => sum + ms(id), 0));
  const mean = loads.reduce((sum, load) => sum + load, 0) / 100;

  expect(made).toHaveLength(100);
  expect(Math.max(...loads) / mean).toBeLessThan(1.02);
});
