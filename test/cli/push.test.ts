/** `assay push`: files of the test's own in an empty folder, the plane scripted on loopback. */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { expectGolden } from './golden.ts';
import { run, type Ran } from './run-command.ts';
import { problem, startPlane, type ScriptedPlane } from './scripted-plane.ts';

const SUITE =
  'suite: ping\nservice: shop\ncases:\n  - id: ping\n    request: { method: GET, path: /ping }\n    checks: [{ status: 200 }]\n';
const SUITE_JSON = {
  suite: 'ping',
  service: 'shop',
  capability: 'functional',
  cases: [{ id: 'ping', request: { method: 'GET', path: '/ping' }, checks: [{ status: 200 }] }],
};
/** RFC 8785 form of SUITE_JSON, written by hand: the digest the plane keeps is of these bytes. */
const SUITE_CANONICAL =
  '{"capability":"functional","cases":[{"checks":[{"status":200}],"id":"ping","request":{"method":"GET","path":"/ping"}}],"service":"shop","suite":"ping"}';
const stamp = { revision: 3, updatedAt: '2026-11-21T12:00:00Z', updatedBy: 'ada' };
const EMPTY = { json: { items: [], next: null } };

let plane: ScriptedPlane;
let cwd: string;
beforeEach(async () => {
  plane = await startPlane();
  cwd = await mkdtemp(path.join(tmpdir(), 'assay-push-'));
});
afterEach(async () => {
  await plane.close();
});

const write = async (name: string, text: string): Promise<void> => {
  await mkdir(path.dirname(path.join(cwd, name)), { recursive: true });
  await writeFile(path.join(cwd, name), text);
};
const writeAll = async (): Promise<void> => {
  await write('assay/suites/ping.yaml', SUITE);
  await write('assay/a-service.yaml', 'service: shop\nowner: me\n');
  await write('assay/env.yml', 'name: local\ntargets: { default: "http://127.0.0.1:1" }\n');
  await write('assay/openapi.json', '{"openapi":"3.1.0"}');
  await write('assay/notes.yaml', 'just: notes\n');
  await write('assay/node_modules/x/suite.yaml', 'suite: 1\n');
};
const assay = (...argv: readonly string[]): Promise<Ran> =>
  run(argv, { cwd, env: { ASSAY_URL: plane.url, ASSAY_TOKEN: 'a.b.c' } });
const planeIsEmpty = (): void => {
  plane.on('GET /environments', EMPTY);
  plane.on('GET /services', EMPTY);
  plane.on('GET /suites', EMPTY);
  plane.on('PUT /environments/local', { status: 201, json: { name: 'local', targets: {}, ...stamp, revision: 1 } });
  plane.on('PUT /services/shop', { status: 201, json: { service: 'shop', owner: 'me', ...stamp, revision: 1 } });
  plane.on('PUT /suites/shop.ping', {
    status: 201,
    json: { id: 'shop.ping', digest: 'x', cases: 1, ...stamp, revision: 1 },
  });
};

