import { createHash } from 'node:crypto';

import { canonicalBytes } from '#core/canonical-json';
import { suiteBodyKey } from '#core/catalog-keys';
import { problem } from '#core/problems';
import type { SuiteDefinition } from '#core/suite';
import type { BlobStore } from '#ports/blob-store';
import type { SuiteBodies } from '#ports/catalog-store';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Suite bodies as canonical JSON under their digest: the same suite is one object, however often and by whom it is pushed. */
export const suiteBodies = (catalog: BlobStore): SuiteBodies => ({
  put: async (tenant, body, signal) => {
    const bytes = canonicalBytes(body);
    const digest = sha256(bytes);
    const key = suiteBodyKey(tenant, digest);
    await catalog.put(key, bytes, 'application/json', signal);
    return { digest, key, bytes: bytes.byteLength };
  },
  get: async (key, digest, signal) => {
    const blob = await catalog.get(key, signal);
    const found = blob === undefined ? 'nothing' : sha256(blob.body);
    if (blob === undefined || found !== digest)
      throw problem('digest-mismatch', `${key}: expected SHA-256 ${digest}, found ${found}`);
    return JSON.parse(Buffer.from(blob.body).toString()) as SuiteDefinition;
  },
});
