/** What every RunStore must do, part two: shards, their attempts and the frozen set. */
import { describe, expect, test } from '@jest/globals';

import type { RunStore } from '#ports/run-store';
import { at, claimOf, counts, keyOf, newTenant, outcome, plannedShards, sampleRun } from './samples.ts';
import type { OpenRunStore } from './run-store-contract.ts';

/** A run of `r1` in a new tenant with planned shards. */
export const planned = async (open: OpenRunStore, shards = 1): Promise<{ runs: RunStore; tenant: string }> => {
  const { runs } = open();
  const tenant = newTenant();
  await runs.claim(sampleRun(tenant, 'r1'));
  await runs.putShards(tenant, 'r1', plannedShards(shards));
  return { runs, tenant };
};

const claimingAttempts = (open: OpenRunStore): void => {
  test('planned shards are read in order with their run', async () => {
    const { runs, tenant } = await planned(open, 3);

    const found = await runs.getWithShards(tenant, 'r1');

    expect(found?.run).toEqual(sampleRun(tenant, 'r1'));
    expect(found?.shards.map(({ shard }) => shard)).toEqual([0, 1, 2]);
    const fresh = {
      schemaVersion: 1,
      tenant,
      runId: 'r1',
      shard: 1,
      state: 'planned',
      executor: 'lambda',
      cases: 1,
      casesDone: 0,
      predictedMs: 1500,
      attempt: 0,
      attempts: [],
    };
    expect(found?.shards[1]).toEqual(fresh);
    expect(await runs.getShard(tenant, 'r1', 1)).toEqual(fresh);
    expect(await runs.getShard(tenant, 'r1', 9)).toBeUndefined();
  });

  test('planning again leaves shards alone that are there', async () => {
    const { runs, tenant } = await planned(open, 2);
    await runs.claimAttempt(claimOf(tenant, 'r1', 0, 1));

    await runs.putShards(tenant, 'r1', plannedShards(150));

    expect(await runs.getShard(tenant, 'r1', 0)).toMatchObject({ state: 'running', attempt: 1 });
    expect((await runs.getWithShards(tenant, 'r1'))?.shards).toHaveLength(150);
  });

  test('an attempt takes the shard and a higher one supersedes it (F14)', async () => {
    const { runs, tenant } = await planned(open);
    const [first, second] = [claimOf(tenant, 'r1', 0, 1), claimOf(tenant, 'r1', 0, 2)];

    const taken = await runs.claimAttempt(first);
    await runs.heartbeat(keyOf(first), { casesDone: 1, counts: counts(1) }, at(50));
    const retaken = await runs.claimAttempt(second);

    const entry = {
      attempt: 1,
      nonce: 'nonce-0-1',
      executor: 'fargate',
      taskArn: first.taskArn,
      startedAtEpochMs: at(1000),
    };
    expect(taken).toMatchObject({
      state: 'running',
      executor: 'fargate',
      attempt: 1,
      nonce: 'nonce-0-1',
      attempts: [{ ...entry, state: 'running' }],
    });
    expect(retaken?.attempts).toMatchObject([
      { ...entry, state: 'superseded', heartbeatAtEpochMs: at(50) },
      { attempt: 2, state: 'running' },
    ]);
    expect(retaken).toMatchObject({ attempt: 2, nonce: 'nonce-0-2', casesDone: 0 });
    expect(retaken?.counts).toBeUndefined();
    expect(await runs.getShard(tenant, 'r1', 0)).toEqual(retaken);
  });

  test('a duplicate of the same or a lower number gets nothing, the same claim again gets the shard', async () => {
    const { runs, tenant } = await planned(open);
    const held = await runs.claimAttempt(claimOf(tenant, 'r1', 0, 3));

    expect(await runs.claimAttempt(claimOf(tenant, 'r1', 0, 3, 'other'))).toBeUndefined();
    expect(await runs.claimAttempt(claimOf(tenant, 'r1', 0, 2))).toBeUndefined();
    expect(await runs.claimAttempt(claimOf(tenant, 'r1', 7, 1))).toBeUndefined();
    expect(await runs.claimAttempt(claimOf(tenant, 'r1', 0, 3))).toEqual(held);
    expect(await runs.getShard(tenant, 'r1', 0)).toEqual(held);
  });

  test('of many duplicates of one attempt exactly one works', async () => {
    const { runs, tenant } = await planned(open);

    const claims = await Promise.all(
      Array.from({ length: 30 }, (_, n) => runs.claimAttempt(claimOf(tenant, 'r1', 0, 1, `n${n}`))),
    );

    expect(claims.filter((shard) => shard !== undefined)).toHaveLength(1);
  });

  test('nobody can claim a shard that is recorded, lost, or of a run that is being judged', async () => {
    const { runs, tenant } = await planned(open, 3);
    const done = claimOf(tenant, 'r1', 0, 1);
    await runs.claimAttempt(done);
    await runs.recordAttempt(keyOf(done), outcome(), at(5));
    await runs.markLost(tenant, 'r1', 1, 'gone', at(5));

    expect(await runs.claimAttempt(claimOf(tenant, 'r1', 0, 2))).toBeUndefined();
    expect(await runs.claimAttempt(claimOf(tenant, 'r1', 1, 2))).toBeUndefined();
    await runs.advance(tenant, 'r1', 'judging', {});
    expect(await runs.claimAttempt(claimOf(tenant, 'r1', 2, 1))).toBeUndefined();
    expect(await runs.getShard(tenant, 'r1', 2)).toMatchObject({ state: 'planned', attempt: 0 });
  });
};

