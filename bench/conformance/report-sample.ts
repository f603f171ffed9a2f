/** A run with something in every section of the report. */
import type { CaseResult } from '#core/case-result';
import { summarise } from '#core/case-summary';
import { judge } from '#core/gate';
import { collectResults } from '#core/merge-results';
import type { RunReport } from '#core/report/run-report';

const START = 1_795_262_400_000;

const result = (id: string, over: Partial<CaseResult> = {}): CaseResult => ({
  suite: 'shop.checkout',
  case: id,
  name: `The shop can ${id}`,
  capability: 'functional',
  risk: 'high',
  tags: [],
  advisory: false,
  verdict: 'passed',
  flaky: false,
  warnings: [],
  tries: [
    {
      try: 1,
      startedAtEpochMs: START,
      durationMs: 80,
      verdict: 'passed',
      checks: [{ check: 'status is 200', passed: true }],
    },
  ],
  startedAtEpochMs: START,
  durationMs: 80,
  ...over,
});

const failed = result('pay', {
  verdict: 'failed',
  startedAtEpochMs: START + 100,
  tries: [
    {
      try: 1,
      startedAtEpochMs: START + 100,
      durationMs: 120,
      verdict: 'failed',
      checks: [{ check: '$.total equals 12', passed: false, expected: 12, got: 13, path: '$.total' }],
    },
  ],
});

const scanned = result('scan', {
  capability: 'security',
  verdict: 'failed',
  startedAtEpochMs: START + 200,
  findings: [
    {
      fingerprint: '0123456789abcdef0123456789abcdef',
      check: 'bola-read',
      title: 'Orders of other users can be read',
      severity: 'critical',
      operation: 'GET /orders/{orderId}',
      owasp: 'API1:2023',
      cwe: 'CWE-639',
      message: 'expected 403 or 404 for the order of another user, got 200',
      remedy: 'Compare the owner of the order with the caller.',
      curl: "curl -sS -X GET 'https://shop.example/orders/7' -H 'authorization: Bearer $TOKEN'",
    },
  ],
});

const changed = result('drift', {
  capability: 'data-quality',
  details: {
    drift: {
      operation: 'GET /orders/{orderId}',
      records: [
        {
          operation: 'GET /orders/{orderId}',
          changeType: 'type_changed',
          fieldPath: '$.total',
          oldValue: 'integer',
          newValue: 'number',
        },
      ],
    },
    differences: { differences: [{ path: '$.currency', kind: 'changed', old: 'EUR', new: 'USD' }] },
    coverage: { operations: [{ operation: 'GET /orders/{orderId}', requests: 12, statuses: '200, 404' }] },
    experiment: { hypothesis: 'orders are read within two seconds while the database is slow', outcome: 'it held' },
  },
});

const skipped = result('ship', {
  verdict: 'skipped',
  tries: [],
  because: { case: 'pay', reason: 'needs "pay" (data), which failed' },
});

/** @param load details as the load engine leaves them; none when absent */
export const reportSample = (load?: NonNullable<CaseResult['details']>['load']): RunReport => {
  const loaded = load === undefined ? [] : [result('load', { capability: 'performance', details: { load } })];
  const results = [result('cart'), failed, scanned, changed, skipped, ...loaded];
  const collector = collectResults(0);
  for (const one of results) collector.add(JSON.stringify(one));
  const gate = judge({ runId: 'r0', service: 'shop', rules: {}, results: collector.results(), lostShards: [] });
  return {
    runId: 'r0',
    name: 'nightly',
    service: 'shop',
    version: '1.4.0',
    environment: 'staging',
    gate,
    cases: results.map((one) => summarise(one, 0)),
    missing: [{ suite: 'shop.checkout', case: 'refund', reason: 'shard 3 was lost: no heartbeat' }],
    lostShards: [{ shard: 3, reason: 'no heartbeat' }],
  };
};
