import { pack } from '#core/pack';
import type { PlannedShard } from '#core/plan';
import { durationPredictor } from '#core/predict-duration';
import type { ShardComponent } from '#core/shard-components';
import { CONCURRENCY_DEFAULT } from '#core/suite';
import type { Capability, Executor } from '#core/words';

/** Most shards of a run unless its tenant's quota is raised (A9). */
export const SHARDS_MAX_DEFAULT = 100;

/** Below this prediction a shard goes to Lambda: far from its 15 minutes, even when the prediction is wrong by a factor of seven. */
export const LAMBDA_PREDICTED_MS_MAX = 120_000;

/** A shard works at least this many times as long as its executor takes to start, so start-up is at most a fifth of its life. */
const WORK_PER_START = 4;

/** What an executor takes to start: a Lambda's cold start with our bundle; a Fargate task's provisioning and image pull (median). */
const START_MS = { lambda: 1_000, fargate: 35_000 } as const satisfies Record<Executor, number>;

/** Load and fault runs need a whole machine for minutes. */
const FARGATE_CAPABILITIES: readonly Capability[] = ['performance', 'resilience'];

export interface SuiteToPlan {
  readonly id: string;
  readonly capability: Capability;
  /** The suite's own executor. */
  readonly executor?: Executor;
  readonly concurrency?: number;
  /** Ids of all its cases, in the suite's order. */
  readonly order: readonly string[];
  /** Its selected cases, cut where they may be cut. */
  readonly components: readonly ShardComponent[];
  /** Cases that send load, by id. */
  readonly loads?: ReadonlyMap<string, PlannedLoad>;
}

/** A load has machines to itself: what runs beside a generator makes it late. */
export interface PlannedLoad {
  /** Shards that share it. */
  readonly shards: number;
  readonly durationMs: number;
}

export interface ShardPlanRequest {
  readonly suites: readonly SuiteToPlan[];
  /** Passing durations in milliseconds by suite and case, newest last. */
  readonly durations: ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;
  /** Shards that the run asks for; as many as the cases allow are made. Absent: as many as are worth their start-up. */
  readonly shards?: number;
  /** Most shards to make, 1 to 100 when absent; one for each executor that is needed is made at least. */
  readonly shardLimit?: number;
  /** The run's executor, which wins over the suites'. */
  readonly executor?: Executor;
}

/**
 * Cuts the selected cases into shards of similar predicted duration.
 *
 * Pure: the same request gives the same plan, whatever the order of suites and components, so a repeated planning repeats its shards.
 * Cases that need each other stay together; token cases are repeated in each shard that needs them. A suite whose executor is given, by
 * itself, by the run or by its capability, shares no shard with one that goes elsewhere. A component with a load has as many shards to
 * itself as the load asks for, each of which runs all its cases.
 *
 * @returns each case of a component in exactly one shard; shards numbered from 0, the longest first. Empty when there is no case
 * @see docs/adr: how shards are cut; Graham 1969; Coffman, Garey and Johnson 1978
 */
export const planShards = (request: ShardPlanRequest): readonly PlannedShard[] => {
  const all = itemsOf(request);
  const items = all.filter((item) => item.load === undefined);
  const pools = [...Map.groupBy(items, (item) => item.executor ?? 'any')]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, pool]) => pool);
  const counts = shardCounts(pools, request);
  const loads = all.filter((item) => item.load !== undefined);
  return [...pools.flatMap((pool, index) => cutPool(pool, counts[index] ?? 1)), ...loads.flatMap(loadShards)]
    .sort((a, b) => b.predictedMs - a.predictedMs || compare(a.first, b.first) || partOf(a) - partOf(b))
    .map(({ first: _first, ...planned }, shard) => ({ shard, ...planned }));
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const partOf = ({ part }: CutShard): number => part?.index ?? 0;

/** As many shards with the same cases as the load has parts. */
const loadShards = (item: Item): readonly CutShard[] => {
  const { executor, ...cut } = shardOf([item]);
  const of = item.load?.shards ?? 1;
  return Array.from({ length: of }, (_, index) => ({
    ...cut,
    executor: item.executor ?? executor,
    predictedMs: cut.predictedMs + (item.load?.durationMs ?? 0),
    part: { index, of },
  }));
};

/** A component with what it weighs. */
interface Item {
  readonly suite: SuiteToPlan;
  readonly component: ShardComponent;
  readonly id: string;
  readonly workMs: number;
  readonly predict: (caseId: string) => number;
  /** Place of a case in its suite. */
  readonly place: ReadonlyMap<string, number>;
  readonly executor: Executor | undefined;
  readonly load?: PlannedLoad;
}

/** The loads of a component together: its shards are as many as the largest wants, and as long as all of them take. */
const loadOf = ({ loads }: SuiteToPlan, { cases }: ShardComponent): { readonly load?: PlannedLoad } => {
  const own = cases.flatMap((id) => loads?.get(id) ?? []);
  if (own.length === 0) return {};
  const shards = own.reduce((most, load) => Math.max(most, load.shards), 1);
  return { load: { shards, durationMs: own.reduce((sum, load) => sum + load.durationMs, 0) } };
};

