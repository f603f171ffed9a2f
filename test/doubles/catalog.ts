import { problem } from '#core/problems';
import type { SelectionIndex, StoredEnvironment, StoredService, StoredSuite } from '#core/catalog';
import type { CatalogStore, DurationHistory } from '#ports/catalog-store';
import type { Page, PageRequest } from '#ports/page';
import { copied, sameJson } from './copied.ts';

const toCursor = (name: string): string => Buffer.from(name).toString('base64url');
const fromCursor = (cursor: string): string => {
  const name = Buffer.from(cursor, 'base64url').toString();
  if (!/^[a-z0-9][a-z0-9.-]*$/.test(name))
    throw problem('cursor-invalid', 'cursor must come from the previous page of this list');
  return name;
};

/** Items of one kind and tenant by name, with the optimistic lock. */
const shelf = <T extends { readonly tenant: string; readonly revision: number }>(nameOf: (item: T) => string) => {
  const items = new Map<string, T>();
  const key = (tenant: string, name: string): string => JSON.stringify([tenant, name]);
  return {
    get: (tenant: string, name: string): T | undefined => copied(items.get(key(tenant, name))),
    put: (item: T, expectedRevision: number): void => {
      const there = items.get(key(item.tenant, nameOf(item)));
      if (there !== undefined && sameJson(there, item)) return;
      if ((there?.revision ?? 0) !== expectedRevision) {
        throw problem(
          'revision-conflict',
          `${nameOf(item)}: expected revision ${expectedRevision}, found ${there?.revision ?? 0}`,
        );
      }
      items.set(key(item.tenant, nameOf(item)), copied(item));
    },
    page: (tenant: string, request: PageRequest, chosen: (item: T) => boolean = () => true): Page<T> => {
      const after = request.cursor === undefined ? '' : fromCursor(request.cursor);
      const rest = [...items.values()]
        .filter((item) => item.tenant === tenant && chosen(item) && nameOf(item) > after)
        .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
      const shown = copied(rest.slice(0, request.limit));
      const last = shown.at(-1);
      return rest.length > shown.length && last !== undefined
        ? { items: shown, next: toCursor(nameOf(last)) }
        : { items: shown };
    },
  };
};

export const inMemoryCatalog = (): CatalogStore => {
  const services = shelf<StoredService>((item) => item.definition.service);
  const environments = shelf<StoredEnvironment>((item) => item.definition.name);
  const suites = shelf<StoredSuite>((item) => item.id);
  const indexes = new Map<string, SelectionIndex>();
  const indexKey = (tenant: string, service: string): string => JSON.stringify([tenant, service]);
  const later = async <T>(act: () => T, signal?: AbortSignal): Promise<T> => {
    await Promise.resolve();
    signal?.throwIfAborted();
    return act();
  };
  return {
    getService: (tenant, service, signal) => later(() => services.get(tenant, service), signal),
    putService: (item, expected, signal) =>
      later(() => {
        services.put(item, expected);
      }, signal),
    listServices: (tenant, page, signal) => later(() => services.page(tenant, page), signal),
    getEnvironment: (tenant, name, signal) => later(() => environments.get(tenant, name), signal),
    putEnvironment: (item, expected, signal) =>
      later(() => {
        environments.put(item, expected);
      }, signal),
    listEnvironments: (tenant, page, signal) => later(() => environments.page(tenant, page), signal),
    getSuite: (tenant, id, signal) => later(() => suites.get(tenant, id), signal),
    listSuites: (tenant, service, page, signal) =>
      later(() => suites.page(tenant, page, (suite) => service === undefined || suite.service === service), signal),
    getSelectionIndex: (tenant, service, signal) => later(() => copied(indexes.get(indexKey(tenant, service))), signal),
    putSuite: (item, indexed, expected, signal) =>
      later(() => {
        suites.put(item, expected);
        const key = indexKey(item.tenant, item.service);
        const there = indexes.get(key);
        const others = (there?.suites ?? []).filter((suite) => suite.id !== indexed.id);
        const all = [...others, copied(indexed)].sort((a, b) => (a.id < b.id ? -1 : 1));
        if (sameJson(there?.suites, all)) return;
        indexes.set(key, { service: item.service, revision: (there?.revision ?? 0) + 1, suites: all });
      }, signal),
  };
};

/** Durations kept per case, as the adapter keeps them. */
const DURATIONS_KEPT = 5;

export const inMemoryDurations = (): DurationHistory => {
  const history = new Map<string, { runs: Set<string>; cases: Map<string, number[]> }>();
  const key = (tenant: string, suiteId: string): string => JSON.stringify([tenant, suiteId]);
  return {
    load: async (tenant, suiteIds) => {
      await Promise.resolve();
      return new Map(
        suiteIds.flatMap((id) => {
          const found = history.get(key(tenant, id));
          return found === undefined ? [] : [[id, new Map(copied([...found.cases]))] as const];
        }),
      );
    },
    record: async (tenant, suiteId, runId, durationsMs) => {
      await Promise.resolve();
      const found = history.get(key(tenant, suiteId)) ?? {
        runs: new Set<string>(),
        cases: new Map<string, number[]>(),
      };
      if (found.runs.has(runId)) return;
      found.runs.add(runId);
      for (const [id, ms] of durationsMs)
        found.cases.set(id, [...(found.cases.get(id) ?? []), Math.round(ms)].slice(-DURATIONS_KEPT));
      history.set(key(tenant, suiteId), found);
    },
  };
};
