import type { CaseResult } from '#core/case-result';
import type { SuiteDefinition } from '#core/suite';
import type { StopReason } from '#core/words';
import type { RunningShard, SuitesToRun } from '#engines/functional/open-suite';
import type { ClientFigures } from '#engines/client/client-figures';
import type { CaseSink, EnginePorts } from '#engines/functional/ports';
import { requestSenders } from '#engines/functional/request-senders';
import { runSuite } from '#engines/functional/run-suite';
import { places } from '#engines/functional/schedule';
import { secretVault } from '#engines/functional/secret-vault';
import { Stopped, stopOf } from '#engines/functional/suite-context';
import { turns } from '#engines/functional/turns';

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

/** C4.2: retries that the budget stopped, requests that a breaker refused and waits for a limit are counted and shown, by host. */
const tellFigures = ({ hosts }: ClientFigures, { suites }: SuitesToRun, sink: CaseSink): void => {
  for (const [host, figures] of Object.entries(hosts)) {
    const { retriesStopped, refused, rateWaits, recovered, unrecovered } = figures;
    if (retriesStopped + refused + rateWaits.count + recovered + unrecovered === 0) continue;
    const parts = [
      `${String(recovered)} requests good only after a retry, ${String(unrecovered)} not even then`,
      `${String(retriesStopped)} retries stopped by the budget`,
      `${String(refused)} requests refused by an open breaker`,
      `${String(rateWaits.count)} held back by the rate limit for ${String(rateWaits.ms)} ms in all`,
    ];
    sink.log({
      level: retriesStopped + refused > 0 ? 'warn' : 'info',
      suite: suites[0]?.id ?? '',
      message: `requests to ${host}: ${parts.join('; ')}`,
    });
  }
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
    turns: turns(),
    senderFor: (suite: SuiteDefinition) => senders.senderFor(suite),
    failsFast,
    report: (result) => {
      sink.caseDone(result);
      if (failsFast(result) && !stop.signal.aborted) stop.abort(new Stopped('fail-fast'));
    },
  };
  try {
    await Promise.all(job.suites.map(({ id, definition }) => runSuite(id, definition, shard)));
    tellFigures(senders.figures(), job, sink);
    return { stopped: reasonOf(stop.signal) };
  } finally {
    ended.abort();
    stopSignal.removeEventListener('abort', pass);
    vault.wipe();
  }
};
