/** Whether a series of figures grows: the one-sided Mann-Kendall test, and Theil and Sen's slope for how much. Both look at ranks and
 * pairs, so a single spike neither makes a trend nor hides one.
 *
 * @see Mann 1945, Econometrica 13; Kendall 1975; Sen 1968, JASA 63
 */

export interface Trend {
  readonly points: number;
  /** Chance of such a series, or one that grows more clearly, when nothing grows. */
  readonly pValue: number;
  /** Growth over the whole series by the median slope, in the unit of the values. */
  readonly growth: number;
  /** `growth` as a share of the median value; 0 where that is 0. */
  readonly share: number;
}

/** Fewer points cannot show a trend at 1 %: the normal approximation needs about ten. */
export const TREND_POINTS_MIN = 10;

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
};

/** Chance of a standard normal value above z; Abramowitz and Stegun 26.2.17, off by less than 7.5e-8. */
const upperTail = (z: number): number => {
  if (z < 0) return 1 - upperTail(-z);
  const t = 1 / (1 + 0.2316419 * z);
  const poly = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * poly;
};

/** Variance of Kendall's sum, groups of equal values taken off. */
const variance = (values: readonly number[]): number => {
  const term = (size: number): number => size * (size - 1) * (2 * size + 5);
  const groups = new Map<number, number>();
  for (const value of values) groups.set(value, (groups.get(value) ?? 0) + 1);
  return [...groups.values()].reduce((left, size) => left - term(size), term(values.length)) / 18;
};

/**
 * @param series time (any unit, growing) and value; at most 1000 points, of which each pair is looked at
 * @returns undefined for fewer than TREND_POINTS_MIN points
 */
export const trendOf = (series: readonly (readonly [number, number])[]): Trend | undefined => {
  if (series.length < TREND_POINTS_MIN) return undefined;
  let score = 0;
  const slopes: number[] = [];
  for (const [index, [time, value]] of series.entries())
    for (const [later, laterValue] of series.slice(index + 1)) {
      score += Math.sign(laterValue - value);
      if (later > time) slopes.push((laterValue - value) / (later - time));
    }
  const values = series.map(([, value]) => value);
  const spread = variance(values);
  const z = spread === 0 ? 0 : (score - Math.sign(score)) / Math.sqrt(spread);
  const duration = (series.at(-1)?.[0] ?? 0) - (series[0]?.[0] ?? 0);
  const growth = slopes.length === 0 ? 0 : median(slopes) * duration;
  const level = median(values);
  return { points: series.length, pValue: upperTail(z), growth, share: level === 0 ? 0 : growth / level };
};
