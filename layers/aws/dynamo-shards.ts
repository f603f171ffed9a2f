import { setTimeout as pause } from 'node:timers/promises';

import { absent, all, equals, exists, oneOf, type Where } from '#aws/expression';
import { boundedText } from '#core/bounded-reasons';
import { runKey, shardKey } from '#aws/keys';
import { BESIDE_RUN_DAYS, expiryAfter, frozenOf, missingPieces } from '#aws/run-items';
import { attemptsOf, plannedShard, shardOf } from '#aws/shard-items';
import type { Item } from '#aws/table-types';
import type { Table } from '#aws/table';
import { inParallel } from '#core/in-parallel';
import type { PlannedShard } from '#core/plan';
import type { Attempt, FrozenAttempts, Shard } from '#core/run';
import type { RunState } from '#core/words';
import type { AttemptClaim, AttemptKey, RunStore } from '#ports/run-store';

/** Quota of TransactWriteItems (Amazon DynamoDB API reference, read 2026-11). */
const TRANSACTION_ITEMS_MAX = 100;
const PUTS_AT_ONCE = 20;
/** Judging freezes within a second of closing the run; three are waited. */
const LOOK_MS = 100;
const LOOKS_MAX = 30;
const TAKES_ATTEMPTS: readonly RunState[] = ['accepted', 'planning', 'running'];

type Outcome = Parameters<RunStore['recordAttempt']>[1];

const isOpen = oneOf(['state'], ['planned', 'running']);
const holds = ({ attempt, nonce }: AttemptKey): Where =>
  all(equals(['state'], 'running'), equals(['attempt'], attempt), equals(['nonce'], nonce));
const path = (attempt: number, ...rest: readonly string[]): readonly string[] => ['attempts', String(attempt), ...rest];
const keyOf = ({ tenant, runId, shard }: { tenant: string; runId: string; shard: number }) =>
  shardKey(tenant, runId, shard);

interface Judgement {
  /** Attempts can still be claimed. */
  readonly open: boolean;
  readonly frozen?: FrozenAttempts;
}

/** State and frozen set of the run: what decides whether an attempt still counts. */
const judgement = async (table: Table, tenant: string, runId: string, signal?: AbortSignal): Promise<Judgement> => {
  const item = await table.get(runKey(tenant, runId), signal, ['state', 'frozen', 'tenant', 'runId']);
  if (item === undefined) return { open: false };
  const pieces = missingPieces(item);
  const frozen = frozenOf(item, pieces.length === 0 ? [] : await table.batchGet(pieces, signal));
  return {
    open: frozen === undefined && TAKES_ATTEMPTS.includes(item['state'] as RunState),
    ...(frozen === undefined ? {} : { frozen }),
  };
};

const isUsed = ({ shard, attempt, nonce }: AttemptKey, { attemptSha256 }: Outcome, frozen: FrozenAttempts): boolean =>
  frozen.attempts.some(
    (entry) =>
      entry.used &&
      entry.shard === shard &&
      entry.attempt === attempt &&
      entry.nonce === nonce &&
      entry.attemptSha256 === attemptSha256,
  );

const putShards =
  (table: Table) =>
  async (tenant: string, runId: string, shards: readonly PlannedShard[], signal?: AbortSignal): Promise<void> => {
    const expiresAt = expiryAfter(Date.now(), BESIDE_RUN_DAYS);
    for (let from = 0; from < shards.length; from += TRANSACTION_ITEMS_MAX) {
      const puts = shards
        .slice(from, from + TRANSACTION_ITEMS_MAX)
        .map((shard) => plannedShard(tenant, runId, shard, expiresAt));
      const { written } = await table.putTogether(puts, signal);
      // Some were there: a repeated plan. Those keep what happened to them since; the others are put one by one.
      if (!written) await inParallel(puts, PUTS_AT_ONCE, (put) => table.put(put, signal));
    }
  };

const claimAttempt =
  (table: Table) =>
  async (claim: AttemptClaim, signal?: AbortSignal): Promise<Shard | undefined> => {
    const { tenant, runId, attempt, nonce, executor, taskArn, atEpochMs } = claim;
    const run = await judgement(table, tenant, runId, signal);
    if (run.open) {
      const entry: Attempt = {
        attempt,
        nonce,
        executor,
        state: 'running',
        startedAtEpochMs: atEpochMs,
        ...(taskArn === undefined ? {} : { taskArn }),
      };
      const written = await table.update(
        keyOf(claim),
        {
          set: [
            [['state'], 'running'],
            [['executor'], executor],
            [['casesDone'], 0],
            [['attempt'], attempt],
            [['nonce'], nonce],
            [path(attempt), entry],
          ],
          remove: ['counts'],
          where: all(isOpen, (e) => `${e.name('attempt')} < ${e.value(attempt)}`, absent(...path(attempt))),
        },
        signal,
      );
      if (written.written) return written.item === undefined ? undefined : shardOf(written.item);
    }
    // The same claim again finds itself, also when judging began in between.
    const item = await table.get(keyOf(claim), signal);
    const mine = item?.['state'] === 'running' && item['attempt'] === attempt && item['nonce'] === nonce;
    return item !== undefined && mine ? shardOf(item) : undefined;
  };

const recorded = (
  outcome: Outcome,
  at: number,
): Pick<Attempt, 'counts' | 'attemptKey' | 'attemptSha256' | 'stopped' | 'endedAtEpochMs'> => ({
  counts: outcome.counts,
  attemptKey: outcome.attemptKey,
  attemptSha256: outcome.attemptSha256,
  stopped: outcome.stopped,
  endedAtEpochMs: at,
});

