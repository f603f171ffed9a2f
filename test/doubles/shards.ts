import { boundedText } from '#core/bounded-reasons';
import type { Attempt, FrozenAttempts, Run, Shard } from '#core/run';
import type { AttemptClaim, AttemptKey, RunStore } from '#ports/run-store';
import { copied } from './copied.ts';

interface RunRecord {
  run: Run;
  readonly shards: Map<number, Shard>;
}

/** Finds the stored run, which callers change in place of a database. */
export type FindRun = (tenant: string, runId: string) => RunRecord | undefined;

type ShardMethods = Pick<
  RunStore,
  'putShards' | 'claimAttempt' | 'heartbeat' | 'recordAttempt' | 'failAttempt' | 'markLost' | 'getShard'
>;

const changed = (shard: Shard, attempt: number, fields: Partial<Attempt>): Shard => ({
  ...shard,
  attempts: shard.attempts.map((entry) => (entry.attempt === attempt ? { ...entry, ...fields } : entry)),
});

const isUsed = (set: FrozenAttempts, key: AttemptKey): boolean =>
  set.attempts.some(
    (entry) => entry.used && entry.shard === key.shard && entry.attempt === key.attempt && entry.nonce === key.nonce,
  );

const takesAttempts = (run: Run): boolean =>
  run.frozen === undefined && ['accepted', 'planning', 'running'].includes(run.state);

const claimed = (shard: Shard, claim: AttemptClaim): Shard => {
  const { counts: _counts, ...rest } = shard;
  const attempts = shard.attempts.map((entry): Attempt =>
    entry.state === 'running' ? { ...entry, state: 'superseded' } : entry,
  );
  const entry: Attempt = {
    attempt: claim.attempt,
    nonce: claim.nonce,
    executor: claim.executor,
    state: 'running',
    ...(claim.taskArn === undefined ? {} : { taskArn: claim.taskArn }),
    startedAtEpochMs: claim.atEpochMs,
  };
  return {
    ...rest,
    state: 'running',
    executor: claim.executor,
    casesDone: 0,
    attempt: claim.attempt,
    nonce: claim.nonce,
    attempts: [...attempts, entry],
  };
};

const claim = (record: RunRecord, wanted: AttemptClaim): Shard | undefined => {
  const shard = record.shards.get(wanted.shard);
  if (shard === undefined) return undefined;
  if (shard.state === 'running' && shard.attempt === wanted.attempt && shard.nonce === wanted.nonce) return shard;
  const open = shard.state === 'planned' || shard.state === 'running';
  const seen = shard.attempt >= wanted.attempt || shard.attempts.some((entry) => entry.attempt === wanted.attempt);
  if (!takesAttempts(record.run) || !open || seen) return undefined;
  const next = claimed(shard, wanted);
  record.shards.set(wanted.shard, next);
  return next;
};

type Outcome = Parameters<RunStore['recordAttempt']>[1];

const recordOutcome = (record: RunRecord, key: AttemptKey, outcome: Outcome, at: number): boolean => {
  const shard = record.shards.get(key.shard);
  const entry = shard?.attempts.find((candidate) => candidate.attempt === key.attempt && candidate.nonce === key.nonce);
  if (shard === undefined || entry === undefined) return false;
  const { frozen } = record.run;
  const repeated = entry.state === 'recorded' && entry.attemptSha256 === outcome.attemptSha256;
  if (repeated && (frozen === undefined || isUsed(frozen, key))) return true;
  const { counts, attemptKey, attemptSha256, stopped } = outcome;
  const fields = { counts, attemptKey, attemptSha256, stopped, endedAtEpochMs: at };
  if (frozen === undefined && shard.state === 'running' && shard.attempt === key.attempt) {
    const next = changed(shard, key.attempt, { ...fields, state: 'recorded' });
    record.shards.set(key.shard, { ...next, state: 'recorded', counts, casesDone: outcome.casesDone });
    return true;
  }
  const keptByOther = entry.state === 'recorded' && !repeated;
  if (!keptByOther) record.shards.set(key.shard, changed(shard, key.attempt, { ...fields, state: 'late' }));
  return false;
};

/** Microtask turns that an attempt waits for the freeze of a judging that has begun. */
const TURNS_MAX = 5000;

const frozenInTime = async ({ run }: RunRecord, again: () => RunRecord | undefined): Promise<void> => {
  let now: Run | undefined = run;
  for (let turn = 0; turn < TURNS_MAX && now?.state === 'judging' && now.frozen === undefined; turn += 1) {
    await Promise.resolve();
    now = again()?.run;
  }
};

