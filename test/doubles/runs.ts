import { withBoundedReasons } from '#core/bounded-reasons';
import { problem } from '#core/problems';
import type { FrozenAttempts, Run, Shard } from '#core/run';
import { RUN_STATES, type RunState } from '#core/words';
import type { CatalogStore } from '#ports/catalog-store';
import type { Page, PageRequest } from '#ports/page';
import type { RunFilter, RunStore } from '#ports/run-store';
import { inMemoryShards } from './shards.ts';
import { inMemoryCatalog } from './catalog.ts';
import { copied } from './copied.ts';

type RunRecord = { run: Run; readonly shards: Map<number, Shard>; setAside?: boolean };

const positionOf = (run: Run): string => `${String(run.acceptedAtEpochMs).padStart(15, '0')}#${run.runId}`;

/** What lists and submissions see: no frozen set, no reasons. */
const listed = (run: Run): Run => {
  const { frozen: _frozen, ...rest } = run;
  return rest.gate === undefined ? rest : { ...rest, gate: { ...rest.gate, reasons: [] } };
};

const matches = (run: Run, filter: RunFilter): boolean =>
  (filter.service === undefined || run.service === filter.service) &&
  (filter.environment === undefined || run.environment === filter.environment) &&
  (filter.state === undefined || run.state === filter.state) &&
  (filter.label === undefined ||
    Object.entries(run.labels).some(([key, value]) => `${key}=${value}` === filter.label)) &&
  (filter.fromEpochMs === undefined || run.acceptedAtEpochMs >= filter.fromEpochMs) &&
  (filter.toEpochMs === undefined || run.acceptedAtEpochMs < filter.toEpochMs);

const pageOf = (runs: readonly Run[], request: PageRequest): Page<Run> => {
  const before = request.cursor === undefined ? '~' : Buffer.from(request.cursor, 'base64url').toString();
  if (request.cursor !== undefined && !/^\d{15}#[a-z0-9-]+$/.test(before)) {
    throw problem('cursor-invalid', 'cursor must come from the previous page of this list');
  }
  const rest = [...runs]
    .filter((run) => positionOf(run) < before)
    .sort((a, b) => (positionOf(a) > positionOf(b) ? -1 : 1));
  const items = rest.slice(0, request.limit).map(listed);
  const last = items.at(-1);
  return rest.length > items.length && last !== undefined
    ? { items, next: Buffer.from(positionOf(last)).toString('base64url') }
    : { items };
};

const lastRecorded = (set: FrozenAttempts): number | undefined => {
  const ends = set.attempts.flatMap((entry) =>
    entry.used && entry.endedAtEpochMs !== undefined ? [entry.endedAtEpochMs] : [],
  );
  return ends.length === 0 ? undefined : Math.max(...ends);
};

const isBefore = (state: RunState, other: RunState): boolean => RUN_STATES.indexOf(state) < RUN_STATES.indexOf(other);

type Records = ReadonlyMap<string, RunRecord>;
const keyOf = (tenant: string, runId: string): string => JSON.stringify([tenant, runId]);

const finishing = (
  change: <T>(tenant: string, runId: string, act: (record: RunRecord) => T) => Promise<T>,
): Pick<RunStore, 'freeze' | 'recordGate' | 'recordSeal' | 'recordSealError' | 'setAside'> => ({
  setAside: (tenant, runId) =>
    change(tenant, runId, (record) => {
      record.setAside = true;
    }),
  freeze: (tenant, runId, set) =>
    change(tenant, runId, (record) => {
      if (record.run.frozen !== undefined) return record.run.frozen;
      const last = lastRecorded(set);
      record.run = {
        ...record.run,
        frozen: copied(set),
        ...(last === undefined ? {} : { lastRecordedAtEpochMs: last }),
      };
      return set;
    }),
  recordGate: (tenant, runId, gate, at) =>
    change(tenant, runId, (record) => {
      if (record.run.gate !== undefined) return record.run;
      record.run = { ...record.run, gate: withBoundedReasons(copied(gate)), judgedAtEpochMs: at, state: 'judged' };
      return record.run;
    }),
  recordSeal: (tenant, runId, seal, at) =>
    change(tenant, runId, (record) => {
      const { run } = record;
      if (run.seal !== undefined) {
        if (run.seal.manifest.sha256 === seal.manifest.sha256) return;
        throw problem(
          'evidence-conflict',
          `expected the manifest ${run.seal.manifest.sha256}, got ${seal.manifest.sha256}`,
          { runId },
        );
      }
      if (run.gate === undefined)
        throw problem('invariant-broken', `${runId} must be judged before it is sealed, it is ${run.state}`, { runId });
      const { sealError: _sealError, ...rest } = run;
      record.run = { ...rest, seal: copied(seal), sealedAtEpochMs: at, state: 'sealed' };
    }),
  recordSealError: (tenant, runId, error) =>
    change(tenant, runId, (record) => {
      if (record.run.seal === undefined) record.run = { ...record.run, sealError: error };
    }),
});

