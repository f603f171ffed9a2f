import type { ClaimCondition, Principal, TrustRule } from '#core/access';
import { FIRST_OWNER_RULE, isBuiltIn, reasonsOutsideIssuer } from '#core/issuers';
import type { Issuer } from '#core/issuers';
import { canonicalJson } from '#core/canonical-json';
import { namespaceOf } from '#core/claim-namespaces';
import { COMMON_CLAIMS } from '#core/claim-conditions';
import { problem } from '#core/problems';
import type { ProblemReason } from '#core/problems';
import { readsPayload } from '#core/grants';
import { roleStrength } from '#core/role-matrix';
import type { Role } from '#core/words';
import type { AccessStore, AuditTrail } from '#ports/access-store';
import type { Clock } from '#ports/clock';

export interface TrustRulePorts {
  readonly access: AccessStore;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  /** What the deploy trusts to identify callers. */
  readonly issuers: readonly Issuer[];
  /** Rules that came with the deploy, of all tenants. */
  readonly firstOwners: readonly TrustRule[];
}

export interface TrustRuleRequest {
  readonly id: string;
  readonly issuer: string;
  readonly audience?: string;
  readonly claims: { readonly [claim: string]: ClaimCondition };
  readonly role: Role;
  readonly projects?: readonly string[];
  readonly payloadRead?: boolean;
  readonly description?: string;
  /** RFC 3339. */
  readonly expiresAt?: string;
}

export interface AddTrustRule {
  readonly principal: Principal;
  readonly requestId: string;
  readonly request: TrustRuleRequest;
}

const isEverything = (condition: ClaimCondition): boolean =>
  typeof condition === 'object' && 'like' in condition && /^\*+$/.test(condition.like);

/** Also what the deploy gives the tenant: nobody can attract tokens that are somebody else's. Issuers of other tenants are not told. */
const issuerReasons = (tenant: string, request: TrustRuleRequest, issuers: readonly Issuer[]): ProblemReason[] => {
  const own = issuers.filter(({ namespaces }) => namespaceOf(namespaces, tenant) !== undefined);
  const issuer = own.find((known) => known.issuer === request.issuer);
  if (issuer === undefined) {
    const known = own.map((each) => each.issuer).join(', ') || '(none)';
    const expected = `expected an issuer of which the deploy gives tokens to tenant ${tenant}: ${known}`;
    return [{ pointer: '/issuer', reason: `${expected}; got "${request.issuer}"` }];
  }
  const outside = reasonsOutsideIssuer(issuer, { tenant, claims: request.claims });
  if (request.audience === undefined || issuer.audiences.includes(request.audience)) return [...outside];
  return [
    ...outside,
    {
      pointer: '/audience',
      reason: `expected a configured audience: ${issuer.audiences.join(', ')}; got "${request.audience}"`,
    },
  ];
};

const reasonsOf = (tenant: string, request: TrustRuleRequest, { issuers, clock }: TrustRulePorts): ProblemReason[] => {
  const expiresAtMs = request.expiresAt === undefined ? undefined : Date.parse(request.expiresAt);
  const telling = Object.entries(request.claims).filter(
    ([claim, condition]) => !COMMON_CLAIMS.includes(claim) && !isEverything(condition),
  );
  return [
    ...issuerReasons(tenant, request, issuers),
    ...(telling.length > 0
      ? []
      : [
          {
            pointer: '/claims',
            reason:
              'expected a condition on a claim that tells who calls, such as sub or repository, that is not "*" alone',
          },
        ]),
    ...(isBuiltIn(request.id)
      ? [
          {
            pointer: '/id',
            reason: `expected another id: those that begin with "${FIRST_OWNER_RULE}" came with the deploy`,
          },
        ]
      : []),
    ...(expiresAtMs === undefined || expiresAtMs > clock.nowMs()
      ? []
      : [{ pointer: '/expiresAt', reason: `expected a time to come, got ${request.expiresAt ?? ''}` }]),
  ];
};

/** Nobody gives more than they have: roles above their own, projects that are not theirs, payloads that they may not read. */
const requireOwnReach = (
  principal: Principal,
  { role, projects = ['*'], payloadRead = false }: TrustRuleRequest,
): void => {
  if (roleStrength(role) >= roleStrength('admin') && principal.role !== 'owner') {
    throw problem('forbidden', `only an owner may give the role ${role}, you are ${principal.role}`);
  }
  const beyond = principal.projects.includes('*')
    ? []
    : projects.filter((project) => !principal.projects.includes(project));
  if (beyond.length > 0)
    throw problem(
      'forbidden',
      `a rule may only reach your own projects (${principal.projects.join(', ')}), got ${beyond.join(', ')}`,
    );
  if (payloadRead && !projects.every((project) => readsPayload(principal, project)))
    throw problem('forbidden', 'a rule may only grant payloadRead for projects where you have it yourself');
};

/**
 * Adds a trust rule to the principal's tenant.
 *
 * @throws forbidden, trust-rule-invalid, trust-rule-exists
 */
export const addTrustRule =
  (ports: TrustRulePorts) =>
  async ({ principal, requestId, request }: AddTrustRule, signal: AbortSignal): Promise<TrustRule> => {
    requireOwnReach(principal, request);
    const errors = reasonsOf(principal.tenant, request, ports);
    if (errors.length > 0)
      throw problem('trust-rule-invalid', `trust rule ${request.id}: ${errors[0]?.reason ?? ''}`, { errors });
    const nowMs = ports.clock.nowMs();
    const rule: TrustRule = {
      schemaVersion: 1,
      id: request.id,
      tenant: principal.tenant,
      issuer: request.issuer,
      ...(request.audience === undefined ? {} : { audience: request.audience }),
      claims: request.claims,
      role: request.role,
      projects: request.projects ?? ['*'],
      payloadRead: request.payloadRead ?? false,
      ...(request.description === undefined ? {} : { description: request.description }),
      createdBy: principal.subject,
      createdAtEpochMs: nowMs,
      ...(request.expiresAt === undefined ? {} : { expiresAtEpochMs: Date.parse(request.expiresAt) }),
    };
    const existing = await ports.access.listRules(principal.tenant, signal);
    if (existing.some(({ id }) => id === rule.id))
      throw problem('trust-rule-exists', `there is a trust rule ${rule.id}; remove it first, or choose another id`);
    await ports.audit.append(
      {
        tenant: principal.tenant,
        atEpochMs: nowMs,
        principal: principal.subject,
        action: 'trust-rule.add',
        resource: `trust-rule/${rule.id}`,
        after: canonicalJson(rule),
        requestId,
      },
      signal,
    );
    await ports.access.addRule(rule, signal);
    return rule;
  };
