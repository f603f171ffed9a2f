import type { SelectionIndex, StoredEnvironment, StoredService, StoredSuite, IndexedSuite } from '#core/catalog';
import type { SuiteDefinition } from '#core/suite';
import type { Page, PageRequest } from '#ports/page';

/**
 * Services, suites and environments of a tenant. Writers pass the revision they read (0 for a new item);
 * a writer that lost the race gets `revision-conflict` (409).
 */
export interface CatalogStore {
  getService(tenant: string, service: string, signal?: AbortSignal): Promise<StoredService | undefined>;
  putService(item: StoredService, expectedRevision: number, signal?: AbortSignal): Promise<void>;
  listServices(tenant: string, page: PageRequest, signal?: AbortSignal): Promise<Page<StoredService>>;

  getEnvironment(tenant: string, name: string, signal?: AbortSignal): Promise<StoredEnvironment | undefined>;
  putEnvironment(item: StoredEnvironment, expectedRevision: number, signal?: AbortSignal): Promise<void>;
  listEnvironments(tenant: string, page: PageRequest, signal?: AbortSignal): Promise<Page<StoredEnvironment>>;

  getSuite(tenant: string, id: string, signal?: AbortSignal): Promise<StoredSuite | undefined>;
  /** Writes the suite's header and its row of the service's selection index in one transaction. */
  putSuite(item: StoredSuite, indexed: IndexedSuite, expectedRevision: number, signal?: AbortSignal): Promise<void>;
  listSuites(
    tenant: string,
    service: string | undefined,
    page: PageRequest,
    signal?: AbortSignal,
  ): Promise<Page<StoredSuite>>;
  getSelectionIndex(tenant: string, service: string, signal?: AbortSignal): Promise<SelectionIndex | undefined>;
}

/** Suite bodies by digest, in the catalog bucket. */
export interface SuiteBodies {
  put(
    tenant: string,
    body: SuiteDefinition,
    signal?: AbortSignal,
  ): Promise<{ readonly digest: string; readonly key: string; readonly bytes: number }>;
  get(key: string, digest: string, signal?: AbortSignal): Promise<SuiteDefinition>;
}

/** Recorded durations of a suite's cases: the last passing ones, newest last, in milliseconds. */
export interface DurationHistory {
  load(
    tenant: string,
    suiteIds: readonly string[],
    signal?: AbortSignal,
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>>;
  record(
    tenant: string,
    suiteId: string,
    runId: string,
    durationsMs: ReadonlyMap<string, number>,
    signal?: AbortSignal,
  ): Promise<void>;
}