const moving = (
  change: <T>(tenant: string, runId: string, act: (record: RunRecord) => T) => Promise<T>,
): Pick<RunStore, 'advance' | 'requestStop' | 'recordError'> => ({
  advance: (tenant, runId, to, fields) =>
    change(tenant, runId, (record) => {
      if (!isBefore(record.run.state, to)) return false;
      record.run = { ...record.run, ...copied(fields), state: to };
      return true;
    }),
  requestStop: (tenant, runId, reason, by, at) =>
    change(tenant, runId, (record) => {
      if (record.run.stopRequestedAtEpochMs !== undefined || !isBefore(record.run.state, 'judging')) return false;
      record.run = { ...record.run, stopRequestedAtEpochMs: at, stopReason: reason, stopBy: by };
      return true;
    }),
  recordError: (tenant, runId, error) =>
    change(tenant, runId, (record) => {
      if (record.run.error === undefined && record.run.gate === undefined) record.run = { ...record.run, error };
    }),
});

const reading = (
  records: Records,
  catalog: CatalogStore,
): Pick<
  RunStore,
  'loadForSubmission' | 'get' | 'getStop' | 'getWithShards' | 'list' | 'listOpen' | 'listSetAside'
> => ({
  loadForSubmission: async ({ tenant, service, runId, environment }, signal) => {
    const existing = runId === undefined ? undefined : records.get(keyOf(tenant, runId))?.run;
    const [found, selection, where] = await Promise.all([
      catalog.getService(tenant, service, signal),
      catalog.getSelectionIndex(tenant, service, signal),
      environment === undefined ? undefined : catalog.getEnvironment(tenant, environment, signal),
    ]);
    return {
      ...(existing === undefined ? {} : { existing: copied(listed(existing)) }),
      ...(found === undefined ? {} : { service: found }),
      ...(selection === undefined ? {} : { selection }),
      ...(where === undefined ? {} : { environment: where }),
    };
  },
  get: async (tenant, runId, signal) => {
    await Promise.resolve();
    signal?.throwIfAborted();
    return copied(records.get(keyOf(tenant, runId))?.run);
  },
  getStop: async (tenant, runId, signal) => {
    await Promise.resolve();
    signal?.throwIfAborted();
    return records.get(keyOf(tenant, runId))?.run.stopReason;
  },
  getWithShards: async (tenant, runId, signal) => {
    await Promise.resolve();
    signal?.throwIfAborted();
    const record = records.get(keyOf(tenant, runId));
    if (record === undefined) return undefined;
    return copied({ run: record.run, shards: [...record.shards.values()].sort((a, b) => a.shard - b.shard) });
  },
  list: async (tenant, filter, page, signal) => {
    await Promise.resolve();
    signal?.throwIfAborted();
    const runs = [...records.values()]
      .map((record) => record.run)
      .filter((run) => run.tenant === tenant && matches(run, filter));
    return copied(pageOf(runs, page));
  },
  listOpen: async (olderThan, limit) => {
    await Promise.resolve();
    return sharedOut(
      [...records.values()].filter(({ run, setAside }) => setAside !== true && run.acceptedAtEpochMs < olderThan),
      limit,
    );
  },
  listSetAside: async (limit) => {
    await Promise.resolve();
    return sharedOut(
      [...records.values()].filter(({ setAside }) => setAside === true),
      limit,
    );
  },
});

/** Unsealed runs, oldest first; above the limit one run of each tenant in turn. */
const sharedOut = (records: readonly RunRecord[], limit: number): readonly Run[] => {
  const oldestFirst = (a: Run, b: Run): number => (positionOf(a) < positionOf(b) ? -1 : 1);
  const unsealed = records.map(({ run }) => run).filter(({ state }) => state !== 'sealed');
  const turns = [...Map.groupBy(unsealed, ({ tenant }) => tenant).values()].flatMap((runs) =>
    runs.sort(oldestFirst).map((run, turn) => ({ run, turn })),
  );
  const chosen = turns.sort((a, b) => a.turn - b.turn || oldestFirst(a.run, b.run)).slice(0, limit);
  return copied(chosen.map(({ run }) => listed(run)).sort(oldestFirst));
};

/** A RunStore in memory with the semantics that test/ports/run-store-contract.ts holds it and the DynamoDB adapter to. */
export const inMemoryRuns = ({ catalog = inMemoryCatalog() }: { readonly catalog?: CatalogStore } = {}): RunStore => {
  const records = new Map<string, RunRecord>();
  const find = (tenant: string, runId: string): RunRecord | undefined => records.get(keyOf(tenant, runId));
  const change = async <T>(tenant: string, runId: string, act: (record: RunRecord) => T): Promise<T> => {
    await Promise.resolve();
    const record = find(tenant, runId);
    if (record === undefined) throw problem('run-not-found', `no run ${runId}`, { runId });
    return copied(act(record));
  };
  return {
    claim: async (run, signal) => {
      await Promise.resolve();
      signal?.throwIfAborted();
      const there = find(run.tenant, run.runId);
      if (there !== undefined) return { run: copied(listed(there.run)), created: false };
      records.set(keyOf(run.tenant, run.runId), { run: copied(run), shards: new Map() });
      return { run: copied(run), created: true };
    },
    ...reading(records, catalog),
    ...moving(change),
    ...finishing(change),
    ...inMemoryShards(find),
  };
};
