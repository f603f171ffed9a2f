import { improve } from '#core/pack-improve';

/** Weights (not negative) put into bins: `bins[b]` holds indexes of weights, `loads[b]` their sum. */
export interface Packing {
  readonly bins: readonly (readonly number[])[];
  readonly loads: readonly number[];
}

/** Close enough to the bound to stop: a twenty-thousandth is far below what any forecast is worth. */
const GOOD_ENOUGH = 1.00005;

const BISECTIONS = 20;

/**
 * Spreads weights over bins so that the fullest bin is as light as we can make it: longest first (Graham 1969), then MULTIFIT (Coffman,
 * Garey, Johnson 1978: at most 13/11 of the optimum), then moves and swaps out of the fullest bin. O(n log n) but for the last step,
 * which is bounded.
 *
 * Pure: the same weights in the same order give the same bins.
 *
 * @param weights in an order that the caller keeps stable; equal weights are taken in that order
 * @param count   number of bins, at least 1
 */
export const pack = (weights: readonly number[], count: number): Packing => {
  const order = weights.map((_, index) => index).sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
  const bound = makespanLowerBound(weights, count);
  const first = longestFirst(weights, order, count);
  if (makespan(first) <= bound * GOOD_ENOUGH) return first;
  const second = multifit(weights, order, { count, low: bound, high: makespan(first) });
  const start = second !== undefined && makespan(second) < makespan(first) ? second : first;
  return makespan(start) <= bound * GOOD_ENOUGH ? start : improve(start, weights, bound * GOOD_ENOUGH);
};

/** Load of the fullest bin. */
export const makespan = ({ loads }: Packing): number => loads.reduce((most, load) => Math.max(most, load), 0);

/**
 * No packing is better: the mean, the largest weight, and for each k the k+1 smallest of the k*count+1 largest, because one bin must hold
 * k+1 of those.
 */
export const makespanLowerBound = (weights: readonly number[], count: number): number => {
  const sorted = [...weights].sort((a, b) => b - a);
  const prefix = [0];
  for (const weight of sorted) prefix.push((prefix.at(-1) ?? 0) + weight);
  let bound = Math.max((prefix.at(-1) ?? 0) / count, sorted[0] ?? 0);
  for (let k = 1; k * count < sorted.length; k += 1) {
    const end = k * count + 1;
    bound = Math.max(bound, (prefix[end] ?? 0) - (prefix[end - k - 1] ?? 0));
  }
  return bound;
};

/** Each weight, the largest first, goes into the lightest bin; of equal bins into the first. */
const longestFirst = (weights: readonly number[], order: readonly number[], count: number): Packing => {
  const bins = Array.from({ length: count }, (): number[] => []);
  const loads = new Array<number>(count).fill(0);
  const heap = Array.from({ length: count }, (_, bin) => bin);
  const before = (a: number, b: number): boolean =>
    (loads[a] ?? 0) < (loads[b] ?? 0) || (loads[a] === loads[b] && a < b);
  for (const index of order) {
    const bin = heap[0] ?? 0;
    bins[bin]?.push(index);
    loads[bin] = (loads[bin] ?? 0) + (weights[index] ?? 0);
    sink(heap, before);
  }
  return { bins, loads };
};

/** Restores the heap after its first entry grew. */
const sink = (heap: number[], before: (a: number, b: number) => boolean): void => {
  let at = 0;
  for (;;) {
    let least = at;
    for (const child of [2 * at + 1, 2 * at + 2]) {
      if (child < heap.length && before(heap[child] ?? 0, heap[least] ?? 0)) least = child;
    }
    if (least === at) return;
    const moved = heap[at] ?? 0;
    heap[at] = heap[least] ?? 0;
    heap[least] = moved;
    at = least;
  }
};

interface Bounds {
  readonly count: number;
  readonly low: number;
  readonly high: number;
}

const multifit = (
  weights: readonly number[],
  order: readonly number[],
  { count, low, high }: Bounds,
): Packing | undefined => {
  let best: Packing | undefined;
  let floor = low;
  let ceiling = high;
  for (let round = 0; round < BISECTIONS && ceiling > floor * GOOD_ENOUGH; round += 1) {
    const capacity = round === 0 ? floor * GOOD_ENOUGH : (floor + ceiling) / 2;
    const found = firstFit(weights, order, count, capacity);
    if (found === undefined) floor = capacity;
    else {
      best = found;
      ceiling = capacity;
    }
  }
  return best;
};

/** First fit decreasing; a tree of free room per range of bins finds the first bin with room in O(log count). */
const firstFit = (
  weights: readonly number[],
  order: readonly number[],
  count: number,
  capacity: number,
): Packing | undefined => {
  const width = 2 ** Math.ceil(Math.log2(Math.max(1, count)));
  const room = new Float64Array(2 * width).fill(-1);
  for (let bin = 0; bin < count; bin += 1) room[width + bin] = capacity;
  for (let node = width - 1; node >= 1; node -= 1)
    room[node] = Math.max(room[2 * node] ?? -1, room[2 * node + 1] ?? -1);
  const bins = Array.from({ length: count }, (): number[] => []);
  const loads = new Array<number>(count).fill(0);
  for (const index of order) {
    const weight = weights[index] ?? 0;
    if ((room[1] ?? -1) < weight) return undefined;
    let node = 1;
    while (node < width) node = (room[2 * node] ?? -1) >= weight ? 2 * node : 2 * node + 1;
    bins[node - width]?.push(index);
    loads[node - width] = (loads[node - width] ?? 0) + weight;
    room[node] = (room[node] ?? 0) - weight;
    for (node >>= 1; node >= 1; node >>= 1) room[node] = Math.max(room[2 * node] ?? -1, room[2 * node + 1] ?? -1);
  }
  return { bins, loads };
};
