import type { EnvironmentDefinition } from '#core/environment';
import { plannedLoads, togetherWith } from '#core/load-shards';
import type { Plan, ShardJob } from '#core/plan';
import { plannedCases } from '#core/planned-cases';
import type { Run } from '#core/run';
import { planShards, type ShardPlanRequest } from '#core/shard-plan';
import type { SuiteDefinition } from '#core/suite';
import type { SelectedSuite } from './select-suites.ts';

/** The plan of a run, from what was selected and how long it took before. Pure: equal arguments, equal plan. */
export const makePlan = (
  run: Run,
  environment: EnvironmentDefinition,
  suites: readonly SelectedSuite[],
  durations: ShardPlanRequest['durations'],
): Plan => {
  const shards = planShards({
    suites: suites.map(({ indexed, definition, components }) => ({
      id: indexed.id,
      capability: indexed.capability,
      ...(definition.executor === undefined ? {} : { executor: definition.executor }),
      ...(definition.concurrency === undefined ? {} : { concurrency: definition.concurrency }),
      order: definition.cases.map((item) => item.id),
      components,
      loads: plannedLoads(definition),
    })),
    durations,
    ...(run.shardLimit === undefined ? {} : { shards: run.shardLimit }),
    ...(run.executor === undefined ? {} : { executor: run.executor }),
  });
  const plan: Plan = {
    schema: 'assay/plan/v1',
    tenant: run.tenant,
    runId: run.runId,
    service: run.service,
    version: run.version,
    environment,
    suites: [],
    shards,
    cases: 0,
    probeOn: probeOn(environment, shards),
  };
  const keys = [...plannedCases(plan).keys()];
  return {
    ...plan,
    cases: keys.length,
    suites: suites.map(({ indexed: { id, capability, digest, key, advisory } }) => {
      return { id, capability, digest, key, advisory, cases: keys.filter((name) => name.startsWith(`${id}/`)).length };
    }),
  };
};

/** A1.3: the health request goes out on the executor, and by that the network, that most of the run will use. */
const probeOn = ({ health }: EnvironmentDefinition, shards: Plan['shards']): Plan['probeOn'] => {
  if (health === undefined) return 'none';
  const onFargate = shards.filter(({ executor }) => executor === 'fargate').length;
  return onFargate * 2 > shards.length ? 'fargate' : 'lambda';
};

/** What one runner is given: the plan's share of each suite, cut out of its definition. */
export const makeJob = (
  run: Run,
  plan: Plan,
  shard: Plan['shards'][number],
  definitions: ReadonlyMap<string, SuiteDefinition>,
): ShardJob => {
  const digests = new Map(plan.suites.map(({ id, digest }) => [id, digest]));
  const together = togetherWith(plan.shards, shard);
  return {
    schema: 'assay/job/v1',
    tenant: run.tenant,
    runId: run.runId,
    shard: shard.shard,
    shards: plan.shards.length,
    environment: plan.environment,
    suites: Object.entries(shard.cases).flatMap(([id, cases]) => {
      const definition = definitions.get(id);
      const wanted = new Set(cases);
      if (definition === undefined) return [];
      const own = definition.cases.filter((item) => wanted.has(item.id));
      return [{ id, digest: digests.get(id) ?? '', definition: { ...definition, cases: own } }];
    }),
    ...(shard.part === undefined ? {} : { part: shard.part }),
    ...(together === undefined ? {} : { together }),
    failFast: run.failFast,
    deadlineEpochMs: run.deadlineEpochMs,
    traceId: run.traceId,
  };
};
