import { withRight } from '#core/grants';
import { problem } from '#core/problems';
import { requireProject } from '#core/project-scope';
import type { HttpMiddleware, HttpRequest } from '#lambda/http-state';

/** The service that a path names: of `shop.checkout` it is `shop`. */
const serviceOfPath = (path: ReadonlyMap<string, string>): string | undefined =>
  path.get('service') ?? path.get('suite')?.split('.')[0];

/**
 * Role x route, and projects where the path names a service. Default deny: a right that the matrix does not know is nobody's.
 * What a body or a stored thing names is checked by the use case, which alone knows it.
 *
 * @throws forbidden
 */
export const rights = (): HttpMiddleware => {
  const rightsBefore = (request: HttpRequest): void => {
    const { matched, principal } = request.internal;
    if (matched === undefined) throw problem('invariant-broken', 'rights were asked for before the route was known');
    const { route, path } = matched;
    if (route.right === 'public') return;
    if (principal === undefined) throw problem('invariant-broken', 'rights were asked for before the caller was known');
    const entitled = withRight(principal, route.right);
    if (entitled === undefined) {
      throw problem(
        'forbidden',
        `${route.method} ${route.path} needs the right ${route.right}, which the role ${principal.role} does not have`,
      );
    }
    const service = serviceOfPath(path);
    if (service !== undefined) requireProject(entitled, service);
    // From here on the caller is no more than the rules with this right make of them.
    request.internal.principal = entitled;
  };
  return { before: rightsBefore };
};
