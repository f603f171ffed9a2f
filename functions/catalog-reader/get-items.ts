import type { Principal } from '#core/access';
import type { StoredEnvironment, StoredService, StoredSuite } from '#core/catalog';
import { problem } from '#core/problems';
import { reaches } from '#core/project-scope';
import type { SuiteDefinition } from '#core/suite';
import type { BlobStore } from '#ports/blob-store';
import type { CatalogStore, SuiteBodies } from '#ports/catalog-store';

export interface GetItem {
  readonly principal: Principal;
  /** Id of the service or suite, name of the environment. */
  readonly id: string;
}

/** A service of the principal's projects. @throws service-not-found, also for one of another project */
export const getService =
  ({ catalog }: { readonly catalog: CatalogStore }) =>
  async ({ principal, id }: GetItem, signal: AbortSignal): Promise<StoredService> => {
    const found = reaches(principal, id) ? await catalog.getService(principal.tenant, id, signal) : undefined;
    if (found === undefined) throw problem('service-not-found', `there is no service ${id} that you may see`);
    return found;
  };

/** An environment; all principals of the tenant share them. @throws environment-not-found */
export const getEnvironment =
  ({ catalog }: { readonly catalog: CatalogStore }) =>
  async ({ principal, id }: GetItem, signal: AbortSignal): Promise<StoredEnvironment> => {
    const found = await catalog.getEnvironment(principal.tenant, id, signal);
    if (found === undefined) throw problem('environment-not-found', `there is no environment ${id}`);
    return found;
  };

export interface GetSuitePorts {
  readonly catalog: CatalogStore;
  readonly bodies: SuiteBodies;
  /** The catalog bucket: large suites are answered with a link to it. */
  readonly blobs: BlobStore;
}

export interface GetSuite extends GetItem {
  readonly includeDefinition: boolean;
}

export type SuiteAnswer =
  | { readonly item: StoredSuite; readonly definition?: SuiteDefinition }
  /** Too large for an answer; the link leads to the definition and lives LINK_SECONDS. */
  | { readonly link: string };

/** An answer of a Lambda may have 6 MB; JSON text in an API Gateway answer is escaped once more. */
const INLINE_BYTES_MAX = 3 * 1024 * 1024;
export const LINK_SECONDS = 300;

/** A suite's header, with its definition when asked for. @throws suite-not-found, also for one of another project */
export const getSuite =
  ({ catalog, bodies, blobs }: GetSuitePorts) =>
  async ({ principal, id, includeDefinition }: GetSuite, signal: AbortSignal): Promise<SuiteAnswer> => {
    const service = id.split('.')[0] ?? '';
    const item = reaches(principal, service) ? await catalog.getSuite(principal.tenant, id, signal) : undefined;
    if (item === undefined) throw problem('suite-not-found', `there is no suite ${id} that you may see`);
    if (!includeDefinition) return { item };
    if (item.bytes > INLINE_BYTES_MAX) return { link: await blobs.presignGet(item.key, LINK_SECONDS, `${id}.json`) };
    return { item, definition: await bodies.get(item.key, item.digest, signal) };
  };
