import { canonicalBytes } from '#core/canonical-json';
import { sha256Hex } from '#core/digest';
import type { AttemptFile, AttemptManifest } from '#core/plan';
import { attemptPrefix } from '#core/staging-keys';
import type { AttemptKey } from '#ports/run-store';
import type { RunnerPorts, ShardTask } from '#runner/ports';
import type { Recorder } from '#runner/recorder';
import type { WithRetry } from '#runner/with-retry';

export interface AttemptEnd {
  readonly key: AttemptKey;
  readonly task: ShardTask;
  readonly startedAtEpochMs: number;
  readonly stopped: boolean;
}

const GZIP_LINES = 'application/gzip';

/**
 * Writes the files of an attempt to staging and then, with one conditional write, the attempt into the table.
 *
 * Every step can be repeated. Only after the last one do the results count; whatever ends the program before that leaves files that
 * nobody reads.
 *
 * @returns false when another attempt or the judging was first: the results are kept, never counted
 */
export const recordAttempt = async (
  end: AttemptEnd,
  recorder: Recorder,
  ports: RunnerPorts,
  retry: WithRetry,
): Promise<boolean> => {
  const { key, task } = end;
  const { runs, staging, clock, atPoint } = ports;
  const prefix = attemptPrefix(key, key.shard, key.attempt);
  const { results, log, secrets, redactions } = recorder.finish();
  await atPoint('after-scan', key.attempt);
  const put = async (path: string, bytes: Uint8Array, redacted: number): Promise<AttemptFile> => {
    await retry(`writing ${path}`, () => staging.put(`${prefix}${path}`, bytes, GZIP_LINES));
    return {
      path,
      key: `${prefix}${path}`,
      sha256: sha256Hex(bytes),
      bytes: bytes.byteLength,
      mediaType: GZIP_LINES,
      redactions: redacted,
    };
  };
  const resultsFile = await put('results.jsonl.gz', results.bytes, redactions + results.hits);
  await atPoint('after-results', key.attempt);
  const logFile = await put('log.jsonl.gz', log.bytes, log.hits);
  await atPoint('after-log', key.attempt);
  const manifest: AttemptManifest = {
    schema: 'assay/attempt/v1',
    tenant: key.tenant,
    runId: key.runId,
    shard: key.shard,
    attempt: key.attempt,
    nonce: key.nonce,
    startedAtEpochMs: end.startedAtEpochMs,
    endedAtEpochMs: clock.nowMs(),
    stopped: end.stopped,
    files: [resultsFile, logFile],
    runner: {
      version: task.version,
      node: process.version,
      ...(task.image === undefined ? {} : { image: task.image }),
    },
    secretScan: { secrets, hits: results.hits + log.hits },
  };
  const body = canonicalBytes(manifest);
  const attemptKey = `${prefix}attempt.json`;
  await retry('writing attempt.json', () => staging.put(attemptKey, body, 'application/json'));
  await atPoint('after-manifest', key.attempt);
  const outcome = {
    counts: recorder.counts(),
    casesDone: recorder.casesDone(),
    attemptKey,
    attemptSha256: sha256Hex(body),
    stopped: end.stopped,
  };
  const counted = await retry('recording the attempt', () => runs.recordAttempt(key, outcome, clock.nowMs()));
  await atPoint('after-record', key.attempt);
  return counted;
};
