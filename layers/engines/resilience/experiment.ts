/** What happened in an experiment, before anybody judged it. */
import type { PlannedFault } from '#core/acts/disturb';
import type { Try } from '#core/case-result';
import type { SeenRequest } from '#ports/fault-proxy';
import type { Window } from '#engines/resilience/traffic';

export const PHASES = ['before', 'faults', 'recovery', 'afterwards'] as const;
export type Phase = (typeof PHASES)[number];

/** One run of a case in a phase. */
export interface CaseRun {
  readonly phase: Phase;
  readonly case: string;
  /** From 1. */
  readonly round: number;
  readonly startedAtEpochMs: number;
  readonly result: Try;
  /** The case that ran beside the others all the time. */
  readonly isBeside?: true;
}

export interface PhaseTimes {
  readonly startedAtEpochMs: number;
  readonly endedAtEpochMs: number;
}

export interface FaultTimes {
  readonly fault: PlannedFault;
  readonly addedAtEpochMs: number;
  readonly removedAtEpochMs: number;
}

/** What a proxy saw. */
export interface ProxyTraffic {
  /** Under the faults. */
  readonly seen: readonly SeenRequest[];
  /** The same by run of a case. */
  readonly windows: readonly Window[];
  readonly connections: number;
  /** Requests that were too many to be kept. */
  readonly unseen: number;
  /** When the first request came after the faults; undefined when none did. */
  readonly firstAfterEpochMs: number | undefined;
}

export interface Observation {
  readonly runs: readonly CaseRun[];
  readonly phases: { readonly [phase in Phase]?: PhaseTimes };
  readonly faults: readonly FaultTimes[];
  readonly proxies: ReadonlyMap<string, ProxyTraffic>;
  /** From the removal of the faults to the end of the first round in which every steady-state case passed; null when there was none. */
  readonly recoveryMs: number | null;
}

export const runsOf = ({ runs }: Pick<Observation, 'runs'>, phase: Phase): readonly CaseRun[] =>
  runs.filter((run) => run.phase === phase);

/** What was wrong with a run, in a sentence. */
export const whyNot = ({ result }: CaseRun): string => {
  const failed = result.checks.find(({ passed, warn }) => !passed && warn !== true);
  return result.failure?.message ?? failed?.message ?? failed?.check ?? `verdict ${result.verdict}`;
};
