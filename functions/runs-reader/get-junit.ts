import type { Principal } from '#core/access';
import type { CaseSummary } from '#core/case-summary';
import { readsPayload } from '#core/grants';
import { junitXml } from '#core/junit';
import { mergeResults, NO_RESULTS, sortedCases } from '#core/merge-results';
import type { MergedResults } from '#core/merge-results';
import { problem } from '#core/problems';
import type { GateResult, Run } from '#core/run';
import { requireVisible } from '#core/visible-run';
import { countedAttempts } from '#engines/results/attempt-files';
import { runRecords } from '#engines/results/run-records';
import type { RunRecords } from '#engines/results/run-records';
import { shardResults } from '#engines/results/shard-results';
import type { AuditTrail } from '#ports/access-store';
import type { BlobStore, EvidenceStore } from '#ports/blob-store';
import type { Clock } from '#ports/clock';
import type { RunStore } from '#ports/run-store';
import { auditPayloadRead } from './audit-read.ts';
import { maskResult } from './mask-result.ts';

/** An answer of a Lambda may have 6 MB. */
const INLINE_BYTES_MAX = 4 * 1024 * 1024;
const LINK_SECONDS = 300;

export interface GetJunitPorts {
  readonly runs: RunStore;
  readonly staging: BlobStore;
  readonly evidence: EvidenceStore;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}

export interface GetJunit {
  readonly principal: Principal;
  readonly requestId: string;
  readonly runId: string;
}

export type JunitAnswer = { readonly xml: string } | { readonly link: string };

const maskedResults = async (run: Run, records: RunRecords, signal: AbortSignal): Promise<MergedResults> => {
  let merged = NO_RESULTS;
  for (const attempt of countedAttempts(run, []))
    merged = mergeResults(merged, await shardResults(attempt, records, signal, maskResult));
  return merged;
};

/** Planned cases without a result: those of lost shards, and those that a stop came before. */
const missingCases = async (merged: MergedResults, records: RunRecords, signal: AbortSignal) => {
  const plan = await records.plan(signal);
  const planned = (plan?.shards ?? []).flatMap(({ shard, cases }) =>
    Object.entries(cases).flatMap(([suite, ids]) =>
      ids.map((id) => ({ suite, case: id, reason: `shard ${String(shard)} left no result of it` })),
    ),
  );
  return planned.filter((entry) => !merged.cases.has(`${entry.suite}/${entry.case}`));
};

/** The text when it fits into an answer. */
const ifFits = (xml: string): string | undefined => (Buffer.byteLength(xml) <= INLINE_BYTES_MAX ? xml : undefined);

/** One sentence for each case that failed, and no earlier tries: what a file is cut down to when it would not fit otherwise. */
const inShort = (summary: CaseSummary): CaseSummary => ({ ...summary, details: [], tries: summary.tries.slice(-1) });

/** Made anew for each call, so there is nowhere to link to. @throws limit-exceeded when it does not fit even when cut down */
const maskedJunit = async (run: Run, gate: GateResult, records: RunRecords, signal: AbortSignal): Promise<string> => {
  const merged = await maskedResults(run, records, signal);
  const missing = await missingCases(merged, records, signal);
  const { runId, name } = run;
  const cases = sortedCases(merged);
  const xml =
    ifFits(junitXml({ runId, name, gate, cases, missing })) ??
    ifFits(junitXml({ runId, name, gate, cases: cases.map(inShort), missing }));
  if (xml !== undefined) return xml;
  throw problem(
    'limit-exceeded',
    `expected a JUnit file of at most ${String(INLINE_BYTES_MAX)} bytes, got more for ${String(cases.length)} cases: read /results page by page, or ask for payload:read`,
    { runId },
  );
};

/**
 * The judged run as JUnit XML. The stored file holds what targets answered where a check failed, so a read of it is on the audit trail,
 * and somebody without `payload:read` gets one that is made anew from masked results.
 *
 * @throws run-not-found, run-not-over, results-invalid, digest-mismatch, limit-exceeded
 */
export const getJunit =
  ({ runs, staging, evidence, audit, clock }: GetJunitPorts) =>
  async ({ principal, requestId, runId }: GetJunit, signal: AbortSignal): Promise<JunitAnswer> => {
    const run = requireVisible(principal, runId, await runs.get(principal.tenant, runId, signal));
    const { gate } = run;
    if (gate === undefined)
      throw problem('run-not-over', `expected a judged run, got one that is ${run.state}`, { runId });
    const records = runRecords({ staging, evidence }, run);
    if (!readsPayload(principal, run.service)) return { xml: await maskedJunit(run, gate, records, signal) };
    const stored = await records.verdictFile('junit.xml', signal);
    if (stored === undefined) throw problem('results-invalid', 'the JUnit file of the run is gone', { runId });
    await auditPayloadRead({ audit, clock }, { principal, requestId, resource: `run/${runId}/junit` }, signal);
    if (stored.byteLength <= INLINE_BYTES_MAX) return { xml: new TextDecoder().decode(stored) };
    const link = await records.verdictLink('junit.xml', LINK_SECONDS, `${runId}.xml`, signal);
    if (link === undefined) throw problem('results-invalid', 'the JUnit file of the run is gone', { runId });
    return { link };
  };
