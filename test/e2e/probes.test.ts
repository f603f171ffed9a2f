/**
 * Tests that make their own requests, on the plane: generated tests and a scan that find a planted flaw, drift that is told once, a load
 * divided over two tasks on Fargate, an outside tool that gets no credentials. Then everything that a run leaves: page, SARIF, CTRF, summary,
 * findings from run to run, changes, and the sealed copies.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DriftList, FindingList, RunView } from '#contracts/generated/types';
import type { CaseResult } from '#core/case-result';
import type { LoadFigures } from '#core/load-figures';
import { ORDERS_DOCUMENT, startOrders } from './orders-api.ts';
import type { OrdersFaults } from './orders-api.ts';
import { cloudOf, evidenceOf, resultsOf, runToGate, sealed, secretCommand, someone, unique, until } from './plane.ts';
import type { Caller } from './plane.ts';
import { formsOf } from './secret-forms.ts';
import type { Target } from './target.ts';

const TOKEN = 'orders "token" ä of this test';
const AUTHORIZATION = 'Bearer {{token}}';
const folder = mkdtempSync(path.join(tmpdir(), 'assay-probes-'));
const service = unique('orders');
let who: Caller;
let target: Target;
let faults: OrdersFaults;

/** Prints a JUnit report: what of the runner's credentials it could see. */
const TOOL = `
  const { readFileSync } = require('node:fs');
  const seen = Object.keys(process.env).filter((name) => /AWS|ASSAY|TOKEN|SECRET|BUCKET|TABLE/.test(name));
  try { readFileSync('/proc/' + process.ppid + '/environ'); seen.push('environment of its parent'); } catch {}
  const failure = seen.length === 0 ? '' : '<failure message="sees ' + seen.join(', ') + '"/>';
  console.log('<testsuite name="tool" tests="1"><testcase name="sees no credentials">' + failure + '</testcase></testsuite>');
`;

const quality = [
  {
    id: 'one',
    request: { method: 'GET', path: '/orders/1', headers: { authorization: AUTHORIZATION } },
    checks: [{ status: 200 }],
  },
  {
    id: 'generated',
    explore: { document: 'api', headers: { authorization: AUTHORIZATION }, requestsMax: 60, seed: 'probes' },
  },
  {
    id: 'weak',
    scan: {
      document: 'api',
      checks: { include: ['auth-missing', 'auth-invalid'] },
      identities: { ann: { headers: { authorization: AUTHORIZATION }, owns: { id: [1] } } },
      requestsMax: 40,
    },
  },
  {
    id: 'shape',
    drift: {
      operation: 'GET /orders/{id}',
      requests: [1, 2, 3].map((id) => ({ path: `/orders/${String(id)}`, headers: { authorization: AUTHORIZATION } })),
      samples: 3,
      samplesMin: 1,
    },
  },
];

const peak = {
  id: 'peak',
  load: {
    model: 'open',
    shards: 2,
    stages: [{ durationMs: 3000, rps: 20 }],
    mix: [{ name: 'read', request: { method: 'GET', path: '/orders/1', headers: { authorization: AUTHORIZATION } } }],
    thresholds: [{ metric: 'p50', below: 5000 }],
  },
};

const suites: { readonly [suite: string]: object } = {
  quality: {
    capability: 'security',
    documents: { api: ORDERS_DOCUMENT },
    contract: { document: 'api' },
    cases: quality,
  },
  peak: { capability: 'performance', cases: [peak] },
  outside: {
    capability: 'functional',
    cases: [
      {
        id: 'tool',
        tool: { command: ['node', '-e', TOOL], report: { format: 'junit', path: 'stdout' }, timeoutMs: 20_000 },
      },
    ],
  },
};

beforeAll(async () => {
  const cloud = cloudOf('plain');
  ({ target, faults } = await startOrders(TOKEN));
  who = await someone(cloud, { role: 'approver' });
  const secret = unique('assay/local/orders');
  await secretCommand(cloud, [secret, TOKEN]);
  await who.expect(201, 'PUT', `/environments/${service}-env`, {
    targets: { default: target.url },
    health: { path: '/healthz' },
    secrets: { token: { ref: secret, hosts: [target.host] } },
    limits: { rps: 50 },
  });
  await who.expect(201, 'PUT', `/services/${service}`, {
    owner: 'tests@example.org',
    defaultEnvironment: `${service}-env`,
    version: '1.0.0',
  });
  for (const [suite, more] of Object.entries(suites))
    await who.expect(201, 'PUT', `/suites/${service}.${suite}`, { suite, service, uses: ['token'], ...more });
});

