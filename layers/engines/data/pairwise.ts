/**
 * Rows in which every pair of values of two fields occurs: a covering array of strength two.
 *
 * Greedy, row by row: each row is the best of some candidates, and a candidate gives one field after the other the value that covers most
 * pairs not covered yet. That keeps the array near its smallest size, which nobody can compute in general.
 *
 * @see Cohen, Dalal, Fredman, Patton 1997, The AETG system: an approach to testing based on combinatorial design
 */
import { seededRandomAt } from '#engines/data/seeded-random';
import type { SeededRandom } from '#engines/data/seeded-random';

/** Pairs of values that are kept track of: one byte and, with many values, a second of work for a million of them. */
export const PAIRS_MAX = 1_000_000;
/** Steps that the search may take in all; candidates beyond the first, and arrays beyond the first, are tried as far as they last. */
const STEPS_MAX = 6_000_000;
/** What a field costs beside its values, in steps. */
const STEPS_OF_FIELD = 40;
const CANDIDATES_MAX = 30;
const ARRAYS_MAX = 12;

/** How many pairs of values there are. */
export const countPairs = (sizes: readonly number[]): number => {
  let sum = 0;
  let pairs = 0;
  for (const size of sizes) {
    pairs += size * sum;
    sum += size;
  }
  return pairs;
};

/** A number that grows where `size` values are gone round in another order each time. */
const turned = (at: number, start: number, size: number): number =>
  at + start < size ? at + start : at + start - size;

/** Which pairs are still to be covered. */
class OpenPairs {
  readonly #sizes: readonly number[];
  /** For fields i and j at [i][j]: 1 at `value of i * size of j + value of j` while the pair is open. Kept both ways round: it is read in rows. */
  readonly #open: readonly (readonly Uint8Array[])[];
  /** Open pairs that each value of each field is in. */
  readonly #ofValue: readonly Int32Array[];
  readonly #gains: Int32Array;
  left: number;

  constructor(sizes: readonly number[]) {
    this.#sizes = sizes;
    this.#open = sizes.map((own, i) => sizes.map((other, j) => new Uint8Array(j === i ? 0 : own * other).fill(1)));
    const sum = sizes.reduce((total, size) => total + size, 0);
    this.#ofValue = sizes.map((size) => new Int32Array(size).fill(sum - size));
    this.#gains = new Int32Array(Math.max(...sizes));
    this.left = countPairs(sizes);
  }

