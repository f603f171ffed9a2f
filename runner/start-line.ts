/** Where the shards of one load agree on when to begin: each writes a file when it is ready, and all read the files of all. */
import type { ShardJob } from '#core/plan';
import { togetherKey } from '#core/staging-keys';
import { epochMs } from '#core/units';
import type { BlobStore } from '#ports/blob-store';
import type { Clock } from '#ports/clock';
import type { StartLine } from '#ports/load-transport';

/** From when the last shard was ready until all begin: several looks of a shard that polls once a second, and some for clocks that differ. */
const LEAD_MS = 3000;

/** Undefined where the shard sends no part of a divided load. A shard that is done again finds the time at which all began. */
export const startLine = (
  { tenant, runId, shard, together }: ShardJob,
  { staging, clock }: { readonly staging: BlobStore; readonly clock: Clock },
): StartLine | undefined => {
  if (together === undefined) return undefined;
  // Loads of a shard run one after the other, in the same order in all of them.
  let round = 0;
  const keyOf = (number: number): string => togetherKey({ tenant, runId }, number, round);
  const readyAtMs = async (number: number): Promise<number | undefined> => {
    const found = await staging.get(keyOf(number));
    return found === undefined ? undefined : Number(new TextDecoder().decode(found.body));
  };
  return {
    ready: async () => {
      round += 1;
      // The first time stands: a shard that is done again is late, and says so, because the others began without it.
      await staging.putNew(keyOf(shard), new TextEncoder().encode(String(clock.nowMs())), 'text/plain');
    },
    startAt: async () => {
      const times = await Promise.all(together.map(readyAtMs));
      const known = times.filter((time) => time !== undefined);
      return known.length < together.length ? undefined : epochMs(Math.max(...known) + LEAD_MS);
    },
  };
};
