/** Turns what happened in an experiment into checks. */
import type { DisturbDefinition, DisturbExpectation } from '#core/acts/disturb';
import type { CheckOutcome, RecordedResponse } from '#core/case-result';
import type { Check } from '#core/check';
import { shortJson } from '#core/json-types';
import type { Verdict } from '#core/words';
import { answerOf } from '#engines/functional/answer';
import { evaluateCheck } from '#engines/functional/checks';
import { runsOf, whyNot } from '#engines/resilience/experiment';
import type { CaseRun, Observation } from '#engines/resilience/experiment';
import { judgeTraffic } from '#engines/resilience/judge-traffic';
import { RECOVERY_MS_MAX_DEFAULT } from '#engines/resilience/run-experiment';

const verdictsFor = (
  { verdicts, errorRateMax, fallback }: DisturbExpectation,
  { case: id, isBeside }: CaseRun,
): readonly Verdict[] | undefined => {
  if (Array.isArray(verdicts)) return isBeside === true ? undefined : (verdicts as readonly Verdict[]);
  if (verdicts !== undefined) {
    const byCase = verdicts as { readonly [caseId: string]: readonly Verdict[] };
    return Object.hasOwn(byCase, id) ? byCase[id] : undefined;
  }
  const isJudgedOtherwise = errorRateMax !== undefined || fallback !== undefined;
  return isJudgedOtherwise && isBeside !== true ? undefined : ['passed'];
};

/** One check for each case: all its runs had one of the verdicts. */
const verdictChecks = (expect: DisturbExpectation, runs: readonly CaseRun[]): readonly CheckOutcome[] =>
  [...Map.groupBy(runs, ({ case: id }) => id)].flatMap(([id, ofCase]): readonly CheckOutcome[] => {
    const [first] = ofCase;
    const wanted = first === undefined ? undefined : verdictsFor(expect, first);
    if (wanted === undefined) return [];
    const words = wanted.join(' or ');
    const odd = ofCase.filter(({ result }) => !wanted.includes(result.verdict));
    const check = `case ${id} under the faults: ${words}`;
    const [example] = odd;
    if (example === undefined) return [{ check, passed: true, expected: words, got: words }];
    const message = `expected ${id} ${words} in ${String(ofCase.length)} runs, got ${String(odd.length)} otherwise; run ${String(example.round)} ${example.result.verdict}: ${whyNot(example)}`;
    return [{ check, passed: false, expected: words, got: example.result.verdict, message }];
  });

const rateCheck = (limit: number, runs: readonly CaseRun[]): CheckOutcome => {
  const bad = runs.filter(({ result }) => result.verdict !== 'passed').length;
  const rate = runs.length === 0 ? 0 : bad / runs.length;
  const passed = rate <= limit;
  const words = `${String(bad)} of ${String(runs.length)} runs`;
  return {
    check: `runs that did not pass under the faults: at most ${String(limit * 100)} %`,
    passed,
    expected: limit,
    got: rate,
    ...(passed ? {} : { message: `expected at most ${String(limit * 100)} % of runs not to pass, got ${words}` }),
  };
};

const durationCheck = (limitMs: number, runs: readonly CaseRun[]): CheckOutcome => {
  const slowest = runs.reduce<CaseRun | undefined>(
    (worst, run) => (worst === undefined || run.result.durationMs > worst.result.durationMs ? run : worst),
    undefined,
  );
  const got = slowest?.result.durationMs ?? 0;
  const passed = got <= limitMs;
  const message = `expected every run within ${String(limitMs)} ms under the faults, got ${slowest?.case ?? ''} with ${String(Math.round(got))} ms`;
  return {
    check: `longest run under the faults: at most ${String(limitMs)} ms`,
    passed,
    expected: limitMs,
    got,
    ...(passed ? {} : { message }),
  };
};

/** As checks look at it: what was recorded, so masked values are masked here too. */
const answerFrom = (response: RecordedResponse, durationMs: number) =>
  answerOf({
    status: response.status,
    headers: response.headers,
    body: new TextEncoder().encode(response.body ?? ''),
    bodyBytes: response.bodyBytes,
    truncated: response.bodyTruncated ?? false,
    url: '',
    redirects: [],
    timingsMs: { ...response.timingsMs, total: durationMs },
  });

