import type { LoadEntry } from '#core/acts/load';
import type { SeededRandom } from '#engines/data/seeded-random';

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** Entries of a block; beyond it, weights are rounded to this many. */
const BLOCK_MAX = 10_000;

/** How often each entry is in a block: the weights by their smallest whole numbers, each entry at least once. */
const countsOf = (mix: readonly LoadEntry[]): readonly number[] => {
  const weights = mix.map(({ weight = 1 }) => weight);
  const divisor = weights.reduce(gcd, 0);
  const reduced = weights.map((weight) => weight / divisor);
  const total = reduced.reduce((sum, weight) => sum + weight, 0);
  if (total <= BLOCK_MAX) return reduced;
  return reduced.map((weight) => Math.max(1, Math.round((weight / total) * BLOCK_MAX)));
};

/**
 * Which entry comes next. Blocks in which each entry is as often as its weight says, shuffled: the mix is exact after each block, and no
 * rhythm of it meets a rhythm of the target.
 */
export const mixOf = (mix: readonly LoadEntry[], random: SeededRandom): (() => number) => {
  const block = countsOf(mix).flatMap((count, index) => Array.from({ length: count }, () => index));
  let next = block.length;
  return () => {
    if (next >= block.length) {
      for (let at = block.length - 1; at > 0; at -= 1) {
        const other = random.int(0, at);
        [block[at], block[other]] = [block[other] ?? 0, block[at] ?? 0];
      }
      next = 0;
    }
    const chosen = block[next] ?? 0;
    next += 1;
    return chosen;
  };
};