const fail = (
  record: RunRecord,
  key: Omit<AttemptKey, 'nonce'>,
  reason: string,
  stopCode: string | undefined,
  at: number,
): void => {
  const shard = record.shards.get(key.shard);
  if (shard === undefined) return;
  const entry = shard.attempts.find((candidate) => candidate.attempt === key.attempt);
  const ended = {
    state: 'lost',
    reason: boundedText(reason),
    endedAtEpochMs: at,
    ...(stopCode === undefined ? {} : { stopCode }),
  } as const;
  if (entry?.state === 'running' || entry?.state === 'superseded')
    record.shards.set(key.shard, changed(shard, key.attempt, ended));
  if (entry !== undefined) return;
  const neverStarted: Attempt = {
    attempt: key.attempt,
    nonce: '',
    executor: shard.executor,
    startedAtEpochMs: at,
    ...ended,
  };
  const attempts = [...shard.attempts, neverStarted].sort((a, b) => a.attempt - b.attempt);
  record.shards.set(key.shard, { ...shard, attempts });
};

const lose = (record: RunRecord, number: number, given: string, at: number): boolean => {
  const shard = record.shards.get(number);
  if (shard === undefined || shard.state === 'recorded' || shard.state === 'lost') return false;
  const reason = boundedText(given);
  const attempts = shard.attempts.map((entry): Attempt =>
    entry.state === 'running' ? { ...entry, state: 'lost', reason, endedAtEpochMs: at } : entry,
  );
  record.shards.set(number, { ...shard, state: 'lost', lostReason: reason, attempts });
  return true;
};

/** The part of the RunStore double that is about shards. */
export const inMemoryShards = (find: FindRun): ShardMethods => {
  const within = async <T>(
    tenant: string,
    runId: string,
    otherwise: T,
    act: (record: RunRecord) => T,
    signal?: AbortSignal,
  ): Promise<T> => {
    await Promise.resolve();
    signal?.throwIfAborted();
    const record = find(tenant, runId);
    return record === undefined ? otherwise : copied(act(record));
  };
  return {
    putShards: (tenant, runId, shards, signal) =>
      within(
        tenant,
        runId,
        undefined,
        (record) => {
          for (const { shard, executor, predictedMs, caseCount } of shards) {
            if (record.shards.has(shard)) continue;
            const fresh = {
              schemaVersion: 1,
              tenant,
              runId,
              shard,
              state: 'planned',
              executor,
              cases: caseCount,
              casesDone: 0,
              predictedMs,
              attempt: 0,
              attempts: [],
            } as const;
            record.shards.set(shard, fresh);
          }
        },
        signal,
      ),
    claimAttempt: (wanted, signal) =>
      within(wanted.tenant, wanted.runId, undefined, (record) => claim(record, wanted), signal),
    heartbeat: (key, progress, at, signal) =>
      within(
        key.tenant,
        key.runId,
        false,
        (record) => {
          const shard = record.shards.get(key.shard);
          if (shard?.state !== 'running' || shard.attempt !== key.attempt || shard.nonce !== key.nonce) return false;
          record.shards.set(key.shard, { ...changed(shard, key.attempt, { heartbeatAtEpochMs: at }), ...progress });
          return true;
        },
        signal,
      ),
    recordAttempt: async (key, outcome, at, signal) => {
      const act = (record: RunRecord): boolean => recordOutcome(record, key, outcome, at);
      const first = await within(key.tenant, key.runId, false, act, signal);
      const record = find(key.tenant, key.runId);
      if (!first || record === undefined) return false;
      await frozenInTime(record, () => find(key.tenant, key.runId));
      // The same record again: true while nothing was frozen, afterwards what the set says.
      return within(key.tenant, key.runId, false, act, signal);
    },
    failAttempt: (key, reason, stopCode, at, signal) =>
      within(
        key.tenant,
        key.runId,
        undefined,
        (record) => {
          fail(record, key, reason, stopCode, at);
        },
        signal,
      ),
    markLost: (tenant, runId, shard, reason, at, signal) =>
      within(tenant, runId, false, (record) => lose(record, shard, reason, at), signal),
    getShard: (tenant, runId, shard, signal) =>
      within(tenant, runId, undefined, (record) => record.shards.get(shard), signal),
  };
};
