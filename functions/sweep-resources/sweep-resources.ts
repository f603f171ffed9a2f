import type { EnvironmentDefinition } from '#core/environment';
import { inParallel } from '#core/in-parallel';
import { GIVE_UP_AFTER_MS, LOOK_EVERY_MS, pauseAfter, removableAt } from '#core/left-resources';
import { METRICS } from '#core/metric-names';
import type { Run } from '#core/run';
import type { LeftResource } from '#ports/resource-ledger';
import { removeTogether } from './remove-together.ts';
import type { Removals } from './remove-together.ts';
import type { SweepPorts } from './sweep-ports.ts';

/** Resources looked at in one tick; most of a busy hour belong to runs that go on, and are only put off. */
const LOOKED_AT_MAX = 500;
/** Resources removed in one tick: each is a request to somebody's system. */
const REMOVED_MAX = 100;
const AT_ONCE = 8;
const GROUPS_AT_ONCE = 4;

/** The function has 240 s: the rest is for what suites clean up and for the table. */
const WORK_MS = 150_000;
/** Longer than a function lives: whoever finds it over may be sure that nobody is at work. */
const LEASE_MS = 10 * 60_000;

/** Enough to tell that there are some. */
const STUCK_MAX = 100;

export interface Swept {
  readonly looked: number;
  readonly removed: number;
  readonly notRemoved: number;
}

/** Remembers what was asked for already within one tick. */
const once = <T>(ask: (tenant: string, id: string) => Promise<T>) => {
  const known = new Map<string, Promise<T>>();
  return (tenant: string, id: string): Promise<T> => {
    const key = JSON.stringify([tenant, id]);
    const found = known.get(key) ?? ask(tenant, id);
    known.set(key, found);
    return found;
  };
};

interface Facts {
  readonly run: (tenant: string, runId: string) => Promise<Run | undefined>;
  readonly environment: (tenant: string, name: string) => Promise<EnvironmentDefinition | undefined>;
}

const factsOf = ({ runs, catalog }: SweepPorts, signal: AbortSignal): Facts => ({
  run: once((tenant, runId) => runs.get(tenant, runId, signal)),
  environment: once(async (tenant, name) => (await catalog.getEnvironment(tenant, name, signal))?.definition),
});

/** Those that may be removed now; the others are put off to when they may, or to the next look at their run. */
const ripe = async (
  due: readonly LeftResource[],
  now: number,
  facts: Facts,
  { left }: SweepPorts,
  signal: AbortSignal,
): Promise<readonly LeftResource[]> => {
  const judged = await inParallel(due, AT_ONCE, async (resource) => {
    const { tenant, runId, entry } = resource;
    const environment = await facts.environment(tenant, entry.environment);
    const at = removableAt({
      createdAtEpochMs: entry.createdAtEpochMs,
      resourceTtlHours: environment?.resourceTtlHours,
      run: await facts.run(tenant, runId),
    });
    if (at <= now) return [resource];
    await left.postpone(resource, Math.min(at, now + LOOK_EVERY_MS), undefined, signal);
    return [];
  });
  return judged.flat();
};

/** What belongs to one run's suite in one environment is removed with one login. */
const grouped = (resources: readonly LeftResource[]): readonly (readonly [LeftResource, ...LeftResource[]])[] => {
  const groups = Map.groupBy(resources, ({ tenant, runId, suiteDigest, entry }) =>
    JSON.stringify([tenant, runId, entry.suite, suiteDigest, entry.environment]),
  );
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [[first, ...others] as const],
  );
};

/** Strikes off what is gone; the rest is tried again later, or given up. @returns whether it is gone */
const settle = async (
  resource: LeftResource,
  reason: string | undefined,
  { left, clock, metrics, log }: SweepPorts,
  signal: AbortSignal,
): Promise<boolean> => {
  const { tenant, runId, suiteDigest, targets, entry, tries, firstTryAtEpochMs } = resource;
  const now = clock.nowMs();
  const about = { tenant, test_run_id: runId, environment: entry.environment, suite: entry.suite, case: entry.case };
  const facts = { ...about, resource: entry.id, name: entry.name, tries };
  if (reason === undefined) {
    await left.ofRun({ tenant, runId, targets, digests: new Map([[entry.suite, suiteDigest]]) }).removed(entry.id);
    metrics.add(METRICS.resourcesRemoved, 'Count', 1);
    log.info('resource removed', facts);
    return true;
  }
  if (now - (firstTryAtEpochMs ?? now) >= GIVE_UP_AFTER_MS) {
    await left.giveUp(resource, reason, signal);
    metrics.add(METRICS.resourcesGivenUp, 'Count', 1);
    log.error('resource given up, somebody must remove it by hand', { ...facts, reason });
    return false;
  }
  await left.postpone(resource, now + pauseAfter(tries), reason, signal);
  log.warn('resource not removed, it is tried again', { ...facts, reason });
  return false;
};

const whyNot = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** One group, to its end; its own trouble counts as a try of each of its resources. */
const sweepGroup = async (
  resources: readonly [LeftResource, ...LeftResource[]],
  untilEpochMs: number,
  facts: Facts,
  ports: SweepPorts,
  signal: AbortSignal,
): Promise<readonly boolean[]> => {
  const { tenant, entry } = resources[0];
  let removals: Removals;
  try {
    const environment = await facts.environment(tenant, entry.environment);
    removals = await removeTogether({ resources, environment, untilEpochMs }, ports, signal);
  } catch (error) {
    removals = new Map(resources.map((resource) => [resource.entry.id, whyNot(error)]));
  }
  return inParallel(resources, AT_ONCE, (resource) =>
    settle(resource, removals.get(resource.entry.id), ports, signal).catch((error: unknown) => {
      // Its lease runs out, and a later tick finds it again; removing twice is removing once.
      ports.log.warn('resource not settled', { test_run_id: resource.runId, reason: whyNot(error) });
      return false;
    }),
  );
};

/**
 * Removes what runs created and did not remove (C1.1): of runs that are over, and whatever is older than its environment allows. Several
 * may be at work at once: each resource is leased by one of them. Everything can be repeated.
 */
export const sweepResources =
  (ports: SweepPorts) =>
  async (_: unknown, signal: AbortSignal): Promise<Swept> => {
    const { left, clock, metrics } = ports;
    const now = clock.nowMs();
    const facts = factsOf(ports, signal);
    const due = await left.due(now, LOOKED_AT_MAX, signal);
    const wanted = (await ripe(due, now, facts, ports, signal)).slice(0, REMOVED_MAX);
    const lease = { nowEpochMs: now, untilEpochMs: now + LEASE_MS };
    const leased = await inParallel(wanted, AT_ONCE, (resource) => left.lease(resource, lease, signal));
    const groups = grouped(leased.filter((resource) => resource !== undefined));
    const ended = await inParallel(groups, GROUPS_AT_ONCE, (group) =>
      sweepGroup(group, now + WORK_MS, facts, ports, signal),
    );
    const removed = ended.flat().filter((isGone) => isGone).length;
    metrics.add(METRICS.resourcesStuck, 'Count', (await left.stuck(STUCK_MAX, signal)).length);
    return { looked: due.length, removed, notRemoved: ended.flat().length - removed };
  };
