import { canonicalDigest, canonicalJson } from '#core/canonical-json';
import type { SelectionIndex } from '#core/catalog';
import { problem } from '#core/problems';
import type { GateRules, Run } from '#core/run';
import { selectCases, selectOnly, suiteTypesOf } from '#core/selection';
import type { Selection } from '#core/selection';
import { requireVisible } from '#core/visible-run';
import type { BlobStore } from '#ports/blob-store';
import { acceptRun, replay, runIdOf } from './accept-run.ts';
import type { AcceptRunPorts, Asked, RunAccepted, RunContent } from './accept-run.ts';
import { casesToRerun } from './cases-to-rerun.ts';
import type { RerunOnly } from './cases-to-rerun.ts';
import { requireFits } from './select-for-run.ts';

/** The list lies in the run item, which may hold 400 KB in all (DynamoDB, read 2026-11). */
const ONLY_CASES_BYTES_MAX = 200_000;

export interface RerunRunPorts extends AcceptRunPorts {
  /** Where the first run left plan and results. */
  readonly staging: BlobStore;
}

export interface RerunRun extends Asked {
  readonly runId: string;
  readonly only?: RerunOnly;
}

type OnlyCases = { readonly [suite: string]: readonly string[] };

/** What is asked of all cases cannot be asked of a part: required suites that passed are not run again. */
const rulesForPart = (rules: GateRules, selection: Selection, service: string): GateRules => {
  const ran = new Set(selection.suites.map(({ id }) => id));
  const { requiredSuites, minCasesRan, ...rest } = rules;
  const still = requiredSuites?.filter((suite) => ran.has(suite) || ran.has(`${service}.${suite}`)) ?? [];
  return {
    ...rest,
    ...(still.length === 0 ? {} : { requiredSuites: still }),
    ...(minCasesRan === undefined ? {} : { minCasesRan: Math.min(minCasesRan, selection.cases) }),
  };
};

const onlyOf = (selection: Selection): OnlyCases => {
  const only = Object.fromEntries(selection.suites.map(({ id, cases }) => [id, cases]));
  const bytes = canonicalJson(only).length;
  if (bytes > ONLY_CASES_BYTES_MAX) {
    throw problem(
      'limit-exceeded',
      `a rerun may name ${String(ONLY_CASES_BYTES_MAX)} bytes of case ids, got ${String(bytes)} for ${String(selection.cases)} cases: start a new run instead`,
    );
  }
  return only;
};

const contentOf = (
  first: Run,
  payloadHash: string,
  index: SelectionIndex,
  selection: Selection,
  onlyCases: OnlyCases | undefined,
): RunContent => ({
  service: first.service,
  environment: first.environment,
  version: first.version,
  resolved: first.resolved,
  selectors: first.selectors,
  suites: selection.suites.map(({ id }) => id),
  suiteTypes: suiteTypesOf(index, selection),
  cases: selection.cases,
  payloadHash,
  ...(first.description === undefined ? {} : { description: first.description }),
  labels: first.labels,
  gateRules: onlyCases === undefined ? first.gateRules : rulesForPart(first.gateRules, selection, first.service),
  ...(first.executor === undefined ? {} : { executor: first.executor }),
  ...(first.shardLimit === undefined ? {} : { shardLimit: first.shardLimit }),
  failFast: first.failFast,
  deadlineMinutes: (first.deadlineEpochMs - first.acceptedAtEpochMs) / 60_000,
  rerunOf: first.runId,
  lineage: [...(first.lineage ?? []), first.runId],
  ...(onlyCases === undefined ? {} : { onlyCases }),
});

/**
 * Runs the failed (also errored) or lost cases of a judged run again, with what they depend on, as a run of its own that names the
 * chain it comes from.
 *
 * @throws run-not-found, run-not-over, nothing-to-rerun, idempotency-key-reused, limit-exceeded, capability-not-allowed, missing-in-environment
 */
export const rerunRun =
  (ports: RerunRunPorts) =>
  async (
    { runId: firstId, only = 'failed-or-lost', ...asked }: RerunRun,
    signal: AbortSignal,
  ): Promise<RunAccepted> => {
    const { tenant } = asked.principal;
    const first = requireVisible(asked.principal, firstId, await ports.runs.get(tenant, firstId, signal));
    const payloadHash = canonicalDigest({ rerunOf: firstId, only });
    const runId = runIdOf(asked, ports.random);
    const facts = await ports.runs.loadForSubmission(
      {
        tenant,
        service: first.service,
        environment: first.environment,
        ...(asked.idempotencyKey === undefined ? {} : { runId }),
      },
      signal,
    );
    if (facts.existing !== undefined) return replay(facts.existing, payloadHash, ports, signal);
    if (first.judgedAtEpochMs === undefined)
      throw problem('run-not-over', `expected a judged run, got one that is ${first.state}`, { runId: firstId });

    const index: SelectionIndex = facts.selection ?? { service: first.service, revision: 0, suites: [] };
    const found = await casesToRerun(first, only, ports.staging, signal);
    // Cases that left the catalog since cannot be run again; those still there can.
    const selection =
      found !== undefined
        ? selectOnly(index, found)
        : first.onlyCases !== undefined
          ? selectOnly(index, first.onlyCases)
          : selectCases(index, first.selectors);
    if (selection.cases === 0)
      throw problem(
        'nothing-to-rerun',
        `run ${firstId} has no ${only === 'failed-or-lost' ? 'failed or lost' : only} case that is still in the catalog`,
        { runId: firstId },
      );
    requireFits(facts.environment, index, selection);
    const onlyCases = found === undefined && first.onlyCases === undefined ? undefined : onlyOf(selection);
    return acceptRun(ports)(runId, asked, contentOf(first, payloadHash, index, selection, onlyCases), signal);
  };
