import type { Principal, TrustRule } from '#core/access';
import type { Issuer } from '#core/issuers';
import type { AccessStore } from '#ports/access-store';

export interface ListTrustRulesPorts {
  readonly access: AccessStore;
  /** What the deploy trusts to identify callers, and which of their tokens are whose. */
  readonly issuers: readonly Issuer[];
  /** Rules that came with the deploy. */
  readonly firstOwners: readonly TrustRule[];
}

/** The rules of the principal's tenant by id, those that came with the deploy first. */
export const listTrustRules =
  ({ access, firstOwners }: ListTrustRulesPorts) =>
  async ({ principal }: { readonly principal: Principal }, signal: AbortSignal): Promise<readonly TrustRule[]> => {
    const stored = await access.listRules(principal.tenant, signal);
    const sorted = [...stored].sort((a, b) => (a.id < b.id ? -1 : 1));
    return [...firstOwners.filter(({ tenant }) => tenant === principal.tenant), ...sorted];
  };
