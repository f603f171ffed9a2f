import type { DriftEntry, DriftLog } from '#ports/drift-log';
import { copied } from './copied.ts';

export interface InMemoryDriftLog extends DriftLog {
  readonly add: (tenant: string, entry: DriftEntry) => void;
}

/** Changes in memory, as the table keeps them. */
export const inMemoryDriftLog = (): InMemoryDriftLog => {
  const entries: { readonly tenant: string; readonly entry: DriftEntry }[] = [];
  return {
    add: (tenant, entry) => {
      entries.push({ tenant, entry: copied(entry) });
    },
    list: (tenant, { service, operation, fromEpochMs = 0, toEpochMs = Infinity }, { limit, cursor = '0' }) => {
      const all = entries
        .filter((one) => one.tenant === tenant && one.entry.service === service)
        .map(({ entry }) => entry)
        .filter(({ at }) => Date.parse(at) >= fromEpochMs && Date.parse(at) <= toEpochMs)
        .filter((entry) => operation === undefined || entry.operation === operation)
        .sort((a, b) => (a.at > b.at ? -1 : 1));
      const from = Number(cursor);
      const items = copied(all.slice(from, from + limit));
      return Promise.resolve(from + limit < all.length ? { items, next: String(from + limit) } : { items });
    },
  };
};
