/** What every RunStore must do, part one: the life of a run. Each test works in a tenant of its own. */
import { describe, expect, test } from '@jest/globals';

import type { CatalogStore } from '#ports/catalog-store';
import type { RunStore } from '#ports/run-store';
import {
  at,
  gateWith,
  newTenant,
  sampleEnvironment,
  sampleRun,
  sampleService,
  sampleSuite,
  sealWith,
} from './samples.ts';

export type OpenRunStore = () => { readonly runs: RunStore; readonly catalog: CatalogStore };

const claiming = (open: OpenRunStore): void => {
  test('a claimed run is read back as it was written', async () => {
    const { runs } = open();
    const tenant = newTenant();
    const run = sampleRun(tenant, 'r1', {
      description: '',
      labels: { branch: 'feat/ü #1', commit: 'abc' },
      deadlineEpochMs: 1.5,
      onlyCases: { 'shop.checkout': [] },
    });

    const claimed = await runs.claim(run);

    expect(claimed).toEqual({ run, created: true });
    expect(await runs.get(tenant, 'r1')).toEqual(run);
  });

  test('the first run under an id wins, and a later claim is given that run', async () => {
    const { runs } = open();
    const tenant = newTenant();
    await runs.claim(sampleRun(tenant, 'r1', { name: 'first', labels: { a: '1' } }));

    const second = await runs.claim(sampleRun(tenant, 'r1', { name: 'second', labels: { b: '2' } }));

    expect(second.created).toBe(false);
    expect(second.run.name).toBe('first');
    expect((await runs.list(tenant, { label: 'b=2' }, { limit: 10 })).items).toEqual([]);
  });

  test('of 100 claims at once exactly one creates the run (I1)', async () => {
    const { runs } = open();
    const tenant = newTenant();

    const claims = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        runs.claim(sampleRun(tenant, 'r1', { name: `n${n}`, labels: { branch: 'main' } })),
      ),
    );

    const winner = claims.find(({ created }) => created);
    expect(claims.filter(({ created }) => created)).toHaveLength(1);
    expect(new Set(claims.map(({ run }) => run.name))).toEqual(new Set([winner?.run.name]));
  });

  test('a run of another tenant is not there', async () => {
    const { runs } = open();
    await runs.claim(sampleRun(newTenant(), 'r1'));

    expect(await runs.get(newTenant(), 'r1')).toBeUndefined();
    expect(await runs.getWithShards(newTenant(), 'r1')).toBeUndefined();
  });

  test('a rerun of 10,000 cases fits the run', async () => {
    const { runs } = open();
    const tenant = newTenant();
    const ids = Array.from({ length: 10_000 }, (_, n) => `a-case-with-a-rather-long-name-${n}`);
    const run = sampleRun(tenant, 'r1', { onlyCases: { 'shop.checkout': ids }, selectors: { cases: ids } });

    await runs.claim(run);

    expect(await runs.get(tenant, 'r1')).toEqual(run);
  });

  test('all that a submission needs comes in one read, and nothing of another tenant', async () => {
    const { runs, catalog } = open();
    const tenant = newTenant();
    const { stored, indexed } = sampleSuite(tenant, 'shop.checkout');
    await catalog.putService(sampleService(tenant, 'shop'), 0);
    await catalog.putEnvironment(sampleEnvironment(tenant, 'staging'), 0);
    await catalog.putSuite(stored, indexed, 0);
    await runs.claim(sampleRun(tenant, 'r1'));
    const query = { service: 'shop', runId: 'r1', environment: 'staging' };

    expect(await runs.loadForSubmission({ tenant, ...query })).toEqual({
      existing: sampleRun(tenant, 'r1'),
      service: sampleService(tenant, 'shop'),
      selection: { service: 'shop', revision: 1, suites: [indexed] },
      environment: sampleEnvironment(tenant, 'staging'),
    });
    expect(await runs.loadForSubmission({ tenant: newTenant(), ...query })).toEqual({});
    expect(await runs.loadForSubmission({ tenant, service: 'other' })).toEqual({});
  });
};

