import type { ReportName } from '#core/report/report-files';

/** Names one run wherever it is stored. */
interface RunName {
  readonly tenant: string;
  readonly runId: string;
}

const padded = (number: number, digits: number): string => String(number).padStart(digits, '0');

/** `0007`: sorts as numbers do. */
export const shardName = (shard: number): string => padded(shard, 4);

/** `0007-01`: shard and attempt. */
export const attemptName = (shard: number, attempt: number): string => `${shardName(shard)}-${padded(attempt, 2)}`;

/** Everything of a run in staging lies below this. */
export const runPrefix = ({ tenant, runId }: RunName): string => `v1/${tenant}/${runId}/`;

export const planKey = (run: RunName): string => `${runPrefix(run)}plan.json`;
/** What the Map of test-run reads: a JSON array of {tenant, runId, shard, executor}. */
export const itemsKey = (run: RunName): string => `${runPrefix(run)}items.json`;
export const jobKey = (run: RunName, shard: number): string => `${runPrefix(run)}shards/${shardName(shard)}/job.json`;
/** An attempt's files lie below this. */
export const attemptPrefix = (run: RunName, shard: number, attempt: number): string =>
  `${runPrefix(run)}attempts/${attemptName(shard, attempt)}/`;
/**
 * Pieces of the live log of an attempt lie below this. They have a root of their own, so that they expire by a rule of their own and
 * nobody tags them one by one when the run is sealed.
 */
export const livePrefix = (run: RunName, shard: number, attempt: number): string =>
  `live/${runPrefix(run)}${attemptName(shard, attempt)}/`;
/** The n-th piece of the live log, from 1. */
export const livePieceKey = (run: RunName, shard: number, attempt: number, piece: number): string =>
  `${livePrefix(run, shard, attempt)}${padded(piece, 5)}.jsonl`;
export const verdictKey = (run: RunName): string => `${runPrefix(run)}verdict/results.json`;
export const junitKey = (run: RunName): string => `${runPrefix(run)}verdict/junit.xml`;
/** Pages that are made of the verdict. */
export const reportKey = (run: RunName, name: ReportName): string => `${runPrefix(run)}verdict/${name}`;
/** Says that a shard is ready to send its part of a load. @param round which of its loads, from 1 */
export const togetherKey = (run: RunName, shard: number, round: number): string =>
  `${runPrefix(run)}together/${shardName(shard)}-${String(round)}`;
