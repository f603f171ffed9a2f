/** The smaller commands against a scripted plane: what they send, what they show, what they end with. */
import { describe, expect, test } from '@jest/globals';
import openapi from '../../layers/contracts/openapi.json' with { type: 'json' };
import { REQUIRED_FIELDS } from '../../cli/plane/wire.ts';
import { expectGolden } from './golden.ts';
import { assay, plane } from './plane-of-test.ts';
import { run } from './run-command.ts';
import { problem } from './scripted-plane.ts';
import { accepted, failedCase, openView, RUN_ID, view } from './wire-samples.ts';

const RUN = `/tests/run/${RUN_ID}`;

describe('the contract', () => {
  test('every field that answers are checked for is required by the API document', () => {
    const schemas = openapi.components.schemas as {
      readonly [name: string]: { readonly required?: readonly string[] };
    };
    const wrong = Object.entries(REQUIRED_FIELDS).flatMap(([name, fields]) =>
      fields.filter((field) => schemas[name]?.required?.includes(field) !== true).map((field) => `${name}.${field}`),
    );

    expect(wrong).toEqual([]);
  });
});

describe('status', () => {
  test('shows a running run and ends with 0, or with 2 when the exit code is asked for', async () => {
    plane.on(`GET ${RUN}`, { json: view() });

    const plain = await assay(['status', RUN_ID]);
    const coded = await assay(['status', RUN_ID, '--exit-code']);

    expectGolden('status-running.txt', plain.stdout);
    expect([plain.exit, coded.exit]).toEqual([0, 2]);
  });

  test('shows where the evidence of a judged run is', async () => {
    const manifest = { key: 'k', versionId: 'v', sha256: 'ab'.repeat(32), bytes: 10 };
    plane.on(`GET ${RUN}`, {
      json: {
        ...openView,
        state: 'sealed',
        seal: { bucket: 'ev', prefix: 'v1/acme/', manifest, objects: 9, bytes: 2048 },
      },
    });

    const { stdout } = await assay(['status', RUN_ID]);

    expect(stdout).toContain('s3://ev/v1/acme/ (9 objects, 2.0 KB)');
    expect(stdout).toContain(`sha256 ${'ab'.repeat(32)}`);
  });

  test("a run id that cannot be one is refused before a call; another tenant's is a 404", async () => {
    plane.on(`GET ${RUN}`, problem(404, 'run-not-found', 'Run not found', 'there is no run that you may see'));

    const mistyped = await assay(['status', 'run-1']);
    const unknown = await assay(['status', RUN_ID]);

    expect([mistyped.exit, unknown.exit]).toEqual([64, 64]);
    expect(plane.seen).toHaveLength(1);
    expect(unknown.stderr).toContain('(run-not-found)');
  });
});

describe('results, logs, cancel and rerun', () => {
  test('results are listed over all pages', async () => {
    plane.on(
      `GET ${RUN}/results`,
      { json: { items: [failedCase], next: 'c1', complete: true } },
      {
        json: {
          items: [
            {
              ...failedCase,
              case: 'order',
              verdict: 'skipped',
              tries: [],
              because: { case: 'add-line', reason: 'add-line failed' },
            },
          ],
          next: null,
          complete: true,
        },
      },
    );

    const { exit, stdout } = await assay(['results', RUN_ID]);

    expect(exit).toBe(0);
    expectGolden('results.txt', stdout);
    expect(plane.calls(`GET ${RUN}/results`)[1]?.url).toContain('cursor=c1');
  });

  test('logs are followed until they are complete', async () => {
    const line = (message: string): object => ({
      at: '2026-11-21T12:00:00.000Z',
      level: 'info',
      message,
      shard: 0,
      suite: 'shop.auth',
      case: 'login',
    });
    plane.on(
      `GET ${RUN}/logs`,
      { json: { items: [line('one')], next: 'c1', complete: false } },
      { json: { items: [], next: 'c1', complete: false } },
      { json: { items: [line('two')], next: 'c1', complete: true } },
    );

    const { exit, stdout, sleeps } = await assay([
      'logs',
      RUN_ID,
      '--follow',
      '--case',
      'login',
      '--level',
      'info',
      '--shard',
      '0',
    ]);

    expect(exit).toBe(0);
    expect(stdout.split('\n').map((text) => text.split('  ').at(-1))).toEqual(['one', 'two', '']);
    expect(sleeps).toEqual([2000]);
    expect(plane.calls(`GET ${RUN}/logs`)[0]?.url).toContain('case=login&level=info&shard=0');
  });

  test('cancel says what happens next', async () => {
    plane.on(`POST ${RUN}/cancel`, { status: 202, json: view() });

    const { exit, stdout } = await assay(['cancel', RUN_ID]);

    expect(exit).toBe(0);
    expect(stdout).toContain('is being cancelled');
  });

  test.each([
    [[], 'failed-or-lost'],
    [['--failed'], 'failed'],
    [['--lost'], 'lost'],
    [['--failed', '--lost'], 'failed-or-lost'],
  ])('rerun %j asks for %s', async (flags, only) => {
    plane.on(`POST ${RUN}/rerun`, { status: 202, json: { ...accepted, rerunOf: RUN_ID } });

    const { exit, stdout } = await assay(['rerun', RUN_ID, ...flags]);

    expect(exit).toBe(0);
    expect(JSON.parse(plane.calls(`POST ${RUN}/rerun`)[0]?.body ?? '')).toEqual({ only });
    expect(stdout).toContain(`again what did not pass in ${RUN_ID}`);
  });
});