const moving = (open: OpenRunStore): void => {
  test('a run moves forward only (I11)', async () => {
    const { runs } = open();
    const tenant = newTenant();
    await runs.claim(sampleRun(tenant, 'r1'));

    expect(await runs.advance(tenant, 'r1', 'running', { startedAtEpochMs: 5 })).toBe(true);
    expect(await runs.advance(tenant, 'r1', 'planning', { planKey: 'late' })).toBe(false);
    expect(await runs.advance(tenant, 'r1', 'running', { startedAtEpochMs: 9 })).toBe(false);
    expect(await runs.get(tenant, 'r1')).toEqual(sampleRun(tenant, 'r1', { state: 'running', startedAtEpochMs: 5 }));
  });

  test('of many that move a run at once one did it', async () => {
    const { runs } = open();
    const tenant = newTenant();
    await runs.claim(sampleRun(tenant, 'r1'));

    const moved = await Promise.all(Array.from({ length: 20 }, () => runs.advance(tenant, 'r1', 'planning', {})));

    expect(moved.filter(Boolean)).toHaveLength(1);
  });

  test('why a run shall stop is undefined until somebody asked, and then what the first one said', async () => {
    const { runs } = open();
    const tenant = newTenant();
    await runs.claim(sampleRun(tenant, 'r1'));
    expect([await runs.getStop(tenant, 'r1'), await runs.getStop(tenant, 'r9')]).toEqual([undefined, undefined]);

    await runs.requestStop(tenant, 'r1', 'fail-fast', 'shard 3', at(1));
    await runs.requestStop(tenant, 'r1', 'cancelled', 'ann', at(2));

    expect(await runs.getStop(tenant, 'r1')).toBe('fail-fast');
  });

  test('changing a run that is not there names it', async () => {
    const { runs } = open();
    const tenant = newTenant();

    for (const change of [
      runs.advance(tenant, 'r9', 'planning', {}),
      runs.requestStop(tenant, 'r9', 'cancelled', 'me', at(1)),
      runs.recordError(tenant, 'r9', { code: 'x', message: 'y' }),
      runs.freeze(tenant, 'r9', { frozenAtEpochMs: 1, attempts: [] }),
      runs.recordGate(tenant, 'r9', gateWith([]), at(1)),
      runs.recordSeal(tenant, 'r9', sealWith('a'), at(1)),
      runs.recordSealError(tenant, 'r9', { code: 'x', message: 'y' }),
      runs.setAside(tenant, 'r9'),
    ]) {
      await expect(change).rejects.toMatchObject({ name: 'run-not-found', detail: expect.stringContaining('r9') });
    }
    expect(await runs.get(tenant, 'r9')).toBeUndefined();
  });

  test('the first stop wins', async () => {
    const { runs } = open();
    const tenant = newTenant();
    await runs.claim(sampleRun(tenant, 'r1'));

    expect(await runs.requestStop(tenant, 'r1', 'cancelled', 'me', at(1))).toBe(true);
    expect(await runs.requestStop(tenant, 'r1', 'deadline', 'clock', at(2))).toBe(false);
    expect(await runs.get(tenant, 'r1')).toMatchObject({
      stopReason: 'cancelled',
      stopBy: 'me',
      stopRequestedAtEpochMs: at(1),
    });
  });

  test('a run that is being judged cannot be stopped', async () => {
    const { runs } = open();
    const tenant = newTenant();
    await runs.claim(sampleRun(tenant, 'r1'));
    await runs.advance(tenant, 'r1', 'judging', {});

    expect(await runs.requestStop(tenant, 'r1', 'cancelled', 'me', at(1))).toBe(false);
  });

  test('the first error wins, and none is added after the gate result', async () => {
    const { runs } = open();
    const tenant = newTenant();
    await runs.claim(sampleRun(tenant, 'r1'));
    await runs.claim(sampleRun(tenant, 'r2'));
    await runs.recordGate(tenant, 'r2', gateWith([]), at(1));

    await runs.recordError(tenant, 'r1', { code: 'target-unhealthy', message: 'first' });
    await runs.recordError(tenant, 'r1', { code: 'plan-missing', message: 'second' });
    await runs.recordError(tenant, 'r2', { code: 'plan-missing', message: 'late' });

    expect((await runs.get(tenant, 'r1'))?.error).toEqual({ code: 'target-unhealthy', message: 'first' });
    expect((await runs.get(tenant, 'r2'))?.error).toBeUndefined();
  });
};

export const runStoreContract = (implementation: string, open: OpenRunStore): void => {
  describe(`${implementation}: claiming a run`, () => {
    claiming(open);
  });
  describe(`${implementation}: the states of a run`, () => {
    moving(open);
  });
};
