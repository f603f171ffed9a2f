import { atRevision } from '#aws/expression';
import { FIRST_POSITION, LAST_POSITION, findingKey, findingPosition, findingsPartition, openFindings } from '#aws/keys';
import { upcast } from '#aws/schema-version';
import { openTable, type TableConfig } from '#aws/table';
import type { Item } from '#aws/table-types';
import { isOpen } from '#core/finding-record';
import type { FindingRecord } from '#core/finding-record';
import { problem } from '#core/problems';
import type { FindingStore, StoredFinding } from '#ports/finding-store';

const storedOf = (item: Item): StoredFinding => {
  const { record, revision } = upcast(item);
  return { record: record as FindingRecord, revision: Number(revision) };
};

/** One item for each finding; open ones are on gsi1 by when they are due. */
const itemOf = (tenant: string, record: FindingRecord, revision: number) => {
  const { service, fingerprint, dueAtEpochMs } = record;
  return {
    ...findingKey(tenant, service, fingerprint),
    schemaVersion: 1,
    tenant,
    revision,
    record,
    ...(isOpen(record)
      ? { gsi1pk: openFindings(tenant), gsi1sk: findingPosition(dueAtEpochMs, service, fingerprint) }
      : {}),
  };
};

const POSITION = /^(?:\d{15}|~)#[\w.%~!*'()-]+#[0-9a-f]{32}$/u;

const fromCursor = (cursor: string): string => {
  const position = Buffer.from(cursor, 'base64url').toString();
  if (!POSITION.test(position)) throw problem('cursor-invalid', 'cursor must come from the previous page of this list');
  return position;
};

export const dynamoFindings = (config: TableConfig): FindingStore => {
  const table = openTable(config);
  return {
    ofService: async (tenant, service, signal) =>
      (await table.queryAll({ pk: findingsPartition(tenant, service) }, signal)).map(storedOf),
    get: async (tenant, service, fingerprint, signal) => {
      const item = await table.get(findingKey(tenant, service, fingerprint), signal);
      return item === undefined ? undefined : storedOf(item);
    },
    put: async (tenant, record, expectedRevision, signal) =>
      (
        await table.put(
          { item: itemOf(tenant, record, expectedRevision + 1), where: atRevision(expectedRevision) },
          signal,
        )
      ).written,
    listOpen: async (tenant, { limit, cursor }, signal) => {
      const after = cursor === undefined ? undefined : fromCursor(cursor);
      const range = {
        pk: openFindings(tenant),
        index: 'gsi1',
        between: [after ?? FIRST_POSITION, `${LAST_POSITION}~`],
        limit: limit + 2,
      } as const;
      const { items, next: cutShort } = await table.query(range, signal);
      const rest = items.filter((item) => item['gsi1sk'] !== after);
      const shown = rest.slice(0, limit);
      const last = shown.at(-1);
      const records = shown.map((item) => storedOf(item).record);
      // DynamoDB ends a page at 1 MB too, whatever was asked for.
      return (rest.length > shown.length || cutShort !== undefined) && last !== undefined
        ? { items: records, next: Buffer.from(String(last['gsi1sk'])).toString('base64url') }
        : { items: records };
    },
  };
};
