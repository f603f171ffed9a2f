import type { DriftRecord } from '#core/drift';
import type { Page, PageRequest } from '#ports/page';

export interface DriftFilter {
  readonly service: string;
  readonly operation?: string;
  readonly fromEpochMs?: number;
  readonly toEpochMs?: number;
}

/** Changes that were seen in one go: those between two versions of an operation's structure. */
export interface DriftEntry {
  readonly service: string;
  readonly operation: string;
  /** Of the structure from then on. */
  readonly version: number;
  readonly digest: string;
  readonly at: string;
  readonly runId: string;
  readonly records: readonly DriftRecord[];
}

/** Changes of structures of a service (C10). */
export interface DriftLog {
  /** Newest first. A page may hold fewer than asked for, where the filter leaves some out. @throws cursor-invalid */
  list(tenant: string, filter: DriftFilter, page: PageRequest, signal?: AbortSignal): Promise<Page<DriftEntry>>;
}
