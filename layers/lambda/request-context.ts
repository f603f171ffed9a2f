import { randomBytes } from 'node:crypto';

import type { Route } from '#contracts/route';
import type { Principal } from '#core/access';
import { isProblemCode, problem, PROBLEMS } from '#core/problems';
import { ROLES } from '#core/words';
import { headersOf } from '#lambda/gateway-event';
import type { GatewayEvent } from '#lambda/gateway-event';
import type { HttpMiddleware, HttpRequest } from '#lambda/http-state';
import { matchRoute } from '#lambda/match-route';
import type { Telemetry } from '#lambda/telemetry';

/** W3C Trace Context: version, trace id, parent id, flags. */
const TRACEPARENT = /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(-.*)?$/;
const ALL_ZERO = /^0+$/;

/** AWS's own header: `Root=1-{8 hex}-{24 hex}`; together they have the length of a W3C trace id. */
const AMAZON_TRACE = /Root=1-([0-9a-f]{8})-([0-9a-f]{24})/;

/** The caller's trace id, the gateway's, or a new one: 32 hex digits. */
export const traceIdOf = (headers: { readonly [name: string]: string | undefined }): string => {
  const parent = TRACEPARENT.exec(headers['traceparent'] ?? '');
  const [, traceId = '', parentId = ''] = parent ?? [];
  if (traceId !== '' && !ALL_ZERO.test(traceId) && !ALL_ZERO.test(parentId) && !parent?.[0].startsWith('ff'))
    return traceId;
  const amazon = AMAZON_TRACE.exec(headers['x-amzn-trace-id'] ?? '');
  if (amazon !== null) return `${amazon[1] ?? ''}${amazon[2] ?? ''}`;
  return randomBytes(16).toString('hex');
};

type Fields = { readonly [name: string]: unknown };

const isGrant = ({ role, projects, payloadRead }: Fields): boolean =>
  ROLES.some((known) => known === role) &&
  Array.isArray(projects) &&
  projects.every((project) => typeof project === 'string') &&
  typeof payloadRead === 'boolean';

const isPrincipal = (value: unknown): value is Principal => {
  if (typeof value !== 'object' || value === null) return false;
  const { tenant, subject, grants = [] } = value as Fields;
  return (
    typeof tenant === 'string' &&
    tenant !== '' &&
    typeof subject === 'string' &&
    isGrant(value as Fields) &&
    Array.isArray(grants) &&
    grants.every((grant: unknown) => typeof grant === 'object' && grant !== null && isGrant(grant as Fields))
  );
};

/**
 * The authorizer hands the principal on as JSON, because its context takes no objects. A token that it refused comes as code and detail
 * in its place, so that the caller is told why; whatever else comes without a principal is closed.
 */
const principalOf = (event: GatewayEvent): Principal => {
  const { principal: text, code, detail } = event.requestContext?.authorizer ?? {};
  if (text === undefined && typeof code === 'string' && isProblemCode(code)) {
    throw problem(code, typeof detail === 'string' ? detail : PROBLEMS[code].title);
  }
  if (typeof text !== 'string') throw problem('invariant-broken', 'the authorizer sent no principal');
  const value: unknown = JSON.parse(text);
  if (!isPrincipal(value)) throw problem('invariant-broken', 'the principal of the authorizer is incomplete');
  return value;
};

/**
 * Finds out what the request is: its ids, its route, who calls. Correlation id and run id stand in every log line from here on (G7).
 *
 * @throws route-not-found, method-not-allowed, the code of a refused token, invariant-broken when a protected route was reached without
 *   the authorizer
 */
export const requestContext = (routes: readonly Route[], telemetry: Telemetry): HttpMiddleware => {
  const requestContextBefore = (request: HttpRequest): void => {
    const event = request.event as GatewayEvent;
    const headers = headersOf(event);
    const requestId = event.requestContext?.requestId ?? request.context.awsRequestId;
    const traceId = traceIdOf(headers);
    request.internal.received = { event, headers, requestId, traceId, startedAtMs: performance.now() };
    telemetry.addLogFields({ correlation_id: traceId, request_id: requestId });

    const matched = matchRoute(routes, event);
    request.internal.matched = matched;
    telemetry.addLogFields({
      operation: matched.route.operationId,
      method: matched.route.method,
      test_run_id: matched.path.get('runId'),
    });
    if (matched.route.right === 'public') return;
    const principal = principalOf(event);
    request.internal.principal = principal;
    telemetry.addLogFields({ tenant: principal.tenant, principal: principal.subject, role: principal.role });
  };
  return { before: requestContextBefore };
};
