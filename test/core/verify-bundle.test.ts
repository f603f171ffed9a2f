/** A bundle is built here by hand from the published layout; the verifier must say valid, and invalid for every changed byte. */
import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalBytes } from '#core/canonical-json';
import {
  evidenceManifest,
  evidencePrefix,
  type EvidenceManifest,
  type ManifestEntry,
  type ManifestFacts,
} from '#core/manifest';
import type { Run } from '#core/run';
import { verifyBundle, type BundleReader, type RetentionFact } from '#core/verify-bundle';

const sha256 = (body: Uint8Array): string => createHash('sha256').update(body).digest('hex');
const BODIES = {
  'inputs/run.json': '{"a":1}',
  'shards/0000/attempt-01/results.jsonl.gz': 'packed',
  'verdict/junit.xml': '<x/>',
  'verdict/copy.xml': '<x/>',
};
const ENTRIES: readonly ManifestEntry[] = Object.entries(BODIES).map(([path, text], index) => {
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
    versionId: `v${Math.min(index, 2)}`,
  };
});
const RUN = {
  tenant: 'acme',
  runId: 'r1',
  name: 'nightly',
  service: 'shop',
  version: '1.2.0',
  environment: 'dev',
  acceptedAtEpochMs: Date.UTC(2026, 1, 3, 23, 59),
} as unknown as Run;
const attempt = (shard: number, number: number, used: boolean) => ({
  shard,
  attempt: number,
  nonce: 'n',
  executor: 'lambda' as const,
  state: used ? ('recorded' as const) : ('superseded' as const),
  startedAtEpochMs: 5,
  used,
});
const FACTS: ManifestFacts = {
  run: RUN,
  frozen: {
    frozenAtEpochMs: 1_770_163_200_000,
    attempts: [attempt(1, 2, true), attempt(0, 1, true), attempt(1, 1, false)],
  },
  planDigest: 'ab'.repeat(32),
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
const MANIFEST = canonicalBytes(evidenceManifest(FACTS));

const bundle = (
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
const reader = (files: ReadonlyMap<string, Uint8Array>): BundleReader => ({
  list: async () => [...files.keys()],
  read: async (path) => files.get(path),
});
const RESULTS = `files/${sha256(Buffer.from('packed'))}`;
const forged = (change: (manifest: EvidenceManifest) => object): Uint8Array =>
  canonicalBytes(change(evidenceManifest(FACTS)));

test('the manifest is these bytes, whatever order entries and attempts come in', () => {
  const turned = {
    ...FACTS,
    entries: [...ENTRIES].reverse(),
    frozen: { ...FACTS.frozen, attempts: [...FACTS.frozen.attempts].reverse() },
  };

  expect(Buffer.from(canonicalBytes(evidenceManifest(turned)))).toEqual(Buffer.from(MANIFEST));
  expect(JSON.parse(Buffer.from(MANIFEST).toString())).toMatchObject({
    schema: 'assay/manifest/v1',
    tenant: 'acme',
    runId: 'r1',
    window: { startEpochMs: 1_770_163_140_000, endEpochMs: 1_770_163_200_000 },
    attempts: [
      { shard: 0, attempt: 1, used: true },
      { shard: 1, attempt: 1, used: false },
      { shard: 1, attempt: 2, used: true },
    ],
    runner: [{ version: '1', node: '24' }],
    suites: [{ id: 'shop.b', sha256: 'cd'.repeat(32) }],
  });
  expect(sha256(MANIFEST)).toBe('7666983e16d19889c7652a90eaa248ea925d48097cc77e4ff08de4f0af885729');
});

test('a path may stand in the manifest once', () => {
  expect(() => evidenceManifest({ ...FACTS, entries: [...ENTRIES, ENTRIES[0]!] })).toThrow(
    'each path must stand in the manifest once, got inputs/run.json again',
  );
});

test('the prefix is the UTC day on which the run was accepted', () => {
  expect(evidencePrefix(RUN)).toBe('v1/acme/2026/02/03/r1/');
});

test('an untouched bundle is valid; with a digest from elsewhere it is anchored', async () => {
  expect(await verifyBundle(reader(bundle()))).toMatchObject({
    status: 'valid',
    failures: [],
    files: 3,
    anchored: false,
  });
  expect(await verifyBundle(reader(bundle()), { manifestSha256: sha256(MANIFEST) })).toMatchObject({
    status: 'valid',
    anchored: true,
    bytes: 17,
  });
});

test('I10: any single changed byte of any file makes the bundle invalid', async () => {
  const files = bundle();
  const places = [...files].flatMap(([path, body]) => Array.from(body, (_, at) => [path, at] as const));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...places), fc.integer({ min: 1, max: 255 }), async ([path, at], flip) => {
      const body = Uint8Array.from(files.get(path)!);
      body[at] = body[at]! ^ flip;
      const verified = await verifyBundle(reader(bundle({ [path]: body })), { manifestSha256: sha256(MANIFEST) });

      expect(verified.status).toBe('invalid');
    }),
    { numRuns: 500 },
  );
});

