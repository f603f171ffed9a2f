import type { CaseResult, VerdictCounts } from '#core/case-result';
import { requestCounts } from '#core/case-summary';
import { NO_COUNTS } from '#core/merge-results';
import { createMasker } from '#core/masking';
import type { Masker } from '#core/masking';
import { secretFinder } from '#core/secret-finder';
import type { Json } from '#core/units';
import type { Capability } from '#core/words';
import type { Writable } from '#core/writable';
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

const addTo = (counts: Writable<VerdictCounts>, result: CaseResult): void => {
  const { checks, requests, requestErrors } = requestCounts(result);
  counts[result.verdict] += 1;
  counts.flaky += result.flaky ? 1 : 0;
  counts.warnings += result.warnings.length;
  counts.checks += checks;
  counts.requests += requests;
  counts.requestErrors += requestErrors;
};

/** A masker whose secrets can be looked for again, in the files at the end. */
const rememberingMasker = () => {
  const finder = secretFinder();
  const inner = createMasker({ finder });
  const known = new Set<string>();
  const masker: Masker = {
    ...inner,
    addSecret: (name, value) => {
      if (value !== '') known.add(value);
      inner.addSecret(name, value);
    },
  };
  return {
    masker,
    secrets: (): number => known.size,
    /** Places of a text that hold a secret. */
    hits: (text: string): number => (known.size === 0 ? 0 : finder.count(text)),
  };
};

/** Members of an object as they stand in its JSON, after others. */
const membersOf = (object: { readonly [name: string]: Json }): string => {
  const text = JSON.stringify(object).slice(1, -1);
  return text === '' ? '' : `,${text}`;
};

/** What all lines of one suite say, as JSON: there is a line for each try, and most of it is always the same. */
const sameInSuite = (suite: string, context: LogContext): string =>
  membersOf({
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
  });

/** Makes lines as G7 wants them, masked, as JSON. */
const lineMaker = (context: LogContext, masker: Masker) => {
  const same = new Map<string, string>();
  const sameOf = (suite: string): string => {
    const known = same.get(suite);
    if (known !== undefined) return known;
    const made = sameInSuite(suite, context);
    same.set(suite, made);
    return made;
  };
  return ({ level, message, suite, case: caseId, fields }: EngineLogLine, atEpochMs: number): string => {
    const at = new Date(atEpochMs).toISOString();
    const id = caseId === undefined ? '' : JSON.stringify(caseId);
    const ofCase = id === '' ? '' : `,"case":${id},"case_id":${id}`;
    const own = fields === undefined ? '' : membersOf(masker.maskJson(fields) as { readonly [name: string]: Json });
    return `{"at":"${at}","level":"${level}","message":${JSON.stringify(masker.maskText(message))}${sameOf(suite)}${ofCase}${own}}`;
  };
};

/**
 * Takes results and log lines of an attempt and turns them into its files.
 *
 * @param onCase hears each result, for fail-fast and fault tests
 */
export const recorder = (clock: Clock, context: LogContext, onCase: (result: CaseResult) => void): Recorder => {
  const { masker, secrets, hits } = rememberingMasker();
  const scan = () => (secrets() === 0 ? undefined : hits);
  const results = lineFile();
  const log = lineFile();
  const counts = { ...NO_COUNTS };
  const lineOf = lineMaker(context, masker);
  const casesDone = new Set<string>();
  let live: string[] = [];
  const write = (given: EngineLogLine): void => {
    const line = lineOf(given, clock.nowMs());
    log.add(line);
    live.push(line);
  };
  return {
    masker,
    counts: () => ({ ...counts }),
    casesDone: () => casesDone.size,
    sink: {
      log: write,
      caseDone: (result) => {
        results.add(JSON.stringify(result));
        addTo(counts, result);
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
      if (hits(text) === 0) return text;
      const masked = masker.maskText(text);
      // What is told while the shard runs may be missing; it must not hold a secret.
      return hits(masked) === 0 ? masked : '';
    },
    finish: () => ({
      results: results.finish(scan(), (text) => masker.maskText(text)),
      log: log.finish(scan(), (text) => masker.maskText(text)),
      secrets: secrets(),
      redactions: masker.redactions(),
    }),
  };
};
