import type { Cidr } from '#core/address-policy';
import { canonicalBytes } from '#core/canonical-json';
import { sha256Hex } from '#core/digest';
import type { EnvironmentDefinition } from '#core/environment';
import { inParallel } from '#core/in-parallel';
import type { Plan } from '#core/plan';
import { isProblem, problem } from '#core/problems';
import type { Run } from '#core/run';
import { RUN_STATUS, runStatusDetail, type RunEventState } from '#core/run-event';
import { runLogFields } from '#core/run-log-fields';
import { CONCURRENCY_DEFAULT } from '#core/suite';
import { itemsKey, jobKey, planKey } from '#core/staging-keys';
import type { SuiteDefinition } from '#core/suite';
import type { BlobStore } from '#ports/blob-store';
import type { DurationHistory } from '#ports/catalog-store';
import type { Clock } from '#ports/clock';
import type { RunPointer } from '#ports/orchestrator';
import type { RunStore } from '#ports/run-store';
import type { EventBus, Log } from '#ports/telemetry';
import {
  concurrencyWithin,
  isHeavy,
  requireCapabilities,
  requireLoads,
  requireTargets,
  type SuiteFacts,
} from './check-plan.ts';
import { makeJob, makePlan } from './make-plan.ts';
import { selectSuites, type SelectSuitesPorts } from './select-suites.ts';

export interface PlanRunPorts extends SelectSuitesPorts {
  readonly runs: RunStore;
  readonly durations: DurationHistory;
  readonly staging: BlobStore;
  /** Name of the staging bucket, for the Map's reader. */
  readonly bucket: string;
  readonly privateRanges: readonly Cidr[];
  readonly bus: EventBus;
  readonly clock: Clock;
  readonly log: Log;
}

/** What the state machine goes on with; `shards` 0 sends it straight to finish-run. */
export interface PlannedRun extends RunPointer {
  readonly bucket: string;
  readonly itemsKey: string;
  readonly probeOn: Plan['probeOn'];
  /** Shards at once. */
  readonly concurrency: number;
  readonly shards: number;
}

const WRITES_AT_ONCE = 16;
const MEDIA_TYPE = 'application/json';

/**
 * Plans a run: selects, checks the environment's rules, cuts shards, writes plan, jobs and items to staging and the shards to the table.
 *
 * Repeatable at every step: a plan that lies in staging is used again, so a second execution gives the same bytes even when the catalog
 * has changed. What the caller must repair ends the run with that problem as its error and no shard.
 *
 * @throws run-not-found; dependency-unavailable and the like, after which it is to be repeated
 */
export const planRun =
  (ports: PlanRunPorts) =>
  async ({ tenant, runId }: RunPointer, signal: AbortSignal): Promise<PlannedRun> => {
    const { runs, clock } = ports;
    const nothing: PlannedRun = {
      tenant,
      runId,
      bucket: ports.bucket,
      itemsKey: itemsKey({ tenant, runId }),
      probeOn: 'none',
      concurrency: 1,
      shards: 0,
    };
    const run = await runs.get(tenant, runId, signal);
    if (run === undefined) throw problem('run-not-found', `no run ${runId}`, { runId });
    ports.log.about(runLogFields(run));
    if (isPastPlanning(run)) return nothing;
    const told = run.state === 'accepted' ? tell(run, 'accepted', ports, signal) : Promise.resolve();
    await runs.advance(tenant, runId, 'planning', { startedAtEpochMs: clock.nowMs() }, signal);
    try {
      const { plan, concurrency, first } = await planOnce(run, ports, signal);
      await told;
      if (first) await tell(run, 'running', ports, signal);
      // A stop that came while we planned: the shards stand in the table for the record, none is started.
      const stopped = (await runs.get(tenant, runId, signal))?.stopRequestedAtEpochMs !== undefined;
      return stopped ? nothing : { ...nothing, probeOn: plan.probeOn, concurrency, shards: plan.shards.length };
    } catch (error) {
      await told;
      await keepProblem(run, error, ports, signal);
      return nothing;
    }
  };

/** What planning again would meet again is the run's error; anything else is thrown on, for the machine to repeat. */
const keepProblem = async (
  { tenant, runId }: Run,
  error: unknown,
  { runs, log }: PlanRunPorts,
  signal: AbortSignal,
): Promise<void> => {
  if (!isProblem(error) || error.kind === 'DependencyUnavailable') throw error;
  const ours = error.kind === 'InvariantBroken';
  log[ours ? 'error' : 'warn']('the run cannot be planned', {
    test_run_id: runId,
    error_class: error.code,
    reason: error.detail,
  });
  const message = ours ? `${error.title}.` : error.detail;
  await runs.recordError(tenant, runId, { code: error.code, message }, signal);
};

/** A3.2: an event that cannot be sent keeps no run from being planned. */
const tell = async (run: Run, state: RunEventState, { bus, log }: PlanRunPorts, signal: AbortSignal): Promise<void> => {
  try {
    await bus.publish(RUN_STATUS, runStatusDetail(run, state), signal);
  } catch (error) {
    log.warn('the status event was not sent', {
      test_run_id: run.runId,
      state,
      reason: error instanceof Error ? error.message : String(error),
    });
  }
};

const isPastPlanning = ({ state, stopRequestedAtEpochMs, error }: Run): boolean =>
  stopRequestedAtEpochMs !== undefined || error !== undefined || !['accepted', 'planning', 'running'].includes(state);

interface Planned {
  readonly plan: Plan;
  readonly concurrency: number;
  /** This planning set the run going; a repeated one finds it running. */
  readonly first: boolean;
}

