import type { EpochMs } from '#core/units';

/** Time, from outside the core. */
export interface Clock {
  nowMs(): EpochMs;
  /** Resolves after `ms`, or rejects with the signal's reason. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** Randomness, from outside the core. */
export interface RandomSource {
  /** 0 inclusive to 1 exclusive. */
  next(): number;
  /** Cryptographically strong bytes. */
  bytes(count: number): Uint8Array;
}
