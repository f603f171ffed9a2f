/** Results as a runner records them, with payload in every field that may hold some. */
import type { CaseResult } from '#core/case-result';
import type { Verdict } from '#core/words';

/** What a case comes to; a skipped one may say which case kept it from running. */
export type Outcome = Verdict | { readonly skippedAfter: string };

/** With payload in every field that a runner puts some into. */
export const caseResult = (suite: string, id: string, outcome: Outcome): CaseResult => {
  const verdict = typeof outcome === 'string' ? outcome : 'skipped';
  return verdict === 'skipped' ? skippedResult(suite, id, outcome) : ranResult(suite, id, verdict);
};

const skippedResult = (suite: string, id: string, outcome: Outcome): CaseResult => ({
  ...ranResult(suite, id, 'skipped'),
  tries: [],
  warnings: [],
  because:
    typeof outcome === 'string'
      ? { reason: 'the run was cancelled' }
      : { case: outcome.skippedAfter, reason: `needs "${outcome.skippedAfter}" (data), which failed` },
});

/** What a probe leaves beside its checks. */
const probed: Pick<CaseResult, 'findings' | 'details'> = {
  findings: [
    {
      fingerprint: 'f00d'.repeat(8),
      check: 'bola-read',
      title: 'Objects of others can be read',
      severity: 'high',
      severityReason: 'the order of customer-data was read',
      operation: 'POST /pay',
      place: '/customer-data/id',
      cwe: 'CWE-639',
      owasp: 'API1:2023',
      message: 'expected 403, got 200 with customer-data',
      remedy: 'Check whose customer-data it is.',
      request: { method: 'POST', url: 'https://shop.example/pay?card=customer-data', headers: [], bodyBytes: 0 },
      curl: "curl -d 'customer-data' https://shop.example/pay",
    },
  ],
  details: {
    coverage: { operations: [] },
    differences: [{ path: '$.name', old: 'customer-data', new: 'customer-data' }],
    drift: { changes: ['customer-data'] },
  },
};

const ranResult = (suite: string, id: string, verdict: Verdict): CaseResult => ({
  suite,
  case: id,
  name: id,
  capability: 'functional',
  risk: 'high',
  tags: [],
  advisory: false,
  verdict,
  flaky: false,
  warnings: [{ kind: 'contract', message: 'got the unknown field customer-data' }],
  tries: [
    {
      try: 1,
      startedAtEpochMs: 1_795_262_400_000,
      durationMs: 12,
      verdict,
      request: {
        method: 'POST',
        url: 'https://shop.example/pay/customer-data?card=customer-data',
        headers: [['x-customer', 'customer-data']],
        body: '{"name":"customer-data"}',
        bodyBytes: 24,
      },
      response: {
        status: 200,
        headers: [['x-trace', 'customer-data']],
        body: '{"total":"customer-data"}',
        bodyBytes: 25,
        timingsMs: { dns: null, connect: null, tls: null, wait: 10, receive: 2 },
      },
      checks: [
        { check: 'status is 200', passed: true, expected: 200, got: 200, path: 'status' },
        {
          check: '$.total equals 12',
          passed: verdict === 'passed',
          expected: 12,
          got: 'customer-data',
          path: '$.total',
          message: 'expected 12, got "customer-data"',
        },
      ],
      ...(verdict === 'passed'
        ? {}
        : { failure: { type: 'assertion', phase: 'check', message: 'expected 12, got "customer-data"' } as const }),
      captured: { session: { type: 'string', bytes: 15, value: 'customer-data' } },
      curl: "curl -d 'customer-data' https://shop.example/pay",
    },
  ],
  ...(verdict === 'failed' ? probed : {}),
  startedAtEpochMs: 1_795_262_400_000,
  durationMs: 12,
});