test.each<[string, Map<string, Uint8Array>, string, string, string]>([
  [
    'a missing file',
    bundle({ [RESULTS]: undefined }),
    'incomplete',
    'file-missing',
    'shards/0000/attempt-01/results.jsonl.gz (6 bytes)',
  ],
  ['a missing manifest', bundle({ 'manifest.json': undefined }), 'incomplete', 'manifest-missing', 'found none'],
  ['a file too many', bundle({ 'files/extra': 'x' }), 'invalid', 'file-unexpected', 'found this one besides'],
  ['a longer file', bundle({ [RESULTS]: 'packed!' }), 'invalid', 'file-size-differs', 'expected 6 bytes, got 7'],
  ['a changed file', bundle({ [RESULTS]: 'pAcked' }), 'invalid', 'file-hash-differs', 'expected SHA-256'],
  ['a manifest that is no JSON', bundle({ 'manifest.json': '{' }), 'invalid', 'manifest-not-json', 'expected JSON'],
  [
    'a manifest in another spelling',
    bundle({ 'manifest.json': JSON.stringify(JSON.parse(Buffer.from(MANIFEST).toString()), null, 1) }),
    'invalid',
    'manifest-not-canonical',
    'RFC 8785',
  ],
  ['another schema', bundle({}, canonicalBytes({ schema: 'x' })), 'invalid', 'manifest-schema-unknown', 'got "x"'],
  [
    'no entries',
    bundle(
      {},
      forged((m) => ({ ...m, entries: 3 })),
    ),
    'invalid',
    'manifest-invalid',
    'at /entries',
  ],
  [
    'an entry without digest',
    bundle(
      {},
      forged((m) => ({ ...m, entries: [{ path: 'a' }] })),
    ),
    'invalid',
    'manifest-invalid',
    'at /entries/0',
  ],
  [
    'entries out of order',
    bundle(
      {},
      forged((m) => ({ ...m, entries: [...m.entries].reverse() })),
    ),
    'invalid',
    'entries-not-sorted',
    'out of place',
  ],
  [
    'another Merkle root',
    bundle(
      {},
      forged((m) => ({ ...m, merkleRoot: '00'.repeat(32) })),
    ),
    'invalid',
    'merkle-root-differs',
    'the entries give',
  ],
])('%s is found and named', async (_, files, status, code, message) => {
  const verified = await verifyBundle(reader(files));

  expect(verified.status).toBe(status);
  expect(verified.failures[0]).toMatchObject({ code, message: expect.stringContaining(message) });
});

test('a bundle that was rebuilt to agree with itself is unmasked by the digest from elsewhere', async () => {
  const manifest = forged((m) => ({ ...m, gate: 'shut' }));

  expect((await verifyBundle(reader(bundle({}, manifest)))).status).toBe('valid');
  expect(
    (await verifyBundle(reader(bundle({}, manifest)), { manifestSha256: sha256(MANIFEST) })).failures[0]?.code,
  ).toBe('manifest-digest-differs');
});

test('what is wrong comes before what is missing', async () => {
  const verified = await verifyBundle(reader(bundle({ [RESULTS]: undefined, 'files/extra': 'x' })));

  expect(verified.failures.map((failure) => failure.code)).toEqual(['file-unexpected', 'file-missing']);
  expect(verified.status).toBe('invalid');
});

test('files beside the bundle are allowed when they are named', async () => {
  expect((await verifyBundle(reader(bundle({ 'retention.json': '[]' })), { besides: ['retention.json'] })).status).toBe(
    'valid',
  );
});

const retention = (change: Partial<RetentionFact> = {}): readonly RetentionFact[] =>
  [...new Map(ENTRIES.map((entry) => [`files/${entry.sha256}`, entry.versionId])), ['manifest.json', 'm'] as const].map(
    ([path, versionId]) => ({
      path,
      versionId,
      mode: 'COMPLIANCE',
      retainUntilEpochMs: 2_000,
      ...(path === RESULTS ? change : {}),
    }),
  );

test.each<[string, readonly RetentionFact[], string, string]>([
  ['all there', retention(), 'valid', ''],
  ['no fact of a file', retention().filter((fact) => fact.path !== RESULTS), 'incomplete', 'retention-missing'],
  ['a forged newer version', retention({ versionId: 'v9' }), 'invalid', 'retention-version-differs'],
  ['no lock', retention({ mode: null }), 'invalid', 'retention-none'],
  ['a lock that is over', retention({ retainUntilEpochMs: 1_000 }), 'invalid', 'retention-over'],
])('retention facts with %s', async (_, facts, status, code) => {
  const verified = await verifyBundle(reader(bundle()), { retention: facts, nowEpochMs: 1_000 });

  expect([verified.status, verified.failures[0]?.code ?? '']).toEqual([status, code]);
});
