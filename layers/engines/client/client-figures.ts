import { askedWaitMs, headerOf } from '#engines/client/retry-policy';
import type { Outcome, RetryDecision, RetryReason } from '#engines/client/retry-policy';

/** What the client did for one host (`host` or `host:port`), in this shard. */
export interface HostFigures {
  /** Requests of cases, each counted once. */
  readonly requests: number;
  readonly retries: { readonly [why in RetryReason]: number };
  /** Requests that got an answer only after a retry, and those that got none in spite of one: first-try truth beside the last one. */
  readonly recovered: number;
  readonly unrecovered: number;
  /** Retries that the budget stopped. */
  readonly retriesStopped: number;
  /** Requests refused by an open circuit. */
  readonly refused: number;
  /** Sends held back by the rate limit, milliseconds in all and of the longest. */
  readonly rateWaits: { readonly count: number; readonly ms: number; readonly msMax: number };
  /**
   * How the server keeps RFC 6585, section 4, and RFC 9110, section 10.2.3: answers 429 and 503 that were not expected; those of them
   * without and with an unreadable Retry-After; and those that came although the client had waited as the server asked.
   */
  readonly retryAfter: {
    readonly answers: number;
    readonly missing: number;
    readonly unreadable: number;
    readonly broken: number;
  };
}

export interface ClientFigures {
  readonly hosts: { readonly [host: string]: HostFigures };
  readonly breaker: {
    readonly openings: number;
    readonly endpoints: readonly { readonly endpoint: string; readonly openings: number }[];
  };
}

type Mutable<T> = { -readonly [key in keyof T]: T[key] extends number ? number : Mutable<T[key]> };

/** Counts for one host while the run goes on. */
export class HostTally {
  readonly #figures: Mutable<Omit<HostFigures, 'requests' | 'retriesStopped'>> = {
    retries: { network: 0, http_5xx: 0, rate_limited: 0 },
    recovered: 0,
    unrecovered: 0,
    refused: 0,
    rateWaits: { count: 0, ms: 0, msMax: 0 },
    retryAfter: { answers: 0, missing: 0, unreadable: 0, broken: 0 },
  };

  retried(why: RetryReason): void {
    this.#figures.retries[why] += 1;
  }

  ended(isGood: boolean): void {
    if (isGood) this.#figures.recovered += 1;
    else this.#figures.unrecovered += 1;
  }

  refused(): void {
    this.#figures.refused += 1;
  }

  waited(ms: number): void {
    const { rateWaits } = this.#figures;
    rateWaits.count += 1;
    rateWaits.ms += ms;
    rateWaits.msMax = Math.max(rateWaits.msMax, ms);
  }

  /** Takes note of an answer 429 or 503 that was not expected, `before` being the retry that led to it. */
  overloaded(outcome: Outcome, before: RetryDecision | undefined, nowMs: number): void {
    const { retryAfter } = this.#figures;
    retryAfter.answers += 1;
    if (before?.asAsked === true) retryAfter.broken += 1;
    if (askedWaitMs(outcome, nowMs) !== undefined) return;
    const isThere = outcome.response !== undefined && headerOf(outcome.response, 'retry-after') !== undefined;
    if (isThere) retryAfter.unreadable += 1;
    else retryAfter.missing += 1;
  }

  figures(requests: number, retriesStopped: number): HostFigures {
    return { requests, retriesStopped, ...structuredClone(this.#figures) };
  }
}
