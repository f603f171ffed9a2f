/** F1.1: nothing that a target answered is in a report for readers without `payload:read`, wherever a probe left it. */
import { expect, test } from '@jest/globals';
import { summarise } from '#core/case-summary';
import type { Finding } from '#core/finding';
import { htmlReport } from '#core/report/html/html-report';
import { withoutPayload } from '#core/report/without-payload';
import type { RunReport } from '#core/report/run-report';
import type { Json } from '#core/units';
import { resultOf } from '../case-builder.ts';
import { operation, shard } from '../load-shard.ts';

const FOUND: Finding = {
  fingerprint: 'a'.repeat(32),
  check: 'bola-read',
  title: 'Objects of others can be read',
  severity: 'high',
  message: '',
};
const SAID = 'maria@shop.example';

const report = (load: Json): RunReport => ({
  runId: 'r1',
  name: 'nightly',
  service: 'shop',
  version: null,
  environment: 'staging',
  gate: {
    answer: 'open',
    reasons: [],
    counts: {
      passed: 1,
      failed: 0,
      errored: 0,
      skipped: 0,
      flaky: 0,
      warnings: 0,
      checks: 1,
      requests: 1,
      requestErrors: 0,
    },
    errorRate: 0,
    p95Ms: 100,
  } as unknown as RunReport['gate'],
  cases: [summarise(resultOf({ case: 'load', capability: 'performance', details: { load } }), 0)],
  missing: [],
  lostShards: [],
});

test('a load keeps its figures, and not what the first answer that broke a check said', () => {
  const broken = [{ check: '$.email is set', count: 3, firstAtMs: 20, message: `expected nothing, got ${SAID}` }];
  const figures = shard([operation('list', [10, 20, 30], { broken })]);
  const whole = report({ figures, rules: {} } as unknown as Json);

  const open = withoutPayload(whole);

  expect(JSON.stringify(whole)).toContain(SAID);
  expect(JSON.stringify(open)).not.toContain(SAID);
  expect(JSON.stringify(open.cases[0]?.probe)).toContain('"check":"$.email is set","count":3');
  expect(htmlReport(open)).toContain('latency in ms from the intended start');
});

test('a finding that was accepted is not shown as one that nobody looked at, and its message is left out', () => {
  const suppressed = { reason: 'behind the gateway', until: '2027-03-31', approver: 'lee' };
  const finding: Finding = { ...FOUND, message: `expected 403, got ${SAID}` };
  const other = summarise(resultOf({ case: 'other', findings: [finding] }), 0);
  const accepted = summarise(resultOf({ case: 'scan', findings: [{ ...finding, suppressed }] }), 0);

  const open = withoutPayload({ ...report({}), cases: [accepted] });
  const both = htmlReport({ ...report({}), cases: [other, accepted] });

  expect(open.cases[0]?.findings).toEqual([
    { ...FOUND, message: 'the message is for readers with payload:read', suppressed },
  ]);
  expect(htmlReport(open)).toContain('(suppressed)');
  // What one suite accepted is open while another one does not.
  expect(both).not.toContain('(suppressed)');
});

test('figures of a form that nobody knows are left out', () => {
  const open = withoutPayload(report({ figures: SAID }));

  expect(JSON.stringify(open)).not.toContain(SAID);
});
