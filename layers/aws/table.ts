import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

import { clientOptions, lazily, type Endpoint } from '#aws/client-options';
import { tableReads } from '#aws/table-reads';
import { tableWrites } from '#aws/table-writes';

/** An item is at most 400 KB: a try that is silent for 3 s is lost. */
const REQUEST_TIMEOUT_MS = 3_000;

export interface TableConfig extends Endpoint {
  readonly tableName: string;
}

/** The one table, seen through what the adapters need. Connects at the first call. */
export const openTable = (config: TableConfig) => {
  const client = lazily(() => new DynamoDBClient(clientOptions(config, { requestTimeoutMs: REQUEST_TIMEOUT_MS })));
  const connection = { tableName: config.tableName, client };
  return { ...tableReads(connection), ...tableWrites(connection) };
};

export type Table = ReturnType<typeof openTable>;
