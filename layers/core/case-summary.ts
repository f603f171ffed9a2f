import type { CaseResult, CheckOutcome, ProbeDetails, SkipReason, Try, TryFailure } from '#core/case-result';
import type { Finding } from '#core/finding';
import { readLoadDetails } from '#core/load-details';
import type { LoadDetails } from '#core/load-details';
import { maskSensitive } from '#core/masking';
import type { Json } from '#core/units';
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
  readonly because?: SkipReason;
  /** Row of its flow, from 1. */
  readonly row?: number;
  /** What the row, or the part of a probe, is called. */
  readonly part?: string;
  /** Each row by itself, for a case with rows; what stands beside it is then of all rows together. */
  readonly rows?: readonly CaseSummary[];
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
  /** What a probe found, without the exchanges; the results file has those. */
  readonly findings?: readonly Finding[];
  readonly probe?: ProbeDetails;
  /** Of a load that several shards share, until `settleLoads` has judged them together. */
  readonly loadParts?: readonly LoadDetails[];
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

/** What a result adds to the counts of a shard besides its verdict. */
export const requestCounts = (
  result: CaseResult,
): { readonly checks: number; readonly requests: number; readonly requestErrors: number } => {
  const sent = result.tries.filter((entry) => entry.request !== undefined && entry.sent === undefined);
  const ofProbes = result.tries.flatMap((entry) => entry.sent ?? []);
  const again = result.tries.flatMap((entry) => entry.retries ?? []);
  return {
    checks: result.tries.reduce((sum, entry) => sum + entry.checks.length, 0),
    requests: sent.length + again.length + ofProbes.reduce((sum, { requests }) => sum + requests, 0),
    requestErrors:
      sent.filter((entry) => judgedLatencyMs(entry) === undefined).length +
      again.filter((entry) => entry.failure !== undefined).length +
      ofProbes.reduce((sum, { requestErrors }) => sum + requestErrors, 0),
  };
};

/** Cuts a result down to what gate, JUnit and lists need. */
export const summarise = (result: CaseResult, shard: number): CaseSummary => {
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
    ...(result.row === undefined ? {} : { row: result.row.number }),
    ...(result.row?.name === undefined ? {} : { part: clean(result.row.name) }),
    warnings: result.warnings.map((warning) => clean(warning.kind)).sort(),
    ...requestCounts(result),
    startedAtEpochMs: result.startedAtEpochMs,
    durationMs: result.durationMs,
    tries: result.tries.map((entry) => trySummary(entry, shard)),
    ...(message === undefined ? {} : { message }),
    ...(headline === undefined ? {} : { headline }),
    details,
    ...ofProbe(result),
    decidedBy: shard,
    shards: [shard],
  };
};

/** Findings, and characters of the rest, that are kept of one result: ten thousand results are judged in one function's memory. */
const FINDINGS_MAX = 100;
const PROBE_CHARS_MAX = 200_000;

/** A longer command repeats a body that nobody pastes; the results file has it. */
const CURL_CHARS_MAX = 2000;

const withoutExchange = ({ request: _request, response: _response, curl, ...finding }: Finding): Finding => ({
  ...finding,
  message: shorten(finding.message),
  ...(curl === undefined || curl.length > CURL_CHARS_MAX ? {} : { curl }),
});

const ofProbe = ({ findings, details }: CaseResult): Pick<CaseSummary, 'findings' | 'probe' | 'loadParts'> => {
  const told = findings === undefined ? {} : { findings: findings.slice(0, FINDINGS_MAX).map(withoutExchange) };
  if (details === undefined) return told;
  const { load: given, ...others } = details;
  const load = readLoadDetails(given);
  const isPart = load !== undefined && load.figures.part.of > 1;
  const kept = JSON.stringify(others).length <= PROBE_CHARS_MAX ? others : {};
  const probe = { ...kept, ...(given === undefined || isPart ? {} : { load: given }) };
  return {
    ...told,
    ...(Object.keys(probe).length === 0 ? {} : { probe }),
    ...(isPart ? { loadParts: [load] } : {}),
  };
};

/** `suite/case`, or `suite/case[3]` for a row. */
export const nameOf = ({ suite, case: id, row }: Pick<CaseSummary, 'suite' | 'case' | 'row'>): string =>
  `${suite}/${id}${row === undefined ? '' : `[${String(row)}]`}`;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By suite, then case, then row: the one order that everything written uses. */
export const compareLines = (a: CaseSummary, b: CaseSummary): number =>
  compare(a.suite, b.suite) || compare(a.case, b.case) || (a.row ?? 0) - (b.row ?? 0);

