/** `assay test` as a person meets it: files of the test's own, a small API on loopback, the real engine, client and gate. */
import { chmod } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { expectGolden } from '../golden.ts';
import { steady, workplace, type Workplace } from './workplace.ts';

const ORDER = {
  id: 7,
  customer: { name: 'Ada', address: { street: 'Long Road 1', city: 'London' } },
  lines: [
    { sku: 'book', quantity: 2 },
    { sku: 'pen', quantity: 1 },
  ],
};

let place: Workplace;
let answers: { [path: string]: { status?: number; json?: unknown } };
beforeEach(async () => {
  answers = { '/orders/7': { json: ORDER }, '/ok': { json: { ok: true } } };
  place = await workplace(({ path: asked }) => answers[asked] ?? { status: 404, json: { error: 'not found' } });
});
afterEach(() => place.close());

const suite = (name: string, cases: string, more = ''): string =>
  `suite: ${name}\nservice: shop\ndefaults: { retry: false }\n${more}cases:\n${cases}`;

const check = (id: string, target: string, status = 200, more = ''): string =>
  `  - id: ${id}\n    request: { method: GET, path: ${target} }\n    checks: [{ status: ${String(status)} }]\n${more}`;

const environment = (more = ''): string => `name: here\ntargets: { default: "${place.api.url}" }\n${more}`;

describe('the exit code is the gate’s answer (style, section 6)', () => {
  test('0 when everything passed', async () => {
    await place.write('ping.yaml', suite('ping', check('ok', '/ok')));

    const { exit, stdout } = await place.assay(['test', 'ping.yaml', '--target', place.api.url]);

    expect(exit).toBe(0);
    expect(stdout).toContain('✓ gate open  1 passed · 1 case · 1 check');
    expect(place.api.asked.map((one) => one.path)).toEqual(['/ok']);
  });

  test('1 when a blocking case failed, 0 when it is advisory or the rules allow it', async () => {
    await place.write('one.yaml', suite('one', check('ok', '/ok') + check('bad', '/none')));
    await place.write(
      'two.yaml',
      suite('two', check('ok', '/ok') + check('bad', '/none', 200, '    advisory: true\n')),
    );
    await place.write('rules.yaml', 'maxFailures: { medium: 1 }\n');

    const shut = await place.assay(['test', 'one.yaml', '--target', place.api.url]);
    const advisory = await place.assay(['test', 'two.yaml', '--target', place.api.url]);
    const allowed = await place.assay(['test', 'one.yaml', '--target', place.api.url, '--gate', 'rules.yaml']);

    expect([shut.exit, advisory.exit, allowed.exit]).toEqual([1, 0, 0]);
    expect(advisory.stdout).toContain('shop.two/bad  failed (advisory)');
  });

  test('2 when nothing was judged', async () => {
    await place.write(
      'one.yaml',
      suite('one', check('secret', '/ok', 200, '    requires: [{ secret: partnerKey }]\n')),
    );

    const { exit, stdout } = await place.assay(['test', 'one.yaml', '--target', place.api.url]);

    expect(exit).toBe(2);
    expect(stdout).toContain('requires the secret "partnerKey", which is not there: 1 case');
    expect(stdout).toContain('? gate inconclusive');
  });

  test('130 after Ctrl-C, with what there is until then and teardown done', async () => {
    await place.write(
      'one.yaml',
      suite(
        'one',
        `${check('first', '/ok')}${check('slow', '/slow', 200, '    dependsOn: [first]\n')}`,
        'teardown:\n  - id: bye\n    request: { method: POST, path: /bye }\n    checks: [{ status: 404 }]\n',
      ),
    );
    let interrupt = (): void => undefined;
    await place.close();
    place = await workplace((asked) => {
      if (asked.path !== '/slow') return answers[asked.path] ?? { status: 404 };
      interrupt();
      return undefined;
    });
    await place.write(
      'one.yaml',
      suite(
        'one',
        `${check('first', '/ok')}${check('slow', '/slow', 200, '    dependsOn: [first]\n')}`,
        'teardown:\n  - id: bye\n    request: { method: POST, path: /bye }\n    checks: [{ status: 404 }]\n',
      ),
    );

    const { exit, stdout, stderr } = await place.assay(['test', 'one.yaml', '--target', place.api.url], {
      onStart: (press) => {
        interrupt = press;
      },
    });

    expect(exit).toBe(130);
    expect(stderr).toContain('stopping: teardown runs');
    expect(stdout).toContain('the run was cancelled while the case ran: 1 case');
    expect(stdout).toContain('2 passed');
    expect(place.api.asked.map((one) => one.path)).toEqual(['/ok', '/slow', '/bye']);
  });
});

