import { count, listed } from '#core/gate-words';
import type { MergedResults } from '#core/merge-results';
import type { GateReason, RunError } from '#core/run';
import type { StopReason } from '#core/words';

/** A shard whose results did not come or could not be read. */
export interface LostShard {
  readonly shard: number;
  readonly reason: string;
}

/** A shard that was recorded, but not by its first attempt. */
export interface RetriedShard {
  readonly shard: number;
  readonly attempts: number;
  /** What became of the attempts before the one that counts. */
  readonly reason: string;
}

/** What happened to the run itself. */
export interface RunFacts {
  readonly runId: string;
  readonly results: MergedResults;
  /** `suite/case` of every planned case; undefined when no plan was made. */
  readonly planned?: ReadonlySet<string>;
  readonly lostShards: readonly LostShard[];
  readonly retriedShards?: readonly RetriedShard[];
  readonly stop?: { readonly reason: StopReason; readonly by: string };
  readonly error?: RunError;
}

const STOPPED = {
  cancelled: 'The run was cancelled',
  'fail-fast': 'The run was stopped at its first failure',
  deadline: 'The run reached its deadline',
} as const satisfies Record<StopReason, string>;

/** A stop skips cases without naming another case as the cause. */
const isDone = (key: string, { cases }: MergedResults): boolean => {
  const entry = cases.get(key);
  return entry !== undefined && (entry.verdict !== 'skipped' || entry.because?.case !== undefined);
};

const stopMessage = ({ results, planned }: RunFacts, { reason, by }: NonNullable<RunFacts['stop']>): string => {
  const done = planned !== undefined && planned.size > 0 && [...planned].every((key) => isDone(key, results));
  const when = done ? 'after every case had its result, but before the run was judged' : 'before every case had run';
  return `${STOPPED[reason]} (by ${by}) ${when}.`;
};

/** Shards that were lost for the same reason are told together. */
const lostMessages = (lostShards: readonly LostShard[]): readonly string[] => {
  const sorted = [...lostShards].sort((a, b) => a.shard - b.shard);
  return [...Map.groupBy(sorted, ({ reason }) => reason)].map(([reason, lost]) => {
    const names = lost.map(({ shard }) => String(shard));
    return lost.length === 1
      ? `Shard ${names.join('')} was lost: ${reason}. Its cases have no result.`
      : `${count(lost.length, 'shard')} (${listed(names)}) were lost, each because ${reason}. Their cases have no result.`;
  });
};

/**
 * Why the run as a whole gives no full answer. Shards that were lost in a run that ended with an error are told, but the error decides:
 * they are what came of it.
 */
export const runReasons = (facts: RunFacts): readonly GateReason[] => {
  const { runId, error, stop, lostShards, retriedShards = [], planned } = facts;
  const reasons: GateReason[] = [];
  const tell = (code: string, message: string, effect: GateReason['effect'] = 'inconclusive'): void => {
    reasons.push({ code, message, effect, evidence: `/tests/run/${runId}` });
  };
  if (error !== undefined) tell(error.code, error.message);
  if (stop !== undefined) tell(stop.reason, stopMessage(facts, stop));
  if (planned === undefined && error === undefined) tell('plan-missing', 'No plan was made, so no case could run.');
  for (const message of lostMessages(lostShards))
    tell('shard-lost', message, error === undefined ? 'inconclusive' : 'info');
  for (const { shard, attempts, reason } of [...retriedShards].sort((a, b) => a.shard - b.shard))
    tell('shard-retried', `Shard ${String(shard)} needed ${String(attempts)} attempts: ${reason}.`, 'info');
  return reasons;
};
