/** `assay suite graph`: one suite with every kind of edge, drawn three ways (golden). */
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, test } from '@jest/globals';
import { expectGolden } from './golden.ts';
import { run } from './run-command.ts';

const SUITE = `suite: orders
service: shop
flows:
  buy: { name: 'buys "one"', rows: [{ sku: a }, { sku: b }] }
setup:
  - { id: reset, request: { method: POST, path: /reset }, checks: [{ status: 204 }] }
cases:
  - id: login
    name: a <customer> logs in & stays
    token: true
    request: { method: POST, path: /login }
    checks: [{ status: 200 }]
    captures: { session: { path: $.token } }
  - id: add
    flow: buy
    request: { method: POST, path: '/lines/{{row.sku}}', headers: { authorization: '{{session}}' } }
    checks: [{ status: 201 }]
    captures: { line: { path: $.id } }
  - { id: check, flow: buy, request: { method: GET, path: '/lines/{{line}}' }, checks: [{ status: 200 }] }
  - { id: total, advisory: true, dependsOn: [{ case: check, kind: order }], request: { method: GET, path: /total }, checks: [{ status: 200 }] }
teardown:
  - { id: drop, request: { method: DELETE, path: /lines }, checks: [{ status: 204 }] }
`;

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'assay-graph-'));
  await writeFile(path.join(cwd, 'orders.yaml'), SUITE);
});

test.each([
  ['mermaid', 'graph.mmd'],
  ['dot', 'graph.dot'],
  ['json', 'graph.json'],
])('as %s, the same each time', async (format, golden) => {
  const first = await run(['suite', 'graph', 'orders.yaml', '--format', format], { cwd });
  const second = await run(['suite', 'graph', 'orders.yaml', '--format', format], { cwd });

  expect(first).toMatchObject({ exit: 0, stderr: '' });
  expect(second.stdout).toBe(first.stdout);
  expectGolden(golden, first.stdout);
});

test('edges say kind, variables, and whether dependsOn states them', async () => {
  const { stdout } = await run(['suite', 'graph', 'orders.yaml', '--format', 'json'], { cwd });
  const { edges } = JSON.parse(stdout) as {
    edges: { from: string; to: string; kind: string; variables: string[]; inferred: boolean; ofStage: boolean }[];
  };
  const told = edges.map(({ from, to, kind, variables, inferred, ofStage }) =>
    [from, to, kind, variables.join(), inferred, ofStage].join(' '),
  );

  expect(told.sort()).toEqual(
    [
      'add login token session true false',
      'add reset token  true true',
      'check add data line true false',
      'check reset token  true true',
      'login reset token  true true',
      'total check order  false false',
      'total reset token  true true',
    ].sort(),
  );
});

test.each([
  [['none.yaml'], 'cannot read none.yaml'],
  [['orders.yaml', '--format', 'svg'], 'Allowed choices are mermaid, dot, json'],
  [['bad.yaml'], 'bad.yaml:3:'],
  [['.'], 'nothing was drawn'],
  [['empty'], 'expected one suite, got 0 suites in empty'],
])('%j is wrong use', async (argv, said) => {
  await writeFile(path.join(cwd, 'bad.yaml'), 'suite: a\nservice: b\ncases: 1\n');
  await mkdir(path.join(cwd, 'empty'));

  const { exit, stdout, stderr } = await run(['suite', 'graph', ...argv], { cwd });

  expect([exit, stdout]).toEqual([64, '']);
  expect(stderr).toContain(said);
});

test.each([
  [[], 'layers/contracts/suite.schema.json'],
  [['--report'], 'layers/contracts/test-report.schema.json'],
])('suite schema %j prints %s', async (flags, file) => {
  const { exit, stdout } = await run(['suite', 'schema', ...flags]);

  expect(exit).toBe(0);
  expect(JSON.parse(stdout)).toEqual(JSON.parse(await readFile(file, 'utf8')));
});
