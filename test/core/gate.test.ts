import { expect, test } from '@jest/globals';
import { judge, type GateFacts } from '#core/gate';
import { facts, type Sketch } from './gate-facts.ts';

const codes = (given: GateFacts): readonly string[] => judge(given).reasons.map((reason) => reason.code);

test('a run whose blocking cases all passed opens the gate', () => {
  const result = judge(facts([{ case: 'a' }, { case: 'b', latencyMs: 300 }]));

  expect(result).toEqual({
    answer: 'open',
    reasons: [],
    errorRate: 0,
    p95Ms: 300,
    degraded: false,
    counts: {
      passed: 2,
      failed: 0,
      errored: 0,
      skipped: 0,
      flaky: 0,
      warnings: 0,
      checks: 2,
      requests: 2,
      requestErrors: 0,
    },
  });
});

test('one failed case shuts the gate and the reasons say which, why and where to look', () => {
  const result = judge(facts([{ case: 'a' }, { case: 'pay', verdict: 'failed', risk: 'critical' }]));

  expect(result.answer).toBe('shut');
  expect(result.reasons).toEqual([
    {
      code: 'failures-over-limit',
      message: '1 case of critical risk failed, 0 allowed.',
      effect: 'shut',
      evidence: '/tests/run/r1/results',
    },
    {
      code: 'case-failed',
      message: 'shop.checkout/pay (critical) failed: status equals 200: expected 200, got 500',
      effect: 'shut',
      suite: 'shop.checkout',
      case: 'pay',
      evidence: '/tests/run/r1/results?suite=shop.checkout&verdict=failed',
    },
  ]);
});

test('failures within the limit of their risk do not shut, one more does', () => {
  const low = (count: number): Sketch[] =>
    Array.from({ length: count }, (_, index) => ({ case: `f${index}`, verdict: 'failed', risk: 'low' }));
  const rules = { maxFailures: { low: 2 } };

  expect(judge(facts([{ case: 'ok' }, ...low(2)], { rules })).answer).toBe('open');
  expect(judge(facts([{ case: 'ok' }, ...low(3)], { rules })).answer).toBe('shut');
  expect(judge(facts([{ case: 'ok' }, { case: 'f', verdict: 'failed', risk: 'medium' }], { rules })).answer).toBe(
    'shut',
  );
});

test('an errored blocking case counts as a failure', () => {
  const result = judge(facts([{ case: 'a' }, { case: 'b', verdict: 'errored' }]));

  expect(result.answer).toBe('shut');
  expect(result.reasons[1]?.message).toBe(
    'shop.checkout/b (medium) errored: timeout while in phase wait: no answer within 10 s',
  );
});

test('D1.2: advisory cases are told but never shut, neither by failing nor by their figures', () => {
  const rules = { p95Ms: { fail: 1000 }, errorRate: { fail: 0 }, flakeRate: { fail: 0 } };
  const advisory: Sketch[] = [
    { case: 'x', advisory: true, verdict: 'failed', latencyMs: 9000 },
    { case: 'y', advisory: true, verdict: 'errored' },
    { case: 'z', advisory: true, flaky: true },
  ];
  const result = judge(facts([{ case: 'a' }, ...advisory], { rules }));

  expect(result.answer).toBe('open');
  expect(result.reasons.map((reason) => reason.code)).toEqual(['flaky-cases', 'advisory-failures']);
  expect(result.counts).toMatchObject({ failed: 1, errored: 1 });
});

test('D1.1: warnings are counted by kind and never shut', () => {
  const warnings = [
    { kind: 'drift', message: 'm' },
    { kind: 'undeclared-field', message: 'm' },
    { kind: 'drift', message: 'm' },
  ];
  const result = judge(facts([{ case: 'a', warnings }]));

  expect(result.answer).toBe('open');
  expect(result.reasons.map(({ message, effect }) => [effect, message])).toEqual([
    ['warn', '2 warnings of kind drift.'],
    ['warn', '1 warning of kind undeclared-field.'],
  ]);
  expect(result.counts.warnings).toBe(3);
});

test.each([
  [
    'p95Ms',
    [{ case: 'a', latencyMs: 501 }],
    'p95-over-limit',
    'The 95th percentile of response times is 501 ms, at most 500 ms allowed.',
  ],
  [
    'errorRate',
    [
      { case: 'a', latencyMs: 1 },
      { case: 'b', answered: false },
    ],
    'error-rate-over-limit',
    'The share of requests without an answer is 50 %, at most 10 % allowed.',
  ],
  [
    'flakeRate',
    [{ case: 'a', flaky: true }],
    'flake-rate-over-limit',
    'The share of flaky cases is 100 %, at most 10 % allowed.',
  ],
])(
  '%s above its fail limit shuts, above its warn limit only warns, at the limit is within it',
  (rule, cases, code, message) => {
    const limit = rule === 'p95Ms' ? 500 : 0.1;
    const value = rule === 'p95Ms' ? 501 : rule === 'errorRate' ? 0.5 : 1;
    const over = judge(facts(cases, { rules: { [rule]: { fail: limit } } }));
    const warned = judge(facts(cases, { rules: { [rule]: { warn: limit } } }));
    const at = judge(facts(cases, { rules: { [rule]: { fail: value } } }));

    expect(over.answer).toBe('shut');
    expect(over.reasons.find((reason) => reason.code === code)?.message).toBe(message);
    expect([warned.answer, at.answer]).toEqual(['open', 'open']);
    expect(warned.reasons.find((reason) => reason.code === code.replace('limit', 'warning'))?.effect).toBe('warn');
  },
);

