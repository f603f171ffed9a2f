import type { Packing } from '#core/pack';

/** A few times the number of bins is enough in practice; the limit keeps the worst case bounded. */
const STEPS_PER_BIN = 20;

/** Pairs looked at in one step before it gives up. */
const LOOKUPS_MAX = 20_000;

interface Bins {
  readonly bins: number[][];
  readonly loads: number[];
}

/**
 * Moves a weight out of the fullest bin, or swaps it for a lighter one, as long as that makes the two bins' fuller one lighter; ends at
 * `goal`, without gain, or after a bounded number of steps.
 */
export const improve = (packing: Packing, weights: readonly number[], goal: number): Packing => {
  const state: Bins = { bins: packing.bins.map((bin) => [...bin]), loads: [...packing.loads] };
  for (let step = 0; step < STEPS_PER_BIN * state.bins.length; step += 1) {
    const fullest = state.loads.reduce((most, load, bin) => (load > (state.loads[most] ?? 0) ? bin : most), 0);
    if ((state.loads[fullest] ?? 0) <= goal || !relieve(state, fullest, weights)) break;
  }
  return state;
};

interface Exchange {
  readonly from: number;
  readonly to: number;
  readonly give: number;
  /** undefined: a move. */
  readonly take?: number;
  readonly fuller: number;
}

const relieve = (state: Bins, fullest: number, weights: readonly number[]): boolean => {
  const lightest = state.loads.map((load, bin) => ({ load, bin })).sort((a, b) => a.load - b.load || a.bin - b.bin);
  let best: Exchange | undefined;
  let lookups = 0;
  for (const { bin } of lightest) {
    if (bin === fullest) continue;
    best = better(best, bestExchange(state, fullest, bin, weights));
    lookups += (state.bins[fullest]?.length ?? 0) + (state.bins[bin]?.length ?? 0);
    if (best !== undefined && lookups > LOOKUPS_MAX) break;
  }
  if (best === undefined) return false;
  apply(state, best, weights);
  return true;
};

const better = (a: Exchange | undefined, b: Exchange | undefined): Exchange | undefined =>
  a === undefined || (b !== undefined && b.fuller < a.fuller) ? b : a;

/** The best move or swap between two bins: for each weight given, the taken one nearest to the ideal difference, by binary search. */
const bestExchange = (state: Bins, from: number, to: number, weights: readonly number[]): Exchange | undefined => {
  const [full = 0, light = 0] = [state.loads[from], state.loads[to]];
  const weightOf = (index: number): number => weights[index] ?? 0;
  const takers = [...(state.bins[to] ?? [])].sort((a, b) => weightOf(a) - weightOf(b) || a - b);
  const sorted = takers.map(weightOf);
  let best: Exchange | undefined;
  const consider = (give: number, take?: number): void => {
    const difference = weightOf(give) - (take === undefined ? 0 : weightOf(take));
    const fuller = Math.max(full - difference, light + difference);
    if (difference > 0 && fuller < full && (best === undefined || fuller < best.fuller)) {
      best = { from, to, give, fuller, ...(take === undefined ? {} : { take }) };
    }
  };
  for (const give of state.bins[from] ?? []) {
    consider(give);
    const at = firstAtLeast(sorted, weightOf(give) - (full - light) / 2);
    for (const take of [takers[at - 1], takers[at]]) if (take !== undefined) consider(give, take);
  }
  // Gains in the last bits are rounding, not progress.
  return best !== undefined && best.fuller < full * (1 - 1e-12) ? best : undefined;
};

const firstAtLeast = (sorted: readonly number[], value: number): number => {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
};

const apply = ({ bins, loads }: Bins, { from, to, give, take }: Exchange, weights: readonly number[]): void => {
  const without = (bin: number, index: number): number[] => (bins[bin] ?? []).filter((entry) => entry !== index);
  bins[from] = [...without(from, give), ...(take === undefined ? [] : [take])];
  bins[to] = [...(take === undefined ? (bins[to] ?? []) : without(to, take)), give];
  for (const bin of [from, to]) loads[bin] = (bins[bin] ?? []).reduce((sum, index) => sum + (weights[index] ?? 0), 0);
};
