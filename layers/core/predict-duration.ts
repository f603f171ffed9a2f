/** What a case counts as when neither it nor any other case of its suite was ever seen to pass. */
export const DURATION_MS_DEFAULT = 500;

/** How many of the last passing durations of a case count. */
export const DURATIONS_COUNTED = 5;

/** A new case is taken to be rather slow: this share of its suite's known cases are quicker. */
const UNKNOWN_PERCENTILE = 0.75;

const DURATION_MS_MIN = 1;

/**
 * Predicts how long the cases of one suite take, in milliseconds, at least 1: the median of the last 5 passing durations of a case; without
 * one the 75th percentile (nearest rank) of the suite's other predictions; without any DURATION_MS_DEFAULT.
 *
 * @param history passing durations by case id, newest last; figures that are no positive number are left out
 */
export const durationPredictor = (
  history: ReadonlyMap<string, readonly number[]> | undefined,
): ((caseId: string) => number) => {
  const known = new Map<string, number>();
  for (const [id, durations] of history ?? []) {
    const last = durations.filter((ms) => Number.isFinite(ms) && ms >= 0).slice(-DURATIONS_COUNTED);
    if (last.length > 0) known.set(id, Math.max(DURATION_MS_MIN, median(last)));
  }
  const sorted = [...known.values()].sort((a, b) => a - b);
  const unknown = sorted[Math.ceil(sorted.length * UNKNOWN_PERCENTILE) - 1] ?? DURATION_MS_DEFAULT;
  return (caseId) => known.get(caseId) ?? unknown;
};

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
};
