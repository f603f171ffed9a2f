/** `assay run`: the command line in this process against a scripted plane on loopback; what people see is held by golden files. */
import { describe, expect, test } from '@jest/globals';
import { expectGolden } from './golden.ts';
import { assay, plane, TOKEN } from './plane-of-test.ts';
import { accepted } from './wire-samples.ts';

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
    expect(headers?.authorization).toBe(`Bearer ${TOKEN}`);
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
      selection: [
        { suite: 'shop.auth', cases: ['login', 'me'], dependencies: [] },
        { suite: 'shop.checkout', cases: ['pay'], dependencies: ['token', 'cart'] },
      ],
      cases: 3,
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
    [['run', '-s', 'shop', '--deadline', '481'], 'from 1 to 480'],
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
