import type { Clock } from '#ports/clock';
import type { Log } from '#ports/telemetry';

/** Something that the plane cannot work without, and how to see that it answers. */
export interface Dependency {
  readonly name: string;
  /** Resolves when it answers, whatever it answers; rejects when it does not. */
  readonly probe: (signal: AbortSignal) => Promise<unknown>;
}

export interface Readiness {
  readonly status: 'ok' | 'degraded';
  readonly dependencies: readonly {
    readonly name: string;
    readonly state: 'ok' | 'failing';
    readonly latencyMs: number;
  }[];
}

/** Longer than any healthy answer, shorter than what a load balancer waits for. */
export const PROBE_TIMEOUT_MS = 2_000;

export interface CheckReadinessPorts {
  readonly dependencies: readonly Dependency[];
  readonly clock: Clock;
  readonly log: Log;
  /** PROBE_TIMEOUT_MS when absent. */
  readonly timeoutMs?: number;
}

/** Rejects when the signal fires: a probe that does not listen to its signal must not hold the answer up. */
const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener(
      'abort',
      () => {
        reject(new Error('no answer in time', { cause: signal.reason }));
      },
      { once: true },
    );
  });

/** Asks all dependencies at once; one that does not answer in time is failing. Why is in the log only. */
export const checkReadiness =
  ({ dependencies, clock, log, timeoutMs = PROBE_TIMEOUT_MS }: CheckReadinessPorts) =>
  async (signal: AbortSignal): Promise<Readiness> => {
    const check = async ({ name, probe }: Dependency): Promise<Readiness['dependencies'][number]> => {
      const startedMs = clock.nowMs();
      const until = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
      try {
        await Promise.race([probe(until), aborted(until)]);
        return { name, state: 'ok', latencyMs: clock.nowMs() - startedMs };
      } catch (error) {
        const { name: errorClass, message } = error instanceof Error ? error : new Error(String(error));
        log.warn('a dependency does not answer', { dependency: name, error_class: errorClass, reason: message });
        return { name, state: 'failing', latencyMs: clock.nowMs() - startedMs };
      }
    };
    const checked = await Promise.all(dependencies.map(check));
    return { status: checked.every(({ state }) => state === 'ok') ? 'ok' : 'degraded', dependencies: checked };
  };
