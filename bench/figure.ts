/** One measured figure, printed as one JSON line. */
export interface Figure {
  readonly bench: string;
  readonly figure: string;
  readonly value: number;
  readonly unit: string;
  /** Bound in words: `<= 3`, `>= 0.6`; null where nothing was promised. */
  readonly goal: string | null;
  readonly ok: boolean;
}

const GOAL = /^(<=|>=|<|>|=) (-?\d+(?:\.\d+)?)$/;

const holds = (value: number, goal: string): boolean => {
  const match = GOAL.exec(goal);
  if (match === null) throw new Error(`goal must look like "<= 3", got "${goal}"`);
  const bound = Number(match[2]);
  switch (match[1]) {
    case '<=':
      return value <= bound;
    case '>=':
      return value >= bound;
    case '<':
      return value < bound;
    case '>':
      return value > bound;
    default:
      return value === bound;
  }
};

/** A figure without goal is informative: it is ok whenever it could be measured. */
export const figure = (
  bench: string,
  name: string,
  value: number,
  unit: string,
  goal: string | null = null,
): Figure => ({
  bench,
  figure: name,
  value: Math.round(value * 1e5) / 1e5,
  unit,
  goal,
  ok: Number.isFinite(value) && (goal === null || holds(value, goal)),
});

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
};

export interface BenchOptions {
  /** Folder of a data set of the documented shape; a bench that needs none ignores it. */
  readonly dataDir?: string;
}

/** A benchmark yields its figures as it measures them; it throws DataMissing when its data set is not there. */
export type Bench = (options: BenchOptions) => AsyncIterable<Figure>;

export class DataMissing extends Error {
  override readonly name = 'data-missing';
}
