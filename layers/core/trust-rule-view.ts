import type { TrustRule } from '#core/access';

/** A trust rule as the API shows it; times are RFC 3339. */
export const trustRuleView = (rule: TrustRule) => ({
  id: rule.id,
  issuer: rule.issuer,
  ...(rule.audience === undefined ? {} : { audience: rule.audience }),
  claims: rule.claims,
  role: rule.role,
  projects: rule.projects,
  payloadRead: rule.payloadRead,
  ...(rule.description === undefined ? {} : { description: rule.description }),
  createdBy: rule.createdBy,
  createdAt: new Date(rule.createdAtEpochMs).toISOString(),
  ...(rule.expiresAtEpochMs === undefined ? {} : { expiresAt: new Date(rule.expiresAtEpochMs).toISOString() }),
});
export type TrustRuleView = ReturnType<typeof trustRuleView>;
