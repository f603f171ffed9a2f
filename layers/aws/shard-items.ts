import { shardKey } from '#aws/keys';
import { upcast, withoutTableAttributes } from '#aws/schema-version';
import type { ConditionalPut, Item } from '#aws/table-types';
import { isNew } from '#aws/expression';
import type { PlannedShard } from '#core/plan';
import type { Attempt, Shard } from '#core/run';

/** A shard before its first attempt. Attempts are a map by number, so that one attempt is changed without reading the others. */
export const plannedShard = (
  tenant: string,
  runId: string,
  planned: PlannedShard,
  expiresAtEpochSeconds: number,
): ConditionalPut => ({
  item: {
    ...shardKey(tenant, runId, planned.shard),
    schemaVersion: 1,
    tenant,
    runId,
    shard: planned.shard,
    state: 'planned',
    executor: planned.executor,
    cases: planned.caseCount,
    casesDone: 0,
    predictedMs: planned.predictedMs,
    attempt: 0,
    attempts: {},
    expiresAtEpochSeconds,
  },
  where: isNew,
});

export const attemptsOf = (item: Item): { readonly [attempt: string]: Attempt } =>
  item['attempts'] as { readonly [attempt: string]: Attempt };

/**
 * An attempt that still says `running` although the shard went on. Nobody writes the end of an attempt that was overtaken, which would
 * cost the winner a second condition: it follows from the shard.
 */
const seen = (
  entry: Attempt,
  shard: {
    readonly attempt: number;
    readonly state: string;
    readonly lostReason?: string;
    readonly lostAtEpochMs?: number;
  },
): Attempt => {
  if (entry.state !== 'running') return entry;
  if (entry.attempt < shard.attempt) return { ...entry, state: 'superseded' };
  if (shard.state !== 'lost' || shard.lostReason === undefined || shard.lostAtEpochMs === undefined) return entry;
  return { ...entry, state: 'lost', reason: shard.lostReason, endedAtEpochMs: shard.lostAtEpochMs };
};

export const shardOf = (item: Item): Shard => {
  const { attempts: _attempts, lostAtEpochMs, ...rest } = withoutTableAttributes(upcast(item));
  const shard = rest as unknown as Omit<Shard, 'attempts'>;
  const lost = typeof lostAtEpochMs === 'number' ? { lostAtEpochMs } : {};
  const attempts = Object.values(attemptsOf(item))
    .sort((a, b) => a.attempt - b.attempt)
    .map((entry) => seen(entry, { ...shard, ...lost }));
  return { ...shard, attempts };
};
