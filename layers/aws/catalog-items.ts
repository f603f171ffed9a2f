import { compressed, decompressed } from '#aws/packed';
import { upcast, withoutTableAttributes } from '#aws/schema-version';
import { selectionKey } from '#aws/keys';
import type { ConditionalPut, Item } from '#aws/table-types';
import { problem } from '#core/problems';
import type { IndexedSuite, SelectionIndex, StoredEnvironment, StoredService, StoredSuite } from '#core/catalog';

export const serviceOf = (item: Item): StoredService =>
  withoutTableAttributes(upcast(item)) as unknown as StoredService;
export const environmentOf = (item: Item): StoredEnvironment =>
  withoutTableAttributes(upcast(item)) as unknown as StoredEnvironment;
export const suiteOf = (item: Item): StoredSuite => withoutTableAttributes(upcast(item)) as unknown as StoredSuite;

export const selectionOf = (item: Item): SelectionIndex => {
  const { service, revision, suites } = upcast(item);
  return {
    service: String(service),
    revision: Number(revision),
    suites: decompressed(suites as Uint8Array) as readonly IndexedSuite[],
  };
};

/**
 * POST /tests/run reads the index of a service in the one batch with everything else, so it stays one item. A case takes about 10 bytes
 * compressed; 380 KB are some 30,000 cases.
 */
const SELECTION_BYTES_MAX = 380 * 1024;

export const selectionItem = (tenant: string, index: SelectionIndex): ConditionalPut['item'] => {
  const suites = compressed(index.suites);
  if (suites.byteLength > SELECTION_BYTES_MAX) {
    const detail = `the suites of ${index.service} must fit an index of ${SELECTION_BYTES_MAX} bytes, they need ${suites.byteLength}; split the service`;
    throw problem('limit-exceeded', detail);
  }
  return {
    ...selectionKey(tenant, index.service),
    schemaVersion: 1,
    tenant,
    service: index.service,
    revision: index.revision,
    suites,
  };
};

/** The index with this suite's row new or replaced, in the order of ids. */
export const withSuite = (
  service: string,
  index: SelectionIndex | undefined,
  indexed: IndexedSuite,
): SelectionIndex => {
  const others = (index?.suites ?? []).filter((suite) => suite.id !== indexed.id);
  const suites = [...others, indexed].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { service, revision: (index?.revision ?? 0) + 1, suites };
};
