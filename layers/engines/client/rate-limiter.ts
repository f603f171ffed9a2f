import type { Clock } from '#ports/clock';
import type { RateShare, RateShares } from '#engines/client/rate-share';
import { TokenBucket } from '#engines/client/token-bucket';

export interface RateLimiter {
  /**
   * Asks to send one request now.
   *
   * @returns undefined when it may go at once; otherwise a promise of the milliseconds it waited, which rejects with the signal's reason
   */
  enter(host: string, operation: string, signal?: AbortSignal): Promise<number> | undefined;
}

/** Timers of common clocks go wrong beyond 24 days; nobody minds looking once a minute. */
const SLEEP_MS_MAX = 60_000;
/** From this many buckets on, those that are full are dropped: a new one is the same. */
const BUCKETS_BEFORE_SWEEP = 1000;

interface Waiter {
  readonly order: number;
  readonly grant: () => void;
  readonly reject: (reason: Error) => void;
}

const reasonOf = (signal: AbortSignal | undefined): Error => signal?.reason as Error;

/** Buckets by key, as many as are not full. */
class Buckets {
  readonly #share: RateShare | undefined;
  readonly #byKey = new Map<string, TokenBucket>();
  #sweepAt = BUCKETS_BEFORE_SWEEP;

  constructor(share: RateShare | undefined) {
    this.#share = share;
  }

