import type { Plan } from '#core/plan';

/** `suite/case` of every case of a plan, with its shards; a token case stands in several. */
export const plannedCases = (plan: Plan): ReadonlyMap<string, readonly number[]> => {
  const shards = new Map<string, number[]>();
  for (const { shard, cases } of plan.shards) {
    for (const [suite, ids] of Object.entries(cases)) {
      for (const id of ids) {
        const key = `${suite}/${id}`;
        const there = shards.get(key);
        if (there === undefined) shards.set(key, [shard]);
        else there.push(shard);
      }
    }
  }
  return shards;
};
