import type { CaseResult, CheckOutcome, RecordedRequest, RecordedResponse, Try, TryFailure } from '#core/case-result';
import { isPayloadFree } from '#core/case-summary';
import { MASK } from '#core/masking';

/** Names stay, values go: which headers came is structure, what they held is data. */
const maskHeaders = (headers: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] =>
  headers.map(([name]) => [name, MASK]);

const maskQuery = (url: string): string => {
  const at = url.indexOf('?');
  return at < 0 ? url : `${url.slice(0, at)}?${MASK}`;
};

const maskRequest = (request: RecordedRequest): RecordedRequest => ({
  ...request,
  url: maskQuery(request.url),
  headers: maskHeaders(request.headers),
  ...(request.body === undefined ? {} : { body: MASK }),
});

const maskResponse = (response: RecordedResponse): RecordedResponse => ({
  ...response,
  headers: maskHeaders(response.headers),
  ...(response.body === undefined ? {} : { body: MASK }),
});

/** Figures about the answer, not parts of it. */
const isAboutTheAnswer = ({ path, got }: CheckOutcome): boolean =>
  path === 'status' || path === 'timeMs' || path === 'bodyBytes' || typeof got === 'boolean' || got === null;

const maskCheck = (check: CheckOutcome): CheckOutcome =>
  isAboutTheAnswer(check)
    ? check
    : {
        ...check,
        ...(check.expected === undefined ? {} : { expected: MASK }),
        ...(check.got === undefined ? {} : { got: MASK }),
        ...(check.message === undefined ? {} : { message: MASK }),
      };

/** Type and phase stay; a message may quote what came, such as the answer that a check or capture did not like. */
const maskFailure = (failure: TryFailure): TryFailure =>
  isPayloadFree(failure) ? failure : { ...failure, message: MASK };

const maskTry = ({ curl, ...attempt }: Try): Try => ({
  ...attempt,
  checks: attempt.checks.map(maskCheck),
  ...(attempt.request === undefined ? {} : { request: maskRequest(attempt.request) }),
  ...(attempt.response === undefined ? {} : { response: maskResponse(attempt.response) }),
  ...(attempt.failure === undefined ? {} : { failure: maskFailure(attempt.failure) }),
  ...(curl === undefined ? {} : { curl: MASK }),
});

/**
 * A result for somebody without `payload:read`: verdicts, which checks failed, timings and sizes stay; what the target was sent and what
 * it answered is `***` (F1.1).
 */
export const maskResult = (result: CaseResult): CaseResult => ({
  ...result,
  tries: result.tries.map(maskTry),
  warnings: result.warnings.map(({ kind }) => ({ kind, message: MASK })),
});
