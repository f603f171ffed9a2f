import { compareLines, eachLine, judgedLatencyMs, nameOf, summarise, type CaseSummary } from '#core/case-summary';
import type { CaseResult, VerdictCounts } from '#core/case-result';
import { wellFormed } from '#core/well-formed';
import type { Verdict } from '#core/words';

/** Results of some shards of a run. Merging is associative and commutative: any order gives the same. */
export interface MergedResults {
  /** By `suite/case`; a case with rows stands once, with its rows inside. */
  readonly cases: ReadonlyMap<string, CaseSummary>;
  /** Latency of each judged request of a blocking case, in milliseconds, in no order. */
  readonly latenciesMs: readonly number[];
}

export const NO_RESULTS: MergedResults = { cases: new Map(), latenciesMs: [] };

/** Collects one shard's results, line by line; a result is forgotten but for its summary. */
export interface ResultsCollector {
  /** @throws TypeError when the line is no result, or names a case that this shard reported before */
  add(line: string): void;
  results(): MergedResults;
}

export const collectResults = (shard: number): ResultsCollector => {
  const cases = new Map<string, CaseSummary>();
  const named = new Set<string>();
  const rows = new Map<string, CaseSummary[]>();
  const latenciesMs: number[] = [];
  let lines = 0;
  return {
    add: (line) => {
      lines += 1;
      const place = `line ${String(lines)} of shard ${String(shard)}`;
      const result = parseResult(line, place);
      const summary = wellFormed(summarise(result, shard));
      const name = nameOf(summary);
      const key = `${summary.suite}/${summary.case}`;
      const asOther = summary.row === undefined ? rows.has(key) : cases.has(key);
      if (named.has(name) || asOther) throw new TypeError(`${place} must name each case once, got ${name} again`);
      named.add(name);
      if (summary.row === undefined) cases.set(key, summary);
      else if (!rows.get(key)?.push(summary)) rows.set(key, [summary]);
      if (result.advisory) return;
      for (const entry of result.tries) {
        // How long a probe's requests took says how it asked, not how quick the API is.
        if (entry.sent !== undefined) continue;
        const latency = judgedLatencyMs(entry);
        if (latency !== undefined) latenciesMs.push(latency);
      }
    },
    results: () => ({
      cases: new Map([...cases, ...[...rows].map(([key, list]) => [key, ofRows(list)] as const)]),
      latenciesMs,
    }),
  };
};

/** Both together. A case that both have (a token case runs in each shard that needs it) keeps its worst outcome. */
export const mergeResults = (a: MergedResults, b: MergedResults): MergedResults => {
  const cases = new Map(a.cases);
  for (const [key, summary] of b.cases) {
    const there = cases.get(key);
    cases.set(key, there === undefined ? summary : combine(there, summary));
  }
  return { cases, latenciesMs: a.latenciesMs.concat(b.latenciesMs) };
};

/** Summaries by suite, then case, then row: the one order that everything written uses. */
export const sortedCases = ({ cases }: MergedResults): readonly CaseSummary[] =>
  eachLine(cases.values()).sort(compareLines);

export const NO_COUNTS: VerdictCounts = {
  passed: 0,
  failed: 0,
  errored: 0,
  skipped: 0,
  flaky: 0,
  warnings: 0,
  checks: 0,
  requests: 0,
  requestErrors: 0,
};

/** Each case, or row of one, counts once; checks and requests count as often as they were made. */
export const countCases = (cases: Iterable<CaseSummary>): VerdictCounts => {
  const counts = { ...NO_COUNTS };
  for (const summary of eachLine(cases)) {
    counts[summary.verdict] += 1;
    counts.flaky += summary.flaky ? 1 : 0;
    counts.warnings += summary.warnings.length;
    counts.checks += summary.checks;
    counts.requests += summary.requests;
    counts.requestErrors += summary.requestErrors;
  }
  return counts;
};

/** Exact percentile by nearest rank; null of nothing. @param share above 0, at most 1 */
export const percentile = (values: readonly number[], share: number): number | null => {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
};

