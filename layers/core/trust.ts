import { createHash } from 'node:crypto';

import type { ClaimCondition, Principal, TrustRule } from '#core/access';
import { problem } from '#core/problems';
import { roleStrength } from '#core/role-matrix';
import type { EpochMs, Json } from '#core/units';

/** Verified claims of a token. */
export interface Claims {
  readonly [claim: string]: Json | undefined;
}

/** How much each kind of condition says; only the order matters. */
const SPECIFIC_CONDITION_POINTS = { text: 4, list: 3, glob: 2, everything: 0 } as const;

/**
 * Whether a text has the form of a glob in which `*` stands for any run of characters, also an empty one. No other character is
 * special. Linear in the text for each `*`: a hostile claim cannot make it slow, as it could a regular expression.
 */
export const matchesGlob = (glob: string, text: string): boolean => {
  const parts = glob.split('*');
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (parts.length === 1) return text === glob;
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
  let from = first.length;
  const end = text.length - last.length;
  for (const part of parts.slice(1, -1)) {
    const at = text.indexOf(part, from);
    if (at < 0 || at + part.length > end) return false;
    from = at + part.length;
  }
  return from <= end;
};

const matchesText = (condition: ClaimCondition, value: string): boolean => {
  if (typeof condition === 'string') return condition === value;
  if ('like' in condition) return matchesGlob(condition.like, value);
  return condition.includes(value);
};

/**
 * Whether one claim meets its condition. Numbers and booleans are compared as their JSON text; of an array claim (groups,
 * audiences) one element is enough; an absent, null or object claim meets nothing, not even `*`.
 */
export const meetsCondition = (condition: ClaimCondition, value: Json | undefined): boolean => {
  if (typeof value === 'string') return matchesText(condition, value);
  if (typeof value === 'number' || typeof value === 'boolean') return matchesText(condition, String(value));
  if (Array.isArray(value)) return value.some((item: Json) => typeof item === 'string' && matchesText(condition, item));
  return false;
};

const ownClaim = (claims: Claims, name: string): Json | undefined =>
  Object.hasOwn(claims, name) ? claims[name] : undefined;

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

const explain = (claims: Claims): string =>
  `no trust rule matches a token with ${TELLING_CLAIMS.filter((name) => ownClaim(claims, name) !== undefined)
    .map((name) => `${name} ${JSON.stringify(ownClaim(claims, name)).slice(0, CLAIM_TEXT_LENGTH_MAX)}`)
    .join(', ')}`;

const CLAIM_TEXT_LENGTH_MAX = 300;

/**
 * The one rule that decides what a token may do. Within a tenant the strongest role wins, then the rule with the most specific
 * conditions, then the lower id: the order in which rules are read never matters.
 *
 * @param tenant what the caller named in X-Assay-Tenant; needed only when rules of several tenants match
 * @throws no-trust-rule when none matches (of the named tenant); tenant-ambiguous when several tenants match and none was named
 */
export const matchTrustRule = (
  rules: readonly TrustRule[],
  claims: Claims,
  now: EpochMs,
  tenant?: string,
): TrustRule => {
  const matching = rules.filter((rule) => ruleMatches(rule, claims, now));
  const candidates = tenant === undefined ? matching : matching.filter((rule) => rule.tenant === tenant);
  const tenants = [...new Set(candidates.map((rule) => rule.tenant))].sort();
  if (tenants.length > 1) {
    throw problem(
      'tenant-ambiguous',
      `the token matches trust rules of ${tenants.join(', ')}: name one in the header X-Assay-Tenant`,
    );
  }
  const chosen = candidates.toSorted(byStrength)[0];
  if (chosen !== undefined) return chosen;
  if (tenant !== undefined && matching.length > 0)
    throw problem('no-trust-rule', `no trust rule of tenant ${tenant} matches the token`);
  throw problem('no-trust-rule', explain(claims));
};

/** A longer subject is replaced by its digest: it stands in log lines, runs and the audit trail. */
const SUBJECT_LENGTH_MAX = 256;

const subjectOf = (claims: Claims): string => {
  const subject = ownClaim(claims, 'sub');
  if (typeof subject !== 'string' || subject === '') return 'unknown';
  if (subject.length <= SUBJECT_LENGTH_MAX) return subject;
  return `sha256:${createHash('sha256').update(subject).digest('hex')}`;
};

/** The caller that a rule makes of a token. */
export const principalOf = (rule: TrustRule, claims: Claims): Principal => {
  const tokenId = ownClaim(claims, 'jti');
  return {
    tenant: rule.tenant,
    role: rule.role,
    subject: subjectOf(claims),
    issuer: rule.issuer,
    ruleId: rule.id,
    projects: rule.projects,
    payloadRead: rule.payloadRead,
    ...(typeof tokenId === 'string' ? { tokenId } : {}),
  };
};
