import { randomUUID } from 'node:crypto';

import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  PutItemCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
  type TransactWriteItem,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';

import { awsCall, retried } from '#aws/aws-failure';
import { until } from '#aws/client-options';
import { expression } from '#aws/expression';
import type { TableKey } from '#aws/keys';
import { plainItem, rawKey } from '#aws/table-reads';
import {
  MARSHALL,
  type Change,
  type ConditionalPut,
  type TableConnection,
  type Written,
  type WrittenTogether,
} from '#aws/table-types';

/** A transaction that met another one on the same item; a loser finds the winner's item at a later try. */
const CONFLICT_RETRY = { attemptsMax: 12, baseMs: 10, capMs: 500 } as const;

/**
 * Every write leaves a token of its own on the item. When a reply is lost the SDK repeats the write, whose condition then fails on our own
 * data: the token tells that apart from somebody else's. Puts and updates have one each, so that a later update keeps the put's.
 */
type TokenAttribute = 'putBy' | 'updatedByWrite';

const refused = (error: unknown, attribute: TokenAttribute, token: string): Written => {
  if (!(error instanceof ConditionalCheckFailedException)) throw error;
  if (error.Item === undefined) return { written: false };
  const found = plainItem(error.Item);
  return found[attribute] === token ? { written: true, item: found } : { written: false, found };
};

const putInput = (tableName: string, { item, where }: ConditionalPut, token: string) => {
  const e = expression();
  const condition = where?.(e);
  return {
    TableName: tableName,
    Item: marshall({ ...item, putBy: token }, MARSHALL),
    ...(condition === undefined
      ? {}
      : { ConditionExpression: condition, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const }),
    ...(Object.keys(e.names).length === 0 ? {} : { ExpressionAttributeNames: e.names }),
    ...(Object.keys(e.bound).length === 0 ? {} : { ExpressionAttributeValues: marshall(e.bound, MARSHALL) }),
  };
};

const updateInput = (tableName: string, key: TableKey, { set = [], remove = [], where }: Change, token: string) => {
  const e = expression();
  const given = [...set.filter(([, value]) => value !== undefined), [['updatedByWrite'], token] as const];
  const assignments = given.map(([path, value]) => `${e.name(...path)} = ${e.value(value)}`).join(', ');
  const removals = remove.length === 0 ? '' : ` REMOVE ${remove.map((name) => e.name(name)).join(', ')}`;
  return {
    TableName: tableName,
    Key: rawKey(key),
    UpdateExpression: `SET ${assignments}${removals}`,
    ConditionExpression: where(e),
    ExpressionAttributeNames: e.names,
    ExpressionAttributeValues: marshall(e.bound, MARSHALL),
    ReturnValues: 'ALL_NEW' as const,
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  };
};

const isConflict = (error: unknown): boolean => {
  const codes =
    error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []).map(({ Code }) => Code) : [];
  return codes.includes('TransactionConflict') && !codes.includes('ConditionalCheckFailed');
};

const refusedTogether = (error: unknown, token: string): WrittenTogether => {
  const reasons = error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : [];
  if (!reasons.some(({ Code }) => Code === 'ConditionalCheckFailed')) throw error;
  const refusals = reasons.map(({ Code, Item: item }) => {
    if (Code !== 'ConditionalCheckFailed') return undefined;
    return item === undefined ? {} : { found: plainItem(item) };
  });
  // All or none was written, so one item of ours means that all are.
  return refusals.some((refusal) => refusal?.found?.['putBy'] === token)
    ? { written: true }
    : { written: false, refusals };
};

/** Writes of the table. */
export const tableWrites = ({ tableName, client }: TableConnection) => ({
  put: async (put: ConditionalPut, signal?: AbortSignal): Promise<Written> => {
    const token = randomUUID();
    const command = new PutItemCommand(putInput(tableName, put, token));
    return awsCall('DynamoDB PutItem', async (): Promise<Written> => {
      try {
        await client().send(command, until(signal));
        return { written: true };
      } catch (error) {
        return refused(error, 'putBy', token);
      }
    });
  },

  /** Changes an item; `where` must demand that it exists, or the change makes one. */
  update: async (key: TableKey, change: Change, signal?: AbortSignal): Promise<Written> => {
    const token = randomUUID();
    const command = new UpdateItemCommand(updateInput(tableName, key, change, token));
    return awsCall('DynamoDB UpdateItem', async (): Promise<Written> => {
      try {
        const { Attributes } = await client().send(command, until(signal));
        return Attributes === undefined ? { written: true } : { written: true, item: plainItem(Attributes) };
      } catch (error) {
        return refused(error, 'updatedByWrite', token);
      }
    });
  },

  /** Up to 100 puts in one call, all or none. */
  putTogether: async (puts: readonly ConditionalPut[], signal?: AbortSignal): Promise<WrittenTogether> => {
    const token = randomUUID();
    const TransactItems: TransactWriteItem[] = puts.map((put) => ({ Put: putInput(tableName, put, token) }));
    return awsCall('DynamoDB TransactWriteItems', async (): Promise<WrittenTogether> => {
      try {
        await retried(
          CONFLICT_RETRY,
          isConflict,
          () => client().send(new TransactWriteItemsCommand({ TransactItems }), until(signal)),
          signal,
        );
        return { written: true };
      } catch (error) {
        return refusedTogether(error, token);
      }
    });
  },

  /** Tells whether there was one. */
  remove: async (key: TableKey, signal?: AbortSignal): Promise<boolean> => {
    const command = new DeleteItemCommand({ TableName: tableName, Key: rawKey(key), ReturnValues: 'ALL_OLD' });
    const { Attributes } = await awsCall('DynamoDB DeleteItem', () => client().send(command, until(signal)));
    return Attributes !== undefined;
  },
});
