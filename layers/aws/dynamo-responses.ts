import { LAST_POSITION, FIRST_POSITION, responseKey, responsesPartition } from '#aws/keys';
import { compressed, decompressed } from '#aws/packed';
import { upcast } from '#aws/schema-version';
import { openTable, type TableConfig } from '#aws/table';
import { sha256Hex } from '#core/digest';
import type { KeptResponse, ResponseHistory, ResponsePlace } from '#ports/response-history';

/** What an answer said is of interest as long as somebody may ask what changed since the last quarter. */
const KEPT_DAYS = 100;
const DAY_SECONDS = 86_400;
/** An item has 400 KB with its keys; a larger answer is no record to compare, and is not kept. */
const RESPONSE_BYTES_MAX = 350 * 1024;

/** A partition key has 2,048 bytes; a query may be longer, so a long resource is known by its digest. */
const RESOURCE_CHARS_MAX = 256;

const partitionOf = (tenant: string, { service, operation, resource }: ResponsePlace): string =>
  responsesPartition(
    tenant,
    service,
    operation,
    resource.length <= RESOURCE_CHARS_MAX ? resource : `sha256:${sha256Hex(resource)}`,
  );

/** Each answer that showed a resource, by time; the newest is what the next one is compared with. */
export const dynamoResponses = (config: TableConfig, tenant: string): ResponseHistory => {
  const table = openTable(config);
  return {
    latest: async (place, signal) => {
      const pk = partitionOf(tenant, place);
      const range = { pk, between: [FIRST_POSITION, LAST_POSITION] as const, newestFirst: true, limit: 1 };
      const [item] = (await table.query(range, signal)).items;
      return item === undefined ? undefined : (decompressed(upcast(item)['response'] as Uint8Array) as KeptResponse);
    },
    put: async (response, signal) => {
      const packed = compressed(response);
      if (packed.byteLength > RESPONSE_BYTES_MAX) return;
      const { at, runId } = response;
      const atMs = Date.parse(at);
      const key = responseKey(partitionOf(tenant, response), atMs, runId);
      const expiresAtEpochSeconds = Math.floor(atMs / 1000) + KEPT_DAYS * DAY_SECONDS;
      await table.put({ item: { ...key, schemaVersion: 1, tenant, response: packed, expiresAtEpochSeconds } }, signal);
    },
  };
};
