import type { CaseSummary } from '#core/case-summary';
import type { GateResult } from '#core/run';

/** Everything that a report of a run is made of, whatever its form. Masked already; equal facts give equal bytes. */
export interface RunReport {
  readonly runId: string;
  readonly name: string;
  readonly service: string;
  readonly version: string | null;
  readonly environment: string;
  readonly gate: GateResult;
  /** Sorted by suite, case and row. */
  readonly cases: readonly CaseSummary[];
  /** Planned cases that left no result, and why. */
  readonly missing: readonly { readonly suite: string; readonly case: string; readonly reason: string }[];
  readonly lostShards: readonly { readonly shard: number; readonly reason: string }[];
}

/** From the first case's start to the last one's end, milliseconds since 1970; zeros when nothing ran. */
export const windowOf = ({ cases }: RunReport): { readonly startEpochMs: number; readonly endEpochMs: number } => {
  if (cases.length === 0) return { startEpochMs: 0, endEpochMs: 0 };
  return {
    startEpochMs: cases.reduce((least, one) => Math.min(least, one.startedAtEpochMs), Infinity),
    endEpochMs: cases.reduce((most, one) => Math.max(most, one.startedAtEpochMs + one.durationMs), 0),
  };
};

/** `suite/case`, with the row's or part's name where it has one. */
export const titleOf = ({ name, part, row }: CaseSummary): string => {
  if (row === undefined) return name;
  return `${name} [${part ?? String(row)}]`;
};
