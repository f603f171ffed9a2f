/** What every RunStore must do: one frozen set of attempts, and nothing counted beside it. */
import { describe, expect, test } from '@jest/globals';

import type { OpenRunStore } from './run-store-contract.ts';
import { at, claimOf, counts, keyOf, outcome, usedAttempt } from './samples.ts';
import { planned } from './shard-contract.ts';

const freezing = (open: OpenRunStore): void => {
  test('of two freezes at once one set is given to both (I2)', async () => {
    const { runs, tenant } = await planned(open);
    const claim = claimOf(tenant, 'r1', 0, 1);
    const sets = Array.from({ length: 10 }, (_, n) => ({
      frozenAtEpochMs: at(n),
      attempts: [usedAttempt(claim, at(100 + n))],
    }));

    const given = await Promise.all(sets.map((set) => runs.freeze(tenant, 'r1', set)));

    expect(new Set(given.map((set) => set.frozenAtEpochMs)).size).toBe(1);
    expect(given[0]).toEqual(sets.find((set) => set.frozenAtEpochMs === given[0]?.frozenAtEpochMs));
    const run = await runs.get(tenant, 'r1');
    expect(run?.frozen).toEqual(given[0]);
    expect(run?.lastRecordedAtEpochMs).toBe(given[0]?.attempts[0]?.endedAtEpochMs);
    expect((await runs.getWithShards(tenant, 'r1'))?.run.frozen).toEqual(given[0]);
    expect((await runs.list(tenant, {}, { limit: 5 })).items[0]?.frozen).toBeUndefined();
  });

  test('after the freeze an attempt that is not in the set is late, one that is in it hears yes again', async () => {
    const { runs, tenant } = await planned(open, 2);
    const [inSet, outside] = [claimOf(tenant, 'r1', 0, 1), claimOf(tenant, 'r1', 1, 1)];
    await runs.claimAttempt(inSet);
    await runs.claimAttempt(outside);
    await runs.recordAttempt(keyOf(inSet), outcome(), at(5));
    await runs.freeze(tenant, 'r1', { frozenAtEpochMs: at(6), attempts: [usedAttempt(inSet, at(5))] });

    expect(await runs.recordAttempt(keyOf(outside), outcome('b'.repeat(64)), at(7))).toBe(false);
    expect(await runs.recordAttempt(keyOf(inSet), outcome(), at(7))).toBe(true);
    expect(await runs.claimAttempt(claimOf(tenant, 'r1', 1, 2))).toBeUndefined();

    expect((await runs.getShard(tenant, 'r1', 1))?.attempts).toMatchObject([
      { state: 'late', attemptSha256: 'b'.repeat(64) },
    ]);
    expect((await runs.getShard(tenant, 'r1', 1))?.state).toBe('running');
  });

  test('a recorded attempt that the set does not name hears that it is late', async () => {
    const { runs, tenant } = await planned(open);
    const claim = claimOf(tenant, 'r1', 0, 1);
    await runs.claimAttempt(claim);
    await runs.recordAttempt(keyOf(claim), outcome(), at(5));
    await runs.freeze(tenant, 'r1', { frozenAtEpochMs: at(6), attempts: [] });

    expect(await runs.recordAttempt(keyOf(claim), outcome(), at(7))).toBe(false);
    expect((await runs.getShard(tenant, 'r1', 0))?.attempts[0]?.state).toBe('late');
  });

  test('1,000 shards with 3 attempts each are planned, frozen and read', async () => {
    const { runs, tenant } = await planned(open, 1000);
    const random = (): string => Array.from({ length: 64 }, () => Math.floor(Math.random() * 16).toString(16)).join('');
    const attempts = Array.from({ length: 3000 }, (_, n) => ({
      ...usedAttempt(claimOf(tenant, 'r1', Math.floor(n / 3), (n % 3) + 1, random().slice(0, 32)), at(n * 7), random()),
      // 3,000 of these are more than one item holds, however well they are compressed.
      reason: `task ${random()}${random()}${random()} stopped`,
      counts: counts(n),
    }));
    const set = { frozenAtEpochMs: at(1), attempts };

    await runs.freeze(tenant, 'r1', set);

    expect((await runs.get(tenant, 'r1'))?.frozen).toEqual(set);
    const found = await runs.getWithShards(tenant, 'r1');
    expect(found?.run.frozen).toEqual(set);
    expect(found?.shards.map(({ shard }) => shard)).toEqual(Array.from({ length: 1000 }, (_, n) => n));
    expect(await runs.freeze(tenant, 'r1', { frozenAtEpochMs: at(2), attempts: [] })).toEqual(set);
  }, 60_000);
};

const racing = (open: OpenRunStore, rounds: number): void => {
  test('while judging and runners race, an attempt hears yes exactly when the set counts it (I2, F17)', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const { runs, tenant } = await planned(open, 8);
      const claims = Array.from({ length: 8 }, (_, shard) => claimOf(tenant, 'r1', shard, 1));
      await Promise.all(claims.map((claim) => runs.claimAttempt(claim)));
      const judge = async () => {
        await runs.advance(tenant, 'r1', 'judging', {});
        const found = await runs.getWithShards(tenant, 'r1');
        const attempts = (found?.shards ?? []).flatMap(({ shard, attempts: all }) =>
          all.filter(({ state }) => state === 'recorded').map((attempt) => ({ ...attempt, shard, used: true })),
        );
        return runs.freeze(tenant, 'r1', { frozenAtEpochMs: at(1), attempts });
      };
      const half = claims.slice(0, 4).map((claim) => runs.recordAttempt(keyOf(claim), outcome(), at(2)));
      const judging = judge();
      const rest = claims.slice(4).map((claim) => runs.recordAttempt(keyOf(claim), outcome(), at(2)));

      const [set, heard] = await Promise.all([judging, Promise.all([...half, ...rest])]);

      const counted = claims.map(({ shard }) => set.attempts.some((entry) => entry.shard === shard));
      expect(heard).toEqual(counted);
    }
  }, 60_000);
};

export const freezeContract = (implementation: string, open: OpenRunStore): void => {
  describe(`${implementation}: freezing`, () => {
    freezing(open);
    racing(open, 15);
  });
};
