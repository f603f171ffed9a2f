export interface StoredBlob {
  readonly body: Uint8Array;
  readonly mediaType?: string;
}

/** Staging and catalog buckets: plain objects. A key that is not there gives undefined. */
export interface BlobStore {
  get(key: string, signal?: AbortSignal): Promise<StoredBlob | undefined>;
  /** Sends the SHA-256 checksum with the bytes. */
  put(key: string, body: Uint8Array, mediaType: string, signal?: AbortSignal): Promise<void>;
  /** As `put`, unless the key is taken: then nothing is written and the answer is false. A reply that was lost may make it false too. */
  putNew(key: string, body: Uint8Array, mediaType: string, signal?: AbortSignal): Promise<boolean>;
  list(prefix: string, signal?: AbortSignal): Promise<readonly { readonly key: string; readonly bytes: number }[]>;
  tag(key: string, tags: { readonly [name: string]: string }, signal?: AbortSignal): Promise<void>;
  /** A GET link of at most 300 s. */
  presignGet(key: string, seconds: number, downloadName?: string): Promise<string>;
  /** A PUT link bound to the length and SHA-256 (hex) of what is to come. */
  presignPut(
    key: string,
    sha256: string,
    bytes: number,
    mediaType: string,
    seconds: number,
  ): Promise<{ readonly url: string; readonly headers: { readonly [name: string]: string } }>;
}

export interface LockedVersion {
  readonly versionId: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** The locked bucket: write once, read by version, nothing else. */
export interface EvidenceStore {
  readonly bucket: string;
  /** One call before a bundle is written. @throws evidence-unlocked when the bucket has no lock with a default retention */
  requireLock(signal?: AbortSignal): Promise<void>;
  /**
   * PUT with `If-None-Match: *` and SHA-256. When the key was taken, the version that is there is returned if its bytes are the same,
   * else `evidence-conflict`. A 409 of racing writers is retried.
   */
  putOnce(key: string, body: Uint8Array, mediaType: string, signal?: AbortSignal): Promise<LockedVersion>;
  getVersion(key: string, versionId: string, signal?: AbortSignal): Promise<Uint8Array | undefined>;
  presignVersion(key: string, versionId: string, seconds: number): Promise<string>;
}
