import { environmentView, revisionTag, serviceView, suiteView } from '#core/catalog-view';
import type { SuiteView } from '#contracts/generated/types';
import type { SuiteDefinition } from '#core/suite';
import type { ApiUseCases } from '#ports/api';
import type { Page, PageRequest } from '#ports/page';
import { getEnvironment, getService, getSuite } from './get-items.ts';
import type { GetSuitePorts } from './get-items.ts';
import { listEnvironments, listServices, listSuites } from './list-items.ts';

type Operation = 'getService' | 'listServices' | 'getSuite' | 'listSuites' | 'getEnvironment' | 'listEnvironments';

const pageOf = ({ limit, cursor }: { readonly limit: number; readonly cursor?: string }): PageRequest => ({
  limit,
  ...(cursor === undefined ? {} : { cursor }),
});

const one = <T extends { readonly revision: number }, V>(item: T, view: (item: T) => V) => ({
  status: 200,
  headers: { ETag: revisionTag(item.revision) },
  body: view(item),
});

const many = <T, V>({ items, next }: Page<T>, view: (item: T) => V) => ({
  status: 200,
  body: { items: items.map(view), next: next ?? null },
});

/** The contract's type of a suite is made from its schema and says the same in other words; `readSuite` held the stored one to that schema. */
const onWire = (definition: SuiteDefinition): NonNullable<SuiteView['definition']> =>
  definition as unknown as NonNullable<SuiteView['definition']>;

/** The routes of this function, each with its use case. */
export const catalogReaderRoutes = (ports: GetSuitePorts): ApiUseCases<Operation> => {
  const service = getService(ports);
  const environment = getEnvironment(ports);
  const suite = getSuite(ports);
  const services = listServices(ports);
  const suites = listSuites(ports);
  const environments = listEnvironments(ports);
  return {
    getService: async ({ principal, path }, signal) =>
      one(await service({ principal, id: path.service }, signal), serviceView),
    listServices: async ({ principal, query }, signal) =>
      many(await services({ principal, page: pageOf(query) }, signal), serviceView),
    getSuite: async ({ principal, path, query }, signal) => {
      const found = await suite(
        { principal, id: path.suite, includeDefinition: query.include === 'definition' },
        signal,
      );
      if ('link' in found) return { status: 303, headers: { Location: found.link } };
      const { item, definition } = found;
      return one(item, () => ({
        ...suiteView(item),
        ...(definition === undefined ? {} : { definition: onWire(definition) }),
      }));
    },
    listSuites: async ({ principal, query }, signal) =>
      many(
        await suites(
          { principal, page: pageOf(query), ...(query.service === undefined ? {} : { service: query.service }) },
          signal,
        ),
        suiteView,
      ),
    getEnvironment: async ({ principal, path }, signal) =>
      one(await environment({ principal, id: path.environment }, signal), environmentView),
    listEnvironments: async ({ principal, query }, signal) =>
      many(await environments({ principal, page: pageOf(query) }, signal), environmentView),
  };
};
