/** `assay findings`, `assay findings decide`, `assay report` and the report files of `assay results` against a scripted plane. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { assay, plane } from './plane-of-test.ts';
import { problem, startPlane } from './scripted-plane.ts';
import { RUN_ID } from './wire-samples.ts';

const RUN = `/tests/run/${RUN_ID}`;
const FINGERPRINT = '0f'.repeat(16);
const folder = mkdtempSync(path.join(tmpdir(), 'assay-findings-'));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const finding = (more: object = {}): object => ({
  fingerprint: FINGERPRINT,
  service: 'shop',
  team: 'orders',
  owner: null,
  check: 'bola-read',
  title: 'Objects of others can be read',
  severity: 'high',
  operation: 'GET /orders/{id}',
  state: 'new',
  lastRunId: RUN_ID,
  dueAt: '2026-12-21T12:00:00.000Z',
  overdue: null,
  message: 'expected 403, got 200\u001b[31m',
  remedy: null,
  ...more,
});

describe('findings', () => {
  test('of all pages, with whose they are and when they are due, and no control character of a target', async () => {
    plane.on(
      'GET /findings',
      { json: { items: [finding()], next: 'c1' } },
      { json: { items: [finding({ overdue: 'not-fixed', operation: null, message: null })], next: null } },
    );

    const { exit, stdout } = await assay(['findings', '--service', 'shop', '--state', 'open', '--overdue']);

    expect(exit).toBe(0);
    expect(stdout).toBe(
      [
        'high      new  shop: Objects of others can be read in GET /orders/{id}',
        `    ${FINGERPRINT}  bola-read  orders  due 2026-12-21`,
        '    expected 403, got 200\\u001b[31m',
        'high      new  shop: Objects of others can be read',
        `    ${FINGERPRINT}  bola-read  orders  due 2026-12-21, not fixed in time`,
        '2 findings',
        '',
      ].join('\n'),
    );
    expect(plane.seen.map(({ url }) => url)).toEqual([
      '/findings?limit=1000&service=shop&state=open&overdue=true',
      '/findings?limit=1000&service=shop&state=open&overdue=true&cursor=c1',
    ]);
  });

  test('--json is what the plane says', async () => {
    plane.on('GET /findings', { json: { items: [finding()], next: null } });

    expect(JSON.parse((await assay(['findings', '--json'])).stdout)).toEqual({ items: [finding()] });
  });

  test('none are told as none', async () => {
    plane.on('GET /findings', { json: { items: [], next: null } });

    expect(await assay(['findings'])).toMatchObject({ exit: 0, stdout: 'no findings\n' });
  });

  test.each([
    [['--state', 'gone'], '--state must be one of open, new'],
    [['--state', 'fixed'], '--state fixed needs --service'],
  ])('%j is wrong use, and nothing is asked', async (args, message) => {
    const { exit, stderr } = await assay(['findings', ...args]);

    expect([exit, plane.seen]).toEqual([64, []]);
    expect(stderr).toContain(message);
  });

  test('a service that one may not see is told by the plane', async () => {
    plane.on('GET /findings', problem(404, 'service-not-found', 'No such service', 'there is no service x'));

    const { exit, stderr } = await assay(['findings', '--service', 'x']);

    expect(exit).not.toBe(0);
    expect(stderr).toContain('there is no service x');
  });
});

describe('findings decide', () => {
  const decide = (...more: readonly string[]) =>
    assay([
      'findings',
      'decide',
      FINGERPRINT,
      '--service',
      'shop',
      '--state',
      'accepted',
      '--reason',
      'known',
      ...more,
    ]);

  test('sends state, reason and owner, and shows the finding as it is now', async () => {
    plane.on(`PUT /findings/shop/${FINGERPRINT}`, { json: finding({ state: 'accepted', owner: 'ann' }) });

    const { exit, stdout } = await decide('--owner', 'ann');

    expect(exit).toBe(0);
    expect(JSON.parse(plane.seen[0]?.body ?? '')).toEqual({ state: 'accepted', reason: 'known', owner: 'ann' });
    expect(stdout).toContain('high      accepted  shop: Objects of others can be read');
  });

  test('whoever is no approver is told so, and ends with 77', async () => {
    plane.on(
      `PUT /findings/shop/${FINGERPRINT}`,
      problem(403, 'forbidden', 'Not allowed', 'only an approver of shop may'),
    );

    const { exit, stderr } = await decide();

    expect(exit).toBe(77);
    expect(stderr).toContain('only an approver of shop may');
  });

  test.each([
    [['findings', 'decide', 'abc', '-s', 'shop', '--state', 'triaged', '--reason', 'x'], '32 hexadecimal digits'],
    [['findings', 'decide', FINGERPRINT, '-s', 'shop', '--state', 'fixed', '--reason', 'x'], '--state must be one of'],
    [['findings', 'decide', FINGERPRINT, '-s', 'shop', '--state', 'triaged', '--reason', ' '], '--reason must say why'],
    [['findings', 'decide', FINGERPRINT, '--state', 'triaged', '--reason', 'x'], '--service'],
  ])('%j is wrong use', async (args, message) => {
    const { exit, stderr } = await assay(args);

    expect([exit, plane.seen]).toEqual([64, []]);
    expect(stderr).toContain(message);
  });
});

describe('report', () => {
  const file = path.join(folder, 'deep', 'report.html');

  test('follows the link of the plane without its token, and writes the page', async () => {
    const storage = await startPlane();
    storage.on('GET /page', { text: '<!doctype html><p>open</p>', headers: { 'content-type': 'text/html' } });
    plane.on(`GET ${RUN}/report`, { status: 303, headers: { location: `${storage.url}/page?X-Amz-Signature=s` } });
    try {
      const { exit, stderr } = await assay(['report', RUN_ID, '--html', file]);

      expect([exit, readFileSync(file, 'utf8')]).toEqual([0, '<!doctype html><p>open</p>\n']);
      expect(stderr).toContain('page written to');
      expect(storage.seen.map(({ headers }) => headers.authorization)).toEqual([undefined]);
      expect(plane.seen[0]?.headers.authorization).toMatch(/^Bearer /u);
    } finally {
      await storage.close();
    }
  });

  test('what is no page is not kept', async () => {
    const target = path.join(folder, 'none.html');
    plane.on(`GET ${RUN}/report`, { json: { hello: 'world' } });

    const { exit, stderr } = await assay(['report', RUN_ID, '--html', target]);

    expect([exit, existsSync(target)]).toEqual([69, false]);
    expect(stderr).toContain('should lead to an HTML page, got something else');
  });

  test('a link over plain http to another machine is refused', async () => {
    plane.on(`GET ${RUN}/report`, { status: 303, headers: { location: 'http://storage.example/page' } });

    const { exit, stderr } = await assay(['report', RUN_ID, '--html', path.join(folder, 'x.html')]);

    expect(exit).toBe(69);
    expect(stderr).toContain('not https');
  });
});

test('results writes the forms that are asked for, and no other', async () => {
  const at = (name: string): string => path.join(folder, name);
  plane.on(`GET ${RUN}/results`, { json: { items: [], next: null, complete: true } });
  plane.on(`GET ${RUN}/ctrf`, { json: { results: {} } });
  plane.on(`GET ${RUN}/sarif`, { json: { version: '2.1.0' } });
  plane.on(`GET ${RUN}/summary`, { text: '## Gate open', headers: { 'content-type': 'text/markdown' } });

  const all = await assay([
    'results',
    RUN_ID,
    '--ctrf',
    at('c.json'),
    '--sarif',
    at('s.json'),
    '--markdown',
    at('m.md'),
  ]);
  const asked = plane.seen.length;
  const none = await assay(['results', RUN_ID]);

  expect([all.exit, none.exit, asked, plane.seen.length]).toEqual([0, 0, 4, 5]);
  expect(JSON.parse(readFileSync(at('c.json'), 'utf8'))).toEqual({ results: {} });
  expect(JSON.parse(readFileSync(at('s.json'), 'utf8'))).toEqual({ version: '2.1.0' });
  expect(readFileSync(at('m.md'), 'utf8')).toBe('## Gate open\n');
});
