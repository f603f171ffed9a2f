import { createHash } from 'node:crypto';

/** Repeatable randomness for one place. Not for secrets: who knows the seed knows every value. */
export interface SeededRandom {
  /** 0 inclusive to 1 exclusive, with 53 bits. */
  readonly next: () => number;
  /** A whole number from `min` to `max`, both included, each as likely as the other; both safe integers. */
  readonly int: (min: number, max: number) => number;
  /** One of a list that is not empty. */
  readonly pick: <T>(list: readonly T[]) => T;
}

/** Words of 32 bits of SHA-256 over both texts; the length tells where the first one ends. */
const keyOf = (seed: string, place: string): [number, number, number, number] => {
  const digest = createHash('sha256')
    .update(`${String(seed.length)}:${seed}${place}`, 'utf8')
    .digest();
  return [digest.readUInt32LE(0), digest.readUInt32LE(4), digest.readUInt32LE(8), digest.readUInt32LE(12)];
};

/** sfc32 of Chris Doty-Humphrey's PractRand: 128 bits of state, a period of at least 2^32 steps. */
const sfc32 = ([first, second, third, count]: [number, number, number, number]): (() => number) => {
  let [a, b, c, counter] = [first, second, third, count];
  return () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
};

const TWO_53 = 9_007_199_254_740_992;

/**
 * A stream of its own for each place: the same seed and place give the same values, whatever was drawn elsewhere and in which order.
 *
 * @param seed  of the run
 * @param place such as suite, case, row and JSON Pointer; any text
 */
export const seededRandomAt = (seed: string, place: string): SeededRandom => {
  const word = sfc32(keyOf(seed, place));
  const wide = (): number => (word() >>> 5) * 67_108_864 + (word() >>> 6);
  const int = (min: number, max: number): number => {
    const span = max - min + 1;
    // Ranges wider than 53 bits cannot be drawn from evenly; draws beyond the last full multiple of the span would favour small values.
    if (!(span >= 1) || span > TWO_53)
      throw new RangeError(`expected min <= max less than 2^53 apart, got ${String(min)} and ${String(max)}`);
    const limit = TWO_53 - (TWO_53 % span);
    let drawn = wide();
    while (drawn >= limit) drawn = wide();
    return min + (drawn % span);
  };
  return {
    next: () => wide() / TWO_53,
    int,
    pick: (list) => {
      if (list.length === 0) throw new RangeError('expected a list to pick from, got an empty one');
      return list[int(0, list.length - 1)] as (typeof list)[number];
    },
  };
};
