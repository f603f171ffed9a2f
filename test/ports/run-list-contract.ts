/** What every RunStore must do, part three: lists of runs by each filter, paged, newest first. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { Run } from '#core/run';
import { RUN_STATES } from '#core/words';
import type { RunFilter, RunStore } from '#ports/run-store';
import { at, gateWith, newTenant, sampleRun, sealWith, T0 } from './samples.ts';
import type { OpenRunStore } from './run-store-contract.ts';

const seal = async (runs: RunStore, tenant: string, runId: string): Promise<void> => {
  await runs.recordGate(tenant, runId, gateWith([{ code: 'x', message: 'y', effect: 'shut' }]), at(1));
  await runs.recordSeal(tenant, runId, sealWith('aa'), at(2));
};

const allPages = async (runs: RunStore, tenant: string, filter: RunFilter, limit: number): Promise<string[]> => {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await runs.list(tenant, filter, cursor === undefined ? { limit } : { limit, cursor });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    ids.push(...page.items.map(({ runId }) => runId));
    cursor = page.next;
  } while (cursor !== undefined);
  return ids;
};

/** Twelve runs: even ones of `shop`, multiples of three on `production`, the first six sealed, every fourth labelled. */
const twelve = async (open: OpenRunStore): Promise<{ runs: RunStore; tenant: string }> => {
  const { runs } = open();
  const tenant = newTenant();
  for (let n = 0; n < 12; n += 1) {
    const labels: Run['labels'] = n % 4 === 0 ? { branch: 'main', 'a=b': 'c' } : { branch: `feature/${n}` };
    const service = n % 2 === 0 ? 'shop' : 'billing';
    await runs.claim(
      sampleRun(tenant, `r${n}`, {
        service,
        environment: n % 3 === 0 ? 'production' : 'staging',
        labels,
        acceptedAtEpochMs: T0 + n * 10,
      }),
    );
    if (n < 6) await seal(runs, tenant, `r${n}`);
  }
  return { runs, tenant };
};

export const runListContract = (implementation: string, open: OpenRunStore): void => {
  describe(`${implementation}: lists of runs`, () => {
    test('each filter, alone and with others, newest first', async () => {
      const { runs, tenant } = await twelve(open);
      await runs.claim(sampleRun(newTenant(), 'foreign', { labels: { branch: 'main' } }));
      const expected: [RunFilter, string[]][] = [
        [{}, ['r11', 'r10', 'r9', 'r8', 'r7', 'r6', 'r5', 'r4', 'r3', 'r2', 'r1', 'r0']],
        [{ service: 'shop' }, ['r10', 'r8', 'r6', 'r4', 'r2', 'r0']],
        [{ environment: 'production' }, ['r9', 'r6', 'r3', 'r0']],
        [{ environment: 'production', state: 'sealed' }, ['r3', 'r0']],
        [{ environment: 'production', state: 'accepted' }, ['r9', 'r6']],
        [{ service: 'shop', environment: 'production' }, ['r6', 'r0']],
        [{ service: 'shop', state: 'accepted' }, ['r10', 'r8', 'r6']],
        [{ state: 'judging' }, []],
        [{ label: 'branch=main' }, ['r8', 'r4', 'r0']],
        [{ label: 'a=b=c' }, ['r8', 'r4', 'r0']],
        [{ label: 'branch=main', state: 'sealed' }, ['r4', 'r0']],
        [{ label: 'branch=feature/7' }, ['r7']],
        [{ label: 'branch=mai' }, []],
        [{ fromEpochMs: T0 + 30, toEpochMs: T0 + 60 }, ['r5', 'r4', 'r3']],
        [{ label: 'branch=main', fromEpochMs: T0 + 1, toEpochMs: T0 + 80 }, ['r4']],
        [{ fromEpochMs: T0 + 60, toEpochMs: T0 + 30 }, []],
      ];

      for (const [filter, ids] of expected)
        expect([filter, await allPages(runs, tenant, filter, 100)]).toEqual([filter, ids]);
    });

    test('pages of any size give every run once', async () => {
      const { runs, tenant } = await twelve(open);

      for (const limit of [1, 2, 5, 11, 12]) {
        expect(await allPages(runs, tenant, {}, limit)).toEqual([
          'r11',
          'r10',
          'r9',
          'r8',
          'r7',
          'r6',
          'r5',
          'r4',
          'r3',
          'r2',
          'r1',
          'r0',
        ]);
        expect(await allPages(runs, tenant, { label: 'branch=main' }, limit)).toEqual(['r8', 'r4', 'r0']);
        expect(await allPages(runs, tenant, { service: 'shop', state: 'sealed' }, limit)).toEqual(['r4', 'r2', 'r0']);
      }
    });

    test('listed runs are small: no frozen set, no reasons', async () => {
      const { runs, tenant } = await twelve(open);
      await runs.freeze(tenant, 'r11', { frozenAtEpochMs: 1, attempts: [] });

      const { items } = await runs.list(tenant, {}, { limit: 12 });

      expect(items[0]).toEqual(
        sampleRun(tenant, 'r11', { service: 'billing', labels: { branch: 'feature/11' }, acceptedAtEpochMs: T0 + 110 }),
      );
      expect(items[11]).toMatchObject({
        runId: 'r0',
        state: 'sealed',
        gate: { answer: 'shut', reasons: [] },
        seal: { objects: 3 },
      });
    });

    test('a cursor of nobody is refused, and one of another tenant shows nothing of it', async () => {
      const { runs, tenant } = await twelve(open);
      const foreign = newTenant();
      const { next = '' } = await runs.list(tenant, {}, { limit: 3 });

      for (const cursor of ['', 'x', '%%%', Buffer.from('{"pk":"T#other"}').toString('base64url')]) {
        await expect(runs.list(tenant, {}, { limit: 3, cursor })).rejects.toMatchObject({ name: 'cursor-invalid' });
      }
      expect(await runs.list(foreign, {}, { limit: 3, cursor: next })).toEqual({ items: [] });
    });

    test('keys of different tenants, services and labels never meet', async () => {
      const text = fc.constantFrom('a', 'a#b', 'a#RUNS', '#', '%23', 'ü', 'A=b', 'RUN#r1');
      const { runs } = open();
      await fc.assert(
        fc.asyncProperty(text, text, text, text, async (tenantPart, service, label, other) => {
          fc.pre(other !== service && other !== label && other !== tenantPart);
          const base = newTenant();
          const tenant = `${base}-${tenantPart}`;
          await runs.claim(sampleRun(tenant, 'r1', { service, labels: { key: label } }));
          expect(await allPages(runs, tenant, { service }, 5)).toEqual(['r1']);
          expect(await allPages(runs, tenant, { label: `key=${label}` }, 5)).toEqual(['r1']);
          expect(await allPages(runs, tenant, { service: other }, 5)).toEqual([]);
          expect(await allPages(runs, tenant, { label: `key=${other}` }, 5)).toEqual([]);
          expect(await allPages(runs, `${base}-${other}`, {}, 5)).toEqual([]);
        }),
        { numRuns: 100 },
      );
    }, 60_000);

    test('every state can be asked for', async () => {
      const { runs } = open();
      const tenant = newTenant();
      for (const state of RUN_STATES) {
        await runs.claim(sampleRun(tenant, state));
        if (state === 'sealed') await seal(runs, tenant, state);
        else if (state !== 'accepted') await runs.advance(tenant, state, state, {});
      }

      for (const state of RUN_STATES) expect(await allPages(runs, tenant, { state }, 10)).toEqual([state]);
    });
  });
};
