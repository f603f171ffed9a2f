/**
 * Findings from run to run (C7.2): results are recorded as a runner does, learned by the function, and read back from the store. Names of
 * checks and sentences are written out as the engines write them.
 */
import { describe, expect, test } from '@jest/globals';
import type { CaseResult } from '#core/case-result';
import type { Finding } from '#core/finding';
import type { FindingRecord } from '#core/finding-record';
import type { FindingStore } from '#ports/finding-store';
import { findingsSeen, lookAt } from '#engines/results/findings-seen';
import { learnFindings } from '../../../functions/learn-run/learn-findings.ts';
import type { LearnedFindings } from '../../../functions/learn-run/learn-findings.ts';
import { fixedClock, inMemoryCatalog, inMemoryFindings } from '../../doubles/index.ts';
import { never } from './world.ts';

const DAY_MS = 86_400_000;

const FOUND: Finding = {
  fingerprint: 'a'.repeat(32),
  check: 'bola-read',
  title: 'Objects of others can be read',
  severity: 'high',
  operation: 'GET /orders/{id}',
  message: 'expected 403, got 200',
  request: { method: 'GET', url: 'https://api.example/orders/1', headers: [], bodyBytes: 0 },
};
const EXPLORED: Finding = {
  fingerprint: 'b'.repeat(32),
  check: 'response-schema',
  title: 'An answer that does not fit its schema',
  severity: 'high',
  operation: 'GET /orders',
  place: '2xx',
  message: 'expected a number, got a text',
};

const result = (
  findings: readonly Finding[],
  checks: readonly (readonly [check: string, path?: string])[],
): CaseResult =>
  ({
    findings,
    tries: [
      { checks: checks.map(([check, path]) => ({ check, passed: true, ...(path === undefined ? {} : { path }) })) },
    ],
  }) as unknown as CaseResult;

const SCANNED = ['bola-read: Objects of others can be read', 'GET /orders/{id}'] as const;
const dirty = result([FOUND], [SCANNED]);
const clean = result([], [SCANNED]);
const unlooked = result([], [['cors-wildcard: Every origin may read answers', 'GET /orders/{id}']]);

const makeWorld = (wrap: (store: FindingStore) => FindingStore = (store) => store) => {
  const findings = wrap(inMemoryFindings());
  const clock = fixedClock(Date.UTC(2026, 10, 21));
  const catalog = inMemoryCatalog();
  const ports = { findings, catalog, clock };
  const learn = (
    runId: string,
    results: readonly CaseResult[],
    tenant = 'acme',
    service = 'shop',
  ): Promise<LearnedFindings> => {
    const seen = findingsSeen();
    for (const one of results) lookAt(one, seen);
    return learnFindings({ tenant, runId, service, atEpochMs: clock.nowMs() }, seen, ports, never);
  };
  const known = async (tenant = 'acme', service = 'shop'): Promise<readonly FindingRecord[]> =>
    (await findings.ofService(tenant, service)).map(({ record }) => record);
  return { ...ports, learn, known };
};

const states = (records: readonly FindingRecord[]) =>
  records.map(({ fingerprint, state }) => `${fingerprint[0] ?? ''} ${state}`);

describe('a finding of a scan', () => {
  test('is new when nobody knew it, with when it is due, and without its exchange', async () => {
    const { learn, known, clock } = makeWorld();

    expect(await learn('r1', [dirty])).toEqual({ seen: 1, overdue: 0 });

    const [record] = await known();
    expect(record).toMatchObject({ state: 'new', lastRunId: 'r1', dueAtEpochMs: clock.nowMs() + 30 * DAY_MS });
    expect(Object.keys(record ?? {})).not.toContain('request');
  });

  test('is fixed when its check ran again and saw nothing', async () => {
    const { learn, known } = makeWorld();
    await learn('r1', [dirty]);

    await learn('r2', [clean]);

    expect(states(await known())).toEqual(['a fixed']);
  });

  test('stays when its check did not run', async () => {
    const { learn, known } = makeWorld();
    await learn('r1', [dirty]);

    await learn('r2', [unlooked]);
    await learn('r3', []);

    expect(states(await known())).toEqual(['a new']);
  });

  test('is reopened when it comes back, and counted', async () => {
    const { learn, known, clock } = makeWorld();
    await learn('r1', [dirty]);
    await learn('r2', [clean]);
    clock.advance(DAY_MS);

    await learn('r3', [dirty]);

    expect(await known()).toMatchObject([
      { state: 'reopened', reopened: 1, dueAtEpochMs: clock.nowMs() + 30 * DAY_MS },
    ]);
  });

  test('of a run that is learned from twice is written once', async () => {
    const { learn, known, findings } = makeWorld();
    await learn('r1', [dirty]);
    const once = await known();

    await learn('r1', [dirty]);

    expect(await known()).toEqual(once);
    expect((await findings.get('acme', 'shop', FOUND.fingerprint))?.revision).toBe(1);
  });

  test('of one tenant and service says nothing about others', async () => {
    const { learn, known } = makeWorld();
    await learn('r1', [dirty]);
    await learn('r1', [dirty], 'other');
    await learn('r1', [dirty], 'acme', 'billing');

    await learn('r2', [clean], 'other');

    expect([states(await known()), states(await known('other')), states(await known('acme', 'billing'))]).toEqual([
      ['a new'],
      ['a fixed'],
      ['a new'],
    ]);
  });

  test('names who owns the service', async () => {
    const { learn, known, catalog } = makeWorld();
    await catalog.putService(
      {
        schemaVersion: 1,
        tenant: 'acme',
        definition: { service: 'shop', owner: 'ann', team: 'orders' },
        revision: 1,
        updatedAtEpochMs: 1,
        updatedBy: 'ann',
      },
      0,
    );

    await learn('r1', [dirty]);

    expect(await known()).toMatchObject([{ owner: 'ann', team: 'orders' }]);
  });
});

