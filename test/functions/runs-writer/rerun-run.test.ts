/** Reruns of exactly what failed or was lost. Runs are brought to their state through the stores that the workflow writes. */
import { describe, expect, test } from '@jest/globals';
import { makeStockedPlane, principal, SUITE } from '../plane.ts';
import type { Plane, Sent } from '../plane.ts';
import { expireStaging, judgeRun, makeJudgedRun } from '../recorded-run.ts';

const as = principal();
const start = async (plane: Plane): Promise<string> =>
  (await plane.request('POST', '/tests/run', { as, body: { service: 'shop', labels: { branch: 'main' } } })).runId;
const rerun = (plane: Plane, runId: string, body?: unknown, sent: Sent = {}) =>
  plane.request('POST', `/tests/run/${runId}/rerun`, { as, ...sent, ...(body === undefined ? {} : { body }) });

const halfFailed = [
  { planned: ['login'], verdicts: { login: 'passed' } },
  { planned: ['pay'], verdicts: { pay: 'failed' } },
] as const;

describe('rerun', () => {
  test('only failed cases are run again, as a run of its own that names its line', async () => {
    const plane = await makeStockedPlane();
    const first = await makeJudgedRun(plane, halfFailed, () => start(plane));

    const answer = await rerun(plane, first.runId);

    expect(answer.status).toBe(202);
    expect(answer.body).toMatchObject({
      cases: 1,
      suites: ['shop.checkout'],
      rerunOf: first.runId,
      lineage: [first.runId],
      replayed: false,
    });
    expect(await plane.runs.get('acme', answer.runId)).toMatchObject({
      onlyCases: { 'shop.checkout': ['pay'] },
      labels: { branch: 'main' },
      environment: 'staging',
      version: '1.2.3',
    });
    expect(plane.orchestrator.executions).toEqual([first.runId, answer.runId]);
  });

  test('an errored case counts as failed', async () => {
    const plane = await makeStockedPlane();
    const first = await makeJudgedRun(
      plane,
      [{ planned: ['login', 'pay'], verdicts: { login: 'errored', pay: 'skipped' } }],
      () => start(plane),
    );

    const answer = await rerun(plane, first.runId, { only: 'failed' });

    expect((await plane.runs.get('acme', answer.runId))?.onlyCases).toEqual({ 'shop.checkout': ['login'] });
  });

  test.each([
    ['lost', { 'shop.checkout': ['login'] }],
    ['failed', { 'shop.checkout': ['pay'] }],
    ['failed-or-lost', { 'shop.checkout': ['login', 'pay'] }],
  ])('only %s', async (only, expected) => {
    const plane = await makeStockedPlane();
    const first = await makeJudgedRun(
      plane,
      [{ planned: ['login'] }, { planned: ['pay'], verdicts: { pay: 'failed' } }],
      () => start(plane),
    );

    const answer = await rerun(plane, first.runId, { only });

    expect((await plane.runs.get('acme', answer.runId))?.onlyCases).toEqual(expected);
  });

  test('a case that a stop came before counts as lost', async () => {
    const plane = await makeStockedPlane();
    const first = await makeJudgedRun(plane, [{ planned: ['login', 'pay'], verdicts: { login: 'passed' } }], () =>
      start(plane),
    );

    const answer = await rerun(plane, first.runId, { only: 'lost' });

    expect((await plane.runs.get('acme', answer.runId))?.onlyCases).toEqual({ 'shop.checkout': ['pay'] });
  });

  test('a run that ended before it was planned is run again as a whole', async () => {
    const plane = await makeStockedPlane();
    const runId = await start(plane);
    const run = await plane.runs.get('acme', runId);
    if (run !== undefined) await judgeRun(plane, run);

    const answer = await rerun(plane, runId);

    expect([answer.status, answer.body.cases]).toEqual([202, 2]);
    expect(await plane.runs.get('acme', answer.runId)).not.toHaveProperty('onlyCases');
  });

  test('the line grows with each rerun', async () => {
    const plane = await makeStockedPlane();
    const first = await makeJudgedRun(plane, halfFailed, () => start(plane));
    const second = await makeJudgedRun(
      plane,
      [{ planned: ['pay'], verdicts: { pay: 'failed' } }],
      async () => (await rerun(plane, first.runId)).runId,
    );

    const third = await rerun(plane, second.runId);

    expect(third.body).toMatchObject({ rerunOf: second.runId, lineage: [first.runId, second.runId] });
  });

  test('a required suite that passed is not required of the part that is run again', async () => {
    const plane = await makeStockedPlane();
    const search = { ...SUITE, suite: 'search', cases: SUITE.cases.slice(0, 1) };
    await plane.request('PUT', '/suites/shop.search', { as, body: search });
    const body = {
      service: 'shop',
      suites: ['checkout'],
      gate: { requiredSuites: ['checkout', 'search'], minCasesRan: 2 },
    };
    const first = await makeJudgedRun(
      plane,
      halfFailed,
      async () => (await plane.request('POST', '/tests/run', { as, body })).runId,
    );

    const answer = await rerun(plane, first.runId);

    expect((await plane.runs.get('acme', answer.runId))?.gateRules).toEqual({
      requiredSuites: ['checkout'],
      minCasesRan: 1,
    });
  });

  test('a repeat with the same key is the same run; another choice under that key is refused', async () => {
    const plane = await makeStockedPlane();
    const first = await makeJudgedRun(plane, halfFailed, () => start(plane));
    const key = { headers: { 'Idempotency-Key': 'again' } };
    const one = await rerun(plane, first.runId, { only: 'failed' }, key);

    const two = await rerun(plane, first.runId, { only: 'failed' }, key);
    const other = await rerun(plane, first.runId, { only: 'lost' }, key);

    expect([two.status, two.runId, two.body.replayed]).toEqual([202, one.runId, true]);
    expect([other.status, other.code]).toEqual([422, 'idempotency-key-reused']);
  });

  test('nothing failed and nothing was lost: there is nothing to run again', async () => {
    const plane = await makeStockedPlane();
    const first = await makeJudgedRun(
      plane,
      [{ planned: ['login', 'pay'], verdicts: { login: 'passed', pay: 'passed' } }],
      () => start(plane),
    );

    const answer = await rerun(plane, first.runId);

    expect([answer.status, answer.code]).toEqual([409, 'nothing-to-rerun']);
  });

  test('a run that is not judged cannot be run again yet', async () => {
    const plane = await makeStockedPlane();

    const answer = await rerun(plane, await start(plane));

    expect([answer.status, answer.code]).toEqual([409, 'run-not-over']);
  });

  test('after staging expired there is nothing to go by', async () => {
    const plane = await makeStockedPlane();
    const first = await makeJudgedRun(plane, halfFailed, () => start(plane));
    await expireStaging(plane);

    const answer = await rerun(plane, first.runId);

    expect([answer.status, answer.code]).toEqual([409, 'nothing-to-rerun']);
  });

  test('results that were changed in staging are not believed', async () => {
    const plane = await makeStockedPlane();
    const first = await makeJudgedRun(plane, halfFailed, () => start(plane));
    await plane.staging.put(
      `v1/acme/${first.runId}/attempts/0001-01/results.jsonl.gz`,
      new Uint8Array([1]),
      'application/gzip',
    );

    expect((await rerun(plane, first.runId)).status).toBe(500);
  });

  test.each([principal({ tenant: 'umbrella' }), principal({ projects: ['billing'] })])(
    'a run of somebody else is not there',
    async (stranger) => {
      const plane = await makeStockedPlane();
      const first = await makeJudgedRun(plane, halfFailed, () => start(plane));

      expect((await rerun(plane, first.runId, undefined, { as: stranger })).code).toBe('run-not-found');
    },
  );
});
