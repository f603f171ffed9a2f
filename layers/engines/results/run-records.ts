import { filePath } from '#core/manifest';
import type { EvidenceManifest } from '#core/manifest';
import type { Plan } from '#core/plan';
import { problem } from '#core/problems';
import type { Run } from '#core/run';
import { junitKey, verdictKey } from '#core/staging-keys';
import { attemptFiles, readStaged, requireDigest } from '#engines/results/attempt-files';
import type { CountedAttempt } from '#engines/results/attempt-files';
import type { BlobStore, EvidenceStore } from '#ports/blob-store';

export interface RunRecordsPorts {
  readonly staging: BlobStore;
  /** Where records lie after staging has expired; a function without access to the locked bucket reads staging only. */
  readonly evidence?: EvidenceStore;
}

/** What a run left behind: in staging as long as it lies there, in the sealed bundle after that. */
export interface RunRecords {
  /**
   * A file of an attempt; undefined when the attempt left no such file.
   * @throws results-invalid when the attempt's records are gone, digest-mismatch when they were changed
   */
  attemptFile(attempt: CountedAttempt, path: string, signal?: AbortSignal): Promise<Uint8Array | undefined>;
  /** `junit.xml` or `results.json` of the judged run; undefined when it is not there. */
  verdictFile(path: 'junit.xml' | 'results.json', signal?: AbortSignal): Promise<Uint8Array | undefined>;
  /** undefined when the run ended before it was planned, or its records are gone. @throws digest-mismatch */
  plan(signal?: AbortSignal): Promise<Plan | undefined>;
  /** The sealed manifest, checked against the run item; undefined when nothing was sealed. @throws digest-mismatch */
  manifest(signal?: AbortSignal): Promise<EvidenceManifest | undefined>;
}

const parse = <T>(body: Uint8Array): T => JSON.parse(new TextDecoder().decode(body)) as T;

/** Reads the sealed bundle by the versions that run item and manifest name: a newer object under the same key is not believed. */
const sealedReader = (run: Run, evidence: EvidenceStore | undefined) => {
  let held: Promise<EvidenceManifest | undefined> | undefined;
  const load = async (signal?: AbortSignal): Promise<EvidenceManifest | undefined> => {
    if (run.seal === undefined || evidence === undefined) return undefined;
    const { key, versionId, sha256 } = run.seal.manifest;
    const body = await evidence.getVersion(key, versionId, signal);
    if (body === undefined) throw problem('digest-mismatch', `${key}: version ${versionId} is not there`);
    return parse<EvidenceManifest>(requireDigest(key, body, sha256));
  };
  const manifest = (signal?: AbortSignal): Promise<EvidenceManifest | undefined> => (held ??= load(signal));
  const file = async (path: string, signal?: AbortSignal): Promise<Uint8Array | undefined> => {
    const entry = (await manifest(signal))?.entries.find((candidate) => candidate.path === path);
    if (entry === undefined || run.seal === undefined || evidence === undefined) return undefined;
    const body = await evidence.getVersion(`${run.seal.prefix}${filePath(entry.sha256)}`, entry.versionId, signal);
    return body === undefined ? undefined : requireDigest(path, body, entry.sha256);
  };
  return { manifest, file };
};

/** The records of one run; files are checked against the digests that run item, attempt and manifest hold. */
export const runRecords = ({ staging, evidence }: RunRecordsPorts, run: Run): RunRecords => {
  const sealed = sealedReader(run, evidence);
  const staged = readStaged(staging);
  const files = attemptFiles(staged, (path, signal) => sealed.file(path, signal));
  return {
    attemptFile: (attempt, path, signal) => files.read(attempt, path, signal),
    verdictFile: async (path, signal) => {
      const found = await staging.get(path === 'junit.xml' ? junitKey(run) : verdictKey(run), signal);
      return found?.body ?? sealed.file(`verdict/${path}`, signal);
    },
    plan: async (signal) => {
      const { planKey, planSha256 } = run;
      const body =
        planKey === undefined || planSha256 === undefined ? undefined : await staged(planKey, planSha256, signal);
      const found = body ?? (await sealed.file('inputs/plan.json', signal));
      return found === undefined ? undefined : parse<Plan>(found);
    },
    manifest: (signal) => sealed.manifest(signal),
  };
};