describe('what a failing run says', () => {
  const FAILING = suite(
    'orders',
    `  - id: login
    name: a customer logs in
    token: true
    request: { method: POST, path: /ok, json: { user: ada } }
    checks: [{ status: 200 }]
    captures: { state: { path: $.ok } }
  - id: whole
    name: an order is what was ordered
    request: { method: PUT, path: /orders/7, json: { state: '{{state}}' }, headers: { x-tenant: acme } }
    checks:
      - status: 200
      - { path: $.customer, equals: { name: Ada, address: { street: Long Road 11, city: London } } }
      - { path: '$.lines[1].quantity', equals: 2 }
      - { path: $.customer.name, equals: Ada }
      - { header: cache-control, equals: no-store }
      - schema: { type: object, required: [total], properties: { id: { type: string } } }
    captures: { orderId: { path: $.id } }
  - id: pay
    request: { method: POST, path: '/orders/{{orderId}}/pay' }
    checks: [{ status: 200 }]
    captures: { paid: { path: $.id } }
  - id: receipt
    request: { method: GET, path: '/receipts/{{paid}}' }
    checks: [{ status: 200 }]
  - id: price
    name: price of {{row.sku}}
    rows: [{ sku: p1, price: 10 }, { sku: p2, price: 11 }, { sku: p3, price: 12 }]
    request: { method: GET, path: /ok }
    checks: [{ path: $.price, equals: '{{row.price}}' }]
`,
  );

  test('reads like this (golden)', async () => {
    await place.write('orders.yaml', FAILING);

    const { exit, stdout } = await place.assay(['test', 'orders.yaml', '--target', place.api.url, '-p', '1']);

    expect(exit).toBe(1);
    expectGolden('test-failures.txt', steady(stdout, place.api));
  });

  test('colours only where they are seen', async () => {
    await place.write('orders.yaml', FAILING);
    const argv = ['test', 'orders.yaml', '--target', place.api.url];

    const plain = await place.assay(argv);
    const forced = await place.assay(argv, { env: { FORCE_COLOR: '1' } });
    const refused = await place.assay([...argv, '--no-color'], { env: { FORCE_COLOR: '1' } });
    const unwanted = await place.assay(argv, { env: { NO_COLOR: '1' }, isTTY: true });

    expect([plain, forced, refused].map(({ stdout }) => stdout.includes('\u001B['))).toEqual([false, true, false]);
    expect(unwanted.stdout).not.toContain('\u001B[3');
  });

  test('rows and requests that fail alike are told once in full, then in a line, then only counted', async () => {
    const rows = Array.from({ length: 9 }, (_, at) => `{ n: ${String(at + 1)} }`).join(', ');
    await place.write(
      'rows.yaml',
      suite(
        'rows',
        `  - id: row\n    rows: [${rows}]\n    request: { method: GET, path: /none }\n    checks: [{ status: 200 }]\n`,
      ),
    );

    const short = await place.assay(['test', 'rows.yaml', '--target', place.api.url]);
    const all = await place.assay(['test', 'rows.yaml', '--target', place.api.url, '--verbose']);
    const blocks = (text: string): number => text.split('\n').filter((line) => line.startsWith('  repeat ')).length;

    expect(blocks(short.stdout)).toBe(1);
    expect(short.stdout.match(/^✗ shop\.rows\/row\[\d\]/gmu)).toHaveLength(5);
    expect(short.stdout).toContain('--verbose shows every one');
    expect(blocks(all.stdout)).toBe(9);
  });

  test('an API that is not there is one failure, not one for each case', async () => {
    await place.write('one.yaml', suite('one', ['a', 'b', 'c'].map((id) => check(id, '/ok')).join('')));
    await place.api.close();

    const { exit, stdout } = await place.assay(['test', 'one.yaml', '--target', place.api.url]);

    expect(exit).toBe(1);
    expect(stdout.match(/ECONNREFUSED|refused/gu)?.length).toBeGreaterThan(0);
    expect(stdout.split('\n').filter((line) => line.startsWith('  repeat '))).toHaveLength(1);
  });

  test('--verbose shows what passed', async () => {
    await place.write('one.yaml', suite('one', check('ok', '/ok')));

    const { stdout } = await place.assay(['test', 'one.yaml', '--target', place.api.url, '--verbose']);

    expect(steady(stdout, place.api)).toContain('✓ shop.one/ok  GET http://api.test/ok → 200  0 ms\n');
  });
});

