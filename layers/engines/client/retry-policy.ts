import type { Retry } from '#core/case-result';
import type { RetryRules } from '#core/suite';
import { retryAfterMs } from '#engines/client/retry-after';
import { errorCode } from '#engines/http/http-failure';
import type { HttpFailure } from '#engines/http/http-failure';
import type { HttpResponse } from '#ports/http';

/** Further sends after network failures and 5xx (C4). */
export const RETRIES_MAX = 3;
/** Further sends after 429 (C4), and of one request altogether. */
export const RATE_LIMITED_RETRIES_MAX = 5;
/** The wait before the n-th retry, n from 0, is drawn from 0 to RETRY_BASE_MS * 2^n. */
export const RETRY_BASE_MS = 500;
/** Longest wait of one retry when the rules do not say. */
export const RETRY_WAIT_MS_MAX = 30_000;
/** Waits after a 429 that does not say how long (C4); the last one stays. */
export const RATE_LIMITED_WAITS_MS = [1000, 2000, 4000, 8000] as const;
/** Added to those, evenly from 0 to this. */
export const RATE_LIMITED_SPREAD_MS = 1000;

/** RFC 9110, section 9.2.2, and the QUERY method's own definition: sending again has the effect of sending once. */
const IDEMPOTENT = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE', 'QUERY']);

/** Errors of a TLS handshake that are the network's; any other is about certificates or protocol and would come again. */
const BROKEN_CONNECTION = new Set(['ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT']);

export type RetryReason = Exclude<Retry['why'], 'token-refreshed'>;

/** What one send came to. */
export type Outcome =
  | { readonly response: HttpResponse; readonly failure?: undefined }
  | { readonly failure: HttpFailure; readonly response?: undefined };

export interface Judged {
  readonly method: string;
  readonly rules: RetryRules | false | undefined;
  /** True for a status that the case waits for: such an answer is never a reason to send again. */
  readonly isExpected: (status: number) => boolean;
}

/** First value of a header, by its name in lower case. */
export const headerOf = ({ headers }: HttpResponse, name: string): string | undefined =>
  headers.find(([written]) => written.toLowerCase() === name)?.[1];

const mayRepeat = ({ method, rules }: Judged): boolean =>
  IDEMPOTENT.has(method) || (rules !== false && rules?.nonIdempotent === true);

/** A failure that could be gone a moment later, and not one that the target's answer or its certificate caused. */
const mayPass = ({ type, phase, cause }: HttpFailure): boolean => {
  if (phase === 'redirect') return false;
  if (type === 'tls') return BROKEN_CONNECTION.has(errorCode(cause));
  return type === 'timeout' || type === 'connection' || type === 'dns';
};

/**
 * Why a request would be sent again after this outcome, limits aside; undefined when never: an expected status, 4xx other than 429,
 * a refused target, a certificate, a request that may have had its effect and must not have it twice.
 */
export const retryReason = (outcome: Outcome, judged: Judged): RetryReason | undefined => {
  const { response, failure } = outcome;
  if (judged.rules === false) return undefined;
  if (failure !== undefined) {
    return mayPass(failure) && (mayRepeat(judged) || !failure.sent) ? 'network' : undefined;
  }
  const { status } = response;
  if (status < 429 || judged.isExpected(status)) return undefined;
  if (status === 429) return 'rate_limited';
  return status >= 500 && status <= 599 && mayRepeat(judged) ? 'http_5xx' : undefined;
};

/** Milliseconds that the answer asks to wait; only 429 and 503 can. */
export const askedWaitMs = ({ response }: Outcome, nowMs: number): number | undefined => {
  if (response?.status !== 429 && response?.status !== 503) return undefined;
  const value = headerOf(response, 'retry-after');
  return value === undefined ? undefined : retryAfterMs(value, nowMs);
};

export interface RetrySituation extends Judged {
  readonly outcome: Outcome;
  /** Retries of this request so far. */
  readonly earlier: readonly Pick<Retry, 'why'>[];
  /** Epoch milliseconds. */
  readonly nowMs: number;
  /** Gives 0 inclusive to 1 exclusive. */
  readonly random: () => number;
}

export interface RetryDecision {
  readonly why: RetryReason;
  /** Milliseconds to wait before sending again, at most `waitMsMax` of the rules. */
  readonly waitMs: number;
  /** True when the answer said how long, and the wait is not shorter. */
  readonly asAsked: boolean;
}

const sameKind = (left: Retry['why'], right: RetryReason): boolean =>
  (left === 'rate_limited') === (right === 'rate_limited') && left !== 'token-refreshed';

/**
 * Whether a request is sent again, and when.
 *
 * Network failures and 5xx: at most 3 further sends, the wait drawn evenly from 0 to min(waitMsMax, base * 2^n). 429: at most 5, after the
 * time in Retry-After, or else 1, 2, 4, 8 s plus up to 1 s. A 503 with Retry-After is waited for as told. `max` in the rules
 * replaces both limits. All reasons together stay within the larger one.
 *
 * @returns undefined when the outcome stands
 * @see requirement C4; "full jitter" in Brooker, Exponential Backoff And Jitter, AWS Architecture Blog, 2015
 */
export const decideRetry = (situation: RetrySituation): RetryDecision | undefined => {
  const { outcome, rules, earlier, nowMs, random } = situation;
  const why = retryReason(outcome, situation);
  if (why === undefined || rules === false) return undefined;
  const done = earlier.filter((retry) => sameKind(retry.why, why)).length;
  const limit = rules?.max ?? (why === 'rate_limited' ? RATE_LIMITED_RETRIES_MAX : RETRIES_MAX);
  const limitOfAll = rules?.max ?? RATE_LIMITED_RETRIES_MAX;
  const doneOfAll = earlier.filter((retry) => retry.why !== 'token-refreshed').length;
  if (done >= limit || doneOfAll >= limitOfAll) return undefined;
  const cap = rules?.waitMsMax ?? RETRY_WAIT_MS_MAX;
  const asked = askedWaitMs(outcome, nowMs);
  if (asked !== undefined) return { why, waitMs: Math.min(cap, asked), asAsked: asked <= cap };
  if (why === 'rate_limited') {
    const step = RATE_LIMITED_WAITS_MS[Math.min(done, RATE_LIMITED_WAITS_MS.length - 1)] ?? 0;
    return { why, waitMs: Math.min(cap, step + Math.round(random() * RATE_LIMITED_SPREAD_MS)), asAsked: false };
  }
  return { why, waitMs: Math.round(random() * Math.min(cap, RETRY_BASE_MS * 2 ** done)), asAsked: false };
};
