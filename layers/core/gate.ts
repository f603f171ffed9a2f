import { compareLines, eachLine, nameOf } from '#core/case-summary';
import type { CaseSummary } from '#core/case-summary';
import { findingReasons } from '#core/gate-findings';
import type { KnownFindings } from '#core/gate-findings';
import { limitReasons } from '#core/gate-limits';
import { runReasons, type RunFacts } from '#core/gate-run';
import { count, listed } from '#core/gate-words';
import { maskSensitive } from '#core/masking';
import { countCases, percentile, type MergedResults } from '#core/merge-results';
import { rootCause } from '#core/root-cause';
import type { GateReason, GateResult, GateRules } from '#core/run';
import { RISKS, type GateAnswer, type Risk } from '#core/words';

/** What holds where a run names no rule. No failure is allowed and one case must have run; the other rules are off. */
export const GATE_DEFAULTS = {
  maxFailures: { low: 0, medium: 0, high: 0, critical: 0 },
  minCasesRan: 1,
  maxUnmetRequirements: 0,
} as const satisfies GateRules;

export type { LostShard, RetriedShard } from '#core/gate-run';

export interface GateFacts extends RunFacts {
  readonly service: string;
  readonly rules: GateRules;
  /** Absent where nothing is kept from run to run. */
  readonly findings?: KnownFindings;
}

/**
 * Turns verdicts into the answer of a run. Pure, and independent of the order of results.
 *
 * `shut` when a rule is broken by what was seen; that also holds when a shard was lost or the run was stopped, because a known failure
 * stays known. Else `inconclusive` when something that had to be seen was not: nothing run or checked, a case without result, a lost
 * shard, a stop, an error of the run (which decides for what it kept from running, too). `open` only when nothing of either kind was found. Advisory cases are judged and shown; they
 * count in no rule but the minimum of cases. Error rate, p95, flake rate and warnings are those of blocking cases; p95 is exact.
 */
