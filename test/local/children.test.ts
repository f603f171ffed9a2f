/**
 * Processes that must not outlive their starter. The starter is a process of its own that is killed with SIGKILL; what it had started
 * is looked for by process id.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from '@jest/globals';
import { openChildren } from '../../local/children.ts';
import { place } from '../../local/places.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'assay-children-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lives = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // A zombie that nobody has collected yet does nothing any more.
  return !existsSync(`/proc/${String(pid)}/stat`) || !/\) Z /.test(readFileSync(`/proc/${String(pid)}/stat`, 'utf8'));
};

const eventually = async (condition: () => boolean): Promise<boolean> => {
  for (let tries = 0; tries < 200 && !condition(); tries += 1) await pause(50);
  return condition();
};

/** A program that starts a program of its own and waits. */
const FAMILY =
  "const c=require('child_process').spawn(process.execPath,['-e','setInterval(()=>{},1e3)']);console.log(c.pid);setInterval(()=>{},1e3)";

const grandchildOf = async (log: string): Promise<number> => {
  await eventually(() => existsSync(log) && /^\d+$/m.test(readFileSync(log, 'utf8')));
  return Number(/^\d+$/m.exec(readFileSync(log, 'utf8'))?.[0]);
};

test('stopping ends a program with all that it started', async () => {
  const children = openChildren(path.join(folder, 'stop'));
  const child = await children.start({
    name: 'family',
    command: process.execPath,
    args: ['-e', FAMILY],
    env: process.env,
  });
  const grandchild = await grandchildOf(child.logFile);

  await children.stopAll();

  expect(await eventually(() => !lives(child.pid) && !lives(grandchild))).toBe(true);
}, 30_000);

test('a starter that is killed leaves no process and no temporary folder', async () => {
  const logs = path.join(folder, 'killed');
  const scratch = mkdtempSync(path.join(tmpdir(), 'assay-scratch-'));
  const script = `
    import { openChildren } from ${JSON.stringify(place('local', 'children.ts'))};
    const children = openChildren(${JSON.stringify(logs)});
    children.discardAtEnd(${JSON.stringify(scratch)});
    await children.start({ name: 'family', command: process.execPath, args: ['-e', ${JSON.stringify(FAMILY)}], env: process.env });
    setInterval(() => undefined, 1000);`;
  const starter = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' });
  const grandchild = await grandchildOf(path.join(logs, 'family.log'));
  expect(lives(grandchild)).toBe(true);

  starter.kill('SIGKILL');

  expect(await eventually(() => !lives(grandchild) && !existsSync(scratch))).toBe(true);
}, 30_000);

test('a program that fails is told with its exit code and the end of its log', async () => {
  const children = openChildren(path.join(folder, 'fails'));

  const failing = children.run({
    name: 'broken',
    command: process.execPath,
    args: ['-e', "console.log('the reason'); process.exit(3)"],
    env: process.env,
  });

  await expect(failing).rejects.toThrow(/broken ended with exit code 3:\nthe reason/);
  await children.stopAll();
});

test('a program that is not there is told by name', async () => {
  const children = openChildren(path.join(folder, 'missing'));

  await expect(children.run({ name: 'none', command: '/no/such/program', args: [], env: {} })).rejects.toThrow(
    '/no/such/program cannot be started',
  );
  await children.stopAll();
});

test('nothing is started once stopping has begun', async () => {
  const children = openChildren(path.join(folder, 'closed'));
  await children.stopAll();

  await expect(children.start({ name: 'late', command: process.execPath, args: ['-e', ''], env: {} })).rejects.toThrow(
    'everything is being stopped',
  );
});
