import { setTimeout as pause } from 'node:timers/promises';

import { atRevision } from '#aws/expression';
import { durationsKey } from '#aws/keys';
import { compressed, decompressed } from '#aws/packed';
import { upcast } from '#aws/schema-version';
import { openTable, type Table, type TableConfig } from '#aws/table';
import type { Item } from '#aws/table-types';
import { problem } from '#core/problems';
import type { DurationHistory } from '#ports/catalog-store';

/** Newest last; five are enough for a median that one slow run does not move. */
const DURATIONS_KEPT = 5;
/** Runs whose durations are in, newest last: a repeated learn-run changes nothing. */
const RUNS_KEPT = 50;
const HISTORY_BYTES_MAX = 350 * 1024;
const TRIES_MAX = 10;
const PAUSE_MS = 40;

/** Cases in the order of their last change, oldest first. */
export interface SuiteDurations {
  readonly runs: readonly string[];
  readonly cases: readonly (readonly [id: string, durationsMs: readonly number[]])[];
}

export const EMPTY_DURATIONS: SuiteDurations = { runs: [], cases: [] };

export const withDurations = (
  history: SuiteDurations,
  runId: string,
  durationsMs: ReadonlyMap<string, number>,
): SuiteDurations => {
  const known = new Map(history.cases);
  const changed = [...durationsMs].map(
    ([id, ms]) => [id, [...(known.get(id) ?? []), Math.round(ms)].slice(-DURATIONS_KEPT)] as const,
  );
  const unchanged = history.cases.filter(([id]) => !durationsMs.has(id));
  return { runs: [...history.runs, runId].slice(-RUNS_KEPT), cases: [...unchanged, ...changed] };
};

/**
 * The history compressed to at most `bytesMax`: first only the newest durations of each case are kept, then the cases that were changed
 * longest ago are dropped. A case without history gets the default duration, which only makes its shard less even.
 */
export const prunedDurations = (history: SuiteDurations, bytesMax = HISTORY_BYTES_MAX): Uint8Array => {
  for (const kept of [DURATIONS_KEPT, 3, 1]) {
    const bytes = compressed({ ...history, cases: history.cases.map(([id, all]) => [id, all.slice(-kept)]) });
    if (bytes.byteLength <= bytesMax) return bytes;
  }
  let cases = history.cases.map(([id, all]) => [id, all.slice(-1)] as const);
  for (;;) {
    cases = cases.slice(Math.ceil(cases.length / 4));
    const bytes = compressed({ ...history, cases });
    if (bytes.byteLength <= bytesMax || cases.length === 0) return bytes;
  }
};

const historyOf = (item: Item): SuiteDurations => decompressed(upcast(item)['history'] as Uint8Array) as SuiteDurations;

const record =
  (table: Table): DurationHistory['record'] =>
  async (tenant, suiteId, runId, durationsMs, signal) => {
    const key = durationsKey(tenant, suiteId);
    for (let attempt = 1; attempt <= TRIES_MAX; attempt += 1) {
      const item = await table.get(key, signal);
      const there = item === undefined ? EMPTY_DURATIONS : historyOf(item);
      if (there.runs.includes(runId)) return;
      const revision = Number(item?.['revision'] ?? 0);
      const history = prunedDurations(withDurations(there, runId, durationsMs));
      const next = { ...key, schemaVersion: 1, tenant, suiteId, revision: revision + 1, history };
      if ((await table.put({ item: next, where: atRevision(revision) }, signal)).written) return;
      await pause(Math.random() * PAUSE_MS * attempt, undefined, signal === undefined ? {} : { signal });
    }
    throw problem('dependency-unavailable', `the durations of ${suiteId} are being changed by too many at once`, {
      retryAfterSeconds: 1,
    });
  };

/** One compressed item per suite, changed under an optimistic lock. */
export const dynamoDurations = (config: TableConfig): DurationHistory => {
  const table = openTable(config);
  return {
    load: async (tenant, suiteIds, signal) => {
      const items = await table.batchGet(
        [...new Set(suiteIds)].map((id) => durationsKey(tenant, id)),
        signal,
      );
      return new Map(items.map((item) => [String(item['suiteId']), new Map(historyOf(item).cases)]));
    },
    record: record(table),
  };
};
