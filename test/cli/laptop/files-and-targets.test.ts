/** What lies beside suites, targets that are not there or may not be asked, and files that are wrong among others: found before a request. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { workplace, type Workplace } from './workplace.ts';

const SUITE = `suite: ping
service: shop
cases:
  - id: ok
    request: { method: GET, path: /ok }
    checks: [{ status: 200 }]
`;
const other = (id: string): string => SUITE.replace('suite: ping', `suite: ${id}`);

let place: Workplace;
beforeEach(async () => {
  place = await workplace(() => ({}));
  await place.write('suites/ping.yaml', SUITE);
  await place.write('environment.yaml', `name: here\ntargets: { default: "${place.api.url}" }\n`);
});
afterEach(() => place.close());

describe('files that are none of ours', () => {
  test('a report among the suites is left out of the next run, which says so once', async () => {
    const first = await place.assay(['test', 'suites', '--json', 'suites/r.json', '--har', 'suites/h.json']);
    const second = await place.assay(['test', 'suites']);
    const lint = await place.assay(['lint', 'suites']);

    expect([first.exit, second.exit, lint.exit]).toEqual([0, 0, 0]);
    expect(second.stderr.match(/r\.json/gu)).toHaveLength(1);
    expect(second.stderr).toContain('note: suites/r.json is left out: it is a report of `assay test`\n');
  });

  test('a report that is longer than a suite may be, or was cut off, is one all the same', async () => {
    await place.write(
      'suites/long.json',
      `{\n  "schema": "assay/test-report/v1",\n  "suite": "${'x'.repeat(9_000_000)}"`,
    );
    await place.write('suites/empty.json', '');

    const { exit, stderr } = await place.assay(['test', 'suites']);

    expect(exit).toBe(0);
    expect(stderr).toContain('suites/long.json is left out: it is a report of `assay test`');
  });

  test.each([
    ['answer.json', { runId: 'r1', service: 'shop', state: 'judged', gate: null }, 'an answer about a run'],
    ['data.json', { cases: [{ name: 'Ada' }, { name: 'Bob' }] }, 'a list of cases without requests and checks'],
    ['serverless.json', { service: 'shop', provider: { name: 'aws' } }, 'a file about a service of another tool'],
  ])('%s is left out', async (name, content, what) => {
    await place.write(`suites/${name}`, JSON.stringify(content));

    const { exit, stderr } = await place.assay(['test', 'suites']);

    expect(exit).toBe(0);
    expect(stderr).toContain(`suites/${name} is left out: it is ${what}\n`);
  });

  test('long JSON without a field of a suite at its top is no mistake', async () => {
    await place.write('suites/dump.json', JSON.stringify({ rows: [{ suite: 'x'.repeat(9_000_000) }] }));

    expect((await place.assay(['test', 'suites'])).exit).toBe(0);
  });

  test('a mistyped suite stays a mistake', async () => {
    await place.write('suites/b.json', JSON.stringify({ suite: 'b', service: 'shop', case: [] }));
    await place.write('suites/c.json', JSON.stringify({ cases: [{ id: 'a', request: { method: 'GET' } }] }));

    const { exit, stderr } = await place.assay(['test', 'suites']);

    expect(exit).toBe(64);
    expect(stderr).toMatch(/suites\/b\.json:1:\d+: .*"case"/u);
    expect(stderr).toMatch(/suites\/c\.json:1:\d+: /u);
  });

  test('a report that would take the place of a suite is refused', async () => {
    const { exit, stderr } = await place.assay(['test', 'suites', '--json', 'suites/ping.yaml']);

    expect(exit).toBe(64);
    expect(stderr).toContain('--json would overwrite suites/ping.yaml, which is read');
    expect(await place.read('suites/ping.yaml')).toBe(SUITE);
  });
});

describe('targets', () => {
  const wrong = SUITE.replace('path: /ok', 'path: /ok, target: payment');

  test('one that the environment has not is found before the first request, at its place', async () => {
    await place.write('suites/pay.yaml', wrong.replace('suite: ping', 'suite: pay'));

    const run = await place.assay(['test', 'suites']);
    const lint = await place.assay(['lint', 'suites/pay.yaml']);
    const given = await place.assay(['test', 'suites', '--target', `payment=${place.api.url}`]);

    const said = 'suites/pay.yaml:5:48: expected one of the environment\'s targets (default), got "payment"';
    expect([run.exit, lint.exit, given.exit]).toEqual([64, 1, 0]);
    expect(run.stderr).toContain(said);
    expect(run.stderr).toContain('--target name=URL');
    expect(lint.stdout).toContain(said);
    expect(place.api.asked).toHaveLength(2);
  });

  test('in a fragment of another file it is said at the suite', async () => {
    await place.write(
      'suites/parts.yaml',
      `fragments: { pay: { cases: [{ id: a, request: { method: GET, path: /a, target: nope }, checks: [{ status: 200 }] }] } }\n`,
    );
    await place.write(
      'suites/pay.yaml',
      'suite: pay\nservice: shop\nfragmentsFrom: [./parts.yaml]\ninclude: [{ fragment: pay }]\ncases: []\n'.replace(
        'cases: []\n',
        '',
      ),
    );

    const { exit, stderr } = await place.assay(['test', 'suites']);

    expect(exit).toBe(64);
    expect(stderr).toMatch(
      /suites\/pay\.yaml:1:1: expected one of the environment's targets .*"nope" \(in a case of a fragment/u,
    );
  });

  test.each([
    ['http://169.254.169.254', 'metadata addresses are never allowed'],
    ['http://[fd00:ec2::254]/', 'metadata'],
    ['http://2852039166/', '169.254.169.254'],
    ['http://user:word@127.0.0.1:1/', 'user name'],
    ['http://0.0.0.0:8080', '0.0.0.0'],
  ])('%s is refused before anything is sent', async (url, why) => {
    const { exit, stderr, stdout } = await place.assay(['test', 'suites', '--target', url]);

    expect(exit).toBe(64);
    expect(stderr).toContain('the target "default" may not be tested: ');
    expect(stderr).toContain(why);
    expect(stdout).toBe('');
  });
});

describe('--keep-going', () => {
  beforeEach(async () => {
    await place.write('suites/a.yaml', other('a').replace('path: /ok', 'path: "/{{nobody}}"'));
    await place.write('suites/b.yaml', other('b').replace('path: /ok', 'path: /ok, target: none'));
    await place.write('suites/c.yaml', other('c'));
  });

  test('runs the suites that are right and ends with 64', async () => {
    const strict = await place.assay(['test', 'suites']);
    const { exit, stdout, stderr } = await place.assay([
      'test',
      'suites',
      'gone.yaml',
      '--keep-going',
      '--json',
      'r.json',
    ]);

    expect(strict.exit).toBe(64);
    expect(exit).toBe(64);
    expect(stdout).toContain('gate open  2 passed');
    expect(stderr).toMatch(/suites\/a\.yaml:5:\d+: unknown variable "nobody"/u);
    expect(stderr).toMatch(/suites\/b\.yaml:5:\d+: expected one of the environment's targets/u);
    expect(stderr).toContain('gone.yaml:1:1: expected a file that can be read, but there is no such file');
    expect(stderr).toContain('what has 3 problems in its file was left out (--keep-going)');
    expect((JSON.parse(await place.read('r.json')) as { exitCode: number }).exitCode).toBe(64);
  });

  test('has nothing to run where every suite is wrong, or the environment is', async () => {
    const none = await place.assay(['test', 'suites/a.yaml', 'suites/b.yaml', '--keep-going']);
    await place.write('environment.yaml', 'name: here\ntargets: 3\n');
    const wrong = await place.assay(['test', 'suites', '--keep-going']);

    expect([none.exit, wrong.exit]).toEqual([64, 64]);
    expect(none.stderr).toContain('2 problems in the files, and no suite without');
    expect(wrong.stderr).toContain('environment.yaml is no environment that can be used');
    expect(place.api.asked).toEqual([]);
  });

  test('of lint checks the other files and stays 1', async () => {
    const strict = await place.assay(['lint', 'gone.yaml', 'suites']);
    const { exit, stdout } = await place.assay(['lint', 'gone.yaml', 'suites', '--keep-going']);

    expect(strict.exit).toBe(64);
    expect(exit).toBe(1);
    expect(stdout).toContain('gone.yaml:1:1: expected a file that can be read');
    expect(stdout).toMatch(/suites\/a\.yaml:5:\d+: unknown variable/u);
  });
});

describe('hints', () => {
  test('a missing secret is told with the whole name of its variable, however narrow the screen', async () => {
    await place.write(
      'environment.yaml',
      `name: here\ntargets: { default: "${place.api.url}" }\nsecrets: { aVeryLongNameOfTheShopPassword: { ref: assay/local/shop, hosts: ["${place.api.url.slice(7)}"] } }\n`,
    );
    await place.write(
      'suites/ping.yaml',
      SUITE.replace('cases:', 'uses: [aVeryLongNameOfTheShopPassword]\ncases:').replace(
        'path: /ok',
        'path: /ok, headers: { x-key: "{{aVeryLongNameOfTheShopPassword}}" }',
      ),
    );

    const { stdout } = await place.assay(['test', 'suites', '--verbose']);

    expect(
      stdout.match(
        /set ASSAY_SECRET_AVERYLONGNAMEOFTHESHOPPASSWORD, or name a file with --secrets that has a line for aVeryLongNameOfTheShopPassword/gu,
      ),
    ).toHaveLength(2);
    expect(stdout).not.toContain('***');
  });
});
