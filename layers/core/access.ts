import type { Role } from '#core/words';

/** One condition on a claim: equal to, one of, or a glob with `*` (any run of characters). */
export type ClaimCondition = string | readonly string[] | { readonly like: string };

export interface TrustRule {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly tenant: string;
  readonly issuer: string;
  readonly audience?: string;
  readonly claims: { readonly [claim: string]: ClaimCondition };
  readonly role: Role;
  /** Services this principal may touch; `*` for all. */
  readonly projects: readonly string[];
  readonly payloadRead: boolean;
  readonly description?: string;
  readonly createdBy: string;
  readonly createdAtEpochMs: number;
  readonly expiresAtEpochMs?: number;
}

/** What the trust rules that match a caller give: one for each role, with and without payloads. */
export interface Grant {
  /** The rule that gives it; the most specific one of several. */
  readonly ruleId: string;
  readonly role: Role;
  readonly projects: readonly string[];
  readonly payloadRead: boolean;
}

/** Who calls: made by the authorizer from token and trust rules, never from a body. */
export interface Principal {
  readonly tenant: string;
  readonly role: Role;
  readonly subject: string;
  readonly issuer: string;
  readonly ruleId: string;
  readonly projects: readonly string[];
  readonly payloadRead: boolean;
  readonly tokenId?: string;
  /** Present where rules give different things; without it role, projects and payloadRead are all there is. */
  readonly grants?: readonly Grant[];
}
