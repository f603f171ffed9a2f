import type { Context } from 'aws-lambda';
import type { GatewayEvent, GatewayResult } from '#lambda/gateway-event';
import { headersOf, queryOf } from '#lambda/gateway-event';
import type { Telemetry } from '#lambda/telemetry';
import type { IncomingCall } from '#ports/hook-store';

/** Under the function's own time, so that the sender gets an answer. */
const TIME_LIMIT_MS = 25_000;

const definedOf = (headers: { readonly [name: string]: string | undefined }): { readonly [name: string]: string } =>
  Object.fromEntries(Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined));

const incoming = (event: GatewayEvent): IncomingCall => ({
  hookId: event.pathParameters?.['hookId'] ?? event.path?.split('/').at(-1) ?? '',
  method: event.httpMethod ?? '',
  search: new URLSearchParams(
    [...queryOf(event)].flatMap(([name, values]) => values.map((value): [string, string] => [name, value])),
  ).toString(),
  headers: definedOf(headersOf(event)),
  body: Buffer.from(event.body ?? '', event.isBase64Encoded === true ? 'base64' : 'utf8'),
});

/**
 * The Lambda handler of webhook URLs. It is not one of the API's: it takes any body, asks for no token, and answers a bare status. What is
 * logged is that something came, never what.
 */
export const webhookHandler =
  (catchCall: (call: IncomingCall, signal: AbortSignal) => Promise<number>, telemetry: Telemetry) =>
  async (event: GatewayEvent, context: Context): Promise<GatewayResult> => {
    telemetry.addLogFields({
      operation: 'catchWebhook',
      request_id: event.requestContext?.requestId ?? context.awsRequestId,
    });
    let statusCode = 503;
    try {
      statusCode = await catchCall(incoming(event), AbortSignal.timeout(TIME_LIMIT_MS));
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      telemetry.log.error('a webhook was not kept', { error_class: name, reason: message });
    } finally {
      telemetry.log.info('webhook', { method: event.httpMethod, status: statusCode });
      telemetry.flush(context.functionName);
    }
    return { statusCode, headers: { 'Cache-Control': 'no-store' }, body: '' };
  };
