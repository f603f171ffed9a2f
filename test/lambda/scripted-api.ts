import type { Context } from 'aws-lambda';

import { catalogWriter, runsReader, runsWriter, systemReader } from '#contracts/generated/routes';
import type { OperationId } from '#contracts/generated/types';
import type { GatewayEvent, GatewayResult } from '#lambda/gateway-event';
import { httpHandler } from '#lambda/http-handler';
import { createTelemetry } from '#lambda/telemetry';
import type { ApiAnswer, ApiCall } from '#ports/api';

export type Script = (call: ApiCall<OperationId>, signal: AbortSignal) => unknown;

export const RUN = 'r0123456789abcdefghjkmnpqrs';
export const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';

const context = (remainingMs = 10_000): Context =>
  ({
    functionName: 'assay-runs',
    awsRequestId: 'lambda-1',
    getRemainingTimeInMillis: () => remainingMs,
  }) as unknown as Context;

export const principal = (changes: object = {}): string =>
  JSON.stringify({
    tenant: 'acme',
    role: 'owner',
    subject: 'ci',
    issuer: 'i',
    ruleId: 'r',
    projects: ['*'],
    payloadRead: false,
    ...changes,
  });

export const event = (changes: Partial<GatewayEvent> = {}, who: string | undefined = principal()): GatewayEvent => ({
  httpMethod: 'POST',
  resource: '/tests/run',
  path: '/tests/run',
  headers: { 'Content-Type': 'application/json' },
  body: '{"service":"shop"}',
  requestContext: { requestId: 'gateway-1', authorizer: { principal: who } },
  ...changes,
});

export const reading = (path: string, changes: Partial<GatewayEvent> = {}): GatewayEvent =>
  event({ httpMethod: 'GET', resource: path, path, body: null, pathParameters: { runId: RUN }, ...changes });

interface Api {
  readonly send: (event: GatewayEvent, remainingMs?: number) => Promise<GatewayResult>;
  readonly calls: ApiCall<OperationId>[];
}

const tables = { runsWriter, runsReader, catalogWriter, systemReader };

/** A handler whose use cases all follow one script. */
export const api = (table: keyof typeof tables, script: Script = () => ({ status: 200, body: {} })): Api => {
  const calls: ApiCall<OperationId>[] = [];
  const useCase = async (call: ApiCall<OperationId>, signal: AbortSignal): Promise<ApiAnswer<OperationId>> => {
    calls.push(call);
    return (await script(call, signal)) as ApiAnswer<OperationId>;
  };
  const useCases = Object.fromEntries(tables[table].map(({ operationId }) => [operationId, useCase]));
  const handler = httpHandler(tables[table], useCases as never, {
    telemetry: createTelemetry({ serviceName: 'assay-test', namespace: 'Assay' }),
  });
  return { send: (sent, remainingMs) => handler(sent, context(remainingMs)), calls };
};

export const bodyOf = ({ body }: GatewayResult): { readonly [field: string]: unknown } =>
  JSON.parse(body) as { readonly [field: string]: unknown };
export const codeOf = (result: GatewayResult): string =>
  `${String(result.statusCode)} ${String(bodyOf(result)['code'])}`;
