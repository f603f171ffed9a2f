import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';

import type { OperationId } from '#contracts/generated/types';
import type { Route } from '#contracts/route';
import { problem } from '#core/problems';
import { contractGuard } from '#lambda/contract-guard';
import type { GatewayEvent, GatewayResult } from '#lambda/gateway-event';
import type { HttpState, PreparedCall } from '#lambda/http-state';
import { requestContext } from '#lambda/request-context';
import { requestTelemetry } from '#lambda/request-telemetry';
import { responder } from '#lambda/responder';
import { rights } from '#lambda/rights';
import { telemetry as sharedTelemetry } from '#lambda/telemetry';
import type { Telemetry } from '#lambda/telemetry';
import type { ApiAnswer, ApiCall, ApiUseCases } from '#ports/api';

/** Kept back from the time of the function, so that a caller still gets a problem when a use case takes too long. */
const TIMEOUT_EARLY_MS = 500;

export type HttpHandler = (event: GatewayEvent, context: Context) => Promise<GatewayResult>;

type AnyUseCase = (call: ApiCall<OperationId>, signal: AbortSignal) => Promise<ApiAnswer<OperationId>>;

const missing = (routes: readonly Route[], names: readonly string[]): readonly string[] => {
  const operations = routes.map(({ operationId }) => operationId);
  return [...operations.filter((name) => !names.includes(name)), ...names.filter((name) => !operations.includes(name))];
};

/**
 * The Lambda handler of one function of the API (REST proxy events). Middlewares unwind in reverse, so the first has the last word on
 * errors: log context, answers and problems, one log line with metrics, then what the request is, whether the caller may, whether it
 * keeps to the contract.
 *
 * @param routes   of this function, from #contracts/generated/routes
 * @param useCases one per route
 * @throws config-missing at cold start when routes and use cases do not match
 */
export const httpHandler = <Operation extends OperationId>(
  routes: readonly Route<Operation>[],
  useCases: ApiUseCases<Operation>,
  options: { readonly telemetry?: Telemetry } = {},
): HttpHandler => {
  const wrong = missing(routes, Object.keys(useCases));
  if (wrong.length > 0) throw problem('config-missing', `expected one use case per route; check ${wrong.join(', ')}`);
  const telemetry = options.telemetry ?? sharedTelemetry();
  const byId = new Map(Object.entries(useCases) as [string, AnyUseCase][]);
  const internal: HttpState = {};
  const handler = middy<unknown, unknown, Error, Context, HttpState>({
    internal,
    timeoutEarlyInMillis: TIMEOUT_EARLY_MS,
    timeoutEarlyResponse: () => {
      throw problem('timeout', 'the time of this request was over before it was answered');
    },
  })
    .use(injectLambdaContext(telemetry.logger, { resetKeys: true }))
    .use(responder())
    .use(requestTelemetry(telemetry))
    .use(requestContext(routes, telemetry))
    .use(rights())
    .use(contractGuard())
    .handler(async (event: unknown, _context: Context, { signal }: { signal: AbortSignal }) => {
      const { operationId, call } = event as PreparedCall;
      const useCase = byId.get(operationId);
      if (useCase === undefined) throw problem('invariant-broken', `no use case serves ${operationId}`);
      return useCase(call, signal);
    });
  return (event, context) => handler(event, context) as Promise<GatewayResult>;
};
