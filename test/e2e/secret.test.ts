/**
 * A secret's whole way, as a user goes it: `npm run secret` puts it, the `assay` command pushes files that refer to it and runs them on each
 * executor. The target tells what arrived, and answers with the value in every form that is recognised; then every text that anybody can
 * get at is searched for those forms, what the emulator prints for functions and tasks included.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { portsOf } from './behind.ts';
import { get, register } from './catalog.ts';
import type { Caller } from './plane.ts';
import { cloudOf, codeOf, resultsOf, runToGate, sealed, secretCommand, someone, unique } from './plane.ts';
import { formsOf } from './secret-forms.ts';
import type { Answerer, Target } from './target.ts';
import { json, startTarget } from './target.ts';

const cloud = cloudOf('plain');
const RUN_ID = /\br[0-9a-hjkmnp-tv-z]{26}\b/;
const FIRST = 'Xy7!queen"ä/+% of hearts';
const SECOND = 'Zw4!knave/+that "nobody" knows';
const folder = mkdtempSync(path.join(tmpdir(), 'assay-e2e-'));
const secretName = `assay/local/${unique('keyed')}`;
const service = unique('keyed');
let target: Target;
let editor: Caller;

/** What the target answers: the key that came, in every form. */
const echo: Answerer = async (hit, response) => {
  const key = String(hit.headers['x-api-key']);
  response.setHeader('x-echo', encodeURIComponent(key));
  await json({ came: key, forms: formsOf(key), body: hit.body })(hit, response);
};

const writeFiles = (): void => {
  mkdirSync(folder, { recursive: true });
  const files: { readonly [name: string]: object } = {
    'service.json': { service, owner: 'tests@example.org', defaultEnvironment: `${service}-env`, version: '1.0.0' },
    'environment.json': {
      name: `${service}-env`,
      targets: { default: target.url },
      health: { path: '/healthz' },
      secrets: { apiKey: { ref: `${secretName}#apiKey`, hosts: [target.host] } },
    },
    'only.json': {
      suite: 'only',
      service,
      uses: ['apiKey'],
      cases: [
        {
          id: 'keyed',
          request: {
            method: 'POST',
            path: '/keyed',
            headers: { 'x-api-key': '{{apiKey}}' },
            query: { key: '{{apiKey}}' },
            json: { sent: '{{apiKey}}' },
          },
          // The second one fails, so that a message about the value is made as well.
          checks: [{ status: 200 }, { path: '$.came', equals: 'something else' }],
        },
      ],
    },
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), JSON.stringify(content));
};

beforeAll(async () => {
  target = await startTarget();
  target.routes.set('/keyed', echo);
  editor = await someone(cloud);
  writeFiles();
});

