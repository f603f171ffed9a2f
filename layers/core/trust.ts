import { createHash } from 'node:crypto';

import type { ClaimCondition, Principal, TrustRule } from '#core/access';
import { meetsCondition, ownClaim } from '#core/claim-conditions';
import type { Claims } from '#core/claim-conditions';
import { namespacesOfToken, reasonsOutside } from '#core/claim-namespaces';
import type { ClaimNamespace } from '#core/claim-namespaces';
import type { Issuer } from '#core/issuers';
import { problem } from '#core/problems';
import { grantsOfRules } from '#core/grants';
import { roleStrength } from '#core/role-matrix';
import type { EpochMs } from '#core/units';

/** How much each kind of condition says; only the order matters. */
const SPECIFIC_CONDITION_POINTS = { text: 4, list: 3, glob: 2, everything: 0 } as const;

/** Whether a rule lets these claims in at this moment. A rule without conditions lets nobody in. */
export const ruleMatches = (rule: TrustRule, claims: Claims, now: EpochMs): boolean => {
  const conditions = Object.entries(rule.claims);
  return (
    conditions.length > 0 &&
    rule.issuer === ownClaim(claims, 'iss') &&
    (rule.expiresAtEpochMs === undefined || now < rule.expiresAtEpochMs) &&
    (rule.audience === undefined || meetsCondition(rule.audience, ownClaim(claims, 'aud'))) &&
    conditions.every(([name, condition]) => meetsCondition(condition, ownClaim(claims, name)))
  );
};

const points = (condition: ClaimCondition): number => {
  if (typeof condition === 'string') return SPECIFIC_CONDITION_POINTS.text;
  if (!('like' in condition)) return SPECIFIC_CONDITION_POINTS.list;
  return /^\*+$/.test(condition.like) ? SPECIFIC_CONDITION_POINTS.everything : SPECIFIC_CONDITION_POINTS.glob;
};

const specificity = (rule: TrustRule): number =>
  Object.values(rule.claims).reduce((sum, condition) => sum + points(condition), 0);

const byStrength = (a: TrustRule, b: TrustRule): number =>
  roleStrength(b.role) - roleStrength(a.role) ||
  specificity(b) - specificity(a) ||
  (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Claims that say who calls. Only these are repeated: naming those that rules ask for would tell strangers of other tenants' rules. */
const TELLING_CLAIMS = [
  'iss',
  'aud',
  'sub',
  'repository',
  'ref',
  'environment',
  'workflow_ref',
  'project_path',
  'groups',
];

const CLAIM_TEXT_LENGTH_MAX = 300;

const tell = (claims: Claims, names: readonly string[]): string =>
  names
    .filter((name) => ownClaim(claims, name) !== undefined)
    .map((name) => `${name} ${JSON.stringify(ownClaim(claims, name)).slice(0, CLAIM_TEXT_LENGTH_MAX)}`)
    .join(', ');

/**
 * Which tenant's a token is. Deploy and token alone decide: no rule of any tenant, added, removed or expired, changes the answer.
 *
 * @param tenant what the caller named in X-Assay-Tenant; needed only by a token that lies in several namespaces
 * @throws no-trust-rule when it lies in no namespace (of the named tenant); tenant-ambiguous when in several and none was named
 */
export const namespaceOfToken = (
  { namespaces }: Pick<Issuer, 'namespaces'>,
  claims: Claims,
  tenant?: string,
): ClaimNamespace => {
  const all = namespacesOfToken(namespaces, claims);
  const candidates = tenant === undefined ? all : all.filter((namespace) => namespace.tenant === tenant);
  if (candidates.length > 1) {
    const names = candidates.map((namespace) => namespace.tenant).toSorted();
    throw problem(
      'tenant-ambiguous',
      `the token belongs to the tenants ${names.join(', ')}: name one in the header X-Assay-Tenant`,
    );
  }
  const [found] = candidates;
  if (found !== undefined) return found;
  if (tenant !== undefined && all.length > 0)
    throw problem('no-trust-rule', `the token does not belong to tenant ${tenant}, which X-Assay-Tenant names`);
  const bound = namespaces.flatMap((namespace) => Object.keys(namespace.claims));
  throw problem(
    'no-trust-rule',
    `the deploy gives no tenant tokens with ${tell(claims, [...new Set([...TELLING_CLAIMS, ...bound])])}`,
  );
};

/**
 * The rules that say what a token may do, the strongest role first, then the most specific conditions, then the lower id: the order in which
 * rules are read never matters. Only rules of the namespace's tenant count, and of these only those within the namespace: what would be
 * refused when it is added is not believed when it is there, after a deploy that changed namespaces.
 *
 * @param namespace of the token, from namespaceOfToken
 * @throws no-trust-rule when none matches
 */
export const matchTrustRules = (
  rules: readonly TrustRule[],
  { claims, namespace }: { readonly claims: Claims; readonly namespace: ClaimNamespace },
  now: EpochMs,
): readonly TrustRule[] => {
  const matching = rules
    .filter((rule) => rule.tenant === namespace.tenant && reasonsOutside(namespace, rule.claims).length === 0)
    .filter((rule) => ruleMatches(rule, claims, now))
    .toSorted(byStrength);
  if (matching.length > 0) return matching;
  throw problem('no-trust-rule', `no trust rule matches a token with ${tell(claims, TELLING_CLAIMS)}`);
};

/** A longer subject is replaced by its digest: it stands in log lines, runs and the audit trail. */
const SUBJECT_LENGTH_MAX = 256;

const subjectOf = (claims: Claims): string => {
  const subject = ownClaim(claims, 'sub');
  if (typeof subject !== 'string' || subject === '') return 'unknown';
  if (subject.length <= SUBJECT_LENGTH_MAX) return subject;
  return `sha256:${createHash('sha256').update(subject).digest('hex')}`;
};

/**
 * The caller that rules make of a token: all that they give, together.
 *
 * @param rules those that match it, as matchTrustRules gives them: at least one
 */
export const principalOf = (rules: readonly TrustRule[], claims: Claims): Principal => {
  const grants = grantsOfRules(rules);
  const [rule] = rules;
  const [strongest] = grants;
  if (rule === undefined || strongest === undefined) throw new RangeError('a principal needs a rule');
  const tokenId = ownClaim(claims, 'jti');
  return {
    tenant: rule.tenant,
    subject: subjectOf(claims),
    issuer: rule.issuer,
    ...strongest,
    ...(grants.length > 1 ? { grants } : {}),
    ...(typeof tokenId === 'string' ? { tokenId } : {}),
  };
};
