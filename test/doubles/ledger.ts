import { LOOK_EVERY_MS, TRIES_UNTIL_STUCK } from '#core/left-resources';
import { problem } from '#core/problems';
import type { LeftResource, LeftResources } from '#ports/resource-ledger';
import { copied } from './copied.ts';

export interface InMemoryLedger extends LeftResources {
  /** What nobody has removed, in the order in which it was made. */
  readonly all: () => readonly LeftResource[];
}

const keyOf = (tenant: string, runId: string, id: string): string => JSON.stringify([tenant, runId, id]);

const longestDueFirst = (a: LeftResource, b: LeftResource): number =>
  a.nextTryAtEpochMs - b.nextTryAtEpochMs || (a.entry.id < b.entry.id ? -1 : 1);

const isSame = (a: LeftResource | undefined, b: LeftResource): boolean =>
  a?.state === b.state && a.nextTryAtEpochMs === b.nextTryAtEpochMs && a.tries === b.tries;

/** The resources that are kept, one of each tenant in turn. */
const sharedOut = (found: readonly LeftResource[], limit: number): readonly LeftResource[] => {
  const turns = [...Map.groupBy(found, ({ tenant }) => tenant).values()].flatMap((some) =>
    some.sort(longestDueFirst).map((resource, turn) => ({ resource, turn })),
  );
  const chosen = turns.sort((a, b) => a.turn - b.turn || longestDueFirst(a.resource, b.resource)).slice(0, limit);
  return copied(chosen.map(({ resource }) => resource).sort(longestDueFirst));
};

/** LeftResources in memory, with the semantics that test/ports/ledger-contract.ts holds it and the DynamoDB adapter to. */
export const inMemoryLedger = (): InMemoryLedger => {
  const kept = new Map<string, LeftResource>();
  const change = async (seen: LeftResource, fields: Partial<LeftResource>): Promise<LeftResource | undefined> => {
    await Promise.resolve();
    const key = keyOf(seen.tenant, seen.runId, seen.entry.id);
    if (!isSame(kept.get(key), seen)) return undefined;
    const after = { ...seen, ...fields };
    kept.set(key, copied(after));
    return after;
  };
  const tried = (): LeftResource[] => [...kept.values()].filter(({ state }) => state !== 'given-up');
  return {
    all: () => copied([...kept.values()]),
    ofRun: ({ tenant, runId, digests, targets }) => ({
      created: async (entry) => {
        await Promise.resolve();
        const suiteDigest = digests.get(entry.suite);
        if (suiteDigest === undefined)
          throw problem('invariant-broken', `expected a suite of the run, got ${entry.suite}`);
        const nextTryAtEpochMs = entry.createdAtEpochMs + LOOK_EVERY_MS;
        const resource = {
          tenant,
          runId,
          suiteDigest,
          targets,
          entry,
          state: 'left',
          tries: 0,
          nextTryAtEpochMs,
        } as const;
        kept.set(keyOf(tenant, runId, entry.id), copied(resource));
      },
      removed: async (id) => {
        await Promise.resolve();
        kept.delete(keyOf(tenant, runId, id));
      },
    }),
    due: async (now, limit) => {
      await Promise.resolve();
      return sharedOut(
        tried().filter(({ nextTryAtEpochMs }) => nextTryAtEpochMs <= now),
        limit,
      );
    },
    lease: (seen, { nowEpochMs, untilEpochMs }) =>
      change(seen, {
        tries: seen.tries + 1,
        nextTryAtEpochMs: untilEpochMs,
        firstTryAtEpochMs: seen.firstTryAtEpochMs ?? nowEpochMs,
      }),
    postpone: async (seen, nextTryAtEpochMs, reason) =>
      (await change(seen, {
        state: seen.tries >= TRIES_UNTIL_STUCK ? 'stuck' : 'left',
        nextTryAtEpochMs,
        ...(reason === undefined ? {} : { reason }),
      })) !== undefined,
    giveUp: async (seen, reason) => (await change(seen, { state: 'given-up', reason })) !== undefined,
    stuck: async (limit) => {
      await Promise.resolve();
      return sharedOut(
        tried().filter(({ state }) => state === 'stuck'),
        limit,
      );
    },
  };
};
