import type { CaseResult, CheckOutcome, Try } from '#core/case-result';
import { collectResults, mergeResults, NO_RESULTS, type MergedResults } from '#core/merge-results';
import type { Verdict } from '#core/words';

export interface CaseSketch extends Partial<Omit<CaseResult, 'tries' | 'verdict'>> {
  readonly verdict?: Verdict;
  readonly latencyMs?: number;
  /** Whether the request got an answer. */
  readonly answered?: boolean;
  readonly checks?: number;
  /** Checks by themselves, in place of a number of equal ones. */
  readonly outcomes?: readonly CheckOutcome[];
}

/** One try as a runner records it. */
export const tryOf = (
  { verdict = 'passed', latencyMs = 100, answered = verdict !== 'errored', checks = 1, outcomes }: CaseSketch,
  number = 1,
): Try => ({
  try: number,
  startedAtEpochMs: 1_760_000_000_000,
  durationMs: latencyMs,
  verdict,
  request: { method: 'GET', url: 'http://api.example/', headers: [], bodyBytes: 0 },
  ...(answered
    ? {
        response: {
          status: 200,
          headers: [],
          bodyBytes: 2,
          timingsMs: { dns: null, connect: null, tls: null, wait: latencyMs, receive: 0 },
        },
      }
    : { failure: { type: 'timeout' as const, phase: 'wait', message: 'no answer within 10 s' } }),
  checks:
    outcomes ??
    (answered
      ? Array.from({ length: checks }, () =>
          verdict === 'failed'
            ? { check: 'status equals 200', passed: false, expected: 200, got: 500, path: 'status' }
            : { check: 'status equals 200', passed: true },
        )
      : []),
});

/** A result with sensible fields; a skipped case has no tries. */
export const resultOf = (sketch: CaseSketch & { readonly case: string }): CaseResult => {
  const {
    verdict = 'passed',
    latencyMs: _latency,
    answered: _answered,
    checks: _checks,
    outcomes: _outcomes,
    ...fields
  } = sketch;
  return {
    suite: 'shop.checkout',
    name: sketch.case,
    capability: 'functional',
    risk: 'medium',
    tags: [],
    advisory: false,
    flaky: false,
    warnings: [],
    startedAtEpochMs: 1_760_000_000_000,
    durationMs: sketch.latencyMs ?? 100,
    ...fields,
    verdict,
    tries: verdict === 'skipped' ? [] : [tryOf(sketch)],
  };
};

/** Results of several shards, merged in the order given. */
export const merged = (...shards: readonly (readonly (CaseSketch & { readonly case: string })[])[]): MergedResults =>
  shards
    .map((cases, shard) => {
      const collector = collectResults(shard);
      for (const sketch of cases) collector.add(JSON.stringify(resultOf(sketch)));
      return collector.results();
    })
    .reduce(mergeResults, NO_RESULTS);
