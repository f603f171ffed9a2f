import type { CaseResult } from '#core/case-result';
import type { SuiteDefinition } from '#core/suite';
import type { StopReason } from '#core/words';
import type { RunningShard, SuitesToRun } from '#engines/functional/open-suite';
import type { CaseSink, EnginePorts } from '#engines/functional/ports';
import { requestSenders } from '#engines/functional/request-senders';
import { runSuite } from '#engines/functional/run-suite';
import { places } from '#engines/functional/schedule';
import { secretVault } from '#engines/functional/secret-vault';
import { Stopped, stopOf } from '#engines/functional/suite-context';

export type { SuitesToRun } from '#engines/functional/open-suite';

/** Cases at once in one shard over all its suites (A9). */
export const CASES_AT_ONCE_MAX = 10;

export interface SuitesRan {
  /** Why the engine stopped early, if it did. */
  readonly stopped: StopReason | undefined;
}

const reasonOf = (signal: AbortSignal): StopReason | undefined => {
  if (!signal.aborted) return undefined;
  const { reason } = stopOf(signal);
  return reason === 'suite-timeout' ? undefined : reason;
};

/**
 * Runs the functional suites of a shard and tells the sink each case as it ends.
 *
 * Every case of every suite is told exactly once, also when the run is stopped: what runs then is ended, the rest is skipped with the
 * reason. Pure but for the ports: the same answers, times and random bytes give the same results.
 *
 * @param stopSignal aborted with a `Stopped` when the run is cancelled, fails fast elsewhere or reaches its deadline
 */
export const runSuites = async (
  job: SuitesToRun,
  ports: EnginePorts,
  sink: CaseSink,
  stopSignal: AbortSignal,
): Promise<SuitesRan> => {
  const stop = new AbortController();
  const pass = (): void => {
    stop.abort(stopOf(stopSignal));
  };
  if (stopSignal.aborted) pass();
  else stopSignal.addEventListener('abort', pass, { once: true });
  const ended = new AbortController();
  const untilDeadline = Math.max(0, job.deadlineEpochMs - ports.clock.nowMs());
  // The timer ends with what it limits; being ended early is no event.
  ports.clock.sleep(untilDeadline, ended.signal).then(
    () => {
      stop.abort(new Stopped('deadline'));
    },
    () => undefined,
  );
  const vault = secretVault(job.environment, ports.secrets, ports.masker);
  const failsFast = (result: CaseResult): boolean =>
    job.failFast && !result.advisory && (result.verdict === 'failed' || result.verdict === 'errored');
  const senders = requestSenders(job, ports);
  const shard: RunningShard = {
    job,
    ports,
    sink,
    stop,
    vault,
    everywhere: places(job.casesAtOnce ?? CASES_AT_ONCE_MAX),
    senderFor: (suite: SuiteDefinition) => senders.senderFor(suite),
    failsFast,
    report: (result) => {
      sink.caseDone(result);
      if (failsFast(result) && !stop.signal.aborted) stop.abort(new Stopped('fail-fast'));
    },
  };
  try {
    await Promise.all(job.suites.map(({ id, definition }) => runSuite(id, definition, shard)));
    return { stopped: reasonOf(stop.signal) };
  } finally {
    ended.abort();
    stopSignal.removeEventListener('abort', pass);
    vault.wipe();
  }
};
