import type { CaseResult, CheckOutcome, Try, TryFailure } from '#core/case-result';
import { maskSensitive } from '#core/masking';
import type { Capability, Risk, Verdict } from '#core/words';

/** Longest sentence and most sentences kept of a case; the results file holds everything. */
const MESSAGE_CHARS_MAX = 500;
const DETAILS_MAX = 20;

export interface TrySummary {
  readonly shard: number;
  readonly try: number;
  readonly verdict: Verdict;
  readonly durationMs: number;
  /** What went wrong, in one sentence; absent for a try that passed. */
  readonly message?: string;
}

/** What judging keeps of a case: small enough that ten thousand of them fit in a function's memory. */
export interface CaseSummary {
  readonly suite: string;
  readonly case: string;
  readonly name: string;
  readonly capability: Capability;
  readonly risk: Risk;
  readonly advisory: boolean;
  readonly verdict: Verdict;
  readonly flaky: boolean;
  readonly because?: { readonly case?: string; readonly reason: string };
  /** Kinds of its warnings, sorted, each as often as it came. */
  readonly warnings: readonly string[];
  readonly checks: number;
  readonly requests: number;
  readonly requestErrors: number;
  readonly startedAtEpochMs: number;
  readonly durationMs: number;
  readonly tries: readonly TrySummary[];
  /** Why it failed or errored, in one sentence, with what the target answered. */
  readonly message?: string;
  /** The same without anything that the target answered: fit for readers without `payload:read`. */
  readonly headline?: string;
  /** All that its last try found wrong, one sentence each. */
  readonly details: readonly string[];
  /** The shard whose outcome this is; its first one of equally bad outcomes. */
  readonly decidedBy: number;
  /** Shards that ran it, ascending; several only for a token case. */
  readonly shards: readonly number[];
}

/** Milliseconds from the start of the request to the end of its answer; undefined when no answer was judged. */
export const judgedLatencyMs = ({ response, verdict }: Try): number | undefined => {
  if (response === undefined || verdict === 'errored') return undefined;
  const { dns, connect, tls, wait, receive } = response.timingsMs;
  return (dns ?? 0) + (connect ?? 0) + (tls ?? 0) + wait + receive;
};

/** Cuts a result down to what gate, JUnit and lists need. */
export const summarise = (result: CaseResult, shard: number): CaseSummary => {
  const sent = result.tries.filter((entry) => entry.request !== undefined);
  const last = result.tries.at(-1);
  const wrong = result.verdict === 'failed' || result.verdict === 'errored';
  const details = wrong && last !== undefined ? whatWentWrong(last) : [];
  const message = wrong ? (details[0] ?? `${result.verdict} without a stated reason`) : undefined;
  const headline = wrong ? shorten(headlineOf(last, result.verdict)) : undefined;
  return {
    suite: result.suite,
    case: result.case,
    name: clean(result.name),
    capability: result.capability,
    risk: result.risk,
    advisory: result.advisory,
    verdict: result.verdict,
    flaky: result.flaky,
    ...(result.because === undefined ? {} : { because: { ...result.because, reason: clean(result.because.reason) } }),
    warnings: result.warnings.map((warning) => clean(warning.kind)).sort(),
    checks: result.tries.reduce((sum, entry) => sum + entry.checks.length, 0),
    requests: sent.length,
    requestErrors: sent.filter((entry) => judgedLatencyMs(entry) === undefined).length,
    startedAtEpochMs: result.startedAtEpochMs,
    durationMs: result.durationMs,
    tries: result.tries.map((entry) => trySummary(entry, shard)),
    ...(message === undefined ? {} : { message }),
    ...(headline === undefined ? {} : { headline }),
    details,
    decidedBy: shard,
    shards: [shard],
  };
};

const trySummary = (entry: Try, shard: number): TrySummary => {
  const message = entry.verdict === 'passed' ? undefined : whatWentWrong(entry)[0];
  return {
    shard,
    try: entry.try,
    verdict: entry.verdict,
    durationMs: entry.durationMs,
    ...(message === undefined ? {} : { message }),
  };
};

const whatWentWrong = ({ checks, failure }: Try): readonly string[] => {
  const failed = checks.filter((check) => !check.passed).map(sentenceOf);
  const cause = failure === undefined ? [] : [`${failure.type} while in phase ${failure.phase}: ${failure.message}`];
  // A failed check says more than the failure that merely repeats it.
  const all = failure?.phase === 'check' && failed.length > 0 ? failed : [...cause, ...failed];
  return all.slice(0, DETAILS_MAX).map(shorten);
};

/** Figures about the answer, not parts of it. */
const FIGURES: readonly (string | undefined)[] = ['status', 'timeMs', 'bodyBytes'];
/** Before any of the answer was there, a message cannot hold any of it; one of sending may quote the request. */
const BEFORE_ANSWER: readonly string[] = ['resolve', 'connect', 'tls', 'wait'];

/** True when the message says where a request failed and cannot quote what was sent or answered. */
export const isPayloadFree = ({ phase }: Pick<TryFailure, 'phase'>): boolean => BEFORE_ANSWER.includes(phase);

const headlineOf = (last: Try | undefined, verdict: Verdict): string => {
  const failure = last?.failure;
  const check = last?.checks.find((one) => !one.passed);
  if (check !== undefined && (failure === undefined || failure.phase === 'check')) {
    return FIGURES.includes(check.path) ? sentenceOf(check) : `${check.check} did not hold`;
  }
  if (failure === undefined) return `${verdict} without a stated reason`;
  const cause = `${failure.type} while in phase ${failure.phase}`;
  return isPayloadFree(failure) ? `${cause}: ${failure.message}` : cause;
};

const sentenceOf = ({ check, expected, got, message }: CheckOutcome): string => {
  if (message !== undefined && message !== '') return `${check}: ${message}`;
  if (expected === undefined && got === undefined) return check;
  return `${check}: expected ${quote(expected)}, got ${quote(got)}`;
};

const quote = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));

/** What the sealer's search would refuse is replaced: parts that were clean alone, or were cut, can look sensitive together. */
const clean = (text: string): string => maskSensitive(text).text;

const shorten = (text: string): string =>
  clean(text.length <= MESSAGE_CHARS_MAX ? text : `${text.slice(0, MESSAGE_CHARS_MAX - 1).toWellFormed()}…`);
