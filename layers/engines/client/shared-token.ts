import type { Clock } from '#ports/clock';

/** A token is fetched anew so long before it expires ... */
export const EXPIRY_MARGIN_MS_MAX = 30_000;
/** ... but never before this share of its life has passed: a short-lived one would else be fetched for each request. */
export const EXPIRY_MARGIN_SHARE = 0.1;

export interface FetchedToken<T> {
  readonly value: T;
  /** Milliseconds that it is good for; for ever when absent. */
  readonly expiresInMs?: number;
}

export interface HeldToken<T> {
  readonly value: T;
  /** From 1; each fetch that worked is one more. */
  readonly generation: number;
}

export interface SharedTokenOptions<T> {
  readonly clock: Clock;
  /** Its signal is aborted when nobody waits for it any more. */
  readonly fetch: (signal: AbortSignal) => Promise<FetchedToken<T>>;
}

export interface SharedToken<T> {
  /** The token, fetched when there is none or it is about to expire; waits for a fetch that is under way. */
  get(signal?: AbortSignal): Promise<HeldToken<T>>;
  /** The token that came after `generation`, which was refused: fetched, unless somebody else has done so or is about to. */
  refresh(generation: number, signal?: AbortSignal): Promise<HeldToken<T>>;
  /** Uses the token; refused, uses a newer one once more and gives that result whatever it is. */
  use<R>(act: (token: T) => Promise<R>, isRefused: (result: R) => boolean, signal?: AbortSignal): Promise<R>;
  /** Takes a token that was fetched otherwise. */
  keep(token: FetchedToken<T>): HeldToken<T>;
  /** Fetches begun so far. */
  fetches(): number;
}

interface Flight<T> {
  readonly promise: Promise<HeldToken<T>>;
  readonly stop: AbortController;
  waiting: number;
}

const goodUntil = (expiresInMs: number | undefined, fromMs: number): number => {
  if (expiresInMs === undefined) return Number.POSITIVE_INFINITY;
  return fromMs + expiresInMs - Math.min(EXPIRY_MARGIN_MS_MAX, Math.max(0, expiresInMs) * EXPIRY_MARGIN_SHARE);
};

class TokenHolder<T> implements SharedToken<T> {
  readonly #clock: Clock;
  readonly #fetch: SharedTokenOptions<T>['fetch'];
  #held: HeldToken<T> | undefined;
  #goodUntilMs = 0;
  #generation = 0;
  #flight: Flight<T> | undefined;
  #fetches = 0;

  constructor({ clock, fetch }: SharedTokenOptions<T>) {
    this.#clock = clock;
    this.#fetch = fetch;
  }

  async get(signal?: AbortSignal): Promise<HeldToken<T>> {
    signal?.throwIfAborted();
    if (this.#held !== undefined && this.#clock.nowMs() < this.#goodUntilMs) return this.#held;
    return this.#join(signal);
  }

  async refresh(generation: number, signal?: AbortSignal): Promise<HeldToken<T>> {
    // A refused token is not given to anybody again, also when no other can be had.
    if (this.#held !== undefined && this.#held.generation <= generation) this.#held = undefined;
    return this.get(signal);
  }

  async use<R>(act: (token: T) => Promise<R>, isRefused: (result: R) => boolean, signal?: AbortSignal): Promise<R> {
    const first = await this.get(signal);
    const result = await act(first.value);
    if (!isRefused(result)) return result;
    return act((await this.refresh(first.generation, signal)).value);
  }

  keep({ value, expiresInMs }: FetchedToken<T>): HeldToken<T> {
    return this.#store({ value, ...(expiresInMs === undefined ? {} : { expiresInMs }) }, this.#clock.nowMs());
  }

  fetches(): number {
    return this.#fetches;
  }

  #store({ value, expiresInMs }: FetchedToken<T>, fromMs: number): HeldToken<T> {
    this.#held = { value, generation: (this.#generation += 1) };
    this.#goodUntilMs = goodUntil(expiresInMs, fromMs);
    return this.#held;
  }

  async #join(signal: AbortSignal | undefined): Promise<HeldToken<T>> {
    const flight = (this.#flight ??= this.#begin());
    flight.waiting += 1;
    if (signal === undefined) return flight.promise.finally(() => (flight.waiting -= 1));
    let leave = (): void => undefined;
    const left = new Promise<never>((_resolve, reject) => {
      leave = () => {
        reject(signal.reason as Error);
      };
      signal.addEventListener('abort', leave, { once: true });
    });
    try {
      return await Promise.race([flight.promise, left]);
    } finally {
      signal.removeEventListener('abort', leave);
      flight.waiting -= 1;
      if (flight.waiting === 0 && this.#flight === flight) {
        // The last one who waited went away: whoever comes next begins anew.
        this.#flight = undefined;
        flight.stop.abort(signal.reason);
      }
    }
  }

  #begin(): Flight<T> {
    const stop = new AbortController();
    // The life of a token began before its answer came: counted from the request it is never taken for longer than it is.
    const fromMs = this.#clock.nowMs();
    this.#fetches += 1;
    const land = async (): Promise<HeldToken<T>> => {
      try {
        const token = await this.#fetch(stop.signal);
        return stop.signal.aborted ? { value: token.value, generation: this.#generation } : this.#store(token, fromMs);
      } finally {
        if (this.#flight?.stop === stop) this.#flight = undefined;
      }
    };
    // Begun a moment later, so that the flight is known before a fetch can fail at once.
    const promise = Promise.resolve().then(land);
    promise.catch(() => undefined);
    return { promise, stop, waiting: 0 };
  }
}

/**
 * A token that many use and one fetches (C3, row 6): however many wait, one fetch is under way at a time, and all of them get its result.
 *
 * Users name the generation that was refused: 50 that were refused with generation 1 cause one fetch, and each acts once more with
 * generation 2. A fetch that fails fails for all who wait for it; the next one who asks fetches again.
 */
export const sharedToken = <T>(options: SharedTokenOptions<T>): SharedToken<T> => new TokenHolder(options);
