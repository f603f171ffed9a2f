/** Time that a function instance may still spend on waiting for callers who asked for it with `?wait`. */
export interface WaitBudget {
  /**
   * Takes up to `wantedMs` from the budget.
   *
   * @returns how long to wait now, 0 when the budget is used up
   */
  take(wantedMs: number): number;
  /** Gives back what was not waited, because the answer came earlier. */
  giveBack(ms: number): void;
  /** Whole seconds until a wait of `wantedMs` is possible again: for Retry-After. */
  retryAfterSeconds(wantedMs: number): number;
}

export interface WaitBudgetOptions {
  /** Most milliseconds that can be saved up. */
  readonly capacityMs: number;
  /** Share of the time that may go into waiting, above 0 to 1: it limits how many instances waiting callers keep busy. */
  readonly share: number;
  readonly nowMs: () => number;
}

/**
 * A token bucket of waiting time. A waiting request occupies an instance of the function, so waits compete with requests that want an
 * answer now; each instance spends at most this share of its time on them.
 */
export const waitBudget = ({ capacityMs, share, nowMs }: WaitBudgetOptions): WaitBudget => {
  if (!(capacityMs > 0)) throw new RangeError(`capacityMs must be above 0, got ${String(capacityMs)}`);
  if (!(share > 0 && share <= 1)) throw new RangeError(`share must be above 0 to 1, got ${String(share)}`);
  let savedMs = capacityMs;
  let atMs = nowMs();
  const refill = (): void => {
    const now = nowMs();
    savedMs = Math.min(capacityMs, savedMs + Math.max(0, now - atMs) * share);
    atMs = now;
  };
  return {
    take: (wantedMs) => {
      refill();
      const takenMs = Math.floor(Math.min(Math.max(0, wantedMs), savedMs));
      savedMs -= takenMs;
      return takenMs;
    },
    giveBack: (ms) => {
      refill();
      savedMs = Math.min(capacityMs, savedMs + Math.max(0, ms));
    },
    retryAfterSeconds: (wantedMs) => {
      refill();
      const missingMs = Math.min(wantedMs, capacityMs) - savedMs;
      return Math.max(1, Math.ceil(missingMs / share / 1000));
    },
  };
};
