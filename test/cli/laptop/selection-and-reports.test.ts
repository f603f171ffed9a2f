/** Which cases `assay test` runs, how many at once, and what it leaves in files. */
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { HAR_SCHEMA } from '../../core/har-schema.ts';
import { workplace, type Workplace } from './workplace.ts';

let place: Workplace;
beforeEach(async () => {
  place = await workplace(({ path }) => (path === '/none' ? { status: 404 } : { json: { token: 't-1', id: 7 } }));
  await place.write('environment.yaml', `name: here\ntargets: { default: "${place.api.url}" }\n`);
});
afterEach(() => place.close());

const CART = `suite: cart
service: shop
tags: [cart]
cases:
  - { id: login, request: { method: POST, path: /login }, checks: [{ status: 200 }], captures: { session: { path: $.id } } }
  - { id: open, tags: [smoke], request: { method: POST, path: '/carts/{{session}}' }, checks: [{ status: 200 }] }
  - { id: other, request: { method: GET, path: /other }, checks: [{ status: 200 }] }
`;
const STOCK = `suite: stock
service: store
tags: [stock]
cases:
  - { id: list, tags: [smoke, slow], request: { method: GET, path: /stock }, checks: [{ status: 200 }] }
  - { id: open, request: { method: GET, path: /open }, checks: [{ status: 200 }] }
`;

const asked = (): string[] => place.api.asked.map(({ method, path }) => `${method} ${path}`).sort();

describe('selection', () => {
  beforeEach(async () => {
    await place.write('suites/cart.yaml', CART);
    await place.write('suites/deep/stock.yaml', STOCK);
  });

  test.each([
    [[], ['GET /open', 'GET /other', 'GET /stock', 'POST /carts/7', 'POST /login']],
    [
      ['-t', 'smoke'],
      ['GET /stock', 'POST /carts/7', 'POST /login'],
    ],
    [
      ['-t', 'smoke+!slow'],
      ['POST /carts/7', 'POST /login'],
    ],
    [
      ['--suite', 'store.stock'],
      ['GET /open', 'GET /stock'],
    ],
    [['--suite', 'stock', '--case', 'open'], ['GET /open']],
    [
      ['--case', 'open'],
      ['GET /open', 'POST /carts/7', 'POST /login'],
    ],
    [['--case', 'cart/other'], ['GET /other']],
  ])('%j over two services, with what the cases need', async (selectors, wanted) => {
    const { exit, stderr } = await place.assay(['test', 'suites', ...selectors]);

    expect(stderr).toContain('in here (environment.yaml) at http://127.0.0.1');
    expect(exit).toBe(0);
    expect(asked()).toEqual(wanted);
  });

  test('required suites of the gate are found by either name', async () => {
    await place.write('rules.yaml', 'requiredSuites: [stock, shop.cart]\n');
    await place.write('strict.yaml', 'requiredSuites: [payment]\n');

    const there = await place.assay(['test', 'suites', '--gate', 'rules.yaml']);
    const missing = await place.assay(['test', 'suites', '--gate', 'strict.yaml']);

    expect([there.exit, missing.exit]).toEqual([0, 2]);
    expect(missing.stdout).toContain('The required suite payment did not run.');
  });
});

test.each([1, 3, 20])('--parallel %i is how many cases run at once, over all suites', async (parallel) => {
  let now = 0;
  let most = 0;
  await place.close();
  place = await workplace(() => {
    now += 1;
    most = Math.max(most, now);
    return new Promise((resolve) => {
      setImmediate(() =>
        setImmediate(() => {
          now -= 1;
          resolve({});
        }),
      );
    }) as never;
  });
  const cases = Array.from(
    { length: 30 },
    (_, at) => `  - { id: c${String(at)}, request: { method: GET, path: /ok }, checks: [{ status: 200 }] }\n`,
  ).join('');
  await place.write('a.yaml', `suite: a\nservice: shop\ncases:\n${cases}`);
  await place.write('b.yaml', `suite: b\nservice: shop\ncases:\n${cases}`);

  const argv = ['test', 'a.yaml', 'b.yaml', '--target', place.api.url, '-p', String(parallel), '--json', 'r.json'];
  const { exit } = await place.assay(argv);

  expect(exit).toBe(0);
  expect(most).toBeLessThanOrEqual(parallel);
  if (parallel > 1) expect(most).toBeGreaterThan(1);
});

