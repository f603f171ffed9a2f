/** `assay evidence pull` from a store scripted so that it cuts, forges and expires. */
import { mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { run, type Ran } from './run-command.ts';
import { problem, startPlane, type Scripted, type ScriptedPlane, type Seen } from './scripted-plane.ts';
import { FILES, MANIFEST, PREFIX, sha256 } from './sealed-bundle.ts';
import { RUN_ID } from './wire-samples.ts';

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

  test('a version that is gone is said to be so, and not asked for again', async () => {
    plane.on('GET /store/file0', { status: 404 });

    const { exit, stderr } = await pull('--out', 'bundle');

    expect(exit).toBe(69);
    expect(stderr).toContain('the locked version is not there any more');
    expect(stderr).toContain('docs/runbooks/seal-failure.md');
    expect(plane.calls('GET /store/file0')).toHaveLength(1);
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

  test.each([
    ['the folder of files', 'files', ''],
    ['a file', 'manifest.json', 'manifest.json'],
    ['what was begun of a file', 'manifest.json.part', 'manifest.json'],
  ])('a link in the place of %s is refused, and nothing is written through it', async (_, name, file) => {
    const elsewhere = await mkdtemp(path.join(tmpdir(), 'assay-elsewhere-'));
    await mkdir(path.join(cwd, 'bundle'));
    await writeFile(path.join(elsewhere, 'manifest.json'), 'kept');
    await symlink(path.join(elsewhere, file), inBundle(name));

    const { exit, stderr } = await pull('--out', 'bundle');

    expect(exit).toBe(64);
    expect(stderr).toContain('it is a link, which leads elsewhere');
    expect(await readdir(elsewhere)).toEqual(['manifest.json']);
    expect(await readFile(path.join(elsewhere, 'manifest.json'), 'utf8')).toBe('kept');
  });

  test('a folder that is reached by a link may be named', async () => {
    const elsewhere = await mkdtemp(path.join(tmpdir(), 'assay-elsewhere-'));
    await symlink(elsewhere, path.join(cwd, 'bundle'));

    expect((await pull('--out', 'bundle')).exit).toBe(0);
    expect((await readdir(elsewhere)).sort()).toEqual(['files', 'manifest.json']);
  });

  test('without payload:read the manifest is fetched, and what is missing is said', async () => {
    plane.on(`GET /tests/run/${RUN_ID}/evidence`, {
      json: {
        bucket: 'evidence',
        prefix: PREFIX,
        expiresAt: '2026-11-21T12:05:00Z',
        manifest: {
          key: `${PREFIX}manifest.json`,
          versionId: 'm1',
          sha256: sha256(MANIFEST),
          bytes: MANIFEST.length,
          url: `${plane.url}/store/manifest`,
        },
        files: [],
      },
    });

    const { exit, stdout, stderr } = await pull('--out', 'bundle');

    expect(exit).toBe(77);
    expect(stdout).toBe('');
    expect(stderr).toContain('only the manifest could be fetched');
    expect(stderr).toContain('payload:read');
    expect(stderr).not.toContain('file-missing');
    expect(await readdir(path.join(cwd, 'bundle'))).toEqual(['manifest.json']);
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
