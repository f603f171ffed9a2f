import { epochMs, type EpochMs } from '#core/units';
import type { Clock, RandomSource } from '#ports/clock';

export interface FixedClock extends Clock {
  advance(ms: number): void;
  /** Every sleep that was asked for, in milliseconds. */
  readonly sleeps: readonly number[];
}

/** A clock that stands still until told; a sleep moves it on and returns at once. */
export const fixedClock = (ms = 1_760_000_000_000): FixedClock => {
  let now = ms;
  const sleeps: number[] = [];
  return {
    sleeps,
    nowMs: (): EpochMs => epochMs(now),
    advance: (by) => {
      now += by;
    },
    sleep: async (by, signal) => {
      signal?.throwIfAborted();
      sleeps.push(by);
      now += by;
      await Promise.resolve();
      signal?.throwIfAborted();
    },
  };
};

/** Repeatable randomness (mulberry32): good enough to vary tests, never for secrets. */
export const seededRandom = (seed = 1): RandomSource => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { next, bytes: (count) => Uint8Array.from({ length: count }, () => Math.floor(next() * 256)) };
};
