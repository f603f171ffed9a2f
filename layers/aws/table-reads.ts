import {
  BatchGetItemCommand,
  GetItemCommand,
  QueryCommand,
  type AttributeValue,
  type BatchGetItemOutput,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';

import { awsCall } from '#aws/aws-failure';
import { until } from '#aws/client-options';
import { expression } from '#aws/expression';
import type { TableKey } from '#aws/keys';
import type { Item, QueryPage, QueryRange, TableConnection } from '#aws/table-types';
import { problem } from '#core/problems';

type RawItem = Record<string, AttributeValue>;

export const plainItem = (item: RawItem): Item => unmarshall(item) as Item;
export const rawKey = (key: TableKey): RawItem => marshall({ pk: key.pk, sk: key.sk });

/** Quota of BatchGetItem (Amazon DynamoDB API reference, read 2026-11). */
const BATCH_GET_MAX = 100;
/** An answer holds at most 16 MB and leaves the rest unprocessed; under throttling it may leave everything. */
const BATCH_ROUNDS_MAX = 20;

const batchGetOnce = async (
  { tableName, client }: TableConnection,
  keys: RawItem[],
  signal?: AbortSignal,
): Promise<Item[]> => {
  const items: Item[] = [];
  let left = keys;
  for (let round = 0; left.length > 0; round += 1) {
    if (round >= BATCH_ROUNDS_MAX)
      throw problem('dependency-unavailable', 'DynamoDB BatchGetItem kept leaving keys unprocessed', {
        retryAfterSeconds: 2,
      });
    const command = new BatchGetItemCommand({ RequestItems: { [tableName]: { Keys: left, ConsistentRead: true } } });
    const answer: BatchGetItemOutput = await awsCall('DynamoDB BatchGetItem', () =>
      client().send(command, until(signal)),
    );
    items.push(...(answer.Responses?.[tableName] ?? []).map(plainItem));
    left = answer.UnprocessedKeys?.[tableName]?.Keys ?? [];
  }
  return items;
};

const queryInput = (tableName: string, { pk, between, index, newestFirst = false, limit, start }: QueryRange) => {
  const e = expression();
  const partition = `${e.name(index === undefined ? 'pk' : `${index}pk`)} = ${e.value(pk)}`;
  const sortKey = index === undefined ? 'sk' : `${index}sk`;
  const range =
    between === undefined ? '' : ` AND ${e.name(sortKey)} BETWEEN ${e.value(between[0])} AND ${e.value(between[1])}`;
  return {
    TableName: tableName,
    KeyConditionExpression: partition + range,
    ExpressionAttributeNames: e.names,
    ExpressionAttributeValues: marshall(e.bound),
    ScanIndexForward: !newestFirst,
    ...(index === undefined ? { ConsistentRead: true } : { IndexName: index }),
    ...(limit === undefined ? {} : { Limit: limit }),
    ...(start === undefined ? {} : { ExclusiveStartKey: marshall(start) }),
  };
};

/** Reads of the table: strongly consistent, except on an index, which DynamoDB only keeps up with. */
export const tableReads = (connection: TableConnection) => {
  const { tableName, client } = connection;

  const query = async (range: QueryRange, signal?: AbortSignal): Promise<QueryPage> => {
    const command = new QueryCommand(queryInput(tableName, range));
    const answer = await awsCall('DynamoDB Query', () => client().send(command, until(signal)));
    const items = (answer.Items ?? []).map(plainItem);
    return answer.LastEvaluatedKey === undefined ? { items } : { items, next: plainItem(answer.LastEvaluatedKey) };
  };

  return {
    query,

    /** The item, or only some of its attributes. */
    get: async (key: TableKey, signal?: AbortSignal, attributes: readonly string[] = []): Promise<Item | undefined> => {
      const e = expression();
      const projection = attributes.map((name) => e.name(name)).join(', ');
      const command = new GetItemCommand({
        TableName: tableName,
        Key: rawKey(key),
        ConsistentRead: true,
        ...(projection === '' ? {} : { ProjectionExpression: projection, ExpressionAttributeNames: e.names }),
      });
      const { Item: found } = await awsCall('DynamoDB GetItem', () => client().send(command, until(signal)));
      return found === undefined ? undefined : plainItem(found);
    },

    /** All pages of a query. */
    queryAll: async (range: QueryRange, signal?: AbortSignal): Promise<Item[]> => {
      const items: Item[] = [];
      let page: QueryPage = { items: [] };
      do {
        page = await query(page.next === undefined ? range : { ...range, start: page.next }, signal);
        items.push(...page.items);
      } while (page.next !== undefined);
      return items;
    },

    /** Items that are there, in no order; one call for up to 100 keys. */
    batchGet: async (keys: readonly TableKey[], signal?: AbortSignal): Promise<Item[]> => {
      const items: Item[] = [];
      for (let from = 0; from < keys.length; from += BATCH_GET_MAX) {
        items.push(...(await batchGetOnce(connection, keys.slice(from, from + BATCH_GET_MAX).map(rawKey), signal)));
      }
      return items;
    },
  };
};
