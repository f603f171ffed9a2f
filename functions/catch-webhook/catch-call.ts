import { answerFor } from '#core/webhook-delivery';
import type { Clock } from '#ports/clock';
import type { HookStore, IncomingCall } from '#ports/hook-store';

/** Real webhooks stay below this. A larger one is answered 413 and kept without its body. */
export const BODY_BYTES_MAX = 256 * 1024;

/** API Gateway waits 29 s for a function; a sender that is to time out is held this long and then answered 504. */
export const DELAY_MS_MAX = 10_000;

const HOOK_ID = /^[0-9a-f]{32}$/u;

export interface CatchCallPorts {
  readonly hooks: HookStore;
  readonly clock: Clock;
}

/**
 * Keeps a call to a webhook URL and tells the status that it is answered with: the one whose turn it is, after the delay that the suite
 * wants. 404 for a URL that no run has, or has no more; 413 and 429 above the limits. Says nothing else: callers are not known.
 */
export const catchCall =
  ({ hooks, clock }: CatchCallPorts) =>
  async ({ hookId, body, ...call }: IncomingCall, signal: AbortSignal): Promise<number> => {
    if (!HOOK_ID.test(hookId)) return 404;
    const hook = await hooks.get(hookId, signal);
    const atEpochMs = clock.nowMs();
    if (hook === undefined || atEpochMs >= hook.expiresAtEpochMs) return 404;
    const isTooLarge = body.byteLength > BODY_BYTES_MAX;
    const answerTo = (number: number): number | 'timeout' => (isTooLarge ? 413 : answerFor(hook, number));
    const kept = await hooks.keep(
      hookId,
      { ...call, atEpochMs, ...(isTooLarge ? {} : { body }) },
      (number) => {
        const answer = answerTo(number);
        return answer === 'timeout' ? null : answer;
      },
      signal,
    );
    if (kept === undefined) return 429;
    if (isTooLarge) return 413;
    const delayMs = Math.min(hook.delayMs ?? (kept.answered === null ? DELAY_MS_MAX : 0), DELAY_MS_MAX);
    if (delayMs > 0) await clock.sleep(delayMs, signal);
    return kept.answered ?? 504;
  };
