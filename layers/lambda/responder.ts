import type { ApiAnswer } from '#ports/api';
import type { OperationId } from '#contracts/generated/types';
import { problem, problemBody } from '#core/problems';
import type { Problem } from '#core/problems';
import type { GatewayResult } from '#lambda/gateway-event';
import type { HttpMiddleware, HttpRequest, HttpState } from '#lambda/http-state';
import { toProblem } from '#lambda/to-problem';

/** Lambda's limit for the answer of a function is 6 MB (6,291,456 bytes, AWS documentation, read 2026-11); headers and JSON escapes need room. */
const ANSWER_BYTES_MAX = 5_500_000;

/** Seconds after which a caller may try again where the problem does not say. */
const RETRY_AFTER_SECONDS_DEFAULT = 2;

const COMMON: { readonly [name: string]: string } = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Strict-Transport-Security': 'max-age=63072000',
};

const correlation = ({ received }: HttpState): { readonly [name: string]: string } =>
  received === undefined ? {} : { 'X-Correlation-Id': received.traceId, 'X-Request-Id': received.requestId };

const resultOf = (answer: ApiAnswer<OperationId>, state: HttpState): GatewayResult => {
  const { status, headers = {}, body } = answer;
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  if (Buffer.byteLength(text) > ANSWER_BYTES_MAX) {
    throw problem(
      'invariant-broken',
      `an answer of ${String(text.length)} characters cannot be sent: the use case must answer 303`,
    );
  }
  const type =
    body === undefined || Object.keys(headers).some((name) => name.toLowerCase() === 'content-type')
      ? {}
      : { 'Content-Type': 'application/json; charset=utf-8' };
  return { statusCode: status, headers: { ...COMMON, ...correlation(state), ...type, ...headers }, body: text };
};

const retryAfter = (found: Problem): { readonly [name: string]: string } => {
  const isTemporary = found.status === 429 || found.status === 503;
  const seconds = found.retryAfterSeconds ?? (isTemporary ? RETRY_AFTER_SECONDS_DEFAULT : undefined);
  return seconds === undefined ? {} : { 'Retry-After': String(Math.ceil(seconds)) };
};

/** RFC 6750 section 3: a token that was sent and refused is an `invalid_token`. */
const challenge = ({ status, code }: Problem): { readonly [name: string]: string } => {
  if (status !== 401) return {};
  return {
    'WWW-Authenticate':
      code === 'token-missing' ? 'Bearer realm="assay"' : 'Bearer realm="assay", error="invalid_token"',
  };
};

/** RFC 9457, with the ids by which the occurrence is found in the log. */
const problemResult = (found: Problem, state: HttpState): GatewayResult => ({
  statusCode: found.status,
  headers: {
    ...COMMON,
    ...correlation(state),
    ...retryAfter(found),
    ...challenge(found),
    'Content-Type': 'application/problem+json',
  },
  body: JSON.stringify(problemBody(found, `urn:assay:request:${state.received?.requestId ?? 'unknown'}`)),
});

/** Writes what use cases answer, and every error as a problem. Has the last word but for the log context. */
export const responder = (): HttpMiddleware => {
  const responderAfter = (request: HttpRequest): void => {
    request.response = resultOf(request.response as ApiAnswer<OperationId>, request.internal);
  };
  const responderOnError = (request: HttpRequest): void => {
    request.response = problemResult(toProblem(request.error), request.internal);
  };
  return { after: responderAfter, onError: responderOnError };
};
