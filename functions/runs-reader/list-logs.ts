import type { Principal } from '#core/access';
import { readsPayload } from '#core/grants';
import { inParallel } from '#core/in-parallel';
import { suggestion } from '#core/nearest-name';
import { problem } from '#core/problems';
import type { Run, Shard } from '#core/run';
import { livePrefix } from '#core/staging-keys';
import type { Json, JsonObject } from '#core/units';
import { requireVisible, runNotFound } from '#core/visible-run';
import { countedAttempts } from '#engines/results/attempt-files';
import type { CountedAttempt } from '#engines/results/attempt-files';
import { eachPackedJson } from '#engines/results/packed-json';
import { runRecords } from '#engines/results/run-records';
import type { RunRecords } from '#engines/results/run-records';
import type { AuditTrail } from '#ports/access-store';
import type { BlobStore, EvidenceStore } from '#ports/blob-store';
import type { Clock } from '#ports/clock';
import type { PageRequest } from '#ports/page';
import type { RunStore } from '#ports/run-store';
import { auditPayloadRead } from './audit-read.ts';
import { lostAttemptLines } from './lost-attempt-lines.ts';
import { maskLogLine } from './mask-log-line.ts';
import { asObject, fromCursor, listedLines, pageOf, toCursor } from './recorded-lines.ts';
import type { ShardLines } from './recorded-lines.ts';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface ListLogsPorts {
  readonly runs: RunStore;
  /** Where running shards leave their log piece by piece, too. */
  readonly staging: BlobStore;
  readonly evidence: EvidenceStore;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}

export interface ListLogs {
  readonly principal: Principal;
  readonly requestId: string;
  readonly runId: string;
  readonly shard?: number;
  /** This level and those above it. */
  readonly level?: LogLevel;
  readonly case?: string;
  readonly page: PageRequest;
}

export type LogLine = JsonObject & {
  readonly at: string;
  readonly level: LogLevel;
  readonly message: string;
  readonly shard: number;
};

export interface LogList {
  readonly items: readonly LogLine[];
  readonly next: string | null;
  /** False while shards may still write. */
  readonly complete: boolean;
}

const isLevel = (value: Json | undefined): value is LogLevel => LOG_LEVELS.some((level) => level === value);
const textOf = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);

/** What the contract promises of a line, whatever its writer left out. */
const asLogLine = (raw: Json, shard: number): LogLine => {
  const line = asObject(raw);
  const level = textOf(line['level'])?.toLowerCase();
  return {
    ...line,
    at: textOf(line['at']) ?? textOf(line['timestamp']) ?? new Date(0).toISOString(),
    level: isLevel(level) ? level : 'info',
    message: textOf(line['message']) ?? '',
    shard,
  };
};

/** Pieces read at once, and bytes of one attempt's live log that are shown: the first ones, so that a cursor stays where it was. */
const PIECES_AT_ONCE = 8;
const LIVE_BYTES_MAX = 8 * 1024 * 1024;

const liveLines = async (staging: BlobStore, run: Run, shard: Shard, signal: AbortSignal): Promise<readonly Json[]> => {
  const pieces = [...(await staging.list(livePrefix(run, shard.shard, shard.attempt), signal))];
  let bytes = 0;
  const shown = pieces
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .filter((piece) => {
      bytes += piece.bytes;
      return bytes <= LIVE_BYTES_MAX;
    });
  const texts = await inParallel(shown, PIECES_AT_ONCE, async ({ key }) =>
    new TextDecoder().decode((await staging.get(key, signal))?.body),
  );
  return texts.flatMap((text) =>
    text
      .split('\n')
      .filter((line) => line !== '')
      .flatMap(parseLine),
  );
};

/** A piece that is being replaced may end in the middle of a line; the recorded log has it whole. */
const parseLine = (line: string): Json[] => {
  try {
    return [JSON.parse(line) as Json];
  } catch {
    return [];
  }
};

const recordedLog = (records: RunRecords, attempt: CountedAttempt, signal: AbortSignal): ShardLines<LogLine> => ({
  shard: attempt.shard,
  each: async (from, visit) => {
    const packed = await records.attemptFile(attempt, 'log.jsonl.gz', signal);
    if (packed === undefined) return;
    const name = `log of shard ${String(attempt.shard)}`;
    await eachPackedJson<Json>(packed, name, (line, at) => visit(asLogLine(line, attempt.shard), at), from);
  },
});

const liveLog = (staging: BlobStore, run: Run, shard: Shard, signal: AbortSignal): ShardLines<LogLine> => ({
  shard: shard.shard,
  each: listedLines(async () =>
    (await liveLines(staging, run, shard, signal)).map((line) => asLogLine(line, shard.shard)),
  ),
});