const planOnce = async (run: Run, ports: PlanRunPorts, signal: AbortSignal): Promise<Planned> => {
  const { runs, staging } = ports;
  const { tenant, runId } = run;
  const key = planKey(run);
  const there = await staging.get(key, signal);
  const { plan, definitions } =
    there === undefined ? await newPlan(run, ports, signal) : await samePlan(there.body, ports, signal);
  const bytes = canonicalBytes(plan);
  const concurrency = concurrencyWithin(
    plan.environment,
    plan.shards,
    factsOf(plan, definitions),
    await otherHeavyRuns(run, plan, ports, signal),
  );
  // The plan comes first, and the first plan stays: whoever plans again, or at the same time, finds it and makes the same jobs.
  if (there === undefined && !(await staging.putNew(key, bytes, MEDIA_TYPE, signal)))
    return planOnce(run, ports, signal);
  await inParallel(plan.shards, WRITES_AT_ONCE, (shard) =>
    staging.put(jobKey(run, shard.shard), canonicalBytes(makeJob(run, plan, shard, definitions)), MEDIA_TYPE, signal),
  );
  const items = plan.shards.map(({ shard, executor }) => ({ tenant, runId, shard, executor }));
  await staging.put(itemsKey(run), canonicalBytes(items), MEDIA_TYPE, signal);
  await runs.putShards(tenant, runId, plan.shards, signal);
  const planSha256 = sha256Hex(bytes);
  const predictedMs = plan.shards.reduce((most, shard) => Math.max(most, shard.predictedMs), 0);
  const fields = { planKey: key, planSha256, shards: plan.shards.length, cases: plan.cases, predictedMs };
  const first = await runs.advance(tenant, runId, 'running', fields, signal);
  const recorded = first ? planSha256 : (await runs.get(tenant, runId, signal))?.planSha256;
  if (recorded !== undefined && recorded !== planSha256) {
    throw problem(
      'invariant-broken',
      `${runId} was planned twice at once: expected plan ${recorded}, got ${planSha256}`,
      { runId },
    );
  }
  return { plan, concurrency, first };
};

interface PlanWithSuites {
  readonly plan: Plan;
  readonly definitions: ReadonlyMap<string, SuiteDefinition>;
}

const newPlan = async (run: Run, ports: PlanRunPorts, signal: AbortSignal): Promise<PlanWithSuites> => {
  const environment = await environmentOf(run, ports, signal);
  requireTargets(environment, ports.privateRanges);
  const suites = await selectSuites(run, environment, ports, signal);
  const definitions = new Map(suites.map(({ indexed, definition }) => [indexed.id, definition]));
  requireCapabilities(
    environment,
    suites.map(({ indexed: { id, capability } }) => ({ id, capability, concurrency: 1 })),
  );
  requireLoads(environment, suites);
  const durations = await loadDurations(run, [...definitions.keys()], ports, signal);
  return { plan: makePlan(run, environment, suites, durations), definitions };
};

const environmentOf = async (
  run: Run,
  { catalog }: PlanRunPorts,
  signal: AbortSignal,
): Promise<EnvironmentDefinition> => {
  const stored = await catalog.getEnvironment(run.tenant, run.environment, signal);
  if (stored === undefined)
    throw problem('unknown-environment', `the environment ${run.environment} is not registered any more`, {
      runId: run.runId,
    });
  return stored.definition;
};

/** A3.2: without its history a run is planned by defaults. */
const loadDurations = async (
  run: Run,
  suites: readonly string[],
  { durations, log }: PlanRunPorts,
  signal: AbortSignal,
) => {
  try {
    return await durations.load(run.tenant, suites, signal);
  } catch (error) {
    log.warn('planned without history', {
      test_run_id: run.runId,
      reason: error instanceof Error ? error.message : String(error),
    });
    return new Map<string, ReadonlyMap<string, readonly number[]>>();
  }
};

const samePlan = async (
  body: Uint8Array,
  { suiteBodies }: PlanRunPorts,
  signal: AbortSignal,
): Promise<PlanWithSuites> => {
  const plan = JSON.parse(new TextDecoder().decode(body)) as Plan;
  const read = await inParallel(
    plan.suites,
    WRITES_AT_ONCE,
    async ({ id, key, digest }) => [id, await suiteBodies.get(key, digest, signal)] as const,
  );
  return { plan, definitions: new Map(read) };
};

const factsOf = (plan: Plan, definitions: ReadonlyMap<string, SuiteDefinition>): readonly SuiteFacts[] =>
  plan.suites.map(({ id, capability }) => ({
    id,
    capability,
    concurrency: definitions.get(id)?.concurrency ?? CONCURRENCY_DEFAULT,
  }));

const RUNS_LOOKED_AT = 100;

/** Load and fault runs under way where this one is to go; counted only where the environment limits them. */
const otherHeavyRuns = async (
  run: Run,
  plan: Plan,
  { runs, catalog }: PlanRunPorts,
  signal: AbortSignal,
): Promise<number> => {
  if (plan.environment.limits?.runs === undefined || !plan.suites.some(isHeavy)) return 0;
  const { items } = await runs.list(
    run.tenant,
    { environment: run.environment, state: 'running' },
    { limit: RUNS_LOOKED_AT },
    signal,
  );
  const others = items.filter((other) => other.runId !== run.runId);
  const ids = [...new Set(others.flatMap(({ suites }) => suites))];
  const suites = await inParallel(ids, WRITES_AT_ONCE, (id) => catalog.getSuite(run.tenant, id, signal));
  const heavy = new Set(suites.flatMap((suite) => (suite !== undefined && isHeavy(suite) ? [suite.id] : [])));
  return others.filter((other) => other.suites.some((id) => heavy.has(id))).length;
};