describe('a finding of generated tests', () => {
  const explored = (findings: readonly Finding[], ...held: readonly string[]): CaseResult =>
    result(
      findings,
      held.map((sentence) => [`GET /orders: ${sentence}`] as const),
    );

  test('is fixed when its rule held the next time', async () => {
    const { learn, known } = makeWorld();
    await learn('r1', [explored([EXPLORED])]);
    const before = states(await known());

    await learn('r2', [explored([], 'every answer fits its schema')]);

    expect([before, states(await known())]).toEqual([['b new'], ['b fixed']]);
  });

  test('stays when only other rules were looked at', async () => {
    const { learn, known } = makeWorld();
    await learn('r1', [explored([EXPLORED])]);

    await learn('r2', [explored([], 'no request makes the server fail')]);

    expect(states(await known())).toEqual(['b new']);
  });
});

describe('a suppressed finding', () => {
  const suppressed = result(
    [{ ...FOUND, suppressed: { reason: 'known', until: '2026-12-01', approver: 'ann' } }],
    [SCANNED],
  );

  test('is accepted for as long as the suppression holds, and open again after it', async () => {
    const { learn, known } = makeWorld();

    await learn('r1', [suppressed]);
    const during = await known();
    await learn('r2', [dirty]);

    expect(during).toMatchObject([{ state: 'accepted', suppressedUntil: '2026-12-01' }]);
    expect(states(await known())).toEqual(['a new']);
    expect((await known())[0]?.suppressedUntil).toBeUndefined();
  });

  test('that was open before is accepted from then on; one that a person called a false positive stays that', async () => {
    const { learn, known, findings } = makeWorld();
    await learn('r1', [dirty]);
    await learn('r2', [suppressed]);
    const accepted = states(await known());
    const stored = await findings.get('acme', 'shop', FOUND.fingerprint);
    if (stored === undefined) throw new Error('expected the finding');
    const { suppressedUntil: _until, ...decided } = stored.record;
    await findings.put('acme', { ...decided, state: 'false-positive' }, stored.revision);

    await learn('r3', [suppressed]);

    expect([accepted, states(await known())]).toEqual([['a accepted'], ['a false-positive']]);
  });
});

describe('when somebody else writes at the same time', () => {
  test('what they decided is kept', async () => {
    const { learn, known } = makeWorld((store) => {
      let isFirst = true;
      return {
        ...store,
        put: async (tenant, record, revision, signal) => {
          if (isFirst && revision > 0) {
            isFirst = false;
            await store.put(tenant, { ...record, state: 'triaged', triagedAtEpochMs: 1 }, revision);
          }
          return store.put(tenant, record, revision, signal);
        },
      };
    });
    await learn('r1', [dirty]);

    await learn('r2', [dirty]);

    expect(await known()).toMatchObject([{ state: 'triaged', lastRunId: 'r2' }]);
  });

  test('and never stops, the run is learned from later', async () => {
    const { learn } = makeWorld((store) => ({ ...store, put: () => Promise.resolve(false) }));

    await expect(learn('r1', [dirty])).rejects.toMatchObject({ name: 'dependency-unavailable' });
  });
});

test('what was not fixed in time is counted with every run of its service, also with one that looks at nothing', async () => {
  const { learn, clock } = makeWorld();
  await learn('r1', [dirty]);
  clock.advance(31 * DAY_MS);

  expect(await learn('r2', [])).toEqual({ seen: 0, overdue: 1 });
  expect(await learn('r2', [], 'acme', 'billing')).toEqual({ seen: 0, overdue: 0 });
});

test('a run that is learned from late undoes nothing that a later run saw', async () => {
  const [first, second] = [makeWorld(), makeWorld()];
  const early = Date.UTC(2026, 10, 20);
  const late = async ({ findings, catalog, clock }: ReturnType<typeof makeWorld>, results: readonly CaseResult[]) => {
    const seen = findingsSeen();
    for (const one of results) lookAt(one, seen);
    const run = { tenant: 'acme', runId: 'r0', service: 'shop', atEpochMs: early };
    await learnFindings(run, seen, { findings, catalog, clock }, never);
  };
  await first.learn('r1', [dirty]);
  await second.learn('r1', [dirty]);
  await second.learn('r2', [clean]);

  await late(first, [clean]);
  await late(second, [dirty]);

  expect([states(await first.known()), states(await second.known())]).toEqual([['a new'], ['a fixed']]);
});
