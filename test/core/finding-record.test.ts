/** Findings over runs (C7.2): seen, gone, back again; decisions; due dates; figures. */
import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { fingerprintOf, SEVERITIES, type Finding, type Severity } from '#core/finding';
import {
  checksThatRan,
  decideFinding,
  findingFigures,
  isOpen,
  mergeFindings,
  overdueReason,
  type FindingRecord,
  type FindingRun,
} from '#core/finding-record';

const DAY = 86_400_000;
const NOW = 1_800_000_000_000;

const finding = (check: string, operation: string, severity: Severity = 'high'): Finding => ({
  fingerprint: fingerprintOf({ check, operation }),
  check,
  operation,
  severity,
  title: `title of ${check}`,
  message: `expected no ${check}, got one`,
});

const run = (findings: readonly Finding[], ran: readonly (readonly [string, string])[], runId = 'r1'): FindingRun => ({
  runId,
  service: 'shop',
  findings,
  checksThatRan: ran.map(([check, operation]) => ({ check, operation })),
});

const A = finding('bola-read', 'GET /a');
const RAN = [['bola-read', 'GET /a']] as const;
const once = mergeFindings([], run([A], RAN), NOW);

describe('what runs do', () => {
  test('a finding that nobody knew is new, seen now, due by its severity', () => {
    expect(once).toEqual([
      {
        fingerprint: A.fingerprint,
        service: 'shop',
        check: 'bola-read',
        operation: 'GET /a',
        severity: 'high',
        title: 'title of bola-read',
        message: 'expected no bola-read, got one',
        state: 'new',
        firstSeenEpochMs: NOW,
        lastSeenEpochMs: NOW,
        lastRunId: 'r1',
        dueAtEpochMs: NOW + 30 * DAY,
        reopened: 0,
      },
    ]);
  });

  test('seen again it stays what it was, due when it was due', () => {
    const again = mergeFindings(once, run([A], RAN, 'r2'), NOW + DAY);

    expect(again[0]).toMatchObject({
      state: 'new',
      firstSeenEpochMs: NOW,
      lastSeenEpochMs: NOW + DAY,
      lastRunId: 'r2',
      dueAtEpochMs: NOW + 30 * DAY,
    });
  });

  test('absent from a run that repeated its check it is fixed; back again it is reopened, with a new due date', () => {
    const fixed = mergeFindings(once, run([], RAN, 'r2'), NOW + DAY);
    const back = mergeFindings(fixed, run([A], RAN, 'r3'), NOW + 2 * DAY);

    expect(fixed[0]).toMatchObject({ state: 'fixed', fixedAtEpochMs: NOW + DAY, lastSeenEpochMs: NOW });
    expect(back[0]).toMatchObject({
      state: 'reopened',
      reopened: 1,
      firstSeenEpochMs: NOW,
      dueAtEpochMs: NOW + 32 * DAY,
    });
    expect(back[0]).not.toHaveProperty('fixedAtEpochMs');
  });

  test.each([
    ['another check', [['csrf', 'GET /a']] as const],
    ['the check of another operation', [['bola-read', 'GET /b']] as const],
    ['nothing', []],
  ])('a run that repeated %s says nothing of it', (_what, ran) => {
    expect(mergeFindings(once, run([], ran, 'r2'), NOW + DAY)).toEqual(once);
  });

  test('a run that ended before a later one saw it says nothing of it, whenever it is merged', () => {
    const seen = mergeFindings([], run([A], RAN, 'later'), NOW + DAY);

    expect(mergeFindings(seen, run([], RAN, 'earlier'), NOW)).toEqual(seen);
  });

  test('findings of other services stay as they are', () => {
    const other = mergeFindings([], { ...run([A], RAN), service: 'bank' }, NOW);

    expect(mergeFindings(other, run([], RAN), NOW + DAY)).toEqual(other);
  });

  test.each(['accepted', 'false-positive', 'triaged'] as const)(
    'what a person called %s stays so when it is seen again',
    (decision) => {
      const decided = once.map((record) => decideFinding(record, decision, NOW + 1)!);

      expect(mergeFindings(decided, run([A], RAN, 'r2'), NOW + DAY)[0]).toMatchObject({
        state: decision,
        triagedAtEpochMs: NOW + 1,
      });
    },
  );

  test('a false positive that is gone is not called fixed, an accepted one is', () => {
    const [asFalse, asAccepted] = (['false-positive', 'accepted'] as const).map((decision) =>
      once.map((record) => decideFinding(record, decision, NOW)!),
    );

    expect(mergeFindings(asFalse!, run([], RAN), NOW + DAY)[0]?.state).toBe('false-positive');
    expect(mergeFindings(asAccepted!, run([], RAN), NOW + DAY)[0]?.state).toBe('fixed');
  });
});

const anyFinding = fc
  .record({
    check: fc.constantFrom('a', 'b', 'c'),
    operation: fc.constantFrom('GET /x', 'GET /y'),
    severity: fc.constantFrom(...SEVERITIES),
  })
  .map(({ check, operation, severity }) => finding(check, operation, severity));
const anyRun = fc
  .record({
    findings: fc.array(anyFinding, { maxLength: 6 }),
    ran: fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('GET /x', 'GET /y')), { maxLength: 6 }),
    runId: fc.constantFrom('r1', 'r2', 'r3'),
  })
  .map(({ findings, ran, runId }) => run(findings, ran, runId));
const anyStore = fc
  .array(anyRun, { maxLength: 5 })
  .map((runs) =>
    runs.reduce<readonly FindingRecord[]>((stored, one, at) => mergeFindings(stored, one, NOW + at * DAY), []),
  );

