/** The build: one minified ESM bundle a function that loads by itself, and a clear error when a function is missing. */
import { expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleAll, bundlesOf } from '../../cdk/bundle.ts';

const inTree = async (act: (root: string) => Promise<void>): Promise<void> => {
  const root = mkdtempSync(join(tmpdir(), 'assay-bundle-'));
  try {
    for (const { entry, name } of bundlesOf(root, join(root, 'build'))) {
      mkdirSync(join(entry, '..'), { recursive: true });
      writeFileSync(
        entry,
        `import { createRequire } from 'node:module';\nexport const handler = () => '${name}';\nexport const version = ASSAY_VERSION;\nexport const url = createRequire(import.meta.url) !== undefined;\n`,
      );
    }
    writeFileSync(join(root, 'runner', 'Dockerfile'), 'ARG BASE_IMAGE\n');
    writeFileSync(join(root, 'package.json'), '{"version":"9.8.7"}');
    await act(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
};

test('every function and the runner become one file that plain node loads and that knows the version of package.json, beside its metafile', async () => {
  await inTree(async (root) => {
    const out = join(root, 'build');

    const reports = await bundleAll(root, out);

    expect(reports).toHaveLength(23);
    for (const { name, file } of bundlesOf(root, out)) {
      const script = `import(${JSON.stringify(file)}).then((loaded) => process.stdout.write(loaded.handler() + ' ' + loaded.version))`;
      if (name === 'plan-run' || name === 'runner')
        expect(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })).toBe(`${name} 9.8.7`);
      const meta = JSON.parse(readFileSync(file.replace('.mjs', '.meta.json'), 'utf8')) as { outputs: object };
      expect(Object.keys(meta.outputs)).toHaveLength(1);
    }
    expect(existsSync(join(out, 'runner', 'Dockerfile'))).toBe(true);
  });
});

test('what an earlier build left is gone', async () => {
  await inTree(async (root) => {
    const stale = join(root, 'build', 'functions', 'gone');
    mkdirSync(stale, { recursive: true });

    await bundleAll(root, join(root, 'build'));

    expect(existsSync(stale)).toBe(false);
  });
});

test('a missing function stops the build by name, before anything is written', async () => {
  await inTree(async (root) => {
    rmSync(join(root, 'functions', 'seal-run', 'index.ts'));
    rmSync(join(root, 'runner', 'Dockerfile'));

    const failure = bundleAll(root, join(root, 'build'));

    await expect(failure).rejects.toThrow(/are missing:\n.*functions\/seal-run\/index\.ts\n.*runner\/Dockerfile/);
    expect(existsSync(join(root, 'build'))).toBe(false);
  });
});
