import { sha256Hex } from '#core/digest';
import type { AttemptManifest } from '#core/plan';
import { problem } from '#core/problems';
import type { Attempt, Run, Shard } from '#core/run';
import type { BlobStore } from '#ports/blob-store';

/** One attempt whose results count. */
export interface CountedAttempt {
  readonly shard: number;
  readonly attempt: number;
  /** Staging key of the attempt's list of files, and what it must hash to. */
  readonly attemptKey: string;
  readonly attemptSha256: string;
}

type Recorded = Attempt & { readonly attemptKey: string; readonly attemptSha256: string };

const isRecorded = (attempt: Attempt): attempt is Recorded =>
  attempt.attemptKey !== undefined && attempt.attemptSha256 !== undefined;

const counted = (shard: number, { attempt, attemptKey, attemptSha256 }: Recorded): CountedAttempt => ({
  shard,
  attempt,
  attemptKey,
  attemptSha256,
});

/** The frozen set once there is one; before that the recorded attempt of each shard. Sorted by shard. */
export const countedAttempts = (run: Run, shards: readonly Shard[]): readonly CountedAttempt[] => {
  const live = shards.flatMap(({ shard, attempts }) =>
    attempts
      .filter(({ state }) => state === 'recorded')
      .filter(isRecorded)
      .map((attempt) => counted(shard, attempt)),
  );
  const frozen = run.frozen?.attempts
    .filter(({ used }) => used)
    .flatMap((attempt) => (isRecorded(attempt) ? [counted(attempt.shard, attempt)] : []));
  return [...(frozen ?? live)].sort((a, b) => a.shard - b.shard);
};

/** Where the attempt's file lies in a sealed bundle. */
export const sealedPath = ({ shard, attempt }: CountedAttempt, path: string): string =>
  `shards/${String(shard).padStart(4, '0')}/attempt-${String(attempt).padStart(2, '0')}/${path}`;

/**
 * Reads a file by key; undefined when it is gone.
 * @throws digest-mismatch when the bytes are not what the digest says
 */
export type ReadByDigest = (key: string, sha256: string, signal?: AbortSignal) => Promise<Uint8Array | undefined>;

/** The bytes, if they have this digest. @throws digest-mismatch */
export const requireDigest = (name: string, body: Uint8Array, sha256: string): Uint8Array => {
  const got = sha256Hex(body);
  if (got !== sha256) throw problem('digest-mismatch', `${name}: expected SHA-256 ${sha256}, got ${got}`);
  return body;
};

export const readStaged =
  (staging: BlobStore): ReadByDigest =>
  async (key, sha256, signal) => {
    const found = await staging.get(key, signal);
    return found === undefined ? undefined : requireDigest(key, found.body, sha256);
  };

/** Reads the files that attempts left, each checked against its digest. */
export interface AttemptFiles {
  /** undefined when the attempt left no such file. @throws results-invalid when its records are gone, digest-mismatch */
  read(attempt: CountedAttempt, path: string, signal?: AbortSignal): Promise<Uint8Array | undefined>;
}

/**
 * @param readByDigest where files lie
 * @param otherwise    asked for files that are gone from there
 */
export const attemptFiles = (
  readByDigest: ReadByDigest,
  otherwise?: (path: string, signal?: AbortSignal) => Promise<Uint8Array | undefined>,
): AttemptFiles => {
  const manifests = new Map<string, AttemptManifest | undefined>();
  const manifestOf = async (
    { attemptKey, attemptSha256 }: CountedAttempt,
    signal?: AbortSignal,
  ): Promise<AttemptManifest | undefined> => {
    if (manifests.has(attemptKey)) return manifests.get(attemptKey);
    const body = await readByDigest(attemptKey, attemptSha256, signal);
    const manifest = body === undefined ? undefined : (JSON.parse(new TextDecoder().decode(body)) as AttemptManifest);
    manifests.set(attemptKey, manifest);
    return manifest;
  };
  return {
    read: async (attempt, path, signal) => {
      const manifest = await manifestOf(attempt, signal);
      const file = manifest?.files.find((candidate) => candidate.path === path);
      if (manifest !== undefined && file === undefined) return undefined;
      const body = file === undefined ? undefined : await readByDigest(file.key, file.sha256, signal);
      const found = body ?? (await otherwise?.(sealedPath(attempt, path), signal));
      if (found !== undefined) return found;
      const whose = `shard ${String(attempt.shard)}, attempt ${String(attempt.attempt)}`;
      throw problem('results-invalid', `${path} of ${whose} is gone`);
    },
  };
};
