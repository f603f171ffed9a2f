import type { Json } from '#core/units';
import type { Operation } from '#engines/contract/model';
import type { Inputs } from './request-inputs.ts';

/**
 * `valid`: what the document allows, plainly. `odd`: allowed too, but a server may have reasons to refuse it that no document tells
 * (a character of value zero, a number beyond 2^53). `invalid`: breaks the document, however it is read.
 */
export type CaseKind = 'valid' | 'odd' | 'invalid';

/** A limit of the request that a case keeps to exactly or breaks. */
export interface Constraint {
  /** `query:limit`, or `body` with a JSON Pointer. */
  readonly place: string;
  readonly keyword: string;
}

export interface GeneratedCase {
  readonly operation: Operation;
  readonly kind: CaseKind;
  /** What is special about it: `query:limit: 101, above the maximum`. */
  readonly words: string;
  readonly constraint?: Constraint;
  /** Puts what is special into the values of an ordinary request. */
  readonly build: (base: Inputs) => Inputs;
  /** Sent instead of the operation's method. */
  readonly method?: string;
  /** Credentials that it goes with; the given ones when absent. */
  readonly login?: 'none' | 'wrong';
}

export const constraintKey = ({ place, keyword }: Constraint): string => `${place} ${keyword}`;

export const withParameter = (base: Inputs, key: string, value: Json | undefined): Inputs => ({
  ...base,
  parameters:
    value === undefined
      ? Object.fromEntries(Object.entries(base.parameters).filter(([name]) => name !== key))
      : { ...base.parameters, [key]: value },
});
