import type { CaseResult } from '#core/case-result';
import { contextOf, gatherCaptured } from '#core/context-view';
import type { ContextVariable } from '#core/context-view';
import { inParallel } from '#core/in-parallel';
import { createMasker, isSensitiveKey, MASK } from '#core/masking';
import type { Plan } from '#core/plan';
import { problem } from '#core/problems';
import { runNotFound, requireVisible } from '#core/visible-run';
import { countedAttempts } from '#engines/results/attempt-files';
import { eachPackedJson } from '#engines/results/packed-json';
import { runRecords } from '#engines/results/run-records';
import type { SuiteBodies } from '#ports/catalog-store';
import { auditPayloadRead } from './audit-read.ts';
import type { ListResults, ListResultsPorts } from './list-results.ts';
import { fromCursor, listedLines, pageOf, toCursor } from './recorded-lines.ts';

export interface GetContextPorts extends ListResultsPorts {
  readonly bodies: SuiteBodies;
}

export interface ContextPage {
  readonly items: readonly ContextVariable[];
  readonly next: string | null;
  /** False while shards may still record. */
  readonly complete: boolean;
}

const SUITES_AT_ONCE = 4;

const masker = createMasker();

/** Recorded values were masked when they were recorded; what suite and environment say is masked here. */
const shown = (variable: ContextVariable, payloadRead: boolean): ContextVariable => ({
  ...variable,
  values: variable.values.map(({ value, ...facts }) => {
    if (value === undefined) return facts;
    const mayShow = payloadRead && !isSensitiveKey(variable.name);
    return { ...facts, value: mayShow ? masker.maskJson(value) : MASK };
  }),
});

/**
 * Every variable of a run's suites: where it came from, which cases use it, type, size and masked value of what it held. Without
 * `payload:read` every value is `***`.
 *
 * @throws run-not-found, run-not-over when it was not planned, cursor-invalid, results-invalid, digest-mismatch
 */
export const getContext =
  ({ runs, staging, evidence, audit, clock, bodies }: GetContextPorts) =>
  async (
    { principal, requestId, runId, suite, page }: Omit<ListResults, 'verdict'>,
    signal: AbortSignal,
  ): Promise<ContextPage> => {
    const list = `context ${runId} ${suite ?? '*'}`;
    const from = fromCursor(list, page.cursor);
    const found = await runs.getWithShards(principal.tenant, runId, signal);
    const run = requireVisible(principal, runId, found?.run);
    if (found === undefined) throw runNotFound(runId);
    const records = runRecords({ staging, evidence }, run);
    const plan = await records.plan(signal);
    if (plan === undefined)
      throw problem('run-not-over', `expected a planned run, got one that is ${run.state}`, { runId });

    const captured = gatherCaptured();
    for (const attempt of countedAttempts(run, found.shards)) {
      const packed = await records.attemptFile(attempt, 'results.jsonl.gz', signal);
      const name = `results of shard ${String(attempt.shard)}`;
      if (packed !== undefined) await eachPackedJson<CaseResult>(packed, name, (result) => captured.add(result));
    }
    const read = async ({ id, key, digest }: Plan['suites'][number]): Promise<readonly ContextVariable[]> =>
      contextOf(id, await bodies.get(key, digest, signal), plan.environment, captured);
    const qualified = suite === undefined || suite.includes('.') ? suite : `${run.service}.${suite}`;
    const wanted = plan.suites.filter(({ id }) => qualified === undefined || id === qualified);
    const each = listedLines(async () =>
      (await inParallel(wanted, SUITES_AT_ONCE, read)).flat().map((variable) => shown(variable, principal.payloadRead)),
    );
    const { items, next } = await pageOf([{ shard: 0, each }], from, page.limit, () => true);
    if (principal.payloadRead && items.length > 0)
      await auditPayloadRead({ audit, clock }, { principal, requestId, resource: `run/${runId}/context` }, signal);
    return {
      items,
      next: next === undefined ? null : toCursor(list, next),
      complete: run.frozen !== undefined,
    };
  };
