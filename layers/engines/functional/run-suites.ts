import type { CaseResult } from '#core/case-result';
import { buildGraph } from '#core/dependency-graph';
import type { ShardJob } from '#core/plan';
import type { SuiteDefinition } from '#core/suite';
import type { StopReason } from '#core/words';
import type { CaseSink, EnginePorts } from '#engines/functional/ports';
import { runCase, skippedCase, unmetCase, unrunnableCase } from '#engines/functional/run-case';
import { places, schedule } from '#engines/functional/schedule';
import type { Places } from '#engines/functional/schedule';
import { secretVault } from '#engines/functional/secret-vault';
import type { SecretVault } from '#engines/functional/secret-vault';
import { CONCURRENCY_DEFAULT } from '#core/suite';
import { Stopped, stopOf } from '#engines/functional/suite-context';
import { suiteVariables } from '#engines/functional/variables';

/** Cases at once in one shard over all its suites (A9). */
export const CASES_AT_ONCE_MAX = 10;

export type SuitesToRun = Pick<
  ShardJob,
  'runId' | 'shard' | 'environment' | 'suites' | 'failFast' | 'deadlineEpochMs' | 'traceId'
>;

export interface SuitesRan {
  /** Why the engine stopped early, if it did. */
  readonly stopped: StopReason | undefined;
}

interface Running {
  readonly job: SuitesToRun;
  readonly ports: EnginePorts;
  readonly sink: CaseSink;
  readonly stop: AbortController;
  readonly vault: SecretVault;
  readonly everywhere: Places;
}

/** Two signals as one; the reason is that of whichever came first. */
const either = (outer: AbortSignal, inner: AbortSignal): AbortSignal => AbortSignal.any([outer, inner]);

const startTimer = (ms: number, ports: EnginePorts, done: AbortSignal, whenOver: () => void): void => {
  // The timer ends with what it limits; being ended early is no event.
  ports.clock.sleep(ms, done).then(whenOver, () => undefined);
};

const runSuite = async (id: string, suite: SuiteDefinition, running: Running): Promise<void> => {
  const { job, ports, sink, stop, vault } = running;
  const { environment, traceId } = job;
  const names = [...Object.keys(environment.variables ?? {}), ...Object.keys(environment.secrets ?? {})];
  const graph = buildGraph(suite, { environmentNames: names });
  const about = { id, suite, traceId };
  if (graph.problems.length > 0) {
    const message = graph.problems.map((problem) => `${problem.message} (at ${problem.pointer})`).join('; ');
    const only = graph.problems.every(({ code }) => code === 'missing-in-environment');
    const resultOf = only ? unmetCase : unrunnableCase;
    for (const item of suite.cases) sink.caseDone(resultOf(item, about, message, ports.clock.nowMs()));
    return;
  }
  const over = new AbortController();
  const ended = new AbortController();
  if (suite.timeoutMs !== undefined) {
    startTimer(suite.timeoutMs, ports, ended.signal, () => {
      over.abort(new Stopped('suite-timeout'));
    });
  }
  const signal = either(stop.signal, over.signal);
  const facts = { runId: job.runId, environment: environment.name, shard: job.shard };
  const variables = suiteVariables({
    suiteId: id,
    suite,
    environment: environment.variables ?? {},
    vault,
    masker: ports.masker,
    facts,
  });
  const context = { ...about, environment, ports, sink, vault, variables, tokens: [], signal };
  const cases = new Map(suite.cases.map((item) => [item.id, item]));
  const caseOf = (caseId: string) => cases.get(caseId) ?? neverMissing(caseId);
  await schedule({
    graph,
    run: (caseId) => runCase(caseOf(caseId), context),
    skip: (caseId, because) => skippedCase(caseOf(caseId), about, because, ports.clock.nowMs()),
    done: (result) => {
      report(result, running);
    },
    limits: [places(suite.concurrency ?? CONCURRENCY_DEFAULT), running.everywhere],
    stopped: () => (signal.aborted ? stopOf(signal).message : undefined),
  });
  ended.abort();
  variables.wipe();
};

const neverMissing = (caseId: string): never => {
  throw new Error(`the graph has the case ${caseId}, which the suite has not`);
};

const report = (result: CaseResult, { job, sink, stop }: Running): void => {
  sink.caseDone(result);
  const failed = result.verdict === 'failed' || result.verdict === 'errored';
  if (job.failFast && failed && !result.advisory && !stop.signal.aborted) stop.abort(new Stopped('fail-fast'));
};

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
  startTimer(Math.max(0, job.deadlineEpochMs - ports.clock.nowMs()), ports, ended.signal, () => {
    stop.abort(new Stopped('deadline'));
  });
  const vault = secretVault(job.environment, ports.secrets, ports.masker);
  const running: Running = { job, ports, sink, stop, vault, everywhere: places(CASES_AT_ONCE_MAX) };
  try {
    await Promise.all(job.suites.map(({ id, definition }) => runSuite(id, definition, running)));
    return { stopped: reasonOf(stop.signal) };
  } finally {
    ended.abort();
    stopSignal.removeEventListener('abort', pass);
    vault.wipe();
  }
};
