import type { CaseSummary } from '#core/case-summary';
import { limitReasons } from '#core/gate-limits';
import { maskSensitive } from '#core/masking';
import { countCases, percentile, type MergedResults } from '#core/merge-results';
import { rootCause } from '#core/root-cause';
import type { GateReason, GateResult, GateRules, RunError } from '#core/run';
import { RISKS, type GateAnswer, type Risk, type StopReason } from '#core/words';

/** What holds where a run names no rule. No failure is allowed and one case must have run; the other rules are off. */
export const GATE_DEFAULTS = {
  maxFailures: { low: 0, medium: 0, high: 0, critical: 0 },
  minCasesRan: 1,
} as const satisfies GateRules;

/** A shard whose results did not come or could not be read. */
export interface LostShard {
  readonly shard: number;
  readonly reason: string;
}

export interface GateFacts {
  readonly runId: string;
  readonly service: string;
  readonly rules: GateRules;
  readonly results: MergedResults;
  /** `suite/case` of every planned case; undefined when no plan was made. */
  readonly planned?: ReadonlySet<string>;
  readonly lostShards: readonly LostShard[];
  readonly stop?: { readonly reason: StopReason; readonly by: string };
  readonly error?: RunError;
}

/**
 * Turns verdicts into the answer of a run. Pure, and independent of the order of results.
 *
 * `shut` when a rule is broken by what was seen; that also holds when a shard was lost or the run was stopped, because a known failure
 * stays known. Else `inconclusive` when something that had to be seen was not: nothing run or checked, a case without result, a lost
 * shard, a stop, an error of the run. `open` only when nothing of either kind was found. Advisory cases are judged and shown; they
 * count in no rule but the minimum of cases. Error rate, p95, flake rate and warnings are those of blocking cases; p95 is exact.
 */
export const judge = (facts: GateFacts): GateResult => {
  const cases = [...facts.results.cases.values()].sort(byRiskThenId);
  const blocking = cases.filter((entry) => !entry.advisory);
  const counts = countCases(blocking);
  const ran = counts.passed + counts.failed + counts.errored;
  const errorRate = counts.requests === 0 ? null : counts.requestErrors / counts.requests;
  const p95Ms = percentile(facts.results.latenciesMs, 0.95);
  const figures = { errorRate, p95Ms, flakeRate: ran === 0 ? null : counts.flaky / ran };
  const reasons = [
    ...failureReasons(facts, blocking),
    ...limitReasons(facts, { ...figures, warnings: counts.warnings }),
    ...runReasons(facts),
    ...coverageReasons(facts, cases),
    ...skipReasons(facts, blocking),
    ...noteReasons(facts, cases),
  ].map(cleanReason);
  return { answer: answerOf(reasons), reasons, counts: countCases(cases), errorRate, p95Ms, degraded: false };
};

/** Reasons are sealed as they are, so they hold nothing that the sealer's search refuses. */
const cleanReason = (reason: GateReason): GateReason => ({
  ...reason,
  message: maskSensitive(reason.message).text,
  ...(reason.detail === undefined ? {} : { detail: maskSensitive(reason.detail).text }),
});

const answerOf = (reasons: readonly GateReason[]): GateAnswer => {
  if (reasons.some((reason) => reason.effect === 'shut')) return 'shut';
  return reasons.some((reason) => reason.effect === 'inconclusive') ? 'inconclusive' : 'open';
};

const byRiskThenId = (a: CaseSummary, b: CaseSummary): number =>
  RISKS.indexOf(b.risk) - RISKS.indexOf(a.risk) || (idOf(a) < idOf(b) ? -1 : 1);

const idOf = (entry: CaseSummary): string => `${entry.suite}/${entry.case}`;

const isFailure = (entry: CaseSummary): boolean => entry.verdict === 'failed' || entry.verdict === 'errored';

const resultsOf = (runId: string, entry?: CaseSummary): string =>
  `/tests/run/${runId}/results${entry === undefined ? '' : `?suite=${encodeURIComponent(entry.suite.toWellFormed())}&verdict=${entry.verdict}`}`;

