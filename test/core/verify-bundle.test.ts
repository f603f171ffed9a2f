/** A bundle is built here by hand from the published layout; the verifier must say valid, and invalid for every changed byte. */
import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalBytes } from '#core/canonical-json';
import {
  entriesRoot,
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
  'inputs/plan.json': '{"schema":"assay/plan/v1","tenant":"acme","runId":"r1","cases":3,"suites":[{"id":"shop.b"}]}',
  'inputs/run.json': '{"schema":"assay/run/v1","tenant":"acme","runId":"r1","gate":{"answer":"open"}}',
  'inputs/suites/shop.b.json': '{}',
  'shards/0000/attempt-01/results.jsonl.gz': 'packed',
  'verdict/junit.xml': '<x/>',
  'verdict/copy.xml': '<x/>',
  'verdict/results.json':
    '{"schema":"assay/verdict/v1","tenant":"acme","runId":"r1","service":"shop","version":"1.2.0","environment":"dev","gate":{"answer":"open"}}',
};
const entryOf = (path: string, text: string): ManifestEntry => {
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
const ENTRIES = Object.entries(BODIES).map(([path, text]) => entryOf(path, text));
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

/** The bundle with other bytes in some files and a manifest that agrees with them. */
const rebuilt = (
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

test('a bundle that was rebuilt to agree with itself is unmasked by the digest from elsewhere', async () => {
  const files = rebuilt({ 'verdict/junit.xml': '<y/>' });

  expect((await verifyBundle(reader(files))).status).toBe('valid');
  expect((await verifyBundle(reader(files), { manifestSha256: sha256(MANIFEST) })).failures[0]?.code).toBe(
    'manifest-digest-differs',
  );
});

const without = (member: keyof EvidenceManifest) => (m: EvidenceManifest) =>
  Object.fromEntries(Object.entries(m).filter(([name]) => name !== member));
const firstEntry = (change: object) => (m: EvidenceManifest) => ({
  ...m,
  entries: m.entries.map((entry, at) => (at === 0 ? { ...entry, ...change } : entry)),
});

test.each<[string, (m: EvidenceManifest) => object, string]>([
  ...(
    ['tenant', 'runId', 'name', 'sut', 'planDigest', 'suites', 'runner', 'window', 'expectedTests', 'gate'] as const
  ).map((member): [string, (m: EvidenceManifest) => object, string] => [
    `no ${member}`,
    without(member),
    `at /${member}, got nothing`,
  ]),
  ['no attempts', without('attempts'), 'expected a list at /attempts, got nothing'],
  ['a gate of its own making', (m) => ({ ...m, gate: 'ajar' }), 'at /gate, got "ajar"'],
  ['a run id that is a number', (m) => ({ ...m, runId: 7 }), 'at /runId, got 7'],
  ['a system that is a text', (m) => ({ ...m, sut: 'shop' }), 'expected an object at /sut, got "shop"'],
  ['a member that nobody knows', (m) => ({ ...m, approved: true }), 'expected no member "approved" at the top'],
  ['another class', firstEntry({ class: 'gossip' }), 'at /entries/0/class, got "gossip"'],
  ['redactions in words', firstEntry({ redactions: 'none' }), 'at /entries/0/redactions, got "none"'],
  ['a size beyond what is stored', firstEntry({ bytes: 2 ** 40 }), 'at /entries/0/bytes'],
  ...['/etc/passwd', '../up', 'a/../b', 'a\\b', 'a\nb', 'a//b', 'C:/x', ''].map(
    (path): [string, (m: EvidenceManifest) => object, string] => [
      `the path ${JSON.stringify(path)}`,
      firstEntry({ path }),
      'expected a relative path without "..", backslash or control characters at /entries/0/path',
    ],
  ),
])('a manifest with %s is invalid, whatever its digests say', async (_, change, message) => {
  const verified = await verifyBundle(reader(rebuilt({}, change)));

  expect(verified).toMatchObject({ status: 'invalid', manifest: null });
  expect(verified.failures[0]).toMatchObject({ code: 'manifest-invalid', message: expect.stringContaining(message) });
});

test.each<[string, Map<string, Uint8Array>, string, string]>([
  [
    'no entry at all',
    rebuilt({}, (m) => ({ ...m, entries: [] })),
    'manifest-inconsistent',
    'expected an entry inputs/run.json, got none',
  ],
  [
    'another gate than the verdict',
    rebuilt({}, (m) => ({ ...m, gate: 'shut' })),
    'file-contradicts',
    'expected gate.answer "shut" of the manifest in',
  ],
  [
    'a verdict of another run',
    rebuilt({ 'verdict/results.json': BODIES['verdict/results.json'].replace('r1', 'r2') }),
    'file-contradicts',
    'expected runId "r1" of the manifest in verdict/results.json, got "r2"',
  ],
  ['a verdict that is no JSON', rebuilt({ 'verdict/results.json': '{' }), 'file-contradicts', 'got nothing'],
  [
    'another plan than planned',
    rebuilt({}, (m) => ({ ...m, planDigest: 'ab'.repeat(32) })),
    'manifest-inconsistent',
    'without any redaction',
  ],
  [
    'more tests than planned',
    rebuilt({}, (m) => ({ ...m, expectedTests: 4 })),
    'file-contradicts',
    'expected cases 4 of the manifest in inputs/plan.json, got 3',
  ],
  [
    'a suite without its file',
    rebuilt({}, (m) => ({ ...m, suites: [...m.suites, { id: 'shop.z', sha256: 'ab'.repeat(32) }] })),
    'manifest-inconsistent',
    'expected a file of suite shop.z, got none',
  ],
  [
    'files of an attempt that is not listed',
    rebuilt({}, (m) => ({ ...m, attempts: m.attempts.slice(1) })),
    'manifest-inconsistent',
    'comes from shard 0 attempt 1, which is not listed',
  ],
  [
    'a window that ends first',
    rebuilt({}, (m) => ({ ...m, window: { startEpochMs: 2, endEpochMs: 1 } })),
    'manifest-inconsistent',
    'expected a window that ends after it starts',
  ],
])('a bundle whose digests are right is invalid with %s', async (_, files, code, message) => {
  const verified = await verifyBundle(reader(files));

  expect(verified.status).toBe('invalid');
  expect(verified.failures[0]).toMatchObject({ code, message: expect.stringContaining(message) });
});

test('a redacted plan may differ from the plan that was executed, and from nothing else', async () => {
  const redact = (entry: ManifestEntry) => (entry.path === 'inputs/plan.json' ? { ...entry, redactions: 1 } : entry);
  const elsewhere = (m: EvidenceManifest) => ({ ...m, planDigest: 'ab'.repeat(32) });

  expect((await verifyBundle(reader(rebuilt({}, elsewhere, redact)))).status).toBe('valid');
  expect((await verifyBundle(reader(rebuilt({}, (m) => ({ ...elsewhere(m), expectedTests: 9 }), redact)))).status).toBe(
    'invalid',
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
