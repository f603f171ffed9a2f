import type { Principal } from '#core/access';
import type { Run, Shard } from '#core/run';
import { attemptPrefix } from '#core/staging-keys';
import type { Json, JsonObject } from '#core/units';
import { requireVisible, runNotFound } from '#core/visible-run';
import { countedAttempts } from '#engines/results/attempt-files';
import { readJsonLines } from '#engines/results/json-lines';
import { runRecords } from '#engines/results/run-records';
import type { BlobStore, EvidenceStore } from '#ports/blob-store';
import type { PageRequest } from '#ports/page';
import type { RunStore } from '#ports/run-store';
import { asObject, fromCursor, pageOf, toCursor } from './recorded-lines.ts';
import type { ShardLines } from './recorded-lines.ts';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface ListLogsPorts {
  readonly runs: RunStore;
  /** Where running shards leave their log piece by piece, too. */
  readonly staging: BlobStore;
  readonly evidence: EvidenceStore;
}

export interface ListLogs {
  readonly principal: Principal;
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

const liveLines = async (staging: BlobStore, run: Run, shard: Shard, signal: AbortSignal): Promise<readonly Json[]> => {
  const chunks = await staging.list(`${attemptPrefix(run, shard.shard, shard.attempt)}log/`, signal);
  const keys = chunks.map(({ key }) => key).sort();
  const texts = await Promise.all(
    keys.map(async (key) => new TextDecoder().decode((await staging.get(key, signal))?.body)),
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

/**
 * What the runners logged, shard by shard: recorded logs, and of shards that still run what they have written by now.
 *
 * @throws run-not-found, cursor-invalid, results-invalid, digest-mismatch
 */
export const listLogs =
  ({ runs, staging, evidence }: ListLogsPorts) =>
  async (
    { principal, runId, shard: only, level = 'debug', case: caseId, page }: ListLogs,
    signal: AbortSignal,
  ): Promise<LogList> => {
    const list = `logs ${runId} ${only === undefined ? '*' : String(only)} ${level} ${caseId ?? '*'}`;
    const from = fromCursor(list, page.cursor);
    const found = await runs.getWithShards(principal.tenant, runId, signal);
    const run = requireVisible(principal, runId, found?.run);
    if (found === undefined) throw runNotFound(runId);

    const records = runRecords({ staging, evidence }, run);
    const counted = countedAttempts(run, found.shards);
    const recorded = counted.map((attempt): ShardLines<LogLine> => ({
      shard: attempt.shard,
      read: async () => {
        const packed = await records.attemptFile(attempt, 'log.jsonl.gz', signal);
        return packed === undefined
          ? []
          : readJsonLines<Json>(packed, `log of shard ${String(attempt.shard)}`).map((line) =>
              asLogLine(line, attempt.shard),
            );
      },
    }));
    const live = found.shards
      .filter(({ shard, attempt }) => attempt > 0 && !counted.some((other) => other.shard === shard))
      .map((shard): ShardLines<LogLine> => ({
        shard: shard.shard,
        read: async () => (await liveLines(staging, run, shard, signal)).map((line) => asLogLine(line, shard.shard)),
      }));
    const shards = [...recorded, ...live]
      .filter(({ shard }) => only === undefined || shard === only)
      .sort((a, b) => a.shard - b.shard);
    const lowest = LOG_LEVELS.indexOf(level);
    const wanted = (line: LogLine): boolean =>
      LOG_LEVELS.indexOf(line.level) >= lowest &&
      (caseId === undefined || line['case'] === caseId || line['case_id'] === caseId);
    const { items, next } = await pageOf(shards, from, page.limit, wanted);
    return { items, next: next === undefined ? null : toCursor(list, next), complete: run.frozen !== undefined };
  };
