import type { Principal, TrustRule } from '#core/access';
import { canonicalJson } from '#core/canonical-json';
import { isBuiltIn, whyIgnored } from '#core/issuers';
import type { Issuer } from '#core/issuers';
import { problem } from '#core/problems';
import { reaches } from '#core/project-scope';
import { roleStrength } from '#core/role-matrix';
import type { TrustRulePorts } from './add-trust-rule.ts';

export interface RemoveTrustRule {
  readonly principal: Principal;
  readonly requestId: string;
  readonly rule: string;
}

const lastOwner = (id: string): Error =>
  problem('last-owner-rule', `without the trust rule ${id} nobody would own the tenant; add another owner rule first`);

/** A rule that is over, or that the plane does not believe, makes nobody an owner. */
const isOwnerNow = (issuers: readonly Issuer[], rule: TrustRule, nowMs: number): boolean =>
  rule.role === 'owner' &&
  (rule.expiresAtEpochMs === undefined || rule.expiresAtEpochMs > nowMs) &&
  whyIgnored(issuers, rule) === undefined;

const requireReach = (principal: Principal, rule: TrustRule): void => {
  if (roleStrength(rule.role) >= roleStrength('admin') && principal.role !== 'owner') {
    throw problem('forbidden', `only an owner may remove a rule for the role ${rule.role}, you are ${principal.role}`);
  }
  if (
    !rule.projects.every((project) =>
      project === '*' ? principal.projects.includes('*') : reaches(principal, project),
    )
  ) {
    throw problem('forbidden', `the rule reaches projects that are not yours: ${rule.projects.join(', ')}`);
  }
};

/**
 * Removes a trust rule of the principal's tenant; whoever came in by it is refused 10 s later at most.
 *
 * @throws trust-rule-not-found, forbidden, last-owner-rule
 */
export const removeTrustRule =
  ({ access, audit, clock, issuers, firstOwners }: TrustRulePorts) =>
  async ({ principal, requestId, rule: id }: RemoveTrustRule, signal: AbortSignal): Promise<void> => {
    const { tenant } = principal;
    const builtIn = firstOwners.filter((rule) => rule.tenant === tenant);
    if (isBuiltIn(id) && builtIn.some((rule) => rule.id === id)) {
      throw problem(
        'last-owner-rule',
        `the trust rule ${id} came with the deploy; change FIRST_OWNER of the deploy to remove it`,
      );
    }
    const ownersBeside = async (): Promise<number> => {
      const rules = await access.listRules(tenant, signal);
      return [...rules, ...builtIn].filter((rule) => rule.id !== id && isOwnerNow(issuers, rule, clock.nowMs())).length;
    };
    const rule = (await access.listRules(tenant, signal)).find((candidate) => candidate.id === id);
    if (rule === undefined) throw problem('trust-rule-not-found', `there is no trust rule ${id}`);
    requireReach(principal, rule);
    const isOwner = isOwnerNow(issuers, rule, clock.nowMs());
    if (isOwner && (await ownersBeside()) === 0) throw lastOwner(id);

    const entry = { tenant, principal: principal.subject, resource: `trust-rule/${id}`, requestId };
    await audit.append(
      { ...entry, atEpochMs: clock.nowMs(), action: 'trust-rule.remove', before: canonicalJson(rule) },
      signal,
    );
    if (!(await access.removeRule(tenant, id, signal)))
      throw problem('trust-rule-not-found', `there is no trust rule ${id}`);
    // Two owners may have removed each other's rule at once; whoever looks second puts theirs back.
    if (isOwner && (await ownersBeside()) === 0) {
      await access.addRule(rule, signal);
      await audit.append(
        { ...entry, atEpochMs: clock.nowMs(), action: 'trust-rule.add', after: canonicalJson(rule) },
        signal,
      );
      throw lastOwner(id);
    }
  };
