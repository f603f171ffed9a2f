import type { APIGatewayAuthorizerResult, Context } from 'aws-lambda';
import type { Log } from '#ports/telemetry';
import type { Authorization, Authorize } from './authorize.ts';
import { gatewayPolicy } from './gateway-policy.ts';

/** What REST APIs send to REQUEST and to TOKEN authorizers; emulators leave members out. */
export interface AuthorizerEvent {
  readonly methodArn: string;
  readonly authorizationToken?: string;
  readonly headers?: { readonly [name: string]: string | undefined } | null;
  readonly multiValueHeaders?: { readonly [name: string]: readonly string[] | undefined } | null;
  readonly requestContext?: { readonly requestId?: string };
}

export interface AuthorizerTelemetry {
  readonly log: Log;
  addLogFields(fields: { readonly [name: string]: string }): void;
  flush(functionName: string): void;
}

/** The gateway gives an authorizer 10 s; what is not known by then is our failure, not the caller's. */
const TIME_LIMIT_MS = 9_000;

/** A header that came twice is joined, as RFC 9110 section 5.3 has it: two tokens are then no token. */
const headerOf = ({ headers, multiValueHeaders }: AuthorizerEvent, name: string): string | undefined => {
  const several = Object.entries(multiValueHeaders ?? {}).flatMap(([key, values = []]) =>
    key.toLowerCase() === name ? values : [],
  );
  if (several.length > 0) return several.join(', ');
  const single = Object.entries(headers ?? {}).flatMap(([key, value]) =>
    key.toLowerCase() === name && value !== undefined ? [value] : [],
  );
  return single.length === 0 ? undefined : single.join(', ');
};

const askedBy = (event: AuthorizerEvent): Authorize => {
  const authorization = event.authorizationToken ?? headerOf(event, 'authorization');
  const tenant = headerOf(event, 'x-assay-tenant');
  return { ...(authorization === undefined ? {} : { authorization }), ...(tenant === undefined ? {} : { tenant }) };
};

/**
 * The Lambda authorizer of the API. A token that cannot be judged, because keys or rules cannot be read, makes it fail: the gateway then
 * answers 500 and lets nobody in.
 */
export const authorizerHandler =
  (decide: (asked: Authorize, signal?: AbortSignal) => Promise<Authorization>, telemetry: AuthorizerTelemetry) =>
  async (event: AuthorizerEvent, context: Context): Promise<APIGatewayAuthorizerResult> => {
    telemetry.addLogFields({
      operation: 'authorize',
      request_id: event.requestContext?.requestId ?? context.awsRequestId,
    });
    try {
      return gatewayPolicy(await decide(askedBy(event), AbortSignal.timeout(TIME_LIMIT_MS)), event.methodArn);
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      telemetry.log.error('the caller could not be judged', { error_class: name, reason: message });
      throw error;
    } finally {
      telemetry.flush(context.functionName);
    }
  };
