/**
 * Quantiles of any number of values in constant memory, mergeable: the sketch of k parts put together is the sketch of the whole.
 *
 * Logarithmic buckets: bucket i holds values in (GROWTH^(i-1), GROWTH^i], and any value of it is told by the one number that is at most
 * RELATIVE_ERROR away from all of them. Counts, smallest, largest and sum are exact, so merging is associative and commutative to the
 * last bit.
 *
 * @see Masson, Rim, Lee: DDSketch, VLDB 2019, for the proof of the bound
 */

/** A quantile is at most this share away from the true value of its rank. */
export const RELATIVE_ERROR = 0.005;

/** A little less than what is promised: room for the rounding of logarithms. */
const BUCKET_ERROR = RELATIVE_ERROR * (1 - 1e-6);
const GROWTH = (1 + BUCKET_ERROR) / (1 - BUCKET_ERROR);
const LOG_GROWTH = Math.log(GROWTH);
/** Values below count as 0, beyond as the largest: 21 decades are 4,836 buckets, 38 KB. */
export const VALUE_MIN = 1e-6;
export const VALUE_MAX = 1e15;
const FIRST_BUCKET = Math.ceil(Math.log(VALUE_MIN) / LOG_GROWTH);
const LAST_BUCKET = Math.ceil(Math.log(VALUE_MAX) / LOG_GROWTH);
/** Buckets to make room for at once. */
const STEP = 64;

/** Sums are whole numbers of 2^-20 in two limbs: floating point addition would depend on the order. */
const SUM_UNIT = 2 ** 20;
const LIMB = 2 ** 50;

/** A sketch as JSON; equal sketches have equal texts. */
export interface SketchForm {
  readonly relativeError: number;
  readonly count: number;
  readonly min: number;
  readonly max: number;
  /** Limbs of 2^50 and of 1, in units of 2^-20. */
  readonly sum: readonly [number, number];
  /** Values too small for a bucket. */
  readonly zero: number;
  /** Pairs: buckets to skip since the last one, and values in the next one, which is never empty. The first skip counts from bucket 0. */
  readonly buckets: readonly number[];
}

export class Sketch {
  #count = 0;
  #min = Infinity;
  #max = -Infinity;
  #sumHigh = 0;
  #sumLow = 0;
  #zero = 0;
  #counts = new Float64Array(0);
  /** Bucket of the first element of #counts. */
  #base = 0;

  /** @param value 0 to VALUE_MAX. @throws RangeError for what is none; nothing is counted then */
  record(value: number): void {
    this.recordMany(value, 1);
  }

