/** `assay run --wait`: the command line in this process against a scripted plane on loopback; what people see is held by golden files. */
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { expectGolden } from './golden.ts';
import { assay, plane } from './plane-of-test.ts';
import { counts, failedCase, judged, openView, RUN_ID, shard, shutView, view } from './wire-samples.ts';

const RUN = `/tests/run/${RUN_ID}`;
const withoutPort = (text: string): string => text.replaceAll(plane.url, 'https://plane.example');

describe('waiting', () => {
  test('an open gate ends with 0, with plain lines of progress on stderr', async () => {
    const half = shard({ casesDone: 20, state: 'recorded', counts: { ...counts, passed: 20, flaky: 1 } });
    plane.on(
      `GET ${RUN}`,
      { json: view(), headers: { etag: '"1"' } },
      {
        json: view({ progress: { cases: 42, casesDone: 20, counts: { ...counts, passed: 20 }, shards: [half] } }),
        headers: { etag: '"2"' },
      },
      { json: openView, headers: { etag: '"3"' } },
    );

    const { exit, stdout, stderr } = await assay(['run', '-s', 'shop', '--wait']);

    expect(exit).toBe(0);
    expectGolden('run-wait-open.stdout.txt', withoutPort(stdout));
    expectGolden('run-wait-open.stderr.txt', withoutPort(stderr));
    const polls = plane.calls(`GET ${RUN}`);
    expect(polls.map((poll) => [poll.url.split('?')[1], poll.headers['if-none-match']])).toEqual([
      ['wait=0', undefined],
      ['wait=20', '"1"'],
      ['wait=20', '"2"'],
    ]);
  });

  test('a shut gate ends with 1 and shows reasons, failed checks, expected and got; control characters stay visible', async () => {
    plane.on(`GET ${RUN}`, { json: shutView });
    plane.on(`GET ${RUN}/results`, { json: { items: [failedCase], next: null, complete: true } });

    const { exit, stdout } = await assay(['run', '-s', 'shop', '--wait']);

    expect(exit).toBe(1);
    expect(stdout).not.toContain('\u001B');
    expectGolden('run-wait-shut.txt', withoutPort(stdout));
  });

  test('a failed status is said once, and the differences of the body from its schema are counted', async () => {
    const [one] = failedCase.tries;
    const schema = {
      check: '$ matches the schema',
      passed: false,
      expected: 'an object',
      got: 'text',
      message: 'differs',
    };
    const status = { check: 'status is 201', passed: false, expected: 201, got: 404 };
    const tries = [
      {
        ...one!,
        checks: [status, schema, schema],
        failure: { type: 'http_4xx' as const, phase: 'check', message: 'status is 201 did not hold' },
      },
    ];
    plane.on(`GET ${RUN}`, { json: shutView });
    plane.on(`GET ${RUN}/results`, { json: { items: [{ ...failedCase, tries }], next: null, complete: true } });

    const { stdout } = await assay(['run', '-s', 'shop', '--wait']);

    expect(stdout.match(/status is 201/g)).toHaveLength(1);
    expect(stdout).not.toContain('matches the schema');
    expect(stdout).toContain("and 2 more failed checks of the body's schema: the answer has another status");
  });

  test('an inconclusive gate ends with 2', async () => {
    const error = {
      code: 'target-unhealthy',
      message: 'GET http://127.0.0.1:4010/healthz failed 3 times: connection refused',
    };
    const reasons = [
      { ...error, effect: 'inconclusive' as const },
      {
        code: 'shard-lost',
        message: 'Shard 0 was lost: it was not started. Its cases have no result.',
        effect: 'info' as const,
      },
    ];
    plane.on(`GET ${RUN}`, {
      json: judged({ answer: 'inconclusive', counts, reasons, p95Ms: null, errorRate: null }, { error }),
    });

    const { exit, stdout } = await assay(['run', '-s', 'shop', '--wait']);

    expect(exit).toBe(2);
    expectGolden('run-wait-inconclusive.txt', withoutPort(stdout));
  });

  test('an error of the run and its stop are told once, with the advice that a refused request gets', async () => {
    const error = { code: 'missing-in-environment', message: 'environment dev lacks "nokey" of suite shop.miss' };
    const stop = { reason: 'deadline' as const, by: 'assay', at: '2026-11-21T12:00:00Z' };
    const reasons = [
      { ...error, effect: 'inconclusive' as const },
      { code: 'deadline', message: 'The run reached its deadline.', effect: 'inconclusive' as const },
    ];
    plane.on(`GET ${RUN}`, { json: judged({ answer: 'inconclusive', counts, reasons }, { error, stop }) });

    const { stdout } = await assay(['run', '-s', 'shop', '--wait']);

    expect(stdout.match(/nokey/g)).toHaveLength(1);
    expect(stdout.match(/reached its deadline/g)).toHaveLength(1);
    expect(stdout).not.toContain('stopped:');
    expect(stdout).toContain('  hint: add it to the environment and `assay push` it, or name another one with --env\n');
  });

  test('--json is one document on stdout, whatever the gate', async () => {
    plane.on(`GET ${RUN}`, { json: shutView });
    plane.on(`GET ${RUN}/results`, { json: { items: [failedCase], next: null, complete: true } });

    const { exit, stdout, stderr } = await assay(['run', '-s', 'shop', '--wait', '--json']);

    expect(exit).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      runId: RUN_ID,
      gate: 'shut',
      exitCode: 1,
      notPassed: [{ case: 'add-line' }],
    });
    expect(stderr).toContain('run ');
  });

  test('--junit writes the file also when the gate is shut', async () => {
    const cwd = await mkdtemp(path.join(tmpdir(), 'assay-junit-'));
    plane.on(`GET ${RUN}`, { json: shutView });
    plane.on(`GET ${RUN}/results`, { json: { items: [], next: null, complete: true } });
    plane.on(`GET ${RUN}/junit`, { text: '<testsuites/>', headers: { 'content-type': 'application/xml' } });

    const { exit } = await assay(['run', '-s', 'shop', '--wait', '--junit', 'build/assay.xml'], { cwd });

    expect(exit).toBe(1);
    expect(await readFile(path.join(cwd, 'build/assay.xml'), 'utf8')).toBe('<testsuites/>');
  });

  test('a JUnit file that a presigned link holds is fetched without the token', async () => {
    const cwd = await mkdtemp(path.join(tmpdir(), 'assay-junit-'));
    plane.on(`GET ${RUN}`, { json: openView });
    plane.on(`GET ${RUN}/junit`, { status: 303, headers: { location: `${plane.url}/store/junit.xml?signature=1` } });
    plane.on('GET /store/junit.xml', { text: '<far/>' });

    await assay(['run', '-s', 'shop', '--wait', '--junit', 'far.xml'], { cwd });

    expect(await readFile(path.join(cwd, 'far.xml'), 'utf8')).toBe('<far/>');
    expect(plane.calls('GET /store/junit.xml')[0]?.headers.authorization).toBeUndefined();
  });

  test('out of time is 2, and the run goes on', async () => {
    plane.on(`GET ${RUN}`, { json: view(), headers: { etag: '"1"' } }, { status: 304 });

    const { exit, stderr } = await assay(['run', '-s', 'shop', '--wait', '--timeout', '10s']);

    expect(exit).toBe(2);
    expect(stderr).toContain('out of time: no gate result after 10.0 s, the run goes on');
    expect(plane.calls(`POST ${RUN}/cancel`)).toHaveLength(0);
  });

  test('a plane that does not hold the answer is not asked in a tight circle', async () => {
    plane.on(
      `GET ${RUN}`,
      { json: view(), headers: { etag: '"1"' } },
      { status: 304 },
      { status: 304, headers: { 'retry-after': '3' } },
      { json: openView },
    );

    const { sleeps } = await assay(['run', '-s', 'shop', '--wait']);

    expect(sleeps).toEqual([1000, 3000]);
  });

  test('Ctrl-C stops watching with 130 and leaves the run alone', async () => {
    let press = (): void => undefined;
    plane.on(`GET ${RUN}`, { json: view(), headers: { etag: '"1"' } }, () => {
      press();
      return { status: 304 };
    });

    const { exit, stderr } = await assay(['run', '-s', 'shop', '--wait'], {
      onStart: (interrupt) => (press = interrupt),
    });

    expect(exit).toBe(130);
    expect(stderr).toContain(`the run goes on: assay status ${RUN_ID} --watch`);
    expect(plane.calls(`POST ${RUN}/cancel`)).toHaveLength(0);
  });

  test('Ctrl-C with --cancel-on-interrupt cancels and waits for the gate result', async () => {
    let press = (): void => undefined;
    plane.on(`POST ${RUN}/cancel`, { status: 202, json: view() });
    plane.on(
      `GET ${RUN}`,
      { json: view(), headers: { etag: '"1"' } },
      () => {
        press();
        return { status: 304 };
      },
      {
        json: judged(
          { answer: 'inconclusive' },
          { stop: { reason: 'cancelled', by: 'ada', at: '2026-11-21T12:00:00Z' } },
        ),
      },
    );

    const { exit, stdout } = await assay(['run', '-s', 'shop', '--wait', '--cancel-on-interrupt'], {
      onStart: (interrupt) => (press = interrupt),
    });

    expect(exit).toBe(2);
    expect(plane.calls(`POST ${RUN}/cancel`)).toHaveLength(1);
    expect(stdout).toContain('stopped: cancelled, by ada');
  });

  test('on a terminal the picture is drawn over itself, a line for each shard', async () => {
    plane.on(`GET ${RUN}`, { json: view(), headers: { etag: '"1"' } }, { json: openView });

    const { stderr } = await assay(['run', '-s', 'shop', '--wait'], { isTTY: true });

    expectGolden('run-wait-terminal.txt', withoutPort(stderr).replaceAll('\u001B', '<ESC>'));
  });

  test.each([
    ['NO_COLOR', ['run', '-s', 'shop'], { NO_COLOR: '1' }],
    ['--no-color', ['run', '-s', 'shop', '--no-color'], {}],
    ['TERM=dumb', ['run', '-s', 'shop'], { TERM: 'dumb' }],
  ])('%s takes the colours away on a terminal', async (_name, argv, env) => {
    const { stdout } = await assay(argv, { isTTY: true, env });

    expect(stdout).toContain(RUN_ID);
    expect(stdout).not.toContain('\u001B[');
  });
});
