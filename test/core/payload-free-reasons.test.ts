/** F1.1: a reason's message is for everybody; what the target answered stands in its detail, which only `payload:read` shows. */
import { expect, test } from '@jest/globals';
import type { Principal } from '#core/access';
import type { CaseResult, Try } from '#core/case-result';
import { summarise } from '#core/case-summary';
import type { Run } from '#core/run';
import { runView } from '#core/run-view';

const resultOf = (last: Pick<Try, 'checks'> & Partial<Try>): CaseResult => ({
  suite: 'shop.checkout',
  case: 'total',
  name: 'total',
  capability: 'functional',
  risk: 'high',
  tags: [],
  advisory: false,
  verdict: 'failed',
  flaky: false,
  warnings: [],
  tries: [{ try: 1, startedAtEpochMs: 0, durationMs: 5, verdict: 'failed', ...last }],
  startedAtEpochMs: 0,
  durationMs: 5,
});

test('a check of the body names the check in the headline and the answer only in the message', () => {
  const { headline, message } = summarise(
    resultOf({
      checks: [
        { check: '$.owner equals "ada"', passed: false, expected: 'ada', got: 'jane@private.example', path: '$.owner' },
      ],
    }),
    0,
  );

  expect(headline).toBe('$.owner equals "ada" did not hold');
  expect(message).toBe('$.owner equals "ada": expected "ada", got "jane@private.example"');
});

test('a status is a figure about the answer, so everybody may read it', () => {
  const { headline } = summarise(
    resultOf({ checks: [{ check: 'status equals 200', passed: false, expected: 200, got: 500, path: 'status' }] }),
    0,
  );

  expect(headline).toBe('status equals 200: expected 200, got 500');
});

test('a capture that failed may quote the answer, so the headline gives its phase only', () => {
  const { headline } = summarise(
    resultOf({
      checks: [],
      verdict: 'errored',
      failure: { type: 'parse', phase: 'capture', message: 'expected a token, got "jane@private.example"' },
    }),
    0,
  );

  expect(headline).toBe('parse while in phase capture');
});

const judgedRun = (): Run => ({
  schemaVersion: 1,
  tenant: 'acme',
  runId: 'r1',
  state: 'judged',
  name: 'shop',
  labels: {},
  selectors: { service: 'shop' },
  service: 'shop',
  version: null,
  environment: 'test',
  resolved: { environment: 'test', environmentFrom: 'request', version: null, versionFrom: 'none' },
  suites: ['shop.checkout'],
  gateRules: {},
  failFast: false,
  payloadHash: '',
  traceId: '0'.repeat(32),
  principal: 'ci',
  acceptedAtEpochMs: 0,
  deadlineEpochMs: 1,
  gate: {
    answer: 'shut',
    reasons: [
      {
        code: 'case-failed',
        message: '$.owner equals "ada" did not hold',
        detail: 'got "jane@private.example"',
        effect: 'shut',
      },
    ],
    counts: {
      passed: 0,
      failed: 1,
      errored: 0,
      skipped: 0,
      flaky: 0,
      warnings: 0,
      checks: 1,
      requests: 1,
      requestErrors: 0,
    },
    errorRate: 0,
    p95Ms: 5,
    degraded: false,
  },
});

const reader = (payloadRead: boolean): Principal => ({
  tenant: 'acme',
  role: 'viewer',
  subject: 's',
  issuer: 'i',
  ruleId: 'r',
  projects: ['*'],
  payloadRead,
});

test('only a reader with payload:read is shown the details of the gate result', () => {
  expect(runView(judgedRun(), [], reader(true)).gate?.reasons[0]?.detail).toBe('got "jane@private.example"');
  expect(JSON.stringify(runView(judgedRun(), [], reader(false)))).not.toContain('jane@private.example');
});
