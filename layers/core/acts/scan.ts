/** The act `scan`: looks for weaknesses of an API from outside (C7). Patterns of operations read `GET /orders/{id}`, `/orders/**` or `*`. */
import type { Suppression } from '#core/suppressions';
import type { Json } from '#core/units';

/** Who is played: nobody, the identities, or both; and how: by looking at ordinary answers only, or with attacks that do no harm. */
export const SCAN_PROFILES = ['anonymous', 'authenticated', 'passive', 'active'] as const;
export type ScanProfile = (typeof SCAN_PROFILES)[number];

/** A user of the API. */
export interface ScanIdentity {
  /** What proves who it is: `authorization`, `cookie`, an API key. */
  readonly headers?: { readonly [name: string]: string };
  /** The Set-Cookie line of its login, in place of a `cookie` header: its flags are looked at too. */
  readonly setCookie?: string;
  /** The same where it goes into the query. */
  readonly query?: { readonly [name: string]: string };
  /** Identities of one role may do the same; `user` when absent. */
  readonly role?: string;
  /** Name that it logs in with: guesses at who exists begin here. */
  readonly username?: string;
  /** What belongs to it and to nobody else, by parameter: `{orderId: [7]}`, or by operation pattern and parameter: `/orders/{id}#id`. */
  readonly owns?: { readonly [parameter: string]: readonly (string | number)[] };
}

/** Functions that only some roles may use. */
export interface ScanFunctions {
  readonly operations: readonly string[];
  readonly roles: readonly string[];
}

export interface ScanTier {
  readonly identity: string;
  readonly requestsPerSecond?: number;
  readonly requestsPerMinute?: number;
  readonly allowed?: readonly string[];
  readonly forbidden?: readonly string[];
  /** By operation: names that its answers have or lack at any depth. */
  readonly fields?: {
    readonly [operation: string]: { readonly present?: readonly string[]; readonly absent?: readonly string[] };
  };
  /** Nothing younger is shown; 0 means that the newest is shown. */
  readonly dataDelayHours?: number;
  /** Most elements of a page. */
  readonly pageSizeMax?: number;
}

/** Where the figures of tiers are measured. */
export interface ScanMeasures {
  /** Operation that requests are counted on. */
  readonly rate?: string;
  readonly freshness?: {
    readonly operation: string;
    /** JSONPath to the times in its answer: RFC 3339, or seconds or milliseconds since 1970. */
    readonly path: string;
    /** Data counts as fresh up to this age; 1 hour when absent. */
    readonly freshHours?: number;
  };
  readonly paging?: {
    readonly operation: string;
    /** Query parameter for the size of a page. */
    readonly parameter: string;
    /** JSONPath to the list of elements; the longest list of the answer when absent. */
    readonly items?: string;
  };
}

export interface ScanJwt {
  /** A token that the API accepts, without scheme. */
  readonly token: string;
  /** `authorization` when absent; a cookie is written `cookie:NAME`, a query parameter `query:NAME`. */
  readonly header?: string;
  /** `Bearer ` when absent for `authorization`, nothing elsewhere. */
  readonly prefix?: string;
  /** An operation that needs the token; the first secured GET when absent. */
  readonly operation?: string;
  /** PEM of the key that signatures are checked with; for HS/RS confusion. */
  readonly publicKey?: string;
  /** Path or URL of the key set; `/.well-known/jwks.json` is tried when absent. */
  readonly keySet?: string;
  /** What tokens are signed with: makes expired, not yet valid and misdirected ones possible. */
  readonly secret?: string;
  readonly privateKey?: string;
}

/** A limit that the API's documentation states. */
export interface ScanRateLimit {
  readonly requestsPerSecond?: number;
  readonly requestsPerMinute?: number;
  readonly operation?: string;
  readonly identity?: string;
  /** Longest wait for a new window in seconds; 65 when absent. */
  readonly waitSecondsMax?: number;
}

export interface ScanLogin {
  readonly operation: string;
  /** Field of the body; found by name when absent. */
  readonly usernameField?: string;
  readonly passwordField?: string;
  /** Somebody who exists; the first identity's username when absent. */
  readonly existingUser?: string;
  /** Wrong passwords after which an API must have begun to slow down, 5 to 100; 30 when absent. */
  readonly attemptsMax?: number;
}

export interface ScanDefinition {
  /** Document of the suite; its only one when absent. */
  readonly document?: string;
  readonly target?: string;
  readonly operations?: { readonly include?: readonly string[]; readonly exclude?: readonly string[] };
  /** All four when absent. Without `active` nothing but documented reading requests is sent. */
  readonly profiles?: readonly ScanProfile[];
  /** Ids of checks, or families such as `jwt-*`. */
  readonly checks?: { readonly include?: readonly string[]; readonly exclude?: readonly string[] };
  readonly identities?: { readonly [name: string]: ScanIdentity };
  readonly functions?: readonly ScanFunctions[];
  /** Values for parameters and body fields, by name, where the document's examples do not lead to a success. */
  readonly values?: { readonly [name: string]: Json };
  readonly login?: ScanLogin;
  readonly jwt?: ScanJwt;
  readonly rateLimit?: ScanRateLimit;
  readonly tiers?: { readonly [name: string]: ScanTier };
  readonly measures?: ScanMeasures;
  /** The target stands behind TLS that the scan does not see: what only HTTPS needs is asked for over http too. */
  readonly behindTls?: boolean;
  /** Most requests of the scan; 3000 when absent. */
  readonly requestsMax?: number;
  /** Most requests a second; 50 when absent. Rate limit probes go as fast as the limit that they look for needs. */
  readonly requestsPerSecond?: number;
  readonly suppressions?: readonly Suppression[];
}
