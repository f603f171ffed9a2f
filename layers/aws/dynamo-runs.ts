import { withBoundedReasons } from '#core/bounded-reasons';
import { environmentOf, selectionOf, serviceOf } from '#aws/catalog-items';
import { dynamoShards } from '#aws/dynamo-shards';
import { absent, all, equals, exists, isNew, oneOf, type Where } from '#aws/expression';
import { environmentKey, runKey, runPartition, selectionKey, serviceKey, setAsideRuns } from '#aws/keys';
import { packInto } from '#aws/packed';
import {
  BESIDE_RUN_DAYS,
  SEALED_RUN_DAYS,
  expiryAfter,
  frozenOf,
  gateFields,
  labelItems,
  listedRun,
  missingPieces,
  runItem,
  wholeRun,
} from '#aws/run-items';
import { runLists } from '#aws/run-lists';
import { shardOf } from '#aws/shard-items';
import type { Item } from '#aws/table-types';
import { openTable, type Table, type TableConfig } from '#aws/table';
import { problem, type Problem } from '#core/problems';
import type { FrozenAttempts, Run, SealRecord } from '#core/run';
import { RUN_STATES, type RunState, type StopReason } from '#core/words';
import type { RunStore } from '#ports/run-store';

/** A run has its item and one row per label; a transaction holds 100. */
const LABELS_MAX = 99;

const statesBefore = (state: RunState): readonly RunState[] => RUN_STATES.slice(0, RUN_STATES.indexOf(state));
const isBefore = (state: RunState): Where => all(exists, oneOf(['state'], statesBefore(state)));
const unknown = (runId: string): Problem => problem('run-not-found', `no run ${runId}`, { runId });

const whole = async (table: Table, item: Item, signal?: AbortSignal): Promise<Run> => {
  const pieces = missingPieces(item);
  return wholeRun(item, pieces.length === 0 ? [] : await table.batchGet(pieces, signal));
};

const claim =
  (table: Table): RunStore['claim'] =>
  async (run, signal) => {
    const labels = labelItems(run);
    if (labels.length > LABELS_MAX)
      throw problem('invariant-broken', `a run has at most ${LABELS_MAX} labels, got ${labels.length}`, {
        runId: run.runId,
      });
    const first = { item: runItem(run), where: isNew };
    if (labels.length === 0) {
      const alone = await table.put(first, signal);
      if (alone.written) return { run, created: true };
      if (alone.found !== undefined) return { run: listedRun(alone.found), created: false };
    } else {
      const together = await table.putTogether([first, ...labels], signal);
      if (together.written) return { run, created: true };
      const found = together.refusals[0]?.found;
      if (found !== undefined) return { run: listedRun(found), created: false };
    }
    throw problem('invariant-broken', `the claim of ${run.runId} was refused by no run`, { runId: run.runId });
  };

const loadForSubmission =
  (table: Table): RunStore['loadForSubmission'] =>
  async ({ tenant, service, runId, environment }, signal) => {
    const keys = {
      existing: runId === undefined ? undefined : runKey(tenant, runId),
      service: serviceKey(tenant, service),
      selection: selectionKey(tenant, service),
      environment: environment === undefined ? undefined : environmentKey(tenant, environment),
    };
    const items = await table.batchGet(
      Object.values(keys).filter((key) => key !== undefined),
      signal,
    );
    const at = <T>(key: { pk: string; sk: string } | undefined, read: (item: Item) => T): T | undefined => {
      const item = items.find((candidate) => candidate['pk'] === key?.pk && candidate['sk'] === key?.sk);
      return item === undefined ? undefined : read(item);
    };
    const existing = at(keys.existing, listedRun);
    const found = at(keys.service, serviceOf);
    const selection = at(keys.selection, selectionOf);
    const where = at(keys.environment, environmentOf);
    return {
      ...(existing === undefined ? {} : { existing }),
      ...(found === undefined ? {} : { service: found }),
      ...(selection === undefined ? {} : { selection }),
      ...(where === undefined ? {} : { environment: where }),
    };
  };

const reading = (table: Table): Pick<RunStore, 'get' | 'getStop' | 'getWithShards'> => ({
  get: async (tenant, runId, signal) => {
    const item = await table.get(runKey(tenant, runId), signal);
    return item === undefined ? undefined : whole(table, item, signal);
  },
  getStop: async (tenant, runId, signal) => {
    const item = await table.get(runKey(tenant, runId), signal, ['stopReason']);
    return item?.['stopReason'] as StopReason | undefined;
  },
  getWithShards: async (tenant, runId, signal) => {
    const items = await table.queryAll({ pk: runPartition(tenant, runId) }, signal);
    const item = items.find(({ sk }) => sk === 'RUN');
    if (item === undefined) return undefined;
    const shards = items.filter(({ sk }) => String(sk).startsWith('SHARD#')).map(shardOf);
    return { run: wholeRun(item, items), shards };
  },
});

