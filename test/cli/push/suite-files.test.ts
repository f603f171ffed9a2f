/** Files that suites name are read from a real folder: nothing outside of it, nothing too large, nothing that is no file. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { rootFor, suiteFileReader } from '../../../cli/push/suite-files.ts';
import { readFound } from '../../../cli/push/find-files.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'suite-files-'));
  for (const folder of ['suites', 'data', 'outside']) mkdirSync(path.join(root, folder));
  writeFileSync(path.join(root, 'data', 'a.csv'), 'n\n1\n');
  writeFileSync(path.join(root, 'outside', 'secret.txt'), 'secret');
  symlinkSync(path.join(root, 'outside', 'secret.txt'), path.join(root, 'data', 'link.txt'));
  symlinkSync('/etc', path.join(root, 'data', 'etc'));
  symlinkSync(path.join(root, 'data', 'a.csv'), path.join(root, 'data', 'inside.csv'));
  writeFileSync(path.join(root, 'data', 'large.csv'), '');
  truncateSync(path.join(root, 'data', 'large.csv'), 100_000_000);
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

const read = (file: string, below = root): string => {
  const content = suiteFileReader(below, path.join(root, 'suites', 's.yaml'))(file, 64 * 1024 * 1024);
  return 'problem' in content ? content.problem : new TextDecoder().decode(content.bytes);
};

test('a file below the root is read, also through a link that stays inside', () => {
  expect(read('../data/a.csv')).toBe('n\n1\n');
  expect(read('../data/inside.csv')).toBe('n\n1\n');
});

test.each([
  ['../../x.txt', 'lies outside of it'],
  ['../data/etc/passwd', 'lies outside of it'],
  ['../data/none.csv', 'expected to read ../data/none.csv, but there is no such file'],
  ['../data', 'expected a file, but ../data is none'],
  ['../data/a.csv/b', 'a part of its path is no folder'],
])('%s is a problem: %s', (file, words) => {
  expect(read(file)).toContain(words);
});

test('what lies above the root is a problem, wherever the suite is', () => {
  expect(read('../data/link.txt', path.join(root, 'suites'))).toContain('lies outside of it');
});

test('a file of 100 MB is refused at its place, unread', async () => {
  writeFileSync(
    path.join(root, 'suites', 'large.yaml'),
    'suite: a\nservice: b\ncases:\n  - { id: x, rows: { file: ../data/large.csv }, request: { method: GET, path: / }, checks: [{ status: 200 }] }\n',
  );
  const before = process.memoryUsage().rss;
  const [found] = await readFound(root, [{ file: 'suites/large.yaml', named: true }]);

  expect(found?.kind === 'invalid' ? found.problems : []).toMatchObject([
    {
      place: { file: 'suites/large.yaml', line: 4, column: 28 },
      message: 'expected a file of at most 64 MB, but ../data/large.csv has 95.4 MB',
    },
  ]);
  expect(process.memoryUsage().rss - before).toBeLessThan(90_000_000);
});

test('the root is where the person stands when the suite is below it, else the folder of the suite', () => {
  expect(rootFor('/work', 'suites/s.yaml')).toBe('/work');
  expect(rootFor('/work', '/elsewhere/suites/s.yaml')).toBe('/elsewhere/suites');
});