  of(key: string, nowMs: number): TokenBucket | undefined {
    if (this.#share === undefined) return undefined;
    let bucket = this.#byKey.get(key);
    if (bucket === undefined) {
      if (this.#byKey.size >= this.#sweepAt) this.#sweep(nowMs);
      bucket = new TokenBucket(this.#share, nowMs);
      this.#byKey.set(key, bucket);
    }
    return bucket;
  }

  #sweep(nowMs: number): void {
    for (const [key, bucket] of this.#byKey) if (bucket.isFull(nowMs)) this.#byKey.delete(key);
    this.#sweepAt = Math.max(BUCKETS_BEFORE_SWEEP, this.#byKey.size * 2);
  }
}

/** The requests to one host: one bucket for all, one for each operation, and who waits for them. */
class Lane {
  readonly #clock: Clock;
  readonly #host: TokenBucket | undefined;
  readonly #operations: Buckets;
  /** Only operations somebody waits for; a Set keeps the order of arrival and forgets one in the middle at once. */
  readonly #waiting = new Map<string, Set<Waiter>>();
  #arrivals = 0;
  #armed: { readonly atMs: number; readonly stop: AbortController } | undefined;

  constructor(clock: Clock, shares: RateShares) {
    this.#clock = clock;
    this.#host = shares.host === undefined ? undefined : new TokenBucket(shares.host, clock.nowMs());
    this.#operations = new Buckets(shares.operation);
  }

  get isIdle(): boolean {
    return this.#waiting.size === 0 && (this.#host?.isFull(this.#clock.nowMs()) ?? false);
  }

  enter(operation: string, signal: AbortSignal | undefined): Promise<number> | undefined {
    const nowMs = this.#clock.nowMs();
    const isGone = signal?.aborted === true;
    if (!isGone && this.#waiting.size === 0 && this.#take(operation, nowMs)) return undefined;
    return new Promise((resolve, reject) => {
      if (isGone) {
        reject(signal.reason as Error);
        return;
      }
      const leave = (): void => {
        this.#forget(operation, waiter);
        reject(reasonOf(signal));
      };
      const settled = (): void => signal?.removeEventListener('abort', leave);
      const waiter: Waiter = {
        order: (this.#arrivals += 1),
        grant: () => {
          settled();
          resolve(Math.max(0, this.#clock.nowMs() - nowMs));
        },
        reject: (reason) => {
          settled();
          reject(reason);
        },
      };
      signal?.addEventListener('abort', leave, { once: true });
      const queue = this.#waiting.get(operation);
      if (queue === undefined) this.#waiting.set(operation, new Set([waiter]));
      else queue.add(waiter);
      this.#serve();
    });
  }

  /** Both tokens or none: one taken early would let requests bunch up later. */
  #take(operation: string, nowMs: number): boolean {
    const bucket = this.#operations.of(operation, nowMs);
    if (this.#host?.isReady(nowMs) === false || bucket?.isReady(nowMs) === false) return false;
    this.#host?.take();
    bucket?.take();
    return true;
  }

  /** Lets go whoever may, the longest waiting first, and sleeps until the next one may. */
  #serve(): void {
    const nowMs = this.#clock.nowMs();
    for (;;) {
      const next = this.#next(nowMs);
      if (next === undefined || !this.#take(next.operation, nowMs)) break;
      this.#forget(next.operation, next.waiter);
      next.waiter.grant();
    }
    if (this.#waiting.size > 0) this.#arm(nowMs);
  }

  /** The longest waiting one whose operation has a token: one that has none holds up nobody else. */
  #next(nowMs: number): { operation: string; waiter: Waiter } | undefined {
    let found: { operation: string; waiter: Waiter } | undefined;
    for (const [operation, queue] of this.#waiting) {
      const [waiter] = queue;
      if (waiter === undefined || (found !== undefined && found.waiter.order < waiter.order)) continue;
      if (this.#operations.of(operation, nowMs)?.isReady(nowMs) !== false) found = { operation, waiter };
    }
    return found;
  }

  #dueAtMs(nowMs: number): number {
    let earliest = Number.POSITIVE_INFINITY;
    for (const operation of this.#waiting.keys())
      earliest = Math.min(earliest, this.#operations.of(operation, nowMs)?.readyAtMs(nowMs) ?? nowMs);
    return Math.max(earliest, this.#host?.readyAtMs(nowMs) ?? nowMs);
  }

  #arm(nowMs: number): void {
    const atMs = this.#dueAtMs(nowMs);
    if (this.#armed !== undefined && this.#armed.atMs <= atMs) return;
    this.#disarm();
    const armed = { atMs, stop: new AbortController() };
    this.#armed = armed;
    const ms = Math.min(SLEEP_MS_MAX, Math.max(1, atMs - nowMs));
    this.#clock.sleep(ms, armed.stop.signal).then(
      () => {
        if (this.#armed !== armed) return;
        this.#armed = undefined;
        this.#serve();
      },
      (reason: unknown) => {
        if (this.#armed === armed) this.#giveUp(reason);
      },
    );
  }

  #disarm(): void {
    const { stop } = this.#armed ?? {};
    this.#armed = undefined;
    stop?.abort();
  }

  #forget(operation: string, waiter: Waiter): void {
    const queue = this.#waiting.get(operation);
    queue?.delete(waiter);
    if (queue?.size === 0) this.#waiting.delete(operation);
    if (this.#waiting.size === 0) this.#disarm();
  }

  /** The clock itself failed: nobody would ever be woken. */
  #giveUp(reason: unknown): void {
    this.#armed = undefined;
    const waiters = [...this.#waiting.values()].flatMap((queue) => [...queue]);
    this.#waiting.clear();
    for (const waiter of waiters) waiter.reject(reason as Error);
  }
}

/**
 * Holds requests back so that over any second at most `requestsPerSecond + burst` go to each host, and to each operation of a host.
 *
 * Who came first goes first; only a request whose own operation has to wait lets later ones of other operations pass. Every
 * request, also one that is sent again, asks once and is sent at once when let go.
 *
 * @param shares this shard's part (shareRates); without both nothing ever waits
 */
export const rateLimiter = (clock: Clock, shares: RateShares): RateLimiter => {
  if (shares.host === undefined && shares.operation === undefined) return { enter: () => undefined };
  const lanes = new Map<string, Lane>();
  let sweepAt = BUCKETS_BEFORE_SWEEP;
  const laneOf = (host: string): Lane => {
    const known = lanes.get(host);
    if (known !== undefined) return known;
    if (lanes.size >= sweepAt) {
      // A lane with operations of its own is kept: whether those are all full is not worth knowing.
      if (shares.operation === undefined) for (const [name, lane] of lanes) if (lane.isIdle) lanes.delete(name);
      sweepAt = Math.max(BUCKETS_BEFORE_SWEEP, lanes.size * 2);
    }
    const lane = new Lane(clock, shares);
    lanes.set(host, lane);
    return lane;
  };
  return { enter: (host, operation, signal) => laneOf(host).enter(operation, signal) };
};
