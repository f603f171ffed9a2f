/** `assay context` and `assay results --har` against a scripted plane. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { expectGolden } from './golden.ts';
import { assay, plane } from './plane-of-test.ts';
import { failedCase, RUN_ID } from './wire-samples.ts';

const RUN = `/tests/run/${RUN_ID}`;

const VARIABLES = [
  {
    suite: 'shop.checkout',
    name: 'orderId',
    source: 'case',
    case: 'order',
    consumers: ['pay', 'ship', 'bill', 'track', 'cancel'],
    count: 2,
    values: [
      { type: 'string', bytes: 11, value: 'A-17\u001b[31m' },
      { type: 'string', bytes: 6, row: 2 },
    ],
  },
  { suite: 'shop.checkout', name: 'late', source: 'case', case: 'pay', consumers: [], count: 0, values: [] },
  {
    suite: 'shop.checkout',
    name: 'password',
    source: 'secret',
    case: null,
    consumers: ['order'],
    count: 0,
    values: [],
  },
  {
    suite: 'shop.checkout',
    name: 'region',
    source: 'environment',
    case: null,
    consumers: ['order'],
    count: 1,
    values: [{ type: 'string', bytes: 4, value: '***' }],
  },
];

test('context shows every variable over all pages, and no control character of a target', async () => {
  plane.on(
    `GET ${RUN}/context`,
    { json: { items: VARIABLES.slice(0, 2), next: 'c1', complete: true } },
    { json: { items: VARIABLES.slice(2), next: null, complete: true } },
  );

  const { exit, stdout } = await assay(['context', RUN_ID, '--suite', 'checkout']);

  expect(exit).toBe(0);
  expectGolden('context.txt', stdout);
  expect(stdout).not.toContain('\u001b[31m');
  expect(plane.seen.map(({ url }) => url)).toEqual([
    `${RUN}/context?suite=checkout&limit=200`,
    `${RUN}/context?suite=checkout&limit=200&cursor=c1`,
  ]);
});

test('context --json is what the plane says', async () => {
  plane.on(`GET ${RUN}/context`, { json: { items: VARIABLES, next: null, complete: false } });

  const { stdout } = await assay(['context', RUN_ID, '--json']);

  expect(JSON.parse(stdout)).toEqual({ items: VARIABLES, complete: false });
});

test('results --har writes the requests of all pages as one archive', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'assay-har-'));
  const file = path.join(folder, 'deep', 'run.har');
  const page = (id: string, next: string | null) => ({
    json: { items: [{ ...failedCase, case: id }], next, complete: true },
  });
  plane.on(`GET ${RUN}/results`, page('one', 'c1'), page('two', null));

  const { exit } = await assay(['results', RUN_ID, '--har', file]);

  const { log } = JSON.parse(readFileSync(file, 'utf8')) as {
    log: { version: string; entries: readonly { _assay: { case: string } }[] };
  };
  rmSync(folder, { recursive: true });
  expect(exit).toBe(0);
  expect(log.version).toBe('1.2');
  expect(new Set(log.entries.map((entry) => entry._assay.case))).toEqual(new Set(['one', 'two']));
});
