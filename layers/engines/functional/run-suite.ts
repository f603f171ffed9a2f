import type { CaseResult } from '#core/case-result';
import { buildGraph } from '#core/dependency-graph';
import type { DependencyGraph } from '#core/dependency-graph';
import { CONCURRENCY_DEFAULT } from '#core/suite';
import type { CaseDefinition, SuiteDefinition } from '#core/suite';
import { erroredCase, skippedCase } from '#engines/functional/case-outcome';
import { removeAll } from '#engines/functional/remove-created';
import { runCase } from '#engines/functional/run-case';
import { runFlow } from '#engines/functional/run-flow';
import { PASSED, places, schedule, worst } from '#engines/functional/schedule';
import type { Outcome, Places, Readiness } from '#engines/functional/schedule';
import { CLEANUP_MS_MAX, Stopped, stopOf } from '#engines/functional/suite-context';
import type { SuiteContext } from '#engines/functional/suite-context';
import { SecretError } from '#engines/functional/secret-vault';
import { openSuite } from '#engines/functional/open-suite';
import type { RunningShard } from '#engines/functional/open-suite';
import { probeActOf, runProbe } from '#engines/probe/run-probe';

/** Runs the cases of one suite and tells their results. */
export interface SuiteRunner {
  readonly context: SuiteContext;
  readonly concurrency: number;
  readonly caseOf: (id: string) => CaseDefinition;
  /** @param context the suite's own, or that of a row */
  readonly runCase: (id: string, readiness: Readiness, context: SuiteContext) => Promise<Outcome>;
  readonly tell: (result: CaseResult) => Outcome;
}

const outcomeOf = ({ verdict, case: id, because }: CaseResult): Outcome => {
  if (verdict === 'passed') return { verdict, chain: [] };
  return { verdict, chain: [...(because?.chain ?? []), id] };
};

/** Results of cases that created something wait until it is removed again, so that they can say whether it was. */
const teller = (context: SuiteContext, shard: RunningShard) => {
  const waiting: CaseResult[] = [];
  return {
    waiting,
    tell: (result: CaseResult): Outcome => {
      const isWaiting = context.created.has(result.case, result.row?.number) && !shard.failsFast(result);
      if (isWaiting) waiting.push(result);
      else shard.report(result);
      return outcomeOf(result);
    },
  };
};

const runnerOf = (context: SuiteContext, shard: RunningShard, everywhere: Places) => {
  const { suite, ports } = context;
  const cases = new Map(suite.cases.map((item) => [item.id, item]));
  const caseOf = (id: string): CaseDefinition => {
    const item = cases.get(id);
    if (item === undefined) throw new TypeError(`the graph has the case ${id}, which the suite has not`);
    return item;
  };
  const { waiting, tell } = teller(context, shard);
  const concurrency = suite.concurrency ?? CONCURRENCY_DEFAULT;
  const limits = [places(concurrency), everywhere];
  // A function of its own: all cases wait for their turn at once, and what lives through that wait keeps all that it gets afterwards, such as
  // a case's result, from the quick collection of garbage.
  const runNow = async (item: CaseDefinition, within: SuiteContext): Promise<Outcome> => {
    const act = probeActOf(item);
    if (act === undefined) return tell(await runCase(item, within));
    const parts = (await runProbe(item, act, within)).map(tell);
    return parts.reduce(worst, PASSED);
  };
  const runner: SuiteRunner = {
    context,
    concurrency,
    caseOf,
    tell,
    runCase: async (id, readiness, within) => {
      const item = caseOf(id);
      const nowMs = ports.clock.nowMs();
      if (readiness.kind === 'skip') return tell(skippedCase(item, within, readiness.because, nowMs));
      if (readiness.kind === 'late')
        return tell(
          erroredCase(item, within, { type: 'timeout', phase: 'dependency', message: readiness.message }, nowMs),
        );
      for (const limit of limits) {
        const entering = limit.enter();
        if (entering !== undefined) await entering;
      }
      const isAlone = item.load !== undefined || item.disturb !== undefined;
      const turn = shard.turns.enter(isAlone);
      if (turn !== undefined) await turn;
      try {
        if (within.signal.aborted) {
          const because = { kind: 'stop', reason: stopOf(within.signal).message } as const;
          return tell(skippedCase(item, within, because, ports.clock.nowMs()));
        }
        return await runNow(item, within);
      } finally {
        shard.turns.leave(isAlone);
        for (const limit of limits) limit.leave();
      }
    },
  };
  return { runner, waiting };
};

/** Teardown cases one after the other, whatever happened before; what nobody made needs no tearing down. */
const tearDown = async (runner: SuiteRunner, ends: ReadonlyMap<string, Outcome>): Promise<void> => {
  const { context } = runner;
  const cleaning: SuiteContext = { ...context, signal: context.cleanup };
  for (const item of context.suite.cases.filter((one) => one.stage === 'teardown')) {
    const unmet = (context.graph.needs.get(item.id) ?? []).find(
      (edge) => ends.get(edge.to)?.verdict !== 'passed' && edge.variables.length > 0,
    );
    const reason = `nothing to tear down: "${unmet?.to ?? ''}" did not pass`;
    const readiness: Readiness =
      unmet === undefined
        ? { kind: 'ready' }
        : {
            kind: 'skip',
            because: { kind: 'dependency', case: unmet.to, reason, chain: ends.get(unmet.to)?.chain ?? [] },
          };
    await runner.runCase(item.id, readiness, cleaning);
  }
};

