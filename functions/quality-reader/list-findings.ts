import type { Principal } from '#core/access';
import { isOpen, overdueReason } from '#core/finding-record';
import type { FindingRecord, FindingState } from '#core/finding-record';
import { findingView } from '#core/finding-view';
import type { Severity } from '#core/finding';
import { problem } from '#core/problems';
import { reaches } from '#core/project-scope';
import type { Clock } from '#ports/clock';
import type { FindingStore } from '#ports/finding-store';
import type { PageRequest } from '#ports/page';

export interface ListFindingsPorts {
  readonly findings: FindingStore;
  readonly clock: Clock;
}

export interface FindingFilter {
  readonly service?: string;
  readonly state?: FindingState | 'open';
  readonly severity?: Severity;
  readonly overdue?: boolean;
}

export interface ListFindings {
  readonly principal: Principal;
  readonly filter: FindingFilter;
  readonly page: PageRequest;
}

interface Found {
  readonly records: readonly FindingRecord[];
  readonly next: string | undefined;
}

const matches = (record: FindingRecord, { state, severity, overdue }: FindingFilter, nowMs: number): boolean =>
  (state === undefined || (state === 'open' ? isOpen(record) : record.state === state)) &&
  (severity === undefined || record.severity === severity) &&
  (overdue === undefined || (overdueReason(record, nowMs) !== undefined) === overdue);

const FINGERPRINT = /^[0-9a-f]{32}$/u;

const ofService = async (
  service: string,
  { principal, page: { limit, cursor } }: ListFindings,
  { findings }: ListFindingsPorts,
  signal: AbortSignal,
): Promise<Found> => {
  if (!reaches(principal, service)) throw problem('service-not-found', `there is no service ${service}`);
  if (cursor !== undefined && !FINGERPRINT.test(cursor))
    throw problem('cursor-invalid', 'cursor must come from the previous page of this list');
  const all = (await findings.ofService(principal.tenant, service, signal)).map(({ record }) => record);
  const rest = all.filter(({ fingerprint }) => cursor === undefined || fingerprint > cursor);
  const records = rest.slice(0, limit);
  return { records, next: rest.length > records.length ? records.at(-1)?.fingerprint : undefined };
};

/**
 * Findings of a service, or the open ones of all services that the principal may see, those that are due first. A page may hold fewer than
 * asked for where the filter leaves some out.
 *
 * @throws service-not-found, cursor-invalid
 */
export const listFindings = (ports: ListFindingsPorts) => async (asked: ListFindings, signal: AbortSignal) => {
  const { principal, filter, page } = asked;
  const nowMs = ports.clock.nowMs();
  const everywhere = async (): Promise<Found> => {
    const { items, next } = await ports.findings.listOpen(principal.tenant, page, signal);
    return { records: items, next };
  };
  const { records, next } = await (filter.service === undefined
    ? everywhere()
    : ofService(filter.service, asked, ports, signal));
  return {
    items: records
      .filter((record) => reaches(principal, record.service) && matches(record, filter, nowMs))
      .map((record) => findingView(record, principal, nowMs)),
    next: next ?? null,
  };
};
