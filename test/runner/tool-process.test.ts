/**
 * C12: a tool runs bounded, without any credential of the runner, and nothing of it is left. The tools are small programs of this machine;
 * what is left is looked for in /proc and in the folder above the working folders.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, closeSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { epochMs } from '#core/units';
import type { ToolOutcome, ToolRun } from '#ports/tool-process';
import { toolProcesses } from '#runner/tool-process';

const clock = {
  nowMs: () => epochMs(Date.now()),
  sleep: (ms: number, signal?: AbortSignal) => sleep(ms, undefined, signal === undefined ? {} : { signal }),
};
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tools-of-test-'));
  // The tool may be somebody else than the test.
  chmodSync(folder, 0o755);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const PATH = `${path.dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`;
const run = (
  command: readonly string[],
  more: Partial<ToolRun> = {},
  signal = new AbortController().signal,
): Promise<ToolOutcome> =>
  toolProcesses({ clock, path: PATH, folder, isolation: 'own-machine' }).run(
    {
      command,
      files: [],
      env: {},
      reportBytesMax: 1000,
      timeoutMs: 20_000,
      memoryMb: 512,
      outputBytesMax: 100_000,
      ...more,
    },
    signal,
  );
const script = (text: string, more: Partial<ToolRun> = {}, signal?: AbortSignal): Promise<ToolOutcome> =>
  run(
    [process.execPath, 'tool.cjs'],
    { ...more, files: [{ path: 'tool.cjs', bytes: Buffer.from(text) }, ...(more.files ?? [])] },
    signal,
  );
const textOf = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString();

/** An argument of `sleep` that no other run of this test has. */
const mark = (seconds: number): string => `${String(seconds)}.${String(process.pid)}`;
/** Pids of processes that were started with this argument. */
const withArgument = (argument: string): readonly string[] =>
  readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/u.test(pid) && readFileSync(`/proc/${pid}/cmdline`, 'latin1').split('\0').includes(argument);
    } catch {
      return false;
    }
  });
/** Waits until the program itself runs, not only what starts it. */
const begun = async (argument: string): Promise<void> => {
  const isThere = (): boolean =>
    withArgument(argument).some((pid) => readFileSync(`/proc/${pid}/comm`, 'latin1') === 'sleep\n');
  for (let look = 0; look < 5000; look += 1) {
    if (isThere()) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error(`expected sleep ${argument} to begin`);
};
/** Waits while such a process is there; a process that was killed is gone when its parent has heard of it. */
const gone = async (argument: string): Promise<boolean> => {
  for (let look = 0; look < 500; look += 1) {
    if (withArgument(argument).length === 0) return true;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return false;
};

afterEach(() => {
  // Whatever happened, no working folder is left.
  expect(readdirSync(folder)).toEqual([]);
});

describe('a tool', () => {
  test('gets its files, its output is kept and its report read', async () => {
    const { end, stdout, stderr, report, memoryPeakMb } = await script(
      `const fs = require('node:fs');
       fs.mkdirSync('out');
       fs.writeFileSync('out/report.xml', fs.readFileSync('data/in.txt', 'utf8') + process.cwd());
       console.log('seen'); console.error('warned'); process.exitCode = 3;`,
      { files: [{ path: 'data/in.txt', bytes: Buffer.from('hello from ') }], reportPath: 'out/report.xml' },
    );

    expect(end).toEqual({ kind: 'exit', code: 3 });
    expect(textOf(stdout)).toBe('seen\n');
    expect(textOf(stderr)).toBe('warned\n');
    expect(textOf(report as Uint8Array)).toMatch(/^hello from .*\/assay-tool-/u);
    expect(memoryPeakMb).not.toBe(0);
  });

  test('gets a clean environment and no credential of the runner', async () => {
    const before = { ...process.env };
    Object.assign(process.env, {
      AWS_ACCESS_KEY_ID: 'canary-1',
      AWS_SECRET_ACCESS_KEY: 'canary-2',
      AWS_SESSION_TOKEN: 'canary-3',
      AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: '/canary-4',
      ECS_CONTAINER_METADATA_URI_V4: 'canary-5',
      ASSAY_TASK_TOKEN: 'canary-6',
      GITHUB_TOKEN: 'canary-7',
    });

    const { stdout } = await script('console.log(JSON.stringify(process.env))', { env: { TARGET_URL: 'http://x' } });
    process.env = before;

    const got = JSON.parse(textOf(stdout)) as { [name: string]: string };
    expect(Object.keys(got).toSorted()).toEqual(['HOME', 'LANG', 'PATH', 'TARGET_URL', 'TMPDIR', 'TZ']);
    expect(got['HOME']).toBe(got['TMPDIR']);
    expect(textOf(stdout)).not.toContain('canary');
  });

  test('has no open files of the runner, nor of whoever started it', async () => {
    const inherited = openSync('/dev/zero', 'r');
    const child = spawn(
      process.execPath,
      [path.join(import.meta.dirname, 'tool-child.ts'), folder, 'ls', '-l', '/proc/self/fd'],
      {
        env: {},
        stdio: ['ignore', 'pipe', 'inherit', 'ignore', 'ignore', inherited],
      },
    );
    let said = '';
    child.stdio[1]?.on('data', (bytes: Buffer) => (said += bytes.toString()));
    await once(child, 'close');
    closeSync(inherited);
    const { stdout } = JSON.parse(said) as { stdout: string };

    const targets = [...stdout.matchAll(/(\d+) -> (.*)$/gmu)].map(([, number, target]) => [
      Number(number),
      target ?? '',
    ]);
    const others = targets.filter(
      ([number, target]) => Number(number) > 2 && !/^\/proc\/\d+\/fd$/u.test(String(target)),
    );
    expect(targets.length).toBeGreaterThan(3);
    // What was inherited leads nowhere any more.
    expect(others.map(([, target]) => target)).toEqual(others.map(() => '/dev/null'));
    expect(stdout).not.toContain('/dev/zero');
  });

  test('starts without a shell', async () => {
    const { stdout } = await run(['echo', '$HOME; ls | cat', '`id`']);

    expect(textOf(stdout)).toBe('$HOME; ls | cat `id`\n');
  });

  test('that is not there is told by its name', async () => {
    const { end } = await run(['no-such-tool']);

    expect(end).toEqual({
      kind: 'not-started',
      reason: `expected a program no-such-tool that can be started, got none in ${PATH}`,
    });
  });

  test('that crashes is told by its signal', async () => {
    const { end } = await script(`process.kill(process.pid, 'SIGSEGV'); setInterval(() => {}, 1000);`);

    expect(end).toEqual({ kind: 'signal', signal: 'SIGSEGV' });
  });
});

const runner = (environment: { [name: string]: string }, ...command: readonly string[]) =>
  spawn(process.execPath, [path.join(import.meta.dirname, 'tool-child.ts'), folder, ...command], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });

describe('the runner around it', () => {
  test('keeps its credentials where a tool cannot read them, or starts none', async () => {
    const child = runner({ AWS_SECRET_ACCESS_KEY: 'canary', ECS_AGENT: 'canary' }, 'cat', '/proc/$RUNNER/environ');
    let said = '';
    child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()));

    await once(child, 'close');

    const { end, stdout, stderr } = JSON.parse(said) as { end: ToolOutcome['end']; stdout: string; stderr: string };
    expect(stdout).toBe('');
    if (end.kind === 'not-started')
      expect(end.reason).toMatch(/^expected a runner without credentials in its environment, got AWS_/u);
    else expect(stderr).toContain('Permission denied');
  });

  test('takes the tool with it when it is killed', async () => {
    const child = runner({}, 'sleep', mark(86301));
    await begun(mark(86301));

    child.kill('SIGKILL');
    await once(child, 'close');

    expect(await gone(mark(86301))).toBe(true);
    for (const name of readdirSync(folder)) rmSync(path.join(folder, name), { recursive: true });
  });
});

