import type { Principal } from '#core/access';
import { ROLE_MATRIX } from '#core/role-matrix';

/** Who the caller is to us, and what their role may do. */
export const whoami = ({ tenant, role, subject, issuer, ruleId, projects, payloadRead }: Principal) => ({
  tenant,
  role,
  subject,
  issuer,
  ruleId,
  projects,
  payloadRead,
  rights: [...ROLE_MATRIX[role], ...(payloadRead ? ['payload:read'] : [])],
});
export type PrincipalView = ReturnType<typeof whoami>;
