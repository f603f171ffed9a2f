/**
 * `assay evidence pull|verify` on a bundle made here: the manifest by core/manifest.ts, the store scripted so that it cuts, forges and expires.
 * Digests of expectations come from node:crypto.
 */
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import {
  appendFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { canonicalBytes, canonicalJson } from '#core/canonical-json';
import { entriesRoot, type ManifestEntry } from '#core/manifest';
import { expectGolden } from './golden.ts';
import { run, type Ran } from './run-command.ts';
import { problem, startPlane, type Scripted, type ScriptedPlane, type Seen } from './scripted-plane.ts';
import { RUN_ID } from './wire-samples.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const PREFIX = `v1/acme/2026/11/21/${RUN_ID}/`;
const WHO = { tenant: 'acme', runId: RUN_ID, gate: { answer: 'open' } };
const SUT = { service: 'shop', version: '1.0.0', environment: 'shop-local' };
const BODIES = {
  'inputs/run.json': canonicalJson({ ...WHO, schema: 'assay/run/v1', pad: 'x'.repeat(5000) }),
  'shards/0000/attempt-01/results.jsonl.gz': 'results '.repeat(800),
  'verdict/junit.xml': '<testsuites/>',
  'verdict/results.json': canonicalJson({ ...WHO, ...SUT, schema: 'assay/verdict/v1' }),
};
const FILES = Object.entries(BODIES).map(([name, text]) => {
  const bytes = Buffer.from(text);
  return { path: name, bytes, sha256: sha256(bytes) };
});
const entries: ManifestEntry[] = FILES.map((file, at) => ({
  path: file.path,
  sha256: file.sha256,
  bytes: file.bytes.length,
  mediaType: 'application/json',
  class: 'evidence',
  redactions: 0,
  versionId: `v${String(at)}`,
}));
const MANIFEST = Buffer.from(
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

let plane: ScriptedPlane;
let cwd: string;
let listings: number;
beforeEach(async () => {
  plane = await startPlane();
  cwd = await mkdtemp(path.join(tmpdir(), 'assay-evidence-'));
  listings = 0;
  plane.on(`GET /tests/run/${RUN_ID}/evidence`, () => {
    listings += 1;
    const link = (key: string, versionId: string): string =>
      `${plane.url}/store/${key}?versionId=${versionId}&listing=${String(listings)}`;
    return {
      json: {
        bucket: 'evidence',
        prefix: PREFIX,
        expiresAt: '2026-11-21T12:05:00Z',
        manifest: {
          key: `${PREFIX}manifest.json`,
          versionId: 'm1',
          sha256: sha256(MANIFEST),
          bytes: MANIFEST.length,
          url: link('manifest', 'm1'),
        },
        files: FILES.map((file, at) => ({
          path: file.path,
          key: `${PREFIX}files/${file.sha256}`,
          versionId: `v${String(at)}`,
          sha256: file.sha256,
          bytes: file.bytes.length,
          mediaType: 'application/json',
          url: link(`file${String(at)}`, `v${String(at)}`),
        })),
      },
    };
  });
  plane.on('GET /store/manifest', { bytes: MANIFEST });
  FILES.forEach((file, at) => {
    plane.on(`GET /store/file${String(at)}`, { bytes: file.bytes });
  });
});
afterEach(async () => {
  await plane.close();
});

const pull = (...more: readonly string[]): Promise<Ran> =>
  run(['evidence', 'pull', RUN_ID, ...more], { cwd, env: { ASSAY_URL: plane.url, ASSAY_TOKEN: 'a.b.c' } });
const verify = (...more: readonly string[]): Promise<Ran> => run(['evidence', 'verify', 'bundle', ...more], { cwd });
const inBundle = (name: string): string => path.join(cwd, 'bundle', name);
const [first, second] = FILES as [(typeof FILES)[0], (typeof FILES)[0]];

describe('pull', () => {
  test('fetches every object by its version, without the token, and verifies what came', async () => {
    const { exit, stdout } = await pull();

    expect(exit).toBe(0);
    expect(stdout).toContain('✓ valid  4 files');
    expect((await readdir(path.join(cwd, `evidence-${RUN_ID}`))).sort()).toEqual(['files', 'manifest.json']);
    const stored = plane.seen.filter((call) => call.url.startsWith('/store/'));
    expect(stored.every((call) => call.headers.authorization === undefined && call.url.includes('versionId='))).toBe(
      true,
    );
  });

  test('goes on where the connection broke', async () => {
    const half = (seen: Seen): Scripted => {
      const from = Number(/^bytes=(\d+)-$/.exec(seen.headers.range ?? '')?.[1] ?? 0);
      return from === 0 ? { bytes: first.bytes, cut: 1000 } : { status: 206, bytes: first.bytes.subarray(from) };
    };
    plane.on('GET /store/file0', half);

    const { exit, stderr } = await pull('--out', 'bundle');

    expect(stderr).toBe('');
    expect(exit).toBe(0);
    expect(plane.calls('GET /store/file0').map((call) => call.headers.range)).toEqual([undefined, 'bytes=1000-']);
    expect(await readFile(inBundle(`files/${first.sha256}`))).toEqual(first.bytes);
  });

  test('a second pull keeps what is there and whole', async () => {
    await pull('--out', 'bundle');
    const before = plane.seen.length;

    const { exit, stdout } = await pull('--out', 'bundle');

    expect(exit).toBe(0);
    expect(stdout).toContain('5 of them here before');
    expect(plane.seen.slice(before).map((call) => call.url)).toEqual([`/tests/run/${RUN_ID}/evidence`]);
  });

  test('asks for fresh links when they have expired', async () => {
    plane.on('GET /store/file1', (seen) =>
      seen.url.endsWith('listing=1') ? { status: 403 } : { bytes: second.bytes },
    );

    const { exit } = await pull('--out', 'bundle');

    expect(exit).toBe(0);
    expect(listings).toBe(2);
  });

  test('forged bytes are refused with 1 and not kept', async () => {
    const forged = Buffer.from(first.bytes);
    forged[7] = (forged[7] ?? 0) ^ 1;
    plane.on('GET /store/file0', { bytes: forged });

    const { exit, stderr } = await pull('--out', 'bundle');

    expect(exit).toBe(1);
    expect(stderr).toContain(`expected SHA-256 ${first.sha256}`);
    expect(await readdir(inBundle('files'))).not.toContain(first.sha256);
  });

  test('an object outside of the prefix is not written outside of the folder', async () => {
    plane.on(`GET /tests/run/${RUN_ID}/evidence`, {
      json: {
        bucket: 'b',
        prefix: PREFIX,
        expiresAt: 'x',
        manifest: {
          key: `${PREFIX}manifest.json`,
          versionId: 'm',
          sha256: sha256(MANIFEST),
          bytes: MANIFEST.length,
          url: `${plane.url}/store/manifest`,
        },
        files: [
          {
            path: 'x',
            key: `${PREFIX}../../../escaped`,
            versionId: 'v',
            sha256: first.sha256,
            bytes: first.bytes.length,
            mediaType: 'x',
            url: `${plane.url}/store/file0`,
          },
        ],
      },
    });

    const { exit, stderr } = await pull('--out', 'bundle');

    expect(exit).toBe(69);
    expect(stderr).toContain("outside of the run's prefix");
  });

  test('a run that is not sealed yet is said to be so', async () => {
    plane.on(
      `GET /tests/run/${RUN_ID}/evidence`,
      problem(409, 'evidence-not-sealed', 'Evidence not sealed', 'the run is judged, not sealed'),
    );

    const { exit, stderr } = await pull();

    expect(exit).toBe(64);
    expect(stderr).toContain('sealing follows the gate result by seconds');
  });
});

describe('verify', () => {
  beforeEach(async () => {
    await mkdir(inBundle('files'), { recursive: true });
    await writeFile(inBundle('manifest.json'), MANIFEST);
    for (const file of FILES) await writeFile(inBundle(`files/${file.sha256}`), file.bytes);
  });

  test('a whole bundle is valid, and says that its manifest was not compared', async () => {
    const { exit, stdout } = await verify();

    expect(exit).toBe(0);
    expectGolden('verify-valid.txt', stdout);
  });

  test('with the right digest of the manifest nothing is left to say', async () => {
    const { exit, stdout } = await verify('--manifest-sha256', sha256(MANIFEST));

    expect(exit).toBe(0);
    expect(stdout).not.toContain('not compared');
  });

  test('every changed byte is found, also in the manifest', async () => {
    for (const name of ['manifest.json', ...FILES.map((file) => `files/${file.sha256}`)]) {
      const whole = await readFile(inBundle(name));
      for (const at of [0, Math.floor(whole.length / 2), whole.length - 1]) {
        const changed = Buffer.from(whole);
        changed[at] = (changed[at] ?? 0) ^ 1;
        await writeFile(inBundle(name), changed);

        const { exit } = await verify('--manifest-sha256', sha256(MANIFEST));

        expect(exit).toBe(1);
      }
      await writeFile(inBundle(name), whole);
    }
  });

  test('the first failure is named', async () => {
    await appendFile(inBundle(`files/${second.sha256}`), 'x');

    const { exit, stdout } = await verify();

    expect(exit).toBe(1);
    expectGolden('verify-invalid.txt', stdout);
  });

  test('a file too many is invalid', async () => {
    await writeFile(inBundle('files/extra'), 'x');

    expect(await verify()).toMatchObject({ exit: 1 });
  });

  const { tenant: _tenant, ...anonymous } = JSON.parse(MANIFEST.toString()) as { readonly tenant: string };
  test.each<[string, object]>([
    ['without most of it', { schema: 'assay/manifest/v1' }],
    ['without tenant', anonymous],
    ['with a list for a system', { ...anonymous, tenant: 'acme', sut: [] }],
    ['with null for entries', { ...anonymous, tenant: 'acme', entries: null }],
  ])('a manifest %s is invalid, and not a crash', async (_, manifest) => {
    await writeFile(inBundle('manifest.json'), canonicalBytes(manifest));

    const { exit, stdout } = await verify();

    expect(exit).toBe(1);
    expect(stdout).toContain('manifest-invalid');
  });

  const file = (): string => inBundle(`files/${first.sha256}`);
  const odd: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['a pipe', () => rm(file()).then(() => execFileSync('mkfifo', [file()]))],
    ['a folder', () => rm(file()).then(() => mkdir(file()))],
    [
      'a link to the same bytes',
      () => rename(file(), path.join(cwd, 'aside')).then(() => symlink('../../aside', file())),
    ],
    ['a link to itself', () => rm(file()).then(() => symlink(first.sha256, file()))],
    ['a huge file with holes', () => truncate(file(), 1024 ** 4)],
    [
      'a manifest that is a link',
      () =>
        rename(inBundle('manifest.json'), path.join(cwd, 'm')).then(() => symlink('../m', inBundle('manifest.json'))),
    ],
    [
      'a manifest that is a pipe',
      () => rm(inBundle('manifest.json')).then(() => execFileSync('mkfifo', [inBundle('manifest.json')])),
    ],
    ['a huge manifest', () => truncate(inBundle('manifest.json'), 1024 ** 4)],
    [
      'files behind a link',
      () => rename(inBundle('files'), path.join(cwd, 'f')).then(() => symlink('../f', inBundle('files'))),
    ],
    [
      'itself a link',
      () => rename(path.join(cwd, 'bundle'), path.join(cwd, 'b')).then(() => symlink('b', path.join(cwd, 'bundle'))),
    ],
    [
      'itself a link to itself',
      () =>
        rename(path.join(cwd, 'bundle'), path.join(cwd, 'b')).then(() => symlink('bundle', path.join(cwd, 'bundle'))),
    ],
    ['an empty folder besides', () => mkdir(inBundle('files/more'))],
    ['a part besides the whole file', () => writeFile(`${file()}.part`, 'x')],
  ];
  test.each(odd)('a bundle with %s is invalid, at once', async (_, change) => {
    await change();

    const { exit, stdout } = await verify();

    expect(stdout).toContain('✗ invalid');
    expect(exit).toBe(1);
  });

  test('a missing file is incomplete, so is one whose download did not end', async () => {
    await rename(inBundle(`files/${first.sha256}`), inBundle(`files/${first.sha256}.part`));
    const begun = await verify();
    await rm(inBundle(`files/${first.sha256}.part`));
    const missing = await verify('--json');

    expect(begun.exit).toBe(2);
    expect(missing.exit).toBe(2);
    expect(JSON.parse(missing.stdout)).toMatchObject({
      status: 'incomplete',
      exitCode: 2,
      failures: [{ code: 'file-missing' }],
    });
  });

  test.each([
    [['evidence', 'verify']],
    [['evidence', 'verify', 'nowhere']],
    [['evidence', 'verify', 'bundle/manifest.json']],
    [['evidence', 'verify', 'bundle', '--manifest-sha256', 'abc']],
    [['evidence', 'verify', 'bundle', '--nonsense']],
  ])('%j is wrong use: 3', async (argv) => {
    expect(await run(argv, { cwd })).toMatchObject({ exit: 3, stdout: '' });
  });
});