export const judge = (facts: GateFacts): GateResult => {
  const cases = eachLine(facts.results.cases.values()).sort(byRiskThenId);
  const blocking = cases.filter((entry) => !entry.advisory);
  const counts = countCases(blocking);
  const ran = counts.passed + counts.failed + counts.errored;
  const errorRate = counts.requests === 0 ? null : counts.requestErrors / counts.requests;
  const p95Ms = percentile(facts.results.latenciesMs, 0.95);
  const figures = { errorRate, p95Ms, flakeRate: ran === 0 ? null : counts.flaky / ran };
  const reasons = [
    ...failureReasons(facts, blocking),
    ...limitReasons(facts, { ...figures, warnings: counts.warnings }),
    ...findingReasons(facts),
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
  RISKS.indexOf(b.risk) - RISKS.indexOf(a.risk) || compareLines(a, b);

const isFailure = (entry: CaseSummary): boolean => entry.verdict === 'failed' || entry.verdict === 'errored';

const resultsOf = (runId: string, entry?: CaseSummary): string =>
  `/tests/run/${runId}/results${entry === undefined ? '' : `?suite=${encodeURIComponent(entry.suite.toWellFormed())}&verdict=${entry.verdict}`}`;

const failureReasons = ({ runId, rules }: GateFacts, blocking: readonly CaseSummary[]): readonly GateReason[] =>
  [...RISKS].reverse().flatMap((risk: Risk): readonly GateReason[] => {
    const failures = blocking.filter((entry) => entry.risk === risk && isFailure(entry));
    if (failures.length === 0) return [];
    const limit = rules.maxFailures?.[risk] ?? GATE_DEFAULTS.maxFailures[risk];
    const over = failures.length > limit;
    const summary: GateReason = {
      code: over ? 'failures-over-limit' : 'failures-within-limit',
      message: `${count(failures.length, 'case')} of ${risk} risk ${wentWrong(failures)}, ${String(limit)} allowed.`,
      effect: over ? 'shut' : 'info',
      evidence: resultsOf(runId),
    };
    return [summary, ...failures.map((entry) => failureReason(runId, entry, over))];
  });

const wentWrong = (failures: readonly CaseSummary[]): string =>
  [...new Set(failures.map(({ verdict }) => verdict))].sort().reverse().join(' or ');

const failureReason = (runId: string, entry: CaseSummary, over: boolean): GateReason => ({
  code: `case-${entry.verdict}`,
  message: `${nameOf(entry)} (${entry.risk}) ${entry.verdict}: ${entry.headline ?? 'no reason was recorded'}`,
  ...(entry.message === undefined || entry.message === entry.headline ? {} : { detail: entry.message }),
  effect: over ? 'shut' : 'info',
  suite: entry.suite,
  case: entry.case,
  evidence: resultsOf(runId, entry),
});

/** What was not seen. After an error of the run that is its consequence: it is told and decides nothing, or left out where it says nothing new. */
const coverageReasons = (facts: GateFacts, cases: readonly CaseSummary[]): readonly GateReason[] => {
  const { runId, rules, results, planned, error, lostShards } = facts;
  const reasons: GateReason[] = [];
  const tell = (code: string, message: string, effect: GateReason['effect'] = 'inconclusive'): void => {
    reasons.push({ code, message, effect, evidence: resultsOf(runId) });
  };
  const unseen = error === undefined ? 'inconclusive' : 'info';
  const judged = cases.filter((entry) => entry.verdict === 'passed' || entry.verdict === 'failed');
  const least = rules.minCasesRan ?? GATE_DEFAULTS.minCasesRan;
  const nothingRan = cases.every((entry) => entry.verdict === 'skipped');
  if (nothingRan && error === undefined) tell('nothing-run', 'No case was run.');
  else if (!nothingRan && judged.every((entry) => entry.checks === 0))
    tell('nothing-checked', 'No case checked anything.');
  else if (!nothingRan && judged.every((entry) => entry.verdict === 'failed'))
    tell('nothing-passed', 'No case passed.');
  if (judged.length < least && !nothingRan) {
    const message = `${count(judged.length, 'case')} ran to a verdict, at least ${String(least)} must.`;
    tell('too-few-cases-ran', message, unseen);
  }
  const missing = [...(planned ?? [])].filter((key) => !results.cases.has(key)).sort();
  const saidByLosses = error !== undefined && results.cases.size === 0 && lostShards.length > 0;
  if (missing.length > 0 && !saidByLosses) {
    const message = `${count(missing.length, 'planned case')} left no result: ${listed(missing)}.`;
    tell('cases-without-result', message, unseen);
  }
  const unplanned = planned === undefined ? [] : [...results.cases.keys()].filter((key) => !planned.has(key)).sort();
  if (unplanned.length > 0) {
    const message = `${count(unplanned.length, 'result')} came from cases that were not planned: ${listed(unplanned)}.`;
    tell('unplanned-results', message);
  }
  return [...reasons, ...requiredSuiteReasons(facts, judged, unseen)];
};

const requiredSuiteReasons = (
  facts: GateFacts,
  judged: readonly CaseSummary[],
  effect: GateReason['effect'],
): readonly GateReason[] => {
  const ran = new Set(judged.map((entry) => entry.suite));
  return (facts.rules.requiredSuites ?? [])
    .filter((suite) => !ran.has(suite) && !ran.has(`${facts.service}.${suite}`))
    .map((suite) => ({
      code: 'required-suite-not-run',
      message: `The required suite ${suite} did not run.`,
      effect,
      suite,
      evidence: resultsOf(facts.runId),
    }));
};

/** A blocking case that was skipped was not judged. That is excused only where a blocking failure, which has its own rule, caused it. */
const skipReasons = ({ runId, rules, results }: GateFacts, blocking: readonly CaseSummary[]): readonly GateReason[] => {
  const skipped = blocking.filter((entry) => entry.verdict === 'skipped' && entry.because?.kind !== 'no-rows');
  const [consequences, others] = partition(skipped, (entry) => isBlockingFailure(rootCause(entry, results)));
  const [unmet, unexplained] = partition(others, (entry) => isUnmet(entry, results));
  const allowed = unmet.length <= (rules.maxUnmetRequirements ?? GATE_DEFAULTS.maxUnmetRequirements);
  const reasons = [
    ...toldTogether(runId, unmet, 'requirement-unmet', allowed ? 'info' : 'inconclusive'),
    ...toldTogether(runId, unexplained, 'case-skipped', 'inconclusive'),
  ];
  if (consequences.length === 0) return reasons;
  const message = `${count(consequences.length, 'case')} skipped because a case they depend on failed: ${listed(consequences.map(nameOf))}.`;
  return [
    ...reasons,
    { code: 'dependents-skipped', message, effect: 'info', evidence: resultsOf(runId, consequences[0]) },
  ];
};

const skipReasonOf = ({ because }: CaseSummary): string =>
  (because?.reason ?? 'no reason was recorded').replace(/ while the case ran$/, '');

/** Cases that were skipped for the same reason are one reason. */
const toldTogether = (
  runId: string,
  skipped: readonly CaseSummary[],
  code: string,
  effect: GateReason['effect'],
): readonly GateReason[] =>
  [...Map.groupBy(skipped, skipReasonOf)].flatMap(([reason, entries]): readonly GateReason[] => {
    const [first, second] = entries;
    if (first === undefined || second === undefined)
      return entries.map((entry) => skippedReason(runId, entry, code, effect));
    const message = `${count(entries.length, 'case')} were skipped, because ${reason}: ${listed(entries.map(nameOf))}.`;
    return [{ code, message, effect, evidence: resultsOf(runId, first) }];
  });

const skippedReason = (runId: string, entry: CaseSummary, code: string, effect: GateReason['effect']): GateReason => ({
  code,
  message: `${nameOf(entry)} (${entry.risk}) was skipped: ${entry.because?.reason ?? 'no reason was recorded'}`,
  effect,
  suite: entry.suite,
  case: entry.case,
  evidence: resultsOf(runId, entry),
});

/** What a case requires was not there, or what one requires that it needs. */
const isUnmet = (entry: CaseSummary, results: MergedResults): boolean => {
  const [first] = entry.because?.chain ?? [];
  const root = first === undefined ? undefined : results.cases.get(`${entry.suite}/${first}`);
  return [entry, root].some((one) => one?.because?.kind === 'requires');
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
      `${count(flaky.length, 'case')} passed only after a failure: ${listed(flaky.map(nameOf))}.`,
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
      `${count(advisory.length, 'advisory case')} failed, which never shuts the gate: ${listed(advisory.map(nameOf))}.`,
    );
  }
  return reasons;
};
