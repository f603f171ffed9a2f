import type { ClaimCondition, TrustRule } from '#core/access';
import { meetsCondition, ownClaim } from '#core/claim-conditions';
import type { Claims } from '#core/claim-conditions';
import type { ProblemReason } from '#core/problems';

/** A value of a claim, or how values begin: `{"like": "acme/*"}`, with the one star at the end. */
export type OwnedValue = string | { readonly like: string };

/**
 * The tokens of one issuer that the deploy gives to one tenant: those that meet all claims here, each with one of its values. Without
 * claims all tokens of the issuer.
 */
export interface ClaimNamespace {
  readonly tenant: string;
  readonly claims: { readonly [claim: string]: readonly OwnedValue[] };
}

const beginningOf = (like: string): string => like.slice(0, like.indexOf('*'));

const showValue = (value: OwnedValue): string => JSON.stringify(typeof value === 'string' ? value : value.like);

/** `"acme" or "acme-*"` */
const showValues = (values: readonly OwnedValue[]): string => values.map(showValue).join(' or ');

const showCondition = (condition: ClaimCondition | undefined): string => {
  if (condition === undefined) return 'none';
  if (typeof condition === 'string') return JSON.stringify(condition);
  return 'like' in condition
    ? JSON.stringify(condition.like)
    : condition.map((text) => JSON.stringify(text)).join(', ');
};

const ownsText = (values: readonly OwnedValue[], text: string): boolean =>
  values.some((value) => (typeof value === 'string' ? value === text : text.startsWith(beginningOf(value.like))));

/** Whether whatever meets the condition is owned. A glob is held by its beginning alone: what follows its first star may be anything. */
const ownsCondition = (values: readonly OwnedValue[], condition: ClaimCondition): boolean => {
  if (typeof condition === 'string') return ownsText(values, condition);
  if (!('like' in condition)) return condition.length > 0 && condition.every((text) => ownsText(values, text));
  if (!condition.like.includes('*')) return ownsText(values, condition.like);
  const begins = beginningOf(condition.like);
  return values.some((value) => typeof value !== 'string' && begins.startsWith(beginningOf(value.like)));
};

const pointerTo = (claim: string): string => `/claims/${claim.replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** What a rule's conditions lack to be within a namespace: for each claim what was expected and what came; nothing when they are within. */
export const reasonsOutside = (namespace: ClaimNamespace, conditions: TrustRule['claims']): readonly ProblemReason[] =>
  Object.entries(namespace.claims).flatMap(([claim, values]) => {
    const condition = Object.hasOwn(conditions, claim) ? conditions[claim] : undefined;
    if (condition !== undefined && ownsCondition(values, condition)) return [];
    const expected = `expected a condition on ${claim} within ${showValues(values)}, which the deploy gives to tenant ${namespace.tenant}`;
    return [
      {
        pointer: condition === undefined ? '/claims' : pointerTo(claim),
        reason: `${expected}; got ${showCondition(condition)}`,
      },
    ];
  });

/** The namespace that a deploy gives to a tenant, if any. */
export const namespaceOf = (namespaces: readonly ClaimNamespace[], tenant: string): ClaimNamespace | undefined =>
  namespaces.find((namespace) => namespace.tenant === tenant);

/**
 * Namespaces that a token lies in. One at most while the claims they ask for have one value each, because no two namespaces overlap; a claim
 * with several values (groups) may put a token into several.
 */
export const namespacesOfToken = (namespaces: readonly ClaimNamespace[], claims: Claims): readonly ClaimNamespace[] =>
  namespaces.filter((namespace) =>
    Object.entries(namespace.claims).every(([claim, values]) =>
      values.some((value) => meetsCondition(value, ownClaim(claims, claim))),
    ),
  );

const bothHold = (a: OwnedValue, b: OwnedValue): boolean => {
  if (typeof a === 'string') return ownsText([b], a);
  if (typeof b === 'string') return ownsText([a], b);
  const [one, other] = [beginningOf(a.like), beginningOf(b.like)];
  return one.startsWith(other) || other.startsWith(one);
};

const lowered = (value: OwnedValue): OwnedValue =>
  typeof value === 'string' ? value.toLowerCase() : { like: value.like.toLowerCase() };

/** Many issuers take `Acme` and `acme` for one name, so values that differ only in case are not safely apart. */
const couldBeSame = (a: OwnedValue, b: OwnedValue): boolean => bothHold(a, b) || bothHold(lowered(a), lowered(b));

/** Whether one token with one value for each claim could lie in both: unless they ask one claim for values that are apart. */
export const overlap = (one: ClaimNamespace, other: ClaimNamespace): boolean =>
  !Object.entries(one.claims).some(
    ([claim, values]) =>
      Object.hasOwn(other.claims, claim) &&
      !values.some((a) => (other.claims[claim] ?? []).some((b) => couldBeSame(a, b))),
  );

/** A namespace in words: `repository_owner "acme"`, or `all tokens`. */
export const showNamespace = ({ claims }: ClaimNamespace): string =>
  Object.entries(claims)
    .map(([claim, values]) => `${claim} ${showValues(values)}`)
    .join(' and ') || 'all tokens';
