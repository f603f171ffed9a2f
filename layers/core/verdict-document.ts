import type { CaseSummary } from '#core/case-summary';
import type { LostShard } from '#core/gate';
import { countCases } from '#core/merge-results';
import type { GateResult, Run } from '#core/run';
import { wellFormed } from '#core/well-formed';

export interface VerdictFacts {
  readonly run: Pick<Run, 'tenant' | 'runId' | 'name' | 'service' | 'version' | 'environment'>;
  readonly gate: GateResult;
  /** Sorted by suite and case. */
  readonly cases: readonly CaseSummary[];
  readonly lostShards: readonly LostShard[];
  readonly missing: readonly { readonly suite: string; readonly case: string; readonly reason: string }[];
}

/** `verdict/results.json`: the whole verdict of a run with every reason and every case, for machines. */
export const verdictDocument = ({ run, gate, cases, lostShards, missing }: VerdictFacts) =>
  wellFormed({
    schema: 'assay/verdict/v1' as const,
    tenant: run.tenant,
    runId: run.runId,
    name: run.name,
    service: run.service,
    version: run.version,
    environment: run.environment,
    gate,
    suites: [...Map.groupBy(cases, (entry) => entry.suite)].map(([id, members]) => ({
      id,
      counts: countCases(members),
    })),
    lostShards,
    missing,
    cases,
  });
export type VerdictDocument = ReturnType<typeof verdictDocument>;
