/**
 * Documents of public APIs: for each, files are written, pass the lint that `assay push` uses (init refuses to write others) and stay small, in
 * however large. The documents lie beside this repository; where they do not, ASSAY_OPENAPI_CORPUS names their folder. The largest ones take
 * most of a minute together and are tried only when it is set.
 */
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { run } from './run-command.ts';

interface Listed {
  readonly file: string;
  readonly operations: number;
}

const CORPUS = [
  process.env['ASSAY_OPENAPI_CORPUS'] ?? '',
  path.resolve(import.meta.dirname, '../../../shared/data/openapi-corpus'),
].find((folder) => existsSync(path.join(folder, 'index.json')));
const OPERATIONS_MAX = process.env['ASSAY_OPENAPI_CORPUS'] === undefined ? 40 : Infinity;
const all = CORPUS === undefined ? [] : (JSON.parse(readFileSync(path.join(CORPUS, 'index.json'), 'utf8')) as Listed[]);
const listed = all.filter(({ operations }) => operations <= OPERATIONS_MAX);

// Without the documents one test says so by its name.
if (CORPUS === undefined)
  test('not run: the documents of public APIs are not here, ASSAY_OPENAPI_CORPUS names their folder', () => {
    expect(listed).toEqual([]);
  });
else
  test.each(listed)(
    '$file',
    async ({ file, operations }) => {
      const cwd = await mkdtemp(path.join(tmpdir(), 'assay-corpus-'));

      const { exit, stdout, stderr } = await run(['init', path.join(CORPUS, file), '--json'], { cwd });

      if (operations === 0) {
        expect([exit, stderr]).toEqual([64, expect.stringContaining('describes no operations')]);
        return;
      }
      expect([exit, stderr]).toEqual([0, '']);
      const made = JSON.parse(stdout) as { operations: number; cases: number; files: string[] };
      expect(made.operations).toBe(operations);
      expect(made.cases).toBeGreaterThan(0);
      expect(made.cases).toBeLessThanOrEqual(10_000);
      for (const name of made.files) expect((await stat(path.join(cwd, name))).size).toBeLessThan(1_000_000);
    },
    60_000,
  );
