import { ROLES } from '#core/words';
import type { Role } from '#core/words';

/** Everything the API may ask of a caller. Each operation of the OpenAPI document names one, or `public`. */
export const RIGHTS = [
  'run:read',
  'run:start',
  'catalog:read',
  'catalog:write',
  'access:read',
  'access:manage',
  'plane:read',
  'approval:give',
  'tenant:remove',
] as const;
export type Right = (typeof RIGHTS)[number];

const viewer: readonly Right[] = ['run:read', 'catalog:read', 'access:read', 'plane:read'];
const executor: readonly Right[] = [...viewer, 'run:start'];
const editor: readonly Right[] = [...executor, 'catalog:write'];
const approver: readonly Right[] = [...editor, 'approval:give'];
const admin: readonly Right[] = [...approver, 'access:manage'];
const owner: readonly Right[] = [...admin, 'tenant:remove'];

/**
 * The F1 matrix: what each role may do. docs/access-matrix.md and the route x role tests are made from it.
 *
 * Each role may do all that the weaker ones may: otherwise one more trust rule could take a right away. That nobody approves
 * his own change is a matter of persons, not of roles.
 *
 * Not here: `payload:read`, which no role brings by itself; a trust rule grants it (`payloadRead`), so that an admin who must
 * not see customers' data does not.
 */
export const ROLE_MATRIX: { readonly [role in Role]: readonly Right[] } = {
  viewer,
  executor,
  editor,
  approver,
  admin,
  owner,
};

const isRole = (text: string): text is Role => ROLES.some((role) => role === text);

/** Default deny: a role or right that the matrix does not know may do nothing. */
export const mayDo = (role: string, right: string): boolean =>
  isRole(role) && ROLE_MATRIX[role].some((granted) => granted === right);

/** Position from weakest (0) to strongest; -1 for a word that is no role. */
export const roleStrength = (role: string): number => ROLES.findIndex((known) => known === role);

/**
 * Whether a principal of these projects may touch a service.
 *
 * @param projects services by id, or `*` for all
 */
export const mayTouch = (projects: readonly string[], service: string): boolean =>
  projects.some((project) => project === '*' || project === service);