/** "1 case", "2 cases" */
const count = (number: number, noun: string): string => `${String(number)} ${noun}${number === 1 ? '' : 's'}`;

const failureReasons = ({ runId, rules }: GateFacts, blocking: readonly CaseSummary[]): readonly GateReason[] =>
  [...RISKS].reverse().flatMap((risk: Risk): readonly GateReason[] => {
    const failures = blocking.filter((entry) => entry.risk === risk && isFailure(entry));
    if (failures.length === 0) return [];
    const limit = rules.maxFailures?.[risk] ?? GATE_DEFAULTS.maxFailures[risk];
    const over = failures.length > limit;
    const summary: GateReason = {
      code: over ? 'failures-over-limit' : 'failures-within-limit',
      message: `${count(failures.length, 'case')} of ${risk} risk failed, ${String(limit)} allowed.`,
      effect: over ? 'shut' : 'info',
      evidence: resultsOf(runId),
    };
    return [summary, ...failures.map((entry) => failureReason(runId, entry, over))];
  });

const failureReason = (runId: string, entry: CaseSummary, over: boolean): GateReason => ({
  code: `case-${entry.verdict}`,
  message: `${idOf(entry)} (${entry.risk}) ${entry.verdict}: ${entry.headline ?? 'no reason was recorded'}`,
  ...(entry.message === undefined || entry.message === entry.headline ? {} : { detail: entry.message }),
  effect: over ? 'shut' : 'info',
  suite: entry.suite,
  case: entry.case,
  evidence: resultsOf(runId, entry),
});

const STOPPED = {
  cancelled: 'The run was cancelled',
  'fail-fast': 'The run was stopped at its first failure',
  deadline: 'The run reached its deadline',
} as const satisfies Record<StopReason, string>;

const runReasons = ({ runId, error, stop, lostShards, planned }: GateFacts): readonly GateReason[] => {
  const reasons: GateReason[] = [];
  const inconclusive = (code: string, message: string): void => {
    reasons.push({ code, message, effect: 'inconclusive', evidence: `/tests/run/${runId}` });
  };
  if (error !== undefined) inconclusive(error.code, error.message);
  if (stop !== undefined)
    inconclusive(stop.reason, `${STOPPED[stop.reason]} (by ${stop.by}) before every case had run.`);
  if (planned === undefined && error === undefined)
    inconclusive('plan-missing', 'No plan was made, so no case could run.');
  for (const { shard, reason } of [...lostShards].sort((a, b) => a.shard - b.shard)) {
    inconclusive('shard-lost', `Shard ${String(shard)} was lost: ${reason}. Its cases have no result.`);
  }
  return reasons;
};

const coverageReasons = (facts: GateFacts, cases: readonly CaseSummary[]): readonly GateReason[] => {
  const { runId, rules, results, planned } = facts;
  const reasons: GateReason[] = [];
  const inconclusive = (code: string, message: string): void => {
    reasons.push({ code, message, effect: 'inconclusive', evidence: resultsOf(runId) });
  };
  const judged = cases.filter((entry) => entry.verdict === 'passed' || entry.verdict === 'failed');
  const least = rules.minCasesRan ?? GATE_DEFAULTS.minCasesRan;
  const nothingRan = cases.every((entry) => entry.verdict === 'skipped');
  if (nothingRan) inconclusive('nothing-run', 'No case was run.');
  else if (judged.every((entry) => entry.checks === 0)) inconclusive('nothing-checked', 'No case checked anything.');
  else if (judged.every((entry) => entry.verdict === 'failed')) inconclusive('nothing-passed', 'No case passed.');
  if (judged.length < least && !nothingRan) {
    inconclusive(
      'too-few-cases-ran',
      `${count(judged.length, 'case')} ran to a verdict, at least ${String(least)} must.`,
    );
  }
  const missing = [...(planned ?? [])].filter((key) => !results.cases.has(key)).sort();
  if (missing.length > 0) {
    inconclusive(
      'cases-without-result',
      `${count(missing.length, 'planned case')} left no result: ${listed(missing)}.`,
    );
  }
  const unplanned = planned === undefined ? [] : [...results.cases.keys()].filter((key) => !planned.has(key)).sort();
  if (unplanned.length > 0) {
    inconclusive(
      'unplanned-results',
      `${count(unplanned.length, 'result')} came from cases that were not planned: ${listed(unplanned)}.`,
    );
  }
  return [...reasons, ...requiredSuiteReasons(facts, judged)];
};

