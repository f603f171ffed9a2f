/** Keys of one shard in the staging bucket. */
export interface ShardPlace {
  readonly tenant: string;
  readonly runId: string;
  readonly shard: number;
}

const four = (shard: number): string => String(shard).padStart(4, '0');

export const jobKey = ({ tenant, runId, shard }: ShardPlace): string =>
  `v1/${tenant}/${runId}/shards/${four(shard)}/job.json`;

/** Prefix of everything that one attempt leaves, with a slash at the end. */
export const attemptPrefix = ({ tenant, runId, shard }: ShardPlace, attempt: number): string =>
  `v1/${tenant}/${runId}/attempts/${four(shard)}-${String(attempt).padStart(2, '0')}/`;

/** The n-th piece of the live log, from 1. */
export const liveLogPath = (piece: number): string => `log/${String(piece).padStart(5, '0')}.jsonl`;
