/** What every RunStore must do: gate result, seal, and the list of runs that are not sealed yet. */
import { describe, expect, test } from '@jest/globals';

import type { RunStore } from '#ports/run-store';
import type { OpenRunStore } from './run-store-contract.ts';
import { at, gateWith, newTenant, sampleRun, sampleService, sealWith, T0 } from './samples.ts';

const sealing = (open: OpenRunStore): void => {
  test('the first gate result wins and judges the run', async () => {
    const { runs } = open();
    const tenant = newTenant();
    await runs.claim(sampleRun(tenant, 'r1'));
    const reason = { code: 'failures-over-limit', message: 'two failed', effect: 'shut' } as const;

    const first = await runs.recordGate(tenant, 'r1', gateWith([reason]), at(7));
    const second = await runs.recordGate(tenant, 'r1', gateWith([], 'open'), at(8));

    expect(first).toEqual(
      sampleRun(tenant, 'r1', { state: 'judged', judgedAtEpochMs: at(7), gate: gateWith([reason]) }),
    );
    expect(second).toEqual(first);
    expect(await runs.get(tenant, 'r1')).toEqual(first);
  });

  test('a seal is kept once, by the same manifest as often as it comes', async () => {
    const { runs } = open();
    const tenant = newTenant();
    await runs.claim(sampleRun(tenant, 'r1'));
    await runs.recordGate(tenant, 'r1', gateWith([]), at(1));
    await runs.recordSealError(tenant, 'r1', { code: 'dependency-unavailable', message: 'S3' });

    await runs.recordSeal(tenant, 'r1', sealWith('aa'), at(2));
    await runs.recordSeal(tenant, 'r1', sealWith('aa'), at(3));
    await runs.recordSealError(tenant, 'r1', { code: 'dependency-unavailable', message: 'late' });

    const sealed = sampleRun(tenant, 'r1', {
      state: 'sealed',
      judgedAtEpochMs: at(1),
      gate: gateWith([]),
      seal: sealWith('aa'),
      sealedAtEpochMs: at(2),
    });
    expect(await runs.get(tenant, 'r1')).toEqual(sealed);
    await expect(runs.recordSeal(tenant, 'r1', sealWith('bb'), at(4))).rejects.toMatchObject({
      name: 'evidence-conflict',
    });
  });

  test('a run is not sealed before it is judged', async () => {
    const { runs } = open();
    const tenant = newTenant();
    await runs.claim(sampleRun(tenant, 'r1'));

    await expect(runs.recordSeal(tenant, 'r1', sealWith('aa'), at(2))).rejects.toMatchObject({
      name: 'invariant-broken',
    });
    expect((await runs.get(tenant, 'r1'))?.state).toBe('accepted');
  });

  test('10,000 reasons are bounded, deciding ones first, and the rest is counted', async () => {
    const { runs } = open();
    const tenant = newTenant();
    await runs.claim(sampleRun(tenant, 'r1'));
    const reasons = Array.from({ length: 10_000 }, (_, n) => ({
      code: n === 9_999 ? 'shard-lost' : 'case-failed',
      message: `case ${n} ${Math.random()} ${'expected 200 and got 500; '.repeat(n === 0 ? 500 : 4)}`,
      effect: n === 9_999 ? ('shut' as const) : ('info' as const),
      case: `case-${n}`,
      evidence: `files/${n}${Math.random()}`,
    }));

    const judged = await runs.recordGate(tenant, 'r1', gateWith(reasons), at(1));

    expect(judged.gate?.reasons).toHaveLength(501);
    expect(judged.gate?.reasons[0]?.code).toBe('shard-lost');
    expect(judged.gate?.reasons[1]?.message).toHaveLength(2000);
    expect(judged.gate?.reasons.at(-1)).toEqual({
      code: 'more-reasons',
      effect: 'info',
      message: '9500 more reasons are not listed here; the results name every case.',
    });
    expect(await runs.get(tenant, 'r1')).toEqual(judged);
    expect((await runs.getWithShards(tenant, 'r1'))?.run).toEqual(judged);
  });
};

const open100 = async (open: OpenRunStore, tenant: string): Promise<RunStore> => {
  const { runs, catalog } = open();
  await catalog.putService(sampleService(tenant, 'shop'), 0);
  return runs;
};

