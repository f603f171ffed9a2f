import { randomBytes } from 'node:crypto';
import type { CaseResult } from '#core/case-result';
import { sortedCases, type MergedResults } from '#core/merge-results';
import { collectResults } from '#core/merge-results';
import { judge } from '#core/gate';
import type { GateResult, GateRules } from '#core/run';
import type { EnvironmentDefinition } from '#core/environment';
import type { CaseSummary } from '#core/case-summary';
import type { SuiteDefinition } from '#core/suite';
import type { StopReason } from '#core/words';
import { runSuites } from '#engines/functional/run-suites';
import type { EngineLogLine } from '#engines/functional/ports';
import { newRunId, type LaptopPorts } from './laptop-ports.ts';
import type { SelectedCases } from './select-cases.ts';

export interface LaptopRunOptions {
  readonly selected: SelectedCases;
  readonly environment: EnvironmentDefinition;
  readonly gateRules: GateRules;
  readonly seed?: string;
  readonly parallel?: number;
  readonly reruns?: number;
  readonly failFast: boolean;
  readonly timeoutMs: number;
  readonly onCase: (result: CaseResult) => void;
  readonly onLog: (line: EngineLogLine) => void;
}

/** How a run on this machine ended. */
export interface LaptopRun {
  readonly runId: string;
  readonly seed: string;
  readonly startedAtEpochMs: number;
  readonly endedAtEpochMs: number;
  readonly stopped: StopReason | undefined;
  readonly results: MergedResults;
  /** By suite, case and row. */
  readonly cases: readonly CaseSummary[];
  readonly gate: GateResult;
  /** Planned cases that left no result. */
  readonly missing: readonly { readonly suite: string; readonly case: string; readonly reason: string }[];
}

/** Suites that do not say how many of their cases may run at once take as many as there may be in all, within what the engine allows. */
const SUITE_CONCURRENCY_MAX = 50;

const tuned = (suite: SuiteDefinition, { parallel, reruns }: LaptopRunOptions): SuiteDefinition => ({
  ...suite,
  ...(parallel === undefined || suite.concurrency !== undefined
    ? {}
    : { concurrency: Math.min(parallel, SUITE_CONCURRENCY_MAX) }),
  ...(reruns === undefined ? {} : { defaults: { ...suite.defaults, reruns } }),
});

const requiredIn = (names: readonly string[], ids: readonly string[]): readonly string[] =>
  names.map((name) => ids.find((id) => id === name || id.endsWith(`.${name}`)) ?? name);

const missingOf = (planned: ReadonlySet<string>, { cases }: MergedResults): LaptopRun['missing'] =>
  [...planned]
    .filter((key) => !cases.has(key))
    .map((key) => ({
      suite: key.slice(0, key.indexOf('/')),
      case: key.slice(key.indexOf('/') + 1),
      reason: 'it left no result',
    }));

/** A short text that makes the same values again: `--seed`. */
const newSeed = (): string => randomBytes(4).toString('hex');

/** Runs suites with the engine of the plane, and judges them with its gate. */
export const runOnLaptop = async (
  options: LaptopRunOptions,
  ports: LaptopPorts,
  stop: AbortSignal,
): Promise<LaptopRun> => {
  const { selected, environment, parallel, failFast, timeoutMs, onCase, onLog } = options;
  const runId = newRunId();
  const seed = options.seed ?? newSeed();
  const startedAtEpochMs = ports.clock.nowMs();
  const collector = collectResults(0);
  const job = {
    runId,
    shard: 0,
    shards: 1,
    seed,
    environment,
    suites: selected.suites.map(({ id, definition }) => ({ id, digest: '', definition: tuned(definition, options) })),
    failFast,
    deadlineEpochMs: startedAtEpochMs + timeoutMs,
    traceId: randomBytes(16).toString('hex'),
    ...(parallel === undefined ? {} : { casesAtOnce: parallel }),
  };
  const caseDone = (result: CaseResult): void => {
    collector.add(JSON.stringify(result));
    onCase(result);
  };
  const { stopped } = await runSuites(job, ports, { caseDone, log: onLog }, stop);
  const results = collector.results();
  const ids = selected.suites.map(({ id }) => id);
  const { requiredSuites } = options.gateRules;
  const gate = judge({
    runId,
    service: selected.suites[0]?.definition.service ?? '',
    rules: {
      ...options.gateRules,
      ...(requiredSuites === undefined ? {} : { requiredSuites: requiredIn(requiredSuites, ids) }),
    },
    results,
    planned: selected.planned,
    lostShards: [],
    ...(stopped === undefined ? {} : { stop: { reason: stopped, by: STOPPED_BY[stopped] } }),
  });
  return {
    runId,
    seed,
    startedAtEpochMs,
    endedAtEpochMs: ports.clock.nowMs(),
    stopped,
    results,
    cases: sortedCases(results),
    gate,
    missing: missingOf(selected.planned, results),
  };
};

const STOPPED_BY: { readonly [reason in StopReason]: string } = {
  cancelled: 'Ctrl-C',
  'fail-fast': '--fail-fast',
  deadline: '--timeout',
};
