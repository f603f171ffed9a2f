import { judgeAddress, parseAddress, type Cidr } from '#core/address-policy';
import type { EnvironmentDefinition } from '#core/environment';
import { plannedLoads, refusedLoads, unevenLoads } from '#core/load-shards';
import type { PlannedShard } from '#core/plan';
import { problem } from '#core/problems';
import { SHARDS_MAX_DEFAULT } from '#core/shard-plan';
import type { Capability } from '#core/words';
import type { SelectedSuite } from './select-suites.ts';

/** A suite as far as the environment's rules are about it. */
export interface SuiteFacts {
  readonly id: string;
  readonly capability: Capability;
  readonly concurrency: number;
}

/** F3.1: what the environment allows. @throws capability-not-allowed */
export const requireCapabilities = (
  { name, allowedCapabilities: allowed }: EnvironmentDefinition,
  suites: readonly SuiteFacts[],
): void => {
  if (allowed === undefined) return;
  const refused = suites.filter(({ capability }) => !allowed.includes(capability));
  if (refused.length === 0) return;
  const what = refused.map(({ id, capability }) => `${id} (${capability})`).join(', ');
  throw problem('capability-not-allowed', `environment ${name} allows ${allowed.join(', ') || 'nothing'}, got ${what}`);
};

/**
 * Addresses among the targets are judged here again, because the policy may have changed since the environment was written; names are
 * resolved and judged by the runner, for each connection.
 *
 * @throws target-refused
 */
export const requireTargets = ({ name, targets }: EnvironmentDefinition, allowedRanges: readonly Cidr[]): void => {
  for (const [target, url] of Object.entries(targets)) {
    const host = URL.canParse(url) ? new URL(url) : undefined;
    if (host === undefined || !/^https?:$/.test(host.protocol)) {
      throw problem(
        'target-refused',
        `target ${target} of environment ${name}: expected an http or https URL, got ${JSON.stringify(url)}`,
      );
    }
    const address = parseAddress(host.hostname.toLowerCase().replace(/\.$/, ''));
    const judged = address === undefined ? undefined : judgeAddress(address, allowedRanges);
    if (judged?.allowed === false) {
      throw problem(
        'target-refused',
        `target ${target} of environment ${name}: ${judged.address} is a ${judged.kind} address`,
      );
    }
  }
};

/**
 * Before anything is sent, every load is held against what the environment bears.
 *
 * @throws limit-exceeded naming each that is above it; suite-invalid for loads that cannot be divided together
 */
export const requireLoads = ({ name, limits }: EnvironmentDefinition, suites: readonly SelectedSuite[]): void => {
  const selected = suites.map(({ indexed: { id }, definition, components }) => {
    const wanted = new Set(components.flatMap(({ cases }) => cases));
    return { id, cases: definition.cases.filter((item) => wanted.has(item.id)) };
  });
  const refused = refusedLoads(selected, limits);
  const uneven = suites.flatMap(({ indexed: { id }, definition, components }) =>
    unevenLoads(definition.cases, components).map((why) => `${id}: ${why}`),
  );
  if (uneven.length > 0) throw problem('suite-invalid', uneven.join('; '));
  if (refused.length > 0) throw problem('limit-exceeded', `environment ${name}: ${refused.join('; ')}`);
  const shards = selected.reduce(
    (sum, one) => sum + [...plannedLoads(one).values()].reduce((all, load) => all + load.shards, 0),
    0,
  );
  if (shards > SHARDS_MAX_DEFAULT)
    throw problem(
      'limit-exceeded',
      `expected loads of at most ${String(SHARDS_MAX_DEFAULT)} shards together, got ${String(shards)}`,
    );
};

/** Shards at once; the quota of the Map and of the accounts behind it are far above. */
const SHARDS_AT_ONCE_MAX = 100;

const HEAVY_CAPABILITIES: readonly Capability[] = ['performance', 'resilience'];

/** Load and fault suites, of which an environment bears only so many at once. */
export const isHeavy = ({ capability }: { readonly capability: Capability }): boolean =>
  HEAVY_CAPABILITIES.includes(capability);

/**
 * How many shards may run at once so that the sum over them stays within the environment's users, and that it all ends within its minutes.
 *
 * @param otherHeavyRuns load and fault runs of the environment that are under way
 * @throws limit-exceeded naming the limit
 */
export const concurrencyWithin = (
  { name, limits = {} }: EnvironmentDefinition,
  shards: readonly PlannedShard[],
  suites: readonly SuiteFacts[],
  otherHeavyRuns: number,
): number => {
  const refuse = (limit: string, allowed: number, got: string): never => {
    throw problem('limit-exceeded', `environment ${name} allows ${String(allowed)} ${limit}, this run needs ${got}`);
  };
  const usersPerShard = suites.reduce((most, suite) => Math.max(most, suite.concurrency), 1);
  if (limits.users !== undefined && usersPerShard > limits.users)
    refuse('users', limits.users, `${String(usersPerShard)} (cases at once in one shard)`);
  if (limits.runs !== undefined && suites.some(isHeavy) && otherHeavyRuns >= limits.runs) {
    refuse('load or fault runs at once', limits.runs, `one more than the ${String(otherHeavyRuns)} under way`);
  }
  const byUsers = limits.users === undefined ? SHARDS_AT_ONCE_MAX : Math.floor(limits.users / usersPerShard);
  const concurrency = Math.max(1, Math.min(shards.length, byUsers, SHARDS_AT_ONCE_MAX));
  // Parts of a load wait for each other, so all of them run at once; their users are held below the limit by the load's own plan.
  const parts = shards.reduce((most, shard) => Math.max(most, shard.part?.of ?? 1), 1);
  if (parts > SHARDS_AT_ONCE_MAX) refuse('shards at once', SHARDS_AT_ONCE_MAX, String(parts));
  return concurrencyInTime(shards, Math.max(parts, concurrency), limits.minutes, refuse);
};

const concurrencyInTime = (
  shards: readonly PlannedShard[],
  concurrency: number,
  minutesMax: number | undefined,
  refuse: (limit: string, allowed: number, got: string) => never,
): number => {
  const workMs = shards.reduce((sum, shard) => sum + shard.predictedMs, 0);
  const longestMs = shards.reduce((most, shard) => Math.max(most, shard.predictedMs), 0);
  const minutes = Math.ceil(Math.max(longestMs, workMs / concurrency) / 60_000);
  if (minutesMax !== undefined && minutes > minutesMax) refuse('minutes', minutesMax, `about ${String(minutes)}`);
  return concurrency;
};
