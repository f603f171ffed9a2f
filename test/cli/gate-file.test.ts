/** Gate rules from a file: mistakes are told with file, line and column, by this program and for what the plane found. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { assay, plane } from './plane-of-test.ts';
import { problem } from './scripted-plane.ts';

const runWith = async (text: string) => {
  const cwd = await mkdtemp(path.join(tmpdir(), 'assay-gate-'));
  await writeFile(path.join(cwd, 'gate.yaml'), text);
  return assay(['run', '-s', 'shop', '--gate', 'gate.yaml'], { cwd });
};

test('what the plane refuses in the gate rules is told with its place in the file', async () => {
  const errors = [
    { pointer: '/gate/maxFailurs', reason: 'unknown field' },
    { pointer: '/gate/requiredSuites/1', reason: '"chekout" is not registered' },
    { pointer: '/service', reason: 'is not registered' },
  ];
  plane.on('POST /tests/run', problem(400, 'validation-failed', 'Not valid', '3 places', { errors }));

  const { exit, stderr } = await runWith('# rules\nmaxFailurs: { low: 1 }\nrequiredSuites:\n  - auth\n  - chekout\n');

  expect(exit).toBe(64);
  expect(stderr.split('\n').slice(1, 4)).toEqual([
    '  gate.yaml:2:1: unknown field (/gate/maxFailurs)',
    '  gate.yaml:5:5: "chekout" is not registered (/gate/requiredSuites/1)',
    '  /service: is not registered',
  ]);
});

test.each([
  ['minCasesRan: 1: 2\n', 'error: usage: gate.yaml:1:14: expected YAML or JSON, got a second colon in one line'],
  ['- a\n', 'error: usage: gate.yaml must hold an object of gate rules'],
  ['\n', 'error: usage: gate.yaml must hold an object of gate rules, got an empty file'],
  ['minCasesRan: 1\nminCasesRan: 2\n', 'gate.yaml:2:1: expected each field once, got "minCasesRan" a second time'],
])('%j is refused before a call', async (text, words) => {
  const { exit, stderr } = await runWith(text);

  expect(exit).toBe(64);
  expect(stderr).toContain(words);
  expect(plane.seen).toHaveLength(0);
});
