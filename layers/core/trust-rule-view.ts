import type { TrustRule } from '#core/access';

/**
 * A trust rule as the API shows it; times are RFC 3339.
 *
 * @param ignored why the plane does not believe the rule, when it does not
 */
export const trustRuleView = (rule: TrustRule, ignored?: string) => ({
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
  ...(ignored === undefined ? {} : { ignored }),
});
export type TrustRuleView = ReturnType<typeof trustRuleView>;
