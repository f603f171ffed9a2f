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
  setAsideRuns,
  tenantRuns,
  timePart,
} from '#aws/keys';
import { listedRun } from '#aws/run-items';
import type { Item, QueryRange } from '#aws/table-types';
import type { Table } from '#aws/table';
import { fairShare } from '#core/fair-share';
import { inParallel } from '#core/in-parallel';
import { problem } from '#core/problems';
import type { Run } from '#core/run';
import type { Page, PageRequest } from '#ports/page';
import type { RunFilter, RunStore } from '#ports/run-store';

/** Rows read at a time when some of them will not match. */
const SPARSE_LIMIT = 500;
/** A page ends after this many reads even when it is not full; its cursor goes on from there. */
const READS_MAX = 20;
const TENANTS_AT_ONCE = 10;

type Place = Pick<QueryRange, 'pk' | 'index'>;

/** Where a list is read: the narrowest place that the filter allows. Runs that are not sealed lie in two. */
const placesOf = (tenant: string, filter: RunFilter): readonly Place[] => {
  if (filter.label !== undefined) return [{ pk: labelPartition(tenant, filter.label) }];
  // Open runs are few, whatever else is asked; nearly all runs are sealed, so that state needs no index.
  if (filter.state !== undefined && filter.state !== 'sealed')
    return [openRuns(tenant), setAsideRuns(tenant)].map((pk) => ({ pk, index: 'gsi3' }));
  if (filter.service !== undefined) return [{ pk: serviceRuns(tenant, filter.service), index: 'gsi1' }];
  if (filter.environment !== undefined) return [{ pk: environmentRuns(tenant, filter.environment), index: 'gsi2' }];
  return [{ pk: tenantRuns(tenant), index: 'gsi4' }];
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

const listPlace =
  (table: Table, place: Place) =>
  async (tenant: string, filter: RunFilter, page: PageRequest, signal?: AbortSignal): Promise<Page<Run>> => {
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

/**
 * One page of several places, newest first. A place that was not read to its end hides everything older than where it stopped, so the
 * page ends there at the latest.
 */
const mergedPage = (pages: readonly Page<Run>[], limit: number): Page<Run> => {
  const ends = pages.flatMap(({ next }) => (next === undefined ? [] : [fromCursor(next)]));
  const end = ends.reduce((latest, position) => (position > latest ? position : latest), FIRST_POSITION);
  const runs = pages.flatMap(({ items }) => items).sort(newestFirst);
  const items = runs.filter((run) => runPosition(run) >= end).slice(0, limit);
  const last = items.at(-1);
  if (items.length === limit && last !== undefined && (runs.length > limit || ends.length > 0))
    return { items, next: toCursor(runPosition(last)) };
  return ends.length === 0 ? { items } : { items, next: toCursor(end) };
};

const listRuns =
  (table: Table): RunStore['list'] =>
  async (tenant, filter, page, signal) => {
    const places = placesOf(tenant, filter);
    const pages = await Promise.all(places.map((place) => listPlace(table, place)(tenant, filter, page, signal)));
    return pages.length === 1 && pages[0] !== undefined ? pages[0] : mergedPage(pages, page.limit);
  };

interface TenantRows {
  readonly pk: string;
  readonly runs: Run[];
  /** Where to read on; undefined at first and at the end. */
  start?: Item;
  exhausted: boolean;
}

/** Reads a tenant's rows until it has `wanted` of them or there are no more. */
const readOn = async (
  table: Table,
  rows: TenantRows,
  wanted: number,
  until: string,
  signal?: AbortSignal,
): Promise<void> => {
  while (!rows.exhausted && rows.runs.length < wanted) {
    const { pk, runs, start } = rows;
    const range = { pk, index: 'gsi3', between: [FIRST_POSITION, until], limit: wanted - runs.length } as const;
    const page = await table.query(start === undefined ? range : { ...range, start }, signal);
    runs.push(...page.items.map(listedRun));
    if (page.next === undefined) rows.exhausted = true;
    else rows.start = page.next;
  }
};

/** The oldest unsealed runs of all tenants in one of their partitions: equal shares first, then what others left over. */
const oldestRuns = async (
  table: Table,
  partition: (tenant: string) => string,
  until: string,
  limit: number,
  signal?: AbortSignal,
): Promise<readonly Run[]> => {
  const tenants = await table.queryAll({ pk: TENANTS_PARTITION }, signal);
  const all = tenants.map((item): TenantRows => ({
    pk: partition(String(item['tenant'])),
    runs: [],
    exhausted: false,
  }));
  let wanted = 0;
  for (;;) {
    const open = all.filter(({ exhausted }) => !exhausted);
    const missing = limit - all.reduce((sum, { runs }) => sum + runs.length, 0);
    if (open.length === 0 || missing <= 0) break;
    wanted += Math.ceil(missing / open.length);
    await inParallel(open, TENANTS_AT_ONCE, (rows) => readOn(table, rows, wanted, until, signal));
  }
  return fairShare(
    all.map(({ runs }) => runs),
    limit,
    oldestFirst,
  );
};

/** Lists of runs: each is one query on the narrowest index. */
export const runLists = (table: Table): Pick<RunStore, 'list' | 'listOpen' | 'listSetAside'> => ({
  list: listRuns(table),
  listOpen: (olderThan, limit, signal) => oldestRuns(table, openRuns, timePart(olderThan), limit, signal),
  listSetAside: (limit, signal) => oldestRuns(table, setAsideRuns, LAST_POSITION, limit, signal),
});