afterAll(async () => {
  await target[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

const get = (url: string): Promise<Response> =>
  fetch(`${who.cloud.url}${url}`, { headers: { authorization: `Bearer ${who.token}` }, redirect: 'manual' });

/** A run is learned from after it was sealed. */
const findingsAre = (state: string): Promise<readonly string[]> =>
  until(`findings that are ${state}`, async () => {
    const { items } = await who.expect<FindingList>(200, 'GET', `/findings?service=${service}`);
    return items.length > 0 && items.every((item) => item.state === state)
      ? items.map(({ check }) => check).sort()
      : undefined;
  });

const changes = async (): Promise<readonly string[]> => {
  const { items } = await who.expect<DriftList>(200, 'GET', `/drift?service=${service}`);
  return items.flatMap((entry) => entry.changes.map(({ changeType, fieldPath }) => `${changeType} ${fieldPath}`));
};

const runSuites = async (...names: readonly string[]): Promise<RunView> =>
  sealed(who, (await runToGate(who, { service, suites: names })).runId);

const textOf = async (url: string, name: string): Promise<string> => {
  const body = Buffer.from(await (await fetch(url)).arrayBuffer());
  return (name.endsWith('.gz') ? gunzipSync(body) : body).toString('utf8');
};

test('a flaw is found by scan and generated tests, told in every form of report, and fixed when it is gone', async () => {
  faults.isOpenToAll = true;

  const dirty = await runSuites('quality');
  const seen = await findingsAre('new');
  const page = await get(`/tests/run/${dirty.runId}/report`);
  const sarif = (await (await get(`/tests/run/${dirty.runId}/sarif`)).json()) as {
    readonly runs: readonly { readonly results: readonly { readonly ruleId: string }[] }[];
  };
  const ctrf = (await (await get(`/tests/run/${dirty.runId}/ctrf`)).json()) as {
    readonly results: { readonly summary: { readonly failed: number } };
  };
  const summary = await (await get(`/tests/run/${dirty.runId}/summary`)).text();

  expect(dirty.gate?.answer).toBe('shut');
  expect(seen).toEqual(expect.arrayContaining(['auth-missing', 'ignored-auth']));
  const location = new URL(page.headers.get('location') ?? '');
  expect([page.status, location.searchParams.has('X-Amz-Signature')]).toEqual([303, true]);
  const html = await textOf(location.href, 'report.html');
  expect(html).toMatch(/^<!doctype html>/iu);
  expect(html).toContain('A protected operation answers without credentials');
  expect(sarif.runs[0]?.results.map(({ ruleId }) => ruleId)).toEqual(
    expect.arrayContaining(['auth-missing', 'ignored-auth']),
  );
  expect(ctrf.results.summary.failed).toBeGreaterThan(0);
  expect(summary).toContain('Gate shut');

  faults.isOpenToAll = false;
  faults.hasNewField = true;
  const before = await changes();
  const clean = await runSuites('quality');
  const told = await changes();
  await runSuites('quality');

  expect({ answer: clean.gate?.answer, reasons: clean.gate?.reasons.map(({ message }) => message) }).toMatchObject({
    answer: 'open',
  });
  expect(await findingsAre('fixed')).toEqual(seen);
  const listed = await who.assay(['findings', '--service', service, '--state', 'fixed']);
  expect([listed.exitCode, listed.stdout.includes('auth-missing')]).toEqual([0, true]);
  expect(before).toEqual([]);
  expect(told).toEqual([expect.stringContaining('$.currency')]);
  expect(await changes()).toEqual(told);
});

test('a load divided over two tasks has one answer, of the figures of both', async () => {
  const view = await runSuites('peak');

  const verdict = await verdictOf(view.runId);
  const [load] = verdict.cases;
  const { figures } = load?.probe?.load as { readonly figures: LoadFigures };
  expect(view.progress.shards.map(({ executor, state }) => [executor, state])).toEqual([
    ['fargate', 'recorded'],
    ['fargate', 'recorded'],
  ]);
  expect(load?.shards).toEqual([0, 1]);
  expect(figures.operations.map(({ name, requests }) => [name, requests])).toEqual([['read', 60]]);
  const reads = target.hits.filter(({ path: asked }) => asked === '/orders/1');
  expect(reads.length).toBeGreaterThanOrEqual(60);
  // A machine that is busy with other things may say that the generator was late; it never says that the target was.
  expect(load?.verdict === 'passed' || /generator-bound/u.test(load?.message ?? '')).toBe(true);
  expect(view.gate?.answer).toBe(load?.verdict === 'passed' ? 'open' : 'shut');
});

test('an outside tool sees no credentials of the runner', async () => {
  const view = await runSuites('outside');

  const [result] = await resultsOf(who, view.runId);
  const said = result?.tries[0]?.failure?.message ?? '';
  // Where the runner is root the tool is nobody; elsewhere it is not started at all.
  expect({ verdict: result?.verdict, said }).toEqual(
    result?.verdict === 'passed'
      ? { verdict: 'passed', said: '' }
      : { verdict: 'errored', said: expect.stringMatching(/credential/u) },
  );
});

test('the sealed copies hold the page, no secret in any form, and verify offline', async () => {
  faults.isOpenToAll = true;
  const { runId } = await runSuites('quality');
  const bundle = path.join(folder, 'bundle');

  const pulled = await who.assay(['evidence', 'pull', runId, '--out', bundle]);
  const valid = await who.assay(['evidence', 'verify', bundle]);
  const { files } = await evidenceOf(who, runId);
  const texts = await Promise.all(files.map(({ url, path: name }) => textOf(url, name)));

  expect([pulled.exitCode, valid.exitCode, valid.stderr]).toEqual([0, 0, '']);
  expect(valid.stdout).toMatch(/secrets: 2 files of 1 attempt searched for up to \d+ secrets? in 8 forms/u);
  expect(files.map(({ path: name }) => name)).toEqual(
    expect.arrayContaining(['verdict/report.html', 'verdict/results.json']),
  );
  for (const text of texts) for (const form of Object.values(formsOf(TOKEN))) expect(text.includes(form)).toBe(false);
  expect(readFileSync(path.join(bundle, 'manifest.json'), 'utf8')).toContain('verdict/report-open.html');
});

interface Verdict {
  readonly cases: readonly (Pick<CaseResult, 'verdict'> & {
    readonly message?: string;
    readonly shards: readonly number[];
    readonly probe?: { readonly load?: unknown };
  })[];
}

const verdictOf = async (runId: string): Promise<Verdict> => {
  const { files } = await evidenceOf(who, runId);
  const found = files.find(({ path: name }) => name === 'verdict/results.json');
  if (found === undefined) throw new Error('expected verdict/results.json among the sealed copies');
  return JSON.parse(await textOf(found.url, found.path)) as Verdict;
};