test('D1.1: more warnings of blocking cases than allowed shut, as many as allowed do not', () => {
  const warnings = [{ kind: 'contract', message: 'm' }];
  const cases: Sketch[] = [
    { case: 'a', warnings },
    { case: 'b', warnings },
    { case: 'c', advisory: true, warnings },
  ];
  const over = judge(facts(cases, { rules: { maxWarnings: { fail: 1 } } }));
  const within = judge(facts(cases, { rules: { maxWarnings: { fail: 2 } } }));
  const none = judge(facts(cases));

  expect([over.answer, within.answer, none.answer]).toEqual(['shut', 'open', 'open']);
  expect(over.reasons[0]).toMatchObject({
    code: 'warnings-over-limit',
    message: 'The number of warnings is 2, at most 1 allowed.',
    effect: 'shut',
  });
});

test('a limit on a figure that could not be taken is inconclusive', () => {
  const given = facts([{ case: 'a', answered: false, verdict: 'passed' }], { rules: { p95Ms: { fail: 500 } } });

  expect(judge(given).answer).toBe('inconclusive');
  expect(codes(given)).toContain('p95-unknown');
});

const RAN: Sketch[] = [{ case: 'a' }];
test.each<[string, GateFacts, string]>([
  ['nothing run', facts([]), 'nothing-run'],
  ['everything skipped', facts([{ case: 'a', verdict: 'skipped' }]), 'nothing-run'],
  ['nothing checked', facts([{ case: 'a', checks: 0 }]), 'nothing-checked'],
  [
    'every case failing within its limit',
    facts([{ case: 'a', verdict: 'failed' }], { rules: { maxFailures: { medium: 9 } } }),
    'nothing-passed',
  ],
  ['too few cases', facts(RAN, { rules: { minCasesRan: 2 } }), 'too-few-cases-ran'],
  ['a required suite that did not run', facts(RAN, { rules: { requiredSuites: ['auth'] } }), 'required-suite-not-run'],
  ['a lost shard', facts(RAN, { lostShards: [{ shard: 3, reason: 'its task died' }] }), 'shard-lost'],
  ['a cancel', facts(RAN, { stop: { reason: 'cancelled', by: 'ann' } }), 'cancelled'],
  ['a deadline', facts(RAN, { stop: { reason: 'deadline', by: 'assay' } }), 'deadline'],
  ['an error of the run', facts(RAN, { error: { code: 'target-unhealthy', message: 'm' } }), 'target-unhealthy'],
  [
    'a planned case without result',
    facts(RAN, { planned: new Set(['shop.checkout/a', 'shop.checkout/b']) }),
    'cases-without-result',
  ],
  ['a result that nobody planned', facts(RAN, { planned: new Set<string>() }), 'unplanned-results'],
  [
    'a skipped blocking case',
    facts([...RAN, { case: 'b', verdict: 'skipped', because: { reason: 'needs X' } }]),
    'case-skipped',
  ],
])('%s is inconclusive, never open', (_, given, code) => {
  expect(judge(given).answer).toBe('inconclusive');
  expect(codes(given)).toContain(code);
});

test('a run without a plan is inconclusive', () => {
  const { planned: _, ...without } = facts([]);

  expect(judge(without).reasons[0]).toMatchObject({ code: 'plan-missing', effect: 'inconclusive' });
});

test('a known failure shuts the gate even when a shard was lost or the run was stopped', () => {
  const failed: Sketch[] = [{ case: 'a', verdict: 'failed' }];

  expect(judge(facts(failed, { lostShards: [{ shard: 1, reason: 'x' }] })).answer).toBe('shut');
  expect(judge(facts(failed, { stop: { reason: 'fail-fast', by: 'assay' } })).answer).toBe('shut');
});

test('dependents of a tolerated blocking failure are excused, those of an advisory failure are not', () => {
  const chain = (advisory: boolean): Sketch[] => [
    { case: 'ok' },
    { case: 'root', verdict: 'failed', advisory },
    { case: 'mid', verdict: 'skipped', because: { case: 'root', reason: 'root failed' } },
    { case: 'leaf', verdict: 'skipped', because: { case: 'mid', reason: 'mid was skipped' } },
  ];
  const rules = { maxFailures: { medium: 1 } };

  expect(judge(facts(chain(false), { rules })).answer).toBe('open');
  expect(judge(facts(chain(true), { rules })).answer).toBe('inconclusive');
});

test('a circle of reasons for skipping ends', () => {
  const circle: Sketch[] = [
    { case: 'ok' },
    { case: 'a', verdict: 'skipped', because: { case: 'b', reason: 'r' } },
    { case: 'b', verdict: 'skipped', because: { case: 'a', reason: 'r' } },
  ];

  expect(judge(facts(circle)).answer).toBe('inconclusive');
});

test('required suites are met by their short and their full name', () => {
  expect(judge(facts(RAN, { rules: { requiredSuites: ['checkout', 'shop.checkout'] } })).answer).toBe('open');
});
