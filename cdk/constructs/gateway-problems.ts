import * as apigateway from 'aws-cdk-lib/aws-apigateway';

interface GatewayProblem {
  /** Part of the construct id: renaming one replaces the response. */
  readonly id: string;
  readonly type: apigateway.ResponseType;
  readonly status: number;
  /** A code of the registry; a test holds titles and statuses equal to it. */
  readonly code: string;
  readonly title: string;
  /** What to do about it; nothing internal. */
  readonly detail: string;
}

const { ResponseType } = apigateway;

/** What the gateway answers by itself, when no function of ours gets to speak. */
export const GATEWAY_PROBLEMS: readonly GatewayProblem[] = [
  {
    id: 'Unauthorized',
    type: ResponseType.UNAUTHORIZED,
    status: 401,
    code: 'token-missing',
    title: 'No bearer token was sent',
    detail: 'Send an OIDC token as Authorization: Bearer <token>.',
  },
  {
    // Not the answer to a caller without rights, who is let through and refused by the functions: no pattern of the policy fits the address.
    id: 'AccessDenied',
    type: ResponseType.ACCESS_DENIED,
    status: 404,
    code: 'route-not-found',
    title: 'There is no such route',
    detail: 'The address holds characters that no route has. GET /openapi.json lists every route and method.',
  },
  {
    id: 'MissingToken',
    type: ResponseType.MISSING_AUTHENTICATION_TOKEN,
    status: 404,
    code: 'route-not-found',
    title: 'There is no such route',
    detail: 'GET /openapi.json lists every route and method.',
  },
  {
    id: 'NotFound',
    type: ResponseType.RESOURCE_NOT_FOUND,
    status: 404,
    code: 'route-not-found',
    title: 'There is no such route',
    detail: 'GET /openapi.json lists every route and method.',
  },
  {
    id: 'TooLarge',
    type: ResponseType.REQUEST_TOO_LARGE,
    status: 413,
    code: 'body-too-large',
    title: 'The body is too large',
    detail: 'Bodies over 1 MB go through POST /uploads.',
  },
  {
    id: 'MediaType',
    type: ResponseType.UNSUPPORTED_MEDIA_TYPE,
    status: 415,
    code: 'unsupported-media-type',
    title: 'The content type is not supported',
    detail: 'Send application/json.',
  },
  {
    id: 'Throttled',
    type: ResponseType.THROTTLED,
    status: 429,
    code: 'too-many-requests',
    title: 'Too many requests',
    detail: 'Wait as long as Retry-After says, then try again.',
  },
  {
    id: 'Quota',
    type: ResponseType.QUOTA_EXCEEDED,
    status: 429,
    code: 'too-many-requests',
    title: 'Too many requests',
    detail: 'The quota of this key is used up.',
  },
  {
    id: 'AuthorizerFailed',
    type: ResponseType.AUTHORIZER_FAILURE,
    status: 503,
    code: 'dependency-unavailable',
    title: 'A service that Assay needs does not answer',
    detail: 'The token could not be checked. Try again.',
  },
  {
    id: 'AuthorizerWrong',
    type: ResponseType.AUTHORIZER_CONFIGURATION_ERROR,
    status: 500,
    code: 'invariant-broken',
    title: 'Something went wrong inside Assay',
    detail: 'This is our fault and was recorded. Quote the instance when you report it.',
  },
  {
    id: 'IntegrationTimeout',
    type: ResponseType.INTEGRATION_TIMEOUT,
    status: 504,
    code: 'timeout',
    title: 'The answer took too long',
    detail: 'What was asked for may still have happened. Repeat it with the same Idempotency-Key.',
  },
  {
    id: 'IntegrationFailure',
    type: ResponseType.INTEGRATION_FAILURE,
    status: 503,
    code: 'dependency-unavailable',
    title: 'A service that Assay needs does not answer',
    detail: 'Try again with the same Idempotency-Key.',
  },
  {
    id: 'Default4xx',
    type: ResponseType.DEFAULT_4XX,
    status: 400,
    code: 'validation-failed',
    title: 'The request does not match the contract',
    detail: 'GET /openapi.json describes every request.',
  },
  {
    id: 'Default5xx',
    type: ResponseType.DEFAULT_5XX,
    status: 500,
    code: 'invariant-broken',
    title: 'Something went wrong inside Assay',
    detail: 'This is our fault and was recorded. Quote the instance when you report it.',
  },
];

/** The instance is the gateway's request id, the same URN as in our own problems and the access log. */
const bodyOf = (problem: GatewayProblem): string =>
  JSON.stringify({
    type: `urn:assay:problem:${problem.code}`,
    title: problem.title,
    status: problem.status,
    detail: problem.detail,
    instance: 'urn:assay:request:$context.requestId',
    code: problem.code,
  });

/** Makes every answer of the gateway itself an RFC 9457 problem. */
export const addGatewayProblems = (api: apigateway.RestApi): void => {
  for (const problem of GATEWAY_PROBLEMS) {
    api.addGatewayResponse(`Problem${problem.id}`, {
      type: problem.type,
      statusCode: String(problem.status),
      responseHeaders: {
        'Content-Type': "'application/problem+json'",
        'Cache-Control': "'no-store'",
        ...(problem.status === 401 ? { 'WWW-Authenticate': `'Bearer realm="assay"'` } : {}),
        ...(problem.status === 429 ? { 'Retry-After': "'1'" } : {}),
      },
      templates: { 'application/json': bodyOf(problem) },
    });
  }
};
