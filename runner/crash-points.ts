/** Where fault tests may end the program, in the order in which a shard passes them. */
export const CRASH_POINTS = [
  'before-claim',
  'after-claim',
  'after-job',
  'after-first-case',
  'after-half',
  'after-cases',
  'after-scan',
  'after-results',
  'after-log',
  'after-manifest',
  'after-record',
  'after-success',
] as const;
export type CrashPoint = (typeof CRASH_POINTS)[number];

/** Called at each point with the number of the attempt; in production it does nothing. */
export type AtPoint = (point: CrashPoint, attempt: number) => Promise<void>;

export const passOn: AtPoint = () => Promise.resolve();

export interface CrashPlan {
  readonly point: CrashPoint;
  readonly signal: 'SIGTERM' | 'SIGKILL';
  /** The attempt that is ended; later ones pass. */
  readonly attempt: number;
}

const isPoint = (text: string): text is CrashPoint => (CRASH_POINTS as readonly string[]).includes(text);

/**
 * Reads `point:SIGTERM` or `point:SIGKILL:2`; undefined when it is empty. Without a number the first attempt is ended.
 *
 * @throws Error that says what was expected
 */
export const parseCrashPlan = (text: string | undefined): CrashPlan | undefined => {
  if (text === undefined || text === '') return undefined;
  const [point = '', signal = '', attempt = '1', ...more] = text.split(':');
  if (
    isPoint(point) &&
    (signal === 'SIGTERM' || signal === 'SIGKILL') &&
    /^[1-9]\d{0,4}$/u.test(attempt) &&
    more.length === 0
  ) {
    return { point, signal, attempt: Number(attempt) };
  }
  throw new Error(
    `ASSAY_CRASH_AT: expected point:SIGTERM|SIGKILL[:attempt] with one of ${CRASH_POINTS.join(', ')}, got ${JSON.stringify(text)}`,
  );
};

/** Ends the program at the planned point. `kill` sends a signal to this process; SIGKILL does not return. */
export const crashAt =
  (plan: CrashPlan | undefined, kill: (signal: CrashPlan['signal']) => void): AtPoint =>
  async (point, attempt) => {
    if (plan?.point !== point || plan.attempt !== attempt) return;
    kill(plan.signal);
    // A signal is delivered on a later turn of the event loop; one turn lets the handler of SIGTERM run before work goes on.
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  };
