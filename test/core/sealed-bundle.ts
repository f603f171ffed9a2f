/** A bundle built by hand from the published layout, and forgeries of it. */
import { createHash } from 'node:crypto';
import { canonicalBytes } from '#core/canonical-json';
import {
  entriesRoot,
  evidenceManifest,
  type EvidenceManifest,
  type ManifestEntry,
  type ManifestFacts,
} from '#core/manifest';
import type { Run } from '#core/run';
import type { BundleReader } from '#core/verify-bundle';

export const sha256 = (body: Uint8Array): string => createHash('sha256').update(body).digest('hex');
export const BODIES = {
  'inputs/plan.json': '{"schema":"assay/plan/v1","tenant":"acme","runId":"r1","cases":3,"suites":[{"id":"shop.b"}]}',
  'inputs/run.json': '{"schema":"assay/run/v1","tenant":"acme","runId":"r1","gate":{"answer":"open"}}',
  'inputs/suites/shop.b.json': '{}',
  'shards/0000/attempt-01/results.jsonl.gz': 'packed',
  'verdict/junit.xml': '<x/>',
  'verdict/copy.xml': '<x/>',
  'verdict/results.json':
    '{"schema":"assay/verdict/v1","tenant":"acme","runId":"r1","service":"shop","version":"1.2.0","environment":"dev","gate":{"answer":"open"}}',
};
export const entryOf = (path: string, text: string): ManifestEntry => {
  const body = Buffer.from(text);
  const source = path.startsWith('shards') ? { source: { shard: 0, attempt: 1 } } : {};
  return {
    path,
    sha256: sha256(body),
    bytes: body.length,
    mediaType: 'text/plain',
    class: 'evidence',
    redactions: 0,
    ...source,
    versionId: `v-${sha256(body).slice(0, 4)}`,
  };
};
export const ENTRIES = Object.entries(BODIES).map(([path, text]) => entryOf(path, text));
export const RUN = {
  tenant: 'acme',
  runId: 'r1',
  name: 'nightly',
  service: 'shop',
  version: '1.2.0',
  environment: 'dev',
  acceptedAtEpochMs: Date.UTC(2026, 1, 3, 23, 59),
} as unknown as Run;
export const attempt = (shard: number, number: number, used: boolean) => ({
  shard,
  attempt: number,
  nonce: 'n',
  executor: 'lambda' as const,
  state: used ? ('recorded' as const) : ('superseded' as const),
  startedAtEpochMs: 5,
  used,
});
export const FACTS: ManifestFacts = {
  run: RUN,
  frozen: {
    frozenAtEpochMs: 1_770_163_200_000,
    attempts: [attempt(1, 2, true), attempt(0, 1, true), attempt(1, 1, false)],
  },
  planDigest: sha256(Buffer.from(BODIES['inputs/plan.json'])),
  suites: [{ id: 'shop.b', capability: 'functional', digest: 'cd'.repeat(32), key: 'k', advisory: false, cases: 1 }],
  expectedTests: 3,
  gate: 'open',
  capture: 'masked',
  runners: [
    { version: '1', node: '24' },
    { version: '1', node: '24' },
  ],
  entries: ENTRIES,
};
export const MANIFEST = canonicalBytes(evidenceManifest(FACTS));

export const bundle = (
  change: { readonly [path: string]: Uint8Array | string | undefined } = {},
  manifest: Uint8Array = MANIFEST,
): Map<string, Uint8Array> => {
  const files = new Map<string, Uint8Array>(
    Object.values(BODIES).map((text) => [`files/${sha256(Buffer.from(text))}`, Buffer.from(text)]),
  );
  files.set('manifest.json', manifest);
  for (const [path, body] of Object.entries(change)) {
    if (body === undefined) files.delete(path);
    else files.set(path, typeof body === 'string' ? Buffer.from(body) : body);
  }
  return files;
};
export const reader = (files: ReadonlyMap<string, Uint8Array>): BundleReader => ({
  list: async () => [...files.keys()],
  read: async (path) => files.get(path),
});
export const RESULTS = `files/${sha256(Buffer.from('packed'))}`;
export const forged = (change: (manifest: EvidenceManifest) => object): Uint8Array =>
  canonicalBytes(change(evidenceManifest(FACTS)));

/** The bundle with other bytes in some files and a manifest that agrees with them. */
export const rebuilt = (
  bodies: { readonly [path: string]: string },
  change: (manifest: EvidenceManifest) => object = (m) => m,
  entryChange: (entry: ManifestEntry) => ManifestEntry = (entry) => entry,
): Map<string, Uint8Array> => {
  const all = Object.entries({ ...BODIES, ...bodies });
  const made = evidenceManifest({ ...FACTS, entries: all.map(([path, text]) => entryChange(entryOf(path, text))) });
  const changed = change(made) as EvidenceManifest;
  const entries = Array.isArray(changed.entries) ? { merkleRoot: entriesRoot(changed.entries) } : {};
  const kept = new Set(changed.entries.map((entry) => `files/${entry.sha256}`));
  const files = new Map<string, Uint8Array>(
    all
      .map(([, text]) => [`files/${sha256(Buffer.from(text))}`, Buffer.from(text)] as const)
      .filter(([path]) => kept.has(path)),
  );
  return files.set('manifest.json', canonicalBytes({ ...changed, ...entries }));
};