const entryFields = (attempt: number, fields: Partial<Attempt>): [readonly string[], unknown][] =>
  Object.entries(fields).map(([field, value]) => [path(attempt, field), value]);

/** Keeps the results of an attempt that does not count, unless the attempt holds others already. */
const keepLate = async (
  table: Table,
  key: AttemptKey,
  fields: Partial<Attempt>,
  signal?: AbortSignal,
): Promise<false> => {
  const { attempt, nonce } = key;
  const unlessOther: Where = (e) => {
    const sha = path(attempt, 'attemptSha256');
    return `attribute_not_exists(${e.name(...sha)}) OR ${e.name(...sha)} = ${e.value(fields.attemptSha256)}`;
  };
  const where = all(equals(path(attempt, 'nonce'), nonce), unlessOther);
  await table.update(keyOf(key), { set: entryFields(attempt, { ...fields, state: 'late' }), where }, signal);
  return false;
};

/**
 * What judging made of the run. Between its move to `judging` and its freeze nobody can say whether it read a shard before or after our
 * write, so we look until the set is there. A judging that died in between reads the shards again when it is repeated, and sees us.
 */
const settledJudgement = async (
  table: Table,
  { tenant, runId }: AttemptKey,
  signal?: AbortSignal,
): Promise<Judgement> => {
  for (let look = 1; ; look += 1) {
    const found = await judgement(table, tenant, runId, signal);
    if (found.open || found.frozen !== undefined || look >= LOOKS_MAX) return found;
    await pause(LOOK_MS, undefined, signal === undefined ? {} : { signal });
  }
};

/**
 * First the shard, then the run: judging first closes the run and then reads the shards, so either judging sees this attempt or this
 * attempt sees that it came late.
 */
const recordAttempt =
  (table: Table) =>
  async (key: AttemptKey, outcome: Outcome, at: number, signal?: AbortSignal): Promise<boolean> => {
    const { tenant, runId, attempt, nonce } = key;
    const fields = recorded(outcome, at);
    const before = await judgement(table, tenant, runId, signal);
    if (before.frozen !== undefined) {
      return isUsed(key, outcome, before.frozen) ? true : keepLate(table, key, fields, signal);
    }
    const written = await table.update(
      keyOf(key),
      {
        set: [
          [['state'], 'recorded'],
          [['counts'], outcome.counts],
          [['casesDone'], outcome.casesDone],
          ...entryFields(attempt, { ...fields, state: 'recorded' }),
        ],
        where: holds(key),
      },
      signal,
    );
    if (!written.written) {
      const entry: Attempt | undefined =
        written.found === undefined ? undefined : attemptsOf(written.found)[String(attempt)];
      const same =
        entry?.nonce === nonce && entry.state === 'recorded' && entry.attemptSha256 === outcome.attemptSha256;
      if (entry?.nonce !== nonce) return false;
      if (!same) return keepLate(table, key, fields, signal);
    }
    const after = await settledJudgement(table, key, signal);
    if (after.frozen === undefined || isUsed(key, outcome, after.frozen)) return true;
    return keepLate(table, key, fields, signal);
  };

const failAttempt =
  (table: Table): RunStore['failAttempt'] =>
  async (key, reason, stopCode, at, signal) => {
    const { attempt } = key;
    const ended = { state: 'lost', reason: boundedText(reason), stopCode, endedAtEpochMs: at } as const;
    const set = Object.entries(ended).map(([field, value]): [readonly string[], unknown] => [
      path(attempt, field),
      value,
    ]);
    const written = await table.update(keyOf(key), { set, where: equals(path(attempt, 'state'), 'running') }, signal);
    if (written.written || written.found === undefined || attemptsOf(written.found)[String(attempt)] !== undefined)
      return;
    const neverStarted = { attempt, nonce: '', executor: written.found['executor'], startedAtEpochMs: at, ...ended };
    await table.update(
      keyOf(key),
      { set: [[path(attempt), neverStarted]], where: all(exists, absent(...path(attempt))) },
      signal,
    );
  };

/** The part of the run store that is about shards and their attempts. */
export const dynamoShards = (
  table: Table,
): Pick<
  RunStore,
  'putShards' | 'claimAttempt' | 'heartbeat' | 'recordAttempt' | 'failAttempt' | 'markLost' | 'getShard'
> => ({
  putShards: putShards(table),
  claimAttempt: claimAttempt(table),
  heartbeat: async (key, { casesDone, counts }, at, signal) => {
    const set = [
      [['casesDone'], casesDone],
      [['counts'], counts],
      [path(key.attempt, 'heartbeatAtEpochMs'), at],
    ] as const;
    return (await table.update(keyOf(key), { set, where: holds(key) }, signal)).written;
  },
  recordAttempt: recordAttempt(table),
  failAttempt: failAttempt(table),
  markLost: async (...[tenant, runId, shard, reason, at, signal]) => {
    const set = [
      [['state'], 'lost'],
      [['lostReason'], boundedText(reason)],
      [['lostAtEpochMs'], at],
    ] as const;
    return (await table.update(shardKey(tenant, runId, shard), { set, where: isOpen }, signal)).written;
  },
  getShard: async (tenant, runId, shard, signal) => {
    const item: Item | undefined = await table.get(shardKey(tenant, runId, shard), signal);
    return item === undefined ? undefined : shardOf(item);
  },
});
