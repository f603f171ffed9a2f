/** Findings and changes as learn-run and runners leave them, with "customer-data" wherever an answer may be quoted. */
import type { FindingRecord } from '#core/finding-record';
import type { DriftEntry } from '#ports/drift-log';
import type { Plane } from '../plane.ts';

export const DAY_MS = 86_400_000;

export const fingerprint = (digit: string): string => digit.repeat(32);

/** Seen by the run `r1` when the plane's clock began, due in 30 days. */
export const finding = (plane: Plane, digit: string, more: Partial<FindingRecord> = {}): FindingRecord => ({
  fingerprint: fingerprint(digit),
  check: 'bola-read',
  title: 'Objects of others can be read',
  severity: 'high',
  service: 'shop',
  operation: 'GET /orders/{id}',
  place: '/customer-data/id',
  cwe: 'CWE-639',
  owasp: 'API1:2023',
  message: 'expected 403, got 200 with customer-data',
  state: 'new',
  firstSeenEpochMs: plane.clock.nowMs(),
  lastSeenEpochMs: plane.clock.nowMs(),
  lastRunId: 'r1',
  dueAtEpochMs: plane.clock.nowMs() + 30 * DAY_MS,
  reopened: 0,
  ...more,
});

export const put = async (plane: Plane, ...records: readonly FindingRecord[]): Promise<void> => {
  for (const record of records)
    if (!(await plane.findings.put('acme', record, 0))) throw new Error(`${record.fingerprint} was there before`);
};

export const change = (at: string, more: Partial<DriftEntry> = {}): DriftEntry => ({
  service: 'shop',
  operation: 'GET /orders/{id}',
  version: 2,
  digest: 'd',
  at,
  runId: 'r1',
  records: [
    {
      changeType: 'enum-value-added',
      fieldPath: '$.state',
      oldValue: ['open'],
      newValue: ['open', 'customer-data'],
      service: 'shop',
      operation: 'GET /orders/{id}',
      detectedAt: at,
      runId: 'r1',
    },
  ] as unknown as DriftEntry['records'],
  ...more,
});

/** Items of a page, and where the next one begins. */
export const itemsOf = (body: {
  readonly [field: string]: unknown;
}): readonly { readonly [field: string]: unknown }[] =>
  body['items'] as readonly { readonly [field: string]: unknown }[];
