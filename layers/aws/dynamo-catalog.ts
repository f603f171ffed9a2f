import { setTimeout as pause } from 'node:timers/promises';

import { environmentOf, selectionItem, selectionOf, serviceOf, suiteOf, withSuite } from '#aws/catalog-items';
import { atRevision } from '#aws/expression';
import {
  catalogPartition,
  environmentKey,
  selectionKey,
  serviceKey,
  suiteKey,
  tenantKey,
  type TableKey,
} from '#aws/keys';
import { openTable, type Table, type TableConfig } from '#aws/table';
import type { Item } from '#aws/table-types';
import { canonicalJson } from '#core/canonical-json';
import { problem, type Problem } from '#core/problems';
import type { CatalogStore } from '#ports/catalog-store';
import type { Page, PageRequest } from '#ports/page';

/** Writers of different suites of one service share its index; each try reads it anew. */
const INDEX_TRIES_MAX = 10;
const INDEX_PAUSE_MS = 40;

const isSame = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);

const conflict = (key: TableKey, expected: number, found: Item | undefined): Problem =>
  problem('revision-conflict', `${key.sk}: expected revision ${expected}, found ${Number(found?.['revision'] ?? 0)}`);

const putVersioned = async <T extends object>(
  table: Table,
  key: TableKey,
  { item, expected, read }: { readonly item: T; readonly expected: number; readonly read: (item: Item) => T },
  signal?: AbortSignal,
): Promise<void> => {
  const written = await table.put({ item: { ...(item as Item), ...key }, where: atRevision(expected) }, signal);
  if (written.written) return;
  const same = written.found !== undefined && isSame(read(written.found), item);
  if (!same) throw conflict(key, expected, written.found);
};

const fromCursor = (cursor: string): string => {
  const name = Buffer.from(cursor, 'base64url').toString();
  if (!/^[a-z0-9][a-z0-9.-]*$/.test(name))
    throw problem('cursor-invalid', 'cursor must come from the previous page of this list');
  return name;
};

const pageOf = async <T>(
  table: Table,
  {
    tenant,
    kind,
    prefix,
    page,
  }: { readonly tenant: string; readonly kind: string; readonly prefix: string; readonly page: PageRequest },
  read: (item: Item) => T,
  signal?: AbortSignal,
): Promise<Page<T>> => {
  // A blank sorts before every character of a name: the bound lies between the cursor's name and all that follow it.
  const low = page.cursor === undefined ? `${kind}#${prefix}` : `${kind}#${fromCursor(page.cursor)} `;
  const items: Item[] = [];
  let start: Item | undefined;
  do {
    const range = {
      pk: catalogPartition(tenant),
      between: [low, `${kind}#${prefix}~`] as const,
      limit: page.limit + 1 - items.length,
    };
    const found = await table.query(start === undefined ? range : { ...range, start }, signal);
    items.push(...found.items);
    start = found.next;
  } while (start !== undefined && items.length <= page.limit);
  const shown = items.slice(0, page.limit);
  const last = shown.at(-1);
  const next =
    items.length > shown.length && last !== undefined ? String(last['sk']).slice(kind.length + 1) : undefined;
  return next === undefined
    ? { items: shown.map(read) }
    : { items: shown.map(read), next: Buffer.from(next).toString('base64url') };
};

const putSuite =
  (table: Table): CatalogStore['putSuite'] =>
  async (item, indexed, expectedRevision, signal) => {
    const key = suiteKey(item.tenant, item.id);
    const header = { item: { ...item, ...key }, where: atRevision(expectedRevision) };
    for (let attempt = 1; attempt <= INDEX_TRIES_MAX; attempt += 1) {
      const there = await table.get(selectionKey(item.tenant, item.service), signal);
      const index = there === undefined ? undefined : selectionOf(there);
      const row = {
        item: selectionItem(item.tenant, withSuite(item.service, index, indexed)),
        where: atRevision(index?.revision ?? 0),
      };
      const written = await table.putTogether([header, row], signal);
      if (written.written) return;
      const refusal = written.refusals[0];
      // The header and the row are written together: a header that is ours already means that a reply was lost.
      if (refusal?.found !== undefined && isSame(suiteOf(refusal.found), item)) return;
      if (refusal !== undefined) throw conflict(key, expectedRevision, refusal.found);
      await pause(Math.random() * INDEX_PAUSE_MS * attempt, undefined, signal === undefined ? {} : { signal });
    }
    throw problem(
      'dependency-unavailable',
      `the selection index of ${item.service} is being changed by too many at once`,
      { retryAfterSeconds: 1 },
    );
  };

/** Services, suites and environments in the one table. */
export const dynamoCatalog = (config: TableConfig): CatalogStore => {
  const table = openTable(config);
  const one = async <T>(key: TableKey, read: (item: Item) => T, signal?: AbortSignal): Promise<T | undefined> => {
    const item = await table.get(key, signal);
    return item === undefined ? undefined : read(item);
  };
  return {
    getService: (tenant, service, signal) => one(serviceKey(tenant, service), serviceOf, signal),
    putService: async (item, expected, signal) => {
      // Before the first service: no run can exist without one, so the reconciler finds every tenant that has runs.
      if (expected === 0)
        await table.put({ item: { ...tenantKey(item.tenant), schemaVersion: 1, tenant: item.tenant } }, signal);
      await putVersioned(
        table,
        serviceKey(item.tenant, item.definition.service),
        { item, expected, read: serviceOf },
        signal,
      );
    },
    listServices: (tenant, page, signal) =>
      pageOf(table, { tenant, kind: 'SERVICE', prefix: '', page }, serviceOf, signal),
    getEnvironment: (tenant, name, signal) => one(environmentKey(tenant, name), environmentOf, signal),
    putEnvironment: (item, expected, signal) =>
      putVersioned(
        table,
        environmentKey(item.tenant, item.definition.name),
        { item, expected, read: environmentOf },
        signal,
      ),
    listEnvironments: (tenant, page, signal) =>
      pageOf(table, { tenant, kind: 'ENVIRONMENT', prefix: '', page }, environmentOf, signal),
    getSuite: (tenant, id, signal) => one(suiteKey(tenant, id), suiteOf, signal),
    putSuite: putSuite(table),
    listSuites: (tenant, service, page, signal) =>
      pageOf(
        table,
        { tenant, kind: 'SUITE', prefix: service === undefined ? '' : `${service}.`, page },
        suiteOf,
        signal,
      ),
    getSelectionIndex: (tenant, service, signal) => one(selectionKey(tenant, service), selectionOf, signal),
  };
};
