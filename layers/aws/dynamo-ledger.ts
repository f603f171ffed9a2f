import { all, equals, exists, isNew, oneOf, type Where } from '#aws/expression';
import {
  FIRST_POSITION,
  LAST_POSITION,
  TENANTS_PARTITION,
  environmentResources,
  resourceKey,
  resourcePosition,
  resourcesIn,
  timePart,
} from '#aws/keys';
import { upcast, withoutTableAttributes } from '#aws/schema-version';
import { openTable, type Table, type TableConfig } from '#aws/table';
import type { Item } from '#aws/table-types';
import { fairShare } from '#core/fair-share';
import { inParallel } from '#core/in-parallel';
import { LOOK_EVERY_MS, TRIES_UNTIL_STUCK } from '#core/left-resources';
import { problem } from '#core/problems';
import type { Clock } from '#ports/clock';
import type { LedgerRun, LeftResource, LeftResources, ResourceLedger } from '#ports/resource-ledger';

const SECONDS_A_DAY = 86_400;
/** What was removed is kept for questions, what was given up so long that somebody notices. */
const REMOVED_DAYS = 30;
const GIVEN_UP_DAYS = 180;

const TENANTS_AT_ONCE = 10;
const REASON_CHARS_MAX = 1000;

const INDEX_KEYS = ['gsi2pk', 'gsi2sk', 'gsi3pk', 'gsi3sk'] as const;

const expiryAfter = (epochMs: number, days: number): number => Math.floor(epochMs / 1000) + days * SECONDS_A_DAY;

const resourceOf = (item: Item): LeftResource => {
  const { schemaVersion: _version, ...fields } = withoutTableAttributes(upcast(item));
  return fields as unknown as LeftResource;
};

const keyOf = ({ tenant, runId, entry }: LeftResource) => resourceKey(tenant, runId, entry.id);

/** As it was read: whoever leases, postpones or removes it changes one of these. */
const unchanged = ({ state, nextTryAtEpochMs, tries }: LeftResource): Where =>
  all(exists, equals(['state'], state), equals(['nextTryAtEpochMs'], nextTryAtEpochMs), equals(['tries'], tries));

const itemOf = (resource: LeftResource): Item => ({
  schemaVersion: 1,
  ...resource,
  gsi2pk: environmentResources(resource.tenant, resource.entry.environment),
  gsi2sk: resourcePosition(resource.entry.createdAtEpochMs, resource.entry.id),
  gsi3pk: resourcesIn(resource.tenant, resource.state),
  gsi3sk: resourcePosition(resource.nextTryAtEpochMs, resource.entry.id),
});

const ledgerOf = (table: Table, clock: Clock, run: LedgerRun): ResourceLedger => ({
  created: async (entry) => {
    const { tenant, runId, digests, targets } = run;
    const suiteDigest = digests.get(entry.suite);
    if (suiteDigest === undefined)
      throw problem('invariant-broken', `expected a suite of the run, got ${entry.suite}`, { runId });
    const resource: LeftResource = {
      tenant,
      runId,
      suiteDigest,
      targets,
      entry,
      state: 'left',
      tries: 0,
      nextTryAtEpochMs: entry.createdAtEpochMs + LOOK_EVERY_MS,
    };
    await table.put({ item: { ...itemOf(resource), ...resourceKey(tenant, runId, entry.id) }, where: isNew });
  },
  removed: async (id) => {
    const now = clock.nowMs();
    await table.update(resourceKey(run.tenant, run.runId, id), {
      set: [
        [['state'], 'removed'],
        [['removedAtEpochMs'], now],
        [['expiresAtEpochSeconds'], expiryAfter(now, REMOVED_DAYS)],
      ],
      remove: INDEX_KEYS,
      where: all(exists, oneOf(['state'], ['left', 'stuck', 'given-up'])),
    });
  },
});