const timeLimits = (suite: SuiteDefinition, shard: RunningShard) => {
  const over = new AbortController();
  const ended = new AbortController();
  const cleanup = new AbortController();
  const { ports, stop } = shard;
  const startTimer = (ms: number, whenOver: () => void): void => {
    // The timer ends with what it limits; being ended early is no event.
    ports.clock.sleep(ms, ended.signal).then(whenOver, () => undefined);
  };
  if (suite.timeoutMs !== undefined)
    startTimer(suite.timeoutMs, () => {
      over.abort(new Stopped('suite-timeout'));
    });
  const signal = AbortSignal.any([stop.signal, over.signal]);
  const startCleanup = (): void => {
    startTimer(CLEANUP_MS_MAX, () => {
      cleanup.abort(stopOf(signal));
    });
  };
  if (signal.aborted) startCleanup();
  else signal.addEventListener('abort', startCleanup, { once: true });
  return {
    signal,
    cleanup: cleanup.signal,
    end: () => {
      ended.abort();
    },
  };
};

const graphOf = (suite: SuiteDefinition, { job }: RunningShard): DependencyGraph => {
  const { environment } = job;
  const names = [...Object.keys(environment.variables ?? {}), ...Object.keys(environment.secrets ?? {})];
  return buildGraph(suite, { environmentNames: names });
};

/** Every case of a suite that cannot be begun at all; nothing was sent. */
const tellUnrunnable = (id: string, suite: SuiteDefinition, shard: RunningShard, why: Unrunnable): void => {
  const about = { id, suite, traceId: shard.job.traceId };
  const failure = { type: 'setup', phase: 'substitute', message: why.message } as const;
  for (const item of suite.cases) {
    const nowMs = shard.ports.clock.nowMs();
    // What only the environment lacks says nothing of the API under test (docs/adr/0009-gate-answers.md).
    const isSkipped = why.kind === 'unmet';
    shard.report(
      isSkipped ? skippedCase(item, about, { reason: why.message }, nowMs) : erroredCase(item, about, failure, nowMs),
    );
  }
};

interface Unrunnable {
  /** `unmet`: the environment lacks something. */
  readonly kind: 'wrong' | 'unmet';
  readonly message: string;
}

const wrongGraph = ({ problems }: DependencyGraph): Unrunnable | undefined => {
  if (problems.length === 0) return undefined;
  const message = problems.map((problem) => `${problem.message} (at ${problem.pointer})`).join('; ');
  const isUnmet = problems.every(({ code }) => code === 'missing-in-environment');
  return { kind: isUnmet ? 'unmet' : 'wrong', message };
};

/** A catcher that does not open, or whose secret cannot be read, ends its own suite alone. */
const whyUnopened = (error: unknown, { masker }: RunningShard['ports']): Unrunnable => ({
  kind: error instanceof SecretError && error.type === 'setup' ? 'unmet' : 'wrong',
  message: masker.maskText(error instanceof Error ? error.message : String(error)),
});

/**
 * Runs one suite in a shard: setup, cases and flows as their dependencies allow, teardown, removal of what was created.
 * Every case is told exactly once, or once for each row.
 */
export const runSuite = async (id: string, suite: SuiteDefinition, shard: RunningShard): Promise<void> => {
  const { ports, everywhere } = shard;
  const graph = graphOf(suite, shard);
  const wrong = wrongGraph(graph);
  if (wrong !== undefined) {
    tellUnrunnable(id, suite, shard, wrong);
    return;
  }
  const limits = timeLimits(suite, shard);
  const opened = await openSuite({ id, suite, graph, ...limits }, shard).catch((error: unknown) => {
    limits.end();
    tellUnrunnable(id, suite, shard, whyUnopened(error, ports));
  });
  if (opened === undefined) return;
  const { context } = opened;
  const { runner, waiting } = runnerOf(context, shard, everywhere);
  try {
    const ends = await schedule({
      units: graph.units.filter((unit) => unit.cases.every((caseId) => runner.caseOf(caseId).stage !== 'teardown')),
      needs: graph.needs,
      settled: new Map(),
      runCase: (caseId, readiness) => runner.runCase(caseId, readiness, context),
      runFlow: (unit, outside) => runFlow(unit, outside, runner),
      waitMsMax: (caseId) => runner.caseOf(caseId).dependencyTimeoutMs,
      isSetup: (caseId) => runner.caseOf(caseId).stage === 'setup',
      clock: ports.clock,
    });
    await tearDown(runner, ends);
    for (const result of await removeAll(waiting, context)) shard.report(result);
  } finally {
    limits.end();
    await opened.close();
  }
};
