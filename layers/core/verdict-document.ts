import type { CaseSummary } from '#core/case-summary';
import type { LostShard } from '#core/gate';
import { maskSensitive } from '#core/masking';
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

/** The gate's reasons and the cases came clean already; the gate here must stay the run's, letter for letter. */
const cleanReason = <T extends { readonly reason: string }>(loss: T): T => ({
  ...loss,
  reason: maskSensitive(loss.reason).text,
});

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
    lostShards: lostShards.map(cleanReason),
    missing: missing.map(cleanReason),
    cases,
  });
export type VerdictDocument = ReturnType<typeof verdictDocument>;
