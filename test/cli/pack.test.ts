/**
 * The package as somebody else gets it: bundled, packed by npm, installed offline from the tarball into an empty folder, and run there by whatever
 * `node` runs the tests. Nothing of this repository is on its path.
 */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { bundleCli, CLI_BUNDLE } from '../../cli/bundle.ts';
import { smallApi } from './laptop/small-api.ts';
import { run } from './run-command.ts';

const execute = promisify(execFile);
const ROOT = path.resolve(import.meta.dirname, '../..');
const SHOP = path.join(ROOT, 'examples/shop');

interface Ended {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

const program = async (command: string, argv: readonly string[], cwd: string): Promise<Ended> => {
  const env = {
    PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env['PATH'] ?? ''}`,
    HOME: cwd,
    npm_config_cache: path.join(cwd, '.npm-cache'),
  };
  try {
    const { stdout, stderr } = await execute(command, argv, { cwd, env, timeout: 100_000 });
    return { exit: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { exit: code, stdout, stderr };
  }
};

let elsewhere: string;
let assay: (...argv: readonly string[]) => Promise<Ended>;

beforeAll(async () => {
  await bundleCli();
  elsewhere = await mkdtemp(path.join(tmpdir(), 'assay-elsewhere-'));
  // Packed from a copy of what `files` names: packing here would run prepack and leave its tarball in the tree.
  const source = path.join(elsewhere, 'source');
  const manifest = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8')) as {
    files: string[];
    scripts?: object;
  };
  for (const file of [...manifest.files, 'package.json']) {
    await mkdir(path.dirname(path.join(source, file)), { recursive: true });
    await cp(path.join(ROOT, file), path.join(source, file)).catch(() => undefined);
  }
  await writeFile(path.join(source, 'package.json'), JSON.stringify({ ...manifest, scripts: {} }));
  const packed = await program('npm', ['pack', '--json', '--offline', '--ignore-scripts'], source);
  const [{ filename }] = JSON.parse(packed.stdout) as [{ filename: string }];
  const home = path.join(elsewhere, 'home');
  await mkdir(home);
  await writeFile(path.join(home, 'package.json'), '{"private":true}');
  const installed = await program(
    'npm',
    ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--omit=dev', path.join(source, filename)],
    home,
  );
  if (installed.exit !== 0) throw new Error(`npm install failed: ${installed.stderr}`);
  assay = (...argv) => program(path.join(home, 'node_modules/.bin/assay'), argv, home);
}, 120_000);

describe('the packed command', () => {
  test('says its version', async () => {
    const { version } = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8')) as { version: string };

    expect(await assay('--version')).toEqual({ exit: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('checks suites and writes starter suites', async () => {
    const lint = await assay('lint', path.join(SHOP, 'suites'));
    const init = await assay('init', path.join(SHOP, 'openapi.yaml'));
    const again = await assay('lint', 'assay');

    expect(lint).toMatchObject({ exit: 0, stdout: 'ok  3 files, 3 suites, 42 cases\n' });
    expect(init).toMatchObject({ exit: 0, stderr: '' });
    expect(again.exit).toBe(0);
  });

  test('runs suites here, and says of a wrong one what the sources say of it', async () => {
    const api = await smallApi(({ path: asked }) => ({ status: asked === '/ok' ? 200 : 404 }));
    const suite = (more: string): string =>
      `suite: here\nservice: shop\ncases:\n  - id: ok\n    request: { method: GET, path: /ok }\n    checks: [{ status: 200 }]\n${more}`;
    const home = path.join(elsewhere, 'home');
    await mkdir(path.join(home, 'wrong'));
    await writeFile(path.join(home, 'good.yaml'), suite(''));
    await writeFile(
      path.join(home, 'wrong', 'bad.yaml'),
      suite('  - id: Bad Id\n    request: { method: 1 }\n    check: []\n'),
    );
    await writeFile(path.join(home, 'wrong', 'env.yaml'), 'name: x\ntargets: { default: ftp://x }\nlimit: 1\n');
    try {
      const good = await assay('test', 'good.yaml', '--target', api.url);
      const bad = await assay('lint', 'wrong');
      const fromSources = await run(['lint', 'wrong'], { cwd: home });

      expect(good).toMatchObject({ exit: 0 });
      expect(good.stdout).toContain('✓ gate open  1 passed');
      expect(bad.exit).toBe(1);
      expect(bad.stdout.split('\n').length).toBeGreaterThan(5);
      expect(bad.stdout).toBe(fromSources.stdout);
    } finally {
      await api.close();
    }
  });

  test('speaks HTTP: nobody listening is 69', async () => {
    const { exit, stdout } = await assay('doctor', '--url', 'http://127.0.0.1:1', '--token', 'a.b.c');

    expect(exit).toBe(69);
    expect(stdout).toContain('fail  reach');
  });

  test('is one file without dependencies, of at most 4 MB', async () => {
    const bundle = await readFile(CLI_BUNDLE, 'utf8');
    const listed = await assay('--help');

    expect(bundle.startsWith('#!/usr/bin/env node\n')).toBe(true);
    expect(Buffer.byteLength(bundle)).toBeLessThan(4 * 1024 * 1024);
    expect(listed.exit).toBe(0);
  });
});