  /** Counts one value `times` times. */
  recordMany(value: number, times: number): void {
    if (!(value >= 0 && value <= VALUE_MAX))
      throw new RangeError(`expected a value from 0 to ${String(VALUE_MAX)}, got ${String(value)}`);
    if (!Number.isSafeInteger(times) || times < 0)
      throw new RangeError(`expected a whole number of times, got ${String(times)}`);
    if (times === 0) return;
    this.#count += times;
    if (value < this.#min) this.#min = value;
    if (value > this.#max) this.#max = value;
    const scaled = Math.round(value * SUM_UNIT);
    if (times === 1 && scaled < LIMB) this.#addSum(0, scaled);
    else if (times === 1) this.#addSum(Math.floor(scaled / LIMB), scaled % LIMB);
    else this.#addTimes(scaled, times);
    if (value < VALUE_MIN) this.#zero += times;
    else this.#add(Math.ceil(Math.log(value) / LOG_GROWTH), times);
  }

  /** Products beyond 2^53 are made of whole numbers. */
  #addTimes(scaled: number, times: number): void {
    const product = BigInt(scaled) * BigInt(times);
    const limb = BigInt(LIMB);
    this.#addSum(Number(product / limb), Number(product % limb));
  }

  #addSum(high: number, low: number): void {
    this.#sumLow += low;
    this.#sumHigh += high;
    if (this.#sumLow < LIMB) return;
    this.#sumLow -= LIMB;
    this.#sumHigh += 1;
  }

  #add(bucket: number, times: number): void {
    if (bucket < this.#base || bucket >= this.#base + this.#counts.length) this.#makeRoom(bucket);
    const at = bucket - this.#base;
    this.#counts[at] = (this.#counts[at] ?? 0) + times;
  }

  #makeRoom(bucket: number): void {
    const empty = this.#counts.length === 0;
    const from = Math.floor((empty ? bucket : Math.min(this.#base, bucket)) / STEP) * STEP;
    const last = empty ? bucket : Math.max(this.#base + this.#counts.length - 1, bucket);
    const grown = new Float64Array(Math.ceil((last - from + 1) / STEP) * STEP);
    if (!empty) grown.set(this.#counts, this.#base - from);
    this.#counts = grown;
    this.#base = from;
  }

  /** Adds what another sketch holds; that one stays as it is. */
  merge(other: Sketch): void {
    if (other.#count === 0) return;
    this.#count += other.#count;
    this.#min = Math.min(this.#min, other.#min);
    this.#max = Math.max(this.#max, other.#max);
    this.#addSum(other.#sumHigh, other.#sumLow);
    this.#zero += other.#zero;
    for (let at = 0; at < other.#counts.length; at += 1) {
      const times = other.#counts[at] ?? 0;
      if (times > 0) this.#add(other.#base + at, times);
    }
  }

  get count(): number {
    return this.#count;
  }

  /** Exact; undefined without values, as all of these. */
  get min(): number | undefined {
    return this.#count === 0 ? undefined : this.#min;
  }

  get max(): number | undefined {
    return this.#count === 0 ? undefined : this.#max;
  }

  get sum(): number {
    return (this.#sumHigh * LIMB + this.#sumLow) / SUM_UNIT;
  }

  get mean(): number | undefined {
    return this.#count === 0 ? undefined : this.sum / this.#count;
  }

  /**
   * The value of rank ceil(share * count), counted from 1 (nearest rank): at most RELATIVE_ERROR of it away from the true one.
   *
   * @param share 0 (the smallest) to 1 (the largest)
   */
  quantile(share: number): number | undefined {
    if (!(share >= 0 && share <= 1)) throw new RangeError(`expected a share from 0 to 1, got ${String(share)}`);
    if (this.#count === 0) return undefined;
    // 0.1 * 30 is 3.0000000000000004: without this the rank would be 4.
    const rank = Math.max(1, Math.ceil(share * this.#count * (1 - 1e-15)));
    if (rank >= this.#count) return this.#max;
    if (rank <= this.#zero) return Math.max(0, this.#min);
    let seen = this.#zero;
    for (let at = 0; at < this.#counts.length; at += 1) {
      seen += this.#counts[at] ?? 0;
      if (seen >= rank) return Math.min(this.#max, Math.max(this.#min, centreOf(this.#base + at)));
    }
    return this.#max;
  }

  /** Values at most as large as each bound, by buckets: a value within RELATIVE_ERROR of a bound may stand on its other side. */
  countsUpTo(bounds: readonly number[]): readonly number[] {
    return bounds.map((bound) => {
      let total = bound >= 0 ? this.#zero : 0;
      for (let at = 0; at < this.#counts.length; at += 1)
        if (centreOf(this.#base + at) <= bound) total += this.#counts[at] ?? 0;
      return total;
    });
  }

  /** Sum of the values above a bound, by buckets. */
  sumAbove(bound: number): number {
    let total = 0;
    for (let at = 0; at < this.#counts.length; at += 1) {
      const centre = centreOf(this.#base + at);
      if (centre > bound) total += centre * (this.#counts[at] ?? 0);
    }
    return total;
  }

  toForm(): SketchForm {
    const buckets: number[] = [];
    let next = 0;
    for (let at = 0; at < this.#counts.length; at += 1) {
      const times = this.#counts[at] ?? 0;
      if (times === 0) continue;
      buckets.push(this.#base + at - next, times);
      next = this.#base + at + 1;
    }
    return {
      relativeError: RELATIVE_ERROR,
      count: this.#count,
      min: this.#count === 0 ? 0 : this.#min,
      max: this.#count === 0 ? 0 : this.#max,
      sum: [this.#sumHigh, this.#sumLow],
      zero: this.#zero,
      buckets,
    };
  }

  /** @throws RangeError for a form that no sketch of this precision has: one that was cut or changed must not become figures */
  static fromForm(form: SketchForm): Sketch {
    const sketch = new Sketch();
    checkForm(form);
    sketch.#count = form.count;
    sketch.#zero = form.zero;
    [sketch.#sumHigh, sketch.#sumLow] = form.sum;
    if (form.count > 0) [sketch.#min, sketch.#max] = [form.min, form.max];
    let bucket = 0;
    for (let at = 0; at + 1 < form.buckets.length; at += 2) {
      bucket += form.buckets[at] ?? 0;
      sketch.#add(bucket, form.buckets[at + 1] ?? 0);
      bucket += 1;
    }
    return sketch;
  }
}

/** The number that is equally far, in proportion, from both ends of its bucket. */
const centreOf = (bucket: number): number => (2 * GROWTH ** bucket) / (GROWTH + 1);

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

const formProblem = (form: SketchForm): string | undefined => {
  if (form.relativeError !== RELATIVE_ERROR) return `relative error ${String(RELATIVE_ERROR)}`;
  if (!isCount(form.count) || !isCount(form.zero)) return 'counts that are whole numbers';
  if (!Array.isArray(form.sum) || form.sum.length !== 2 || !form.sum.every(isCount) || form.sum[1] >= LIMB)
    return 'a sum of two limbs';
  if (!(form.min >= 0 && form.max >= form.min && form.max <= VALUE_MAX)) return 'a smallest and a largest value';
  if (!Array.isArray(form.buckets) || form.buckets.length % 2 !== 0) return 'pairs of skipped buckets and counts';
  let total = form.zero;
  let bucket = 0;
  const pairs: readonly number[] = form.buckets;
  for (let at = 0; at < pairs.length; at += 2) {
    const skip = pairs[at];
    const times = pairs[at + 1];
    if (!Number.isSafeInteger(skip) || !isCount(times) || times === 0 || (at > 0 && (skip as number) < 0))
      return 'buckets in order, none of them empty';
    bucket += skip as number;
    if (bucket < FIRST_BUCKET || bucket > LAST_BUCKET)
      return `buckets from ${String(FIRST_BUCKET)} to ${String(LAST_BUCKET)}`;
    bucket += 1;
    total += times;
  }
  return total === form.count ? undefined : `${String(form.count)} values in its buckets, got ${String(total)}`;
};

const checkForm = (form: SketchForm): void => {
  const problem = formProblem(form);
  if (problem !== undefined) throw new RangeError(`expected a sketch with ${problem}`);
};

/** The sketch of all parts together; without parts an empty one. */
export const mergedSketch = (forms: Iterable<SketchForm>): Sketch => {
  const merged = new Sketch();
  for (const form of forms) merged.merge(Sketch.fromForm(form));
  return merged;
};
