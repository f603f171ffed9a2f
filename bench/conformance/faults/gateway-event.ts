import { randomUUID } from 'node:crypto';
import { TENANT } from '../../../local/cloud.ts';

/** What an API function answers the gateway. */
export interface GatewayAnswer {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

const PRINCIPAL = {
  tenant: TENANT,
  role: 'owner',
  subject: 'bench',
  issuer: 'bench',
  ruleId: 'bench',
  projects: ['*'],
  payloadRead: false,
};

/** The event in which the gateway hands `POST /tests/run` to its function, after the authorizer. */
export const submitEvent = (body: object, idempotencyKey: string): object => ({
  resource: '/tests/run',
  path: '/tests/run',
  httpMethod: 'POST',
  headers: { 'Content-Type': 'application/json', 'Idempotency-Key': idempotencyKey },
  multiValueHeaders: {},
  queryStringParameters: null,
  multiValueQueryStringParameters: null,
  pathParameters: null,
  stageVariables: null,
  isBase64Encoded: false,
  body: JSON.stringify(body),
  requestContext: {
    requestId: randomUUID(),
    stage: 'v1',
    identity: { sourceIp: '127.0.0.1' },
    authorizer: { principal: JSON.stringify(PRINCIPAL) },
  },
});
