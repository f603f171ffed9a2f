/** A run's lifecycle with long poll, and lists of runs. Time only passes where a wait sleeps. */
import { describe, expect, test } from '@jest/globals';
import { waitBudget } from '#lambda/wait-budget';
import { makeStockedPlane, principal } from '../plane.ts';
import type { Plane, PlaneOptions, Sent } from '../plane.ts';
import { judgeRun, makeJudgedRun, planRun, sealRun } from '../recorded-run.ts';

const as = principal();
const start = async (plane: Plane, body: object = {}): Promise<string> =>
  (await plane.request('POST', '/tests/run', { as, body: { service: 'shop', ...body } })).runId;
const get = (plane: Plane, url: string, sent: Sent = {}) => plane.request('GET', url, { as, ...sent });
const runOf = async (plane: Plane, runId: string) => {
  const run = await plane.runs.get('acme', runId);
  if (run === undefined) throw new Error('expected the run');
  return run;
};
const judged = (plane: Plane) =>
  makeJudgedRun(
    plane,
    [
      { planned: ['login'], verdicts: { login: 'passed' } },
      { planned: ['pay'], verdicts: { pay: 'failed' } },
    ],
    () => start(plane),
  );

describe('GET /tests/run/{runId}', () => {
  test('shows the run with its shards, and null for what has not happened', async () => {
    const plane = await makeStockedPlane();
    const runId = await start(plane);
    await planRun(plane, await runOf(plane, runId), [{ planned: ['login', 'pay'] }]);

    const { status, body, headers } = await get(plane, `/tests/run/${runId}`);

    expect(status).toBe(200);
    expect(headers['ETag']).toMatch(/^"[0-9a-f]{32}"$/);
    expect(body).toMatchObject({
      runId,
      state: 'running',
      gate: null,
      seal: null,
      stop: null,
      error: null,
      rerunOf: null,
      lineage: [],
    });
    expect(body.progress).toMatchObject({
      cases: 2,
      casesDone: 0,
      shards: [{ shard: 0, state: 'planned', attempt: 0, lostReason: null, counts: null }],
    });
    expect(body.timings).toEqual({
      acceptedAt: '2026-11-21T12:00:00.000Z',
      startedAt: null,
      lastRecordedAt: null,
      judgedAt: null,
      sealedAt: null,
      deadlineAt: '2026-11-21T13:00:00.000Z',
    });
  });

  test('an answer that the caller has is a 304, in both spellings of the tag', async () => {
    const plane = await makeStockedPlane();
    const runId = await start(plane);
    const etag = (await get(plane, `/tests/run/${runId}`)).headers['ETag'] ?? '';

    const same = await get(plane, `/tests/run/${runId}`, { headers: { 'If-None-Match': etag } });
    const weak = await get(plane, `/tests/run/${runId}`, { headers: { 'If-None-Match': `"x", W/${etag}` } });
    const other = await get(plane, `/tests/run/${runId}`, { headers: { 'If-None-Match': '"x"' } });

    expect([same.status, same.text, weak.status, other.status]).toEqual([304, '', 304, 200]);
  });

  test.each([principal({ tenant: 'umbrella' }), principal({ projects: ['billing'] })])(
    'a run of somebody else is not there',
    async (stranger) => {
      const plane = await makeStockedPlane();
      const runId = await start(plane);

      const answers = await Promise.all(
        ['', '/results', '/junit', '/logs', '/evidence'].map((part) =>
          get(plane, `/tests/run/${runId}${part}`, { as: stranger }),
        ),
      );

      expect(answers.map(({ status, code }) => [status, code])).toEqual(
        Array.from({ length: 5 }, () => [404, 'run-not-found']),
      );
    },
  );
});

