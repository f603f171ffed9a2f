import { epochMs } from '#core/units';
import type { Clock } from '#ports/clock';

export interface ManualClock extends Clock {
  /** Moves time on and wakes every sleeper whose time has come, in the order of their times. */
  readonly advance: (ms: number) => Promise<void>;
}

/** Time that moves only when a test moves it: sleepers wait, unlike with a clock that jumps. */
export const manualClock = (start = 1_800_000_000_000): ManualClock => {
  let now = start;
  let sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  const turn = (): Promise<void> =>
    new Promise((resolve) => {
      setImmediate(resolve);
    });
  return {
    nowMs: () => epochMs(now),
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        const give = (): void => {
          sleepers = sleepers.filter((sleeper) => sleeper !== entry);
          reject(signal?.reason as Error);
        };
        const entry = {
          at: now + ms,
          wake: () => {
            signal?.removeEventListener('abort', give);
            resolve();
          },
        };
        if (signal?.aborted === true) {
          reject(signal.reason as Error);
          return;
        }
        signal?.addEventListener('abort', give, { once: true });
        sleepers.push(entry);
      }),
    advance: async (ms) => {
      const until = now + ms;
      for (;;) {
        await turn();
        const next = sleepers.filter(({ at }) => at <= until).sort((left, right) => left.at - right.at)[0];
        if (next === undefined) break;
        sleepers = sleepers.filter((sleeper) => sleeper !== next);
        now = Math.max(now, next.at);
        next.wake();
      }
      now = until;
      await turn();
    },
  };
};
