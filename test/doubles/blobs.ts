import { createHash } from 'node:crypto';

import { problem } from '#core/problems';
import type { BlobStore, EvidenceStore, LockedVersion, StoredBlob } from '#ports/blob-store';

const sha256 = (body: Uint8Array): string => createHash('sha256').update(body).digest('hex');

export interface InMemoryBlobs extends BlobStore {
  readonly objects: ReadonlyMap<string, StoredBlob>;
  readonly tags: ReadonlyMap<string, { readonly [name: string]: string }>;
  remove(key: string): void;
}

export const inMemoryBlobs = (): InMemoryBlobs => {
  const objects = new Map<string, StoredBlob>();
  const tags = new Map<string, { readonly [name: string]: string }>();
  return {
    objects,
    tags,
    remove: (key) => {
      objects.delete(key);
    },
    get: async (key, signal) => {
      await Promise.resolve();
      signal?.throwIfAborted();
      const found = objects.get(key);
      return found === undefined ? undefined : { ...found, body: Uint8Array.from(found.body) };
    },
    put: async (key, body, mediaType, signal) => {
      await Promise.resolve();
      signal?.throwIfAborted();
      objects.set(key, { body: Uint8Array.from(body), mediaType });
    },
    putNew: async (key, body, mediaType, signal) => {
      await Promise.resolve();
      signal?.throwIfAborted();
      if (objects.has(key)) return false;
      objects.set(key, { body: Uint8Array.from(body), mediaType });
      return true;
    },
    list: async (prefix, signal) => {
      await Promise.resolve();
      signal?.throwIfAborted();
      return [...objects]
        .filter(([key]) => key.startsWith(prefix))
        .map(([key, blob]) => ({ key, bytes: blob.body.byteLength }))
        .sort((a, b) => (a.key < b.key ? -1 : 1));
    },
    tag: async (key, added) => {
      await Promise.resolve();
      if (objects.has(key)) tags.set(key, { ...added });
    },
    presignGet: async (key, seconds, downloadName) => {
      await Promise.resolve();
      const name = downloadName === undefined ? '' : `&name=${encodeURIComponent(downloadName)}`;
      return `https://blobs.invalid/${key}?expires=${seconds}${name}`;
    },
    presignPut: async (key, digest, bytes, mediaType, seconds) => {
      await Promise.resolve();
      return {
        url: `https://blobs.invalid/${key}?expires=${seconds}`,
        headers: {
          'content-length': String(bytes),
          'content-type': mediaType,
          'x-amz-checksum-sha256': Buffer.from(digest, 'hex').toString('base64'),
        },
      };
    },
  };
};

export interface InMemoryEvidence extends EvidenceStore {
  /** Takes the lock off the bucket, as somebody with other rights could. */
  unlock(): void;
  /** All versions of a key, oldest first. */
  versions(key: string): readonly LockedVersion[];
  readonly keys: readonly string[];
  /** Writes a newer version past the write-once rule, as somebody with other rights could. Returns its id. */
  forge(key: string, body: Uint8Array): string;
}

export const inMemoryEvidence = (bucket = 'evidence'): InMemoryEvidence => {
  const stored = new Map<string, (LockedVersion & { readonly body: Uint8Array })[]>();
  let count = 0;
  let locked = true;
  const add = (key: string, body: Uint8Array): LockedVersion => {
    count += 1;
    const version = { versionId: `version-${count}`, sha256: sha256(body), bytes: body.byteLength };
    stored.set(key, [...(stored.get(key) ?? []), { ...version, body: Uint8Array.from(body) }]);
    return version;
  };
  const bare = ({ versionId, sha256: digest, bytes }: LockedVersion): LockedVersion => ({
    versionId,
    sha256: digest,
    bytes,
  });
  return {
    bucket,
    unlock: () => {
      locked = false;
    },
    requireLock: async (signal) => {
      await Promise.resolve();
      signal?.throwIfAborted();
      if (!locked) throw problem('evidence-unlocked', `${bucket} must have Object Lock, got none`);
    },
    get keys() {
      return [...stored.keys()];
    },
    versions: (key) => (stored.get(key) ?? []).map(bare),
    forge: (key, body) => add(key, body).versionId,
    putOnce: async (key, body, _mediaType, signal) => {
      await Promise.resolve();
      signal?.throwIfAborted();
      const there = stored.get(key)?.at(-1);
      if (there === undefined) return add(key, body);
      if (there.sha256 !== sha256(body))
        throw problem('evidence-conflict', `${key}: expected SHA-256 ${sha256(body)}, found ${there.sha256}`);
      return bare(there);
    },
    getVersion: async (key, versionId, signal) => {
      await Promise.resolve();
      signal?.throwIfAborted();
      const found = stored.get(key)?.find((version) => version.versionId === versionId);
      return found === undefined ? undefined : Uint8Array.from(found.body);
    },
    presignVersion: async (key, versionId, seconds) => {
      await Promise.resolve();
      return `https://${bucket}.invalid/${key}?versionId=${versionId}&expires=${seconds}`;
    },
  };
};