/** A case with rows as its rows, any other as itself. */
export const eachLine = (cases: Iterable<CaseSummary>): CaseSummary[] =>
  [...cases].flatMap((summary) => summary.rows ?? [summary]);

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
  const failed = checks.filter((check) => !check.passed && check.warn !== true).map(sentenceOf);
  const cause = failure === undefined ? [] : [`${failure.type} while in phase ${failure.phase}: ${failure.message}`];
  // A failed check says more than the failure that merely repeats it.
  const all = failure?.phase === 'check' && failed.length > 0 ? failed : [...cause, ...failed];
  return all.slice(0, DETAILS_MAX).map(shorten);
};

/** Checks of figures about the answer, by the beginning of their sentence; a header of the same name begins otherwise. */
const FIGURES = new Map([
  ['status', 'status '],
  ['time', 'time in ms '],
  ['body', 'body bytes '],
]);

/** Whether what a check found is a figure about the answer and no part of it. */
export const isFigure = ({ check, path = '' }: Pick<CheckOutcome, 'check' | 'path'>): boolean => {
  const beginning = FIGURES.get(path);
  return beginning !== undefined && check.startsWith(beginning);
};

/** Whether the check's own sentence ends with this value. One that does not was put in for a variable, and may come from an answer. */
export const statesExpected = (check: string, expected: Json): boolean => {
  const words = Array.isArray(expected) ? expected.join(' or ') : JSON.stringify(expected).replaceAll('"', '');
  return [words, JSON.stringify(expected)].some((text) => check.endsWith(` ${text}`));
};

/** Before any of the answer was there, a message cannot hold any of it; one of sending may quote the request. */
const BEFORE_ANSWER: readonly string[] = ['resolve', 'connect', 'tls', 'wait'];
/** What is said of a load is made of figures. */
const FIGURES_ONLY: readonly string[] = ['load'];

/**
 * True when the message says where a request failed and cannot quote what was sent or answered. One that names an address does: a
 * request may fail in these phases after a redirect, whose address came from an answer. So does one of a refused target: its host may
 * come from an answer, while any other failure of these phases is of a host that the environment lists.
 */
export const isPayloadFree = ({
  type,
  phase,
  message,
}: Pick<TryFailure, 'phase' | 'message'> & { readonly type: string }): boolean =>
  type !== 'refused_target' && [...BEFORE_ANSWER, ...FIGURES_ONLY].includes(phase) && !message.includes('://');

/** Phases of a request to a host that was found to be listed; one that is refused in `redirect` was so behind an answer of such a host. */
const AT_LISTED_HOST: readonly string[] = [...BEFORE_ANSWER, 'send', 'receive'];

/** Whether the host that a try asked is one that its environment lists. The host of any other may be a value of an answer. */
export const askedListedHost = ({ response, failure }: Pick<Try, 'response' | 'failure'>): boolean => {
  if (response !== undefined || failure?.phase === 'redirect') return true;
  if (failure === undefined || failure.type === 'refused_target' || failure.type === 'setup') return false;
  return AT_LISTED_HOST.includes(failure.phase);
};

const headlineOf = (last: Try | undefined, verdict: Verdict): string => {
  const failure = last?.failure;
  const check = last?.checks.find((one) => !one.passed && one.warn !== true);
  if (check !== undefined && (failure === undefined || failure.phase === 'check')) return figureOf(check);
  if (failure === undefined) return `${verdict} without a stated reason`;
  const cause = `${failure.type} while in phase ${failure.phase}`;
  return isPayloadFree(failure) ? `${cause}: ${failure.message}` : cause;
};

const figureOf = ({ check, path, expected, got }: CheckOutcome): string => {
  if (typeof got !== 'number' || !isFigure({ check, ...(path === undefined ? {} : { path }) }))
    return `${check} did not hold`;
  const wanted = expected !== undefined && statesExpected(check, expected) ? `expected ${quote(expected)}, ` : '';
  return `${check}: ${wanted}got ${quote(got)}`;
};

/** A check in one sentence, with what was expected and what came where its message does not say. */
export const sentenceOf = ({ check, expected, got, message }: CheckOutcome): string => {
  if (message !== undefined && message !== '') return `${check}: ${message}`;
  if (expected === undefined && got === undefined) return check;
  return `${check}: expected ${quote(expected)}, got ${quote(got)}`;
};

const quote = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));

/** What the sealer's search would refuse is replaced: parts that were clean alone, or were cut, can look sensitive together. */
const clean = (text: string): string => maskSensitive(text).text;

/** Searched whole and cut afterwards, because half a secret is not recognised; a cut can make a value look sensitive that did not before. */
const shorten = (text: string): string => {
  const whole = clean(text);
  return whole.length <= MESSAGE_CHARS_MAX ? whole : clean(`${whole.slice(0, MESSAGE_CHARS_MAX - 1).toWellFormed()}…`);
};
