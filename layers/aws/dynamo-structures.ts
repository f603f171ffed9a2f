import { atRevision, isNew } from '#aws/expression';
import { FIRST_POSITION, LAST_POSITION, driftKey, driftPartition, structureKey, timePart } from '#aws/keys';
import { compressed, decompressed } from '#aws/packed';
import { upcast } from '#aws/schema-version';
import { openTable, type TableConfig } from '#aws/table';
import type { Item } from '#aws/table-types';
import type { DriftRecord, StructureVersion } from '#core/drift';
import { problem } from '#core/problems';
import type { DriftEntry, DriftLog } from '#ports/drift-log';
import type { StructureStore } from '#ports/structure-store';

/** An item has 400 KB with its keys. */
const STRUCTURE_BYTES_MAX = 350 * 1024;

const packedStructure = (next: StructureVersion): Uint8Array => {
  const bytes = compressed(next);
  if (bytes.byteLength <= STRUCTURE_BYTES_MAX) return bytes;
  throw problem(
    'limit-exceeded',
    `${next.operation}: expected a structure of at most ${String(STRUCTURE_BYTES_MAX)} bytes, got ${String(bytes.byteLength)}`,
  );
};

/** Records of one change that are kept one by one; a structure that changed in more places is another one. */
const RECORDS_MAX = 1000;
const RECORDS_BYTES_MAX = 350 * 1024;

/** The first ones, as many as an item holds: a change that is too large to be told whole must not keep the structure from being stored. */
const packedRecords = (changes: readonly DriftRecord[]): Uint8Array => {
  let kept = changes.slice(0, RECORDS_MAX);
  let bytes = compressed(kept);
  while (bytes.byteLength > RECORDS_BYTES_MAX) {
    kept = kept.slice(0, Math.floor(kept.length / 2));
    bytes = compressed(kept);
  }
  return bytes;
};

const driftItem = (tenant: string, next: StructureVersion, changes: readonly DriftRecord[]) => ({
  ...driftKey(tenant, next.service, Date.parse(next.since), next.operation),
  schemaVersion: 1,
  tenant,
  service: next.service,
  operation: next.operation,
  version: next.version,
  digest: next.digest,
  at: next.since,
  runId: changes[0]?.runId ?? '',
  records: packedRecords(changes),
});

/** The structure of an operation in one item under an optimistic lock, changes in the same transaction. */
export const dynamoStructures = (config: TableConfig, tenant: string): StructureStore => {
  const table = openTable(config);
  return {
    latest: async ({ service, operation }, signal) => {
      const item = await table.get(structureKey(tenant, service, operation), signal);
      return item === undefined
        ? undefined
        : (decompressed(upcast(item)['structure'] as Uint8Array) as StructureVersion);
    },
    put: async (next, changes, signal) => {
      const { service, operation, revision } = next;
      const item = {
        ...structureKey(tenant, service, operation),
        schemaVersion: 1,
        tenant,
        revision,
        structure: packedStructure(next),
      };
      const own = { item, where: atRevision(revision - 1) };
      if (changes.length === 0) return (await table.put(own, signal)).written;
      const drift = { item: driftItem(tenant, next, changes), where: isNew };
      return (await table.putTogether([own, drift], signal)).written;
    },
  };
};

const entryOf = (item: Item): DriftEntry => {
  const { service, operation, version, digest, at, runId, records } = upcast(item);
  return {
    service: String(service),
    operation: String(operation),
    version: Number(version),
    digest: String(digest),
    at: String(at),
    runId: String(runId),
    records: decompressed(records as Uint8Array) as readonly DriftRecord[],
  };
};

const POSITION = /^\d{15}#[\w.%~!*'()-]+$/u;

const fromCursor = (cursor: string): string => {
  const position = Buffer.from(cursor, 'base64url').toString();
  if (!POSITION.test(position)) throw problem('cursor-invalid', 'cursor must come from the previous page of this list');
  return position;
};

/** Changes of a service by time, newest first. */
export const dynamoDriftLog = (config: TableConfig): DriftLog => {
  const table = openTable(config);
  return {
    list: async (tenant, { service, operation, fromEpochMs, toEpochMs }, { limit, cursor }, signal) => {
      const after = cursor === undefined ? undefined : fromCursor(cursor);
      const low = fromEpochMs === undefined ? FIRST_POSITION : timePart(fromEpochMs);
      const until = toEpochMs === undefined ? LAST_POSITION : `${timePart(toEpochMs)}~`;
      const high = after === undefined || after > until ? until : after;
      if (low > high) return { items: [] };
      const range = { pk: driftPartition(tenant, service), between: [low, high] as const, newestFirst: true };
      const { items, next: cutShort } = await table.query({ ...range, limit: limit + 2 }, signal);
      const rest = items.filter((item) => item['sk'] !== after);
      const shown = rest.slice(0, limit);
      const last = shown.at(-1);
      const entries = shown.map(entryOf).filter((entry) => operation === undefined || entry.operation === operation);
      // DynamoDB ends a page at 1 MB too, whatever was asked for.
      return (rest.length > shown.length || cutShort !== undefined) && last !== undefined
        ? { items: entries, next: Buffer.from(String(last['sk'])).toString('base64url') }
        : { items: entries };
    },
  };
};
