import type { Principal } from '#core/access';
import { problem } from '#core/problems';
import { mayTouch } from '#core/role-matrix';

/** True when the principal's trust rule reaches this service. */
export const reaches = (principal: Principal, service: string): boolean => mayTouch(principal.projects, service);

/**
 * For what a request names itself: the caller knows the name, so saying that it is not theirs tells them nothing new.
 *
 * @throws forbidden (403) when the service is not among the principal's projects
 */
export const requireProject = (principal: Principal, service: string): void => {
  if (reaches(principal, service)) return;
  const projects = principal.projects.join(', ') || '(none)';
  throw problem(
    'forbidden',
    `the service ${service} is not among the projects of trust rule ${principal.ruleId}: ${projects}`,
  );
};
