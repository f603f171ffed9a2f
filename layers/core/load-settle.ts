/** Loads that several shards shared: their answer is that of the figures of all together, never of one shard's. */
import type { CaseSummary } from '#core/case-summary';
import { sentenceOf } from '#core/case-summary';
import type { LoadDetails } from '#core/load-details';
import { judgeLoad } from '#core/load-judge';
import { maskSensitive } from '#core/masking';
import type { MergedResults } from '#core/merge-results';
import type { Json } from '#core/units';

const DETAILS_MAX = 20;

const clean = (text: string): string => maskSensitive(text).text;

const settled = (summary: CaseSummary, parts: readonly LoadDetails[], rules: LoadDetails['rules']): CaseSummary => {
  const judgement = judgeLoad(
    parts.map(({ figures }) => figures),
    rules,
  );
  const { loadParts: _parts, message: _message, headline: _headline, probe, ...rest } = summary;
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

/** Judges each divided load by the figures of all its parts. A part that is missing makes it errored. */
export const settleLoads = (results: MergedResults): MergedResults => {
  const cases = new Map(results.cases);
  for (const [key, summary] of cases) {
    const parts = summary.loadParts ?? [];
    const [first] = parts;
    if (first !== undefined) cases.set(key, settled(summary, parts, first.rules));
  }
  return { ...results, cases };
};
