import type { HttpRequest, TimedPhase } from '#ports/http';
import type { HttpPhase } from '#engines/http/http-failure';

/** Raised inside a request whose time is up; the client turns it into an HttpFailure of the phase. */
export class TimeUp extends Error {
  override readonly name = 'TimeUp';
  readonly limitMs: number;
  /** The phase whose own limit it was; undefined for the limit of the whole request. */
  readonly limitOf: TimedPhase | undefined;

  constructor(limitMs: number, limitOf?: TimedPhase) {
    super('the time is up');
    this.limitMs = limitMs;
    this.limitOf = limitOf;
  }
}

/**
 * What ends one request early: the caller's signal, the time of the whole request or that of a phase, whichever comes first.
 *
 * A plain object with one listener, not an AbortSignal: a request waits for one thing at a time, and `AbortSignal.any` with a controller
 * costs more than all else that a small request does here.
 */
export interface RequestStop {
  readonly reason: () => Error | undefined;
  readonly phase: () => HttpPhase;
  /** Says where the request is now; the limit of that phase begins. */
  readonly begin: (phase: HttpPhase) => void;
  /** Calls back once when the request has to end, at once when it had to already; undefined takes the callback away. */
  readonly listen: (onStop: ((reason: Error) => void) | undefined) => void;
  /** Asked when the limit of `wait` is over: true while the request is still being sent, which is not waiting. */
  readonly sending: (isSending: (() => boolean) | undefined) => void;
  /** Ends all timers. */
  readonly done: () => void;
}

const reasonOf = (signal: AbortSignal): Error => signal.reason as Error;

interface Listening {
  readonly stops: Set<Stop>;
  readonly tell: () => void;
}

/** Requests that a signal ends. One listener for all of them: adding one costs as much as a tenth of a small request. */
const LISTENING = new WeakMap<AbortSignal, Listening>();

const listenTo = (signal: AbortSignal): Listening => {
  const known = LISTENING.get(signal);
  if (known !== undefined) return known;
  const stops = new Set<Stop>();
  const tell = (): void => {
    for (const stop of stops) stop.end(reasonOf(signal));
  };
  const made = { stops, tell };
  LISTENING.set(signal, made);
  return made;
};

/** A class, because there is one for each request and its functions would be ten objects more. */
class Stop implements RequestStop {
  readonly #limits: Pick<HttpRequest, 'timeoutMs' | 'timeoutsMs'>;
  readonly #signal: AbortSignal | undefined;
  readonly #timer: NodeJS.Timeout;
  #why: Error | undefined;
  #now: HttpPhase = 'resolve';
  #onStop: ((reason: Error) => void) | undefined;
  #isSending: (() => boolean) | undefined;
  #phaseTimer: NodeJS.Timeout | undefined;

  constructor(limits: Pick<HttpRequest, 'timeoutMs' | 'timeoutsMs'>, signal: AbortSignal | undefined) {
    this.#limits = limits;
    this.#signal = signal;
    this.#why = signal?.aborted === true ? reasonOf(signal) : undefined;
    this.#timer = setTimeout(timeIsUp, limits.timeoutMs, this, limits.timeoutMs);
    if (signal === undefined) return;
    const { stops, tell } = listenTo(signal);
    if (stops.size === 0) signal.addEventListener('abort', tell, { once: true });
    stops.add(this);
  }

  reason(): Error | undefined {
    return this.#why;
  }

  phase(): HttpPhase {
    return this.#now;
  }

  begin(phase: HttpPhase): void {
    this.#now = phase;
    const { timeoutsMs } = this.#limits;
    if (timeoutsMs === undefined) return;
    clearTimeout(this.#phaseTimer);
    if (phase === 'send' || phase === 'redirect') return;
    const limitMs = timeoutsMs[phase];
    if (limitMs !== undefined) this.#watch(phase, limitMs);
  }

  listen(onStop: ((reason: Error) => void) | undefined): void {
    this.#onStop = onStop;
    if (onStop !== undefined && this.#why !== undefined) onStop(this.#why);
  }

  sending(isSending: (() => boolean) | undefined): void {
    this.#isSending = isSending;
  }

  end(reason: Error): void {
    if (this.#why !== undefined) return;
    this.#why = reason;
    this.#onStop?.(reason);
  }

  done(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#phaseTimer);
    this.#onStop = undefined;
    if (this.#signal === undefined) return;
    const { stops, tell } = listenTo(this.#signal);
    stops.delete(this);
    // Kept no longer than needed: a signal that was made of others lives as long as somebody listens to it.
    if (stops.size === 0) this.#signal.removeEventListener('abort', tell);
  }

  #watch(phase: TimedPhase, limitMs: number): void {
    this.#phaseTimer = setTimeout(() => {
      if (phase === 'wait' && this.#isSending?.() === true) this.#watchSending(limitMs);
      else this.end(new TimeUp(limitMs, phase));
    }, limitMs);
  }

  /** Sockets tell nobody when their last byte is out: it is asked for, ten times in each limit. */
  #watchSending(limitMs: number): void {
    this.#phaseTimer = setTimeout(
      () => {
        if (this.#isSending?.() === true) this.#watchSending(limitMs);
        else this.#watch('wait', limitMs);
      },
      Math.ceil(limitMs / 10),
    );
  }
}

const timeIsUp = (stop: Stop, limitMs: number): void => {
  stop.end(new TimeUp(limitMs));
};

export const requestStop = (
  limits: Pick<HttpRequest, 'timeoutMs' | 'timeoutsMs'>,
  signal: AbortSignal | undefined,
): RequestStop => new Stop(limits, signal);

/** Waits for work that cannot be ended itself, but no longer than the request may take. @throws the reason of the stop */
export const unlessStopped = <Value>(stop: RequestStop, work: Promise<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    stop.listen(reject);
    // The listener goes away before the waiting code runs on: that may listen at once.
    work.then(
      (value) => {
        stop.listen(undefined);
        resolve(value);
      },
      (error: unknown) => {
        stop.listen(undefined);
        reject(error instanceof Error ? error : new Error(String(error)));
      },
    );
  });
