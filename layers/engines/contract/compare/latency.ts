import { COMPARE_SLACK_MS_DEFAULT, type CompareLatency } from '#core/acts/compare';
import { Sketch } from '#core/sketch';
import type { Json } from '#core/units';

const PERCENTILES = [50, 90, 95, 99];
/** Fewer answers tell nothing of a percentile. */
const SAMPLES_MIN = 20;

/** Times of both targets for one operation. */
export class LatencyPair {
  readonly #stable = new Sketch();
  readonly #candidate = new Sketch();
  #count = 0;

  record(stableMs: number, candidateMs: number): void {
    this.#stable.record(Math.max(0, stableMs));
    this.#candidate.record(Math.max(0, candidateMs));
    this.#count += 1;
  }

  figures(): Json {
    const of = (sketch: Sketch): Json =>
      Object.fromEntries(PERCENTILES.map((one) => [`p${String(one)}Ms`, rounded(sketch.quantile(one / 100))]));
    return { requests: this.#count, stable: of(this.#stable), candidate: of(this.#candidate) };
  }

  /** Why the candidate is too slow; undefined when it is not, `unclear` when there are too few answers to tell. */
  judge({ percentile = 95, ratioMax, slackMs = COMPARE_SLACK_MS_DEFAULT }: CompareLatency): LatencyVerdict {
    if (this.#count < SAMPLES_MIN)
      return { unclear: `expected at least ${String(SAMPLES_MIN)} answers of each target, got ${String(this.#count)}` };
    const [stable, candidate] = [this.#stable, this.#candidate].map((one) => one.quantile(percentile / 100) ?? 0);
    const [before, after] = [stable ?? 0, candidate ?? 0];
    const limit = Math.max(before * ratioMax, before + slackMs);
    const name = `p${String(percentile)}`;
    return {
      name,
      expected: `${name} of at most ${rounded(limit).toString()} ms`,
      got: `${rounded(after).toString()} ms`,
      isSlow: after > limit,
    };
  }
}

export type LatencyVerdict =
  | { readonly unclear: string }
  | { readonly name: string; readonly expected: string; readonly got: string; readonly isSlow: boolean };

const rounded = (value: number | undefined): number => Math.round((value ?? 0) * 100) / 100;
