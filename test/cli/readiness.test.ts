import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { run } from './run-command.ts';

const CHECKLIST = `checklist: release
name: Release
sections:
  - id: api
    name: API
    items:
      - { id: works, text: It works., automatic: { cases: [api/*] } }
`;
const results = (verdict: string) =>
  JSON.stringify({
    results: [{ suite: 'shop.api', case: 'a', tags: [], warnings: [], verdict, flaky: false, advisory: false }],
  });

let cwd = '';
beforeAll(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'assay-readiness-'));
  await writeFile(path.join(cwd, 'release.yaml'), CHECKLIST);
  await writeFile(path.join(cwd, 'good.json'), results('passed'));
  await writeFile(path.join(cwd, 'bad.json'), results('failed'));
  await writeFile(path.join(cwd, 'other.json'), '{"results":[{}]}');
  await writeFile(path.join(cwd, 'odd.yaml'), CHECKLIST.replace('text: It works.', 'txt: It works.'));
  await writeFile(path.join(cwd, 'twice.yaml'), CHECKLIST.replace('id: works', 'id: api'));
});

test('ready is exit 0, not ready is exit 1', async () => {
  const good = await run(['readiness', 'release.yaml', 'good.json'], { cwd });
  const bad = await run(['readiness', 'release.yaml', 'good.json', 'bad.json', '--html', 'out.html'], { cwd });

  expect([good.exit, good.stdout]).toEqual([
    0,
    'Release: ready, 100 % of 95 %\n  API: 100 % (1 of 1)\n    PASS It works.\n',
  ]);
  expect([bad.exit, bad.stdout.includes('FAIL It works. (did not pass: shop.api/a)')]).toEqual([1, true]);
  expect(await readFile(path.join(cwd, 'out.html'), 'utf8')).toContain('Release: not ready');
});

test('as JSON', async () => {
  const { stdout } = await run(['readiness', 'release.yaml', '--json'], { cwd });

  expect(JSON.parse(stdout)).toMatchObject({ verdict: 'not-ready', score: 0, itemsWithoutCase: ['works'] });
});

test.each<[string, readonly string[], string]>([
  ['no checklist', ['none.yaml'], 'there is no such file'],
  ['a field that there is not', ['odd.yaml'], '/sections/0/items/0'],
  ['an id that is there twice', ['twice.yaml'], 'got more than once: api'],
  ['another JSON', ['release.yaml', 'other.json'], 'expected a report of assay test --json in other.json'],
  ['no JSON', ['release.yaml', 'release.yaml'], 'got no JSON'],
])('%s is exit 64', async (_, args, message) => {
  const { exit, stderr } = await run(['readiness', ...args], { cwd });

  expect([exit, stderr]).toEqual([64, expect.stringContaining(message)]);
});
