/** Several trust rules may match a caller: what each gives is added up, so that no rule takes away what another one gave. */
import type { Grant, Principal, TrustRule } from '#core/access';
import { mayDo, mayTouch, roleStrength } from '#core/role-matrix';

const isWide = ({ projects }: Grant): number => (projects.includes('*') ? 1 : 0);

const strongestFirst = (a: Grant, b: Grant): number =>
  roleStrength(b.role) - roleStrength(a.role) || isWide(b) - isWide(a) || Number(b.payloadRead) - Number(a.payloadRead);

const union = (grants: readonly Grant[]): readonly string[] => {
  const all = new Set(grants.flatMap((grant) => grant.projects));
  return all.has('*') ? ['*'] : [...all].toSorted();
};

/** True when `grant` gives nothing that `other` does not give. */
const isWithin = (grant: Grant, other: Grant): boolean =>
  roleStrength(grant.role) <= roleStrength(other.role) &&
  (!grant.payloadRead || other.payloadRead) &&
  grant.projects.every((project) => other.projects.includes('*') || other.projects.includes(project));

/**
 * What rules give together, strongest first: at most one grant for each role with and without payloads, none that lies within another.
 *
 * @param rules the most specific first: it names the grant
 */
export const grantsOfRules = (rules: readonly TrustRule[]): readonly Grant[] => {
  const kinds = Map.groupBy(rules, ({ role, payloadRead }) => `${role} ${String(payloadRead)}`);
  const merged = [...kinds.values()].flatMap((members): Grant[] => {
    const [first] = members;
    if (first === undefined) return [];
    const { id: ruleId, role, payloadRead } = first;
    const projects = union(members.map((rule) => ({ ruleId, role, payloadRead, projects: rule.projects })));
    return [{ ruleId, role, projects, payloadRead }];
  });
  const sorted = merged.toSorted(strongestFirst);
  return sorted.filter((grant, at) => !sorted.some((other, place) => place < at && isWithin(grant, other)));
};

export const grantsOf = ({ grants, ruleId, role, projects, payloadRead }: Principal): readonly Grant[] =>
  grants ?? [{ ruleId, role, projects, payloadRead }];

/**
 * The caller as far as one right goes: role and rule of the strongest grant that has it, projects of all that have it. What manages access
 * is not added up: somebody may be owner for one project and admin for all, and is not owner for all by that.
 *
 * @returns undefined when no grant has the right
 */
export const withRight = (principal: Principal, right: string): Principal | undefined => {
  const grants = grantsOf(principal).filter((grant) => mayDo(grant.role, right));
  const [strongest] = grants;
  if (strongest === undefined) return undefined;
  const projects = right === 'access:manage' ? strongest.projects : union(grants);
  return { ...principal, role: strongest.role, ruleId: strongest.ruleId, projects };
};

/** `payload:read` for what belongs to a service: a rule gives it for its own projects alone. */
export const readsPayload = (principal: Principal, service: string): boolean =>
  grantsOf(principal).some((grant) => grant.payloadRead && mayTouch(grant.projects, service));
