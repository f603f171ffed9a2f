import type { Principal } from '#core/access';
import { overdueReason } from '#core/finding-record';
import type { FindingRecord } from '#core/finding-record';
import { readsPayload } from '#core/grants';

const iso = (epochMs: number): string => new Date(epochMs).toISOString();
const isoOrNull = (epochMs: number | undefined): string | null => (epochMs === undefined ? null : iso(epochMs));

/** A finding on the wire. What was seen in answers, and where in them, is for readers of payloads. */
export const findingView = (record: FindingRecord, principal: Principal, nowMs: number) => {
  const withPayload = readsPayload(principal, record.service);
  return {
    fingerprint: record.fingerprint,
    service: record.service,
    team: record.team ?? null,
    owner: record.owner ?? null,
    check: record.check,
    title: record.title,
    severity: record.severity,
    operation: record.operation ?? null,
    cwe: record.cwe ?? null,
    owasp: record.owasp ?? null,
    asvs: record.asvs ?? null,
    state: record.state,
    firstSeenAt: iso(record.firstSeenEpochMs),
    lastSeenAt: iso(record.lastSeenEpochMs),
    lastRunId: record.lastRunId,
    dueAt: isoOrNull(record.dueAtEpochMs),
    overdue: overdueReason(record, nowMs) ?? null,
    fixedAt: isoOrNull(record.fixedAtEpochMs),
    reopened: record.reopened,
    place: withPayload ? (record.place ?? null) : null,
    message: withPayload ? record.message : null,
    remedy: record.remedy ?? null,
  };
};
