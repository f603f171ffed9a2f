import type { LoadDefinition } from '#core/acts/load';
import type { EnvironmentDefinition } from '#core/environment';
import { divideLoad, limitProblems, loadProblems } from '#core/load-plan';
import { durationMsOf } from '#core/load-schedule';
import type { PlannedShard } from '#core/plan';
import type { PlannedLoad } from '#core/shard-plan';
import type { CaseDefinition, SuiteDefinition } from '#core/suite';
import type { JsonObject } from '#core/units';

/** Its `load`, which the suite's schema holds to that form. */
const loadOf = ({ load }: CaseDefinition): LoadDefinition | undefined => load as unknown as LoadDefinition | undefined;

/** Cases of a suite that send load: the shards and milliseconds that each needs. */
export const plannedLoads = ({ cases }: Pick<SuiteDefinition, 'cases'>): ReadonlyMap<string, PlannedLoad> =>
  new Map(
    cases.flatMap((item) => {
      const load = loadOf(item);
      return load === undefined
        ? []
        : [[item.id, { shards: load.shards ?? 1, durationMs: durationMsOf(load) }] as const];
    }),
  );

/**
 * The cases of a suite as one part of their loads' shards runs them. A load of fewer parts than its neighbour in the component is idle in
 * the shards beyond its own.
 *
 * @throws LoadRefused for a load that is wrong, or above the environment's limits
 */
export const withLoadPart = (
  cases: readonly CaseDefinition[],
  part: NonNullable<PlannedShard['part']>,
  limits: EnvironmentDefinition['limits'],
): readonly CaseDefinition[] =>
  cases.flatMap((item) => {
    const load = loadOf(item);
    if (load === undefined) return [item];
    const mine = divideLoad(load, load.shards ?? 1, limits)[part.index];
    return mine === undefined ? [] : [{ ...item, load: mine as unknown as JsonObject }];
  });

/** Shards that begin their loads together with this one. */
export const togetherWith = (shards: readonly PlannedShard[], shard: PlannedShard): readonly number[] | undefined => {
  if (shard.part === undefined || shard.part.of === 1) return undefined;
  const cases = JSON.stringify(shard.cases);
  return shards.filter((one) => one.part !== undefined && JSON.stringify(one.cases) === cases).map((one) => one.shard);
};

/** Loads that need each other share their shards, and begin together in all of them: one with fewer parts would be waited for in vain. */
export const unevenLoads = (
  cases: readonly CaseDefinition[],
  components: readonly { readonly cases: readonly string[] }[],
): readonly string[] => {
  const parts = plannedLoads({ cases });
  return components.flatMap((component) => {
    const own = component.cases.flatMap((id) => {
      const shards = parts.get(id)?.shards ?? 1;
      return shards === 1 ? [] : [{ id, shards }];
    });
    if (new Set(own.map(({ shards }) => shards)).size < 2) return [];
    const told = own.map(({ id, shards }) => `${id} (${String(shards)})`).join(', ');
    return [`expected loads that need each other to be divided over equally many shards, got ${told}`];
  });
};

/** Selected loads that may not run in this environment, in words; nothing was sent. */
export const refusedLoads = (
  suites: readonly { readonly id: string; readonly cases: readonly CaseDefinition[] }[],
  limits: EnvironmentDefinition['limits'],
): readonly string[] =>
  suites.flatMap(({ id, cases }) =>
    cases.flatMap((item) => {
      const load = loadOf(item);
      const problems = load === undefined ? [] : [...loadProblems(load), ...limitProblems(load, limits ?? {})];
      return problems.map((problem) => `${id}/${item.id}: ${problem}`);
    }),
  );
