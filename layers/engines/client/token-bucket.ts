import type { RateShare, Turns } from '#engines/client/rate-share';

/** The level is counted in thousandths, so that whole rates and whole milliseconds are added without rounding. */
const ONE = 1000;

/**
 * A token bucket: holds at most `burst` tokens, begins full, gains `requestsPerSecond` a second. Over any time of t seconds at most
 * burst + rate * t tokens are taken. With turns it gains only in them and is empty at the begin of each.
 *
 * Times are epoch milliseconds of one clock; a clock that was set back gives nothing until it goes on.
 *
 * @see Turner 1986, New directions in communications: the leaky bucket as a meter; ITU-T I.371 has the same bound
 */
export class TokenBucket {
  readonly #rate: number;
  readonly #capacity: number;
  readonly #turns: Turns | undefined;
  #level: number;
  #atMs: number;

  constructor({ requestsPerSecond, burst, turns }: RateShare, nowMs: number) {
    this.#rate = requestsPerSecond;
    this.#capacity = burst * ONE;
    this.#turns = turns;
    this.#level = turns === undefined ? this.#capacity : 0;
    // A shard that begins amid its turn has earned the turn's time so far: nothing was sent in it.
    this.#atMs = turns === undefined ? nowMs : Number.NEGATIVE_INFINITY;
  }

  isReady(nowMs: number): boolean {
    this.#gain(nowMs);
    return this.#level >= ONE && (this.#turns === undefined || isInTurn(this.#turns, nowMs));
  }

  /** Takes a token; only after isReady said so for the same time. */
  take(): void {
    this.#level -= ONE;
  }

  /** True when the bucket is as good as a new one. */
  isFull(nowMs: number): boolean {
    this.#gain(nowMs);
    return this.#turns === undefined && this.#level >= this.#capacity;
  }

  /** The earliest whole millisecond at which a token could be there, if nobody takes one meanwhile. */
  readyAtMs(nowMs: number): number {
    if (this.isReady(nowMs)) return nowMs;
    const at = nowMs + Math.max(0, Math.ceil((ONE - this.#level) / this.#rate));
    if (this.#turns === undefined) return at;
    const { everyMs, lengthMs } = this.#turns;
    const beginMs = turnBegin(this.#turns, nowMs);
    return at < beginMs + lengthMs ? at : beginMs + everyMs + Math.ceil(ONE / this.#rate);
  }

  /** What is gained after the end of a turn is never used: nothing goes out before the next one, which begins with nothing. */
  #gain(nowMs: number): void {
    let from = this.#atMs;
    if (this.#turns !== undefined) {
      const beginMs = turnBegin(this.#turns, nowMs);
      if (from < beginMs) {
        this.#level = 0;
        from = beginMs;
      }
    }
    if (nowMs > from) this.#level = Math.min(this.#capacity, this.#level + (nowMs - from) * this.#rate);
    this.#atMs = nowMs;
  }
}

/** When the shard's latest turn began, also if it is over. */
const turnBegin = ({ everyMs, startMs }: Turns, nowMs: number): number =>
  Math.floor((nowMs - startMs) / everyMs) * everyMs + startMs;

const isInTurn = (turns: Turns, nowMs: number): boolean => nowMs < turnBegin(turns, nowMs) + turns.lengthMs;