const NO_VARIABLES = { lookup: () => undefined };

const ofFallback = ({ check, passed, expected, got, path, message }: CheckOutcome, where: string): CheckOutcome => ({
  check: `fallback: ${check}`,
  passed,
  ...(expected === undefined ? {} : { expected }),
  ...(got === undefined ? {} : { got }),
  ...(path === undefined ? {} : { path }),
  ...(passed ? {} : { message: `${where}: ${message ?? `expected ${check}, got ${shortJson(got)}`}` }),
});

/** One outcome for each check: it held in all runs, or the first in which it did not. */
const fallbackChecks = (checks: readonly Check[], runs: readonly CaseRun[]): readonly CheckOutcome[] =>
  checks.flatMap((check) => {
    let outcomes: readonly CheckOutcome[] = [];
    for (const { case: id, round, result, startedAtEpochMs } of runs) {
      const { response, durationMs } = result;
      if (response === undefined) {
        const why = result.failure?.message ?? 'none';
        return [
          {
            check: `fallback of ${id}: an answer`,
            passed: false,
            message: `expected a fallback answer of ${id} in round ${String(round)}, got no answer: ${why}`,
          },
        ];
      }
      const options = { ...NO_VARIABLES, nowMs: startedAtEpochMs + durationMs };
      outcomes = evaluateCheck(check, answerFrom(response, durationMs), options).map((outcome) =>
        ofFallback(outcome, `fallback of ${id} in round ${String(round)}`),
      );
      if (outcomes.some(({ passed }) => !passed)) return outcomes;
    }
    return outcomes;
  });

const recoveryCheck = ({ recoveryMs, ...observation }: Observation, limitMs: number): CheckOutcome => {
  const check = `steady state again within ${String(limitMs)} ms`;
  if (recoveryMs !== null) return { check, passed: true, expected: limitMs, got: recoveryMs };
  const bad = runsOf(observation, 'recovery').findLast(({ result }) => result.verdict !== 'passed');
  const got = bad === undefined ? 'it later' : `${bad.case} ${bad.result.verdict}: ${whyNot(bad)}`;
  return {
    check,
    passed: false,
    expected: limitMs,
    got: null,
    message: `expected the steady state within ${String(limitMs)} ms after the faults, got ${got}`,
  };
};

const afterwardsChecks = (observation: Observation): readonly CheckOutcome[] =>
  runsOf(observation, 'afterwards').map((run) => {
    const passed = run.result.verdict === 'passed';
    return {
      check: `case ${run.case} afterwards: passed`,
      passed,
      expected: 'passed',
      got: run.result.verdict,
      ...(passed
        ? {}
        : { message: `expected ${run.case} to pass after the faults, got ${run.result.verdict}: ${whyNot(run)}` }),
    };
  });

/** @throws NotJudged when there was too little to judge by */
export const judgeExperiment = (definition: DisturbDefinition, observation: Observation): readonly CheckOutcome[] => {
  const { expect = {}, recoveryMsMax = RECOVERY_MS_MAX_DEFAULT } = definition;
  const all = runsOf(observation, 'faults');
  const runs = all.filter(({ isBeside }) => isBeside !== true);
  return [
    ...verdictChecks(expect, all),
    ...(expect.errorRateMax === undefined ? [] : [rateCheck(expect.errorRateMax, runs)]),
    ...(expect.durationMsMax === undefined ? [] : [durationCheck(expect.durationMsMax, runs)]),
    ...(expect.fallback === undefined ? [] : fallbackChecks(expect.fallback, runs)),
    ...Object.entries(expect.proxies ?? {}).flatMap(([name, wanted]) =>
      judgeTraffic(name, wanted, observation, recoveryMsMax),
    ),
    recoveryCheck(observation, recoveryMsMax),
    ...afterwardsChecks(observation),
  ];
};
