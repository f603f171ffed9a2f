import { Script, createContext } from 'node:vm';

/** A regular expression or JSONPath that takes longer than this is hostile or hopeless: honest ones take microseconds. */
export const EVALUATION_MS_MAX = 250;

/** Work that took longer than it was given. */
export class TookTooLong extends Error {
  override readonly name = 'TookTooLong';
}

const script = new Script('work()');
const context = createContext({ work: undefined as (() => void) | undefined });

const isTimeout = (error: unknown): boolean =>
  (error as { code?: string } | null)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';

/** True while work is being watched: what it calls in turn is watched with it. */
let watched = false;

/**
 * Runs synchronous work for at most `limitMs` and then breaks it off, also in the middle of one regular expression.
 *
 * V8 stops whatever runs below a vm script whose time is up, host functions and the regular expression engine included, and no `catch`
 * inside can keep it going. It costs about 0.25 ms a call (a watchdog thread), so callers use it only where the text of a stranger's
 * expression decides how long something takes. The event loop waits meanwhile: the limit is also the longest pause of a shard. Work inside
 * of such work shares the time of the outer one: many small pieces must not add up to a long one.
 *
 * @throws TookTooLong; whatever `work` throws
 */
export const bounded = <T>(work: () => T, limitMs = EVALUATION_MS_MAX): T => {
  if (watched) return work();
  let outcome: { readonly value: T } | undefined;
  watched = true;
  context['work'] = () => {
    outcome = { value: work() };
  };
  try {
    script.runInContext(context, { timeout: limitMs });
  } catch (error) {
    if (isTimeout(error))
      throw new TookTooLong(`expected an end within ${String(limitMs)} ms, got none`, { cause: error });
    throw error;
  } finally {
    context['work'] = undefined;
    watched = false;
  }
  if (outcome === undefined) throw new TookTooLong(`expected an end within ${String(limitMs)} ms, got none`);
  return outcome.value;
};
