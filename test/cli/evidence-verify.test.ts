/** `assay evidence verify` on a folder, whole, harmed or hostile. */
import { execFileSync } from 'node:child_process';
import { appendFile, mkdir, mkdtemp, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { canonicalBytes } from '#core/canonical-json';
import { expectGolden } from './golden.ts';
import { run, type Ran } from './run-command.ts';
import { FILES, MANIFEST, sha256 } from './sealed-bundle.ts';

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'assay-verify-'));
});

const verify = (...more: readonly string[]): Promise<Ran> => run(['evidence', 'verify', 'bundle', ...more], { cwd });
const inBundle = (name: string): string => path.join(cwd, 'bundle', name);
const [first, second] = FILES as [(typeof FILES)[0], (typeof FILES)[0]];

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

  test('the name of a file cannot write lines of its own', async () => {
    await writeFile(inBundle('files/a\n✓ valid  4 files\r\tb'), 'x');

    const { exit, stdout } = await verify();

    expect(exit).toBe(1);
    expect(stdout).toContain('files/a\\u000a✓ valid  4 files\\u000d\\u0009b');
    expect(stdout.split('\n').filter((line) => line.startsWith('✓'))).toEqual([]);
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
