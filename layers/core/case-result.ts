import type { Json } from '#core/units';
import type { Capability, FailureType, Risk, Verdict } from '#core/words';

export interface RecordedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  /** Masked text; absent when there was none. */
  readonly body?: string;
  readonly bodyBytes: number;
}

export interface Timings {
  readonly dns: number | null;
  readonly connect: number | null;
  readonly tls: number | null;
  readonly wait: number;
  readonly receive: number;
}

export interface RecordedResponse {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  /** Masked sample of at most BODY_SAMPLE_BYTES (64 KB). */
  readonly body?: string;
  readonly bodyBytes: number;
  readonly bodyTruncated?: boolean;
  readonly timingsMs: Timings;
}

export interface CheckOutcome {
  /** What was checked, in words: `$.total equals 12`. */
  readonly check: string;
  readonly passed: boolean;
  readonly expected?: Json;
  readonly got?: Json;
  /** Where: a JSONPath or JSON Pointer in the answer, a header name, `status`. */
  readonly path?: string;
  readonly message?: string;
}

export interface CaseWarning {
  readonly kind: string;
  readonly message: string;
}

export interface TryFailure {
  readonly type: FailureType;
  /** What was happening: `resolve`, `connect`, `tls`, `send`, `wait`, `receive`, `check`, `capture`, `substitute`. */
  readonly phase: string;
  readonly message: string;
}

/** One execution of a case; every try is kept. */
export interface Try {
  readonly try: number;
  readonly startedAtEpochMs: number;
  readonly durationMs: number;
  readonly verdict: Verdict;
  readonly request?: RecordedRequest;
  readonly response?: RecordedResponse;
  readonly checks: readonly CheckOutcome[];
  readonly failure?: TryFailure;
  /** A curl command that repeats the request, secrets replaced by `$NAME`. */
  readonly curl?: string;
}

/** One line of a shard's results file. */
export interface CaseResult {
  readonly suite: string;
  readonly case: string;
  readonly name: string;
  readonly capability: Capability;
  readonly risk: Risk;
  readonly tags: readonly string[];
  readonly advisory: boolean;
  readonly verdict: Verdict;
  readonly flaky: boolean;
  /** Why it was skipped: the case it depended on and in words. */
  readonly because?: { readonly case?: string; readonly reason: string };
  readonly warnings: readonly CaseWarning[];
  readonly tries: readonly Try[];
  readonly startedAtEpochMs: number;
  readonly durationMs: number;
  readonly traceId?: string;
}

export interface VerdictCounts {
  readonly passed: number;
  readonly failed: number;
  readonly errored: number;
  readonly skipped: number;
  readonly flaky: number;
  readonly warnings: number;
  readonly checks: number;
  /** HTTP requests sent, and how many got no answer: the error rate's parts. */
  readonly requests: number;
  readonly requestErrors: number;
}
