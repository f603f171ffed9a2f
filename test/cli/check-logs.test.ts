/** `assay check-logs`: exit codes, forms of the answer, and that no value is shown. */
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { run } from './run-command.ts';

const DIRTY = '{"level":"info","msg":"start"}\n{"level":"info","password":"hunter2","card":"4111111111111111"}\n';
const CLEAN = '{"level":"info","msg":"start"}\n{"level":"warn","msg":"card ***"}\n';

let cwd = '';
beforeAll(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'assay-logs-'));
  await writeFile(path.join(cwd, 'dirty.log'), DIRTY);
  await writeFile(path.join(cwd, 'clean.log'), CLEAN);
  await writeFile(
    path.join(cwd, 'line.json'),
    JSON.stringify({ type: 'object', required: ['level'], properties: { level: { enum: ['info'] } } }),
  );
});

test('a clean log is exit 0', async () => {
  const { exit, stdout } = await run(['check-logs', 'clean.log'], { cwd });

  expect([exit, stdout.split('\n')[0]]).toEqual([0, 'clean  clean.log (2 lines, 65 B)']);
});

test('what is found is exit 1, by kind with count and first place, and no value anywhere', async () => {
  const { exit, stdout, stderr } = await run(['check-logs', 'dirty.log', 'clean.log', '--html', 'out.html'], { cwd });
  const page = await readFile(path.join(cwd, 'out.html'), 'utf8');

  expect(exit).toBe(1);
  expect(stdout).toContain('  card-number  1  first at 2:46 $.card  ****************\n');
  expect(stdout).toContain('  password     1  first at 2:29 $.password  *******\n');
  expect(`${stdout}${stderr}${page}`).not.toMatch(/hunter2|4111111111111111/u);
  expect(page).toContain('<th scope="row">card-number</th><td class="found">found</td><td class="n">1</td>');
  expect(page).not.toMatch(/<script|https?:/u);
});

test('as JSON', async () => {
  const { stdout } = await run(['check-logs', 'dirty.log', '--json'], { cwd });

  expect(JSON.parse(stdout)).toMatchObject({
    schemaVersion: 1,
    verdict: 'found',
    reports: [
      {
        source: 'dirty.log',
        verdict: 'found',
        lines: 2,
        kinds: expect.arrayContaining([expect.objectContaining({ kind: 'card-number', count: 1 })]) as unknown,
      },
    ],
  });
});

test('standard input, cut in the middle of a value', async () => {
  const bytes = Buffer.from(DIRTY);
  const { exit, stdout } = await run(['check-logs', '-'], {
    cwd,
    stdin: [bytes.subarray(0, 60), bytes.subarray(60, 90), bytes.subarray(90)],
  });

  expect([exit, stdout.includes('card-number  1')]).toEqual([1, true]);
});

test('lines are held against a schema', async () => {
  const { exit, stdout } = await run(['check-logs', 'clean.log', '--schema', 'line.json'], { cwd });

  expect([exit, stdout]).toEqual([
    1,
    expect.stringContaining(
      '1 line of 2 not as the schema says, first line 2: expected one of ["info"] at /level, got "warn"',
    ),
  ]);
});

test('rules of one’s own from a file, kinds from the command line', async () => {
  await writeFile(
    path.join(cwd, 'rules.yaml'),
    'patterns:\n  - { name: word, matches: start }\nallow:\n  - { kind: password, matches: hunter2, reason: an example }\n',
  );
  const rules = await run(['check-logs', 'dirty.log', '--rules', 'rules.yaml'], { cwd });
  const kinds = await run(['check-logs', 'dirty.log', '--kinds', 'email,phone'], { cwd });

  expect([rules.exit, rules.stdout.includes('word         1'), rules.stdout.includes('password  ')]).toEqual([
    1,
    true,
    false,
  ]);
  expect([kinds.exit, kinds.stdout]).toEqual([0, 'clean  dirty.log (2 lines, 95 B)\n  none: email, phone\n']);
});

test.each<[string, readonly string[], string]>([
  ['no file', ['nothing.log'], 'cannot read nothing.log: there is no such file or folder'],
  ['a folder', ['.'], 'cannot read .: this is a folder, a file was expected'],
  ['an unknown kind', ['clean.log', '--kinds', 'emial'], 'did you mean email?'],
  ['no rules', ['clean.log', '--rules', 'clean.log'], 'expected'],
  ['a broken pattern', ['clean.log', '--rules', 'broken.yaml'], 'expected a regular expression'],
  [
    'an odd rule',
    ['clean.log', '--rules', 'odd.yaml'],
    'expected kinds, patterns, allow, lines in odd.yaml, got pattern',
  ],
  ['no schema', ['clean.log', '--schema', 'no-schema.json'], 'expected a JSON Schema'],
  ['no standard input', ['-'], 'there is no standard input here'],
  ['nothing at all', [], 'missing required argument'],
])('%s is exit 64', async (_, args, message) => {
  await writeFile(path.join(cwd, 'broken.yaml'), 'patterns:\n  - { name: x, matches: "(" }\n');
  await writeFile(path.join(cwd, 'odd.yaml'), 'pattern: []\n');
  await writeFile(path.join(cwd, 'no-schema.json'), '{"type":"nonsense"}');

  const { exit, stderr } = await run(['check-logs', ...args], { cwd });

  expect([exit, stderr]).toEqual([64, expect.stringContaining(message)]);
});