describe('secrets and variables', () => {
  const SECRET = 'tr0ub4dor-and-3';
  const LOGIN = suite(
    'login',
    `  - id: login
    request: { method: POST, path: /echo, json: { pass: '{{shopPassword}}', user: '{{user}}', count: '{{count}}' } }
    checks: [{ status: 201 }]
`,
    'uses: [shopPassword, user]\nvariables: { count: 1 }\n',
  );
  const secrets = (): string =>
    `secrets: { shopPassword: { ref: assay/local/shop#password, hosts: ["${new URL(place.api.url).host}"] } }\n`;

  beforeEach(async () => {
    await place.write('login.yaml', LOGIN);
    answers['/echo'] = { status: 403, json: { said: SECRET, token: 'x' } };
  });

  test('a secret comes from its variable and is shown nowhere, not even where the API repeats it', async () => {
    await place.write('environment.yaml', environment(`${secrets()}variables: { user: ada }\n`));

    const ran = await place.assay(
      ['test', 'login.yaml', '--verbose', '--json', 'out/a.json', '--har', 'out/a.har', '--junit', 'out/a.xml'],
      { env: { ASSAY_SECRET_SHOPPASSWORD: SECRET } },
    );
    const files = await Promise.all(['out/a.json', 'out/a.har', 'out/a.xml'].map(place.read));

    expect(JSON.parse(place.api.asked[0]?.body ?? '')).toEqual({ pass: SECRET, user: 'ada', count: 1 });
    for (const text of [ran.stdout, ran.stderr, ...files]) expect(text).not.toContain(SECRET);
    expect(ran.stdout).toContain('"said": "***"');
  });

  test('a file of secrets works too, with a warning when others can read it', async () => {
    await place.write('environment.yaml', environment(secrets()));
    await place.write('.env', `# of the laptop\nexport shopPassword="${SECRET}"\n`);

    await chmod(path.join(place.cwd, '.env'), 0o644);
    const open = await place.assay([
      'test',
      'login.yaml',
      '--secrets',
      '.env',
      '--var',
      'user=grace',
      '--var',
      'count:=3',
    ]);
    await chmod(path.join(place.cwd, '.env'), 0o600);
    const closed = await place.assay(['test', 'login.yaml', '--secrets', '.env', '--var', 'user=grace']);

    expect(open.stderr).toContain('.env can be read by others of this machine: chmod 600 .env');
    expect(closed.stderr).not.toContain('chmod');
    expect(JSON.parse(place.api.asked[0]?.body ?? '')).toEqual({ pass: SECRET, user: 'grace', count: 3 });
  });

  test('without an environment a secret goes to the target alone', async () => {
    const argv = ['test', 'login.yaml', '--target', place.api.url, '--var', 'user=ada'];

    const there = await place.assay(argv, { env: { ASSAY_SECRET_SHOPPASSWORD: SECRET } });
    const missing = await place.assay(argv);

    expect(there.exit).toBe(1);
    expect(JSON.parse(place.api.asked[0]?.body ?? '')).toMatchObject({ pass: SECRET });
    expect(missing.exit).toBe(64);
    expect(missing.stderr).toMatch(/^login\.yaml:4:8: expected the environment to have "shopPassword"/mu);
    expect(missing.stderr).toContain('set ASSAY_SECRET_SHOPPASSWORD, or name a file with --secrets');
  });

  test('moved to this machine, a target still gets its secrets; moved elsewhere it does not', async () => {
    await place.write(
      'environment.yaml',
      'name: staging\ntargets: { default: "https://shop.example" }\nvariables: { user: ada }\nsecrets: { shopPassword: { ref: assay/t/shop#password, hosts: [shop.example] } }\n',
    );
    const env = { ASSAY_SECRET_SHOPPASSWORD: SECRET };

    await place.assay(['test', 'login.yaml', '--target', place.api.url], { env });
    const elsewhere = await place.assay(['test', 'login.yaml', '--target', 'http://10.255.255.1:1'], { env });

    expect(JSON.parse(place.api.asked[0]?.body ?? '')).toMatchObject({ pass: SECRET });
    expect(elsewhere.stdout).toContain('expected the secret "shopPassword" to go only to shop.example');
  });
});
