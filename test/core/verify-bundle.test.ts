/** A bundle is built by hand from the published layout; the verifier must say valid, and invalid for every changed byte. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalBytes } from '#core/canonical-json';
import { evidenceManifest, evidencePrefix } from '#core/manifest';
import { verifyBundle, type RetentionFact } from '#core/verify-bundle';
import {
  BODIES,
  ENTRIES,
  FACTS,
  MANIFEST,
  RESULTS,
  RUN,
  bundle,
  forged,
  reader,
  rebuilt,
  sha256,
} from './sealed-bundle.ts';

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
  expect(sha256(MANIFEST)).toBe('d8c98c075292caac538eabaeb5eb44acce22dae98455abfcef6c6c7b6cf2f714');
});

test('a path may stand in the manifest once', () => {
  expect(() => evidenceManifest({ ...FACTS, entries: [...ENTRIES, ENTRIES[0]!] })).toThrow(
    'each path must stand in the manifest once, got inputs/plan.json again',
  );
});

test('the prefix is the UTC day on which the run was accepted', () => {
  expect(evidencePrefix(RUN)).toBe('v1/acme/2026/02/03/r1/');
});

test('an untouched bundle is valid; with a digest from elsewhere it is anchored', async () => {
  expect(await verifyBundle(reader(bundle()))).toMatchObject({
    status: 'valid',
    failures: [],
    files: 6,
    anchored: false,
  });
  expect(await verifyBundle(reader(bundle()), { manifestSha256: sha256(MANIFEST) })).toMatchObject({
    status: 'valid',
    anchored: true,
    bytes: [...new Set(Object.values(BODIES))].join('').length,
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
    'at /entries/0/sha256',
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
  const files = rebuilt({ 'verdict/junit.xml': '<y/>' });

  expect((await verifyBundle(reader(files))).status).toBe('valid');
  expect((await verifyBundle(reader(files), { manifestSha256: sha256(MANIFEST) })).failures[0]?.code).toBe(
    'manifest-digest-differs',
  );
});

test('the part of a begun download is excused only while its file is missing', async () => {
  const part = { [`${RESULTS}.part`]: 'pac' };

  expect((await verifyBundle(reader(bundle({ ...part, [RESULTS]: undefined })))).status).toBe('incomplete');
  expect((await verifyBundle(reader(bundle(part)))).failures[0]?.code).toBe('file-unexpected');
  expect((await verifyBundle(reader(bundle({ 'files/other.part': 'x', [RESULTS]: undefined })))).status).toBe(
    'invalid',
  );
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
