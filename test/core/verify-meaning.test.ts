/** Bundles whose digests are all right and whose words are not. */
import { expect, test } from '@jest/globals';
import type { EvidenceManifest, ManifestEntry } from '#core/manifest';
import { verifyBundle } from '#core/verify-bundle';
import { BODIES, reader, rebuilt } from './sealed-bundle.ts';

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
