import { LAST_POSITION, FIRST_POSITION, responseKey, responsesPartition } from '#aws/keys';
import { compressed, decompressed } from '#aws/packed';
import { upcast } from '#aws/schema-version';
import { openTable, type TableConfig } from '#aws/table';
import type { KeptResponse, ResponseHistory } from '#ports/response-history';

/** What an answer said is of interest as long as somebody may ask what changed since the last quarter. */
const KEPT_DAYS = 100;
const DAY_SECONDS = 86_400;
/** An item has 400 KB with its keys; a larger answer is no record to compare, and is not kept. */
const RESPONSE_BYTES_MAX = 350 * 1024;

/** Each answer that showed a resource, by time; the newest is what the next one is compared with. */
export const dynamoResponses = (config: TableConfig, tenant: string): ResponseHistory => {
  const table = openTable(config);
  return {
    latest: async ({ service, operation, resource }, signal) => {
      const pk = responsesPartition(tenant, service, operation, resource);
      const range = { pk, between: [FIRST_POSITION, LAST_POSITION] as const, newestFirst: true, limit: 1 };
      const [item] = (await table.query(range, signal)).items;
      return item === undefined ? undefined : (decompressed(upcast(item)['response'] as Uint8Array) as KeptResponse);
    },
    put: async (response, signal) => {
      const packed = compressed(response);
      if (packed.byteLength > RESPONSE_BYTES_MAX) return;
      const { service, operation, resource, at, runId } = response;
      const atMs = Date.parse(at);
      const key = responseKey(responsesPartition(tenant, service, operation, resource), atMs, runId);
      const expiresAtEpochSeconds = Math.floor(atMs / 1000) + KEPT_DAYS * DAY_SECONDS;
      await table.put({ item: { ...key, schemaVersion: 1, tenant, response: packed, expiresAtEpochSeconds } }, signal);
    },
  };
};
