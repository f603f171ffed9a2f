import type { Finding } from '#core/finding';
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
  readonly httpVersion?: string;
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
  /** A check that only warns. */
  readonly warn?: boolean;
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

/** A send that was not the last one of its try: what it got and why it was repeated. */
export interface Retry {
  readonly atEpochMs: number;
  readonly status?: number;
  readonly failure?: TryFailure;
  /** Milliseconds waited before the next send, and who said so. */
  readonly waitMs: number;
  readonly why: 'network' | 'http_5xx' | 'rate_limited' | 'token-refreshed';
}

/** One call of a case's setup or teardown. */
export interface StepRecord {
  readonly stage: 'setup' | 'teardown' | 'remove';
  readonly name: string;
  readonly request?: RecordedRequest;
  readonly response?: RecordedResponse;
  readonly checks: readonly CheckOutcome[];
  readonly failure?: TryFailure;
}

/** What a variable was given: the value is masked, and absent where it is large, a secret, or not to be kept. */
export interface CapturedValue {
  readonly type: 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object';
  /** Of the value as JSON. */
  readonly bytes: number;
  readonly value?: Json;
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
  /** Sends before the one that decided, oldest first. */
  readonly retries?: readonly Retry[];
  /** Requests of a poll, the deciding one included. */
  readonly polls?: number;
  readonly steps?: readonly StepRecord[];
  /** Variables that this try captured. */
  readonly captured?: { readonly [variable: string]: CapturedValue };
  /** A curl command that repeats the request, secrets replaced by `$NAME`. */
  readonly curl?: string;
  /** Requests of a probe, which stand for themselves and not in `request`. */
  readonly sent?: { readonly requests: number; readonly requestErrors: number };
}

/** What probes leave beside checks and findings; each by the type of its engine. */
export interface ProbeDetails {
  /** core/acts/load.ts: figures that merge over shards. */
  readonly load?: Json;
  /** Operations, and which constraints, statuses and media types of each were exercised. */
  readonly coverage?: Json;
  /** Structures inferred and changes found (C10). */
  readonly drift?: Json;
  /** Value differences with paths, old and new (C9). */
  readonly differences?: Json;
  /** Counts by kind of sensitive value (C11). */
  readonly sensitive?: Json;
  /** Phases of an experiment (C8). */
  readonly experiment?: Json;
  /** Cases of an outside tool (C12). */
  readonly tool?: Json;
}

export const SKIP_KINDS = ['dependency', 'stop', 'requires', 'breaker', 'setup', 'no-rows'] as const;

export interface SkipReason {
  readonly kind?: (typeof SKIP_KINDS)[number];
  /** The case it needed. */
  readonly case?: string;
  readonly reason: string;
  /** From the case that failed first down to the one that this case needed. */
  readonly chain?: readonly string[];
}

/** One line of a shard's results file: a case, or one row of a case that runs once for each row. */
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
  readonly because?: SkipReason;
  /** Which row of its flow this is, from 1, with the row's values, masked. */
  readonly row?: { readonly flow: string; readonly number: number; readonly name?: string; readonly values?: Json };
  /** Generated values that the case used, by expression, masked. */
  readonly generated?: { readonly [expression: string]: Json };
  readonly owner?: string;
  readonly priority?: number;
  readonly requirements?: readonly string[];
  readonly warnings: readonly CaseWarning[];
  readonly tries: readonly Try[];
  /** What a probe found, masked (C7). */
  readonly findings?: readonly Finding[];
  readonly details?: ProbeDetails;
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
