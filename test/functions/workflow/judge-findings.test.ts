/** Judging with the gate's rule about findings: what is stored of the service, and what this run saw of it or saw no more. */
import { expect, test } from '@jest/globals';
import type { CheckOutcome } from '#core/case-result';
import type { Finding } from '#core/finding';
import type { FindingRecord } from '#core/finding-record';
import type { GateRules } from '#core/run';
import { judgeRun } from '../../../functions/judge-run/judge-run.ts';
import { learnRun } from '../../../functions/learn-run/learn-run.ts';
import { planRun } from '../../../functions/plan-run/plan-run.ts';
import { POINTER, TENANT, never, readyWorld, recordShard, suiteOf, theRun, type World } from './world.ts';

const RULE: GateRules = { findings: { maxOpen: { critical: 0, high: 0 }, overdue: 'shut' } };
const FINGERPRINT = 'a'.repeat(32);

const FOUND: Finding = {
  fingerprint: FINGERPRINT,
  check: 'cors-null',
  title: 'The origin null may read answers',
  severity: 'high',
  operation: 'GET /orders',
  message: 'expected no origin, got null',
};

const stored = (world: World, more: Partial<FindingRecord> = {}): FindingRecord => ({
  ...FOUND,
  service: 'shop',
  state: 'new',
  firstSeenEpochMs: world.clock.nowMs(),
  lastSeenEpochMs: world.clock.nowMs(),
  triagedAtEpochMs: world.clock.nowMs(),
  lastRunId: 'r0',
  dueAtEpochMs: world.clock.nowMs() + 1_000_000,
  reopened: 0,
  ...more,
});

/** A run of one scan that ends like this. */
const ranWorld = async (gateRules: GateRules, findings: readonly Finding[], isLooked: boolean): Promise<World> => {
  const world = await readyWorld({ gateRules, suites: ['shop.weak'] }, [suiteOf('weak', ['scan'])]);
  await planRun(world)(POINTER, never);
  const check: CheckOutcome = {
    check: isLooked ? 'cors-null: The origin null may read answers' : 'cors-wildcard: x',
    passed: true,
    path: 'GET /orders',
  };
  await recordShard(world, 0, { cases: { scan: { findings, outcomes: [check] } } });
  return world;
};

const judged = async (world: World) => {
  await judgeRun(world)(POINTER, never);
  const { gate } = await theRun(world);
  return { answer: gate?.answer, codes: gate?.reasons.map(({ code }) => code), text: JSON.stringify(gate?.reasons) };
};

test('an open finding of an earlier run shuts the gate of a run that did not look for it, by its fingerprint', async () => {
  const world = await ranWorld(RULE, [], false);
  await world.findings.put(TENANT, stored(world), 0);

  const { answer, codes, text } = await judged(world);

  expect([answer, codes]).toEqual(['shut', ['findings-over-limit']]);
  expect(text).toContain(FINGERPRINT);
});

test('without the rule it decides nothing, and nobody reads it', async () => {
  const world = await ranWorld({}, [], false);
  const unread = { ofService: () => Promise.reject(new Error('nobody asked for findings')) };

  await judgeRun({ ...world, findings: unread })(POINTER, never);

  expect((await theRun(world)).gate?.answer).toBe('open');
});

test('a run that sees that it is gone opens the gate at once, before it is learned from', async () => {
  const world = await ranWorld(RULE, [], true);
  await world.findings.put(TENANT, stored(world), 0);

  expect((await judged(world)).answer).toBe('open');
});

test('a finding that nobody knew shuts the gate of the run that saw it first', async () => {
  const world = await ranWorld({ ...RULE, maxFailures: { medium: 5 } }, [FOUND], true);

  expect((await judged(world)).codes).toContain('findings-over-limit');
});

test('those of other services and tenants are not asked about', async () => {
  const world = await ranWorld(RULE, [], false);
  await world.findings.put('other', stored(world), 0);
  await world.findings.put(TENANT, stored(world, { service: 'billing' }), 0);

  expect((await judged(world)).answer).toBe('open');
});

test('one that was not fixed in time shuts, whatever its severity', async () => {
  const world = await ranWorld(RULE, [], false);
  await world.findings.put(TENANT, stored(world, { severity: 'low', dueAtEpochMs: world.clock.nowMs() }), 0);

  expect((await judged(world)).codes).toEqual(['findings-overdue']);
});

test('the answer stays what it was when the run is judged again after it was learned from', async () => {
  const world = await ranWorld(RULE, [FOUND], true);
  const first = await judged(world);
  await learnRun(world)(POINTER, never);
  await world.findings.put(TENANT, stored(world, { state: 'accepted' }), 1);

  expect(await judged(world)).toEqual(first);
});

test('a store that does not answer makes judging be repeated, not a gate open', async () => {
  const world = await ranWorld(RULE, [], true);
  const silent = { ofService: () => Promise.reject(new Error('throttled')) };

  await expect(judgeRun({ ...world, findings: silent })(POINTER, never)).rejects.toThrow('throttled');
  expect((await theRun(world)).gate).toBeUndefined();
});