describe('?wait', () => {
  const waited = (plane: Plane): number => plane.clock.sleeps.reduce((sum, ms) => sum + ms, 0);

  test('holds back until the time is over when nothing happens', async () => {
    const plane = await makeStockedPlane();
    const runId = await start(plane);

    const { status } = await get(plane, `/tests/run/${runId}?wait=5`);

    expect([status, waited(plane)]).toEqual([200, 5_000]);
  });

  test('answers as soon as the run is judged', async () => {
    const plane = await makeStockedPlane();
    const runId = await start(plane);
    const run = await runOf(plane, runId);
    const sleep = plane.clock.sleep.bind(plane.clock);
    plane.clock.sleep = async (ms, signal) => {
      await sleep(ms, signal);
      if (plane.clock.sleeps.length === 3) await judgeRun(plane, run);
    };

    const { body } = await get(plane, `/tests/run/${runId}?wait=20`);

    expect([body.state, waited(plane)]).toEqual(['judged', 3_000]);
  });

  test('with a tag it answers as soon as anything changed', async () => {
    const plane = await makeStockedPlane();
    const runId = await start(plane);
    const etag = (await get(plane, `/tests/run/${runId}`)).headers['ETag'] ?? '';
    const sleep = plane.clock.sleep.bind(plane.clock);
    plane.clock.sleep = async (ms, signal) => {
      await sleep(ms, signal);
      if (plane.clock.sleeps.length === 2) await plane.runs.advance('acme', runId, 'planning', {});
    };

    const { status, body } = await get(plane, `/tests/run/${runId}?wait=20`, { headers: { 'If-None-Match': etag } });

    expect([status, body.state, waited(plane)]).toEqual([200, 'planning', 2_000]);
  });

  test('with a tag and no change it ends in a 304', async () => {
    const plane = await makeStockedPlane();
    const runId = await start(plane);
    const etag = (await get(plane, `/tests/run/${runId}`)).headers['ETag'] ?? '';

    const { status } = await get(plane, `/tests/run/${runId}?wait=2`, { headers: { 'If-None-Match': etag } });

    expect([status, waited(plane)]).toEqual([304, 2_000]);
  });

  test('does not wait for a run that is judged, or sealed', async () => {
    const plane = await makeStockedPlane();
    const run = await judged(plane);
    await get(plane, `/tests/run/${run.runId}?wait=20`);
    await sealRun(plane, run);
    const etag = (await get(plane, `/tests/run/${run.runId}`)).headers['ETag'] ?? '';
    await get(plane, `/tests/run/${run.runId}?wait=20`, { headers: { 'If-None-Match': etag } });

    expect(waited(plane)).toBe(0);
  });

  test('over the limit of waiting it answers early and says when to ask again', async () => {
    const options: PlaneOptions = { waitTime: waitBudget({ capacityMs: 3_000, share: 0.5, nowMs: () => 0 }) };
    const plane = await makeStockedPlane(options);
    const runId = await start(plane);

    const first = await get(plane, `/tests/run/${runId}?wait=10`);
    const second = await get(plane, `/tests/run/${runId}?wait=10`);

    expect([first.status, second.status, waited(plane)]).toEqual([200, 200, 3_000]);
    expect(Number(first.headers['Retry-After'])).toBeGreaterThan(0);
    expect(Number(second.headers['Retry-After'])).toBeGreaterThan(0);
  });

  test.each(['21', '-1', 'soon'])('wait=%s is refused', async (wait) => {
    const plane = await makeStockedPlane();

    const { status, code } = await get(plane, `/tests/run/${await start(plane)}?wait=${wait}`);

    expect([status, code]).toEqual([400, 'validation-failed']);
  });
});

describe('GET /tests/runs', () => {
  const namesOf = (body: { readonly [field: string]: unknown }) =>
    (body.items as readonly { name: string }[]).map(({ name }) => name);

  test('filters by service, label and state, newest first', async () => {
    const plane = await makeStockedPlane();
    await start(plane, { name: 'one', labels: { branch: 'main' } });
    plane.clock.advance(1_000);
    await start(plane, { name: 'two', labels: { branch: 'fix' } });

    const [all, main, sealed, other] = await Promise.all(
      ['', '?label=branch%3Dmain', '?state=sealed', '?service=billing'].map((query) =>
        get(plane, `/tests/runs${query}`),
      ),
    );

    expect([all, main, sealed, other].map((answer) => namesOf(answer?.body ?? {}))).toEqual([
      ['two', 'one'],
      ['one'],
      [],
      [],
    ]);
  });

  test('by time, the end not included', async () => {
    const plane = await makeStockedPlane();
    await start(plane, { name: 'one' });
    plane.clock.advance(60_000);
    await start(plane, { name: 'two' });

    const { body } = await get(plane, '/tests/runs?from=2026-11-21T12:00:00Z&to=2026-11-21T12:01:00Z');
    const wrong = await get(plane, '/tests/runs?from=2026-11-22T00:00:00Z&to=2026-11-21T00:00:00Z');

    expect(namesOf(body)).toEqual(['one']);
    expect([wrong.status, wrong.code]).toEqual([400, 'validation-failed']);
  });

  test('shows only runs of the principal’s projects and tenant', async () => {
    const plane = await makeStockedPlane();
    await plane.request('PUT', '/services/billing', { as, body: { owner: 'b', defaultEnvironment: 'staging' } });
    await plane.request('PUT', '/suites/billing.invoices', {
      as,
      body: {
        suite: 'invoices',
        service: 'billing',
        cases: [{ id: 'a', request: { method: 'GET', path: '/' }, checks: [{ status: 200 }] }],
      },
    });
    await start(plane, { name: 'shop-run' });
    await start(plane, { service: 'billing', name: 'billing-run' });

    const seen = async (who: ReturnType<typeof principal>) =>
      namesOf((await get(plane, '/tests/runs', { as: who })).body);

    expect(await seen(principal({ projects: ['billing'] }))).toEqual(['billing-run']);
    expect(await seen(principal({ projects: ['billing', 'other'] }))).toEqual(['billing-run']);
    expect(await seen(principal({ tenant: 'umbrella' }))).toEqual([]);
    expect(
      namesOf((await get(plane, '/tests/runs?service=shop', { as: principal({ projects: ['billing'] }) })).body),
    ).toEqual([]);
  });

  test('pages hold every run once', async () => {
    const plane = await makeStockedPlane();
    for (const name of ['one', 'two', 'three']) await start(plane, { name });
    const seen: string[] = [];
    let next: unknown = '';
    while (typeof next === 'string') {
      const { body } = await get(plane, `/tests/runs?limit=2${next === '' ? '' : `&cursor=${next}`}`);
      seen.push(...namesOf(body));
      next = body.next;
    }

    expect(seen.sort()).toEqual(['one', 'three', 'two']);
  });
});
