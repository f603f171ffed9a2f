import type { TrustRule } from '#core/access';

export interface AccessStore {
  /** All rules of an issuer over all tenants: what the authorizer matches. */
  rulesOfIssuer(issuer: string, signal?: AbortSignal): Promise<readonly TrustRule[]>;
  listRules(tenant: string, signal?: AbortSignal): Promise<readonly TrustRule[]>;
  /** Fails with `trust-rule-exists` (409) when the id is taken. */
  addRule(rule: TrustRule, signal?: AbortSignal): Promise<void>;
  /** false when there was none. */
  removeRule(tenant: string, id: string, signal?: AbortSignal): Promise<boolean>;
}

export interface AuditEntry {
  readonly tenant: string;
  readonly atEpochMs: number;
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  readonly before?: string;
  readonly after?: string;
  readonly requestId?: string;
}

/** E5: append only. */
export interface AuditTrail {
  append(entry: AuditEntry, signal?: AbortSignal): Promise<void>;
}
