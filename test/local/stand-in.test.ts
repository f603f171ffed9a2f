/**
 * The stand-in for the Docker SDK, used from Python as MiniStack uses it. The container's program is a Node script of the test; MiniStack
 * itself is not there, so no task is named and no event sent (the e2e tests see those).
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { findPython } from '../../local/python.ts';
import { place } from '../../local/places.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'assay-stand-in-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const python = async (runner: string, script: string): Promise<string> => {
  const { command } = await findPython();
  const program = path.join(folder, 'runner.mjs');
  writeFileSync(program, runner);
  return execFileSync(command, ['-c', `import docker, time\nclient = docker.from_env(timeout=10)\n${script}`], {
    encoding: 'utf8',
    timeout: 20_000,
    env: {
      PATH: process.env['PATH'],
      PYTHONPATH: place('local', 'docker_stand_in'),
      PYTHONDONTWRITEBYTECODE: '1',
      ASSAY_LOCAL_NODE: process.execPath,
      ASSAY_LOCAL_RUNNER: program,
      OUTSIDE: 'yes',
    },
  }).trim();
};

test('a container has its own environment, with the host name of the emulator made reachable, and an exit code', async () => {
  const said = await python(
    'console.log(process.env.A, process.env.OUTSIDE, process.env.AWS_ENDPOINT_URL); process.exit(7);',
    `c = client.containers.run("image", detach=True, environment={"A": "1", "AWS_ENDPOINT_URL": "http://host.docker.internal:4"}, platform="linux/arm64")
print(c.wait()["StatusCode"], c.logs().decode().strip())
for _ in range(100):
    if c.status == "exited": break
    time.sleep(0.05)
print(c.status)`,
  );

  expect(said.split('\n')).toEqual(['7 1 undefined http://127.0.0.1:4', 'exited']);
}, 30_000);

test('stopping asks first: the program may end in order', async () => {
  const said = await python(
    "process.on('SIGTERM', () => process.exit(0)); console.log('up'); setInterval(() => {}, 1000);",
    `c = client.containers.run("image", environment={})
while b"up" not in c.logs(): time.sleep(0.05)
c.stop(timeout=10)
print(c.wait()["StatusCode"])`,
  );

  expect(said).toBe('0');
}, 30_000);

test('a program that does not end is killed, and reported as Docker reports it', async () => {
  const said = await python(
    "process.on('SIGTERM', () => {}); console.log('up'); setInterval(() => {}, 1000);",
    `c = client.containers.run("image", environment={})
while b"up" not in c.logs(): time.sleep(0.05)
c.stop(timeout=1)
print(c.wait()["StatusCode"])`,
  );

  expect(said).toBe('137');
}, 30_000);

test('containers are found by id and label, and an unknown one is not found', async () => {
  const said = await python(
    'process.exit(0)',
    `c = client.containers.run("image", environment={}, labels={"ministack": "ecs", "x": "1"})
print(client.containers.get(c.id).id == c.id, len(client.containers.list(all=True, filters={"label": ["ministack=ecs", "x"]})), len(client.containers.list(all=True, filters={"label": "x=2"})))
c.wait(); c.remove(v=True, force=True)
try:
    client.containers.get(c.id)
except docker.errors.NotFound:
    print("not found")`,
  );

  expect(said.split('\n')).toEqual(['True 1 0', 'not found']);
}, 30_000);
