import type { Principal } from '#core/access';
import type { CaseResult } from '#core/case-result';
import { readsPayload } from '#core/grants';
import { runNotFound, requireVisible } from '#core/visible-run';
import type { Verdict } from '#core/words';
import { countedAttempts } from '#engines/results/attempt-files';
import { eachPackedJson } from '#engines/results/packed-json';
import { runRecords } from '#engines/results/run-records';
import type { AuditTrail } from '#ports/access-store';
import type { BlobStore, EvidenceStore } from '#ports/blob-store';
import type { Clock } from '#ports/clock';
import type { PageRequest } from '#ports/page';
import type { RunStore } from '#ports/run-store';
import { auditPayloadRead } from './audit-read.ts';
import { maskResult } from './mask-result.ts';
import { fromCursor, pageOf, toCursor } from './recorded-lines.ts';
import type { ShardLines } from './recorded-lines.ts';

export interface ListResultsPorts {
  readonly runs: RunStore;
  readonly staging: BlobStore;
  readonly evidence: EvidenceStore;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}

export interface ListResults {
  readonly principal: Principal;
  readonly requestId: string;
  readonly runId: string;
  readonly verdict?: Verdict;
  /** `service.suite` or `suite`. */
  readonly suite?: string;
  readonly page: PageRequest;
}

export interface ResultList {
  readonly items: readonly CaseResult[];
  readonly next: string | null;
  /** False while shards may still record. */
  readonly complete: boolean;
}

/**
 * The recorded cases of a run in the order of its shards. While shards still run, the list is what has been recorded by now and
 * `complete` is false: read it again from the start when the run is judged.
 *
 * @throws run-not-found, cursor-invalid, results-invalid, digest-mismatch
 */
export const listResults =
  ({ runs, staging, evidence, audit, clock }: ListResultsPorts) =>
  async (
    { principal, requestId, runId, verdict, suite, page }: ListResults,
    signal: AbortSignal,
  ): Promise<ResultList> => {
    const list = `results ${runId} ${verdict ?? '*'} ${suite ?? '*'}`;
    const from = fromCursor(list, page.cursor);
    const found = await runs.getWithShards(principal.tenant, runId, signal);
    const run = requireVisible(principal, runId, found?.run);
    if (found === undefined) throw runNotFound(runId);

    const records = runRecords({ staging, evidence }, run);
    const shards = countedAttempts(run, found.shards).map((attempt): ShardLines<CaseResult> => ({
      shard: attempt.shard,
      each: async (start, visit) => {
        const packed = await records.attemptFile(attempt, 'results.jsonl.gz', signal);
        if (packed !== undefined)
          await eachPackedJson(packed, `results of shard ${String(attempt.shard)}`, visit, start);
      },
    }));
    const qualified = suite === undefined || suite.includes('.') ? suite : `${run.service}.${suite}`;
    const wanted = (result: CaseResult): boolean =>
      (verdict === undefined || result.verdict === verdict) && (qualified === undefined || result.suite === qualified);
    const { items, next } = await pageOf(shards, from, page.limit, wanted);
    const isOpen = readsPayload(principal, run.service);
    if (isOpen && items.length > 0)
      await auditPayloadRead({ audit, clock }, { principal, requestId, resource: `run/${runId}/results` }, signal);
    return {
      items: isOpen ? items : items.map(maskResult),
      next: next === undefined ? null : toCursor(list, next),
      complete: run.frozen !== undefined,
    };
  };