const moving = (table: Table): Pick<RunStore, 'advance' | 'requestStop' | 'recordError'> => ({
  advance: async (tenant, runId, to, fields, signal) => {
    const { frozen: _frozen, gate: _gate, ...plain } = fields;
    const set = Object.entries({ ...plain, state: to }).map(([field, value]) => [[field], value] as const);
    if (statesBefore(to).length === 0) return false;
    const moved = await table.update(runKey(tenant, runId), { set, where: isBefore(to) }, signal);
    if (!moved.written && moved.found === undefined) throw unknown(runId);
    return moved.written;
  },
  requestStop: async (...[tenant, runId, reason, by, at, signal]) => {
    const set = [
      [['stopRequestedAtEpochMs'], at],
      [['stopReason'], reason],
      [['stopBy'], by],
    ] as const;
    const where = all(isBefore('judging'), absent('stopRequestedAtEpochMs'));
    const asked = await table.update(runKey(tenant, runId), { set, where }, signal);
    if (!asked.written && asked.found === undefined) throw unknown(runId);
    return asked.written;
  },
  recordError: async (tenant, runId, error, signal) => {
    const where = all(exists, absent('error'), absent('gate'));
    const kept = await table.update(runKey(tenant, runId), { set: [[['error'], error]], where }, signal);
    if (!kept.written && kept.found === undefined) throw unknown(runId);
  },
});

const lastRecorded = (set: FrozenAttempts): number | undefined => {
  const ends = set.attempts.flatMap((entry) =>
    entry.used && entry.endedAtEpochMs !== undefined ? [entry.endedAtEpochMs] : [],
  );
  return ends.length === 0 ? undefined : Math.max(...ends);
};

const freeze =
  (table: Table): RunStore['freeze'] =>
  async (tenant, runId, set, signal) => {
    const packed = await packInto(
      table,
      { tenant, runId },
      set,
      expiryAfter(set.frozenAtEpochMs, BESIDE_RUN_DAYS),
      signal,
    );
    const fields = [
      [['frozen'], packed],
      [['lastRecordedAtEpochMs'], lastRecorded(set)],
    ] as const;
    const written = await table.update(
      runKey(tenant, runId),
      { set: fields, where: all(exists, absent('frozen')) },
      signal,
    );
    if (written.written) return set;
    if (written.found === undefined) throw unknown(runId);
    const pieces = missingPieces(written.found);
    const first = frozenOf(written.found, pieces.length === 0 ? [] : await table.batchGet(pieces, signal));
    if (first === undefined)
      throw problem('invariant-broken', `the freeze of ${runId} was refused by no set`, { runId });
    return first;
  };

const recordGate =
  (table: Table): RunStore['recordGate'] =>
  async (tenant, runId, gate, at, signal) => {
    const bounded = withBoundedReasons(gate);
    const gateReasons = await packInto(
      table,
      { tenant, runId },
      bounded.reasons,
      expiryAfter(at, BESIDE_RUN_DAYS),
      signal,
    );
    const set = [
      [['gate'], gateFields(bounded)],
      [['gateReasons'], gateReasons],
      [['judgedAtEpochMs'], at],
      [['state'], 'judged'],
    ] as const;
    const written = await table.update(
      runKey(tenant, runId),
      { set, where: all(isBefore('sealed'), absent('gate')) },
      signal,
    );
    const item = written.written ? written.item : written.found;
    if (item === undefined) throw unknown(runId);
    return whole(table, item, signal);
  };

const sameManifest = (item: Item, seal: SealRecord): boolean =>
  (item['seal'] as SealRecord | undefined)?.manifest.sha256 === seal.manifest.sha256;

const sealing = (table: Table): Pick<RunStore, 'recordSeal' | 'recordSealError' | 'setAside'> => ({
  recordSeal: async (tenant, runId, seal, at, signal) => {
    const written = await table.update(
      runKey(tenant, runId),
      {
        set: [
          [['seal'], seal],
          [['sealedAtEpochMs'], at],
          [['state'], 'sealed'],
          [['expiresAtEpochSeconds'], expiryAfter(at, SEALED_RUN_DAYS)],
        ],
        // Leaving the index of open runs is part of being sealed: the reconciler never looks at the run again.
        remove: ['sealError', 'gsi3pk', 'gsi3sk'],
        where: all(equals(['state'], 'judged'), absent('seal')),
      },
      signal,
    );
    if (written.written) return;
    if (written.found === undefined) throw unknown(runId);
    if (sameManifest(written.found, seal)) return;
    const state = String(written.found['state']);
    if (written.found['seal'] === undefined)
      throw problem('invariant-broken', `${runId} must be judged before it is sealed, it is ${state}`, { runId });
    throw problem('evidence-conflict', `${runId} is sealed with another manifest than ${seal.manifest.sha256}`, {
      runId,
    });
  },
  setAside: async (tenant, runId, signal) => {
    const set = [[['gsi3pk'], setAsideRuns(tenant)]] as const;
    const written = await table.update(runKey(tenant, runId), { set, where: all(exists, absent('seal')) }, signal);
    if (!written.written && written.found === undefined) throw unknown(runId);
  },
  recordSealError: async (tenant, runId, error, signal) => {
    const written = await table.update(
      runKey(tenant, runId),
      { set: [[['sealError'], error]], where: all(exists, absent('seal')) },
      signal,
    );
    if (!written.written && written.found === undefined) throw unknown(runId);
  },
});

/** Runs and shards in the one table. Every change is one conditional write; docs/data-model.md lists the keys. */
export const dynamoRuns = (config: TableConfig): RunStore => {
  const table = openTable(config);
  return {
    loadForSubmission: loadForSubmission(table),
    claim: claim(table),
    ...reading(table),
    ...runLists(table),
    ...moving(table),
    ...dynamoShards(table),
    freeze: freeze(table),
    recordGate: recordGate(table),
    ...sealing(table),
  };
};