const itemsOf = ({ suites, durations, executor }: ShardPlanRequest): readonly Item[] =>
  suites
    .flatMap((suite) => {
      const predict = durationPredictor(durations.get(suite.id));
      const place = new Map(suite.order.map((id, index) => [id, index]));
      return suite.components
        .filter((component) => component.cases.length > 0)
        .map((component) => ({
          suite,
          component,
          id: `${suite.id}/${component.cases[0] ?? ''}`,
          workMs: component.cases.reduce((sum, id) => sum + predict(id), 0),
          predict,
          place,
          ...loadOf(suite, component),
          executor:
            executor ?? suite.executor ?? (FARGATE_CAPABILITIES.includes(suite.capability) ? 'fargate' : undefined),
        }));
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));

const concurrencyOf = (suite: SuiteToPlan): number => Math.max(1, suite.concurrency ?? CONCURRENCY_DEFAULT);

/** How many shards each pool gets. */
const shardCounts = (pools: readonly (readonly Item[])[], request: ShardPlanRequest): readonly number[] => {
  const limit = Math.max(pools.length, request.shardLimit ?? SHARDS_MAX_DEFAULT);
  if (request.shards !== undefined) return shareOut(pools, Math.min(limit, Math.max(pools.length, request.shards)));
  const wanted = pools.map(worthwhileShards);
  return wanted.reduce((sum, count) => sum + count, 0) <= limit ? wanted : shareOut(pools, limit);
};

/** No more shards than keep start-up a small share, and than the longest component leaves useful. */
const worthwhileShards = (pool: readonly Item[]): number => {
  const elapsedMs = pool.reduce((sum, item) => sum + item.workMs / concurrencyOf(item.suite), 0);
  const longestMs = pool.reduce((most, item) => Math.max(most, item.workMs), 0);
  const startMs = START_MS[pool[0]?.executor ?? 'lambda'];
  return Math.max(1, Math.min(pool.length, Math.ceil(elapsedMs / Math.max(longestMs, WORK_PER_START * startMs))));
};

/** Shards by work: one for each pool, then each further one to the pool whose shards are the longest and can still be cut. */
const shareOut = (pools: readonly (readonly Item[])[], total: number): readonly number[] => {
  const work = pools.map((pool) => pool.reduce((sum, item) => sum + item.workMs, 0));
  const counts = pools.map(() => 1);
  for (let given = pools.length; given < total; given += 1) {
    let next: number | undefined;
    for (const [index, pool] of pools.entries()) {
      const each = (work[index] ?? 0) / (counts[index] ?? 1);
      if ((counts[index] ?? 1) < pool.length && (next === undefined || each > (work[next] ?? 0) / (counts[next] ?? 1)))
        next = index;
    }
    if (next === undefined) break;
    counts[next] = (counts[next] ?? 1) + 1;
  }
  return counts;
};

interface CutShard extends Omit<PlannedShard, 'shard'> {
  readonly first: string;
}

const cutPool = (pool: readonly Item[], count: number): readonly CutShard[] =>
  pack(
    pool.map((item) => item.workMs),
    Math.min(count, pool.length),
  ).bins.flatMap((bin) => {
    const items = [...bin].sort((a, b) => a - b).flatMap((index) => pool[index] ?? []);
    return items.length === 0 ? [] : [shardOf(items)];
  });

const shardOf = (items: readonly Item[]): CutShard => {
  const bySuite = [...Map.groupBy(items, (item) => item.suite.id)].sort(([a], [b]) => (a < b ? -1 : 1));
  const parts = bySuite.flatMap(([id, group]) => (group[0] === undefined ? [] : [shareOf(id, group, group[0])]));
  const predictedMs = Math.ceil(parts.reduce((sum, part) => sum + part.predictedMs, 0));
  return {
    executor: items[0]?.executor ?? (predictedMs < LAMBDA_PREDICTED_MS_MAX ? 'lambda' : 'fargate'),
    predictedMs,
    cases: Object.fromEntries(parts.map((part) => [part.id, part.cases])),
    caseCount: parts.reduce((sum, part) => sum + part.cases.length, 0),
    first: items[0]?.id ?? '',
  };
};

/** One suite's share of a shard. Its cases run several at once, but a component is taken to run one case after the other. */
const shareOf = (id: string, items: readonly Item[], { suite, predict, place }: Item) => {
  const members = new Set(items.flatMap((item) => [...item.component.shared, ...item.component.cases]));
  const workMs = [...members].reduce((sum, caseId) => sum + predict(caseId), 0);
  const longestMs = items.reduce((most, item) => Math.max(most, item.workMs), 0);
  return {
    id,
    cases: [...members].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0)),
    predictedMs: Math.max(longestMs, workMs / concurrencyOf(suite)),
  };
};