  /** The field and value with most open pairs: a row that begins with it covers at least one. */
  busiest(random: SeededRandom): { readonly field: number; readonly value: number } {
    let best = { field: 0, value: 0 };
    let most = -1;
    const firstField = random.int(0, this.#sizes.length - 1);
    for (let i = 0; i < this.#sizes.length; i += 1) {
      const field = turned(i, firstField, this.#sizes.length);
      const counts = this.#ofValue[field] as Int32Array;
      const firstValue = random.int(0, counts.length - 1);
      for (let at = 0; at < counts.length; at += 1) {
        const value = turned(at, firstValue, counts.length);
        const count = counts[value] as number;
        if (count <= most) continue;
        best = { field, value };
        most = count;
      }
    }
    return best;
  }

  /** Marks the pairs of a row as covered. */
  cover(row: Uint16Array): void {
    for (let i = 0; i < row.length; i += 1) {
      for (let j = i + 1; j < row.length; j += 1) this.#close(i, row[i] as number, j, row[j] as number);
    }
  }

  #close(i: number, a: number, j: number, b: number): void {
    const there = (this.#open[i] as readonly Uint8Array[])[j] as Uint8Array;
    const at = a * (this.#sizes[j] as number) + b;
    if (there[at] === 0) return;
    there[at] = 0;
    const back = (this.#open[j] as readonly Uint8Array[])[i] as Uint8Array;
    back[b * (this.#sizes[i] as number) + a] = 0;
    const [ofI, ofJ] = [this.#ofValue[i] as Int32Array, this.#ofValue[j] as Int32Array];
    ofI[a] = (ofI[a] as number) - 1;
    ofJ[b] = (ofJ[b] as number) - 1;
    this.left -= 1;
  }

  /** The value of a field that covers most with what the row has so far; ties go to the value that still has most to cover. */
  bestValue(
    field: number,
    row: Uint16Array,
    chosen: readonly number[],
    random: SeededRandom,
  ): { value: number; gain: number } {
    const size = this.#sizes[field] as number;
    const gains = this.#gains.fill(0, 0, size);
    for (const other of chosen) {
      const open = (this.#open[other] as readonly Uint8Array[])[field] as Uint8Array;
      const from = (row[other] as number) * size;
      for (let value = 0; value < size; value += 1)
        gains[value] = (gains[value] as number) + (open[from + value] as number);
    }
    const left = this.#ofValue[field] as Int32Array;
    const start = random.int(0, size - 1);
    let best = start;
    for (let at = 1; at < size; at += 1) {
      const value = turned(at, start, size);
      const more = (gains[value] as number) - (gains[best] as number);
      if (more > 0 || (more === 0 && (left[value] as number) > (left[best] as number))) best = value;
    }
    return { value: best, gain: gains[best] as number };
  }
}

const shuffled = (fields: number[], random: SeededRandom): number[] => {
  for (let at = fields.length - 1; at > 0; at -= 1) {
    const other = random.int(0, at);
    [fields[at], fields[other]] = [fields[other] as number, fields[at] as number];
  }
  return fields;
};

interface Candidate {
  readonly row: Uint16Array;
  readonly gain: number;
}

const candidateOf = (pairs: OpenPairs, sizes: readonly number[], random: SeededRandom): Candidate => {
  const row = new Uint16Array(sizes.length);
  const start = pairs.busiest(random);
  row[start.field] = start.value;
  const chosen = [start.field];
  let gain = 0;
  const others = sizes.map((_, field) => field).filter((field) => field !== start.field);
  for (const field of shuffled(others, random)) {
    const best = pairs.bestValue(field, row, chosen, random);
    row[field] = best.value;
    gain += best.gain;
    chosen.push(field);
  }
  return { row, gain };
};

/** One array, row by row; undefined when it would have more than `rowsMax` rows. */
const arrayOf = (
  sizes: readonly number[],
  random: SeededRandom,
  { candidates, rowsMax }: { readonly candidates: number; readonly rowsMax: number },
): Uint16Array[] | undefined => {
  const pairs = new OpenPairs(sizes);
  const rows: Uint16Array[] = [];
  while (pairs.left > 0) {
    if (rows.length >= rowsMax) return undefined;
    let best = candidateOf(pairs, sizes, random);
    for (let tried = 1; tried < candidates; tried += 1) {
      const other = candidateOf(pairs, sizes, random);
      if (other.gain > best.gain) best = other;
    }
    pairs.cover(best.row);
    rows.push(best.row);
  }
  return rows;
};

/** Subsets of `size` of the numbers 1 to `top`, in order of their names: at most `limit` of them. */
const subsets = (size: number, top: number, limit: number): number[][] => {
  const found: number[][] = [];
  const extend = (chosen: number[], from: number): void => {
    if (chosen.length === size) found.push(chosen);
    for (let next = from; chosen.length < size && next <= top && found.length < limit; next += 1)
      extend([...chosen, next], next + 1);
  };
  extend([], 1);
  return found;
};

/**
 * The smallest array for fields of two values. In `length` rows each field is 1 in half of the rows, rounded up, never in the first one:
 * two such halves meet, differ and leave the first row to the pair of zeros.
 *
 * @see Kleitman, Spencer 1973, Families of k-independent sets
 */
const binaryRows = (fields: number): Uint16Array[] => {
  let length = 4;
  let halves = subsets(2, 3, fields);
  while (halves.length < fields) {
    length += 1;
    halves = subsets(Math.ceil(length / 2), length - 1, fields);
  }
  const rows = Array.from({ length }, () => new Uint16Array(fields));
  halves.forEach((half, field) => {
    for (const row of half) (rows[row] as Uint16Array)[field] = 1;
  });
  return rows;
};

/** Of several arrays, as many as the steps last for, the one with fewest rows. */
const smallestArray = (sizes: readonly number[], rowsMax: number): Uint16Array[] | undefined => {
  if (sizes.every((size) => size === 2)) return binaryRows(sizes.length);
  const fewest = fewestRows(sizes);
  const sum = sizes.reduce((total, size) => total + size, STEPS_OF_FIELD);
  const stepsOfOne = sum * sizes.length * fewest * 1.5;
  const candidates = Math.max(1, Math.min(CANDIDATES_MAX, Math.floor(STEPS_MAX / stepsOfOne)));
  const arrays = Math.max(1, Math.min(ARRAYS_MAX, Math.floor(STEPS_MAX / (stepsOfOne * candidates))));
  const random = seededRandomAt('pairwise', sizes.join(','));
  let best: Uint16Array[] | undefined;
  for (let made = 0; made < arrays && (best === undefined || best.length > fewest); made += 1) {
    const found = arrayOf(sizes, random, { candidates, rowsMax: best === undefined ? rowsMax : best.length - 1 });
    if (best === undefined && found === undefined) return undefined;
    best = found ?? best;
  }
  return best;
};

/** The two largest fields have so many combinations: no array has fewer rows. */
const fewestRows = (sizes: readonly number[]): number => {
  const [first = 1, second = 1] = [...sizes].sort((one, other) => other - one);
  return first * second;
};

/**
 * Rows of value numbers, one number for each field.
 *
 * Deterministic. Each pair is in at least one row. Up to about ten fields the array has at most twice as many rows as the two largest
 * fields have combinations, which no array can go below; with more fields it grows with their logarithm.
 *
 * @param sizes   how many values each field has, 1 to 65535; countPairs(sizes) at most PAIRS_MAX
 * @param rowsMax where to give up
 * @returns the rows, or undefined when there would be more than `rowsMax`
 */
export const pairwiseRows = (sizes: readonly number[], rowsMax: number): readonly Uint16Array[] | undefined => {
  if (fewestRows(sizes) > rowsMax) return undefined;
  // A field of one value stands in every row as it is.
  const fields = sizes.flatMap((size, field) => (size > 1 ? [field] : []));
  const open = fields.map((field) => sizes[field] as number);
  if (open.length === 0) return [new Uint16Array(sizes.length)];
  const rows =
    open.length === 1
      ? Array.from({ length: open[0] as number }, (_, value) => Uint16Array.of(value))
      : smallestArray(open, rowsMax);
  return rows?.map((row) => {
    const whole = new Uint16Array(sizes.length);
    fields.forEach((field, at) => {
      whole[field] = row[at] as number;
    });
    return whole;
  });
};
