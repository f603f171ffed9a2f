/** The gate's rule about findings: how many may be open by severity, and what overdue ones do. One more never opens a gate. */
import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { SEVERITIES, type Finding, type Severity } from '#core/finding';
import { FINDING_STATES, type FindingRecord, type FindingState } from '#core/finding-record';
import { judge, type GateFacts } from '#core/gate';
import type { GateRules } from '#core/run';
import { facts } from './gate-facts.ts';

const DAY_MS = 86_400_000;
const NOW = 1_800_000_000_000;

const fingerprint = (number: number): string => String(number).padStart(32, '0');

const record = (
  number: number,
  severity: Severity,
  state: FindingState = 'new',
  dueAtEpochMs = NOW + DAY_MS,
): FindingRecord => ({
  fingerprint: fingerprint(number),
  check: 'bola-read',
  title: 'Objects of others can be read',
  severity,
  service: 'shop',
  operation: 'GET /orders/{id}',
  message: 'expected 403, got customer-data',
  state,
  firstSeenEpochMs: NOW - DAY_MS,
  lastSeenEpochMs: NOW,
  triagedAtEpochMs: NOW,
  lastRunId: 'r1',
  dueAtEpochMs,
  reopened: 0,
});

const gate = (records: readonly FindingRecord[], rule: GateRules['findings'], more: Partial<GateFacts> = {}) =>
  judge(
    facts([{ case: 'a' }], {
      rules: rule === undefined ? {} : { findings: rule },
      findings: { records, atEpochMs: NOW },
      ...more,
    }),
  );

test('without the rule findings decide nothing', () => {
  expect(gate([record(1, 'critical')], undefined)).toMatchObject({ answer: 'open', reasons: [] });
});

test('more open ones than allowed shut the gate, with their fingerprints and nothing that was answered', () => {
  const { answer, reasons } = gate([record(2, 'high'), record(1, 'high')], { maxOpen: { critical: 0, high: 1 } });

  expect(answer).toBe('shut');
  expect(reasons).toEqual([
    {
      code: 'findings-over-limit',
      message: `2 open findings of severity high, 1 allowed: ${fingerprint(1)} (bola-read in GET /orders/{id}), ${fingerprint(2)} (bola-read in GET /orders/{id}).`,
      effect: 'shut',
      evidence: '/findings?service=shop&state=open',
    },
  ]);
});

test('as many as allowed are told, and the gate stays open', () => {
  const { answer, reasons } = gate([record(1, 'high')], { maxOpen: { high: 1 } });

  expect([answer, reasons.map(({ code, effect }) => [code, effect])]).toEqual([
    'open',
    [['findings-within-limit', 'info']],
  ]);
});

test.each<[FindingState, 'open' | 'shut']>([
  ['new', 'shut'],
  ['triaged', 'shut'],
  ['reopened', 'shut'],
  ['accepted', 'open'],
  ['false-positive', 'open'],
  ['fixed', 'open'],
])('one that is %s: %s', (state, answer) => {
  expect(gate([record(1, 'critical', state)], { maxOpen: { critical: 0 } }).answer).toBe(answer);
});

test('severities that the rule does not name are not counted', () => {
  expect(gate([record(1, 'medium')], { maxOpen: { critical: 0, high: 0 } }).answer).toBe('open');
});

describe('overdue ones', () => {
  const late = [record(1, 'low', 'triaged', NOW)];

  test.each([
    ['shut', 'shut'],
    ['warn', 'open'],
  ] as const)('%s: the gate is %s, and the reason names them', (overdue, answer) => {
    const result = gate(late, { overdue });

    expect(result.answer).toBe(answer);
    expect(result.reasons).toMatchObject([{ code: 'findings-overdue', effect: overdue }]);
    expect(result.reasons[0]?.message).toContain(fingerprint(1));
  });

  test('are those whose time is up by the time of the frozen set, not a moment before', () => {
    expect(gate([record(1, 'low', 'triaged', NOW + 1)], { overdue: 'shut' }).answer).toBe('open');
    expect(gate(late, { maxOpen: { critical: 0 } }).answer).toBe('open');
  });
});

test('where nothing is kept from run to run, those of this run count, suppressed ones not', () => {
  const found: Finding = {
    fingerprint: fingerprint(7),
    check: 'cors-null',
    title: 'The origin null may read answers',
    severity: 'high',
    message: 'x',
  };
  const suppressed = { reason: 'known', until: '2027-01-01', approver: 'ann' };
  const rules = { findings: { maxOpen: { high: 0 } } };
  const answerOf = (finding: Finding) => judge(facts([{ case: 'a', findings: [finding, finding] }], { rules }));

  expect(answerOf(found).answer).toBe('shut');
  expect(answerOf(found).reasons[0]?.message).toBe(
    `1 open finding of severity high, 0 allowed: ${fingerprint(7)} (cors-null).`,
  );
  expect(answerOf({ ...found, suppressed }).answer).toBe('open');
});

test('one finding more never opens a gate', () => {
  const anyRecord = fc
    .tuple(
      fc.nat(1e6),
      fc.constantFrom(...SEVERITIES),
      fc.constantFrom(...FINDING_STATES),
      fc.integer({ min: -5, max: 5 }),
    )
    .map(([number, severity, state, days]) => record(number, severity, state, NOW + days * DAY_MS));
  const anyRule = fc.record(
    { maxOpen: fc.dictionary(fc.constantFrom(...SEVERITIES), fc.nat(3)), overdue: fc.constantFrom('shut', 'warn') },
    { requiredKeys: [] },
  ) as fc.Arbitrary<NonNullable<GateRules['findings']>>;

  fc.assert(
    fc.property(fc.array(anyRecord, { maxLength: 8 }), anyRecord, anyRule, (records, more, rule) => {
      const before = gate(records, rule).answer;
      const after = gate([...records, more], rule).answer;
      expect(before === 'open' || after === 'shut').toBe(true);
    }),
    { numRuns: 300 },
  );
});