const nothingOf = (shard: number): ShardLines<LogLine> => ({ shard, each: listedLines(() => Promise.resolve([])) });

/** The lines of attempts that came to nothing stand before those of the attempt that counts, which have their numbers after them. */
const withLostAttempts = (run: Run, item: Shard | undefined, lines: ShardLines<LogLine>): ShardLines<LogLine> => {
  const lost = item === undefined ? [] : lostAttemptLines(run, item).map((line) => asLogLine(line, lines.shard));
  return {
    shard: lines.shard,
    each: async (from, visit) => {
      const more = lost.every((line, at) => at < from || visit(line, at));
      if (more) await lines.each(Math.max(0, from - lost.length), (line, at) => visit(line, at + lost.length));
    },
  };
};

/** @throws validation-failed when the run has no such shard or planned no such case */
const requireKnown = async (
  { only, caseId }: { readonly only: number | undefined; readonly caseId: string | undefined },
  { shards, records }: { readonly shards: readonly Shard[]; readonly records: RunRecords },
  signal: AbortSignal,
): Promise<void> => {
  const refuse = (name: string, reason: string): never => {
    throw problem('validation-failed', reason, { errors: [{ pointer: `/${name}`, reason, in: 'query' }] });
  };
  if (only !== undefined && shards.length > 0 && !shards.some(({ shard }) => shard === only))
    refuse('shard', `expected a shard of the run, 0 to ${String(shards.length - 1)}, got ${String(only)}`);
  if (caseId === undefined) return;
  const plan = await records.plan(signal);
  if (plan === undefined) return;
  const cases = new Set(plan.shards.flatMap(({ cases: bySuite }) => Object.values(bySuite).flat()));
  if (!cases.has(caseId))
    refuse(
      'case',
      `expected the id of a case of the run, without its suite, got "${caseId}"${suggestion(caseId, cases)}`,
    );
};

/**
 * What the runners logged, shard by shard: recorded logs, and of shards that still run what they have written by now. Reasons and
 * addresses may quote payload, so they are masked without `payload:read`, and a read with it is on the audit trail.
 *
 * @throws run-not-found, cursor-invalid, validation-failed, results-invalid, digest-mismatch
 */
export const listLogs =
  ({ runs, staging, evidence, audit, clock }: ListLogsPorts) =>
  async (
    { principal, requestId, runId, shard: only, level = 'debug', case: caseId, page }: ListLogs,
    signal: AbortSignal,
  ): Promise<LogList> => {
    const list = `logs ${runId} ${only === undefined ? '*' : String(only)} ${level} ${caseId ?? '*'}`;
    const from = fromCursor(list, page.cursor);
    const found = await runs.getWithShards(principal.tenant, runId, signal);
    const run = requireVisible(principal, runId, found?.run);
    if (found === undefined) throw runNotFound(runId);

    const records = runRecords({ staging, evidence }, run);
    const counted = countedAttempts(run, found.shards);
    const recorded = counted.map((attempt) => recordedLog(records, attempt, signal));
    const live = found.shards
      .filter(({ shard, attempt }) => attempt > 0 && !counted.some((other) => other.shard === shard))
      .map((shard) => liveLog(staging, run, shard, signal));
    const lines = new Map([...recorded, ...live].map((one) => [one.shard, one]));
    const silent = found.shards.filter(({ shard }) => !lines.has(shard)).map(({ shard }) => nothingOf(shard));
    const itemOf = new Map(found.shards.map((shard) => [shard.shard, shard]));
    const shards = [...lines.values(), ...silent]
      .map((one) => withLostAttempts(run, itemOf.get(one.shard), one))
      .filter(({ shard }) => only === undefined || shard === only)
      .sort((a, b) => a.shard - b.shard);
    const lowest = LOG_LEVELS.indexOf(level);
    const wanted = (line: LogLine): boolean =>
      LOG_LEVELS.indexOf(line.level) >= lowest &&
      (caseId === undefined || line['case'] === caseId || line['case_id'] === caseId);
    const { items, next } = await pageOf(shards, from, page.limit, wanted);
    if (items.length === 0) await requireKnown({ only, caseId }, { shards: found.shards, records }, signal);
    const isOpen = readsPayload(principal, run.service);
    if (isOpen && items.length > 0)
      await auditPayloadRead({ audit, clock }, { principal, requestId, resource: `run/${runId}/logs` }, signal);
    return {
      items: isOpen ? items : items.map(maskLogLine),
      next: next === undefined ? null : toCursor(list, next),
      complete: run.frozen !== undefined,
    };
  };
