import { sha256Hex } from '#core/digest';
import { inParallel } from '#core/in-parallel';
import type { AttemptFile, AttemptManifest } from '#core/plan';
import { problem } from '#core/problems';
import type { FrozenAttempts } from '#core/run';
import { sealedPath } from '#engines/results/attempt-files';
import type { BlobStore } from '#ports/blob-store';
import type { BundleFile } from './bundle-inputs.ts';

type FrozenAttempt = FrozenAttempts['attempts'][number];

/** What an attempt left, as far as it was named by the shard item. */
export interface AttemptBundle {
  readonly manifest: AttemptManifest;
  readonly files: readonly { readonly path: string; readonly file: AttemptFile }[];
  /** The attempt's own list of files, sealed too. */
  readonly listing: BundleFile;
}

const READS_AT_ONCE = 8;

const read = async (staging: BlobStore, key: string, sha256: string, signal: AbortSignal): Promise<Uint8Array> => {
  const found = await staging.get(key, signal);
  if (found === undefined) throw problem('results-invalid', `${key} is gone`);
  const got = sha256Hex(found.body);
  if (got !== sha256) throw problem('digest-mismatch', `${key}: expected SHA-256 ${sha256}, got ${got}`);
  return found.body;
};

/**
 * The lists of files of all frozen attempts that left one, losers too, each checked against its shard item.
 *
 * @throws digest-mismatch, results-invalid
 */
export const attemptBundles = (
  frozen: FrozenAttempts,
  staging: BlobStore,
  signal: AbortSignal,
): Promise<readonly AttemptBundle[]> =>
  inParallel(
    frozen.attempts.filter(({ attemptKey }) => attemptKey !== undefined),
    READS_AT_ONCE,
    async (attempt: FrozenAttempt) => {
      const { attemptKey = '', attemptSha256 = '', shard, attempt: number } = attempt;
      const source = { shard, attempt: number };
      const counted = { ...source, attemptKey, attemptSha256 };
      const body = await read(staging, attemptKey, attemptSha256, signal);
      const manifest = JSON.parse(new TextDecoder().decode(body)) as AttemptManifest;
      return {
        manifest,
        files: manifest.files.map((file) => ({ path: sealedPath(counted, file.path), file })),
        listing: {
          path: sealedPath(counted, 'attempt.json'),
          body,
          mediaType: 'application/json',
          redactions: 0,
          source,
        },
      };
    },
  );

/** One file of an attempt, checked against the attempt's list. @throws digest-mismatch, results-invalid */
export const attemptFile = async (
  { manifest: { shard, attempt } }: AttemptBundle,
  { path, file }: AttemptBundle['files'][number],
  staging: BlobStore,
  signal: AbortSignal,
): Promise<BundleFile> => {
  const body = await read(staging, file.key, file.sha256, signal);
  if (body.length !== file.bytes)
    throw problem('digest-mismatch', `${file.key}: expected ${String(file.bytes)} bytes, got ${String(body.length)}`);
  return { path, body, mediaType: file.mediaType, redactions: file.redactions, source: { shard, attempt } };
};