/** The longest due of one tenant in both of its partitions. */
const dueOf = async (
  table: Table,
  tenant: string,
  until: string,
  limit: number,
  signal?: AbortSignal,
): Promise<LeftResource[]> => {
  const read = async (state: 'left' | 'stuck'): Promise<LeftResource[]> => {
    const range = {
      pk: resourcesIn(tenant, state),
      index: 'gsi3',
      between: [FIRST_POSITION, until],
      limit,
    } as const;
    return (await table.query(range, signal)).items.map(resourceOf);
  };
  const both = await Promise.all([read('left'), read('stuck')]);
  return both.flat().sort(longestDueFirst);
};

const longestDueFirst = (a: LeftResource, b: LeftResource): number =>
  a.nextTryAtEpochMs - b.nextTryAtEpochMs || (a.entry.id < b.entry.id ? -1 : 1);

const tenantsOf = async (table: Table, signal?: AbortSignal): Promise<readonly string[]> =>
  (await table.queryAll({ pk: TENANTS_PARTITION }, signal)).map((item) => String(item['tenant']));

/** Writes what changed, its index keys with it. */
const change = async (
  table: Table,
  seen: LeftResource,
  fields: Partial<Omit<LeftResource, 'entry'>>,
  expiresAtEpochSeconds: number | undefined,
  signal?: AbortSignal,
): Promise<LeftResource | undefined> => {
  const after: LeftResource = { ...seen, ...fields };
  const { gsi3pk, gsi3sk } = itemOf(after);
  const set = [
    ...Object.entries(fields).map(([name, value]) => [[name], value] as const),
    [['gsi3pk'], gsi3pk] as const,
    [['gsi3sk'], gsi3sk] as const,
    [['expiresAtEpochSeconds'], expiresAtEpochSeconds] as const,
  ];
  const written = await table.update(keyOf(seen), { set, where: unchanged(seen) }, signal);
  return written.written ? after : undefined;
};

/** What runs created and nobody removed yet, in the one table; docs/data-model.md lists the keys. */
export const dynamoLedger = (config: TableConfig, clock: Clock): LeftResources => {
  const table = openTable(config);
  return {
    ofRun: (run) => ledgerOf(table, clock, run),
    due: async (now, limit, signal) => {
      const tenants = await tenantsOf(table, signal);
      const until = `${timePart(now)}${LAST_POSITION}`;
      const all = await inParallel(tenants, TENANTS_AT_ONCE, (tenant) => dueOf(table, tenant, until, limit, signal));
      return fairShare(all, limit, longestDueFirst);
    },
    lease: (seen, { nowEpochMs, untilEpochMs }, signal) => {
      const fields = {
        tries: seen.tries + 1,
        nextTryAtEpochMs: untilEpochMs,
        firstTryAtEpochMs: seen.firstTryAtEpochMs ?? nowEpochMs,
      };
      return change(table, seen, fields, undefined, signal);
    },
    postpone: async (seen, nextTryAtEpochMs, reason, signal) => {
      const state = seen.tries >= TRIES_UNTIL_STUCK ? 'stuck' : 'left';
      const why = reason === undefined ? {} : { reason: reason.slice(0, REASON_CHARS_MAX) };
      return (await change(table, seen, { state, nextTryAtEpochMs, ...why }, undefined, signal)) !== undefined;
    },
    giveUp: async (seen, reason, signal) => {
      const fields = { state: 'given-up', reason: reason.slice(0, REASON_CHARS_MAX) } as const;
      const expires = expiryAfter(clock.nowMs(), GIVEN_UP_DAYS);
      return (await change(table, seen, fields, expires, signal)) !== undefined;
    },
    stuck: async (limit, signal) => {
      const tenants = await tenantsOf(table, signal);
      const found = await inParallel(tenants, TENANTS_AT_ONCE, async (tenant) => {
        const range = { pk: resourcesIn(tenant, 'stuck'), index: 'gsi3', limit } as const;
        return (await table.query(range, signal)).items.map(resourceOf);
      });
      return fairShare(found, limit, longestDueFirst);
    },
  };
};