/** A case that was skipped in one shard and passed in another was not run everywhere it was needed. */
const WORST_FIRST: readonly Verdict[] = ['failed', 'errored', 'skipped', 'passed'];

const combine = (a: CaseSummary, b: CaseSummary): CaseSummary => {
  const rank = WORST_FIRST.indexOf(a.verdict) - WORST_FIRST.indexOf(b.verdict) || a.decidedBy - b.decidedBy;
  const [worse, other] = rank <= 0 ? [a, b] : [b, a];
  return {
    ...worse,
    advisory: a.advisory && b.advisory,
    flaky: a.flaky || b.flaky,
    warnings: [...worse.warnings, ...other.warnings].sort(),
    checks: a.checks + b.checks,
    requests: a.requests + b.requests,
    requestErrors: a.requestErrors + b.requestErrors,
    startedAtEpochMs: Math.min(a.startedAtEpochMs, b.startedAtEpochMs),
    durationMs: Math.max(a.durationMs, b.durationMs),
    tries: [...a.tries, ...b.tries].sort((one, two) => one.shard - two.shard || one.try - two.try),
    shards: [...a.shards, ...b.shards].sort((one, two) => one - two),
    ...loadPartsOf(a, b),
  };
};

/** In the order of the parts, whatever order the shards came in. */
const loadPartsOf = (a: CaseSummary, b: CaseSummary): Pick<CaseSummary, 'loadParts'> => {
  const parts = [...(a.loadParts ?? []), ...(b.loadParts ?? [])];
  if (parts.length === 0) return {};
  return { loadParts: parts.sort((one, two) => one.figures.part.index - two.figures.part.index) };
};

/** A case with rows: its worst row speaks for it. */
const ofRows = (rows: readonly CaseSummary[]): CaseSummary => {
  const [first, ...others] = [...rows].sort(
    (a, b) => WORST_FIRST.indexOf(a.verdict) - WORST_FIRST.indexOf(b.verdict) || (a.row ?? 0) - (b.row ?? 0),
  );
  if (first === undefined) throw new TypeError('a case with rows must have one');
  const { row: _row, ...worst } = first;
  const startedAtEpochMs = rows.reduce((least, one) => Math.min(least, one.startedAtEpochMs), Infinity);
  const endedAtEpochMs = rows.reduce((most, one) => Math.max(most, one.startedAtEpochMs + one.durationMs), 0);
  return {
    ...worst,
    advisory: rows.every((one) => one.advisory),
    flaky: rows.some((one) => one.flaky),
    warnings: [first, ...others].flatMap((one) => one.warnings).sort(),
    checks: rows.reduce((sum, one) => sum + one.checks, 0),
    requests: rows.reduce((sum, one) => sum + one.requests, 0),
    requestErrors: rows.reduce((sum, one) => sum + one.requestErrors, 0),
    startedAtEpochMs,
    durationMs: Math.max(0, endedAtEpochMs - startedAtEpochMs),
    rows,
  };
};

const parseResult = (line: string, place: string): CaseResult => {
  const value: unknown = JSON.parse(line);
  const missing = RESULT_FIELDS.filter(([name, type]) => !hasField(value, name, type)).map(([name]) => name);
  if (missing.length > 0)
    throw new TypeError(`${place} must be a case result, got one without valid ${missing.join(', ')}`);
  return value as CaseResult;
};

const RESULT_FIELDS = [
  ['suite', 'string'],
  ['case', 'string'],
  ['name', 'string'],
  ['capability', 'string'],
  ['risk', 'string'],
  ['advisory', 'boolean'],
  ['verdict', 'verdict'],
  ['flaky', 'boolean'],
  ['warnings', 'array'],
  ['tries', 'array'],
  ['startedAtEpochMs', 'number'],
  ['durationMs', 'number'],
] as const;

const hasField = (value: unknown, name: string, type: string): boolean => {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return false;
  const field = (value as Record<string, unknown>)[name];
  if (type === 'array') return Array.isArray(field);
  return type === 'verdict' ? (WORST_FIRST as readonly unknown[]).includes(field) : typeof field === type;
};