describe('reports', () => {
  const schema: object = JSON.parse(readFileSync('layers/contracts/test-report.schema.json', 'utf8')) as object;
  const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);
  const SUITE = `suite: mixed
service: shop
owner: me
requirements: [ABC-1]
defaults: { retry: { max: 1, waitMsMax: 1 } }
cases:
  - { id: passes, request: { method: GET, path: '/ok?at={{$uuid}}' }, checks: [{ status: 200 }, { path: $.nothing, exists: true, warn: true }] }
  - id: fails
    reruns: 1
    rerunDelayMs: 1
    setup: [{ request: { method: POST, path: /before } }]
    request: { method: GET, path: /none }
    checks: [{ status: 200 }, { path: $.id, equals: 7 }]
    captures: { gone: { path: $.id } }
  - { id: needs-it, request: { method: GET, path: '/x/{{gone}}' }, checks: [{ status: 200 }] }
  - { id: rows, rows: [{ a: 1 }, { a: 2 }], request: { method: GET, path: '/ok/{{row.a}}' }, checks: [{ status: 200 }] }
`;

  test('the JSON report is as its published schema says, also on stdout, which then holds nothing else', async () => {
    await place.write('mixed.yaml', SUITE);

    const { exit, stdout, stderr } = await place.assay(['test', 'mixed.yaml', '--json', '-', '--seed', 'abc']);
    const report = JSON.parse(stdout) as { exitCode: number; seed: string; results: { case: string }[] };

    expect(validate(report) ? [] : validate.errors).toEqual([]);
    expect(report).toMatchObject({ exitCode: exit, seed: 'abc', stopped: null, missing: [] });
    expect(report.results.map((one) => one.case).sort()).toEqual(['fails', 'needs-it', 'passes', 'rows', 'rows']);
    expect(stderr).toContain('✗ shop.mixed/fails');
    expect(stderr).toContain('! shop.mixed/passes: ');
  });

  test('the schema refuses what is not a report', () => {
    expect(validate({ schema: 'assay/test-report/v1' })).toBe(false);
  });

  test('the same seed makes the same generated values', async () => {
    await place.write('mixed.yaml', SUITE);
    const at = (): (string | undefined)[] =>
      place.api.asked.filter(({ path }) => path.startsWith('/ok?')).map(({ path }) => path);

    await place.assay(['test', 'mixed.yaml', '--case', 'passes', '--seed', 'abc']);
    await place.assay(['test', 'mixed.yaml', '--case', 'passes', '--seed', 'abc']);
    const other = await place.assay(['test', 'mixed.yaml', '--case', 'passes']);

    const [first, second, third] = at();
    expect(second).toBe(first);
    expect(third).not.toBe(first);
    expect(other.stdout).toMatch(/seed {5}[0-9a-f]{8} \(--seed [0-9a-f]{8} makes the same values again\)/u);
  });

  test('JUnit and HAR hold the same run', async () => {
    await place.write('mixed.yaml', SUITE);

    await place.assay(['test', 'mixed.yaml', '--junit', 'build/a.xml', '--har', 'build/a.har']);
    const xml = await place.read('build/a.xml');
    const har = JSON.parse(await place.read('build/a.har')) as { log: { entries: { request: { url: string } }[] } };

    expect(xml).toContain('<testsuites name="assay test" tests="5" failures="1" errors="0" skipped="1"');
    const ajv = new Ajv2020({ strict: true, formats: { uri: (value: string) => URL.canParse(value) } });
    expect(ajv.validate(HAR_SCHEMA, har)).toBe(true);
    expect(har.log.entries.length).toBe(place.api.asked.length);
  });

  test('--reruns runs a failed case again where it does not say itself', async () => {
    await place.write(
      'one.yaml',
      'suite: one\nservice: shop\ndefaults: { retry: false, rerunDelayMs: 1 }\ncases:\n  - { id: a, request: { method: GET, path: /none }, checks: [{ status: 200 }] }\n',
    );

    const { stdout } = await place.assay(['test', 'one.yaml', '--reruns', '2']);

    expect(place.api.asked).toHaveLength(3);
    expect(stdout).toContain('try 1');
  });

  test('--fail-fast ends with the first failure', async () => {
    await place.write(
      'one.yaml',
      `suite: one\nservice: shop\ndefaults: { retry: false }\ncases:\n  - { id: a, request: { method: GET, path: /none }, checks: [{ status: 200 }] }\n  - { id: b, dependsOn: [{ case: c, kind: order }], request: { method: GET, path: /ok }, checks: [{ status: 200 }] }\n  - { id: c, request: { method: GET, path: /ok }, checks: [{ status: 200 }] }\n`,
    );

    const { exit, stdout } = await place.assay(['test', 'one.yaml', '--fail-fast', '-p', '1']);

    expect(exit).toBe(1);
    expect(place.api.asked).toHaveLength(1);
    expect(stdout).toContain('another case failed and the run stops at the first failure');
  });
});
