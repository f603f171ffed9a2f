import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import { epochMs } from '#core/units';
import type { Clock, RandomSource } from '#ports/clock';

/** The machine's own time. */
export const systemClock: Clock = {
  nowMs: () => epochMs(Date.now()),
  sleep: (ms, signal) => pause(ms, undefined, signal === undefined ? {} : { signal }),
};

/** The machine's own randomness. */
export const systemRandom: RandomSource = {
  next: () => Math.random(),
  bytes: (count) => Uint8Array.from(randomBytes(count)),
};
