import type { CaseSummary } from '#core/case-summary';
import type { MergedResults } from '#core/merge-results';

/** Follows `because` of a skipped case to the case that was not skipped itself; undefined when there is none. */
export const rootCause = (entry: CaseSummary, results: MergedResults): CaseSummary | undefined => {
  const seen = new Set<string>();
  let current: CaseSummary | undefined = entry;
  while (current?.verdict === 'skipped') {
    const cause: string | undefined = current.because?.case;
    if (cause === undefined || seen.has(cause)) return undefined;
    seen.add(cause);
    current = results.cases.get(cause.includes('/') ? cause : `${entry.suite}/${cause}`);
  }
  return current;
};
