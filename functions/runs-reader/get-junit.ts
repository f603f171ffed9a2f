import type { Principal } from '#core/access';
import type { CaseResult } from '#core/case-result';
import { junitXml } from '#core/junit';
import { collectResults, mergeResults, NO_RESULTS, sortedCases } from '#core/merge-results';
import type { MergedResults } from '#core/merge-results';
import { problem } from '#core/problems';
import type { Run } from '#core/run';
import { junitKey } from '#core/staging-keys';
import { requireVisible } from '#core/visible-run';
import { countedAttempts } from '#engines/results/attempt-files';
import { readJsonLines } from '#engines/results/json-lines';
import { runRecords } from '#engines/results/run-records';
import type { RunRecords } from '#engines/results/run-records';
import type { BlobStore, EvidenceStore } from '#ports/blob-store';
import type { RunStore } from '#ports/run-store';
import { maskResult } from './mask-result.ts';

/** An answer of a Lambda may have 6 MB. */
const INLINE_BYTES_MAX = 4 * 1024 * 1024;
const LINK_SECONDS = 300;

export interface GetJunitPorts {
  readonly runs: RunStore;
  readonly staging: BlobStore;
  readonly evidence: EvidenceStore;
}

export interface GetJunit {
  readonly principal: Principal;
  readonly runId: string;
}

export type JunitAnswer = { readonly xml: string } | { readonly link: string };

const maskedResults = async (run: Run, records: RunRecords, signal: AbortSignal): Promise<MergedResults> => {
  let merged = NO_RESULTS;
  for (const attempt of countedAttempts(run, [])) {
    const packed = await records.attemptFile(attempt, 'results.jsonl.gz', signal);
    if (packed === undefined) continue;
    const collector = collectResults(attempt.shard);
    for (const result of readJsonLines<CaseResult>(packed, `results of shard ${String(attempt.shard)}`)) {
      collector.add(JSON.stringify(maskResult(result)));
    }
    merged = mergeResults(merged, collector.results());
  }
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

/**
 * The judged run as JUnit XML. The stored file holds what targets answered where a check failed, so somebody without `payload:read`
 * gets one that is made anew from masked results.
 *
 * @throws run-not-found, run-not-over, results-invalid, digest-mismatch
 */
export const getJunit =
  ({ runs, staging, evidence }: GetJunitPorts) =>
  async ({ principal, runId }: GetJunit, signal: AbortSignal): Promise<JunitAnswer> => {
    const run = requireVisible(principal, runId, await runs.get(principal.tenant, runId, signal));
    const { gate } = run;
    if (gate === undefined)
      throw problem('run-not-over', `expected a judged run, got one that is ${run.state}`, { runId });
    const records = runRecords({ staging, evidence }, run);
    if (!principal.payloadRead) {
      const merged = await maskedResults(run, records, signal);
      const missing = await missingCases(merged, records, signal);
      return { xml: junitXml({ runId, name: run.name, gate, cases: sortedCases(merged), missing }) };
    }
    const stored = await records.verdictFile('junit.xml', signal);
    if (stored === undefined) throw problem('results-invalid', 'the JUnit file of the run is gone', { runId });
    if (stored.byteLength <= INLINE_BYTES_MAX) return { xml: new TextDecoder().decode(stored) };
    return {
      link: await staging.presignGet(junitKey(run), LINK_SECONDS, `${runId}.xml`),
    };
  };
