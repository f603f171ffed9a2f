/**
 * How fast and how evenly a run is cut into shards. The lower bound is computed here, from the durations alone and by other code than the planner's: no plan can be
 * shorter than the mean shard or than the longest case.
 */
import { planShards } from '#core/shard-plan';
import { dataDir } from './data-dir.ts';
import { readSnapshots } from './durations-data.ts';
import { figure, median, type Bench } from './figure.ts';

const CASES = 10_000;
const SHARDS = 100;
const ROUNDS = 15;

/** 10,000 cases from one snapshot, repeated under numbered names. */
const manyCases = (durationsMs: ReadonlyMap<string, number>): ReadonlyMap<string, number> => {
  const names = [...durationsMs.entries()].filter(([, ms]) => ms > 0);
  const cases = new Map<string, number>();
  for (let copy = 0; cases.size < CASES; copy += 1) {
    for (const [name, ms] of names) {
      if (cases.size >= CASES) break;
      cases.set(`${name}-${String(copy)}`, ms);
    }
  }
  return cases;
};

export const planOf = (durationsMs: ReadonlyMap<string, number>, shards: number) => {
  const order = [...durationsMs.keys()];
  return planShards({
    suites: [
      {
        id: 'bench.suite',
        capability: 'functional',
        executor: 'fargate',
        concurrency: 1,
        order,
        components: order.map((id) => ({ cases: [id], shared: [] })),
      },
    ],
    durations: new Map([['bench.suite', new Map([...durationsMs].map(([id, ms]) => [id, [ms]] as const))]]),
    shards,
    shardLimit: shards,
  });
};

/** Longest shard over the lower bound max(mean, longest case). */
export const ratioToLowerBound = (
  plan: ReturnType<typeof planOf>,
  durationsMs: ReadonlyMap<string, number>,
  shards: number,
): number => {
  const loads = plan.map((shard) =>
    Object.values(shard.cases)
      .flat()
      .reduce((sum, id) => sum + (durationsMs.get(id) ?? 0), 0),
  );
  const all = [...durationsMs.values()];
  const bound = Math.max(
    all.reduce((a, b) => a + b, 0) / shards,
    all.reduce((a, b) => Math.max(a, b), 0),
  );
  return Math.max(...loads) / bound;
};

export const bench: Bench = async function* (options) {
  const snapshots = readSnapshots(dataDir('durations', options));
  for (const project of new Set(snapshots.map((snapshot) => snapshot.project))) {
    const newest = snapshots.filter((snapshot) => snapshot.project === project).at(-1);
    if (newest === undefined) continue;
    const cases = manyCases(newest.durationsMs);
    const times: number[] = [];
    let plan = planOf(cases, SHARDS);
    for (let round = 0; round < ROUNDS; round += 1) {
      const started = performance.now();
      plan = planOf(cases, SHARDS);
      times.push(performance.now() - started);
    }
    yield figure(
      'plan',
      `${project}: plan of ${String(CASES)} cases over ${String(SHARDS)} shards, median of ${String(ROUNDS)}`,
      median(times),
      'ms',
      '< 100',
    );
    yield figure(
      'plan',
      `${project}: longest shard / lower bound`,
      ratioToLowerBound(plan, cases, SHARDS),
      'ratio',
      '<= 1.02',
    );
    const planned = new Set(plan.flatMap((shard) => Object.values(shard.cases).flat()));
    yield figure('plan', `${project}: cases in the plan`, planned.size, 'cases', `= ${String(CASES)}`);
  }
};
