import type { Json } from '#core/units';

/** Rules that answers of generated requests are held to. */
export const EXPLORE_RULES = [
  /** Status 500 and above, except 503. */
  'server-error',
  /** No answer at all, twice, while other requests are answered. */
  'no-answer',
  'status-undocumented',
  'media-type',
  'response-schema',
  'response-headers',
  /** Input that breaks the document got a 2xx. */
  'invalid-accepted',
  /** Input that the document allows got a 4xx that no state explains. */
  'valid-refused',
  /** A request without a required header got a 2xx. */
  'missing-header-accepted',
  /** Without credentials, or with made-up ones, the answer was 2xx. */
  'ignored-auth',
  /** A method that the document does not have for a path was not refused with 405. */
  'unsupported-method',
  /** What was deleted still answers. */
  'use-after-delete',
  /** What was just created cannot be read. */
  'created-not-readable',
] as const;
export type ExploreRule = (typeof EXPLORE_RULES)[number];

/** `fail`: the case fails; `warn`: it carries a warning; `off`: not looked at. */
export type RuleLevel = 'fail' | 'warn' | 'off';

export interface OperationChoice {
  /** Ids (`GET /orders/{id}`), operationIds or `tag:NAME`; a `*` stands for any text. All when absent. */
  readonly only?: readonly string[];
  readonly except?: readonly string[];
}

/** Tests an API with requests made from its document: valid, at each limit, beyond it, and in sequence (C5, C7). */
export interface ExploreDefinition {
  /** Name of one of the suite's documents; may be absent when there is one. */
  readonly document?: string;
  /** Name of one of the environment's targets. */
  readonly target?: string;
  readonly operations?: OperationChoice;
  /** Sent with every request, such as the login's: `Authorization: Bearer {{token}}`. */
  readonly headers?: { readonly [name: string]: string };
  /** Added to every query, such as a key. */
  readonly query?: { readonly [name: string]: string };
  /** Values for parameters and fields by name, where valid ones are known to nobody but you: an account that exists. */
  readonly values?: { readonly [name: string]: readonly Json[] };
  /** `safe` sends GET and HEAD only; `all` when absent. */
  readonly methods?: 'all' | 'safe';
  /** Requests at most, 1 to 1000000; 2000 when absent. */
  readonly requestsMax?: number;
  /** Seconds at most, 1 to 7200; the case's own time when absent. */
  readonly secondsMax?: number;
  /** Requests a second at most, 0.1 to 10000; no limit but the suite's when absent. */
  readonly requestsPerSecond?: number;
  /** Leaves what it makes; else it is removed at the end with the API's own DELETE where there is one. */
  readonly keep?: boolean;
  /** Levels of rules that are not to be what docs/generated-tests.md says. */
  readonly rules?: { readonly [rule in ExploreRule]?: RuleLevel };
  /** Makes the same requests in every run; the run's own seed when absent. */
  readonly seed?: string;
}

export const EXPLORE_REQUESTS_DEFAULT = 2_000;

/** What was exercised of one operation (section 4 row 7 of the engine's acceptance list: coverage of constraints). */
export interface ExploreCoverage {
  readonly operation: string;
  readonly requests: number;
  readonly requestErrors: number;
  /** Answers by status: how often each came. */
  readonly statuses: { readonly [status: string]: number };
  /** Documented statuses that never came. */
  readonly statusesMissed: readonly string[];
  readonly mediaTypesSent: readonly string[];
  readonly mediaTypesMissed: readonly string[];
  /** Limits of the request that were sent from inside and outside: `query:limit maximum`. */
  readonly constraints: readonly ConstraintCoverage[];
}

export interface ConstraintCoverage {
  /** `query:limit`, `body /items/0/price`. */
  readonly place: string;
  /** `maximum`, `enum`, `required`. */
  readonly constraint: string;
  /** Values to the limit that were sent, and values that break it. */
  readonly valid: number;
  readonly invalid: number;
  /** How many there are to send. */
  readonly validOf: number;
  readonly invalidOf: number;
}