const recording = (open: OpenRunStore): void => {
  test('heartbeats of the holder show progress, those of others are refused (F17)', async () => {
    const { runs, tenant } = await planned(open);
    const [first, second] = [claimOf(tenant, 'r1', 0, 1), claimOf(tenant, 'r1', 0, 2)];
    await runs.claimAttempt(first);
    await runs.claimAttempt(second);

    expect(await runs.heartbeat(keyOf(second), { casesDone: 4, counts: counts(4) }, at(60))).toBe(true);
    expect(await runs.heartbeat(keyOf(first), { casesDone: 9, counts: counts(9) }, at(61))).toBe(false);
    expect(
      await runs.heartbeat({ ...keyOf(second), nonce: 'other' }, { casesDone: 9, counts: counts(9) }, at(61)),
    ).toBe(false);
    const shard = await runs.getShard(tenant, 'r1', 0);
    expect(shard).toMatchObject({ casesDone: 4, counts: counts(4) });
    expect(shard?.attempts[1]?.heartbeatAtEpochMs).toBe(at(60));
  });

  test('an attempt records its results once, and saying so again changes nothing', async () => {
    const { runs, tenant } = await planned(open);
    const claim = claimOf(tenant, 'r1', 0, 1);
    await runs.claimAttempt(claim);

    expect(await runs.recordAttempt(keyOf(claim), outcome(), at(5))).toBe(true);
    const recorded = await runs.getShard(tenant, 'r1', 0);
    expect(await runs.recordAttempt(keyOf(claim), outcome(), at(6))).toBe(true);

    expect(recorded).toMatchObject({ state: 'recorded', casesDone: 1, counts: counts(1) });
    expect(recorded?.attempts[0]).toMatchObject({
      state: 'recorded',
      endedAtEpochMs: at(5),
      attemptSha256: 'a'.repeat(64),
      stopped: false,
      counts: counts(1),
    });
    expect(await runs.getShard(tenant, 'r1', 0)).toEqual(recorded);
    expect(await runs.heartbeat(keyOf(claim), { casesDone: 0, counts: counts(0) }, at(7))).toBe(false);
    expect(await runs.recordAttempt(keyOf(claim), outcome('b'.repeat(64)), at(8))).toBe(false);
    expect(await runs.getShard(tenant, 'r1', 0)).toEqual(recorded);
  });

  test('results of a superseded attempt are kept as late and never counted (F17)', async () => {
    const { runs, tenant } = await planned(open);
    const [first, second] = [claimOf(tenant, 'r1', 0, 1), claimOf(tenant, 'r1', 0, 2)];
    await runs.claimAttempt(first);
    await runs.claimAttempt(second);

    expect(await runs.recordAttempt(keyOf(first), outcome('b'.repeat(64)), at(5))).toBe(false);
    expect(await runs.recordAttempt(keyOf(second), outcome(), at(6))).toBe(true);
    expect(await runs.recordAttempt({ ...keyOf(second), nonce: 'forged' }, outcome('c'.repeat(64)), at(7))).toBe(false);

    const shard = await runs.getShard(tenant, 'r1', 0);
    expect(shard?.attempts).toMatchObject([
      { state: 'late', attemptSha256: 'b'.repeat(64) },
      { state: 'recorded', attemptSha256: 'a'.repeat(64) },
    ]);
    expect(shard?.state).toBe('recorded');
  });

  test('an attempt that failed leaves the shard open; one that only seemed dead may still record (F18)', async () => {
    const { runs, tenant } = await planned(open, 2);
    const [dead, alive] = [claimOf(tenant, 'r1', 0, 1), claimOf(tenant, 'r1', 1, 1)];
    await runs.claimAttempt(dead);
    await runs.claimAttempt(alive);
    const { nonce: _a, ...deadKey } = keyOf(dead);
    const { nonce: _b, ...aliveKey } = keyOf(alive);

    await runs.failAttempt(deadKey, 'out of memory '.repeat(200), 'EssentialContainerExited', at(9));
    await runs.failAttempt(aliveKey, 'heartbeat missed', undefined, at(9));

    const failed = await runs.getShard(tenant, 'r1', 0);
    expect(failed).toMatchObject({
      state: 'running',
      attempts: [{ state: 'lost', stopCode: 'EssentialContainerExited', endedAtEpochMs: at(9) }],
    });
    expect(failed?.attempts[0]?.reason).toHaveLength(1000);
    expect(await runs.claimAttempt(claimOf(tenant, 'r1', 0, 2))).toMatchObject({
      attempt: 2,
      attempts: [{ state: 'lost' }, { state: 'running' }],
    });
    expect(await runs.recordAttempt(keyOf(alive), outcome(), at(10))).toBe(true);
  });

  test('an attempt that never started is on record, and its number is used up', async () => {
    const { runs, tenant } = await planned(open);

    await runs.failAttempt(
      { tenant, runId: 'r1', shard: 0, attempt: 1 },
      'CannotPullContainerError',
      'TaskFailedToStart',
      at(3),
    );
    await runs.failAttempt({ tenant, runId: 'r1', shard: 0, attempt: 1 }, 'said twice', undefined, at(4));

    const shard = await runs.getShard(tenant, 'r1', 0);
    expect(shard?.attempts).toEqual([
      {
        attempt: 1,
        nonce: '',
        executor: 'lambda',
        state: 'lost',
        reason: 'CannotPullContainerError',
        stopCode: 'TaskFailedToStart',
        startedAtEpochMs: at(3),
        endedAtEpochMs: at(3),
      },
    ]);
    expect(await runs.claimAttempt(claimOf(tenant, 'r1', 0, 1))).toBeUndefined();
    expect(await runs.claimAttempt(claimOf(tenant, 'r1', 0, 2))).toMatchObject({ attempt: 2 });
  });

  test('a failure does not touch what an attempt recorded', async () => {
    const { runs, tenant } = await planned(open);
    const claim = claimOf(tenant, 'r1', 0, 1);
    await runs.claimAttempt(claim);
    await runs.recordAttempt(keyOf(claim), outcome(), at(5));
    const recorded = await runs.getShard(tenant, 'r1', 0);

    await runs.failAttempt({ tenant, runId: 'r1', shard: 0, attempt: 1 }, 'task stopped', 'x', at(6));
    await runs.failAttempt({ tenant, runId: 'r1', shard: 5, attempt: 1 }, 'no such shard', 'x', at(6));

    expect(await runs.getShard(tenant, 'r1', 0)).toEqual(recorded);
    expect(await runs.getShard(tenant, 'r1', 5)).toBeUndefined();
  });

  test('a shard is given up once, unless it was recorded, and stays given up', async () => {
    const { runs, tenant } = await planned(open, 2);
    const [lost, done] = [claimOf(tenant, 'r1', 0, 1), claimOf(tenant, 'r1', 1, 1)];
    await runs.claimAttempt(lost);
    await runs.claimAttempt(done);
    await runs.recordAttempt(keyOf(done), outcome(), at(5));

    const marked = await Promise.all([1, 2, 3].map((n) => runs.markLost(tenant, 'r1', 0, `reason ${n}`, at(8))));

    expect(marked.filter(Boolean)).toHaveLength(1);
    expect(await runs.markLost(tenant, 'r1', 1, 'no', at(8))).toBe(false);
    expect(await runs.markLost(tenant, 'r1', 9, 'no', at(8))).toBe(false);
    const shard = await runs.getShard(tenant, 'r1', 0);
    expect(shard).toMatchObject({
      state: 'lost',
      attempts: [{ state: 'lost', reason: shard?.lostReason, endedAtEpochMs: at(8) }],
    });
    expect(await runs.recordAttempt(keyOf(lost), outcome(), at(9))).toBe(false);
    expect((await runs.getShard(tenant, 'r1', 0))?.attempts[0]?.state).toBe('late');
    expect((await runs.getShard(tenant, 'r1', 0))?.state).toBe('lost');
  });
};

export const shardContract = (implementation: string, open: OpenRunStore): void => {
  describe(`${implementation}: claiming attempts`, () => {
    claimingAttempts(open);
  });
  describe(`${implementation}: recording attempts`, () => {
    recording(open);
  });
};
