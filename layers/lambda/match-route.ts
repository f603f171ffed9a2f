import type { Route } from '#contracts/route';
import { problem } from '#core/problems';
import { decoded } from '#lambda/gateway-event';
import type { GatewayEvent } from '#lambda/gateway-event';

export interface MatchedRoute {
  readonly route: Route;
  /** Values of the path parameters, decoded. */
  readonly path: ReadonlyMap<string, string>;
}

const isTemplate = (part: string): boolean => part.startsWith('{');

const valuesOf = (template: string, path: string): ReadonlyMap<string, string> | undefined => {
  const wanted = template.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const values = new Map<string, string>();
  for (const [at, part] of wanted.entries()) {
    const text = given[at] ?? '';
    if (isTemplate(part) && text !== '') values.set(part.slice(1, -1), decoded(text));
    else if (part !== text) return undefined;
  }
  return values;
};

const parametersOf = (event: GatewayEvent): ReadonlyMap<string, string> =>
  new Map(Object.entries(event.pathParameters ?? {}).map(([name, value]) => [name, decoded(value ?? '')]));

/**
 * Finds the route of an event: by the gateway's `resource`, else by the path itself, where fixed parts win over parameters.
 *
 * @throws route-not-found, or method-not-allowed naming the methods that the path knows
 */
export const matchRoute = (routes: readonly Route[], event: GatewayEvent): MatchedRoute => {
  const method = event.httpMethod ?? '';
  const path = event.path ?? '';
  const byResource = routes.filter((route) => route.path === event.resource);
  const candidates =
    byResource.length > 0
      ? byResource.map((route) => ({ route, path: parametersOf(event) }))
      : routes
          .flatMap((route) => {
            const values = valuesOf(route.path, path);
            return values === undefined ? [] : [{ route, path: values }];
          })
          .toSorted((a, b) => a.path.size - b.path.size);
  const found = candidates.find(({ route }) => route.method === method);
  if (found !== undefined) return found;
  if (candidates.length === 0) throw problem('route-not-found', `there is no route ${method} ${path}`);
  const known = candidates.map(({ route }) => route.method).join(', ');
  throw problem('method-not-allowed', `expected ${known}, got ${method}`);
};
