import type { Principal } from '#core/access';
import { problem } from '#core/problems';
import { reaches } from '#core/project-scope';
import { runSummary } from '#core/run-view';
import type { RunSummary } from '#core/run-view';
import type { PageRequest } from '#ports/page';
import type { RunFilter, RunStore } from '#ports/run-store';

export interface ListRuns {
  readonly principal: Principal;
  readonly filter: RunFilter;
  readonly page: PageRequest;
}

export interface RunList {
  readonly items: readonly RunSummary[];
  readonly next: string | null;
}

/** Pages read at most to fill one answer for somebody who may only see some of the runs. */
const PAGES_READ_MAX = 5;

/**
 * Runs, newest first; only those of the principal's projects. An answer may hold fewer than `limit` runs and still have a `next`.
 *
 * @throws cursor-invalid; validation-failed when `from` is not before `to`
 */
export const listRuns =
  ({ runs }: { readonly runs: RunStore }) =>
  async ({ principal, filter, page }: ListRuns, signal: AbortSignal): Promise<RunList> => {
    const { fromEpochMs, toEpochMs, service } = filter;
    if (fromEpochMs !== undefined && toEpochMs !== undefined && fromEpochMs >= toEpochMs) {
      const reason = `expected a time before "to", got ${new Date(fromEpochMs).toISOString()}`;
      throw problem('validation-failed', `from: ${reason}`, { errors: [{ pointer: '/from', reason, in: 'query' }] });
    }
    if (service !== undefined && !reaches(principal, service)) return { items: [], next: null };
    const only =
      principal.projects.length === 1 && service === undefined && !principal.projects.includes('*')
        ? principal.projects[0]
        : service;
    const narrowed: RunFilter = only === undefined ? filter : { ...filter, service: only };

    const items: RunSummary[] = [];
    let cursor = page.cursor;
    for (let read = 0; read < PAGES_READ_MAX; read += 1) {
      const found = await runs.list(
        principal.tenant,
        narrowed,
        { limit: page.limit - items.length, ...(cursor === undefined ? {} : { cursor }) },
        signal,
      );
      items.push(...found.items.filter((run) => reaches(principal, run.service)).map(runSummary));
      cursor = found.next;
      if (cursor === undefined || items.length >= page.limit) break;
    }
    return { items, next: cursor ?? null };
  };
