/** What a case may expect of an answer and take from it. */
import type { Json, JsonObject } from '#core/units';

/** One expectation. Exactly one subject; the operators beside it must all hold. */
export type Check = CheckSubject & {
  /** A check that only warns: when it does not hold the case carries a warning and its verdict stays. */
  readonly warn?: boolean;
};

export type CheckSubject =
  | { readonly status: number | string | readonly (number | string)[] }
  | ({ readonly path: string } & Operators)
  | ({ readonly header: string } & Operators)
  | ({ readonly body: 'text' } & Operators)
  | { readonly schema: JsonObject; readonly at?: string }
  | { readonly timeMs: Operators }
  | { readonly bodyBytes: Operators };

/** C1.3's operators. Values may hold `{{variables}}`. */
export interface Operators {
  readonly equals?: Json;
  readonly not?: Json;
  readonly contains?: Json;
  readonly matches?: string;
  readonly in?: readonly Json[];
  readonly exists?: boolean;
  readonly type?: 'null' | 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object';
  readonly length?: number;
  readonly '<'?: Json;
  readonly '<='?: Json;
  readonly '>'?: Json;
  readonly '>='?: Json;
  /** The list is in this order; by a field of its objects where one is named. */
  readonly sorted?: 'ascending' | 'descending' | { readonly by: string; readonly order?: 'ascending' | 'descending' };
  /** No two elements are equal; by a field of its objects where one is named. */
  readonly unique?: boolean | string;
  /** Operators that every element, or at least one, fulfils; `path` looks below the element first. */
  readonly every?: ElementOperators;
  readonly some?: ElementOperators;
  /** Every element of the list is among these; every field of the object is there with this value. */
  readonly subset?: Json;
  /** A time (RFC 3339, or seconds or milliseconds since 1970) further or less far in the past than a duration such as `24h`. */
  readonly olderThan?: string;
  readonly newerThan?: string;
}

export type ElementOperators = Operators & { readonly path?: string };

export type Capture =
  | { readonly path: string }
  | { readonly header: string }
  | { readonly status: true }
  | { readonly regex: string; readonly from?: 'body' | { readonly header: string }; readonly group?: number };
