import { canonicalBytes } from '#core/canonical-json';
import { sha256Hex } from '#core/digest';
import type { AttemptFile, AttemptManifest } from '#core/plan';
import { SECRET_FORMS } from '#core/secret-scan';
import type { FileScan } from '#core/secret-scan';
import { attemptPrefix } from '#core/staging-keys';
import type { AttemptKey } from '#ports/run-store';
import type { RunnerPorts, ShardTask } from '#runner/ports';
import type { ScannedFile } from '#runner/line-file';
import type { Recorder } from '#runner/recorder';
import type { WithRetry } from '#runner/with-retry';

export interface AttemptEnd {
  readonly key: AttemptKey;
  readonly task: ShardTask;
  readonly startedAtEpochMs: number;
  readonly stopped: boolean;
}

const GZIP_LINES = 'application/gzip';
const RESULTS = 'results.jsonl.gz';
const LOG = 'log.jsonl.gz';

const scanOf = (path: string, { hits, hitsAfter }: ScannedFile, secrets: number): FileScan => ({
  path,
  secrets,
  forms: SECRET_FORMS,
  hitsBeforeMasking: hits,
  hitsAfter,
  ...(hitsAfter === 0 ? {} : { withheld: true }),
});

/** Writes one file of the attempt; one that still holds a secret is withheld, and is none of its files. */
const fileWriter =
  (
    { shard, prefix }: { readonly shard: number; readonly prefix: string },
    { staging, log }: RunnerPorts,
    retry: WithRetry,
  ) =>
  async (path: string, { bytes, hitsAfter }: ScannedFile, redactions: number): Promise<readonly AttemptFile[]> => {
    if (hitsAfter > 0) {
      log.error('a file was withheld: it still held a secret after masking', { path, shard });
      return [];
    }
    const key = `${prefix}${path}`;
    await retry(`writing ${path}`, () => staging.put(key, bytes, GZIP_LINES));
    return [{ path, key, sha256: sha256Hex(bytes), bytes: bytes.byteLength, mediaType: GZIP_LINES, redactions }];
  };

/**
 * Writes the files of an attempt to staging and then, with one conditional write, the attempt into the table.
 *
 * A file that still holds a secret after masking is withheld, and the list of files says so: its cases then have no result.
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
  const put = fileWriter({ shard: key.shard, prefix }, ports, retry);
  const resultsFile = await put(RESULTS, results, redactions + results.hits);
  await atPoint('after-results', key.attempt);
  const logFile = await put(LOG, log, log.hits);
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
    files: [...resultsFile, ...logFile],
    runner: {
      version: task.version,
      node: process.version,
      ...(task.image === undefined ? {} : { image: task.image }),
    },
    secretScan: {
      secrets,
      hits: results.hits + log.hits,
      files: [scanOf(RESULTS, results, secrets), scanOf(LOG, log, secrets)],
    },
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
