import { wholeShare } from '#engines/client/rate-share';
import type { ShardPlace } from '#engines/client/rate-share';

/** C4: retries of a run to one host stay under one in so many of its requests ... */
export const REQUESTS_PER_RETRY = 10;
/** ... plus this many, in all shards together. */
export const FREE_RETRIES = 10;

/** One shard's part of FREE_RETRIES: whole ones, so that the parts add up to it. */
export const freeRetries = (place: ShardPlace): number => wholeShare(FREE_RETRIES, place);

/**
 * Keeps the retries to one host under 10 % of its requests plus the free ones. A request counts once, however often it is sent.
 *
 * @see Google, Site Reliability Engineering, 2016, chapter 22, "Retries": a per-client budget of 10 %
 */
export class RetryBudget {
  readonly #free: number;
  #requests = 0;
  #retries = 0;
  #stopped = 0;

  constructor(free: number) {
    this.#free = free;
  }

  get retries(): number {
    return this.#retries;
  }

  /** Retries that were refused. */
  get stopped(): number {
    return this.#stopped;
  }

  get requests(): number {
    return this.#requests;
  }

  countRequest(): void {
    this.#requests += 1;
  }

  /** Takes one retry; false when that would reach the bound, which counts as stopped. */
  take(): boolean {
    const next = this.#retries + 1;
    if (next * REQUESTS_PER_RETRY >= this.#requests + this.#free * REQUESTS_PER_RETRY) {
      this.#stopped += 1;
      return false;
    }
    this.#retries = next;
    return true;
  }

  /** A retry that was taken and then not sent. */
  giveBack(): void {
    this.#retries -= 1;
  }
}
