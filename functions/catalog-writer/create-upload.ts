import type { Principal } from '#core/access';
import { problem } from '#core/problems';
import type { BlobStore } from '#ports/blob-store';
import type { Clock } from '#ports/clock';
import { uploadKey } from './suite-upload.ts';

/** Long enough for 100 MB over a slow line, short enough that a leaked link is worth little. */
export const UPLOAD_SECONDS = 900;

export interface CreateUploadPorts {
  readonly blobs: BlobStore;
  readonly clock: Clock;
  /** Largest upload, in bytes. */
  readonly bytesMax: number;
}

export interface CreateUpload {
  readonly principal: Principal;
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
}

export interface UploadView {
  readonly url: string;
  readonly headers: { readonly [name: string]: string };
  readonly expiresAt: string;
}

/**
 * A link to PUT exactly these bytes to; a suite then names them by digest.
 *
 * @throws upload-too-large
 */
export const createUpload =
  ({ blobs, clock, bytesMax }: CreateUploadPorts) =>
  async ({ principal, sha256, bytes, mediaType }: CreateUpload): Promise<UploadView> => {
    if (bytes > bytesMax) {
      throw problem('upload-too-large', `an upload may have ${String(bytesMax)} bytes, got ${String(bytes)}`, {
        errors: [{ pointer: '/bytes', reason: `expected at most ${String(bytesMax)}, got ${String(bytes)}` }],
      });
    }
    const { url, headers } = await blobs.presignPut(
      uploadKey(principal.tenant, sha256),
      sha256,
      bytes,
      mediaType,
      UPLOAD_SECONDS,
    );
    return { url, headers, expiresAt: new Date(clock.nowMs() + UPLOAD_SECONDS * 1_000).toISOString() };
  };
