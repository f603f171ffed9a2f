import type { MiddlewareObj, Request } from '@middy/core';
import type { Context } from 'aws-lambda';

import type { OperationId } from '#contracts/generated/types';
import type { Principal } from '#core/access';
import type { MatchedRoute } from '#lambda/match-route';
import type { GatewayEvent } from '#lambda/gateway-event';
import type { ApiCall } from '#ports/api';

/** What is known of a request before its route is: enough to answer a problem. */
export interface Received {
  readonly event: GatewayEvent;
  readonly headers: { readonly [name: string]: string | undefined };
  readonly requestId: string;
  readonly traceId: string;
  /** Milliseconds of the process clock, for durations only. */
  readonly startedAtMs: number;
}

/** What the contract guard makes of an event: a call for one use case. */
export interface PreparedCall {
  readonly operationId: string;
  readonly call: ApiCall<OperationId>;
}

/** What middlewares tell each other of one request. */
export interface HttpState extends Record<string, unknown> {
  received?: Received;
  matched?: MatchedRoute;
  principal?: Principal;
}

export type HttpRequest = Request<unknown, unknown, Error, Context, HttpState>;
export type HttpMiddleware = MiddlewareObj<unknown, unknown, Error, Context, HttpState>;
