/** A sealed bundle as the store holds it; digests come from node:crypto. */
import { createHash } from 'node:crypto';
import { canonicalBytes, canonicalJson } from '#core/canonical-json';
import { entriesRoot, type ManifestEntry } from '#core/manifest';
import { RUN_ID } from './wire-samples.ts';

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
export const PREFIX = `v1/acme/2026/11/21/${RUN_ID}/`;
export const WHO = { tenant: 'acme', runId: RUN_ID, gate: { answer: 'open' } };
export const SUT = { service: 'shop', version: '1.0.0', environment: 'shop-local' };
export const BODIES = {
  'inputs/run.json': canonicalJson({ ...WHO, schema: 'assay/run/v1', pad: 'x'.repeat(5000) }),
  'shards/0000/attempt-01/results.jsonl.gz': 'results '.repeat(800),
  'verdict/junit.xml': '<testsuites/>',
  'verdict/results.json': canonicalJson({ ...WHO, ...SUT, schema: 'assay/verdict/v1' }),
};
export const FILES = Object.entries(BODIES).map(([name, text]) => {
  const bytes = Buffer.from(text);
  return { path: name, bytes, sha256: sha256(bytes) };
});
export const entries: ManifestEntry[] = FILES.map((file, at) => ({
  path: file.path,
  sha256: file.sha256,
  bytes: file.bytes.length,
  mediaType: 'application/json',
  class: 'evidence',
  redactions: 0,
  versionId: `v${String(at)}`,
}));
export const MANIFEST = Buffer.from(
  canonicalBytes({
    schema: 'assay/manifest/v1',
    tenant: 'acme',
    runId: RUN_ID,
    name: 'n',
    sut: SUT,
    planDigest: null,
    suites: [],
    runner: [],
    window: { startEpochMs: 1, endEpochMs: 2 },
    expectedTests: 0,
    gate: 'open',
    capture: 'masked',
    attempts: [],
    entries,
    merkleRoot: entriesRoot(entries),
    classes: ['evidence'],
    controls: [],
  }),
);
