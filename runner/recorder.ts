import type { CaseResult, VerdictCounts } from '#core/case-result';
import { requestCounts } from '#core/case-summary';
import { NO_COUNTS } from '#core/merge-results';
import { createMasker, scanForSecrets } from '#core/masking';
import type { KnownSecret, Masker } from '#core/masking';
import type { Json } from '#core/units';
import type { Capability } from '#core/words';
import type { CaseSink, EngineLogLine } from '#engines/functional/ports';
import type { Clock } from '#ports/clock';
import { lineFile } from '#runner/line-file';
import type { ScannedFile } from '#runner/line-file';

/** What one attempt has seen so far, masked, and the files it becomes. */
export interface Recorder {
  readonly sink: CaseSink;
  readonly masker: Masker;
  readonly counts: () => VerdictCounts;
  readonly casesDone: () => number;
  /** Log lines since the last call as JSONL; '' when there are none. */
  readonly takeLive: () => string;
  readonly finish: () => {
    readonly results: ScannedFile;
    readonly log: ScannedFile;
    readonly secrets: number;
    readonly redactions: number;
  };
}

/** Facts of the attempt that every log line carries (G7). */
export interface LogContext {
  readonly service: string;
  readonly runId: string;
  readonly shard: number;
  readonly attempt: number;
  readonly traceId: string;
  /** Capability of each suite, by id. */
  readonly suiteTypes: ReadonlyMap<string, Capability>;
}

const adding = (counts: VerdictCounts, result: CaseResult): VerdictCounts => {
  const { checks, requests, requestErrors } = requestCounts(result);
  return {
    ...counts,
    [result.verdict]: counts[result.verdict] + 1,
    flaky: counts.flaky + (result.flaky ? 1 : 0),
    warnings: counts.warnings + result.warnings.length,
    checks: counts.checks + checks,
    requests: counts.requests + requests,
    requestErrors: counts.requestErrors + requestErrors,
  };
};

/** A masker that remembers which secrets it was taught, for the scan at the end. */
const rememberingMasker = (): { readonly masker: Masker; readonly secrets: () => readonly KnownSecret[] } => {
  const inner = createMasker();
  const known = new Map<string, KnownSecret>();
  return {
    secrets: () => [...known.values()],
    masker: {
      ...inner,
      addSecret: (name, value) => {
        if (value !== '') known.set(value, { name, value });
        inner.addSecret(name, value);
      },
    },
  };
};

/** One line as G7 wants it, masked. */
const lineOf = (
  { level, message, suite, case: caseId, fields }: EngineLogLine,
  atEpochMs: number,
  context: LogContext,
  masker: Masker,
): { readonly [field: string]: Json } => ({
  at: new Date(atEpochMs).toISOString(),
  level,
  message: masker.maskText(message),
  correlation_id: context.runId,
  trace_id: context.traceId,
  service: context.service,
  test_run_id: context.runId,
  shard: context.shard,
  attempt: context.attempt,
  suite,
  suite_type: context.suiteTypes.get(suite) ?? null,
  // Until specs are stored there is none to name; the field is there so that readers need no exception.
  spec_hash: null,
  ...(caseId === undefined ? {} : { case: caseId, case_id: caseId }),
  ...(masker.maskJson(fields ?? {}) as { readonly [name: string]: Json }),
});

/**
 * Takes results and log lines of an attempt and turns them into its files.
 *
 * @param onCase hears each result, for fail-fast and fault tests
 */
export const recorder = (clock: Clock, context: LogContext, onCase: (result: CaseResult) => void): Recorder => {
  const { masker, secrets } = rememberingMasker();
  const results = lineFile();
  const log = lineFile();
  let counts = NO_COUNTS;
  const casesDone = new Set<string>();
  let live: string[] = [];
  const write = (given: EngineLogLine): void => {
    const line = JSON.stringify(lineOf(given, clock.nowMs(), context, masker));
    log.add(line);
    live.push(line);
  };
  return {
    masker,
    counts: () => counts,
    casesDone: () => casesDone.size,
    sink: {
      log: write,
      caseDone: (result) => {
        results.add(JSON.stringify(result));
        counts = adding(counts, result);
        // A case with rows comes once for each.
        casesDone.add(`${result.suite}/${result.case}`);
        if (result.verdict === 'skipped')
          write({
            level: 'warn',
            suite: result.suite,
            case: result.case,
            message: `skipped: ${result.because?.reason ?? 'no reason'}`,
          });
        onCase(result);
      },
    },
    takeLive: () => {
      const text = live.map((line) => `${line}\n`).join('');
      live = [];
      return scanForSecrets(text, secrets()).length === 0 ? text : masker.maskText(text);
    },
    finish: () => ({
      results: results.finish(secrets(), (text) => masker.maskText(text)),
      log: log.finish(secrets(), (text) => masker.maskText(text)),
      secrets: secrets().length,
      redactions: masker.redactions(),
    }),
  };
};
