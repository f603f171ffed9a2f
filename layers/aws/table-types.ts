import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

import type { Where } from '#aws/expression';
import type { TableKey } from '#aws/keys';

export type Item = { readonly [attribute: string]: unknown };

/** What became of a conditional write: done (with the item after an update), or refused by the item that was found. */
export type Written =
  { readonly written: true; readonly item?: Item } | { readonly written: false; readonly found?: Item };

/** The same for several puts at once: for each what its condition found, undefined where it held. */
export type WrittenTogether =
  | { readonly written: true }
  | { readonly written: false; readonly refusals: readonly ({ readonly found?: Item } | undefined)[] };

export interface Change {
  /** Entries with the value `undefined` are left out. */
  readonly set?: readonly (readonly [path: readonly string[], value: unknown])[];
  readonly remove?: readonly string[];
  readonly where: Where;
}

export interface ConditionalPut {
  readonly item: TableKey & Item;
  readonly where?: Where;
}

export type IndexName = 'gsi1' | 'gsi2' | 'gsi3' | 'gsi4';

export interface QueryRange {
  readonly pk: string;
  /** Inclusive bounds of the sort key. */
  readonly between?: readonly [string, string];
  readonly index?: IndexName;
  readonly newestFirst?: boolean;
  readonly limit?: number;
  readonly start?: Item;
}

export interface QueryPage {
  readonly items: readonly Item[];
  readonly next?: Item;
}

/** What reads and writes need of the connection. */
export interface TableConnection {
  readonly tableName: string;
  readonly client: () => DynamoDBClient;
}

/** Undefined members are left out, as in JSON. */
export const MARSHALL = { removeUndefinedValues: true } as const;
