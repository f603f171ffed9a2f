import { filePath } from '#core/manifest';
import type { EvidenceManifest } from '#core/manifest';
import type { Plan } from '#core/plan';
import { problem } from '#core/problems';
import type { Run } from '#core/run';
import type { ReportName } from '#core/report/report-files';
import { junitKey, reportKey, verdictKey } from '#core/staging-keys';
import { attemptFiles, readStaged, requireDigest } from '#engines/results/attempt-files';
import type { CountedAttempt } from '#engines/results/attempt-files';
import type { BlobStore, EvidenceStore } from '#ports/blob-store';

export interface RunRecordsPorts {
  readonly staging: BlobStore;
  /** Where records lie after staging has expired; a function without access to the locked bucket reads staging only. */
  readonly evidence?: EvidenceStore;
}

export type VerdictFile = 'junit.xml' | 'results.json' | ReportName;

/** What a run left behind: in staging as long as it lies there, in the sealed bundle after that. */
export interface RunRecords {
  /**
   * A file of an attempt; undefined when the attempt left no such file.
   * @throws results-invalid when the attempt's records are gone, digest-mismatch when they were changed
   */
  attemptFile(attempt: CountedAttempt, path: string, signal?: AbortSignal): Promise<Uint8Array | undefined>;
  /** A file of the judged run; undefined when it is not there. */
  verdictFile(path: VerdictFile, signal?: AbortSignal): Promise<Uint8Array | undefined>;
  /** A link to that file where it lies, as long as staging or the locked bucket has it; else undefined. @param seconds at most 300 */
  verdictLink(
    path: VerdictFile,
    seconds: number,
    downloadName: string,
    signal?: AbortSignal,
  ): Promise<string | undefined>;
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
  const find = async (path: string, signal?: AbortSignal) => {
    const entry = (await manifest(signal))?.entries.find((candidate) => candidate.path === path);
    if (entry === undefined || run.seal === undefined || evidence === undefined) return undefined;
    return { ...entry, key: `${run.seal.prefix}${filePath(entry.sha256)}`, evidence };
  };
  const file = async (path: string, signal?: AbortSignal): Promise<Uint8Array | undefined> => {
    const found = await find(path, signal);
    const body = await found?.evidence.getVersion(found.key, found.versionId, signal);
    return found === undefined || body === undefined ? undefined : requireDigest(path, body, found.sha256);
  };
  const link = async (path: string, seconds: number, signal?: AbortSignal): Promise<string | undefined> => {
    const found = await find(path, signal);
    return found?.evidence.presignVersion(found.key, found.versionId, seconds);
  };
  return { manifest, file, link };
};

const stagedVerdict = (run: Run, path: VerdictFile): string => {
  if (path === 'junit.xml') return junitKey(run);
  return path === 'results.json' ? verdictKey(run) : reportKey(run, path);
};

/** The records of one run; files are checked against the digests that run item, attempt and manifest hold. */
export const runRecords = ({ staging, evidence }: RunRecordsPorts, run: Run): RunRecords => {
  const sealed = sealedReader(run, evidence);
  const staged = readStaged(staging);
  const files = attemptFiles(staged, (path, signal) => sealed.file(path, signal));
  return {
    attemptFile: (attempt, path, signal) => files.read(attempt, path, signal),
    verdictFile: async (path, signal) => {
      const found = await staging.get(stagedVerdict(run, path), signal);
      return found?.body ?? sealed.file(`verdict/${path}`, signal);
    },
    verdictLink: async (path, seconds, downloadName, signal) => {
      const key = stagedVerdict(run, path);
      const staged = await staging.list(key, signal);
      return staged.some((blob) => blob.key === key)
        ? staging.presignGet(key, seconds, downloadName)
        : sealed.link(`verdict/${path}`, seconds, signal);
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
