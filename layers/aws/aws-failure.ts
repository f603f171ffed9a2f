import { setTimeout as pause } from 'node:timers/promises';

import { isProblem, problem } from '#core/problems';

/** The parts of an SDK error that say whose fault it is. */
interface SdkError {
  readonly name: string;
  readonly code?: string;
  readonly $fault?: 'client' | 'server';
  readonly $metadata?: { readonly httpStatusCode?: number };
  readonly $retryable?: { readonly throttling?: boolean };
  readonly CancellationReasons?: readonly { readonly Code?: string }[];
}

const isSdkError = (error: unknown): error is SdkError => error instanceof Error;

export const errorName = (error: unknown): string => (isSdkError(error) ? error.name : '');
export const errorStatus = (error: unknown): number | undefined =>
  isSdkError(error) ? error.$metadata?.httpStatusCode : undefined;

/** AWS services name throttling differently; the names are those of the SDK's own retry strategy, and S3's. */
const THROTTLED =
  /^(BandwidthLimitExceeded|LimitExceededException|ProvisionedThroughputExceededException|RequestLimitExceeded|RequestThrottled(Exception)?|RequestThrottledException|SlowDown|Throttl(ed|ing)(Exception)?|ThrottledException|TooManyRequests(Exception)?|TransactionInProgressException|ThrottlingError)$/;
/** Also what S3 answers with 400 when a body did not arrive in time: the same bytes may arrive the next time. */
const NOT_REACHED =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|TimeoutError|NetworkingError|RequestTimeout(Exception)?)$/;
const TRANSIENT_REASONS = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);

const isTransient = (error: SdkError): boolean =>
  THROTTLED.test(error.name) ||
  error.$retryable?.throttling === true ||
  NOT_REACHED.test(error.name) ||
  NOT_REACHED.test(error.code ?? '') ||
  (error.$metadata?.httpStatusCode ?? 0) >= 500 ||
  error.$metadata?.httpStatusCode === 429 ||
  (error.CancellationReasons ?? []).some((reason) => TRANSIENT_REASONS.has(reason.Code ?? ''));

/**
 * Sends one call and tells waiting from failing: throttling, 5xx and an unreachable service become `dependency-unavailable` with the cause
 * kept; everything else, also an abort, stays what it is.
 *
 * @param what service and operation, such as `DynamoDB UpdateItem`, for the detail
 */
export const awsCall = async <T>(what: string, send: () => Promise<T>): Promise<T> => {
  try {
    return await send();
  } catch (error) {
    if (isProblem(error) || !isSdkError(error) || error.name === 'AbortError' || !isTransient(error)) throw error;
    throw problem('dependency-unavailable', `${what} gave no usable answer`, { cause: error, retryAfterSeconds: 2 });
  }
};

export interface RetryRule {
  readonly attemptsMax: number;
  readonly baseMs: number;
  readonly capMs: number;
}

/** Repeats `act` while `again` says so, with full jitter between tries; the last error is thrown. */
export const retried = async <T>(
  { attemptsMax, baseMs, capMs }: RetryRule,
  again: (error: unknown) => boolean,
  act: () => Promise<T>,
  signal?: AbortSignal,
): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act();
    } catch (error) {
      if (attempt >= attemptsMax || !again(error)) throw error;
      const delayMs = Math.random() * Math.min(capMs, baseMs * 2 ** attempt);
      await pause(delayMs, undefined, signal === undefined ? {} : { signal });
    }
  }
};
