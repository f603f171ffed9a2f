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

export interface VirtualClock extends Clock {
  /** Runs work to its end: whenever all of it waits, time jumps to the next sleepers, who are woken. Fails when nobody sleeps any more. */
  run<T>(work: Promise<T>): Promise<T>;
  /** Moves time on and wakes everybody whose time comes on the way, in the order of their times, then of their arrival. */
  advance(ms: number): Promise<void>;
  /** How many are asleep. */
  asleep(): number;
}

const turn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

interface Sleeper {
  readonly atMs: number;
  readonly wake: () => void;
}

const earliestMs = (sleepers: ReadonlySet<Sleeper>): number => {
  let first = Number.POSITIVE_INFINITY;
  for (const { atMs } of sleepers) if (atMs < first) first = atMs;
  return first;
};

/** Time as a simulation has it: it stands while anybody works and jumps when everybody sleeps, the same way each time. */
export const virtualClock = (start = 1_800_000_000_000): VirtualClock => {
  let now = start;
  const sleepers = new Set<Sleeper>();
  /** Jumps to the next sleeper and wakes all of that moment. */
  const wakeNext = (untilMs: number): boolean => {
    const atMs = earliestMs(sleepers);
    if (atMs > untilMs || sleepers.size === 0) return false;
    now = Math.max(now, atMs);
    for (const sleeper of [...sleepers]) {
      // One who was woken may have sent home another.
      if (sleeper.atMs !== atMs || !sleepers.delete(sleeper)) continue;
      sleeper.wake();
    }
    return true;
  };
  return {
    nowMs: () => epochMs(now),
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        const leave = (): void => {
          sleepers.delete(sleeper);
          reject(signal?.reason as Error);
        };
        const sleeper: Sleeper = {
          atMs: now + Math.max(0, ms),
          wake: () => {
            signal?.removeEventListener('abort', leave);
            resolve();
          },
        };
        if (signal?.aborted === true) {
          reject(signal.reason as Error);
          return;
        }
        signal?.addEventListener('abort', leave, { once: true });
        sleepers.add(sleeper);
      }),
    run: async (work) => {
      let settled = false;
      const end = (): void => {
        settled = true;
      };
      work.then(end, end);
      for (await turn(); !settled; await turn())
        if (!wakeNext(Number.POSITIVE_INFINITY)) throw new Error('the work waits for something that is not the clock');
      return work;
    },
    advance: async (ms) => {
      const untilMs = now + ms;
      do await turn();
      while (wakeNext(untilMs));
      now = untilMs;
      await turn();
    },
    asleep: () => sleepers.size,
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