afterAll(async () => {
  await target[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

const unpacked = (name: string, body: Uint8Array): string =>
  (name.endsWith('.gz') ? gunzipSync(body) : Buffer.from(body)).toString('utf8');

/** Everything that is kept or said of a run, by where it stands. */
const textsOf = async (runId: string): Promise<ReadonlyMap<string, string>> => {
  const texts = new Map<string, string>();
  const junit = path.join(folder, `${runId}.xml`);
  for (const args of [
    ['results', runId, '--details', '--junit', junit],
    ['results', runId, '--json'],
    ['logs', runId],
    ['status', runId, '--json'],
  ]) {
    const { stdout, stderr } = await editor.assay(args);
    texts.set(`assay ${args.join(' ')}`, stdout + stderr);
  }
  texts.set('JUnit', readFileSync(junit, 'utf8'));
  const bundle = path.join(folder, `bundle-${runId}`);
  expect(await editor.assay(['evidence', 'pull', runId, '--out', bundle])).toMatchObject({ exitCode: 0 });
  const packed = (body: Buffer): boolean => body[0] === 0x1f && body[1] === 0x8b;
  for (const entry of readdirSync(bundle, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const body = readFileSync(path.join(entry.parentPath, entry.name));
    texts.set(`bundle: ${entry.name}`, unpacked(packed(body) ? '.gz' : '', body));
  }
  const { staging } = portsOf(cloud);
  for (const { key } of await staging.list(`v1/local/${runId}/`)) {
    const found = await staging.get(key);
    if (found !== undefined) texts.set(`staging: ${key}`, unpacked(key, found.body));
  }
  for (const name of readdirSync(cloud.folder).filter((one) => one.endsWith('.log')))
    texts.set(`cloud: ${name}`, readFileSync(path.join(cloud.folder, name), 'utf8'));
  return texts;
};

const leaksOf = (texts: ReadonlyMap<string, string>, value: string): readonly string[] =>
  [...texts].flatMap(([where, text]) =>
    Object.entries({ ...formsOf(value), beginning: value.slice(0, 8) })
      .filter(([, form]) => text.includes(form))
      .map(([form]) => `${where}: ${form}`),
  );

test('a run without the secret says which one is missing, and sends nothing', async () => {
  expect(await editor.assay(['push', folder])).toMatchObject({ exitCode: 0 });

  const { exitCode, stdout } = await editor.assay(['run', '--service', service, '--wait']);

  expect(exitCode).toBe(2);
  expect(stdout).toContain(`expected the secret "apiKey" to be readable, got ${secretName}`);
  expect(target.hits).toHaveLength(0);
});

describe.each([
  ['lambda', 'created', FIRST],
  ['fargate', 'updated', SECOND],
] as const)('on %s, with the secret just %s,', (executor, change, value) => {
  let said = '';
  let runId = '';

  test('the target gets its value', async () => {
    const put = await secretCommand(cloud, [secretName, '-'], `${JSON.stringify({ apiKey: value })}\n`);
    const before = target.hits.length;

    const run = await editor.assay(['run', '--service', service, '--executor', executor, '--wait']);

    expect(put).toEqual({
      exitCode: 0,
      stdout: `${change} ${secretName}; environments refer to it as:\n  ref: ${secretName}#apiKey\n`,
      stderr: '',
    });
    expect(run).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('1 failed') });
    const [hit, ...more] = target.hits.slice(before);
    expect(more).toEqual([]);
    expect(JSON.parse(hit?.body ?? '')).toEqual({ sent: value });
    expect(hit?.headers['x-api-key']).toBe(value);
    said = run.stdout + run.stderr;
    runId = RUN_ID.exec(said)?.[0] ?? '';
  });

  test('no form of it stands in anything that is kept or said', async () => {
    await sealed(editor, runId);

    const texts = new Map([['assay run', said], ...(await textsOf(runId))]);

    expect(leaksOf(texts, value)).toEqual([]);
    // The search finds it where it must be: at the target.
    expect(leaksOf(new Map([['target', JSON.stringify(target.hits.map(({ body }) => body))]]), value)).not.toEqual([]);
    // What was searched is the real thing: the answer is there, and where the value stood, a mask.
    const results = texts.get(`assay results ${runId} --json`) ?? '';
    expect(results).toContain('"came');
    expect(results).toContain('***');
    expect([...texts.keys()].filter((name) => name.startsWith('staging: '))).not.toEqual([]);
    expect([...texts.keys()].filter((name) => name.startsWith('bundle: ')).length).toBeGreaterThan(3);
    expect(texts.get('cloud: emulator.log')).not.toBe('');
  });
});

test('a request that would carry it to another host is an error of the case, and nothing is sent', async () => {
  await using other = await startTarget();
  other.routes.set('/keyed', json({ ok: true }));
  const carrier = get('keyed', {
    request: { method: 'GET', path: '/keyed', headers: { 'x-api-key': '{{apiKey}}' } },
  });
  const secrets = { apiKey: { ref: `${secretName}#apiKey`, hosts: [target.host] } };
  const registered = await register(editor, {
    target: other,
    suites: { only: [carrier] },
    suiteFields: { uses: ['apiKey'] },
    environment: { allowHosts: [target.host], secrets },
  });
  expect((await secretCommand(cloud, [secretName, JSON.stringify({ apiKey: SECOND })])).exitCode).toBe(0);

  const view = await runToGate(editor, { service: registered.service });

  expect(view.gate?.answer).not.toBe('open');
  const [result] = await resultsOf(editor, view.runId);
  expect(result?.verdict).toBe('errored');
  expect(JSON.stringify(result)).toContain(other.host);
  expect(other.hits).toEqual([]);
});

describe('refused, and stored nowhere:', () => {
  const swordfish = '{"apiKey":"swordfish"}';
  test.each([
    ['a name outside assay/', 'shop', swordfish, 'expected a name such as assay/local/NAME or assay/other/NAME'],
    ['a tenant that the cloud has not', 'assay/nobody/shop', swordfish, 'expected a name such as assay/local/NAME'],
    ['a name with a key', 'assay/local/refused#apiKey', swordfish, 'without #key'],
    ['JSON that the shell took the quotes of', 'assay/local/refused', '{apiKey:swordfish}', 'in single quotes'],
    ['a number under a key', 'assay/local/refused', '{"n":1,"apiKey":"swordfish"}', 'expected text under every key'],
    ['an empty value', 'assay/local/refused', '', 'expected a value, got none'],
  ])('%s', async (_what, name, value, words) => {
    const { exitCode, stdout, stderr } = await secretCommand(cloud, [name, '-'], value);

    expect({ exitCode, stdout }).toEqual({ exitCode: 64, stdout: '' });
    expect(stderr).toContain(words);
    expect(stderr).not.toContain('swordfish');
    await expect(
      portsOf(cloud)
        .openSecrets()
        .resolve(name.split('#')[0] ?? ''),
    ).rejects.toMatchObject({ name: 'secret-unavailable' });
  });

  test('an environment that refers to another tenant’s secret', async () => {
    const answer = await editor.call('PUT', `/environments/${unique('env')}`, {
      targets: { default: target.url },
      secrets: { apiKey: { ref: 'assay/other/shop#apiKey', hosts: [target.host] } },
    });

    expect(answer.status).toBe(422);
    expect(JSON.stringify(answer.body)).toContain('assay/local/');
    expect(codeOf(answer)).not.toBeUndefined();
  });
});
