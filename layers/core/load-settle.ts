/** Loads that several shards shared: their answer is that of the figures of all together, never of one shard's. */
import type { CaseSummary } from '#core/case-summary';
import { sentenceOf } from '#core/case-summary';
import type { LoadDetails } from '#core/load-details';
import { judgeLoad } from '#core/load-judge';
import type { LoadJudgement } from '#core/load-judge';
import { maskSensitive } from '#core/masking';
import type { MergedResults } from '#core/merge-results';
import type { Json } from '#core/units';

const DETAILS_MAX = 20;

const clean = (text: string): string => maskSensitive(text).text;

const unusable = (message: string): LoadJudgement => ({
  verdict: 'errored',
  checks: [],
  warnings: [],
  failure: { type: 'setup', phase: 'figures', message },
});

/** Figures that cannot be read end no judging: the run gets its answer, and this load none. */
const judged = (parts: readonly LoadDetails[], rules: LoadDetails['rules']): LoadJudgement => {
  try {
    return judgeLoad(
      parts.map(({ figures }) => figures),
      rules,
    );
  } catch (error) {
    return unusable(`its figures cannot be used: ${error instanceof Error ? error.message : String(error)}`);
  }
};

const settled = (summary: CaseSummary, judgement: LoadJudgement, rules: LoadDetails['rules']): CaseSummary => {
  const { loadParts: _parts, rows: _rows, message: _message, headline: _headline, probe, ...rest } = summary;
  const wrong = [
    ...(judgement.failure === undefined ? [] : [judgement.failure.message]),
    ...judgement.checks.filter(({ passed }) => !passed).map(sentenceOf),
  ]
    .slice(0, DETAILS_MAX)
    .map(clean);
  const [first] = wrong;
  const load =
    judgement.figures === undefined ? {} : { load: { figures: judgement.figures, rules } as unknown as Json };
  return {
    ...rest,
    verdict: judgement.verdict,
    details: wrong,
    checks: rest.checks + judgement.checks.length,
    warnings: [...rest.warnings, ...judgement.warnings.map(({ kind }) => kind)].sort(),
    probe: { ...probe, ...load },
    // Both are figures and names of the suite.
    ...(first === undefined ? {} : { message: first, headline: first }),
  };
};

/** Rows of different shards have no common figures, and what a shard says of its own part alone is no answer. */
const IN_ROWS = unusable('expected a load of several shards to be one case without rows, got rows');

/** Judges each divided load by the figures of all its parts. A part that is missing makes it errored, and so do rows. */
export const settleLoads = (results: MergedResults): MergedResults => {
  const cases = new Map(results.cases);
  for (const [key, summary] of cases) {
    const parts = summary.loadParts ?? [];
    const [first] = parts;
    const ofRows = summary.rows?.flatMap(({ loadParts = [] }) => loadParts)[0];
    if (ofRows !== undefined) cases.set(key, settled(summary, IN_ROWS, ofRows.rules));
    else if (first !== undefined) cases.set(key, settled(summary, judged(parts, first.rules), first.rules));
  }
  return { ...results, cases };
};
