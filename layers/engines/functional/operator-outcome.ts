import { jsonTypeOf, shortJson } from '#core/json-types';
import { isSensitiveKey } from '#core/sensitive-keys';
import type { Json } from '#core/units';

/** What one operator says of a value. */
export interface OperatorOutcome {
  readonly passed: boolean;
  /** Why not, where expected and got do not tell. */
  readonly message?: string;
  /** The part of the value that did not hold, where it is not the value as a whole. */
  readonly got?: Json;
  /** Path of that part below the value: `[3].price`. */
  readonly at?: string;
}

/** What an operator may know besides its two values. */
export interface OperatorFacts {
  /** Milliseconds since 1970 that ages are counted from. */
  readonly nowMs: number;
  /** The path of the subject: values below a sensitive name are not told in messages. */
  readonly path: string;
}

export const outcome = (passed: boolean): OperatorOutcome => ({ passed });
export const misfit = (message: string): OperatorOutcome => ({ passed: false, message });

const NAMES = /[A-Za-z_][\w-]*/gu;

/** Whether a name on the way to a value is a sensitive one. */
export const isHidden = (path: string): boolean => (path.match(NAMES) ?? []).some(isSensitiveKey);

/** What is said of the signature of a webhook is no signature. */
const OF_SIGNATURES: readonly (Json | undefined)[] = ['valid', 'invalid', 'missing'];

/** A value as messages tell it: in short, and only its kind where it is hidden. */
export const told = (value: Json | undefined, path: string): string => {
  if (value === undefined) return 'nothing';
  return isHidden(path) && !OF_SIGNATURES.includes(value)
    ? `a value of type ${jsonTypeOf(value)}`
    : shortJson(value, 80);
};