describe('push', () => {
  test('sends environment, then service, then suite, told by content, and leaves other files alone', async () => {
    await writeAll();
    planeIsEmpty();

    const { exit, stdout } = await assay('push');

    expect(exit).toBe(0);
    expectGolden('push-created.txt', stdout);
    const puts = plane.seen.filter((call) => call.method === 'PUT');
    expect(puts.map((call) => call.url)).toEqual(['/environments/local', '/services/shop', '/suites/shop.ping']);
    expect(JSON.parse(puts[2]?.body ?? '')).toEqual(SUITE_JSON);
  });

  test('what the plane has already is not sent again', async () => {
    await writeAll();
    plane.on('GET /environments', {
      json: { items: [{ name: 'local', targets: { default: 'http://127.0.0.1:1' }, ...stamp }], next: null },
    });
    plane.on('GET /services', { json: { items: [{ owner: 'me', service: 'shop', ...stamp }], next: null } });
    const digest = createHash('sha256').update(SUITE_CANONICAL).digest('hex');
    plane.on('GET /suites', { json: { items: [{ id: 'shop.ping', digest, cases: 1, ...stamp }], next: null } });

    const { exit, stdout } = await assay('push', 'assay', '--json');

    expect(exit).toBe(0);
    expect((JSON.parse(stdout) as { pushed: { change: string }[] }).pushed.map((one) => one.change)).toEqual([
      'unchanged',
      'unchanged',
      'unchanged',
    ]);
    expect(plane.seen.every((call) => call.method === 'GET')).toBe(true);
  });

  test('a change is an update', async () => {
    await write('service.yaml', 'service: shop\nowner: you\n');
    plane.on('GET /services', { json: { items: [{ owner: 'me', service: 'shop', ...stamp }], next: null } });
    plane.on('PUT /services/shop', { status: 200, json: { owner: 'you', service: 'shop', ...stamp, revision: 4 } });

    const { stdout } = await assay('push', 'service.yaml');

    expect(stdout).toBe('updated    service      shop  service.yaml\n');
  });

  test('rows of a file go into the suite; with more than 8 MB it is refused before anything is sent', async () => {
    planeIsEmpty();
    await write('data/n.csv', `n\n${'12345678901234567890\n'.repeat(500_000)}`);
    const rows = SUITE.replace('id: ping\n', 'id: ping\n    rows: { file: ../data/n.csv }\n');
    await write('suites/ping.yaml', rows);
    const ran = await assay('push', 'suites');

    expect(ran.exit).toBe(64);
    expect(ran.stderr).toContain(
      'suites/ping.yaml: expected a suite of at most 8 MB with the files that it names, got ',
    );
    expect(plane.calls('PUT /suites/shop.ping')).toEqual([]);

    await write('data/n.csv', 'n\n1\n');
    expect((await assay('push', 'suites')).exit).toBe(0);
    expect(JSON.parse(plane.calls('PUT /suites/shop.ping')[0]?.body ?? '')).toMatchObject({
      flows: { ping: { rows: { csv: 'n\n1\n' } } },
      cases: [{ id: 'ping', flow: 'ping' }],
    });
  });

  test('a suite of more than 1 MB goes through /uploads, to the link and with the headers that the plane gave, without the token', async () => {
    const cases = Array.from({ length: 9000 }, (_one, at) => ({
      id: `case-${String(at)}`,
      name: 'x'.repeat(50),
      request: { method: 'GET', path: '/ping' },
      checks: [{ status: 200 }],
    }));
    await write('big.json', JSON.stringify({ suite: 'big', service: 'shop', cases }));
    plane.on('GET /suites', EMPTY);
    plane.on('POST /uploads', {
      status: 201,
      json: {
        url: `${plane.url}/store/big?signature=1`,
        headers: { 'x-amz-checksum-sha256': 'abc' },
        expiresAt: '2026-11-21T12:05:00Z',
      },
    });
    plane.on('PUT /store/big', { status: 200 });
    plane.on('PUT /suites/shop.big', {
      status: 201,
      json: { id: 'shop.big', digest: 'x', cases: 9000, ...stamp, revision: 1 },
    });

    const { exit } = await assay('push', 'big.json');

    const [upload] = plane.calls('PUT /store/big');
    const sha256 = createHash('sha256')
      .update(upload?.body ?? '')
      .digest('hex');
    expect(exit).toBe(0);
    expect(JSON.parse(plane.calls('POST /uploads')[0]?.body ?? '')).toEqual({
      sha256,
      bytes: Buffer.byteLength(upload?.body ?? ''),
      mediaType: 'application/json',
    });
    expect(upload?.headers['x-amz-checksum-sha256']).toBe('abc');
    expect(upload?.headers.authorization).toBeUndefined();
    expect(JSON.parse(plane.calls('PUT /suites/shop.big')[0]?.body ?? '')).toEqual({ upload: { sha256 } });
  });

  test('a file with a problem stops everything before the first call', async () => {
    await writeAll();
    await write(
      'assay/suites/bad.yaml',
      'suite: bad\nservice: shop\ncases:\n  - id: a\n    dependsOn: [b]\n    request: { method: GET, path: "/{{nowhere}}" }\n    checks: [{ status: 200 }]\n',
    );

    const { exit, stderr } = await assay('push');

    expect(exit).toBe(64);
    expect(stderr).toMatch(/assay\/suites\/bad\.yaml:\d+:\d+: /);
    expect(stderr).toContain('nowhere');
    expect(plane.seen).toEqual([]);
  });

  test('a refusal names the file', async () => {
    await write('s.yaml', SUITE);
    plane.on('GET /suites', EMPTY);
    plane.on(
      'PUT /suites/shop.ping',
      problem(422, 'unknown-service', 'Unknown service', 'the service shop is not registered'),
    );

    const { exit, stderr } = await assay('push', 's.yaml');

    expect(exit).toBe(64);
    expect(stderr).toContain('error: s.yaml: Unknown service: the service shop is not registered (unknown-service)');
  });
});

describe('files of a folder that cannot be read', () => {
  test.each([
    ['deploy.yaml', 'a: [1,\n'],
    ['pipeline.yml', 'job: !reference [.base, script]\n'],
    ['empty.yaml', ''],
    ['notes.json', '{"services": nope}'],
  ])('%s is none of ours: a warning, and the rest is pushed', async (name, text) => {
    await writeAll();
    await write(`assay/${name}`, text);
    planeIsEmpty();

    const pushed = await assay('push');
    const named = await run(['lint', `assay/${name}`], { cwd });

    expect(pushed.exit).toBe(0);
    expect(pushed.stderr).toContain(`warning: assay/${name}:`);
    expect(named.exit).toBe(1);
  });

  test.each([
    ['a.yaml', 'suite: a\ncases: [1,\n'],
    ['b.yaml', '{ service: a, cases: [\n'],
    ['c.json', '{\n  "targets": {,}\n}'],
    ['d.yaml', 'name: x\n owner: y\nz'],
  ])('%s looks like one of ours and stops the push', async (name, text) => {
    await writeAll();
    await write(`assay/${name}`, text);

    const { exit, stderr } = await assay('push');

    expect(exit).toBe(64);
    expect(stderr).toContain(`assay/${name}:`);
    expect(plane.seen).toEqual([]);
  });
});
