import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { judge } from '#core/gate';
import { RISKS, STOP_REASONS, VERDICTS, type Verdict } from '#core/words';
import { facts } from './gate-facts.ts';

const anyFacts = fc.record({
  cases: fc.uniqueArray(
    fc.record({
      case: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      verdict: fc.constantFrom(...VERDICTS),
      risk: fc.constantFrom(...RISKS),
      advisory: fc.boolean(),
      latencyMs: fc.integer({ min: 0, max: 1000 }),
      checks: fc.integer({ min: 0, max: 2 }),
    }),
    { selector: (entry) => entry.case },
  ),
  rules: fc.record(
    {
      maxFailures: fc.record(
        { low: fc.nat(2), medium: fc.nat(2), high: fc.nat(1), critical: fc.nat(1) },
        { requiredKeys: [] },
      ),
      minCasesRan: fc.nat(3),
      p95Ms: fc.record({ warn: fc.nat(1000), fail: fc.nat(1000) }, { requiredKeys: [] }),
      errorRate: fc.record({ fail: fc.double({ min: 0, max: 1, noNaN: true }) }, { requiredKeys: [] }),
    },
    { requiredKeys: [] },
  ),
  lost: fc.array(fc.nat(3), { maxLength: 1 }),
  stop: fc.option(fc.constantFrom(...STOP_REASONS), { nil: undefined }),
});

test('D1: one more failure never opens a gate', () => {
  fc.assert(
    fc.property(
      anyFacts,
      fc.nat(4),
      fc.constantFrom<Verdict>('failed', 'errored'),
      ({ cases, rules, lost, stop }, at, verdict) => {
        const extra = {
          rules,
          lostShards: lost.map((shard) => ({ shard, reason: 'x' })),
          ...(stop === undefined ? {} : { stop: { reason: stop, by: 'x' } }),
        };
        const before = judge(facts(cases, extra)).answer;
        const passing = cases.filter((entry) => entry.verdict === 'passed');
        const victim = passing[at % Math.max(1, passing.length)];
        // The answer of the request stays what it was: only the verdict on it changes.
        const worse = cases.map((entry) => (entry === victim ? { ...entry, verdict, answered: true } : entry));
        const more = [
          ...cases,
          { case: 'z', verdict: 'failed' as const, risk: 'critical' as const, latencyMs: 0, checks: 1 },
        ];

        if (before !== 'open') expect(judge(facts(worse, extra)).answer).not.toBe('open');
        if (before !== 'open' && (rules.maxFailures?.critical ?? 0) === 0)
          expect(judge(facts(more, extra)).answer).not.toBe('open');
      },
    ),
    { numRuns: 1000 },
  );
});

test('the order of results does not change the answer or its reasons', () => {
  fc.assert(
    fc.property(anyFacts, ({ cases, rules }) => {
      expect(judge(facts([...cases].reverse(), { rules }))).toEqual(judge(facts(cases, { rules })));
    }),
    { numRuns: 200 },
  );
});

test('an open gate has no deciding reason, and any other has one', () => {
  fc.assert(
    fc.property(anyFacts, ({ cases, rules }) => {
      const { answer, reasons } = judge(facts(cases, { rules }));
      const deciding = reasons.filter(({ effect }) => effect === 'shut' || effect === 'inconclusive');

      expect(deciding.length === 0).toBe(answer === 'open');
      for (const { message } of reasons) expect(message.length).toBeGreaterThan(10);
    }),
    { numRuns: 200 },
  );
});