const reconciling = (open: OpenRunStore): void => {
  test('open runs of all tenants are found, oldest first, until they are sealed', async () => {
    const [one, two] = [newTenant(), newTenant()];
    const runs = await open100(open, one);
    await open().catalog.putService(sampleService(two, 'shop'), 0);
    // Older than anything other tests write, so that the limit cannot hide them.
    await runs.claim(sampleRun(one, 'r2', { acceptedAtEpochMs: 2000 }));
    await runs.claim(sampleRun(two, 'r1', { acceptedAtEpochMs: 1000 }));
    await runs.claim(sampleRun(one, 'r3', { acceptedAtEpochMs: 3000 }));
    await runs.claim(sampleRun(one, 'r4', { acceptedAtEpochMs: T0 }));
    await runs.recordGate(one, 'r3', gateWith([{ code: 'x', message: 'y', effect: 'shut' }]), at(1));

    const before = await runs.listOpen(at(0), 500);
    await runs.recordSeal(one, 'r3', sealWith('aa'), at(2));
    const after = await runs.listOpen(at(0), 500);

    const mine = (found: typeof before): string[] =>
      found.filter(({ tenant }) => tenant === one || tenant === two).map(({ runId }) => runId);
    expect(mine(before)).toEqual(['r1', 'r2', 'r3']);
    expect(before.find(({ tenant, runId }) => tenant === one && runId === 'r3')).toMatchObject({
      state: 'judged',
      gate: { reasons: [] },
    });
    expect(mine(after)).toEqual(['r1', 'r2']);
    const oldest = await runs.listOpen(at(0), 1);
    expect(oldest).toHaveLength(1);
    // Other tests' leftovers of the same age may be first on a shared table; never is a younger one.
    expect(oldest[0]?.acceptedAtEpochMs).toBeLessThanOrEqual(1000);
    for (const [tenant, runId] of [
      [one, 'r2'],
      [two, 'r1'],
      [one, 'r4'],
    ] as const) {
      await runs.recordGate(tenant, runId, gateWith([]), at(1));
      await runs.recordSeal(tenant, runId, sealWith('aa'), at(2));
    }
  });
};

const settingAside = (open: OpenRunStore): void => {
  test("a run that was set aside is in nobody's way, still listed by its state and counted, until it is sealed", async () => {
    const tenant = newTenant();
    const runs = await open100(open, tenant);
    for (const n of [1, 2, 3]) {
      await runs.claim(sampleRun(tenant, `r${n}`, { acceptedAtEpochMs: n }));
      await runs.recordGate(tenant, `r${n}`, gateWith([]), at(1));
    }
    const mine = (found: readonly { readonly tenant: string; readonly runId: string }[]): string[] =>
      found.filter((run) => run.tenant === tenant).map(({ runId }) => runId);

    await runs.setAside(tenant, 'r1');
    await runs.setAside(tenant, 'r1');

    expect(mine(await runs.listOpen(at(0), 500))).toEqual(['r2', 'r3']);
    expect(mine(await runs.listSetAside(500))).toEqual(['r1']);
    expect(mine((await runs.list(tenant, { state: 'judged' }, { limit: 10 })).items)).toEqual(['r3', 'r2', 'r1']);
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await runs.list(
        tenant,
        { state: 'judged' },
        { limit: 1, ...(cursor === undefined ? {} : { cursor }) },
      );
      paged.push(...mine(page.items));
      cursor = page.next;
    } while (cursor !== undefined);
    expect(paged).toEqual(['r3', 'r2', 'r1']);

    for (const id of ['r1', 'r2', 'r3']) await runs.recordSeal(tenant, id, sealWith('aa'), at(2));
    expect([mine(await runs.listOpen(at(0), 500)), mine(await runs.listSetAside(500))]).toEqual([[], []]);
    await expect(runs.setAside(tenant, 'r9')).rejects.toMatchObject({ name: 'run-not-found' });
  });

  test("a tenant with many old runs does not hide another tenant's new one", async () => {
    const [many, few] = [newTenant(), newTenant()];
    const runs = await open100(open, many);
    await open().catalog.putService(sampleService(few, 'shop'), 0);
    for (let n = 0; n < 30; n += 1) await runs.claim(sampleRun(many, `r${n}`, { acceptedAtEpochMs: 10 + n }));
    await runs.claim(sampleRun(few, 'r0', { acceptedAtEpochMs: 5000 }));
    const tenants = new Set((await runs.listOpen(at(0), 500)).map(({ tenant }) => tenant));

    // Enough for one run of each tenant and a few more: far fewer than the busy one has.
    const found = await runs.listOpen(at(0), tenants.size + 3);

    expect(found.some(({ tenant }) => tenant === few)).toBe(true);
    expect(found.length).toBeLessThanOrEqual(tenants.size + 3);
    for (const [tenant, count] of [
      [many, 30],
      [few, 1],
    ] as const) {
      for (let n = 0; n < count; n += 1) {
        await runs.recordGate(tenant, `r${n}`, gateWith([]), at(1));
        await runs.recordSeal(tenant, `r${n}`, sealWith('aa'), at(2));
      }
    }
  });
};

export const sealingContract = (implementation: string, open: OpenRunStore): void => {
  describe(`${implementation}: judging and sealing`, () => {
    sealing(open);
  });
  describe(`${implementation}: the reconciler's list`, () => {
    reconciling(open);
    settingAside(open);
  });
};
