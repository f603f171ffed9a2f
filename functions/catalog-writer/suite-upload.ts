import { sha256Hex } from '#core/digest';
import { problem } from '#core/problems';
import type { BlobStore } from '#ports/blob-store';

/** Where POST /uploads puts the bytes of this digest. */
export const uploadKey = (tenant: string, sha256: string): string => `v1/${tenant}/uploads/${sha256}`;

/**
 * The text of an upload, checked against the digest that names it.
 *
 * @throws upload-not-found, upload-mismatch
 */
export const readUpload = async (
  blobs: BlobStore,
  tenant: string,
  sha256: string,
  signal: AbortSignal,
): Promise<string> => {
  const pointer = '/upload/sha256';
  const found = await blobs.get(uploadKey(tenant, sha256), signal);
  if (found === undefined) {
    throw problem(
      'upload-not-found',
      `nothing was uploaded under ${sha256}; ask POST /uploads for a link and PUT the bytes there first`,
      {
        errors: [{ pointer, reason: 'expected the digest of an upload' }],
      },
    );
  }
  const got = sha256Hex(found.body);
  if (got !== sha256) {
    throw problem('upload-mismatch', `expected bytes with SHA-256 ${sha256}, got ${got}`, {
      errors: [{ pointer, reason: `the uploaded bytes have SHA-256 ${got}` }],
    });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(found.body);
  } catch (cause) {
    throw problem('upload-mismatch', 'expected UTF-8 text, got other bytes', {
      cause,
      errors: [{ pointer, reason: 'the uploaded bytes are not UTF-8' }],
    });
  }
};