describe('trust', () => {
  const rule = {
    id: 'shop-ci',
    issuer: 'https://token.actions.githubusercontent.com',
    claims: { repository: 'acme/shop', ref: { like: 'refs/heads/*' }, environment: ['a', 'b'] },
    role: 'executor',
    projects: ['shop'],
    payloadRead: false,
    createdBy: 'ada',
    createdAt: '2026-11-21T12:00:00Z',
  };

  test('add sends conditions as values, lists and globs', async () => {
    plane.on('POST /access/trust-rules', { status: 201, json: rule });

    const { exit } = await assay([
      'trust',
      'add',
      'shop-ci',
      '--github',
      '--claim',
      'repository=acme/shop',
      '--claim',
      'ref=refs/heads/*',
      '--claim',
      'environment=a,b',
      '--role',
      'executor',
      '--service',
      'shop',
      '--expires',
      '2027-01-31',
    ]);

    expect(exit).toBe(0);
    expect(JSON.parse(plane.calls('POST /access/trust-rules')[0]?.body ?? '')).toEqual({
      id: 'shop-ci',
      issuer: rule.issuer,
      claims: rule.claims,
      role: 'executor',
      projects: ['shop'],
      expiresAt: '2027-01-31T00:00:00.000Z',
    });
  });

  test('list shows them, remove removes one', async () => {
    plane.on('GET /access/trust-rules', { json: { items: [rule] } });
    plane.on('DELETE /access/trust-rules/shop-ci', { status: 204 });

    const list = await assay(['trust', 'list']);
    const removed = await assay(['trust', 'remove', 'shop-ci']);

    expectGolden('trust-list.txt', list.stdout);
    expect(removed).toMatchObject({ exit: 0, stdout: 'trust rule shop-ci removed\n' });
  });

  test('list tells which rules the plane does not believe, and why', async () => {
    const ignored = 'expected a condition on repository_owner within "acme"; got none';
    plane.on('GET /access/trust-rules', { json: { items: [{ ...rule, ignored }] } });

    const { stdout } = await assay(['trust', 'list']);

    expect(stdout).toMatch(/shop-ci .* ignored\nshop-ci is ignored: expected a condition on repository_owner/);
  });

  test.each([
    [['trust', 'add', 'x', '--github', '--role', 'executor'], 'at least one --claim'],
    [['trust', 'add', 'x', '--claim', 'a=b', '--role', 'executor'], '--issuer URL'],
    [['trust', 'add', 'x', '--github', '--claim', 'a=b', '--role', 'king'], '--role must be one of'],
    [['trust', 'add', 'x', '--github', '--claim', 'a', '--role', 'viewer'], 'name=value'],
  ])('%j is wrong use', async (argv, text) => {
    const { exit, stderr } = await assay(argv);

    expect(exit).toBe(64);
    expect(stderr).toContain(text);
  });
});

describe('help', () => {
  const commands = [
    'init',
    'lint',
    'push',
    'run',
    'status',
    'results',
    'logs',
    'cancel',
    'rerun',
    'evidence pull',
    'evidence verify',
    'trust add',
    'trust list',
    'trust remove',
    'token',
    'doctor',
  ];

  test.each(commands)('assay %s --help has examples', async (name) => {
    const { exit, stdout } = await run([...name.split(' '), '--help']);

    expect(exit).toBe(0);
    expect(stdout).toContain('Examples:');
    expect(stdout).toContain(`$ ${name === 'token' ? 'assay token' : `assay ${name}`}`);
  });

  test('the overview and the version', async () => {
    const help = await run(['--help']);
    const version = await run(['--version']);
    const bare = await run([]);

    expectGolden('help.txt', help.stdout);
    expect(version).toMatchObject({ exit: 0, stdout: '0.1.0\n' });
    expect(bare.exit).toBe(64);
  });
});
