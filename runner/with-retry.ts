import { isProblem } from '#core/problems';
import type { Clock, RandomSource } from '#ports/clock';
import type { Log } from '#ports/telemetry';

/** Waits between tries: full jitter up to 0.2, 0.4, 0.8, … 10 s, so that at most about half a minute is spent. */
const BASE_MS = 200;
const CAP_MS = 10_000;
const TRIES_MAX = 8;

export interface RetryPorts {
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly log: Log;
}

export type WithRetry = <T>(what: string, work: () => Promise<T>) => Promise<T>;

/** What will be refused again however often it is asked. */
const isHopeless = (error: unknown): boolean => isProblem(error) && error.kind !== 'DependencyUnavailable';

const reasonOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);

/**
 * Repeats work against table, staging and state machine with backoff and full jitter: at most 8 tries.
 *
 * The work must be repeatable: the writes of a runner are, because each carries attempt and nonce.
 */
export const withRetry =
  ({ clock, random, log }: RetryPorts, signal?: AbortSignal): WithRetry =>
  async (what, work) => {
    for (let number = 1; ; number += 1) {
      try {
        return await work();
      } catch (error) {
        if (number >= TRIES_MAX || isHopeless(error) || signal?.aborted === true) throw error;
        log.warn(`${what} failed and is tried again`, { try: number, reason: reasonOf(error) });
        await clock.sleep(random.next() * Math.min(CAP_MS, BASE_MS * 2 ** number), signal);
      }
    }
  };