const requiredSuiteReasons = (facts: GateFacts, judged: readonly CaseSummary[]): readonly GateReason[] => {
  const ran = new Set(judged.map((entry) => entry.suite));
  return (facts.rules.requiredSuites ?? [])
    .filter((suite) => !ran.has(suite) && !ran.has(`${facts.service}.${suite}`))
    .map((suite) => ({
      code: 'required-suite-not-run',
      message: `The required suite ${suite} did not run.`,
      effect: 'inconclusive',
      suite,
      evidence: resultsOf(facts.runId),
    }));
};

const LISTED_MAX = 5;

const listed = (names: readonly string[]): string =>
  names.length <= LISTED_MAX
    ? names.join(', ')
    : `${names.slice(0, LISTED_MAX).join(', ')} and ${String(names.length - LISTED_MAX)} more`;

/** A blocking case that was skipped was not judged. That is excused only where a blocking failure, which has its own rule, caused it. */
const skipReasons = ({ runId, results }: GateFacts, blocking: readonly CaseSummary[]): readonly GateReason[] => {
  const skipped = blocking.filter((entry) => entry.verdict === 'skipped');
  const [consequences, others] = partition(skipped, (entry) => isBlockingFailure(rootCause(entry, results)));
  const reasons: GateReason[] = others.map((entry) => ({
    code: 'case-skipped',
    message: `${idOf(entry)} (${entry.risk}) was skipped: ${entry.because?.reason ?? 'no reason was recorded'}`,
    effect: 'inconclusive',
    suite: entry.suite,
    case: entry.case,
    evidence: resultsOf(runId, entry),
  }));
  if (consequences.length === 0) return reasons;
  const message = `${count(consequences.length, 'case')} skipped because a case they depend on failed: ${listed(consequences.map(idOf))}.`;
  return [
    ...reasons,
    { code: 'dependents-skipped', message, effect: 'info', evidence: resultsOf(runId, consequences[0]) },
  ];
};

const partition = <T>(items: readonly T[], holds: (item: T) => boolean): readonly [readonly T[], readonly T[]] => [
  items.filter(holds),
  items.filter((item) => !holds(item)),
];

const isBlockingFailure = (entry: CaseSummary | undefined): boolean =>
  entry !== undefined && !entry.advisory && isFailure(entry);

const noteReasons = ({ runId }: GateFacts, cases: readonly CaseSummary[]): readonly GateReason[] => {
  const reasons: GateReason[] = [];
  const note = (code: string, message: string, effect: 'info' | 'warn' = 'info'): void => {
    reasons.push({ code, message, effect, evidence: resultsOf(runId) });
  };
  const flaky = cases.filter((entry) => entry.flaky);
  if (flaky.length > 0)
    note(
      'flaky-cases',
      `${count(flaky.length, 'case')} passed only after a failure: ${listed(flaky.map(idOf))}.`,
      'warn',
    );
  const kinds = Map.groupBy(
    cases.flatMap((entry) => entry.warnings),
    (kind) => kind,
  );
  for (const [kind, entries] of [...kinds].sort(([a], [b]) => (a < b ? -1 : 1))) {
    note('warnings', `${count(entries.length, 'warning')} of kind ${kind}.`, 'warn');
  }
  const advisory = cases.filter((entry) => entry.advisory && isFailure(entry));
  if (advisory.length > 0) {
    note(
      'advisory-failures',
      `${count(advisory.length, 'advisory case')} failed, which never shuts the gate: ${listed(advisory.map(idOf))}.`,
    );
  }
  return reasons;
};
