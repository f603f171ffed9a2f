import type { Principal } from '#core/access';
import { grantsOf } from '#core/grants';
import { ROLE_MATRIX } from '#core/role-matrix';

/** Who the caller is to us, and what trust rules give them: the strongest in front, each by itself in `grants`. */
export const whoami = (principal: Principal) => {
  const { tenant, role, subject, issuer, ruleId, projects } = principal;
  const grants = grantsOf(principal);
  const payloadRead = grants.some((grant) => grant.payloadRead);
  const rights = [...ROLE_MATRIX[role], ...(payloadRead ? ['payload:read'] : [])];
  return { tenant, role, subject, issuer, ruleId, projects, payloadRead, rights, grants };
};
export type PrincipalView = ReturnType<typeof whoami>;
