/** `assay run`: the command line in this process against a scripted plane on loopback; what people see is held by golden files. */
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { expectGolden } from './golden.ts';
import { run, type Ran, type RunOptions } from './run-command.ts';
import { problem, startPlane, type ScriptedPlane } from './scripted-plane.ts';
import { accepted, counts, failedCase, judged, openView, RUN_ID, shard, shutView, view } from './wire-samples.ts';

const RUN = `/tests/run/${RUN_ID}`;
let plane: ScriptedPlane;
beforeEach(async () => {
  plane = await startPlane();
  plane.on('POST /tests/run', { status: 202, json: accepted });
});
afterEach(async () => {
  await plane.close();
});

const assay = (argv: readonly string[], options: RunOptions = {}): Promise<Ran> =>
  run(argv, { ...options, env: { ASSAY_URL: plane.url, ASSAY_TOKEN: 'a.b.c', ...options.env } });
const withoutPort = (text: string): string => text.replaceAll(plane.url, 'https://plane.example');
const bodyOf = (route: string): unknown => JSON.parse(plane.calls(route)[0]?.body ?? 'null');

describe('starting', () => {
  test('every selector reaches the body, and a key and a token the headers', async () => {
    const { exit } = await assay([
      'run',
      '-s',
      'shop',
      '--suite',
      'checkout',
      '--case',
      'checkout/order',
      '-t',
      'a+b',
      '-t',
      '!slow',
      '--tag',
      'x,y',
      '--capability',
      'functional',
      '-e',
      'shop-local',
      '--version',
      '1.2.3',
      '--name',
      'nightly',
      '--description',
      'why',
      '-l',
      'branch=main',
      '--executor',
      'lambda',
      '--shards',
      '4',
      '--fail-fast',
      '--deadline',
      '30',
    ]);

    expect(exit).toBe(0);
    expect(bodyOf('POST /tests/run')).toEqual({
      service: 'shop',
      version: '1.2.3',
      tags: { all: ['a', 'b'], any: ['x', 'y'], none: ['slow'] },
      capability: ['functional'],
      suites: ['checkout'],
      cases: ['checkout/order'],
      environment: 'shop-local',
      name: 'nightly',
      description: 'why',
      labels: { branch: 'main' },
      executor: 'lambda',
      shards: 4,
      failFast: true,
      deadlineMinutes: 30,
    });
    const headers = plane.calls('POST /tests/run')[0]?.headers;
    expect(headers?.['idempotency-key']).toBe('00000000-0000-4000-8000-000000000001');
    expect(headers?.authorization).toBe('Bearer a.b.c');
    expect(headers?.['user-agent']).toBe('assay/0.1.0 node/24.0.0');
  });

  test('an accepted run is shown with what was resolved', async () => {
    const { exit, stdout, stderr } = await assay(['run', '-s', 'shop']);

    expect(exit).toBe(0);
    expect(stderr).toBe('');
    expectGolden('run-accepted.txt', withoutPort(stdout));
  });

  test('--json prints the answer of the plane and nothing else', async () => {
    const { stdout } = await assay(['run', '-s', 'shop', '--json']);

    expect(JSON.parse(stdout)).toEqual(accepted);
  });

  test('--dry-run lists what would be run', async () => {
    const selection = {
      selection: [{ suite: 'shop.auth', cases: ['login', 'me'] }],
      cases: 2,
      resolved: accepted.resolved,
    };
    plane.on('POST /tests/run', { status: 200, json: selection });

    const { exit, stdout } = await assay(['run', '-s', 'shop', '-t', 'smoke', '--dry-run']);

    expect(exit).toBe(0);
    expect(bodyOf('POST /tests/run')).toEqual({ service: 'shop', tags: ['smoke'], dryRun: true });
    expectGolden('run-dry.txt', stdout);
  });

  test('in GitHub Actions branch, commit and build become labels, and flags win', async () => {
    const env = {
      GITHUB_ACTIONS: 'true',
      GITHUB_REF_NAME: 'main',
      GITHUB_SHA: 'abc',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_RUN_ID: '7',
    };

    await assay(['run', '-s', 'shop', '-l', 'branch=mine'], { env });

    expect(bodyOf('POST /tests/run')).toMatchObject({
      labels: { branch: 'mine', commit: 'abc', build: 'https://github.com/acme/shop/actions/runs/7' },
    });
  });

  test.each([
    [['run'], '--service or --suite'],
    [['run', '-s', 'shop', '--junit', 'x.xml'], '--junit only makes sense with --wait'],
    [['run', '-s', 'shop', '--label', 'branch'], 'key=value'],
    [['run', '-s', 'shop', '--tag', 'a,,b'], '--tag must look like'],
    [['run', '-s', 'shop', '--tag', 'a,b', '--tag', 'c,d'], 'only one list'],
    [['run', '-s', 'shop', '--shards', '0'], 'from 1 to 100'],
    [['run', '-s', 'shop', '--executor', 'ec2'], 'lambda, fargate'],
    [['run', '-s', 'shop', '--wait', '--timeout', 'soon'], 'duration'],
    [['run', '-s', 'shop', '--nonsense'], "unknown option '--nonsense'"],
    [['rum'], "unknown command 'rum'"],
  ])('%j is a usage error and no call', async (argv, text) => {
    const { exit, stderr } = await assay(argv);

    expect(exit).toBe(64);
    expect(stderr).toContain(text);
    expect(plane.seen).toEqual([]);
  });
});

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

  test('an inconclusive gate ends with 2', async () => {
    const error = {
      code: 'target-unhealthy',
      message: 'GET http://127.0.0.1:4010/healthz failed 3 times: connection refused',
    };
    const reasons = [
      { code: 'target-unhealthy', message: 'the target is not healthy', effect: 'inconclusive' as const },
    ];
    plane.on(`GET ${RUN}`, {
      json: judged({ answer: 'inconclusive', counts, reasons, p95Ms: null, errorRate: null }, { error }),
    });

    const { exit, stdout } = await assay(['run', '-s', 'shop', '--wait']);

    expect(exit).toBe(2);
    expectGolden('run-wait-inconclusive.txt', withoutPort(stdout));
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

describe('what can go wrong', () => {
  test('a problem of the plane is shown with code, pointers and a hint', async () => {
    const errors = [
      { pointer: '/suites/0', reason: 'expected a registered suite, got "chekout"; did you mean "checkout"?' },
    ];
    plane.on(
      'POST /tests/run',
      problem(422, 'unknown-suite', 'Unknown suite', 'the service shop has no suite chekout', { errors }),
    );

    const { exit, stdout, stderr } = await assay(['run', '-s', 'shop', '--suite', 'chekout']);

    expect(exit).toBe(64);
    expect(stdout).toBe('');
    expectGolden('problem-unknown-suite.txt', stderr);
  });

  test('-v shows calls and request ids, and never the token', async () => {
    plane.on('POST /tests/run', problem(403, 'no-trust-rule', 'No trust rule matches', 'no rule matches these claims'));

    const { exit, stderr } = await assay(['run', '-s', 'shop', '-v'], { env: { ASSAY_TOKEN: 'very.secret.token' } });

    expect(exit).toBe(77);
    expect(stderr).toContain('POST /tests/run 403 0 ms request request-1');
    expect(stderr).toContain('request id: request-1');
    expect(stderr).not.toContain('secret');
  });

  test('429 and 503 are repeated with the same key after Retry-After', async () => {
    plane.on(
      'POST /tests/run',
      { ...problem(429, 'throttled', 'Too many', 'slow down'), headers: { 'retry-after': '2' } },
      problem(503, 'dependency-unavailable', 'Later', 'busy'),
      { status: 202, json: accepted },
    );

    const { exit, sleeps } = await assay(['run', '-s', 'shop']);

    expect(exit).toBe(0);
    expect(sleeps).toEqual([2000, 500]);
    expect(new Set(plane.calls('POST /tests/run').map((call) => call.headers['idempotency-key'])).size).toBe(1);
  });

  test('a connection that breaks is tried again, because the key makes it safe', async () => {
    plane.on('POST /tests/run', { cut: true }, { status: 202, json: accepted });

    const { exit } = await assay(['run', '-s', 'shop']);

    expect(exit).toBe(0);
    expect(plane.calls('POST /tests/run')).toHaveLength(2);
  });

  test('a plane that stays busy ends with 69', async () => {
    plane.on('POST /tests/run', problem(503, 'dependency-unavailable', 'Unavailable', 'the table does not answer'));

    const { exit, stderr } = await assay(['run', '-s', 'shop']);

    expect(exit).toBe(69);
    expect(stderr).toContain('(dependency-unavailable)');
    expect(plane.calls('POST /tests/run')).toHaveLength(5);
  });

  test('nobody listening ends with 69 and says so', async () => {
    const { url } = plane;
    await plane.close();

    const { exit, stderr, sleeps } = await run(['run', '-s', 'shop'], {
      env: { ASSAY_URL: url, ASSAY_TOKEN: 'a.b.c' },
    });
    plane = await startPlane();

    expect(exit).toBe(69);
    expect(sleeps).toHaveLength(4);
    expect(stderr).toContain('nothing listens there');
  });

  test('another server at the address is named as such', async () => {
    plane.on('POST /tests/run', { json: { hello: 'world' } });

    const { exit, stderr } = await assay(['run', '-s', 'shop']);

    expect(exit).toBe(69);
    expect(stderr).toContain('should answer with a RunAccepted, got one without runId');
  });

  test.each([
    ['http://plane.example.com', 'plain http to plane.example.com would show the token'],
    ['ftp://plane.example.com', 'must begin with https://'],
    ['https://ada:secret@plane.example.com', 'must not hold a user or password'],
    ['https://plane.example.com/?x=1', 'no query'],
    ['plane', 'must be a URL'],
    ['', 'expected the address of the plane, got none'],
  ])('the address %s is refused before a call', async (address, text) => {
    const { exit, stderr } = await run(['run', '-s', 'shop'], { env: { ASSAY_URL: address, ASSAY_TOKEN: 'a.b.c' } });

    expect(exit).toBe(64);
    expect(stderr).toContain(text);
  });

  test('no token is 77 with a hint', async () => {
    const { exit, stderr } = await run(['run', '-s', 'shop'], { env: { ASSAY_URL: plane.url } });

    expect(exit).toBe(77);
    expect(stderr).toContain('set ASSAY_TOKEN');
  });
});
