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

export const requestStop = (
  { timeoutMs, timeoutsMs }: Pick<HttpRequest, 'timeoutMs' | 'timeoutsMs'>,
  signal: AbortSignal | undefined,
): RequestStop => {
  let why: Error | undefined = signal?.aborted === true ? reasonOf(signal) : undefined;
  let now: HttpPhase = 'resolve';
  let onStop: ((reason: Error) => void) | undefined;
  let isSending: (() => boolean) | undefined;
  let phaseTimer: NodeJS.Timeout | undefined;
  const stop = (reason: Error): void => {
    if (why !== undefined) return;
    why = reason;
    onStop?.(reason);
  };
  const onAbort = (): void => {
    if (signal !== undefined) stop(reasonOf(signal));
  };
  const timer = setTimeout(() => {
    stop(new TimeUp(timeoutMs));
  }, timeoutMs);
  signal?.addEventListener('abort', onAbort, { once: true });
  const watch = (phase: TimedPhase, limitMs: number): void => {
    phaseTimer = setTimeout(() => {
      if (phase === 'wait' && isSending?.() === true) watchSending(limitMs);
      else stop(new TimeUp(limitMs, phase));
    }, limitMs);
  };
  // Sockets tell nobody when their last byte is out: it is asked for, ten times in each limit.
  const watchSending = (limitMs: number): void => {
    phaseTimer = setTimeout(
      () => {
        if (isSending?.() === true) watchSending(limitMs);
        else watch('wait', limitMs);
      },
      Math.ceil(limitMs / 10),
    );
  };
  return {
    reason: () => why,
    phase: () => now,
    begin: (phase) => {
      now = phase;
      if (timeoutsMs === undefined) return;
      clearTimeout(phaseTimer);
      if (phase === 'send' || phase === 'redirect') return;
      const limitMs = timeoutsMs[phase];
      if (limitMs !== undefined) watch(phase, limitMs);
    },
    listen: (callback) => {
      onStop = callback;
      if (callback !== undefined && why !== undefined) callback(why);
    },
    sending: (callback) => {
      isSending = callback;
    },
    done: () => {
      clearTimeout(timer);
      clearTimeout(phaseTimer);
      onStop = undefined;
      signal?.removeEventListener('abort', onAbort);
    },
  };
};

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
