import type { Stored, StoredEnvironment, StoredService, StoredSuite } from '#core/catalog';

const stamped = ({
  revision,
  updatedAtEpochMs,
  updatedBy,
}: Pick<Stored<unknown>, 'revision' | 'updatedAtEpochMs' | 'updatedBy'>) => ({
  revision,
  updatedAt: new Date(updatedAtEpochMs).toISOString(),
  updatedBy,
});

/** A catalog item as the API shows it: its definition, its revision, who changed it last and when. */
export const serviceView = (item: StoredService) => ({ ...item.definition, ...stamped(item) });
export type ServiceView = ReturnType<typeof serviceView>;

export const environmentView = (item: StoredEnvironment) => ({ ...item.definition, ...stamped(item) });
export type EnvironmentView = ReturnType<typeof environmentView>;

export const suiteView = (item: StoredSuite) => ({
  id: item.id,
  service: item.service,
  suite: item.suite,
  name: item.name,
  capability: item.capability,
  tags: item.tags,
  ...(item.owner === undefined ? {} : { owner: item.owner }),
  risk: item.risk,
  advisory: item.advisory,
  cases: item.cases,
  digest: item.digest,
  bytes: item.bytes,
  ...stamped(item),
});
export type SuiteView = ReturnType<typeof suiteView>;

/** The entity tag of a revision (RFC 9110, section 8.8.3). */
export const revisionTag = (revision: number): string => `"${String(revision)}"`;
