const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** What a shell reports for a program that a signal ended: 128 and the signal's number. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * Calls back on the first signal that asks this process to end. Further ones are ignored: ending is under way, and it is bounded.
 *
 * @returns a function that stops listening
 */
export const onEnd = (listener: (exitCode: number, signal: NodeJS.Signals) => void): (() => void) => {
  let asked = false;
  const hear = (signal: NodeJS.Signals): void => {
    if (asked) return;
    asked = true;
    listener(EXIT_CODES[signal as keyof typeof EXIT_CODES], signal);
  };
  for (const signal of SIGNALS) process.on(signal, hear);
  return () => {
    for (const signal of SIGNALS) process.off(signal, hear);
  };
};
