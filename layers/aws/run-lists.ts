import {
  FIRST_POSITION,
  LAST_POSITION,
  TENANTS_PARTITION,
  environmentRuns,
  isRunPosition,
  labelPartition,
  openRuns,
  runKey,
  runPosition,
  serviceRuns,
  tenantRuns,
  timePart,
} from '#aws/keys';
import { inParallel } from '#aws/aws-failure';
import { listedRun } from '#aws/run-items';
import type { Item, QueryRange } from '#aws/table-types';
import type { Table } from '#aws/table';
import { problem } from '#core/problems';
import type { Run } from '#core/run';
import type { Page, PageRequest } from '#ports/page';
import type { RunFilter, RunStore } from '#ports/run-store';

/** Rows read at a time when some of them will not match. */
const SPARSE_LIMIT = 500;
/** A page ends after this many reads even when it is not full; its cursor goes on from there. */
const READS_MAX = 20;
const TENANTS_AT_ONCE = 10;

/** Where a list is read: the narrowest place that the filter allows. */
const placeOf = (tenant: string, filter: RunFilter): Pick<QueryRange, 'pk' | 'index'> => {
  if (filter.label !== undefined) return { pk: labelPartition(tenant, filter.label) };
  // Open runs are few, whatever else is asked; nearly all runs are sealed, so that state needs no index.
  if (filter.state !== undefined && filter.state !== 'sealed') return { pk: openRuns(tenant), index: 'gsi3' };
  if (filter.service !== undefined) return { pk: serviceRuns(tenant, filter.service), index: 'gsi1' };
  if (filter.environment !== undefined) return { pk: environmentRuns(tenant, filter.environment), index: 'gsi2' };
  return { pk: tenantRuns(tenant), index: 'gsi4' };
};

const matches = (run: Run, { service, environment, state }: RunFilter): boolean =>
  (service === undefined || run.service === service) &&
  (environment === undefined || run.environment === environment) &&
  (state === undefined || run.state === state);

const fromCursor = (cursor: string): string => {
  const position = Buffer.from(cursor, 'base64url').toString();
  if (!isRunPosition(position)) throw problem('cursor-invalid', 'cursor must come from the previous page of this list');
  return position;
};
const toCursor = (position: string): string => Buffer.from(position).toString('base64url');

const rowPosition = (row: Item, index: QueryRange['index']): string =>
  String(row[index === undefined ? 'sk' : `${index}sk`]);

/** Label rows only name their runs; the rows of an index are the runs themselves. */
const runsOf = async (
  table: Table,
  tenant: string,
  rows: readonly Item[],
  index: QueryRange['index'],
  signal?: AbortSignal,
): Promise<Run[]> => {
  if (index !== undefined) return rows.map(listedRun);
  const items = await table.batchGet(
    rows.map((row) => runKey(tenant, String(row['runId']))),
    signal,
  );
  return items.map(listedRun);
};

const newestFirst = (a: Run, b: Run): number => (runPosition(a) > runPosition(b) ? -1 : 1);
const oldestFirst = (a: Run, b: Run): number => (runPosition(a) < runPosition(b) ? -1 : 1);

const listRuns =
  (table: Table) =>
  async (tenant: string, filter: RunFilter, page: PageRequest, signal?: AbortSignal): Promise<Page<Run>> => {
    const place = placeOf(tenant, filter);
    const after = page.cursor === undefined ? undefined : fromCursor(page.cursor);
    const low = filter.fromEpochMs === undefined ? FIRST_POSITION : timePart(filter.fromEpochMs);
    const until = filter.toEpochMs === undefined ? LAST_POSITION : timePart(filter.toEpochMs);
    const high = after === undefined || after > until ? until : after;
    if (low > high) return { items: [] };
    const sparse =
      place.index === 'gsi3' ||
      filter.state !== undefined ||
      (filter.environment !== undefined && place.index !== 'gsi2');
    const limit = sparse ? SPARSE_LIMIT : page.limit + 2;
    const found: Run[] = [];
    let start: Item | undefined;
    let last: string | undefined;
    for (let read = 0; read < READS_MAX && found.length <= page.limit; read += 1) {
      const range = {
        ...place,
        between: [low, high] as const,
        newestFirst: true,
        limit,
        ...(start === undefined ? {} : { start }),
      };
      const rows = await table.query(range, signal);
      const fresh = rows.items.filter((row) => rowPosition(row, place.index) !== after);
      const runs = await runsOf(table, tenant, fresh, place.index, signal);
      found.push(...runs.filter((run) => matches(run, filter)).sort(newestFirst));
      last = rows.items.length === 0 ? last : rowPosition(rows.items.at(-1) ?? {}, place.index);
      start = rows.next;
      if (start === undefined) break;
    }
    const items = found.slice(0, page.limit);
    const lastShown = items.at(-1);
    if (found.length > items.length && lastShown !== undefined)
      return { items, next: toCursor(runPosition(lastShown)) };
    return start === undefined || last === undefined ? { items } : { items, next: toCursor(last) };
  };

const listOpenRuns =
  (table: Table) =>
  async (olderThan: number, limit: number, signal?: AbortSignal): Promise<readonly Run[]> => {
    const tenants = await table.queryAll({ pk: TENANTS_PARTITION }, signal);
    const runs = await inParallel(tenants, TENANTS_AT_ONCE, async (item) => {
      const range = {
        pk: openRuns(String(item['tenant'])),
        index: 'gsi3',
        between: [FIRST_POSITION, timePart(olderThan)],
        limit,
      } as const;
      const page = await table.query(range, signal);
      return page.items.map(listedRun);
    });
    return runs.flat().sort(oldestFirst).slice(0, limit);
  };

/** Lists of runs: each is one query on the narrowest index. */
export const runLists = (table: Table): Pick<RunStore, 'list' | 'listOpen'> => ({
  list: listRuns(table),
  listOpen: listOpenRuns(table),
});