describe('limits', () => {
  test('time: the whole group ends', async () => {
    const { end } = await run(['sh', '-c', `sleep ${mark(86302)} & sleep ${mark(86302)}`], { timeoutMs: 200 });

    expect(end).toEqual({ kind: 'timeout' });
    expect(await gone(mark(86302))).toBe(true);
  });

  test('a process that left the group ends with the tool, however it ended', async () => {
    const { end } = await run(['setsid', '-f', 'sleep', mark(86303)]);

    expect(end).toEqual({ kind: 'exit', code: 0 });
    expect(await gone(mark(86303))).toBe(true);
  });

  test('memory of all processes together', async () => {
    const { end, memoryPeakMb } = await script(
      `const kept = Buffer.alloc(300 * 1024 * 1024, 1); setInterval(() => kept.length, 1000);`,
      { memoryMb: 150 },
    );

    expect(end.kind).toBe('memory');
    expect(memoryPeakMb).toBeGreaterThan(150);
  });

  test('output: what fits is kept', async () => {
    const { end, stdout } = await run(['yes'], { outputBytesMax: 5000 });

    expect(end).toEqual({ kind: 'output' });
    expect(textOf(stdout)).toBe('y\n'.repeat(2500));
  });

  test('a stop ends it at once', async () => {
    const stop = new AbortController();
    const work = run(['sleep', mark(86304)], {}, stop.signal);
    await begun(mark(86304));

    stop.abort(new Error('the run was cancelled'));

    await expect(work).rejects.toThrow('the run was cancelled');
    expect(await gone(mark(86304))).toBe(true);
  });
});

describe('reports that are not read', () => {
  test.each([
    ['nothing', '', 'expected the report report.xml, got no such file'],
    [
      'a link to a file of the runner',
      `require('node:fs').symlinkSync('/proc/self/environ', 'report.xml')`,
      'expected the report report.xml, got a link',
    ],
    [
      'a folder',
      `require('node:fs').mkdirSync('report.xml')`,
      'expected the report report.xml, got something that is no file',
    ],
    [
      'a pipe, which nobody waits for',
      `require('node:child_process').execFileSync('mkfifo', ['report.xml'])`,
      'expected the report report.xml, got something that is no file',
    ],
    [
      'too much',
      `require('node:fs').writeFileSync('report.xml', 'x'.repeat(1001))`,
      'expected the report report.xml, got 1001 bytes, more than 1000',
    ],
  ])('%s', async (_, text, problem) => {
    const { report } = await script(text, { reportPath: 'report.xml' });

    expect(report).toEqual({ problem });
  });

  test('a folder that became a link', async () => {
    const { report } = await script(`require('node:fs').symlinkSync('/etc', 'out')`, { reportPath: 'out/passwd' });

    expect(report).toEqual({ problem: 'expected the report out/passwd, got a way out of the folder' });
  });
});
