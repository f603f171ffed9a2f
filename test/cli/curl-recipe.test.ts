/** The curl recipe of docs/ci-recipes.md, as it stands there, in bash against a scripted plane; only its pauses take no time. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { problem, startPlane, type ScriptedPlane } from './scripted-plane.ts';
import { accepted, judged, openView, RUN_ID, shutView, view } from './wire-samples.ts';

const RUN = `/tests/run/${RUN_ID}`;
let plane: ScriptedPlane;
let cwd: string;
beforeEach(async () => {
  plane = await startPlane();
  cwd = await mkdtemp(path.join(tmpdir(), 'assay-curl-'));
  plane.on('POST /tests/run', { status: 202, json: accepted });
  plane.on(`GET ${RUN}/junit`, { text: '<testsuites/>' });
});
afterEach(async () => {
  await plane.close();
});

interface Ended {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

const recipe = async (env: { readonly [name: string]: string } = {}): Promise<Ended> => {
  const page = await readFile(path.resolve(import.meta.dirname, '../../docs/ci-recipes.md'), 'utf8');
  const script = /## Plain curl[\s\S]*?```sh\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  await writeFile(path.join(cwd, 'recipe.sh'), `sleep() { :; }\n${script}`);
  return new Promise((resolve) => {
    execFile(
      'bash',
      ['recipe.sh'],
      {
        cwd,
        timeout: 30_000,
        env: { PATH: process.env['PATH'] ?? '', ASSAY_URL: plane.url, ASSAY_TOKEN: 'a.b.c', ...env },
      },
      (error, stdout, stderr) => {
        resolve({ exit: error === null ? 0 : Number(error.code ?? -1), stdout, stderr });
      },
    );
  });
};

test.each([
  ['open', openView, 0],
  ['shut', shutView, 1],
  ['inconclusive', judged({ answer: 'inconclusive' }), 2],
])('a gate that is %s ends with its code, after a wait, with the JUnit file', async (answer, json, code) => {
  plane.on(
    `GET ${RUN}`,
    { json: view() },
    problem(503, 'dependency-unavailable', 'Later', 'busy'),
    { cut: true },
    { json },
  );

  const { exit, stdout } = await recipe();

  expect(exit).toBe(code);
  expect(stdout).toContain(`gate ${answer}, run ${RUN_ID}`);
  expect(await readFile(path.join(cwd, 'assay.xml'), 'utf8')).toBe('<testsuites/>');
  expect(plane.calls('POST /tests/run')[0]?.headers['idempotency-key']).toMatch(/./);
});

test.each([
  [401, 'token-expired', 77],
  [404, 'run-not-found', 64],
])('%s ends at once with what the plane said', async (status, code, exitCode) => {
  plane.on(`GET ${RUN}`, problem(status, code, 'No', 'it is so'));

  const { exit, stderr } = await recipe();

  expect(exit).toBe(exitCode);
  expect(stderr).toContain(`assay: ${String(status)}: it is so`);
  expect(plane.calls(`GET ${RUN}`)).toHaveLength(1);
});

test('a run that does not end and a plane that stays away end at the deadline', async () => {
  plane.on(`GET ${RUN}`, { json: view() });
  const unfinished = await recipe({ ASSAY_WAIT_SECONDS: '0' });
  plane.on('POST /tests/run', { cut: true });
  const away = await recipe({ ASSAY_WAIT_SECONDS: '0' });

  expect(unfinished.exit).toBe(2);
  expect(unfinished.stderr).toContain('no gate result in time');
  expect(away.exit).toBe(69);
});

test('a refused request ends with 64', async () => {
  plane.on('POST /tests/run', problem(422, 'empty-selection', 'Nothing', 'none of the 9 cases'));

  const { exit, stderr } = await recipe();

  expect(exit).toBe(64);
  expect(stderr).toContain('assay: 422: none of the 9 cases');
});
