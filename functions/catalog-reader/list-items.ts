import type { Principal } from '#core/access';
import type { StoredEnvironment, StoredService, StoredSuite } from '#core/catalog';
import { reaches } from '#core/project-scope';
import type { CatalogStore } from '#ports/catalog-store';
import type { Page, PageRequest } from '#ports/page';

export interface ListItems {
  readonly principal: Principal;
  readonly page: PageRequest;
}

export interface ListSuites extends ListItems {
  readonly service?: string;
}

interface ListPorts {
  readonly catalog: CatalogStore;
}

/** A page of what the principal may see: it may be shorter than asked for and still have a next one. */
const visible = <T>({ items, ...rest }: Page<T>, principal: Principal, serviceOf: (item: T) => string): Page<T> => ({
  ...rest,
  items: items.filter((item) => reaches(principal, serviceOf(item))),
});

/** Services of the principal's projects, by id. @throws cursor-invalid */
export const listServices =
  ({ catalog }: ListPorts) =>
  async ({ principal, page }: ListItems, signal: AbortSignal): Promise<Page<StoredService>> =>
    visible(await catalog.listServices(principal.tenant, page, signal), principal, (item) => item.definition.service);

/** Suites of one service or of all, by id. @throws cursor-invalid */
export const listSuites =
  ({ catalog }: ListPorts) =>
  async ({ principal, service, page }: ListSuites, signal: AbortSignal): Promise<Page<StoredSuite>> => {
    if (service !== undefined && !reaches(principal, service)) return { items: [] };
    return visible(
      await catalog.listSuites(principal.tenant, service, page, signal),
      principal,
      (item) => item.service,
    );
  };

/** Environments of the tenant, by name. @throws cursor-invalid */
export const listEnvironments =
  ({ catalog }: ListPorts) =>
  async ({ principal, page }: ListItems, signal: AbortSignal): Promise<Page<StoredEnvironment>> =>
    catalog.listEnvironments(principal.tenant, page, signal);
