import type { FindingRecord } from '#core/finding-record';
import type { Page, PageRequest } from '#ports/page';

/** A record with the number of times it was written: what a writer must have read. */
export interface StoredFinding {
  readonly record: FindingRecord;
  readonly revision: number;
}

/** Findings of a tenant's services, from run to run (C7.2). */
export interface FindingStore {
  /** All of a service, in order of fingerprints. */
  ofService(tenant: string, service: string, signal?: AbortSignal): Promise<readonly StoredFinding[]>;
  get(tenant: string, service: string, fingerprint: string, signal?: AbortSignal): Promise<StoredFinding | undefined>;
  /** @returns false when somebody else wrote it since: read again */
  put(tenant: string, record: FindingRecord, expectedRevision: number, signal?: AbortSignal): Promise<boolean>;
  /** Those that somebody has to do something about, of all services, by when they are due. @throws cursor-invalid */
  listOpen(tenant: string, page: PageRequest, signal?: AbortSignal): Promise<Page<FindingRecord>>;
}
