/** Act `inspect`: looks for sensitive values in clear text in what an API answers, such as its logs (C11). */
import type { DataRequest } from '#core/acts/data-request';
import type { JsonObject } from '#core/units';

export const LEAK_KINDS = [
  'card-number',
  'card-code',
  'payment-key',
  'iban',
  'ssn',
  'email',
  'phone',
  'bearer-token',
  'api-key',
  'password',
  'cookie',
  'private-key',
] as const;
/** The kinds of value that never stand in clear text; `card-number` is also track data, `card-code` is CVV. */
export type LeakKind = (typeof LEAK_KINDS)[number];

/** A kind of one's own. */
export interface LeakPattern {
  /** Kebab-case, none of the built-in names. */
  readonly name: string;
  /** Regular expression (JavaScript, flag u) within one line. */
  readonly matches: string;
}

/** Values that are known and fine, such as the address of the support team. */
export interface LeakAllowance {
  readonly kind: string;
  /** Regular expression (JavaScript, flag u) that the whole value matches. */
  readonly matches: string;
  readonly reason: string;
}

/** What is looked for, of any text. */
export interface LeakRules {
  /** All when absent. */
  readonly kinds?: readonly LeakKind[];
  readonly patterns?: readonly LeakPattern[];
  readonly allow?: readonly LeakAllowance[];
  /** What each line must be as JSON: which fields it has, which levels there are. Lines that are no JSON fail then. */
  readonly lines?: JsonObject;
}

export interface InspectDefinition extends LeakRules {
  readonly requests: readonly DataRequest[];
  /** Headers of the answers are looked at too; true when absent. */
  readonly headers?: boolean;
}