describe('whatever runs bring', () => {
  test('merging the same run twice is merging it once', () => {
    fc.assert(
      fc.property(anyStore, anyRun, (stored, one) => {
        const first = mergeFindings(stored, one, NOW + 9 * DAY);
        expect(mergeFindings(first, one, NOW + 9 * DAY)).toEqual(first);
      }),
      { numRuns: 200 },
    );
  });

  test('no record is ever lost, each stands once, in order of fingerprints', () => {
    fc.assert(
      fc.property(anyStore, anyRun, (stored, one) => {
        const prints = mergeFindings(stored, one, NOW + 9 * DAY).map(({ fingerprint }) => fingerprint);
        expect(prints).toEqual([...new Set(prints)].sort());
        for (const { fingerprint } of [...stored, ...one.findings]) expect(prints).toContain(fingerprint);
      }),
      { numRuns: 200 },
    );
  });

  test('what a run saw is never fixed after it, and what it did not look at is as before', () => {
    fc.assert(
      fc.property(anyStore, anyRun, (stored, one) => {
        const seen = new Set(one.findings.map(({ fingerprint }) => fingerprint));
        const ran = new Set(one.checksThatRan.map(({ check, operation }) => `${check} ${operation ?? ''}`));
        for (const record of mergeFindings(stored, one, NOW + 9 * DAY)) {
          if (seen.has(record.fingerprint)) expect(record.state).not.toBe('fixed');
          else if (!ran.has(`${record.check} ${record.operation ?? ''}`))
            expect(record).toEqual(stored.find((known) => known.fingerprint === record.fingerprint));
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('decisions and dates', () => {
  test('the owner comes with the decision; a fixed finding cannot be decided about', () => {
    const [record] = once;
    const [fixed] = mergeFindings(once, run([], RAN), NOW + DAY);

    expect(decideFinding(record!, 'triaged', NOW + 5, 'ada')).toMatchObject({
      state: 'triaged',
      owner: 'ada',
      triagedAtEpochMs: NOW + 5,
    });
    expect(decideFinding(fixed!, 'triaged', NOW + 5)).toBeUndefined();
  });

  test('a critical one is late after 24 hours untriaged, and after 7 days open', () => {
    const [record] = mergeFindings([], run([finding('bola-read', 'GET /a', 'critical')], RAN), NOW);
    const triaged = decideFinding(record!, 'triaged', NOW + 1)!;

    expect(overdueReason(record!, NOW + DAY - 1)).toBeUndefined();
    expect(overdueReason(record!, NOW + DAY)).toBe('not-triaged');
    expect(overdueReason(triaged, NOW + 6 * DAY)).toBeUndefined();
    expect(overdueReason(triaged, NOW + 7 * DAY)).toBe('not-fixed');
    expect(overdueReason(decideFinding(triaged, 'accepted', NOW + 2)!, NOW + 99 * DAY)).toBeUndefined();
  });

  test('an information is never late', () => {
    const [record] = mergeFindings([], run([finding('bola-read', 'GET /a', 'info')], RAN), NOW);

    expect(record).not.toHaveProperty('dueAtEpochMs');
    expect(overdueReason(record!, NOW + 9999 * DAY)).toBeUndefined();
  });

  test('open are new, triaged and reopened ones', () => {
    expect(
      (['new', 'triaged', 'accepted', 'false-positive', 'fixed', 'reopened'] as const).filter((state) =>
        isOpen({ state }),
      ),
    ).toEqual(['new', 'triaged', 'reopened']);
  });

  test('figures: open by severity, late ones, time to fix, recurrence, false positives', () => {
    const [first, second, third] = [finding('a', 'GET /a', 'critical'), finding('b', 'GET /b'), finding('c', 'GET /c')];
    const ran = [
      ['a', 'GET /a'],
      ['b', 'GET /b'],
      ['c', 'GET /c'],
    ] as const;
    const all = mergeFindings([], run([first, second, third], ran), NOW);
    const gone = mergeFindings(all, run([first], ran), NOW + 4 * DAY);
    const back = mergeFindings(gone, run([first, second], ran), NOW + 8 * DAY);
    const decided = back.map((record) =>
      record.check === 'a' ? decideFinding(record, 'false-positive', NOW)! : record,
    );

    expect(findingFigures(back, NOW + 8 * DAY)).toEqual({
      open: { info: 0, low: 0, medium: 0, high: 1, critical: 1 },
      overdue: 1,
      timeToFixMs: 4 * DAY,
      recurrence: 0.5,
    });
    expect(findingFigures(decided, NOW + 8 * DAY)).toMatchObject({ overdue: 0, falsePositiveRate: 1 });
    expect(findingFigures([], NOW)).toEqual({ open: { info: 0, low: 0, medium: 0, high: 0, critical: 0 }, overdue: 0 });
  });
});

test('the checks that ran are read from results, each once; other checks are none', () => {
  const checks = [
    { check: 'bola-read: Objects of others can be read', passed: true, path: 'GET /a' },
    { check: 'bola-read: Objects of others can be read', passed: false, path: 'GET /a' },
    { check: 'header-hsts: missing', passed: true },
    { check: '$.total equals 12', passed: true },
    { check: 'other: is no check of a scan', passed: true },
  ];
  const results = [{ tries: [{ try: 1, startedAtEpochMs: 0, durationMs: 0, verdict: 'passed' as const, checks }] }];

  expect(checksThatRan(results, new Set(['bola-read', 'header-hsts']))).toEqual([
    { check: 'bola-read', operation: 'GET /a' },
    { check: 'header-hsts' },
  ]);
});
